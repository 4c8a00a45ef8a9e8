//! Apache Thrift in its strict binary encoding, framed or not, recognised by the head of a message.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::{Cx, Desegment, More},
    tvb::{Stop, Tvb},
};

/// Thrift.
pub static THRIFT: Protocol = Protocol {
    name: "thrift",
    title: "Thrift Protocol",
    frame_name: "thrift",
    fields: FIELDS,
    parents: &[Parent::Heuristic(Proto::Tcp), Parent::Heuristic(Proto::Udp)],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

/// Deepest nesting of types.
const MAX_DEPTH: usize = 32;
/// Bytes of a frame's length.
const FRAME: usize = 4;
/// Longest frame.
const MAX_FRAME: u32 = 16_384_000;
/// A message's head up to the length of its method.
const HEAD: usize = 8;

/// Whether a message starts there: version 1, a kind, and a method's name of sensible length that can be read.
fn starts(tvb: Tvb<'_>, at: usize) -> bool {
    let Ok([0x80, 0x01, 0, 1..=4]) = tvb.array::<4>(at) else { return false };
    let Ok(len @ 1..=0x400) = tvb.u32(at + 4) else { return false };
    let name = tvb.captured(at + HEAD, len as usize);
    !name.is_empty() && name.iter().all(u8::is_ascii_graphic)
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let framed = !starts(tvb, 0);
    if framed && !(matches!(tvb.u32(0), Ok(1..=MAX_FRAME)) && starts(tvb, FRAME)) {
        return Ok(0);
    }
    cx.info.follow_up = Some(Proto::Thrift);
    cx.column("THRIFT", String::new);
    let mut at = 0;
    while at < tvb.len() {
        let start = at;
        if framed {
            let len = tvb.u32(at)? as usize;
            let missing = (FRAME + len).saturating_sub(tvb.len() - at);
            if missing > 0 && cx.info.can_desegment {
                cx.info.desegment = Some(Desegment { offset: start, more: More::Bytes(missing) });
                return Ok(tvb.len());
            }
            at += FRAME;
        }
        if !starts(tvb, at) {
            break;
        }
        // Without frames, a message is as long as its types say.
        let Ok(end) = length(tvb, at) else {
            if cx.info.can_desegment && !framed {
                // What is there already is shown each time.
                _ = show(cx, tvb, start, framed);
                cx.info.desegment = Some(Desegment { offset: start, more: More::OneSegment });
                return Ok(tvb.len());
            }
            show(cx, tvb, start, framed)?;
            return Ok(tvb.len());
        };
        show(cx, tvb, start, framed)?;
        at = end;
    }
    Ok(tvb.len())
}

fn show<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, from: usize, framed: bool) -> Result<(), Stop> {
    let at = &mut Cursor::new(tvb, from);
    if framed {
        at.item(cx, f::FRAME_LEN, FRAME)?;
    }
    at.item(cx, f::PROTOCOL_ID, 1)?;
    cx.out.number(f::VERSION, tvb, at.at, 1, u64::from(tvb.u8(at.at)? & 0x1f))?;
    cx.out.number(f::MTYPE, tvb, at.at + 2, 1, u64::from(tvb.u8(at.at + 2)? & 7))?;
    at.at += 3;
    at.counted(cx, f::STR_LEN, f::METHOD, 4)?;
    at.item(cx, f::SEQ_ID, 4)?;
    fields(cx, at, MAX_DEPTH)
}

/// Fields up to a stop.
fn fields<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, depth: usize) -> Result<(), Stop> {
    loop {
        let kind = at.uint(cx, f::TYPE, 1)? as u8;
        if kind == STOP {
            return Ok(());
        }
        at.item(cx, f::FID, 2)?;
        value(cx, at, kind, depth)?;
    }
}

const STOP: u8 = 0;
const STRUCT: u8 = 12;
const MAP: u8 = 13;
const SET: u8 = 14;
const LIST: u8 = 15;

