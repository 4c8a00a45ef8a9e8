//! The byte stream: hands payload to the protocols above, and puts together what they say is unfinished.
//!
//! Limits: a message may take [`MAX_MESSAGE`] bytes; all unfinished messages together [`MAX_WAITING`], the oldest is
//! given up first; of finished messages the last [`MAX_REMEMBERED`] of each direction are remembered (without their
//! bytes) to recognise repetitions.

mod assembly;
pub(super) mod skim;

use smallvec::SmallVec;

use super::{
    Header, analysis, f, p,
    state::{Known, Place, Tcp},
};
use crate::proto::{
    Proto, Table,
    dissect::{Cx, Desegment, More, Tunnel, Unread},
    tvb::Tvb,
};

pub(super) use assembly::{Absorbed, Assembly, Waiting};
use assembly::{Message, Note, Part, Route, Segment};

/// Bytes of one message.
pub const MAX_MESSAGE: usize = 16 << 20;
/// Bytes of all unfinished messages.
pub const MAX_WAITING: usize = 256 << 20;
/// Finished messages remembered of each direction.
pub const MAX_REMEMBERED: usize = 64;

/// Hands a segment's payload on.
pub(super) fn payload<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header, known: Option<&Known>, fine: bool) {
    if tvb.reported_len() == 0 && !header.fin() {
        return;
    }
    let outer = (cx.info.can_desegment, cx.info.desegment.take(), cx.info.matched_port, cx.info.flow);
    let known = known.filter(|_| !cx.info.in_error && !cx.info.fragmented && tvb.len() == tvb.reported_len());
    cx.info.can_desegment = known.is_some() && fine && cx.out.prefers(p::DESEGMENT);
    carrier(cx, tvb, known);
    match known {
        Some(known) if cx.info.can_desegment => segment(cx, tvb, header.first(), header, known),
        known if tvb.reported_len() > 0 => dispatch(cx, tvb, header, known),
        _ => {}
    }
    (cx.info.can_desegment, cx.info.desegment, cx.info.matched_port, cx.info.flow) = outer;
}

/// Repeated or misplaced data would only confuse those above.
const DOUBTFUL: u32 = analysis::RETRANSMISSION | analysis::OUT_OF_ORDER;

/// Shows the segment to who carries what is in it, whatever messages that is put together to.
fn carrier<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, known: Option<&Known>) {
    let Some((tunnel, known)) = known.and_then(|known| Some((tunnel(cx, known)?, known))) else { return };
    if tvb.reported_len() > 0 && !known.analysis.is(DOUBTFUL | analysis::KEEP_ALIVE) {
        cx.info.matched_port = tunnel.own;
        cx.call(tunnel.proto, tvb);
    }
}

fn tunnel(cx: &mut Cx<'_>, known: &Known) -> Option<Tunnel> {
    cx.state.of::<Tcp>(Proto::Tcp).flows.get(known.place.slot)?.tunnel
}

