//! Internet Relay Chat, RFC 1459 and 2812.

mod fields;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    http::head::line_len,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

/// IRC.
pub static IRC: Protocol = Protocol {
    name: "irc",
    title: "Internet Relay Chat",
    frame_name: "irc",
    fields: FIELDS,
    parents: &[
        Parent::TcpPort(6667),
        Parent::TcpPort(57000),
    ],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Fields of one direction.
struct Side {
    line: F,
    prefix: F,
    command: F,
    parameter: F,
    trailer: F,
    missing: F,
    is_request: bool,
}

const REQUEST: Side = Side {
    line: f::REQUEST,
    prefix: f::REQUEST_PREFIX,
    command: f::REQUEST_COMMAND,
    parameter: f::REQUEST_COMMAND_PARAMETER,
    trailer: f::REQUEST_TRAILER,
    missing: f::REQUEST_COMMAND_MISSING,
    is_request: true,
};

const RESPONSE: Side = Side {
    line: f::RESPONSE,
    prefix: f::RESPONSE_PREFIX,
    command: f::RESPONSE_COMMAND,
    parameter: f::RESPONSE_COMMAND_PARAMETER,
    trailer: f::RESPONSE_TRAILER,
    missing: f::RESPONSE_COMMAND_MISSING,
    is_request: false,
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let from_client = cx.info.matched_port == cx.info.dstport;
    cx.column("IRC", || if from_client { "Request".to_owned() } else { "Response".to_owned() });
    let side = if from_client { &REQUEST } else { &RESPONSE };
    let mut at = 0;
    while at < tvb.len() {
        let rest = tvb.captured(at, tvb.len());
        let (len, whole) = line_len(rest).unwrap_or((rest.len(), rest.len()));
        if len > 0 {
            line(cx, side, tvb.rest(at)?.limit(len))?;
        }
        at += whole;
    }
    Ok(tvb.len().max(1))
}

/// Offset of the first byte from `at` on that is no blank.
fn skip(line: &[u8], at: usize) -> usize {
    at + line.get(at..).unwrap_or_default().iter().take_while(|byte| **byte == b' ').count()
}

/// Offset of the first blank from `at` on.
fn word_end(line: &[u8], at: usize) -> Option<usize> {
    memchr::memchr(b' ', line.get(at..)?).map(|len| at + len)
}

fn line<'f>(cx: &mut Cx<'f>, side: &Side, tvb: Tvb<'f>) -> Result<(), Stop> {
    let bytes = tvb.data();
    cx.out.ascii(side.line, tvb, 0, (0, bytes.len()), bytes.len())?;
    let mut at = 0;
    if bytes.first() == Some(&b':') {
        let Some(end) = word_end(bytes, 1) else {
            let text = "Prefix missing ending <space>";
            cx.out.expert(f::PREFIX_MISSING_ENDING_SPACE, Severity::Error, Group::Malformed, text);
            return Ok(());
        };
        cx.out.ascii(side.prefix, tvb, 1, (1, end - 1), end - 1)?;
        at = end;
    }
    at = skip(bytes, at);
    if at >= bytes.len() {
        let text = if side.is_request { "Request has no command" } else { "Response has no command" };
        cx.out.expert(side.missing, Severity::Error, Group::Malformed, text);
        return Ok(());
    }
    let end = word_end(bytes, at).unwrap_or(bytes.len());
    let command = bytes.get(at..end).unwrap_or_default();
    cx.out.item(side.command, tvb, at, command.len())?;
    let number = command.iter().all(u8::is_ascii_digit).then(|| std::str::from_utf8(command).ok()?.parse().ok()).flatten();
    match number {
        Some(_) if side.is_request => {
            let text = "Numeric command not allowed in request";
            cx.out.expert(f::REQUEST_COMMAND_NUMERIC, Severity::Warn, Group::Protocol, text);
        }
        Some(number) if command.len() == 3 => cx.out.number(f::RESPONSE_NUM_COMMAND, tvb, at, 3, number)?,
        _ => {}
    }
    parameters(cx, side, tvb, end, command)
}

/// Words up to one that starts with a colon: all from there on is the last one.
fn parameters<'f>(cx: &mut Cx<'f>, side: &Side, tvb: Tvb<'f>, mut at: usize, command: &[u8]) -> Result<(), Stop> {
    let bytes = tvb.data();
    loop {
        at = skip(bytes, at);
        if at >= bytes.len() {
            return Ok(());
        }
        if bytes.get(at) == Some(&b':') {
            break;
        }
        let end = word_end(bytes, at).unwrap_or(bytes.len());
        cx.out.ascii(side.parameter, tvb, at, (at, end - at), end - at)?;
        at = end;
    }
    let (at, len) = (at + 1, bytes.len() - at - 1);
    if len == 0 {
        return Ok(());
    }
    cx.out.ascii(side.trailer, tvb, at, (at, len), len)?;
    // Client-to-client messages stand between two of these bytes, and are thought to fill it.
    let tagged = memchr::memchr(1, bytes.get(at..).unwrap_or_default()).is_some();
    let carries = command.eq_ignore_ascii_case(b"PRIVMSG") || command.eq_ignore_ascii_case(b"NOTICE");
    if tagged && carries && len >= 2 { cx.out.item(f::CTCP, tvb, at + 1, len - 2) } else { Ok(()) }
}
