//! `tcp.analysis.*`: what a segment means beside those seen before. The rules are those the Wireshark User's Guide gives
//! in its chapter on TCP analysis.

use super::{
    Header,
    state::{Conversation, Ns, Scale, Sent},
};

/// Flags of a segment.
pub(super) const RETRANSMISSION: u32 = 1;
pub(super) const FAST: u32 = 1 << 1;
pub(super) const SPURIOUS: u32 = 1 << 2;
pub(super) const OUT_OF_ORDER: u32 = 1 << 3;
pub(super) const LOST: u32 = 1 << 4;
pub(super) const ACK_LOST: u32 = 1 << 5;
pub(super) const KEEP_ALIVE: u32 = 1 << 6;
pub(super) const KEEP_ALIVE_ACK: u32 = 1 << 7;
pub(super) const DUPLICATE_ACK: u32 = 1 << 8;
pub(super) const WINDOW_UPDATE: u32 = 1 << 9;
pub(super) const WINDOW_FULL: u32 = 1 << 10;
pub(super) const ZERO_WINDOW: u32 = 1 << 11;
pub(super) const ZERO_WINDOW_PROBE: u32 = 1 << 12;
pub(super) const ZERO_WINDOW_PROBE_ACK: u32 = 1 << 13;
pub(super) const REUSED_PORTS: u32 = 1 << 14;

/// Segments remembered per direction until they are acknowledged; those that follow are not.
const MAX_UNACKED: usize = 10_000;
/// A fast retransmission follows the last duplicate ACK this closely.
const FAST_NS: i64 = 20_000_000;
/// Reordering within this time, when no round trip is known.
const REORDER_NS: i64 = 3_000_000;

/// What was found out about a segment.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Analysis {
    pub(super) flags: u32,
    /// There was something to work out, even if nothing came of it.
    pub(super) counted: bool,
    pub(super) acked_frame: u32,
    pub(super) ack_rtt: Option<i64>,
    pub(super) dup_ack_num: u32,
    pub(super) dup_ack_frame: u32,
    pub(super) bytes_in_flight: u32,
    pub(super) push_bytes: Option<u32>,
    pub(super) rto: Option<i64>,
    pub(super) rto_frame: u32,
}

