//! Finds a frame's layers without dissecting them: what stage 1 of a filter reads.
//!
//! It knows the headers that nearly every frame consists of, and answers [`Walk::Dissect`] for whatever is unusual:
//! fragments, options, errors that quote packets, lengths that cannot be, other tunnels. What it does say is what the
//! dissectors would say; `testkit` compares them on every frame that it has.

mod layout;
mod tails;

use std::sync::Arc;

use strato_filter_jit::{
    layers::{Layers, NoPlace},
    layout::{SLOTS, Slot},
};
use strato_filter_lang::schema::Source;

pub use self::layout::FrameLayout;
pub(crate) use self::layout::{IP, IPV6, TCP, UDP, proto_of};
pub(crate) use self::tails::Tail;
use self::{
    layout::{ARP, ETH, FRAME, ICMP, ICMPV6, VLAN, VXLAN, slot_of},
    tails::{Read, Tails},
};
use crate::{
    decode_as::Rule,
    proto::{
        Proto, Table, cfp, null,
        plan::Plan,
        registry::{self, Routes},
        tcp::options,
    },
    read::Packet,
};

/// What the walk says of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// All layers of walked protocols were found.
    Found,
    /// They were, but the frame is a segment of a stream that must be put together.
    Stream,
    /// The frame must be dissected: for its layers, or for what later frames need to know of it.
    Dissect,
}

/// Walks frames for one plan.
pub struct Walker {
    routes: Arc<Routes>,
    tails: Tails,
    /// Layers that somebody asks for, a bit a slot.
    asked: u32,
    /// Those of them that later frames need to know of.
    later: u32,
    /// Nothing is read but what the record says.
    record_only: bool,
    /// Nothing of TCP and behind it is read.
    tcp_ends: bool,
    /// Something of TCP is read that depends on earlier segments, but on no other conversation.
    tcp_remembers: bool,
    /// Link layers of which nothing is read.
    passes: Passes,
    /// Somebody reads `tcp.payload`, which is there only behind options that make sense.
    reads_payload: bool,
}

/// Which link layers are passed over.
struct Passes {
    raw: bool,
    null: bool,
    sll: bool,
}

/// A part of a frame that a layer was handed.
#[derive(Clone, Copy)]
struct Part<'d> {
    /// Its captured bytes.
    data: &'d [u8],
    /// Where they start in the frame.
    start: usize,
    /// How many were sent: at least as many.
    wire_len: usize,
}

/// Versions of IP.
#[derive(Clone, Copy)]
enum Version {
    V4,
    V6,
}

/// What is told of the layers that are found.
pub(crate) trait Trail {
    /// A layer from byte `start` on, with its payload at `payload`, to `end` as captured and `wire_end` as sent.
    fn push(&mut self, slot: Slot, start: usize, payload: usize, end: usize, wire_end: usize) -> Result<(), NoPlace>;
}

impl Trail for Layers {
    #[inline(always)]
    fn push(&mut self, slot: Slot, start: usize, payload: usize, end: usize, wire_end: usize) -> Result<(), NoPlace> {
        Self::push(self, slot, start, payload, end, wire_end)
    }
}

/// IP headers that are walked through, each perhaps behind Ethernet and tags and before UDP and VXLAN: fewer layers than
/// the dissectors' limit.
const DEEPEST: usize = 12;
/// Tags behind one Ethernet header that are walked through.
const TAGS: usize = 4;

/// The frame must be dissected.
pub(crate) struct Unusual;

impl From<NoPlace> for Unusual {
    fn from(_: NoPlace) -> Self {
        Self
    }
}

/// Whether somebody reads the padding of Ethernet's frames, which cooked captures show, too.
fn reads_padding(plan: &Plan) -> bool {
    let wants = |name| registry::schema().resolve(name).is_some_and(|field| plan.wants(field.id));
    wants("eth.padding") || wants("eth.padding_bad")
}

