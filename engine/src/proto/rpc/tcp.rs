//! RPC over TCP: records of fragments, RFC 5531 §11.

use super::{State, fields::f, message, recognise};
use crate::proto::{
    Proto,
    dissect::{Cx, Desegment, Flow, More},
    tvb::{Stop, Tvb},
    ws,
};

/// Longest record that a conversation may begin with.
const MAX_FIRST: usize = 4 << 20;
/// A mark and what a message is recognised by.
const HEADER: usize = 4 + 24;
/// Bytes of unfinished records that are kept for all conversations together.
const MAX_KEPT: usize = 16 << 20;

/// Whether a message may start behind a mark, or goes on: its type is 0 or 1.
pub(super) fn may_take<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> bool {
    let started = |flow: Flow| {
        let state = cx.state.of::<State>(Proto::Rpc);
        state.parts.contains_key(&flow) || state.flows.get(flow.id).is_some()
    };
    !tvb.u32(8).is_ok_and(|kind| kind > 1) || cx.info.flow.is_some_and(started)
}

/// Dissects the records in a segment; `Ok(0)` if they are none.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let Some(flow) = cx.info.flow else { return Ok(0) };
    let mut known = cx.state.of::<State>(Proto::Rpc).flows.get(flow.id).is_some();
    let mut at = 0;
    while at < tvb.reported_len() {
        let rest = tvb.rest(at)?;
        let wish = |cx: &mut Cx<'f>, more| {
            cx.info.desegment = Some(Desegment { offset: at, more });
            Ok(tvb.reported_len())
        };
        let Ok(mark) = rest.u32(0) else {
            return match known && cx.info.can_desegment {
                true => wish(cx, More::OneSegment),
                false if at == 0 => Ok(0),
                false => rest.u32(0).map(|_| 0),
            };
        };
        let (last, len) = (mark >> 31 == 1, (mark & 0x7fff_ffff) as usize);
        // What is not whole must at least begin as a message.
        let unfinished = cx.state.of::<State>(Proto::Rpc).parts.contains_key(&flow);
        let too_little = (known || at > 0) && rest.len() < HEADER && cx.info.can_desegment;
        if !(unfinished || too_little) && (len > MAX_FIRST && !known || !recognise(cx, rest.rest(4)?)) {
            return Ok(at);
        }
        let end = len.saturating_add(4);
        if rest.len() < end && cx.info.can_desegment {
            cx.info.follow_up = Some(Proto::Rpc);
            return wish(cx, More::Bytes(end - rest.len()));
        }
        if !known {
            known = true;
            cx.state.of::<State>(Proto::Rpc).flows.insert(flow.id, ());
        }
        cx.info.follow_up = Some(Proto::Rpc);
        if at > 0 {
            super::layer(cx, rest.captured(0, end));
        }
        let record = rest.limit(end);
        if let Err(stop) = fragment(cx, record, last, flow) {
            ws::stopped(cx, stop);
        }
        at = at.saturating_add(end);
    }
    Ok(tvb.reported_len())
}

/// A fragment behind its mark; the last one brings the record.
fn fragment<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    last: bool,
    flow: Flow,
) -> Result<(), Stop> {
    cx.out.item(f::LASTFRAG, tvb, 0, 4)?;
    cx.out.item(f::FRAGLEN, tvb, 0, 4)?;
    let body = tvb.rest(4)?;
    let state: &mut State = cx.state.of(Proto::Rpc);
    let earlier = state.parts.remove(&flow).unwrap_or_default();
    if last && earlier.is_empty() {
        return message(cx, body).map(|_| ());
    }
    state.kept = state.kept.saturating_sub(earlier.len());
    let mut whole = earlier;
    whole.extend_from_slice(body.data());
    if !last {
        // Beyond the limit the record is lost.
        if state.kept + whole.len() <= MAX_KEPT {
            state.kept += whole.len();
            state.parts.insert(flow, whole);
        }
        cx.out.item(f::FRAGMENT_DATA, body, 0, body.len())?;
        return Ok(());
    }
    let whole = cx.out.alloc_bytes(&whole);
    cx.out.generated_uint(f::REASSEMBLED_LENGTH, whole.len() as u64);
    message(cx, Tvb::whole(whole)).map(|_| ())
}
