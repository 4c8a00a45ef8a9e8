//! The byte stream: hands payload to the protocols above, and puts together what they say is unfinished.
//!
//! Limits: a message may take [`MAX_MESSAGE`] bytes; all unfinished messages together [`MAX_WAITING`], the oldest is
//! given up first; of finished messages the last [`MAX_REMEMBERED`] of each direction are remembered (without their
//! bytes) to recognise repetitions.

mod assembly;

use smallvec::SmallVec;

use super::{
    Header, analysis, f,
    state::{Known, Tcp},
};
use crate::proto::{
    Proto, Table,
    dissect::{Cx, Desegment},
    tvb::Tvb,
};

pub(super) use assembly::{Assembly, Waiting};
use assembly::{Message, Part, Route};

/// Bytes of one message.
pub const MAX_MESSAGE: usize = 16 << 20;
/// Bytes of all unfinished messages.
pub const MAX_WAITING: usize = 256 << 20;
/// Finished messages remembered of each direction.
pub const MAX_REMEMBERED: usize = 64;

/// Hands a segment's payload on.
pub(super) fn payload<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header, known: Option<&Known>) {
    let outer = (cx.info.can_desegment, cx.info.desegment.take(), cx.info.matched_port, cx.info.flow);
    let known = known.filter(|_| !cx.info.in_error && !cx.info.fragmented && tvb.len() == tvb.reported_len());
    cx.info.can_desegment = known.is_some();
    match known {
        Some(known) => {
            let seq = header.seq.wrapping_add(u32::from(header.syn()));
            segment(cx, tvb, seq, header, known);
        }
        None if tvb.reported_len() > 0 => dispatch(cx, tvb, header, None),
        None => {}
    }
    (cx.info.can_desegment, cx.info.desegment, cx.info.matched_port, cx.info.flow) = outer;
}

fn segment<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, seq: u32, header: &Header, known: &Known) {
    let mut at = 0;
    while let Ok(rest) = tvb.rest(at) {
        if rest.is_empty() {
            break;
        }
        let used = step(cx, rest, seq.wrapping_add(at as u32), header, known);
        if used == 0 {
            break;
        }
        at += used;
    }
    if header.fin() {
        finish(cx, seq.wrapping_add(tvb.len() as u32), header, known);
    }
}

/// Runs `with` on the assembly of the packet's direction.
fn assembled<R>(
    cx: &mut Cx<'_>,
    known: &Known,
    with: impl FnOnce(&mut Assembly, &mut Waiting) -> R,
) -> Option<R> {
    let tcp: &mut Tcp = cx.state.of(Proto::Tcp);
    let flow = tcp.flows.get(known.place.slot)?;
    let side = flow.both(known.place.end).0;
    Some(with(side.assembly.get_or_insert_default(), &mut tcp.waiting))
}

/// Takes one message or part of one from the start of `tvb`; returns where another one follows, or 0.
fn step<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, seq: u32, header: &Header, known: &Known) -> usize {
    let frame = cx.frame.number as u32;
    let route = assembled(cx, known, |assembly, _| assembly.route(seq, frame, tvb.data())).unwrap_or(Route::Fresh);
    match route {
        Route::Fresh => {
            dispatch(cx, tvb, header, Some(known));
            if let Some(wish) = cx.info.desegment.take().filter(|wish| wish.offset <= tvb.len()) {
                await_more(cx, tvb, seq, wish.offset, wish, known);
            }
            0
        }
        Route::Seen { done_in } => {
            if done_in != 0 {
                cx.out.generated_uint(f::REASSEMBLED_IN, done_in.into());
            }
            segment_data(cx, tvb);
            0
        }
        Route::Partial => {
            segment_data(cx, tvb);
            0
        }
        Route::Complete { message, used } => {
            complete(cx, tvb, seq, (message, used), header, known);
            if used < tvb.len() { used } else { 0 }
        }
    }
}

/// All bytes a dissector wished for are there.
fn complete<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    seq: u32,
    (start, used): (u32, usize),
    header: &Header,
    known: &Known,
) {
    let arena = cx.out.arena;
    let Some(Some((bytes, parts))) = assembled(cx, known, |assembly, _| {
        assembly.message(start).map(|message| (&*arena.alloc_slice_copy(message.bytes()), message.parts().to_vec()))
    }) else {
        return;
    };
    let whole = Tvb::whole(bytes);
    // Also when the segment repeats some bytes: it brought what was missing.
    deliver(cx, whole, header, Some(known));
    let wish = cx.info.desegment.take().filter(|wish| wish.offset <= whole.len());
    let before_this = whole.len().saturating_sub(used);
    let frame = cx.frame.number as u32;
    if let Some(wish) = wish.filter(|wish| wish.offset <= before_this) {
        // Still the same message: it goes on.
        let end = seq.wrapping_add(tvb.len() as u32);
        let _ = assembled(cx, known, |assembly, _| assembly.extend(start, end, wish.more));
        segment_data(cx, tvb);
        return;
    }
    segment_data(cx, tvb.limit(used));
    tree(cx, whole, &parts);
    let _ = assembled(cx, known, |assembly, _| assembly.done(start, frame));
    if let Some(wish) = wish {
        // The next message starts in this segment.
        let offset = wish.offset - before_this;
        await_more(cx, tvb, seq, offset, wish, known);
    }
}