impl Walker {
    /// A walker for what the plan reads, which keeps the layers of `slots`; `None` where frames must be dissected as a
    /// whole.
    pub fn new(plan: &Plan, slots: &[Slot]) -> Option<Self> {
        let read = Read::of(plan, registry::registry());
        // Headers that stand where the walk knows them may be something else; every frame has times.
        let ports_only = |rule: &Rule| matches!(rule.table, Table::TcpPort | Table::UdpPort);
        if plan.everything
            || !plan.usual
            || !plan.routes().decode_as().rules().iter().all(ports_only)
            || read.remembers(Proto::Frame)
        {
            return None;
        }
        let tcp_remembers = read.remembers(Proto::Tcp) && !read.across(Proto::Tcp);
        let (mut asked, mut later) = (0, 0);
        for proto in Proto::ALL {
            let Some(slot) = slot_of(proto) else { continue };
            let remembers = read.remembers(proto) && !(proto == Proto::Tcp && tcp_remembers);
            later |= if remembers { bit(slot) } else { 0 };
            asked |= if remembers || slots.contains(&slot) { bit(slot) } else { 0 };
        }
        let payload = registry::schema().resolve("tcp.payload").is_some_and(|field| plan.wants(field.id));
        let tails = Tails::new(plan);
        let unread = |proto| !read.wants(proto);
        let passes = Passes {
            raw: unread(Proto::Raw),
            null: unread(Proto::Null),
            sll: unread(Proto::Sll) && !reads_padding(plan),
        };
        if tcp_remembers || tails.has_streams() {
            // Addresses and ports tell the conversation.
            asked |= bit(IP) | bit(IPV6) | bit(TCP);
        }
        let tcp_ends = tails.tcp_is_ignored() && asked & bit(TCP) == 0;
        let record_only = plan.wanted().all(|(_, field)| matches!(field.source, Source::Record(_)));
        Some(Self {
            routes: plan.shared_routes(),
            tails,
            asked,
            later,
            record_only,
            tcp_ends,
            tcp_remembers,
            passes,
            reads_payload: payload,
        })
    }

    /// Whether TCP's segments, whatever their ports, depend on earlier ones of their conversation, and on no others.
    pub fn follows_streams(&self) -> bool {
        self.later & bit(TCP) == 0 && (self.tcp_remembers || self.tails.follows_streams())
    }

    /// A walker that keeps all layers, up to TCP and UDP, whatever later frames need to know.
    pub(crate) fn to_transport(plan: &Plan) -> Self {
        let (routes, tails) = (plan.shared_routes(), Tails::new(plan));
        let unread = |proto| !plan.reads_own(proto);
        let passes = Passes {
            raw: unread(Proto::Raw),
            null: unread(Proto::Null),
            sll: unread(Proto::Sll) && !reads_padding(plan),
        };
        Self {
            routes,
            tails,
            asked: u32::MAX,
            later: 0,
            record_only: false,
            tcp_ends: false,
            tcp_remembers: false,
            passes,
            reads_payload: false,
        }
    }

    /// Finds the layers of a frame.
    #[inline(always)]
    pub fn walk(&self, frame: &Packet<'_>, layers: &mut Layers) -> Walk {
        layers.start(frame.number, frame.data.len(), frame.original_len);
        let tail = self.layers(frame.data, frame.original_len, frame.link_type, layers).unwrap_or(Tail::Dissect);
        // Nearly all frames of most filters.
        if tail <= Tail::Ignored {
            return Walk::Found;
        }
        match tail {
            Tail::Nothing | Tail::Ignored => Walk::Found,
            Tail::More => {
                layers.set_more();
                Walk::Found
            }
            Tail::Stream => Walk::Stream,
            Tail::Dissect | Tail::Vxlan => Walk::Dissect,
        }
    }

