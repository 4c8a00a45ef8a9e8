//! Frames, RFC 9113 §6.

use strato_filter_lang::value::Value;

use super::{HEADER, MAGIC, data, f, headers, state::connection, values};
use crate::proto::{
    Proto,
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

const END_STREAM: u8 = 1;
const ACK: u8 = 1;
const END_HEADERS: u8 = 4;
const PADDED: u8 = 8;
const PRIORITY: u8 = 0x20;

/// Dissects a frame, or the magic that comes before all frames; `false` when nothing behind it can be dissected.
pub(super) fn frame<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<bool, Stop> {
    cx.out.label(f::STREAM, tvb, 0, tvb.reported_len());
    if tvb.captured(0, MAGIC.len()) == MAGIC {
        cx.out.item(f::MAGIC, tvb, 0, MAGIC.len())?;
        column(cx, || "Magic".to_owned());
        return Ok(true);
    }
    cx.out.item(f::LENGTH, tvb, 0, 3)?;
    let kind = cx.out.uint(f::TYPE, tvb, 3, 1)? as u8;
    let bits = flags(cx, tvb, kind)?;
    cx.out.item(f::R, tvb, 5, 4)?;
    let id = cx.out.uint(f::STREAMID, tvb, 5, 4)? as u32 & 0x7fff_ffff;
    connection(cx, |connection, _| connection.current = id);
    column(cx, || format!("{}[{id}]", values::TYPE.name(kind.into()).unwrap_or("Unknown type")));
    match kind {
        0 => return body(cx, tvb, id, bits),
        1 => header_block(cx, tvb, id, bits)?,
        2 => priority(cx, tvb, HEADER).map(drop)?,
        3 => cx.out.item(f::RST_STREAM_ERROR, tvb, HEADER, 4)?,
        4 => settings(cx, tvb, HEADER)?,
        5 => push_promise(cx, tvb, id, bits)?,
        6 => cx.out.item(if bits & ACK != 0 { f::PONG } else { f::PING }, tvb, HEADER, 8)?,
        7 => goaway(cx, tvb)?,
        8 => {
            cx.out.item(f::WINDOW_UPDATE_R, tvb, HEADER, 4)?;
            cx.out.item(f::WINDOW_UPDATE_WINDOW_SIZE_INCREMENT, tvb, HEADER, 4)?;
        }
        9 => continuation(cx, tvb, id, bits)?,
        10 => altsvc(cx, tvb)?,
        11 => {}
        12 => origin(cx, tvb)?,
        16 => {
            cx.out.item(f::PRIORITY_UPDATE_STREAM_ID, tvb, HEADER, 4)?;
            rest(cx, f::PRIORITY_UPDATE_FIELD_VALUE, tvb, HEADER + 4)?;
        }
        _ => rest(cx, f::UNKNOWN, tvb, HEADER)?,
    }
    Ok(true)
}

/// Adds a frame to the summary.
fn column(cx: &mut Cx<'_>, text: impl FnOnce() -> String) {
    if cx.out.plan.columns {
        let info = &mut cx.info.info_column;
        if !info.is_empty() {
            info.push_str(", ");
        }
        info.push_str(&text());
    }
}

/// All bytes from `at` on.
fn rest<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    cx.out.item(field, tvb, at, tvb.reported_rest(at))
}

fn flags<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, kind: u8) -> Result<u8, Stop> {
    let fields: &[F] = match kind {
        0 => &[f::FLAGS_UNUSED_DATA, f::FLAGS_PADDED, f::FLAGS_END_STREAM],
        1 => &[f::FLAGS_UNUSED_HEADERS, f::FLAGS_PRIORITY, f::FLAGS_PADDED, f::FLAGS_EH, f::FLAGS_END_STREAM],
        4 => &[f::FLAGS_UNUSED_SETTINGS, f::FLAGS_ACK_SETTINGS],
        5 => &[f::FLAGS_UNUSED_PUSH_PROMISE, f::FLAGS_PADDED, f::FLAGS_EH],
        6 => &[f::FLAGS_UNUSED_PING, f::FLAGS_ACK_PING],
        9 => &[f::FLAGS_UNUSED_CONTINUATION, f::FLAGS_PADDED, f::FLAGS_EH],
        _ => &[f::FLAGS_UNUSED],
    };
    let bits = cx.out.uint(f::FLAGS, tvb, 4, 1)? as u8;
    fields.iter().try_for_each(|field| cx.out.item(*field, tvb, 4, 1))?;
    Ok(bits)
}

/// Reads how much padding there is: where the content starts, and where it ends.
fn padding<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, bits: u8) -> Result<(usize, usize), Stop> {
    let (mut at, mut pad) = (HEADER, 0);
    if bits & PADDED != 0 {
        pad = cx.out.uint(f::PADDING, tvb, at, 1)?;
        at += 1;
    }
    cx.out.generated_uint(f::PAD_LENGTH, pad);
    let end = tvb.reported_len().checked_sub(pad as usize).filter(|end| *end >= at);
    Ok((at, end.ok_or(Stop::Malformed)?))
}

fn body<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, id: u32, bits: u8) -> Result<bool, Stop> {
    let (at, end) = padding(cx, tvb, bits)?;
    let content = tvb.sub(at, end - at)?;
    // As Wireshark, with the frame's header.
    cx.tap(Proto::Http2, id, tvb.data());
    // A body of one frame is shown with its padding.
    let padded = tvb.captured(at, tvb.reported_len());
    if !data::payload(cx, id, content, padded, bits & END_STREAM != 0) {
        return Ok(false);
    }
    trailing(cx, f::DATA_PADDING, tvb, end)?;
    // Of a frame that was not captured whole the rest is missing.
    tvb.bytes(at, end - at).map(|_| true)
}