fn segment<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, seq: u32, header: &Header, known: &Known) {
    let mut at = known.skimmed;
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

/// Runs `with` on the assembly of the packet's direction, if something was put together in it.
fn assembled<R>(cx: &mut Cx<'_>, known: &Known, with: impl FnOnce(&mut Assembly) -> R) -> Option<R> {
    let tcp: &mut Tcp = cx.state.of(Proto::Tcp);
    let flow = tcp.flows.get(known.place.slot)?;
    flow.both(known.place.end).0.assembly.as_mut().map(|assembly| with(assembly))
}

/// Takes one message or part of one from the start of `tvb`; returns where another one follows, or 0.
fn step<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, seq: u32, header: &Header, known: &Known) -> usize {
    let frame = cx.frame.number as u32;
    let route = assembled(cx, known, |assembly| assembly.route(seq, frame, tvb.data())).unwrap_or(Route::Fresh);
    match route {
        Route::Fresh => {
            let before = cx.mark();
            dispatch(cx, tvb, header, Some(known));
            if let Some(wish) = cx.info.desegment.take().filter(|wish| wish.offset <= tvb.len()) {
                if wish.offset == 0 && cx.state.later.is_known() {
                    // That it is only the start of a message is known: nobody looks into it.
                    cx.forget(before);
                }
                await_more(cx, tvb, seq, wish, known);
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
        Route::Partial { message } => {
            cx.tell(message, f::REASSEMBLED_IN);
            segment_data(cx, tvb);
            0
        }
        Route::Complete { message, used } => {
            complete(cx, tvb, seq, (message, used), header, known);
            if used < tvb.len() { used } else { 0 }
        }
    }
}

/// A message as it is handed on.
struct Whole<'f> {
    tvb: Tvb<'f>,
    /// Bytes that are missing in it.
    passed: usize,
    parts: Vec<Part>,
    /// How many of its bytes were there before the segment.
    before: usize,
}

/// The message that starts at `start`, of which the segment at `seq` is the last.
fn whole<'f>(cx: &mut Cx<'f>, start: u32, seq: u32, known: &Known) -> Option<Whole<'f>> {
    let arena = cx.out.arena;
    assembled(cx, known, |assembly| {
        let message = assembly.message(start)?;
        let tvb = Tvb::new(arena.alloc_slice_copy(message.bytes()), message.reported_len());
        let (passed, before) = (message.passed(), message.before(seq));
        Some(Whole { tvb, passed, parts: message.parts().to_vec(), before })
    })?
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
    let Some(Whole { tvb: whole, passed, parts, before }) = whole(cx, start, seq, known) else { return };
    // The second pass knows where the message ends, and hands on no more.
    let cut = cut(cx, start);
    let whole = cut.map_or(whole, |cut| whole.limit(cut.offset));
    // Also when the segment repeats some bytes: it brought what was missing.
    cx.info.passed = passed;
    deliver(cx, whole, header, Some(known));
    cx.info.passed = 0;
    let wish = cx.info.desegment.take().filter(|wish| wish.offset <= whole.len());
    let wish = cut.or(wish);
    let frame = cx.frame.number as u32;
    if let Some(wish) = wish.filter(|wish| wish.offset <= before) {
        // Still the same message: it goes on.
        // What was not handed on of the segment comes again, and counts then.
        let seen = if matches!(wish.more, More::Bytes(_)) { used } else { tvb.len() };
        let unread = cx.info.unread.filter(|_| wish.offset == 0);
        let end = seq.wrapping_add(seen as u32);
        let _ = assembled(cx, known, |assembly| assembly.extend(start, end, wish.more, unread));
        cx.tell(start, f::REASSEMBLED_IN);
        segment_data(cx, tvb);
        return;
    }
    if let Some(wish) = wish {
        cx.note_for(frame.into(), start, f::REASSEMBLED_LENGTH, wish.offset as u64);
        cx.note_for(frame.into(), start, f::SEGMENT_DATA, number_of(wish.more));
    }
    kept(cx, tvb.limit(used));
    tree(cx, whole, &parts);
    note(cx, start, &parts);
    let next = assembled(cx, known, |assembly| {
        let next = wish.and_then(|wish| Some(assembly.message(start)?.in_segment(seq, wish.offset)));
        assembly.done(start, frame);
        next
    });
    if let (Some(wish), Some(Some(offset))) = (wish, next) {
        // The next message starts in this segment.
        await_more(cx, tvb, seq, Desegment { offset, ..wish }, known);
    }
}

/// Where the message that starts at `start` ends before its last segment does, and what the next one waits for, as the
/// first pass saw it.
fn cut(cx: &Cx<'_>, start: u32) -> Option<Desegment> {
    let offset = usize::try_from(cx.noted(start, f::REASSEMBLED_LENGTH)?).ok()?;
    let more = match cx.noted(start, f::SEGMENT_DATA)? {
        UNTIL_FIN => More::UntilFin,
        ONE_SEGMENT => More::OneSegment,
        bytes => More::Bytes(usize::try_from(bytes).ok()?),
    };
    Some(Desegment { offset, more })
}