    /// Tells `trail` of the layers; [`Unusual`] if they must be dissected to be found.
    #[inline(always)]
    pub(crate) fn layers(
        &self,
        data: &[u8],
        original_len: u32,
        link_type: u32,
        layers: &mut impl Trail,
    ) -> Result<Tail, Unusual> {
        let part = Part { data, start: 0, wire_len: (original_len as usize).max(data.len()) };
        self.tell(layers, FRAME, part, 0)?;
        if self.record_only {
            return Ok(Tail::Nothing);
        }
        match link_type {
            1 => self.ethernet(part, DEEPEST, layers),
            _ => self.other_link(link_type, data, part.wire_len, layers),
        }
    }

    /// Link layers whose headers are passed over, unless the filter reads them.
    #[inline(never)]
    fn other_link(
        &self,
        link_type: u32,
        data: &[u8],
        wire_len: usize,
        layers: &mut impl Trail,
    ) -> Result<Tail, Unusual> {
        let part = Part::new(data, (0, wire_len));
        let (version, part) = match link_type {
            228 => (Version::V4, part),
            229 => (Version::V6, part),
            12 | 14 | 101 if self.passes.raw => match part.start::<1>()? {
                [0x40..0x50] => (Version::V4, part),
                [0x60..0x70] => (Version::V6, part),
                _ => return Err(Unusual),
            },
            0 | 108 if self.passes.null => {
                let (family, part) = part.header()?;
                match null::family(u32::from_le_bytes(*family)) {
                    2 => (Version::V4, part),
                    10 | 24 | 28 | 30 => (Version::V6, part),
                    _ => return Err(Unusual),
                }
            }
            113 if self.passes.sll => {
                let ([.., k0, k1], part) = part.header::<16>()?;
                return self.tagged(u16::from_be_bytes([*k0, *k1]), part.data, part.place(), DEEPEST, layers);
            }
            276 if self.passes.sll => {
                let ([k0, k1, ..], part) = part.header::<20>()?;
                return self.tagged(u16::from_be_bytes([*k0, *k1]), part.data, part.place(), DEEPEST, layers);
            }
            _ => return Err(Unusual),
        };
        self.network(version, part, DEEPEST, layers)
    }

    /// Ethernet, and what it leads to: `left` IP headers at most, here and below.
    #[inline(always)]
    fn ethernet(&self, part: Part<'_>, left: usize, layers: &mut impl Trail) -> Result<Tail, Unusual> {
        let ([.., k0, k1], payload) = part.header::<14>()?;
        self.tell(layers, ETH, part, 14)?;
        match u16::from_be_bytes([*k0, *k1]) {
            0x0800 => self.ip(payload, left, layers),
            0x86dd => self.ipv6(payload, left, layers),
            kind => self.tagged(kind, payload.data, payload.place(), left, layers),
        }
    }

    /// Tags, and what an EtherType stands for.
    #[inline(never)]
    fn tagged(
        &self,
        mut kind: u16,
        data: &[u8],
        place: (usize, usize),
        left: usize,
        layers: &mut impl Trail,
    ) -> Result<Tail, Unusual> {
        let mut part = Part::new(data, place);
        for _ in 0..TAGS {
            if kind != 0x8100 {
                break;
            }
            let ([_, _, k0, k1], payload) = part.header::<4>()?;
            self.tell(layers, VLAN, part, 4)?;
            (kind, part) = (u16::from_be_bytes([*k0, *k1]), payload);
        }
        match kind {
            0x0800 => self.network(Version::V4, part, left, layers),
            0x86dd => self.network(Version::V6, part, left, layers),
            0x0806 => {
                self.tell(layers, ARP, part, 8)?;
                Ok(Tail::Nothing)
            }
            // A length; FabricPath, whose header starts before its type; one tag too many.
            0..0x600 | cfp::ETHERTYPE | 0x8100 => Err(Unusual),
            _ => Ok(self.other(Table::EtherType, kind.into())),
        }
    }

    /// IP where it does not stand right behind the frame's Ethernet header.
    #[inline(never)]
    fn network(&self, version: Version, part: Part<'_>, left: usize, layers: &mut impl Trail) -> Result<Tail, Unusual> {
        match version {
            _ if left == 0 => Err(Unusual),
            Version::V4 => self.ip(part, left, layers),
            Version::V6 => self.ipv6(part, left, layers),
        }
    }

