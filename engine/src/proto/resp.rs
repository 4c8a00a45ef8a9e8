//! Redis serialization protocol, version 2 (redis.io, "Redis serialization protocol specification"). What version 3 and
//! inline commands have besides is shown as fragments.

mod fields;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol,
    dissect::{Cx, Desegment, More},
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// RESP.
pub static RESP: Protocol = Protocol {
    name: "resp",
    title: "REdis Serialization Protocol",
    frame_name: "resp",
    fields: FIELDS,
    parents: &[Parent::TcpPort(6379)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Arrays in arrays, as Wireshark limits them.
const MAX_DEPTH: usize = 32;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let from_server = cx.info.matched_port == cx.info.srcport;
    cx.column("RESP", || if from_server { "Response:" } else { "Request:" }.to_owned());
    let mut at = 0;
    while at < tvb.len() {
        match element(cx, tvb, at, 0)? {
            Next::At(next) => at = next,
            Next::Wait(more) => {
                cx.info.desegment = Some(Desegment { offset: at, more });
                break;
            }
        }
    }
    Ok(tvb.len())
}

/// Where dissection goes on.
enum Next {
    /// At this offset.
    At(usize),
    /// When there is more of the stream.
    Wait(More),
}

/// Length of the line at `at`, which LF, CR or both end. A CR that nothing follows may be the first half of both.
fn line_len(tvb: Tvb<'_>, at: usize) -> Option<usize> {
    let rest = tvb.captured(at, tvb.len());
    let len = memchr::memchr2(b'\r', b'\n', rest)?;
    (rest.get(len) == Some(&b'\n') || len + 1 < rest.len()).then_some(len)
}

fn element<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, depth: usize) -> Result<Next, Stop> {
    let len = match line_len(tvb, at) {
        Some(len) => len,
        None if cx.info.can_desegment => {
            column(cx, || "[continuation]".to_owned());
            return Ok(Next::Wait(More::OneSegment));
        }
        None => tvb.len() - at,
    };
    // As in Wireshark every line has two bytes at its end.
    let next = at + len + 2;
    if len == 0 {
        return Ok(Next::At(next));
    }
    match tvb.u8(at)? {
        b'+' => {
            cx.out.ascii(f::STRING, tvb, at, (at + 1, len - 1), len + 2)?;
            text_column(cx, tvb, at, len, depth, "");
        }
        b'-' => {
            cx.out.ascii(f::ERROR, tvb, at, (at + 1, len - 1), len + 2)?;
            text_column(cx, tvb, at, len, depth, "Error: ");
        }
        b':' => {
            let value = strato_filter_lang::value::Value::Int(number(tvb.bytes(at + 1, len - 1)?));
            cx.out.add(f::INTEGER, tvb.bytes(at, len + 2)?, value);
            text_column(cx, tvb, at, len, depth, "");
        }
        b'$' => return bulk(cx, tvb, at, len, depth),
        b'*' => return array(cx, tvb, at, len, depth),
        _ => {
            cx.out.label(f::FRAGMENT, tvb, at, len + 2);
            if depth == 0 {
                column(cx, || "[fragment]".to_owned());
            }
        }
    }
    Ok(Next::At(next))
}