const UNTIL_FIN: u64 = u64::MAX;
const ONE_SEGMENT: u64 = u64::MAX - 1;

/// A wish as a number.
fn number_of(more: More) -> u64 {
    match more {
        More::UntilFin => UNTIL_FIN,
        More::OneSegment => ONE_SEGMENT,
        More::Bytes(bytes) => bytes as u64,
    }
}

/// The connection ends: what was to last until then is complete.
fn finish(cx: &mut Cx<'_>, end: u32, header: &Header, known: &Known) {
    let Some(Some(start)) = assembled(cx, known, |assembly| assembly.ends_with_fin(end)) else { return };
    let Some(Whole { tvb: whole, passed, parts, .. }) = whole(cx, start, end, known) else { return };
    let frame = cx.frame.number as u32;
    let mut parts = parts;
    if parts.last().is_some_and(|part| part.frame != frame) {
        // The end of the connection brings the end of the message, and nothing of it.
        parts.push(Part::empty(frame));
    }
    cx.info.can_desegment = false;
    cx.info.passed = passed;
    dispatch(cx, whole, header, Some(known));
    cx.info.passed = 0;
    tree(cx, whole, &parts);
    note(cx, start, &parts);
    let _ = assembled(cx, known, |assembly| assembly.done(start, frame));
}

/// Tells the segments before this one where the message that starts at `start` is whole.
fn note(cx: &mut Cx<'_>, start: u32, parts: &[Part]) {
    let frame = cx.frame.number;
    for part in parts.iter().filter(|part| u64::from(part.frame) != frame) {
        cx.note_frame_for(part.frame.into(), start, f::REASSEMBLED_IN);
    }
}

/// Keeps what stands from the wish's offset on until the rest comes.
fn await_more<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, seq: u32, wish: Desegment, known: &Known) {
    let Ok(rest) = tvb.rest(wish.offset) else { return };
    let (frame, unread, every_part) = (cx.frame.number as u32, cx.info.unread, cx.out.plan.everything);
    let start = seq.wrapping_add(wish.offset as u32);
    keep(cx.state.of(Proto::Tcp), rest.data(), (start, wish.more, unread), (frame, every_part), known);
    cx.tell(start, f::REASSEMBLED_IN);
    segment_data(cx, rest);
}

/// Keeps bytes from the sequence number `start` on until the rest comes.
fn keep(
    tcp: &mut Tcp,
    bytes: &[u8],
    (start, more, unread): (u32, More, Option<Unread>),
    (frame, every_part): (u32, bool),
    known: &Known,
) {
    let Some(flow) = tcp.flows.get(known.place.slot) else { return };
    let segment = Segment { frame, bytes, waiting: &tcp.waiting, every_part };
    let message = Message::new(start, start.wrapping_add(bytes.len() as u32), (more, unread), segment);
    let side = flow.both(known.place.end).0;
    side.assembly.get_or_insert_default().keep(message);
    let Place { slot, end, .. } = known.place;
    tcp.waiting.note(Note { slot, stream: known.stream, end: end as u8, start });
    limit(tcp);
}

/// Drops what waits for longest, if too much waits.
fn limit(tcp: &mut Tcp) {
    while let Some(oldest) = tcp.waiting.excess() {
        let Some(flow) = tcp.flows.get(oldest.slot).filter(|flow| flow.stream == oldest.stream) else { continue };
        if let Some(assembly) = &mut flow.both(oldest.end.into()).0.assembly {
            assembly.drop_unfinished(oldest.start);
        }
    }
    if tcp.waiting.is_stale() {
        let Tcp { waiting, flows, .. } = tcp;
        waiting.tidy(|note| {
            let flow = flows.get(note.slot).filter(|flow| flow.stream == note.stream);
            let assembly = flow.and_then(|flow| flow.both(note.end.into()).0.assembly.as_ref());
            assembly.is_some_and(|assembly| assembly.waits(note.start))
        });
    }
}