fn value<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, kind: u8, depth: usize) -> Result<(), Stop> {
    let depth = depth.checked_sub(1).ok_or(Stop::Malformed)?;
    let start = at.at;
    match kind {
        2 => at.item(cx, f::BOOL, 1),
        3 => at.item(cx, f::I8, 1),
        4 => at.item(cx, f::DOUBLE, 8),
        6 => at.item(cx, f::I16, 2),
        8 => at.item(cx, f::I32, 4),
        10 => at.item(cx, f::I64, 8),
        11 => {
            let len = at.uint(cx, f::STR_LEN, 4)? as usize;
            let bytes = at.tvb.bytes(at.at, len)?;
            // Zeros end a text.
            let end = memchr::memchr(0, bytes).unwrap_or(len);
            let text = std::str::from_utf8(bytes.get(..end).unwrap_or_default());
            let control = |text: &str| text.chars().any(|c| c.is_control() && !c.is_whitespace());
            let text = (end > 0 || len == 0) && text.is_ok_and(|text| !control(text));
            at.item(cx, if text { f::STRING } else { f::BINARY }, len)
        }
        16 => at.item(cx, f::UUID, 16),
        STRUCT => {
            let len = span(at.tvb, start, STRUCT, MAX_DEPTH).unwrap_or(at.left());
            cx.out.label(f::STRUCT, at.tvb, start, len);
            fields(cx, at, depth)
        }
        SET | LIST => {
            let (label, count) = if kind == SET { (f::SET, f::NUM_SET_ITEM) } else { (f::LIST, f::NUM_LIST_ITEM) };
            let len = span(at.tvb, start, kind, MAX_DEPTH).unwrap_or(at.left());
            cx.out.label(label, at.tvb, start, len);
            let kind = at.uint(cx, f::TYPE, 1)? as u8;
            let count = at.uint(cx, count, 4)?;
            (0..count).try_for_each(|_| value(cx, at, kind, depth))
        }
        MAP => {
            let len = span(at.tvb, start, MAP, MAX_DEPTH).unwrap_or(at.left());
            cx.out.label(f::MAP, at.tvb, start, len);
            let key = at.uint(cx, f::TYPE, 1)? as u8;
            let item = at.uint(cx, f::TYPE, 1)? as u8;
            let count = at.uint(cx, f::NUM_MAP_ITEM, 4)?;
            (0..count).try_for_each(|_| {
                value(cx, at, key, depth)?;
                value(cx, at, item, depth)
            })
        }
        _ => Err(Stop::Malformed),
    }
}

/// Where a message ends.
fn length(tvb: Tvb<'_>, at: usize) -> Result<usize, Stop> {
    let body = at + HEAD + tvb.u32(at + 4)? as usize + 4;
    Ok(body + span(tvb, body, STRUCT, MAX_DEPTH)?)
}

/// How many bytes a value takes.
fn span(tvb: Tvb<'_>, from: usize, kind: u8, depth: usize) -> Result<usize, Stop> {
    let depth = depth.checked_sub(1).ok_or(Stop::Malformed)?;
    let mut at = from;
    match kind {
        2 | 3 => at += 1,
        4 | 10 => at += 8,
        6 => at += 2,
        8 => at += 4,
        11 => at += 4 + tvb.u32(at)? as usize,
        16 => at += 16,
        STRUCT => loop {
            let kind = tvb.u8(at)?;
            at += 1;
            if kind == STOP {
                break;
            }
            at += 2;
            at += span(tvb, at, kind, depth)?;
        },
        SET | LIST => {
            let (kind, count) = (tvb.u8(at)?, tvb.u32(at + 1)?);
            at += 5;
            for _ in 0..count {
                at += span(tvb, at, kind, depth)?;
            }
        }
        MAP => {
            let (key, item, count) = (tvb.u8(at)?, tvb.u8(at + 1)?, tvb.u32(at + 2)?);
            at += 6;
            for _ in 0..count {
                at += span(tvb, at, key, depth)?;
                at += span(tvb, at, item, depth)?;
            }
        }
        _ => return Err(Stop::Malformed),
    }
    tvb.bytes(from, at - from)?;
    Ok(at - from)
}