    /// What stands in IP.
    #[inline(always)]
    fn transport(&self, proto: u8, part: Part<'_>, left: usize, layers: &mut impl Trail) -> Result<Tail, Unusual> {
        match proto {
            6 => self.tcp(part, layers),
            17 => self.udp(part, left, layers),
            _ => self.other_ip(proto, part.data, part.place(), left - 1, layers),
        }
    }

    /// What is neither TCP nor UDP.
    #[inline(never)]
    fn other_ip(
        &self,
        proto: u8,
        data: &[u8],
        place: (usize, usize),
        left: usize,
        layers: &mut impl Trail,
    ) -> Result<Tail, Unusual> {
        let part = Part::new(data, place);
        match proto {
            1 => self.icmp(part, layers),
            58 => self.icmpv6(part, layers),
            4 => self.network(Version::V4, part, left, layers),
            41 => self.network(Version::V6, part, left, layers),
            _ => Ok(self.other(Table::IpProto, proto.into())),
        }
    }

    /// The frame in a VXLAN packet.
    #[inline(never)]
    fn vxlan(&self, data: &[u8], place: (usize, usize), left: usize, layers: &mut impl Trail) -> Result<Tail, Unusual> {
        let part = Part::new(data, place);
        self.tell(layers, VXLAN, part, 8)?;
        let (_, frame) = part.header::<8>()?;
        if left == 0 { Err(Unusual) } else { self.ethernet(frame, left, layers) }
    }

    /// What a table names for a protocol that is not walked.
    #[cold]
    fn other(&self, table: Table, key: u32) -> Tail {
        self.routes.lookup(table, key).map_or(Tail::Nothing, |proto| self.tails.behind(proto))
    }

    /// Adds a layer with a header of `header` bytes, if somebody asks for it.
    #[inline(always)]
    fn tell(&self, layers: &mut impl Trail, slot: Slot, part: Part<'_>, header: usize) -> Result<(), Unusual> {
        if self.asked & bit(slot) == 0 {
            return Ok(());
        }
        if self.later & bit(slot) != 0 {
            return Err(Unusual);
        }
        let Part { data, start, wire_len } = part;
        Ok(layers.push(slot, start, start + header, start + data.len(), start + wire_len)?)
    }

    #[inline(always)]
    fn ip(&self, mut part: Part<'_>, left: usize, layers: &mut impl Trail) -> Result<Tail, Unusual> {
        let [first, _, l0, l1, _, _, f0, f1, _, proto, ..] = *part.start::<20>()?;
        let len = usize::from(u16::from_be_bytes([l0, l1]));
        // Options, fragments (but not "don't fragment").
        if first != 0x45 || (f0 & 0x3f) | f1 != 0 {
            return Err(Unusual);
        }
        if len >= 20 {
            part = part.limit(len);
        } else if len != 0 {
            return Err(Unusual);
        }
        self.tell(layers, IP, part, 20)?;
        self.transport(proto, part.header::<20>()?.1, left, layers)
    }

    #[inline(always)]
    fn ipv6(&self, part: Part<'_>, left: usize, layers: &mut impl Trail) -> Result<Tail, Unusual> {
        /// Extension headers, a bit each.
        const EXTENSIONS: u64 = 1 << 0 | 1 << 43 | 1 << 44 | 1 << 50 | 1 << 51 | 1 << 59 | 1 << 60;
        let [first, _, _, _, l0, l1, next, ..] = *part.start::<40>()?;
        let len = usize::from(u16::from_be_bytes([l0, l1]));
        let extended = if next < 64 { EXTENSIONS >> next & 1 != 0 } else { matches!(next, 135 | 139 | 140) };
        // Or jumbograms.
        if first >> 4 != 6 || len == 0 || extended {
            return Err(Unusual);
        }
        let part = part.limit(40 + len);
        self.tell(layers, IPV6, part, 40)?;
        self.transport(next, part.header::<40>()?.1, left, layers)
    }

