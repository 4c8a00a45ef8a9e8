//! Media gateway control in text, ITU-T H.248.1 annex B (Megaco): transactions, commands and their descriptors; the
//! descriptions of media in them are SDP.

mod fields;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol, Proto,
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// Megaco.
pub static MEGACO: Protocol = Protocol {
    name: "megaco",
    title: "MEGACO",
    frame_name: "megaco",
    fields: FIELDS,
    parents: &[Parent::UdpPort(2944), Parent::TcpPort(2944), Parent::SctpPort(2944), Parent::SctpPpi(7)],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

/// Deepest nesting that is followed.
const MAX_DEPTH: usize = 16;
/// Contexts that are not numbers: none, chosen by the gateway, all.
const CONTEXTS: [(&str, u64); 3] = [("-", 0), ("$", 0xffff_fffe), ("*", 0xffff_ffff)];

/// Texts with their places.
#[derive(Clone, Copy)]
struct Piece<'f> {
    at: usize,
    text: &'f str,
}

impl<'f> Piece<'f> {
    fn trimmed(self) -> Self {
        let text = self.text.trim_start();
        Self { at: self.at + (self.text.len() - text.len()), text: text.trim_end() }
    }

    fn part(self, from: usize, to: usize) -> Self {
        Self { at: self.at + from, text: self.text.get(from..to).unwrap_or_default() }
    }
}

/// A token with its value and what its braces hold.
struct Item<'f> {
    name: Piece<'f>,
    value: Piece<'f>,
    inner: Option<Piece<'f>>,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let Ok(text) = std::str::from_utf8(tvb.data()) else { return Ok(0) };
    let all = Piece { at: 0, text }.trimmed();
    let start = if all.text.starts_with('!') {
        1
    } else if all.text.get(..6).is_some_and(|word| word.eq_ignore_ascii_case("megaco")) {
        6
    } else {
        return Ok(0);
    };
    cx.column("MEGACO", String::new);
    let Some(slash) = all.text.find('/') else { return Ok(0) };
    let mut words = all.text.get(slash + 1..).unwrap_or_default().split_ascii_whitespace();
    let (Some(version), Some(sender)) = (words.next(), words.next()) else { return Ok(0) };
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    show(cx, f::START_TOKEN, tvb, all.part(0, start))?;
    show(cx, f::VERSION, tvb, Piece { at: place(version), text: version })?;
    show(cx, f::MID, tvb, Piece { at: place(sender), text: sender })?;
    let from = place(sender) + sender.len();
    let body = Piece { at: from, text: text.get(from..).unwrap_or_default() };
    for item in items(body) {
        let (word, is_reply) = match item.name.text.to_ascii_lowercase().as_str() {
            "t" | "transaction" => ("Request", false),
            "p" | "reply" => ("Reply", true),
            "pn" | "pending" => ("Pending", false),
            "k" | "transactionresponseack" => ("TransactionResponseAck", false),
            _ => continue,
        };
        cx.out.text(f::TRANSACTION, tvb, item.name.at, item.name.text.len(), word)?;
        number(cx, f::TRANSID, tvb, item.value)?;
        if let Some(inner) = item.inner {
            contexts(cx, tvb, inner, is_reply)?;
        }
    }
    Ok(tvb.len())
}

fn show<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, piece: Piece<'f>) -> Result<(), Stop> {
    cx.out.add(field, tvb.bytes(piece.at, piece.text.len())?, Value::str(piece.text));
    Ok(())
}

fn number<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, piece: Piece<'f>) -> Result<(), Stop> {
    match piece.text.parse::<u32>() {
        Ok(value) => cx.out.number(field, tvb, piece.at, piece.text.len(), value.into()),
        Err(_) => Ok(()),
    }
}

/// What stands between commas, outside braces.
fn items(list: Piece<'_>) -> Vec<Item<'_>> {
    let mut found = Vec::new();
    let (mut depth, mut from) = (0usize, 0);
    let (mut equals, mut open, mut close) = (None, None, None);
    let mut quoted = false;
    for (i, byte) in list.text.bytes().chain([b',']).enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            _ if quoted && i < list.text.len() => {}
            b'{' => {
                if depth == 0 && open.is_none() {
                    open = Some(i);
                }
                depth += 1;
            }
            b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    close = Some(i);
                }
            }
            b'=' if depth == 0 && open.is_none() && equals.is_none() => equals = Some(i),
            b',' if depth == 0 || i == list.text.len() => {
                let end = open.unwrap_or(i);
                let name = list.part(from, equals.unwrap_or(end)).trimmed();
                let value = list.part(equals.map_or(end, |at| at + 1), end).trimmed();
                let inner = open.map(|open| list.part(open + 1, close.unwrap_or(i).max(open + 1)));
                if !name.text.is_empty() {
                    found.push(Item { name, value, inner });
                }
                (from, equals, open, close) = (i + 1, None, None, None);
            }
            _ => {}
        }
    }
    found
}

fn contexts<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, list: Piece<'f>, is_reply: bool) -> Result<(), Stop> {
    for item in items(list) {
        match item.name.text.to_ascii_lowercase().as_str() {
            "c" | "context" => {
                let known = CONTEXTS.iter().find(|(name, _)| *name == item.value.text).map(|row| row.1);
                if let Some(value) = known.or_else(|| item.value.text.parse::<u32>().ok().map(u64::from)) {
                    cx.out.number(f::CONTEXT, tvb, item.value.at, item.value.text.len(), value)?;
                }
                for command in item.inner.map(items).unwrap_or_default() {
                    self::command(cx, tvb, &command)?;
                }
            }
            "er" | "error" if is_reply => descriptor(cx, tvb, &item, MAX_DEPTH)?,
            _ => {}
        }
    }
    Ok(())
}