/// The connection ends: what was to last until then is complete.
fn finish(cx: &mut Cx<'_>, end: u32, header: &Header, known: &Known) {
    let Some(Some(start)) = assembled(cx, known, |assembly, _| assembly.ends_with_fin(end)) else { return };
    let arena = cx.out.arena;
    let Some(Some((bytes, parts))) = assembled(cx, known, |assembly, _| {
        assembly.message(start).map(|message| (&*arena.alloc_slice_copy(message.bytes()), message.parts().to_vec()))
    }) else {
        return;
    };
    let whole = Tvb::whole(bytes);
    let frame = cx.frame.number as u32;
    cx.info.can_desegment = false;
    dispatch(cx, whole, header, Some(known));
    tree(cx, whole, &parts);
    let _ = assembled(cx, known, |assembly, _| assembly.done(start, frame));
}

/// Keeps what stands from `offset` on until the rest comes.
fn await_more<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, seq: u32, offset: usize, wish: Desegment, known: &Known) {
    let frame = cx.frame.number as u32;
    let end = seq.wrapping_add(tvb.len() as u32);
    let start = seq.wrapping_add(offset as u32);
    let Ok(rest) = tvb.rest(offset) else { return };
    let kept = assembled(cx, known, |assembly, waiting| {
        let message = Message::new(start, end, wish.more, frame, rest.data(), waiting);
        waiting.note(known.place.slot, known.stream, known.place.end, start);
        assembly.keep(message);
    });
    if kept.is_some() {
        let tcp: &mut Tcp = cx.state.of(Proto::Tcp);
        give_up_oldest(tcp);
    }
    segment_data(cx, rest);
}

fn give_up_oldest(tcp: &mut Tcp) {
    while let Some(oldest) = tcp.waiting.excess() {
        let Some(flow) = tcp.flows.get(oldest.slot).filter(|flow| flow.stream == oldest.stream) else { continue };
        if let Some(assembly) = &mut flow.both(oldest.end).0.assembly {
            assembly.drop_unfinished(oldest.start);
        }
    }
}

/// `tcp.segments` and what belongs to it.
fn tree<'f>(cx: &mut Cx<'f>, whole: Tvb<'f>, parts: &[Part]) {
    cx.out.label(f::SEGMENTS, whole, 0, whole.len());
    for part in parts {
        cx.out.generated_uint(f::SEGMENT, part.frame.into());
    }
    cx.out.generated_uint(f::SEGMENT_COUNT, parts.len() as u64);
    cx.out.generated_uint(f::REASSEMBLED_LENGTH, whole.len() as u64);
    cx.out.add(f::REASSEMBLED_DATA, whole.data(), strato_filter_lang::value::Value::bytes(whole.data()));
}

/// Hands bytes to the conversation's dissector, to the one its ports name, or to one that recognises them.
fn dispatch<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header, known: Option<&Known>) {
    // Repeated or misplaced data would only confuse those above.
    let doubtful = analysis::RETRANSMISSION | analysis::OUT_OF_ORDER;
    if known.is_some_and(|known| known.analysis.is(doubtful)) {
        return;
    }
    if known.is_some_and(|known| known.analysis.is(analysis::KEEP_ALIVE)) {
        return cx.call_data(tvb);
    }
    deliver(cx, tvb, header, known);
}

fn deliver<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header, known: Option<&Known>) {
    cx.info.desegment = None;
    cx.info.follow_up = None;
    hand_over(cx, tvb, header, known);
    let Some(proto) = cx.info.follow_up.take() else { return };
    let Some(known) = known else { return };
    let tcp: &mut Tcp = cx.state.of(Proto::Tcp);
    if let Some(flow) = tcp.flows.get(known.place.slot).filter(|flow| flow.stream == known.stream) {
        flow.dissector = Some(proto);
    }
}

fn hand_over<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header, known: Option<&Known>) {
    let (mut dissector, mut server_port) = (None, 0);
    if let Some(known) = known {
        let tcp: &mut Tcp = cx.state.of(Proto::Tcp);
        if let Some(flow) = tcp.flows.get(known.place.slot) {
            (dissector, server_port) = (flow.dissector, flow.server_port);
        }
    }
    let (low, high) = (header.srcport.min(header.dstport), header.srcport.max(header.dstport));
    let ports = [server_port, low, high];
    let by_port = cx.by_port(Table::TcpPort, &ports);
    let candidates: SmallVec<[_; 4]> = dissector.map(|proto| (server_port, proto)).into_iter().chain(by_port).collect();
    if !cx.offer(&candidates, Proto::Tcp, tvb) {
        cx.call_data(tvb);
    }
}

/// Bytes that are kept, or passed over.
fn segment_data<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) {
    cx.out.add(f::SEGMENT_DATA, tvb.data(), strato_filter_lang::value::Value::bytes(tvb.data()));
}
