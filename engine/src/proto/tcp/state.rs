//! What is remembered of a TCP conversation.

use super::{Header, analysis::Analysis, stream::Assembly};
use crate::{
    flow::{Ends, Flows, Key},
    proto::{
        Proto,
        dissect::{Flow, Tunnel},
    },
};

/// All conversations.
#[derive(Default)]
pub(super) struct Tcp {
    pub(super) flows: Flows<Conversation>,
    next_stream: u32,
    /// Bytes and order of what waits to be put together, over all conversations.
    pub(super) waiting: super::stream::Waiting,
    /// What was learnt of a segment, by the number of its frame, that is dissected next.
    pub(super) passed: Option<(u64, Known)>,
    /// For the bytes of a message that is looked at.
    pub(super) scratch: Vec<u8>,
}

/// A time in nanoseconds, if there is one: half as long as an `Option`, of which tables hold many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ns(i64);

impl Default for Ns {
    fn default() -> Self {
        Self(i64::MIN)
    }
}

impl From<Option<i64>> for Ns {
    fn from(ns: Option<i64>) -> Self {
        ns.map_or_else(Self::default, Self)
    }
}

impl Ns {
    pub(super) fn get(self) -> Option<i64> {
        (self != Self::default()).then_some(self.0)
    }

    /// From `then` to this time.
    pub(super) fn since(self, then: Self) -> Option<i64> {
        Some(self.get()?.saturating_sub(then.get()?))
    }

    pub(super) fn or(self, other: Self) -> Self {
        if self == Self::default() { other } else { self }
    }
}

/// One conversation.
#[derive(Default)]
pub(super) struct Conversation {
    pub(super) stream: u32,
    /// Packets so far, this one included.
    pub(super) packets: u32,
    pub(super) completeness: u8,
    /// What the first packet adds to it when it is seen once more, in a second pass.
    pub(super) first_adds: u8,
    /// Which end sent the first packet, and the packet's frame.
    first_end: u8,
    first_frame: u32,
    /// Which end sent the first FIN.
    pub(super) closer: Option<u8>,
    /// Both ends sent a FIN, or one a RST.
    pub(super) closed: bool,
    /// The port of the end that accepted the connection, 0 when that was not seen.
    pub(super) server_port: u16,
    pub(super) first_ns: Ns,
    pub(super) last_ns: Ns,
    pub(super) syn_ns: Ns,
    pub(super) initial_rtt: Ns,
    /// Who dissects the payload, whatever the ports.
    pub(super) dissector: Option<Proto>,
    /// What is inside goes elsewhere.
    pub(super) tunnel: Option<Tunnel>,
    pub(super) sides: [Side; 2],
}

impl Ends for Conversation {
    fn is_over(&self) -> bool {
        // Attempts to connect that nobody answered are no conversations.
        const SYN_ONLY: u8 = 1;
        self.closed || self.completeness == SYN_ONLY
    }

    fn rest(&mut self) {
        let over = self.is_over();
        for side in &mut self.sides {
            if let Some(assembly) = side.assembly.take().filter(|_| !over) {
                assembly.give_up();
            }
            side.unacked.shrink_to_fit();
        }
    }
}

/// A segment that was sent and not yet acknowledged.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sent {
    pub(super) frame: u32,
    pub(super) seq: u32,
    pub(super) next: u32,
    pub(super) ns: Ns,
}

/// What one end has sent. Sequence numbers are as on the wire; 0 stands for "none yet" as it does in Wireshark, whose
/// conclusions we must repeat.
#[derive(Default)]
pub(super) struct Side {
    /// Where relative numbers count from.
    pub(super) base: Option<u32>,
    pub(super) scale: Scale,
    pub(super) window: u32,
    /// The next sequence number expected, and the frame that made us expect it.
    pub(super) next: u32,
    pub(super) next_frame: u32,
    pub(super) next_ns: Ns,
    /// The highest number up to which everything was seen.
    pub(super) contiguous: u32,
    pub(super) last_ack: u32,
    pub(super) last_ack_ns: Ns,
    pub(super) dup_acks: u32,
    pub(super) last_new_ack_frame: u32,
    pub(super) last_flags: u32,
    pub(super) acked_once: bool,
    /// Bytes in flight cannot be told since a segment was missed.
    pub(super) lost_count: bool,
    pub(super) pushed: u32,
    pub(super) push_ended: bool,
    /// Bytes of its last selective acknowledgment.
    pub(super) sacked: u32,
    pub(super) unacked: Vec<Sent>,
    pub(super) assembly: Option<Box<Assembly>>,
}

/// What is known of the scaling of windows one end announces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Scale {
    /// Its SYN was not seen.
    #[default]
    Unknown,
    /// Not used.
    None,
    /// Windows are shifted by this much.
    Shift(u8),
}

impl Scale {
    /// `tcp.window_size_scalefactor`.
    pub(super) fn factor(self) -> i64 {
        match self {
            Self::Unknown => -1,
            Self::None => -2,
            Self::Shift(shift) => 1i64 << shift.min(30),
        }
    }

    pub(super) fn apply(self, window: u32) -> u32 {
        match self {
            Self::Unknown | Self::None => window,
            Self::Shift(shift) => window.checked_shl(shift.into()).unwrap_or_default(),
        }
    }
}

/// Where a packet belongs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) slot: u32,
    pub(super) end: usize,
    pub(super) reused: bool,
    /// `tcp.completeness` before this packet.
    pub(super) completeness: u8,
}

