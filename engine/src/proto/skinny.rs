//! Skinny Client Control Protocol, with which Cisco's telephones speak to their call manager. Messages are little endian;
//! layouts are those of protocol version 17 and later, and show what the messages of a call hold.

mod fields;
mod layouts;
mod values;

use std::net::Ipv6Addr;

use strato_filter_lang::value::Value;

use self::{
    fields::{FIELDS, f},
    layouts::{Part, layout},
};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::{Addr, Cx},
    out::F,
    recent::Recent,
    rtp::setup::{self, Setup, What},
    tcp::pdus::dissect_messages,
    tvb::{Stop, Tvb},
};

/// Skinny.
pub static SKINNY: Protocol = Protocol {
    name: "skinny",
    title: "Skinny Client Control Protocol",
    frame_name: "skinny",
    fields: FIELDS,
    parents: &[Parent::TcpPort(2000)],
    stateful: &["skinny.response", "rtp"],
    across: &["rtp"],
    extent: Extent::Items,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

/// Length and version, which the length does not count.
const HEADER: usize = 8;
/// Versions of the header: the first one, and those of the managers since version 7.
const VERSIONS: [u32; 10] = [0, 0x0a, 0x0b, 0x0f, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16];

/// A request: its frame, and when it was sent.
type Asked = (u64, Option<i128>);

/// Requests that wait: by conversation, message and party.
#[derive(Default)]
struct State {
    asked: Recent<(u32, u32, u32), Asked>,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (Ok(len), Ok(version), Ok(_)) = (tvb.u32_le(0), tvb.u32_le(4), tvb.u32_le(8)) else { return Ok(0) };
    if len < 4 || !VERSIONS.contains(&version) {
        return Ok(0);
    }
    cx.column("SKINNY", String::new);
    let length_of = |tvb: Tvb<'f>, at| Ok(Some((tvb.u32_le(at)? as usize).saturating_add(HEADER)));
    dissect_messages(cx, Proto::Skinny, tvb, 4, length_of, message)
}

/// What a message says that others need.
#[derive(Default)]
struct Said {
    party: u32,
    port: u16,
    addr: Addr,
    payload: u8,
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let at = &mut Cursor::new(tvb, 0);
    at.item_le(cx, f::DATA_LENGTH, 4)?;
    at.item_le(cx, f::HDR_VERSION, 4)?;
    let kind = at.uint_le(cx, f::MESSAGEID, 4)? as u32;
    let mut said = Said::default();
    parts(cx, at, layout(kind), &mut said)?;
    media(cx, kind, &said);
    answers(cx, kind, said.party);
    Ok(tvb.len())
}

fn parts<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, layout: &[Part], said: &mut Said) -> Result<(), Stop> {
    let mut v6 = false;
    for part in layout {
        // Older messages are shorter.
        if at.left() == 0 {
            break;
        }
        match *part {
            Part::Number(field, width) => {
                let value = at.uint_le(cx, field, usize::from(width))? as u32;
                if field == f::IPV4OR6 {
                    v6 = value == 1;
                } else if field == f::PASSTHROUGHPARTYID {
                    said.party = value;
                } else if field == f::PORTNUMBER || field == f::REMOTEPORTNUMBER {
                    said.port = value as u16;
                } else if field == f::RFC2833PAYLOADTYPE {
                    said.payload = value as u8;
                }
            }
            Part::Flags(flags) => {
                for field in flags {
                    cx.out.item_le(*field, at.tvb, at.at, 4)?;
                }
                at.at += 4;
            }
            Part::Address(fields) => said.addr = address(cx, at, fields, v6)?,
            Part::Text(field, len) => text(cx, at, field, len)?,
            Part::Rest(field) => {
                let bytes = at.tvb.captured(at.at, at.left());
                let len = memchr::memchr(0, bytes).unwrap_or(bytes.len());
                text(cx, at, field, len + 1)?;
            }
            Part::Texts(fields) => texts(cx, at, fields)?,
            Part::Skip(len) => at.at += len,
        }
    }
    Ok(())
}

/// An address of 16 bytes, of which the first four are one of version 4.
fn address<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, [four, six]: [F; 2], v6: bool) -> Result<Addr, Stop> {
    let addr = if v6 {
        let bytes: [u8; 16] = at.tvb.array(at.at)?;
        cx.out.item(six, at.tvb, at.at, 16)?;
        Addr::V6(u128::from(Ipv6Addr::from(bytes)))
    } else {
        cx.out.item(four, at.tvb, at.at, 4)?;
        Addr::V4(at.tvb.u32(at.at)?)
    };
    at.at += 16;
    Ok(addr)
}

/// Text in a place of fixed length.
fn text<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, field: F, len: usize) -> Result<(), Stop> {
    let len = len.min(at.left());
    let raw = at.tvb.bytes(at.at, len)?;
    let end = memchr::memchr(0, raw).unwrap_or(len);
    let shown = raw.get(..end).unwrap_or_default();
    if end > 0 {
        cx.out.ascii(field, at.tvb, at.at, (at.at, end), (shown.len() + 1).min(len))?;
    }
    at.at += len;
    Ok(())
}

/// Texts one after another, each ended by a zero; empty ones are not shown.
fn texts<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, fields: &[F]) -> Result<(), Stop> {
    for field in fields {
        let bytes = at.tvb.captured(at.at, at.left());
        let Some(len) = memchr::memchr(0, bytes) else { break };
        if len > 0 {
            cx.out.ascii(*field, at.tvb, at.at, (at.at, len), len + 1)?;
        }
        at.at += len + 1;
    }
    Ok(())
}

/// Messages that tell an end of media.
fn media(cx: &mut Cx<'_>, kind: u32, said: &Said) {
    if !matches!(kind, layouts::CHANNEL_OPEN | layouts::START_MEDIA | layouts::MEDIA_STARTED) {
        return;
    }
    let types = match said.payload {
        0 => Vec::new(),
        event => vec![(event, "telephone-event".to_owned())],
    };
    let setup = Setup { frame: cx.frame.number, method: "SKINNY", what: What::Rtp, types };
    setup::announce(cx, (said.addr, said.port), setup);
}

/// Links what asks and what answers.
fn answers(cx: &mut Cx<'_>, kind: u32, party: u32) {
    let Some(flow) = cx.info.flow.filter(|_| !cx.info.in_error) else { return };
    let (frame, now) = (cx.frame.number, cx.frame.timestamp_ns);
    match kind {
        layouts::OPEN_CHANNEL | layouts::START_MEDIA => {
            cx.state.of::<State>(Proto::Skinny).asked.insert((flow.id, kind, party), (frame, now));
        }
        layouts::CHANNEL_OPEN | layouts::MEDIA_STARTED => {
            let request = if kind == layouts::CHANNEL_OPEN { layouts::OPEN_CHANNEL } else { layouts::START_MEDIA };
            let Some((asked, then)) = cx.state.of::<State>(Proto::Skinny).asked.remove((flow.id, request, party)) else {
                return;
            };
            cx.out.generated_uint(f::RESPONSE_TO, asked);
            if let Some((now, then)) = now.zip(then) {
                cx.out.generated(f::RESPONSE_TIME, Value::Time(now - then));
            }
        }
        _ => {}
    }
}
