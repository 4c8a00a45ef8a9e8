//! For protocols over TCP whose messages tell their length in a header of fixed size.

use super::f;
use crate::proto::{
    Proto,
    dissect::{Cx, Desegment, More},
    tvb::{Stop, Tvb},
    ws,
};

/// Dissects the messages that `tvb` holds one after another.
///
/// `header_len` bytes must be there before `length_of(tvb, offset)` is asked for a message's whole length, header
/// included (`None`: not known yet, one more segment is awaited). `each` gets every message; what it cannot dissect ends
/// that message only. Returns how many bytes were taken; asks for more of the stream where the last message is unfinished.
pub fn dissect_pdus<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    header_len: usize,
    mut length_of: impl FnMut(Tvb<'f>, usize) -> Result<Option<usize>, Stop>,
    mut each: impl FnMut(&mut Cx<'f>, Tvb<'f>) -> Result<usize, Stop>,
) -> Result<usize, Stop> {
    let mut at = 0;
    while at < tvb.reported_len() {
        let rest = tvb.rest(at)?;
        let wish = |cx: &mut Cx<'f>, more| cx.info.desegment = Some(Desegment { offset: at, more });
        if cx.info.can_desegment && rest.len() < header_len {
            wish(cx, More::OneSegment);
            return Ok(tvb.reported_len());
        }
        let Some(len) = length_of(tvb, at)? else {
            wish(cx, More::OneSegment);
            return Ok(tvb.reported_len());
        };
        if len == 0 || len < header_len {
            return Err(Stop::Malformed);
        }
        if cx.info.can_desegment && rest.len() < len {
            wish(cx, More::Bytes(len - rest.len()));
            return Ok(tvb.reported_len());
        }
        pdu_size(cx, len);
        let message = rest.limit(len);
        // A message that was not captured whole is short, one that the stream does not hold is malformed.
        if let Err(stop) = each(cx, message) {
            ws::stopped(cx, stop);
        }
        at = at.saturating_add(len);
    }
    Ok(tvb.reported_len())
}

/// The same for a protocol of [`Extent::Items`](crate::proto::Extent::Items), whose every message is an item.
pub fn dissect_messages<'f>(
    cx: &mut Cx<'f>,
    proto: Proto,
    tvb: Tvb<'f>,
    header_len: usize,
    length_of: impl FnMut(Tvb<'f>, usize) -> Result<Option<usize>, Stop>,
    mut each: impl FnMut(&mut Cx<'f>, Tvb<'f>) -> Result<usize, Stop>,
) -> Result<usize, Stop> {
    dissect_pdus(cx, tvb, header_len, length_of, |cx, message| {
        cx.item(proto, message);
        each(cx, message)
    })
}

/// Emits `tcp.pdu.size` as a field of the TCP layer below.
fn pdu_size(cx: &mut Cx<'_>, len: usize) {
    if !cx.out.wants(f::PDU_SIZE) {
        return;
    }
    let below = cx.layers.iter().rev().find(|layer| layer.proto == Proto::Tcp).map_or(1, |layer| layer.number);
    let own = std::mem::replace(&mut cx.out.layer, below);
    cx.out.generated_uint(f::PDU_SIZE, len as u64);
    cx.out.layer = own;
}
