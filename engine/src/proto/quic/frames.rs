//! Frames, RFC 9000 §19, RFC 9221, draft-ietf-quic-ack-frequency, draft-huitema-quic-ts.

use super::{
    f,
    state::{Connections, Found, Id, Level},
};
use crate::proto::{
    Proto,
    dissect::{Cx, Flow},
    http3,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

/// A number of variable length, RFC 9000 §16: the two high bits of its first byte say how long it is.
pub(super) fn varint(tvb: Tvb<'_>, at: usize) -> Result<(u64, usize), Stop> {
    let len = 1usize << (tvb.u8(at)? >> 6);
    let value = tvb.uint(at, len)?;
    Ok((value & (u64::MAX >> (64 - len * 8 + 2)), len))
}

/// Emits such a number; gives it and where it ends.
pub(super) fn number<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(u64, usize), Stop> {
    let (value, len) = varint(tvb, at)?;
    cx.out.number(field, tvb, at, len, value)?;
    Ok((value, at + len))
}

/// Dissects all frames of a packet; `level` and sender say to which stream of messages CRYPTO frames belong.
pub(super) fn frames<'f>(cx: &mut Cx<'f>, payload: Tvb<'f>, level: Level, found: Found) -> Result<(), Stop> {
    let mut at = 0;
    while at < payload.len() {
        let start = at;
        let (kind, len) = varint(payload, at)?;
        cx.out.number(f::FRAME_TYPE, payload, at, len, kind)?;
        at = frame(cx, payload, at + len, kind, level, found)?;
        if at <= start {
            return Ok(());
        }
        cx.out.label(f::FRAME, payload, start, at - start);
    }
    Ok(())
}

/// Dissects a frame after its type; gives where it ends, 0 if that cannot be known.
fn frame<'f>(
    cx: &mut Cx<'f>,
    payload: Tvb<'f>,
    at: usize,
    kind: u64,
    level: Level,
    found: Found,
) -> Result<usize, Stop> {
    let numbers = |cx: &mut Cx<'f>, fields: &[F]| {
        fields.iter().try_fold(at, |at, field| number(cx, *field, payload, at).map(|(_, end)| end))
    };
    match kind {
        0x00 => {
            let more = payload.captured(at, payload.len()).iter().take_while(|byte| **byte == 0).count();
            cx.out.number(f::PADDING_LENGTH, payload, at - 1, more + 1, more as u64 + 1)?;
            Ok(at + more)
        }
        0x01 | 0x1e => Ok(at),
        0x02 | 0x03 => ack(cx, payload, at, kind == 0x03),
        0x04 => numbers(cx, &[f::RSTS_STREAM_ID, f::RSTS_APPLICATION_ERROR_CODE, f::RSTS_FINAL_SIZE]),
        0x05 => numbers(cx, &[f::SS_STREAM_ID, f::SS_APPLICATION_ERROR_CODE]),
        0x06 => crypto(cx, payload, at, level, found),
        0x07 => counted(cx, payload, at, f::NT_LENGTH, f::NT_TOKEN),
        0x08..=0x0f => stream(cx, payload, at, kind, found),
        0x10 => numbers(cx, &[f::MD_MAXIMUM_DATA]),
        0x11 => numbers(cx, &[f::MSD_STREAM_ID, f::MSD_MAXIMUM_STREAM_DATA]),
        0x12 | 0x13 => numbers(cx, &[f::MS_MAX_STREAMS]),
        0x14 => numbers(cx, &[f::SB_STREAM_DATA_LIMIT]),
        0x15 => numbers(cx, &[f::SDB_STREAM_ID, f::SB_STREAM_DATA_LIMIT]),
        0x16 | 0x17 => numbers(cx, &[f::SIB_STREAM_LIMIT]),
        0x18 => new_id(cx, payload, at, found),
        0x19 => numbers(cx, &[f::RCI_SEQUENCE]),
        0x1a | 0x1b => {
            let field = if kind == 0x1a { f::PATH_CHALLENGE_DATA } else { f::PATH_RESPONSE_DATA };
            cx.out.item(field, payload, at, 8)?;
            Ok(at + 8)
        }
        0x1c | 0x1d => close(cx, payload, at, kind == 0x1c),
        0x30 => {
            cx.out.item(f::DG, payload, at, payload.len().saturating_sub(at))?;
            Ok(payload.len())
        }
        0x31 => counted(cx, payload, at, f::DG_LENGTH, f::DG),
        0xaf => {
            let at = numbers(
                cx,
                &[f::AF_SEQUENCE_NUMBER, f::AF_ACK_ELICITING_THRESHOLD, f::AF_REQUEST_MAX_ACK_DELAY],
            )?;
            for field in [f::AF_LAST_BYTE, f::AF_RESERVED, f::AF_IGNORE_CE, f::AF_IGNORE_ORDER] {
                cx.out.item(field, payload, at, 1)?;
            }
            Ok(at + 1)
        }
        0xac => Ok(at),
        0x2f5 => numbers(cx, &[f::TS]),
        _ => {
            cx.out.expert(f::FT_UNKNOWN, Severity::Note, Group::Undecoded, "Unknown Frame Type");
            Ok(0)
        }
    }
}