impl Analysis {
    pub(super) fn is(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    /// Whether there is anything to tell.
    pub(super) fn exists(&self) -> bool {
        self.flags != 0 || self.acked_frame != 0 || self.counted
    }
}

/// Wrapping comparison: `a` comes before `b`.
pub(super) fn before(a: u32, b: u32) -> bool {
    (a.wrapping_sub(b).cast_signed()) < 0
}

fn up_to(a: u32, b: u32) -> bool {
    !before(b, a)
}

/// A segment as the rules see it.
struct Segment {
    seq: u32,
    ack: u32,
    len: u32,
    window: u32,
    /// Number after its last byte, SYN and FIN not counted.
    end: u32,
    syn_fin: bool,
    syn_fin_rst: bool,
    rst: bool,
    ack_set: bool,
    push: bool,
    syn: bool,
    frame: u32,
    ns: Ns,
}

/// Analyses a segment and remembers it for those that follow; what is not yet acknowledged, only if it is `tracked`:
/// round trips, bytes in flight and what was lost depend on it.
#[allow(clippy::too_many_arguments, reason = "what there is to know of a segment")]
pub(super) fn analyse(
    flow: &mut Conversation,
    end: usize,
    header: &Header,
    frame: u32,
    ns: Ns,
    reused: bool,
    tracked: bool,
) -> Analysis {
    let segment = Segment {
        seq: header.seq,
        ack: header.ack,
        len: header.len,
        window: header.window.into(),
        end: header.seq.wrapping_add(header.len),
        syn_fin: header.syn() || header.fin(),
        syn_fin_rst: header.syn() || header.fin() || header.rst(),
        rst: header.rst(),
        ack_set: header.ack_set(),
        push: header.push(),
        syn: header.syn(),
        frame,
        ns,
    };
    let mut found = Analysis::default();
    if reused {
        found.flags |= REUSED_PORTS;
    }
    forward(flow, end, &segment, &mut found);
    acknowledged_unseen(flow, end, &segment, &mut found);
    repeated(flow, end, &segment, &mut found);
    remember(flow, end, &segment, &found, tracked);
    acknowledge(flow, end, &segment, &mut found);
    if tracked {
        in_flight(flow, end, &segment, &mut found);
    }
    found
}

/// Rules on windows, probes, gaps and duplicate ACKs.
fn forward(flow: &mut Conversation, end: usize, s: &Segment, found: &mut Analysis) {
    let (own, other) = flow.both(end);
    if s.len == 1 && s.seq == own.next && other.window == 0 && other.last_new_ack_frame != 0 {
        found.flags |= ZERO_WINDOW_PROBE;
        return;
    }
    if s.window == 0 && !s.syn_fin_rst {
        found.flags |= ZERO_WINDOW;
    }
    if own.next != 0 && before(own.next, s.seq) && !s.rst {
        found.flags |= LOST;
        own.lost_count = true;
        own.contiguous = own.next;
    }
    if s.len <= 1 && s.seq == own.next.wrapping_sub(1) && !s.syn_fin_rst {
        found.flags |= KEEP_ALIVE;
    }
    let same_place = s.len == 0 && s.seq == own.next && !s.syn_fin_rst;
    let same_ack = s.ack == own.last_ack;
    if same_place && same_ack && s.window != 0 && s.window != own.window {
        found.flags |= WINDOW_UPDATE;
    }
    let scaled = if other.acked_once { other.scale } else { Scale::None };
    if s.len > 0
        && other.scale != Scale::Unknown
        && s.end == other.last_ack.wrapping_add(scaled.apply(other.window))
        && !s.syn_fin_rst
    {
        found.flags |= WINDOW_FULL;
    }
    let same_window = s.window == own.window;
    if same_place && same_ack && same_window && s.window != 0 && other.last_flags & KEEP_ALIVE != 0 {
        found.flags |= KEEP_ALIVE_ACK;
        return;
    }
    if same_place
        && same_window
        && s.window == 0
        && (same_ack || s.ack == own.last_ack.wrapping_add(1))
        && other.last_flags & ZERO_WINDOW_PROBE != 0
    {
        found.flags |= ZERO_WINDOW_PROBE_ACK;
        return;
    }
    if same_place && same_ack && same_window && s.window != 0 && s.ack_set {
        if before(s.seq, other.last_ack) {
            // The other end knows more of this one than was captured.
            own.dup_acks = 0;
        }
        own.dup_acks = own.dup_acks.saturating_add(1);
        found.flags |= DUPLICATE_ACK;
        found.dup_ack_num = own.dup_acks;
        found.dup_ack_frame = own.last_new_ack_frame;
    }
}

/// It acknowledges what was never seen.
fn acknowledged_unseen(flow: &mut Conversation, end: usize, s: &Segment, found: &mut Analysis) {
    let (_, other) = flow.both(end);
    found.counted |= other.next != 0 && s.ack_set && before(other.next, s.ack);
    if other.contiguous != 0 && s.ack_set && before(other.contiguous, s.ack) {
        found.flags |= ACK_LOST;
        other.contiguous = if before(s.ack, other.next) { other.next } else { s.ack };
    }
}

/// Data that was seen before: which kind of repetition.
fn repeated(flow: &mut Conversation, end: usize, s: &Segment, found: &mut Analysis) {
    let initial_rtt = flow.initial_rtt;
    let (own, other) = flow.both(end);
    let carries = s.len > 0 || s.syn_fin;
    if s.len > 0 && other.last_ack != 0 && up_to(s.end, other.last_ack) && !found.is(KEEP_ALIVE) {
        found.flags |= SPURIOUS | RETRANSMISSION;
        return;
    }
    if !carries || own.next == 0 || !before(s.seq, own.next) || found.is(KEEP_ALIVE) {
        return;
    }
    // One byte back but more than one byte long: what follows a probe, not a repetition.
    let advances = s.len > 1 && own.next.wrapping_sub(1) == s.seq;
    let since = |then: Ns| s.ns.since(then);
    let soon = since(other.last_ack_ns).is_some_and(|ns| ns < FAST_NS);
    if !advances && soon && other.dup_acks >= 2 && other.last_ack == s.seq {
        found.flags |= FAST | RETRANSMISSION;
        return;
    }
    let close = since(own.next_ns).is_some_and(|ns| (0..initial_rtt.get().unwrap_or(REORDER_NS)).contains(&ns));
    let past_end = s.end.wrapping_add(u32::from(s.syn_fin));
    if !advances && close && own.next != past_end {
        found.flags |= OUT_OF_ORDER;
        return;
    }
    if !advances {
        found.flags |= RETRANSMISSION;
        let (frame, then) = own.unacked.first().map_or((own.next_frame, own.next_ns), |first| (first.frame, first.ns));
        found.rto = since(then);
        found.rto_frame = frame;
    }
}

fn remember(flow: &mut Conversation, end: usize, s: &Segment, found: &Analysis, tracked: bool) {
    let (own, _) = flow.both(end);
    let next = s.end.wrapping_add(u32::from(s.syn_fin));
    let full = own.unacked.len() >= MAX_UNACKED;
    if tracked && (s.len > 0 || s.syn_fin) && !full {
        own.unacked.push(Sent { frame: s.frame, seq: s.seq, next, ns: s.ns });
    }
    let probe = found.is(ZERO_WINDOW_PROBE);
    let continues = own.contiguous == 0 || s.seq == own.contiguous;
    if (own.next == 0 || before(own.next, next) || (s.syn && found.is(REUSED_PORTS))) && !probe {
        own.next = next;
        own.next_frame = s.frame;
        own.next_ns = s.ns;
    }
    if found.is(RETRANSMISSION) {
        own.contiguous = 0;
    } else if continues && !probe && !full {
        own.contiguous = own.next;
    }
    if own.last_ack != s.ack || own.last_new_ack_frame == 0 {
        // Whatever repeats this acknowledgment repeats this frame's.
        own.last_new_ack_frame = s.frame;
        own.dup_acks = 0;
    }
    own.window = s.window;
    own.last_ack = s.ack;
    own.last_ack_ns = s.ns;
    own.last_flags = found.flags;
}

/// Removes what the segment acknowledges from the other end's list.
fn acknowledge(flow: &mut Conversation, end: usize, s: &Segment, found: &mut Analysis) {
    let (own, other) = flow.both(end);
    if s.ack_set && !s.syn_fin_rst {
        own.acked_once = true;
    }
    // What is in flight can be told again.
    other.lost_count &= !s.ack_set;
    if other.unacked.is_empty() {
        return;
    }
    if let Some(exact) = other.unacked.iter().find(|sent| sent.next == s.ack) {
        found.acked_frame = exact.frame;
        found.ack_rtt = s.ns.since(exact.ns);
    }
    other.unacked.retain_mut(|sent| keep_unacked(sent, s.ack));
}

fn keep_unacked(sent: &mut Sent, ack: u32) -> bool {
    if before(sent.seq, ack) && before(ack, sent.next) {
        // Half of it.
        sent.seq = ack;
    }
    before(ack, sent.next)
}

fn in_flight(flow: &mut Conversation, end: usize, s: &Segment, found: &mut Analysis) {
    let (own, other) = flow.both(end);
    if s.len == 0 || own.lost_count || own.unacked.is_empty() {
        return;
    }
    let base = own.base.unwrap_or_default();
    let first = own.unacked.iter().map(|sent| sent.seq.wrapping_sub(base)).min().unwrap_or_default();
    let last = own.unacked.iter().map(|sent| sent.next.wrapping_sub(base)).max().unwrap_or_default();
    let flying = last.wrapping_sub(first).wrapping_sub(other.sacked);
    own.pushed = if own.push_ended { s.len } else { own.pushed.saturating_add(s.len) };
    own.push_ended = s.push;
    found.counted = true;
    if flying > 0 && flying < 2_000_000_000 {
        found.bytes_in_flight = flying.saturating_sub(u32::from(s.syn_fin));
        found.push_bytes = Some(own.pushed);
    }
}
