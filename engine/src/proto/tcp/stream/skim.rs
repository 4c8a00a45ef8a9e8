//! Payload of which nothing is read: it is followed as far as its protocol needs, without being dissected.

use super::{Absorbed, Message, Route, keep};
use crate::proto::{
    Proto, Table,
    dissect::{Desegment, Flow, More, State, Unread},
    plan::Plan,
    registry,
    tcp::{
        Header, analysis,
        follow::Arrival,
        state::{Known, Tcp},
    },
    tvb::Tvb,
};

/// What a protocol knows when it skims.
pub(crate) struct Skimming<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) state: &'a mut State,
    pub(crate) flow: Flow,
    /// The port that the protocol was found by.
    pub(crate) matched_port: u16,
    /// Bytes that are missing behind [`Unread::head`].
    pub(crate) passed: usize,
    /// The capture may bring keys between its frames.
    pub(crate) keys_may_come: bool,
}

/// What a protocol says of bytes that it would be handed. It must not have changed anything if they are to be dissected.
pub(crate) enum Skim {
    /// They are its own, nothing in them is read, and what later frames need to know is learnt.
    Done,
    /// The same, but a message goes on behind them.
    Waits(Desegment, Option<Unread>),
    /// They must be dissected.
    Dissect,
}

/// Skims a segment's payload; `false` if some must be dissected, from [`Known::skimmed`] on.
pub(in super::super) fn payload(
    state: &mut State,
    plan: &Plan,
    arrival: &Arrival,
    header: &Header,
    payload: Tvb<'_>,
    known: &mut Known,
) -> bool {
    let frame = arrival.frame as u32;
    let tcp: &mut Tcp = state.of(Proto::Tcp);
    let Some(flow) = tcp.flows.get(known.place.slot) else { return false };
    // Each segment shows who carries it.
    if flow.tunnel.is_some_and(|tunnel| plan.needs(tunnel.proto)) {
        return false;
    }
    let Some((matched_port, proto)) = owner(plan, (flow.dissector, flow.server_port), header) else { return false };
    let mut scratch = std::mem::take(&mut tcp.scratch);
    let skim = |state: &mut State, known: &Known, tvb: Tvb<'_>, passed: usize| {
        let keys_may_come = arrival.keys_may_come;
        let skimming = Skimming { plan, state, flow: known.flow, matched_port, passed, keys_may_come };
        look(proto, skimming, tvb)
    };
    let done = loop {
        let Ok(rest) = payload.rest(known.skimmed) else { break false };
        let seq = header.first().wrapping_add(known.skimmed as u32);
        let tcp: &mut Tcp = state.of(Proto::Tcp);
        let Some(flow) = tcp.flows.get(known.place.slot) else { break false };
        let assembly = &mut flow.both(known.place.end).0.assembly;
        match assembly.as_mut().map_or(Absorbed::Fresh, |assembly| assembly.absorb(seq, frame, rest.data())) {
            Absorbed::Yes => break true,
            Absorbed::Fresh if known.analysis.is(analysis::RETRANSMISSION | analysis::OUT_OF_ORDER) => break true,
            Absorbed::Fresh if known.analysis.is(analysis::KEEP_ALIVE) => break false,
            Absorbed::Fresh => match skim(state, known, rest, 0) {
                Skim::Done => break true,
                // The dissector finishes what it waits for.
                Skim::Waits(wish, _) if wish.more == More::UntilFin && header.fin() => break false,
                Skim::Waits(wish, unread) => {
                    let Ok(unfinished) = rest.rest(wish.offset) else { break false };
                    let wish = (seq.wrapping_add(wish.offset as u32), wish.more, unread);
                    keep(state.of(Proto::Tcp), unfinished.data(), wish, (frame, false), known);
                    break true;
                }
                Skim::Dissect => break false,
            },
            Absorbed::No => {}
        }
        // Asked again by the dissector, the answer is the same.
        let Some(assembly) = assembly else { break false };
        let (start, used) = match assembly.route(seq, frame, rest.data()) {
            Route::Complete { message, used } => (message, used),
            Route::Seen { .. } | Route::Partial { .. } => break true,
            Route::Fresh => break false,
        };
        // Of one that is too long to be kept the dissector sees the start.
        let whole = |message: &&_| Message::reported_len(message) == Message::bytes(message).len();
        let Some(message) = assembly.message(start).filter(whole) else { break false };
        scratch.clear();
        scratch.extend_from_slice(message.bytes());
        let (passed, before) = (message.passed(), message.before(seq));
        let wish = match skim(state, known, Tvb::whole(&scratch), passed) {
            Skim::Done => None,
            Skim::Waits(wish, _) if wish.more == More::UntilFin && header.fin() => break false,
            Skim::Waits(wish, unread) => Some((wish, unread)).filter(|(wish, _)| wish.offset <= scratch.len()),
            Skim::Dissect => break false,
        };
        finish(state.of(Proto::Tcp), rest.data(), (start, seq, used, before), wish, frame, known);
        known.skimmed += used;
        if used >= rest.len() {
            break true;
        }
    };
    state.of::<Tcp>(Proto::Tcp).scratch = scratch;
    done
}

/// Goes on behind a message that was looked at as a whole: it is done, or it or the next one waits for more, as the stream does
/// it for those who dissect.
fn finish(
    tcp: &mut Tcp,
    rest: &[u8],
    (start, seq, used, before): (u32, u32, usize, usize),
    wish: Option<(Desegment, Option<Unread>)>,
    frame: u32,
    known: &Known,
) {
    let flow = tcp.flows.get(known.place.slot);
    let Some(assembly) = flow.and_then(|flow| flow.both(known.place.end).0.assembly.as_mut()) else { return };
    match wish {
        Some((wish, unread)) if wish.offset <= before => {
            let seen = if matches!(wish.more, More::Bytes(_)) { used } else { rest.len() };
            let unread = unread.filter(|_| wish.offset == 0);
            assembly.extend(start, seq.wrapping_add(seen as u32), wish.more, unread);
        }
        Some((wish, unread)) => {
            let offset = assembly.message(start).map(|message| message.in_segment(seq, wish.offset));
            assembly.done(start, frame);
            let Some((offset, bytes)) = offset.and_then(|offset| Some((offset, rest.get(offset..)?))) else { return };
            keep(tcp, bytes, (seq.wrapping_add(offset as u32), wish.more, unread), (frame, false), known);
        }
        None => assembly.done(start, frame),
    }
}

/// Who is asked first for the payload, and by which port it was found.
fn owner(plan: &Plan, (dissector, server_port): (Option<Proto>, u16), header: &Header) -> Option<(u16, Proto)> {
    let (low, high) = (header.srcport.min(header.dstport), header.srcport.max(header.dstport));
    let named = |port: u16| Some((port, plan.routes().lookup(Table::TcpPort, port.into())?));
    let ports = || [server_port, low, high].into_iter().filter(|port| *port != 0);
    dissector.map(|proto| (server_port, proto)).or_else(|| ports().find_map(named))
}

/// What a protocol says of bytes.
fn look(proto: Proto, mut skimming: Skimming<'_>, tvb: Tvb<'_>) -> Skim {
    let declared = registry::protocol(proto);
    let rejects = declared.may_reject && !(declared.takes_port && skimming.matched_port != 0);
    if !rejects && !skimming.plan.needs(proto) {
        return Skim::Done;
    }
    declared.skim.map_or(Skim::Dissect, |skim| skim(&mut skimming, tvb))
}