/// A length and as many bytes.
fn counted<'f>(cx: &mut Cx<'f>, payload: Tvb<'f>, at: usize, length: F, content: F) -> Result<usize, Stop> {
    let (len, at) = number(cx, length, payload, at)?;
    let len = usize::try_from(len).map_err(|_| Stop::Malformed)?;
    cx.out.item(content, payload, at, len)?;
    Ok(at + len)
}

/// A piece of a stream; its type says what stands there.
fn stream<'f>(cx: &mut Cx<'f>, payload: Tvb<'f>, at: usize, kind: u64, found: Found) -> Result<usize, Stop> {
    for field in [f::STREAM_FIN, f::STREAM_LEN, f::STREAM_OFF] {
        cx.out.item(field, payload, at - 1, 1)?;
    }
    let (id, len) = varint(payload, at)?;
    cx.out.number(f::STREAM_STREAM_ID, payload, at, len, id)?;
    cx.out.number(f::STREAM_INITIATOR, payload, at, len, id & 1)?;
    cx.out.number(f::STREAM_DIRECTION, payload, at, len, id >> 1 & 1)?;
    let mut at = at + len;
    let mut offset = 0;
    if kind & 4 != 0 {
        (offset, at) = number(cx, f::STREAM_OFFSET, payload, at)?;
    }
    let len = if kind & 2 != 0 {
        let (len, end) = number(cx, f::STREAM_LENGTH, payload, at)?;
        at = end;
        usize::try_from(len).map_err(|_| Stop::Malformed)?
    } else {
        payload.len().saturating_sub(at)
    };
    let data = payload.sub(at, len)?;
    cx.out.item(f::STREAM_DATA, payload, at, len)?;
    let http3 = cx.state.of::<Connections>(Proto::Quic).get(found.number).is_some_and(|known| known.http3);
    if http3 && len > 0 {
        let piece = http3::Piece { connection: found.number, stream: id, from_server: found.from_server, offset };
        http3::piece(cx, data, piece);
    }
    Ok(at + len)
}

/// Another id of the sender.
fn new_id<'f>(cx: &mut Cx<'f>, payload: Tvb<'f>, at: usize, found: Found) -> Result<usize, Stop> {
    let (_, at) = number(cx, f::NCI_SEQUENCE, payload, at)?;
    let (_, at) = number(cx, f::NCI_RETIRE_PRIOR_TO, payload, at)?;
    let len = cx.out.uint(f::NCI_CONNECTION_ID_LENGTH, payload, at, 1)? as usize;
    cx.out.item(f::NCI_CONNECTION_ID, payload, at + 1, len)?;
    if let Some(id) = Id::new(payload.bytes(at + 1, len)?) {
        cx.state.of::<Connections>(Proto::Quic).add_id(found.number, found.from_server, id);
    }
    cx.out.item(f::NCI_STATELESS_RESET_TOKEN, payload, at + 1 + len, 16)?;
    Ok(at + 17 + len)
}