    #[inline(always)]
    fn tcp(&self, part: Part<'_>, layers: &mut impl Trail) -> Result<Tail, Unusual> {
        if self.tcp_ends {
            return Ok(Tail::Nothing);
        }
        let [s0, s1, d0, d1, _, _, _, _, _, _, _, _, offset, ..] = *part.start::<20>()?;
        let len = usize::from(offset >> 4) * 4;
        if len < 20 || len > part.wire_len {
            return Err(Unusual);
        }
        self.tell(layers, TCP, part, len)?;
        if self.reads_payload && len > 20 && !options::are_usual(part.data.get(20..len).unwrap_or_default()) {
            return Err(Unusual);
        }
        let tail = self.tails.tcp(u16::from_be_bytes([s0, s1]), u16::from_be_bytes([d0, d1]));
        Ok(if self.tcp_remembers { tail.max(Tail::Stream) } else { tail })
    }

    #[inline(always)]
    fn udp(&self, part: Part<'_>, left: usize, layers: &mut impl Trail) -> Result<Tail, Unusual> {
        let [s0, s1, d0, d1, l0, l1, ..] = *part.start::<8>()?;
        let len = usize::from(u16::from_be_bytes([l0, l1]));
        if len < 8 {
            return Err(Unusual);
        }
        let part = part.limit(len);
        self.tell(layers, UDP, part, 8)?;
        match self.tails.udp(u16::from_be_bytes([s0, s1]), u16::from_be_bytes([d0, d1])) {
            Tail::Vxlan => {
                let (_, payload) = part.header::<8>()?;
                self.vxlan(payload.data, payload.place(), left - 1, layers)
            }
            tail => Ok(tail),
        }
    }

    fn icmp(&self, part: Part<'_>, layers: &mut impl Trail) -> Result<Tail, Unusual> {
        let [kind] = *part.start::<1>()?;
        // Errors quote packets.
        if !matches!(kind, 0 | 8 | 13..=18) {
            return Err(Unusual);
        }
        self.tell(layers, ICMP, part, 4)?;
        Ok(Tail::Nothing)
    }

    fn icmpv6(&self, part: Part<'_>, layers: &mut impl Trail) -> Result<Tail, Unusual> {
        let [kind] = *part.start::<1>()?;
        // Errors and redirects quote packets.
        if !matches!(kind, 128..=132 | 143) {
            return Err(Unusual);
        }
        self.tell(layers, ICMPV6, part, 4)?;
        Ok(Tail::Nothing)
    }
}

/// A slot's bit.
const fn bit(slot: Slot) -> u32 {
    1 << (slot.0 as usize % SLOTS)
}

/// Where registers are short, functions that are called take a part piece by piece.
impl<'d> Part<'d> {
    #[inline(always)]
    fn new(data: &'d [u8], (start, wire_len): (usize, usize)) -> Self {
        Self { data, start, wire_len }
    }

    /// Where it starts, and how much of it was sent.
    #[inline(always)]
    fn place(&self) -> (usize, usize) {
        (self.start, self.wire_len)
    }

    /// The first `N` bytes.
    #[inline(always)]
    fn start<const N: usize>(&self) -> Result<&'d [u8; N], Unusual> {
        self.data.first_chunk().ok_or(Unusual)
    }

    /// The same, and what is behind them.
    #[inline(always)]
    fn header<const N: usize>(self) -> Result<(&'d [u8; N], Self), Unusual> {
        let (header, data) = self.data.split_first_chunk().ok_or(Unusual)?;
        Ok((header, Self { data, start: self.start + N, wire_len: self.wire_len - N }))
    }

    /// At most `len` bytes of it.
    #[inline(always)]
    fn limit(self, len: usize) -> Self {
        Self { data: self.data.get(..len).unwrap_or(self.data), wire_len: self.wire_len.min(len), ..self }
    }
}