/// `tcp.segments` and what belongs to it.
fn tree<'f>(cx: &mut Cx<'f>, whole: Tvb<'f>, parts: &[Part]) {
    if !cx.out.plan.everything {
        return;
    }
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
    if known.is_some_and(|known| known.analysis.is(DOUBTFUL)) {
        // Where no message is put together, they are no part of one.
        if cx.out.prefers(p::DESEGMENT) {
            segment_data(cx, tvb);
        }
        return;
    }
    if known.is_some_and(|known| known.analysis.is(analysis::KEEP_ALIVE)) {
        return cx.call_data(tvb);
    }
    deliver(cx, tvb, header, known);
}

fn deliver<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header, known: Option<&Known>) {
    cx.info.desegment = None;
    cx.info.unread = None;
    cx.info.follow_up = None;
    cx.info.tunnel = None;
    hand_over(cx, tvb, header, known);
    let (follow_up, tunnel) = (cx.info.follow_up.take(), cx.info.tunnel.take());
    let Some(known) = known.filter(|_| follow_up.is_some() || tunnel.is_some()) else { return };
    let tcp: &mut Tcp = cx.state.of(Proto::Tcp);
    if let Some(flow) = tcp.flows.get(known.place.slot).filter(|flow| flow.stream == known.stream) {
        flow.dissector = follow_up.or(flow.dissector);
        flow.tunnel = tunnel.or(flow.tunnel);
    }
}

fn hand_over<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header, known: Option<&Known>) {
    if let Some(tunnel) = known.and_then(|known| tunnel(cx, known)) {
        return inside(cx, tvb, header, tunnel);
    }
    let (mut dissector, mut server_port) = (None, 0);
    if let Some(known) = known {
        let tcp: &mut Tcp = cx.state.of(Proto::Tcp);
        if let Some(flow) = tcp.flows.get(known.place.slot) {
            (dissector, server_port) = (flow.dissector, flow.server_port);
        }
    }
    let (low, high) = (header.srcport.min(header.dstport), header.srcport.max(header.dstport));
    let ports = [server_port, low, high];
    let mut candidates: SmallVec<[_; 4]> = SmallVec::new();
    candidates.extend(dissector.map(|proto| (server_port, proto)));
    candidates.extend(cx.by_port(Table::TcpPort, &ports));
    if !cx.offer(&candidates, Proto::Tcp, tvb) {
        cx.call_data(tvb);
    }
}

/// What is in a tunnel goes to whom its ports name there. The conversation itself stays with who carries it.
fn inside<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header, tunnel: Tunnel) {
    let outer = (cx.info.srcport, cx.info.dstport);
    if header.dstport == tunnel.own {
        cx.info.dstport = tunnel.port;
    } else {
        cx.info.srcport = tunnel.port;
    }
    let ports = [cx.info.srcport.min(cx.info.dstport), cx.info.srcport.max(cx.info.dstport)];
    let known = ports.into_iter().filter_map(|port| Some((port, cx.lookup(Table::TcpPort, port.into())?)));
    let candidates: SmallVec<[_; 2]> = known.filter(|(_, proto)| *proto != tunnel.proto).collect();
    if !cx.offer(&candidates, Proto::Tcp, tvb) {
        cx.call_data(tvb);
    }
    (cx.info.srcport, cx.info.dstport) = outer;
    (cx.info.follow_up, cx.info.tunnel) = (None, None);
}

/// Bytes of a message that is not whole yet.
fn segment_data<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) {
    if cx.out.plan.columns {
        cx.info.info_column.push_str(" [TCP segment of a reassembled PDU]");
    }
    kept(cx, tvb);
}

/// Bytes that are kept, or passed over.
fn kept<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) {
    cx.out.add(f::SEGMENT_DATA, tvb.data(), strato_filter_lang::value::Value::bytes(tvb.data()));
}
