//! What a segment means to its conversation, and the segments of which that is all there is to know.

use super::{
    Header, NOTES, TRACKED,
    analysis::{self, Analysis},
    options::{self, Seen},
    state::{Conversation, Known, Ns, Place, Tcp},
    stream::{Absorbed, skim},
};
use crate::{
    flow::Key,
    proto::{
        Proto,
        dissect::{Addr, State},
        plan::{OTHERS, Plan},
        tvb::Tvb,
    },
};

/// Where and when a segment came.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arrival {
    pub(crate) src: Addr,
    pub(crate) dst: Addr,
    /// Number of the frame.
    pub(crate) frame: u64,
    pub(crate) timestamp_ns: Option<i128>,
    /// An ICMP error quotes it.
    pub(crate) quoted: bool,
    /// The capture may bring keys between its frames.
    pub(crate) keys_may_come: bool,
    /// It is compared with those before it.
    pub(crate) analyzed: bool,
}

/// A conversation that a segment was added to.
pub(super) struct Followed<'t> {
    flow: &'t mut Conversation,
    place: Place,
    ns: Ns,
    /// When the segment before came.
    last_ns: Ns,
    closes_first: bool,
    analysis: Analysis,
}

/// Asks and updates what is remembered of the conversation.
#[inline(always)]
pub(super) fn follow<'t>(
    tcp: &'t mut Tcp,
    arrival: &Arrival,
    tvb: Tvb<'_>,
    header: &Header,
    tracked: bool,
) -> Option<Followed<'t>> {
    let ns = Ns::from(arrival.timestamp_ns.and_then(|ns| i64::try_from(ns).ok()));
    let frame = u32::try_from(arrival.frame).unwrap_or(u32::MAX);
    let (key, end) = Key::between((arrival.src, header.srcport), (arrival.dst, header.dstport));
    let place = tcp.place(key, end, header, frame);
    let flow = tcp.flows.get(place.slot)?;
    let last_ns = flow.last_ns;
    let mut analysis = Analysis::default();
    if arrival.quoted {
        flow.quoted(ns);
    } else {
        // The options of most segments only tell what is in flight.
        let seen = if header.header_len > 20 && (tracked || header.syn()) {
            options::scan(tvb, header)
        } else {
            Seen { captured: true, ..Seen::default() }
        };
        let again = flow.open(place.end, header, ns);
        if seen.captured {
            flow.learn_scale(place.end, header, seen.window_shift);
        }
        flow.learn_rtt(header, ns);
        if arrival.analyzed {
            analysis = analysis::analyse(flow, place.end, header, frame, ns, place.reused || again, tracked);
        }
        flow.both(place.end).0.sacked = seen.sacked;
    }
    let end = place.end as u8;
    let closes_first = flow.closer.is_none_or(|closer| closer == end);
    if !arrival.quoted && header.fin() {
        flow.closer.get_or_insert(end);
    }
    flow.closed |= !arrival.quoted && (header.rst() || (header.fin() && !closes_first));
    flow.close(header, ns);
    Some(Followed { flow, place, ns, last_ns, closes_first, analysis })
}

impl Followed<'_> {
    /// All that is known of the segment then.
    pub(super) fn known(self) -> Known {
        let Self { flow, place, ns, last_ns, closes_first, analysis } = self;
        let (stream, packets, initial_rtt) = (flow.stream, flow.packets, flow.initial_rtt.get());
        let since_first = ns.since(flow.first_ns);
        let id = flow.flow(place.end);
        let (completeness, first_adds) = (flow.completeness, if flow.packets > 1 { flow.first_adds } else { 0 });
        let (own, other) = flow.both(place.end);
        Known {
            place,
            stream,
            packets,
            own_base: own.base.unwrap_or_default(),
            other_base: other.base.unwrap_or_default(),
            scale: own.scale,
            since_first,
            since_last: ns.since(last_ns.or(ns)),
            initial_rtt,
            flow: id,
            closes_first,
            analysis,
            completeness,
            first_adds,
            skimmed: 0,
        }
    }

    /// What is left to do with the segment.
    #[inline(always)]
    fn left(&mut self, plan: &Plan, header: &Header, payload: Tvb<'_>, frame: u64) -> Left {
        if self.analysis.flags != 0 && plan.groups(Proto::Tcp) & (NOTES | TRACKED) != 0 {
            return Left::All;
        }
        if payload.reported_len() == 0 && !header.fin() || header.rst() || plan.ends(Proto::Tcp) {
            return Left::Nothing;
        }
        if payload.len() != payload.reported_len() {
            return Left::All;
        }
        let assembly = &mut self.flow.both(self.place.end).0.assembly;
        if header.fin() && assembly.as_ref().is_some_and(|assembly| assembly.lasts_until_fin()) {
            return Left::All;
        }
        if payload.is_empty() {
            return Left::Nothing;
        }
        match assembly.as_mut().map(|assembly| assembly.absorb(header.first(), frame as u32, payload.data())) {
            Some(Absorbed::Yes) => Left::Nothing,
            None | Some(Absorbed::Fresh) if self.analysis.is(DOUBTFUL) => Left::Nothing,
            _ => Left::Payload,
        }
    }
}

/// What is repeated or out of place is not handed on.
const DOUBTFUL: u32 = analysis::RETRANSMISSION | analysis::OUT_OF_ORDER;

/// What is left to do with a segment that was followed.
enum Left {
    Nothing,
    /// Its payload must be looked at.
    Payload,
    All,
}

/// Whether segments may be [passed](pass) over: the short way leads to them, and nothing is asked of them one by one that
/// takes a layer.
pub(crate) fn passes(plan: &Plan) -> bool {
    plan.stateful(Proto::Tcp) && !plan.everything && plan.groups(Proto::Tcp) & OTHERS == 0
}

/// Follows a segment; `false` if it must be dissected for more than TCP's header. What was learnt is kept then, for the
/// dissector does not follow it again.
pub(crate) fn pass(state: &mut State, plan: &Plan, arrival: &Arrival, tvb: Tvb<'_>) -> bool {
    let Ok(header) = Header::read(tvb) else { return false };
    let Ok(payload) = tvb.rest(header.header_len) else { return false };
    let usual = || tvb.bytes(20, header.header_len - 20).is_ok_and(options::are_usual);
    if header.header_len < 20 || header.header_len > 20 && !usual() {
        return false;
    }
    let tracked = plan.groups(Proto::Tcp) & TRACKED != 0;
    let tcp: &mut Tcp = state.of(Proto::Tcp);
    if tcp.passed.as_ref().is_some_and(|(frame, _)| *frame == arrival.frame) {
        return false;
    }
    let Some(mut followed) = follow(tcp, arrival, tvb, &header, tracked) else { return false };
    let left = followed.left(plan, &header, payload, arrival.frame);
    if matches!(left, Left::Nothing) {
        return true;
    }
    let mut known = followed.known();
    if matches!(left, Left::Payload) && skim::payload(state, plan, arrival, &header, payload, &mut known) {
        return true;
    }
    let tcp: &mut Tcp = state.of(Proto::Tcp);
    tcp.passed = Some((arrival.frame, known));
    false
}
