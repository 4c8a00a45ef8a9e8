//! Packets of SSH version 1.

use super::{Went, f, session::Peer, wait};
use crate::proto::{
    dissect::{Cx, More},
    tvb::{Stop, Tvb},
};

/// The table of message names.
const TABLE: u8 = 4;

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, start: usize, peer: &mut Peer) -> Result<Went, Stop> {
    let left = tvb.len() - start.min(tvb.len());
    if cx.info.can_desegment && left < 4 {
        return Ok(wait(cx, start, More::OneSegment));
    }
    let mut len = tvb.u32(start)? as usize;
    let padding = 8 - len % 8;
    if cx.info.can_desegment && len.saturating_add(4 + padding) > left {
        let missing = len.saturating_add(padding).saturating_sub(left);
        return Ok(wait(cx, start, if missing == 0 { More::OneSegment } else { More::Bytes(missing) }));
    }
    if len > 0 {
        cx.out.item(f::PACKET_LENGTH, tvb, start, 4)?;
    }
    if len >= 0xffff {
        len = left.saturating_sub(4 + padding);
    }
    let mut at = start + 4;
    cx.out.number(f::PADDING_LENGTH, tvb, at, padding, padding as u64)?;
    at += padding;
    // Only the first message each way is in the clear.
    if peer.kex_from.is_none_or(|frame| frame == cx.frame.number) {
        super::message_code(cx, tvb, at, TABLE)?;
        at += 1;
        len = len.saturating_sub(1);
        peer.kex_from = Some(cx.frame.number);
    }
    cx.out.item(f::PAYLOAD, tvb, at, len)?;
    Ok(Went::To(at + len))
}