/// Padding, if there is some.
fn trailing<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    if tvb.reported_rest(at) > 0 { rest(cx, field, tvb, at) } else { Ok(()) }
}

fn header_block<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, id: u32, bits: u8) -> Result<(), Stop> {
    let (mut at, end) = padding(cx, tvb, bits)?;
    if bits & PRIORITY != 0 {
        at = priority(cx, tvb, at)?;
    }
    let fragment = tvb.sub(at, end.checked_sub(at).ok_or(Stop::Malformed)?)?;
    cx.out.item(f::HEADERS, fragment, 0, fragment.reported_len())?;
    headers::block(cx, id, fragment, bits & END_HEADERS != 0);
    trailing(cx, f::HEADERS_PADDING, tvb, end)?;
    if bits & END_STREAM != 0 {
        data::end(cx, id);
    }
    Ok(())
}

fn continuation<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, id: u32, bits: u8) -> Result<(), Stop> {
    let (at, end) = padding(cx, tvb, bits)?;
    let fragment = tvb.sub(at, end - at)?;
    cx.out.item(f::CONTINUATION_HEADER, fragment, 0, fragment.reported_len())?;
    headers::block(cx, id, fragment, bits & END_HEADERS != 0);
    trailing(cx, f::CONTINUATION_PADDING, tvb, end)
}

/// A stream's place among others; returns where it ends.
fn priority<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    cx.out.item(f::EXCLUSIVE, tvb, at, 4)?;
    cx.out.item(f::STREAM_DEPENDENCY, tvb, at, 4)?;
    let weight = cx.out.uint(f::HEADERS_WEIGHT, tvb, at + 4, 1)?;
    // 1 to 256 in a field of 8 bits.
    cx.out.generated_uint(f::HEADERS_WEIGHT_REAL, (weight + 1) & 0xff);
    Ok(at + 5)
}

/// The settings from `at` on.
pub(super) fn settings<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize) -> Result<(), Stop> {
    while tvb.reported_rest(at) > 0 {
        cx.out.add(f::SETTINGS, tvb.captured(at, 6), Value::Label);
        let id = cx.out.uint(f::SETTINGS_ID, tvb, at, 2)?;
        let field = match id {
            1 => f::SETTINGS_HEADER_TABLE_SIZE,
            2 => f::SETTINGS_ENABLE_PUSH,
            3 => f::SETTINGS_MAX_CONCURRENT_STREAMS,
            4 => f::SETTINGS_INITIAL_WINDOW_SIZE,
            5 => f::SETTINGS_MAX_FRAME_SIZE,
            6 => f::SETTINGS_MAX_HEADER_LIST_SIZE,
            8 => f::SETTINGS_EXTENDED_CONNECT,
            _ => f::SETTINGS_UNKNOWN,
        };
        let value = cx.out.uint(field, tvb, at + 2, 4)? as u32;
        if id == 1 {
            // The table of those who send to the one that said it.
            connection(cx, |connection, reversed| connection.direction(!reversed).decoder.limit(value));
        }
        at += 6;
    }
    Ok(())
}

/// As in Wireshark, what is promised counts for the stream that the promise comes on.
fn push_promise<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, id: u32, bits: u8) -> Result<(), Stop> {
    let (at, end) = padding(cx, tvb, bits)?;
    cx.out.item(f::PUSH_PROMISE_R, tvb, at, 4)?;
    cx.out.item(f::PUSH_PROMISE_PROMISED_STREAM_ID, tvb, at, 4)?;
    let fragment = tvb.sub(at + 4, end.checked_sub(at + 4).ok_or(Stop::Malformed)?)?;
    cx.out.item(f::PUSH_PROMISE_HEADER, fragment, 0, fragment.reported_len())?;
    headers::block(cx, id, fragment, bits & END_HEADERS != 0);
    trailing(cx, f::PUSH_PROMISE_PADDING, tvb, end)
}

fn goaway<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::GOWAY_R, tvb, HEADER, 4)?;
    cx.out.item(f::GOAWAY_LAST_STREAM_ID, tvb, HEADER, 4)?;
    cx.out.item(f::GOAWAY_ERROR, tvb, HEADER + 4, 4)?;
    trailing(cx, f::GOAWAY_ADDATA, tvb, HEADER + 8)
}

fn altsvc<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let len = cx.out.uint(f::ALTSVC_ORIGIN_LEN, tvb, HEADER, 2)? as usize;
    let at = HEADER + 2 + len;
    cx.out.item(f::ALTSVC_ORIGIN, tvb, HEADER + 2, len)?;
    trailing(cx, f::ALTSVC_FIELD_VALUE, tvb, at)
}

fn origin<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = HEADER;
    while tvb.reported_rest(at) > 0 {
        let len = usize::from(tvb.u16(at)?);
        cx.out.add(f::ORIGIN, tvb.captured(at, 2 + len), Value::Label);
        cx.out.item(f::ORIGIN_ORIGIN_LEN, tvb, at, 2)?;
        cx.out.item(f::ORIGIN_ORIGIN, tvb, at + 2, len)?;
        at += 2 + len;
    }
    Ok(())
}
