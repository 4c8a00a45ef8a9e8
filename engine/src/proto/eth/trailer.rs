//! What follows the payload of an Ethernet frame: padding, a trailer, the frame check sequence.

use super::{
    super::out::{F, Group, Severity},
    Cx, Proto, Tvb, f,
};

/// Shortest frame without its check sequence: shorter ones are padded up to it.
const MIN_FRAME: usize = 60;
/// Shortest frame with its check sequence.
const MIN_FRAME_FCS: usize = 64;
/// Bytes of a check sequence.
const FCS_LEN: usize = 4;

/// What the end of a frame is judged by. Must be asked before the payload is dissected: then its layer is the last.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct End {
    /// Whether a check sequence ends it.
    fcs: bool,
}

impl End {
    /// Without a check sequence.
    pub(in super::super) const PLAIN: Self = Self { fcs: false };

    /// With so many bytes of check sequence; when unknown, the last four bytes of a long enough frame are taken for it.
    pub(super) fn of(cx: &Cx<'_>, fcs: Option<usize>) -> Self {
        let eth = cx.layers.iter().rev().find(|layer| layer.proto == Proto::Eth);
        let guess = || eth.is_some_and(|layer| layer.tvb.reported_len() >= MIN_FRAME_FCS);
        Self { fcs: fcs.map_or_else(guess, |len| len == FCS_LEN) }
    }
}

/// Emits what follows the `len` bytes of payload: zeros up to the shortest frame are padding, the rest is `field`.
///
/// As in Wireshark it is the frame of the capture that must be long enough, also for what stands in tunnels. What was
/// not captured is left out: that the frame is cut short is said by the layers whose bytes are missing.
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
    let frame = cx.frame.original_len as usize;
    let room = MIN_FRAME.saturating_sub(frame.saturating_sub(rest)).min(rest);
    let maybe_padded = frame >= MIN_FRAME && room > 0;
    let zeros = maybe_padded && payload.captured(len, room).iter().all(|byte| *byte == 0);
    let padding = if zeros { room } else { 0 };
    if padding > 0 {
        _ = cx.out.item(f::PADDING, payload, len, padding);
    }
    rest -= padding;
    let fcs = end.fcs && rest >= FCS_LEN;
    if fcs {
        rest -= FCS_LEN;
    }
    if rest > 0 {
        if maybe_padded && padding == 0 {
            let text =
                "Didn't find padding of zeros, and an undecoded trailer exists. There may be padding of non-zeros.";
            cx.out.expert(f::PADDING_BAD, Severity::Note, Group::Protocol, text);
        }
        _ = cx.out.item(field, payload, len + padding, rest);
    }
    if fcs && cx.out.item(f::FCS, payload, total - FCS_LEN, FCS_LEN).is_ok() {
        // Not verified by default, as Wireshark.
        cx.out.generated_uint(f::FCS_STATUS, 2);
    }
}
