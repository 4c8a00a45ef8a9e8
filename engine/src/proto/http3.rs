//! HTTP/3, RFC 9114: streams and frames; headers stay compressed.

mod fields;

use strato_filter_lang::value::Value;

use self::fields::f;
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{F, Group, Severity},
    recent::Recent,
    tvb::{Stop, Tvb},
};

/// HTTP/3.
pub static HTTP3: Protocol = Protocol {
    name: "http3",
    title: "Hypertext Transfer Protocol Version 3",
    frame_name: "http3",
    fields: fields::FIELDS,
    parents: &[Parent::Below(Proto::Quic)],
    stateful: &["http3"],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Types of streams that one end sends on, RFC 9114 §6.2, RFC 9204 §4.2.
const CONTROL: u64 = 0;
const PUSH: u64 = 1;
const DECODER: u64 = 3;

/// A frame of settings, RFC 9114 §7.2.4.
const SETTINGS: u64 = 4;

/// A piece of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) connection: u32,
    pub(super) stream: u64,
    pub(super) from_server: bool,
    pub(super) offset: u64,
}

/// What is remembered of a direction of a stream.
#[derive(Clone, Copy, Debug, Default)]
struct Stream {
    kind: Option<u64>,
    /// Bytes of a frame's content that are still to come.
    rest: u64,
}

#[derive(Default)]
struct Streams {
    streams: Recent<(u32, u64, bool), Stream>,
    current: Option<Piece>,
}

/// Dissects a piece of a stream.
pub(super) fn piece<'f>(cx: &mut Cx<'f>, data: Tvb<'f>, piece: Piece) {
    cx.state.of::<Streams>(Proto::Http3).current = Some(piece);
    cx.call(Proto::Http3, data);
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let all = cx.state.of::<Streams>(Proto::Http3);
    let Some(piece) = all.current.take() else { return Ok(tvb.len()) };
    let key = (piece.connection, piece.stream, piece.from_server);
    let mut stream = *all.streams.entry(key, Stream::default);
    let mut at = 0;
    // The second bit: only the initiator sends.
    let one_way = piece.stream & 2 != 0;
    if one_way && piece.offset == 0 {
        let (kind, end) = number(cx, f::STREAM_TYPE, tvb, 0)?;
        at = end;
        stream.kind = Some(kind);
        if kind == PUSH {
            at = number(cx, f::PUSH_ID, tvb, at)?.1;
        } else if kind > DECODER {
            cx.out.expert(f::UNKNOWN_STREAM_TYPE, Severity::Warn, Group::Undecoded, "Unknown stream type");
        }
    }
    if !one_way || matches!(stream.kind, Some(CONTROL | PUSH)) {
        stream.rest = frames(cx, tvb, at, stream.rest)?;
    }
    *cx.state.of::<Streams>(Proto::Http3).streams.entry(key, Stream::default) = stream;
    Ok(tvb.len())
}

/// A number of variable length, RFC 9000 §16.
fn number<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(u64, usize), Stop> {
    let len = 1usize << (tvb.u8(at)? >> 6);
    let value = tvb.uint(at, len)? & (u64::MAX >> (64 - len * 8 + 2));
    cx.out.number(field, tvb, at, len, value)?;
    Ok((value, at + len))
}

/// Frames; gives how much of the last one is still to come.
fn frames<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize, rest: u64) -> Result<u64, Stop> {
    let there = rest.min(tvb.reported_rest(at) as u64);
    at += there as usize;
    if there < rest {
        return Ok(rest - there);
    }
    while at < tvb.reported_len() {
        let (kind, end) = number(cx, f::FRAME_TYPE, tvb, at)?;
        let (len, end) = number(cx, f::FRAME_LENGTH, tvb, end)?;
        let there = len.min(tvb.reported_rest(end) as u64) as usize;
        if there > 0 {
            cx.out.item(f::FRAME_PAYLOAD, tvb, end, there)?;
        }
        if kind == SETTINGS {
            settings(cx, tvb.sub(end, there)?)?;
        }
        at = end + there;
        if (there as u64) < len {
            return Ok(len - there as u64);
        }
    }
    Ok(0)
}

/// RFC 9114 §7.2.4.1, RFC 9204 §5, RFC 9220.
fn settings<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 0;
    while at < tvb.reported_len() {
        cx.out.add(f::SETTINGS, tvb.captured(at, 2), Value::Label);
        let (id, value_at) = number(cx, f::SETTINGS_ID, tvb, at)?;
        let (_, end) = number(cx, f::SETTINGS_VALUE, tvb, value_at)?;
        let field = match id {
            1 => Some(f::SETTINGS_QPACK_MAX_TABLE_CAPACITY),
            6 => Some(f::SETTINGS_MAX_FIELD_SECTION_SIZE),
            7 => Some(f::SETTINGS_QPACK_BLOCKED_STREAMS),
            8 => Some(f::SETTINGS_EXTENDED_CONNECT),
            _ => None,
        };
        if let Some(field) = field {
            number(cx, field, tvb, value_at)?;
        }
        at = end;
    }
    Ok(())
}
