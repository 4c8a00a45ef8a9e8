//! What follows the payload of an Ethernet frame: padding, a trailer, the frame check sequence.

use super::{super::out::F, Cx, Proto, Stop, Tvb, f};

/// Shortest frame without its check sequence: shorter payloads are padded up to it.
const MIN_FRAME: usize = 60;
/// Shortest frame with its check sequence.
const MIN_FRAME_FCS: usize = 64;

/// Emits what follows the `len` bytes of payload: zeros up to the shortest frame are padding, the rest is `field`.
/// `fcs`: bytes of check sequence, `None` when unknown: then the last four bytes of a long enough frame are taken for it.
pub(in super::super) fn trailer<'f>(
    cx: &mut Cx<'f>,
    field: F,
    payload: Tvb<'f>,
    len: usize,
    fcs: Option<usize>,
) -> Result<(), Stop> {
    let total = payload.reported_len();
    if len >= total {
        return Ok(());
    }
    let mut rest = total - len;
    let frame = frame_len(cx, payload);
    let fcs_len = match fcs {
        Some(known) => known.min(rest),
        None if frame >= MIN_FRAME_FCS && rest >= 4 => 4,
        None => 0,
    };
    rest -= fcs_len;
    let payload_end = frame.saturating_sub(total) + len;
    let room = MIN_FRAME.saturating_sub(payload_end).min(rest);
    let padding = if payload.captured(len, room).iter().all(|byte| *byte == 0) { room } else { 0 };
    if padding > 0 {
        cx.out.item(f::PADDING, payload, len, padding)?;
    }
    if rest > padding {
        cx.out.item(field, payload, len + padding, rest - padding)?;
    }
    if fcs_len == 4 {
        cx.out.item(f::FCS, payload, total - 4, 4)?;
        // Not verified by default, as Wireshark.
        cx.out.generated_uint(f::FCS_STATUS, 2);
    }
    Ok(())
}

/// Length of the innermost Ethernet frame, or of the bytes given when there is none.
fn frame_len(cx: &Cx<'_>, payload: Tvb<'_>) -> usize {
    let eth = cx.layers.iter().rev().find(|layer| layer.proto == Proto::Eth);
    eth.map_or(payload.reported_len(), |layer| layer.tvb.reported_len())
}
