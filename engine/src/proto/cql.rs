//! Cassandra's native protocol, versions 3 and 4: the head of messages, and what requests say in text.

mod fields;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    recent::Recent,
    tcp::pdus::dissect_messages,
    tvb::{Stop, Tvb},
};

/// CQL.
pub static CQL: Protocol = Protocol {
    name: "cql",
    title: "Cassandra CQL Protocol",
    frame_name: "cql",
    fields: FIELDS,
    parents: &[Parent::TcpPort(9042)],
    stateful: &["cql.response"],
    extent: Extent::Items,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of the header.
const HEADER: usize = 9;
const ANSWER: u8 = 0x80;
const COMPRESSED: u64 = 1;

/// Requests that wait, by conversation and stream.
#[derive(Default)]
struct State {
    asked: Recent<(u32, u16), (u64, Option<i128>)>,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if !matches!(tvb.u8(0), Ok(version) if matches!(version & !ANSWER, 3 | 4)) {
        return Ok(0);
    }
    cx.column("CQL", String::new);
    let length_of = |tvb: Tvb<'f>, at| Ok(Some(HEADER.saturating_add(tvb.u32(at + 5)? as usize)));
    dissect_messages(cx, Proto::Cql, tvb, HEADER, length_of, message)
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let at = &mut Cursor::new(tvb, 0);
    let answer = tvb.u8(0)? & ANSWER != 0;
    at.bits(cx, &[f::VERSION, f::PROTOCOL_VERSION, f::DIRECTION], 1)?;
    let flags = [
        f::FLAGS,
        f::FLAGS_COMPRESSION,
        f::FLAGS_TRACING,
        f::FLAGS_CUSTOM_PAYLOAD,
        f::FLAGS_WARNING,
        f::FLAGS_RESERVED,
    ];
    let flags = at.bits(cx, &flags, 1)?;
    let stream = at.tvb.u16(at.at)?;
    at.item(cx, f::STREAM, 2)?;
    let code = at.uint(cx, f::OPCODE, 1)? & 0x7f;
    at.item(cx, f::MESSAGE_LENGTH, 4)?;
    exchange(cx, answer, stream);
    if flags & COMPRESSED != 0 && at.left() > 0 {
        at.item(cx, f::RAW_COMPRESSED_BYTES, at.left())?;
        return Ok(tvb.len());
    }
    body(cx, at, code)?;
    Ok(tvb.len())
}

/// Links requests and responses.
fn exchange(cx: &mut Cx<'_>, answer: bool, stream: u16) {
    let Some(flow) = cx.info.flow.filter(|_| !cx.info.in_error) else { return };
    let (frame, now) = (cx.frame.number, cx.frame.timestamp_ns);
    let asked = &mut cx.state.of::<State>(Proto::Cql).asked;
    if !answer {
        asked.insert((flow.id, stream), (frame, now));
        return;
    }
    let Some((request, then)) = asked.remove((flow.id, stream)) else { return };
    cx.out.generated_uint(f::RESPONSE_TO, request);
    if let Some((now, then)) = now.zip(then) {
        cx.out.generated(f::RESPONSE_TIME, Value::Time(now - then));
    }
}

fn body<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, code: u64) -> Result<(), Stop> {
    match code {
        // ERROR
        0 => {
            at.item(cx, f::ERROR_CODE, 4)?;
            string(cx, at, 2)
        }
        // STARTUP
        1 => {
            let count = at.uint(cx, f::STRING_MAP_SIZE, 2)?;
            for _ in 0..count {
                string(cx, at, 2)?;
                string(cx, at, 2)?;
            }
            Ok(())
        }
        // AUTHENTICATE
        3 => string(cx, at, 2),
        // QUERY
        7 => {
            string(cx, at, 4)?;
            parameters(cx, at)
        }
        // RESULT
        8 => at.item(cx, f::RESULT_KIND, 4),
        // PREPARE
        9 => string(cx, at, 4),
        // EXECUTE
        10 => {
            let len = at.uint(cx, f::BYTES_LENGTH_SHORT, 2)? as usize;
            at.item(cx, f::BYTES, len)?;
            parameters(cx, at)
        }
        // REGISTER
        11 => {
            let count = at.uint(cx, f::STRING_LIST_SIZE, 2)?;
            (0..count).try_for_each(|_| string(cx, at, 2))
        }
        // EVENT
        12 => string(cx, at, 2),
        _ => Ok(()),
    }
}

/// Consistency, flags, and how many values there are.
fn parameters<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    at.item(cx, f::CONSISTENCY, 2)?;
    let flags = [
        f::QUERY_FLAGS,
        f::QUERY_FLAGS_VALUES,
        f::QUERY_FLAGS_SKIP_METADATA,
        f::QUERY_FLAGS_PAGE_SIZE,
        f::QUERY_FLAGS_PAGING_STATE,
        f::QUERY_FLAGS_SERIAL_CONSISTENCY,
        f::QUERY_FLAGS_DEFAULT_TIMESTAMP,
        f::QUERY_FLAGS_VALUE_NAMES,
        f::QUERY_FLAGS_RESERVED,
    ];
    let flags = at.bits(cx, &flags, 1)?;
    if flags & 1 == 0 {
        return Ok(());
    }
    let count = at.uint(cx, f::VALUE_COUNT, 2)?;
    for _ in 0..count {
        if flags & 0x40 != 0 {
            string(cx, at, 2)?;
        }
        let len = at.tvb.u32(at.at)?.cast_signed();
        at.item(cx, f::BYTES_LENGTH_INT, 4)?;
        if let Ok(len @ 1..) = usize::try_from(len) {
            at.item(cx, f::BYTES, len)?;
        }
    }
    Ok(())
}

/// Text with its length.
fn string<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, width: usize) -> Result<(), Stop> {
    at.counted(cx, f::STRING_LENGTH, f::STRING, width).map(drop)
}