/// A text behind its length; `len` is that of the line with the length.
fn bulk<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize, depth: usize) -> Result<Next, Stop> {
    let value_at = at + len + 2;
    let count = number(tvb.bytes(at + 1, len - 1)?) as i32;
    let Ok(count @ 0..) = usize::try_from(count) else {
        cx.out.label(f::BULK_STRING, tvb, at, len + 2);
        bulk_length(cx, tvb, at, len, count)?;
        if count < -1 {
            malformed_length(cx);
        }
        return Ok(Next::At(value_at));
    };
    let end = value_at.saturating_add(count).saturating_add(2);
    if end > tvb.len() && cx.info.can_desegment {
        column(cx, || "[continuation]".to_owned());
        return Ok(Next::Wait(More::Bytes(end - tvb.len())));
    }
    cx.out.label(f::BULK_STRING, tvb, at, end - at);
    bulk_length(cx, tvb, at, len, count as i32)?;
    if count > 0 {
        let there = tvb.captured(value_at, count);
        cx.out.item(f::BULK_STRING_VALUE, tvb, value_at, there.len())?;
        if there.len() < count {
            let text = "Field is only partially decoded";
            cx.out.expert(f::PARTIAL, Severity::Note, Group::Undecoded, text);
        }
        if depth == 0 {
            column(cx, || String::from_utf8_lossy(there).into_owned());
        }
    }
    Ok(Next::At(end))
}

fn bulk_length<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize, count: i32) -> Result<(), Stop> {
    let value = strato_filter_lang::value::Value::Int(count.into());
    cx.out.add(f::BULK_STRING_LENGTH, tvb.bytes(at, len + 2)?, value);
    Ok(())
}

fn malformed_length(cx: &mut Cx<'_>) {
    cx.out.expert(f::MALFORMED_LENGTH, Severity::Error, Group::Undecoded, "Malformed length specified");
}

/// Elements behind their number. Where the packet ends between two of them the rest is taken for whole elements.
fn array<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize, depth: usize) -> Result<Next, Stop> {
    let count = number(tvb.bytes(at + 1, len - 1)?);
    let mut at = at;
    cx.out.label(f::ARRAY, tvb, at, len + 2);
    let value = strato_filter_lang::value::Value::Int(count);
    cx.out.add(f::ARRAY_LENGTH, tvb.bytes(at, len + 2)?, value);
    at += len + 2;
    if count < -1 {
        malformed_length(cx);
    }
    if count <= 0 {
        return Ok(Next::At(at));
    }
    if depth == 0 {
        column(cx, || format!("Array({count})"));
    }
    if depth + 1 >= MAX_DEPTH {
        let text = "Array is too deep to recurse any further. Subsequent elements attached to the protocol tree may not \
                    reflect their actual location in the array";
        cx.out.expert(f::ARRAY_RECURSION_TOO_DEEP, Severity::Note, Group::Undecoded, text);
        return Ok(Next::At(at));
    }
    if at >= tvb.len() && cx.info.can_desegment {
        return Ok(Next::Wait(More::OneSegment));
    }
    let mut left = count;
    while left > 0 && at < tvb.len() {
        match element(cx, tvb, at, depth + 1)? {
            Next::At(next) => at = next,
            Next::Wait(_) => {
                let text = "Array is partially decoded. Re-assembled array is in the next frame";
                cx.out.expert(f::REASSEMBLED_IN_NEXT_FRAME, Severity::Note, Group::Undecoded, text);
                return Ok(Next::Wait(More::OneSegment));
            }
        }
        left -= 1;
    }
    Ok(Next::At(at))
}

/// The number at the start of a text, 0 without one; what does not fit is the nearest that does.
fn number(text: &[u8]) -> i64 {
    let text = text.trim_ascii_start();
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let digits = digits.iter().take_while(|byte| byte.is_ascii_digit());
    digits.fold(0i64, |n, byte| {
        let digit = i64::from(byte - b'0');
        let n = n.saturating_mul(10);
        if negative { n.saturating_sub(digit) } else { n.saturating_add(digit) }
    })
}

/// Adds to the summary.
fn column(cx: &mut Cx<'_>, more: impl FnOnce() -> String) {
    let before = std::mem::take(&mut cx.info.info_column);
    cx.column("RESP", || before + " " + &more());
}

fn text_column(cx: &mut Cx<'_>, tvb: Tvb<'_>, at: usize, len: usize, depth: usize, what: &str) {
    if depth == 0 {
        column(cx, || format!("{what}{}", String::from_utf8_lossy(tvb.captured(at + 1, len - 1))));
    }
}