fn command<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, item: &Item<'f>) -> Result<(), Stop> {
    // Options and wildcards stand before the name.
    let name = item.name.text.to_ascii_lowercase();
    let name = name.trim_start_matches("o-").trim_start_matches("w-");
    let word = match name {
        "a" | "add" => "Add",
        "mf" | "modify" => "Modify",
        "s" | "subtract" => "Subtract",
        "mv" | "move" => "Move",
        "av" | "auditvalue" => "AuditValue",
        "ac" | "auditcapability" => "AuditCapability",
        "n" | "notify" => "Notify",
        "sc" | "servicechange" => "ServiceChange",
        _ => return descriptor(cx, tvb, item, MAX_DEPTH),
    };
    cx.out.text(f::COMMAND, tvb, item.name.at, item.name.text.len(), word)?;
    if !item.value.text.is_empty() {
        show(cx, f::TERMID, tvb, item.value)?;
    }
    for inner in item.inner.map(items).unwrap_or_default() {
        descriptor(cx, tvb, &inner, MAX_DEPTH)?;
    }
    Ok(())
}

fn descriptor<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, item: &Item<'f>, depth: usize) -> Result<(), Stop> {
    let Some(depth) = depth.checked_sub(1) else { return Ok(()) };
    let len = item.inner.map_or(item.name.text.len(), |inner| inner.at + inner.text.len() + 1 - item.name.at);
    let label = |cx: &mut Cx<'f>, field| cx.out.label(field, tvb, item.name.at, len);
    match item.name.text.to_ascii_lowercase().as_str() {
        "m" | "media" => label(cx, f::MEDIA),
        "o" | "localcontrol" => label(cx, f::LOCALCONTROLDESCRIPTOR),
        "l" | "local" => {
            label(cx, f::LOCALDESCRIPTOR);
            return description(cx, tvb, item);
        }
        "r" | "remote" => {
            label(cx, f::REMOTEDESCRIPTOR);
            return description(cx, tvb, item);
        }
        "ts" | "terminationstate" => label(cx, f::TERMINATIONSTATE),
        "e" | "events" => {
            label(cx, f::EVENTS);
            number(cx, f::REQUESTID, tvb, item.value)?;
            return packages(cx, tvb, item);
        }
        "sg" | "signals" => {
            label(cx, f::SIGNAL);
            return packages(cx, tvb, item);
        }
        "oe" | "observedevents" => {
            label(cx, f::OBSERVEDEVENTS);
            number(cx, f::REQUESTID, tvb, item.value)?;
            return packages(cx, tvb, item);
        }
        "sa" | "statistics" => {
            label(cx, f::STATISTICS);
            return Ok(());
        }
        "at" | "audit" => {
            label(cx, f::AUDIT);
            for audited in item.inner.map(items).unwrap_or_default() {
                let name = match audited.name.text.to_ascii_lowercase().as_str() {
                    "m" | "media" => "Media",
                    "e" | "events" => "Events",
                    "sg" | "signals" => "Signals",
                    "sa" | "statistics" => "Statistics",
                    _ => continue,
                };
                cx.out.text(f::AUDITITEM, tvb, audited.name.at, audited.name.text.len(), name)?;
            }
            return Ok(());
        }
        "er" | "error" => {
            label(cx, f::ERROR);
            number(cx, f::ERROR_CODE, tvb, item.value)?;
            let text = item.inner.map(Piece::trimmed).filter(|text| text.text.len() > 1);
            return text.map_or(Ok(()), |text| show(cx, f::ERROR_STRING, tvb, text.part(1, text.text.len() - 1)));
        }
        "st" | "stream" => number(cx, f::STREAMID, tvb, item.value)?,
        "mo" | "mode" => show(cx, f::MODE, tvb, item.value)?,
        "rv" | "reservedvalue" => show(cx, f::RESERVEVALUE, tvb, item.value)?,
        "rg" | "reservedgroup" => show(cx, f::RESERVEGROUP, tvb, item.value)?,
        "si" | "servicestates" => show(cx, f::SERVICESTATES, tvb, item.value)?,
        "bf" | "buffer" => show(cx, f::EVENTBUFFERCONTROL, tvb, item.value)?,
        _ => return Ok(()),
    }
    for inner in item.inner.map(items).unwrap_or_default() {
        descriptor(cx, tvb, &inner, depth)?;
    }
    Ok(())
}

/// Events and signals have names.
fn packages<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, item: &Item<'f>) -> Result<(), Stop> {
    let inner = item.inner.map(items).unwrap_or_default();
    inner.iter().try_for_each(|named| show(cx, f::PKGDNAME, tvb, named.name))
}

/// Media at one end.
fn description<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, item: &Item<'f>) -> Result<(), Stop> {
    let Some(inner) = item.inner.map(|inner| {
        let text = inner.text.trim_start();
        Piece { at: inner.at + (inner.text.len() - text.len()), text }
    }) else {
        return Ok(());
    };
    if !inner.text.is_empty() {
        cx.call(Proto::Sdp, tvb.sub(inner.at, inner.text.len())?);
    }
    Ok(())
}