impl Tcp {
    /// Finds or starts the conversation of a packet.
    pub(super) fn place(&mut self, key: Key, end: usize, header: &Header, frame: u32) -> Place {
        let known = self.flows.find(&key);
        let mut reused = false;
        let slot = match known {
            Some(slot) if !self.starts_anew(slot, end, header) => slot,
            _ => {
                reused = known.is_some();
                let stream = self.next_stream;
                self.next_stream = self.next_stream.wrapping_add(1);
                let (first_end, first_frame) = (end as u8, frame);
                self.flows.start(key, Conversation { stream, first_end, first_frame, ..Conversation::default() })
            }
        };
        let completeness = self.flows.get(slot).map_or(0, |flow| flow.completeness);
        Place { slot, end, reused, completeness }
    }

    /// A SYN with another initial number than the conversation's: the ports are used again.
    fn starts_anew(&mut self, slot: u32, end: usize, header: &Header) -> bool {
        let Some(flow) = self.flows.get(slot) else { return true };
        header.syn() && !header.ack_set() && flow.sides[end & 1].base.is_some_and(|base| base != header.seq)
    }
}

const SYN_SENT: u8 = 1;

/// What a packet adds to `tcp.completeness`.
fn adds(header: &Header) -> u8 {
    let mut adds = match (header.syn(), header.ack_set()) {
        (true, false) => SYN_SENT,
        (true, true) => 2,
        _ => 0,
    };
    if header.len > 0 {
        adds |= 8;
    } else if header.ack_set() && !header.syn() {
        adds |= 4;
    }
    if header.fin() {
        adds |= 16;
    }
    if header.rst() {
        adds |= 32;
    }
    adds
}

impl Conversation {
    /// Its sending end, and the other.
    pub(super) fn both(&mut self, end: usize) -> (&mut Side, &mut Side) {
        let [low, high] = &mut self.sides;
        if end == 0 { (low, high) } else { (high, low) }
    }

    pub(super) fn flow(&self, end: usize) -> Flow {
        Flow { id: self.stream << 1, reversed: usize::from(self.first_end) != end, first_frame: self.first_frame }
    }

    /// Counts the packet and sets the numbers relative ones count from.
    /// Returns whether a SYN+ACK showed that the ports are used again.
    pub(super) fn open(&mut self, end: usize, header: &Header, ns: Ns) -> bool {
        self.packets = self.packets.saturating_add(1);
        self.first_ns = self.first_ns.or(ns);
        match (header.syn(), header.ack_set()) {
            (true, false) => self.server_port = header.dstport,
            (true, true) => self.server_port = header.srcport,
            _ => {}
        }
        let (own, other) = self.both(end);
        // A SYN+ACK with another number than before answers a connection that uses the ports again.
        let again = header.syn() && header.ack_set() && own.base.is_some_and(|base| base != header.seq);
        if own.base.is_none() || again {
            own.base = Some(if header.syn() { header.seq } else { header.seq.wrapping_sub(1) });
        }
        if other.base.is_none() && header.ack_set() {
            other.base = Some(header.ack.wrapping_sub(1));
        }
        again
    }

    /// Counts a packet that an ICMP error quotes: it says nothing of sequence numbers.
    pub(super) fn quoted(&mut self, ns: Ns) {
        self.packets = self.packets.saturating_add(1);
        self.first_ns = self.first_ns.or(ns);
    }

    /// The packet was seen: what later ones compare with.
    pub(super) fn close(&mut self, header: &Header, ns: Ns) {
        self.last_ns = ns;
        let adds = adds(header);
        // A conversation without its start is not judged by the first packet seen of it.
        if self.packets == 1 {
            self.completeness = adds & SYN_SENT;
            self.first_adds = adds;
            return;
        }
        self.completeness |= adds;
    }

    /// Learns the window scaling of a SYN (`shift`: that of its option, if it has one).
    pub(super) fn learn_scale(&mut self, end: usize, header: &Header, shift: Option<u8>) {
        if !header.syn() {
            return;
        }
        let (own, other) = self.both(end);
        // Who declined before says nothing new by declining again.
        if shift.is_none() && own.scale == Scale::None {
            return;
        }
        own.scale = shift.map_or(Scale::None, Scale::Shift);
        // Scaling is used only when both ends offer it.
        if shift.is_none() {
            other.scale = Scale::None;
        }
        if header.ack_set() && (own.scale == Scale::None || other.scale == Scale::None) {
            own.scale = Scale::None;
            other.scale = Scale::None;
        }
    }

    /// The round trip of the handshake, known with the first ACK that follows the SYN.
    pub(super) fn learn_rtt(&mut self, header: &Header, ns: Ns) {
        if header.syn() {
            if !header.ack_set() {
                self.syn_ns = ns;
            }
            return;
        }
        if header.ack_set() && self.initial_rtt.get().is_none() {
            self.initial_rtt = ns.since(self.syn_ns).filter(|rtt| *rtt != 0).into();
        }
    }
}

/// Everything known of the packet after its conversation was asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub(super) place: Place,
    pub(super) stream: u32,
    pub(super) packets: u32,
    pub(super) own_base: u32,
    pub(super) other_base: u32,
    pub(super) scale: Scale,
    pub(super) since_first: Option<i64>,
    pub(super) since_last: Option<i64>,
    pub(super) initial_rtt: Option<i64>,
    pub(super) flow: Flow,
    /// It comes from the end that closed first.
    pub(super) closes_first: bool,
    pub(super) analysis: Analysis,
    /// `tcp.completeness` of the conversation with this packet, and what its first packet adds in a second pass.
    pub(super) completeness: u8,
    pub(super) first_adds: u8,
    /// Bytes of the payload that were passed over: nothing of them is read.
    pub(super) skimmed: usize,
}
