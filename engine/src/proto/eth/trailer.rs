//! What follows the payload of an Ethernet frame: padding, a trailer, the frame check sequence.

use super::{
    super::out::{F, Group, Severity},
    Cx, Proto, Tvb, f,
};

/// Shortest frame without its check sequence: shorter payloads are padded up to it.
const MIN_FRAME: usize = 60;
/// Shortest frame with its check sequence.
const MIN_FRAME_FCS: usize = 64;

/// What the end of a frame is judged by. Must be asked before the payload is dissected: then its layer is the last.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct End {
    /// Length of the innermost Ethernet frame, if there is one.
    frame_len: Option<usize>,
    /// Bytes of check sequence; when unknown, the last four bytes of a long enough frame are taken for it.
    fcs: Option<usize>,
}

impl End {
    /// Within a frame of this length, without a check sequence.
    pub(in super::super) fn within(len: usize) -> Self {
        Self { frame_len: Some(len), fcs: Some(0) }
    }

    pub(in super::super) fn of(cx: &Cx<'_>, fcs: Option<usize>) -> Self {
        let eth = cx.layers.iter().rev().find(|layer| layer.proto == Proto::Eth);
        Self { frame_len: eth.map(|layer| layer.tvb.reported_len()), fcs }
    }
}

/// Emits what follows the `len` bytes of payload: zeros up to the shortest frame are padding, the rest is `field`.
///
/// What was not captured is left out: that the frame is cut short is said by the layers whose bytes are missing.
pub(in super::super) fn trailer<'f>(
    cx: &mut Cx<'f>,
    field: F,
    payload: Tvb<'f>,
    len: usize,
    end: End,
) {
    let total = payload.reported_len();
    if len >= total {
        return;
    }
    let mut rest = total - len;
    let frame = end.frame_len.unwrap_or(total);
    let fcs_len = match end.fcs {
        Some(known) => known.min(rest),
        None if frame >= MIN_FRAME_FCS && rest >= 4 => 4,
        None => 0,
    };
    rest -= fcs_len;
    let payload_end = frame.saturating_sub(total) + len;
    let room = MIN_FRAME.saturating_sub(payload_end).min(rest);
    let padding = if payload.captured(len, room).iter().all(|byte| *byte == 0) { room } else { 0 };
    if padding > 0 {
        _ = cx.out.item(f::PADDING, payload, len, padding);
    }
    if rest > padding && room > 0 && padding == 0 {
        let text = "Didn't find padding of zeros, and an undecoded trailer exists. There may be padding of non-zeros.";
        cx.out.expert(f::PADDING_BAD, Severity::Note, Group::Protocol, text);
    }
    if rest > padding {
        _ = cx.out.item(field, payload, len + padding, rest - padding);
    }
    if fcs_len == 4 && cx.out.item(f::FCS, payload, total - 4, 4).is_ok() {
        // Not verified by default, as Wireshark.
        cx.out.generated_uint(f::FCS_STATUS, 2);
    }
}
