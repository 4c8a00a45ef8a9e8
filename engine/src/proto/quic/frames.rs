//! The frames of Initial and Handshake packets, RFC 9000 §12.4, §19.

use super::{
    f,
    state::{Connections, Level},
};
use crate::proto::{
    Proto,
    dissect::Cx,
    out::F,
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
pub(super) fn frames<'f>(cx: &mut Cx<'f>, payload: Tvb<'f>, level: Level, from_server: bool) -> Result<(), Stop> {
    let mut at = 0;
    while at < payload.len() {
        let start = at;
        let (kind, len) = varint(payload, at)?;
        cx.out.number(f::FRAME_TYPE, payload, at, len, kind)?;
        at += len;
        match kind {
            0x00 => {
                let more = payload.captured(at, payload.len()).iter().take_while(|byte| **byte == 0).count();
                at += more;
                cx.out.number(f::PADDING_LENGTH, payload, start, more + 1, more as u64 + 1)?;
            }
            0x01 => {}
            0x02 | 0x03 => at = ack(cx, payload, at, kind == 0x03)?,
            0x06 => at = crypto(cx, payload, at, level, from_server)?,
            0x1c | 0x1d => at = close(cx, payload, at, kind == 0x1c)?,
            // Nothing else may stand in these packets.
            _ => return Ok(()),
        }
        cx.out.label(f::FRAME, payload, start, at - start);
    }
    Ok(())
}

fn ack<'f>(cx: &mut Cx<'f>, payload: Tvb<'f>, at: usize, ecn: bool) -> Result<usize, Stop> {
    let (_, at) = number(cx, f::ACK_LARGEST, payload, at)?;
    let (_, at) = number(cx, f::ACK_DELAY, payload, at)?;
    let (ranges, at) = number(cx, f::ACK_RANGE_COUNT, payload, at)?;
    let (_, mut at) = number(cx, f::ACK_FIRST_RANGE, payload, at)?;
    for _ in 0..ranges {
        at = number(cx, f::ACK_GAP, payload, at)?.1;
        at = number(cx, f::ACK_RANGE, payload, at)?.1;
    }
    if ecn {
        for field in [f::ACK_ECT0, f::ACK_ECT1, f::ACK_CE] {
            at = number(cx, field, payload, at)?.1;
        }
    }
    Ok(at)
}

fn close<'f>(cx: &mut Cx<'f>, payload: Tvb<'f>, at: usize, transport: bool) -> Result<usize, Stop> {
    let (_, mut at) = number(cx, f::CC_ERROR_CODE, payload, at)?;
    if transport {
        at = number(cx, f::CC_FRAME_TYPE, payload, at)?.1;
    }
    let (len, at) = number(cx, f::CC_REASON_LENGTH, payload, at)?;
    let len = usize::try_from(len).map_err(|_| Stop::Malformed)?;
    if len > 0 {
        cx.out.item(f::CC_REASON, payload, at, len)?;
    }
    Ok(at.saturating_add(len))
}

/// A piece of the TLS handshake; what is complete by it is dissected.
fn crypto<'f>(cx: &mut Cx<'f>, payload: Tvb<'f>, at: usize, level: Level, from_server: bool) -> Result<usize, Stop> {
    let (offset, at) = number(cx, f::CRYPTO_OFFSET, payload, at)?;
    let (len, at) = number(cx, f::CRYPTO_LENGTH, payload, at)?;
    let len = usize::try_from(len).map_err(|_| Stop::Malformed)?;
    let data = payload.bytes(at, len)?;
    cx.out.label(f::CRYPTO_DATA, payload, at, len);
    if let Some(flow) = cx.info.flow
        && let Some(connection) = cx.state.of::<Connections>(Proto::Quic).by_flow.get(flow.id)
    {
        let ready = connection.crypto(level, from_server).take(offset, data);
        if !ready.is_empty() {
            let ready = if ready == data { data } else { cx.out.alloc_bytes(&ready) };
            cx.call(Proto::Tls, Tvb::whole(ready));
        }
    }
    Ok(at + len)
}