fn ack<'f>(cx: &mut Cx<'f>, payload: Tvb<'f>, at: usize, ecn: bool) -> Result<usize, Stop> {
    let (_, at) = number(cx, f::ACK_LARGEST_ACKNOWLEDGED, payload, at)?;
    let (_, at) = number(cx, f::ACK_ACK_DELAY, payload, at)?;
    let (ranges, at) = number(cx, f::ACK_ACK_RANGE_COUNT, payload, at)?;
    let (_, mut at) = number(cx, f::ACK_FIRST_ACK_RANGE, payload, at)?;
    for _ in 0..ranges {
        at = number(cx, f::ACK_GAP, payload, at)?.1;
        at = number(cx, f::ACK_ACK_RANGE, payload, at)?.1;
    }
    if ecn {
        for field in [f::ACK_ECT0_COUNT, f::ACK_ECT1_COUNT, f::ACK_ECN_CE_COUNT] {
            at = number(cx, field, payload, at)?.1;
        }
    }
    Ok(at)
}

fn close<'f>(cx: &mut Cx<'f>, payload: Tvb<'f>, at: usize, transport: bool) -> Result<usize, Stop> {
    /// The errors that stand for alerts of TLS.
    const ALERTS: std::ops::RangeInclusive<u64> = 0x100..=0x1ff;
    let field = if transport { f::CC_ERROR_CODE } else { f::CC_ERROR_CODE_APP };
    let (code, mut end) = number(cx, field, payload, at)?;
    if transport {
        if ALERTS.contains(&code) {
            cx.out.number(f::CC_ERROR_CODE_TLS_ALERT, payload, end - 1, 1, code & 0xff)?;
        }
        end = number(cx, f::CC_FRAME_TYPE, payload, end)?.1;
    }
    let (len, at) = number(cx, f::CC_REASON_PHRASE_LENGTH, payload, end)?;
    let len = usize::try_from(len).map_err(|_| Stop::Malformed)?;
    if len > 0 {
        cx.out.item(f::CC_REASON_PHRASE, payload, at, len)?;
    }
    Ok(at.saturating_add(len))
}

/// A piece of the TLS handshake; what is complete by it is dissected.
fn crypto<'f>(cx: &mut Cx<'f>, payload: Tvb<'f>, at: usize, level: Level, found: Found) -> Result<usize, Stop> {
    let (offset, at) = number(cx, f::CRYPTO_OFFSET, payload, at)?;
    let (len, at) = number(cx, f::CRYPTO_LENGTH, payload, at)?;
    let len = usize::try_from(len).map_err(|_| Stop::Malformed)?;
    let data = payload.bytes(at, len)?;
    cx.out.label(f::CRYPTO_CRYPTO_DATA, payload, at, len);
    let Some(connection) = cx.state.of::<Connections>(Proto::Quic).get(found.number) else { return Ok(at + len) };
    let reversed = connection.client_reversed != found.from_server;
    let flow = cx.info.flow.map(|flow| Flow { id: connection.flow, reversed, ..flow });
    let crypto = connection.crypto(level, found.from_server);
    let repeated = crypto.is_read(offset, len);
    let ready = crypto.take(offset, data);
    if repeated {
        let text = "This QUIC frame has a reused stream offset (retransmission?)";
        cx.out.expert(f::RETRANSMISSION, Severity::Note, Group::Sequence, text);
    }
    if !ready.is_empty() {
        let ready = if ready == data { data } else { cx.out.alloc_bytes(&ready) };
        // TLS knows the connection by the flow it began on.
        let outer = std::mem::replace(&mut cx.info.flow, flow);
        cx.call(Proto::Tls, Tvb::whole(ready));
        cx.info.flow = outer;
    }
    Ok(at + len)
}
