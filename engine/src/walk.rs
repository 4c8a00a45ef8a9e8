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
    /// By slot.
    keep: [Keep; SLOTS],
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

/// What is done with the layers of a protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keep {
    /// Walked through.
    No,
    /// The filter reads them.
    Yes,
    /// Later frames need to know of them.
    Dissect,
}

/// A part of a frame that a layer was handed: from, to as captured, to as sent.
#[derive(Clone, Copy)]
struct Part {
    start: usize,
    end: usize,
    wire_end: usize,
}

/// Versions of IP.
#[derive(Clone, Copy)]
enum Version {
    V4,
    V6,
}

/// What stands above a header.
enum Above {
    Ip(Version),
    /// No layer that is walked.
    Tail(Tail),
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

impl Walker {
    /// A walker for what the plan reads, which keeps the layers of `slots`; `None` where frames must be dissected as a
    /// whole.
    pub fn new(plan: &Plan, slots: &[Slot]) -> Option<Self> {
        let read = Read::of(plan, registry::registry());
        // Headers that stand where the walk knows them may be something else; every frame has times.
        let ports_only = |rule: &Rule| matches!(rule.table, Table::TcpPort | Table::UdpPort);
        if plan.everything || !plan.routes().decode_as().rules().iter().all(ports_only) || read.remembers(Proto::Frame)
        {
            return None;
        }
        let tcp_remembers = read.remembers(Proto::Tcp) && !read.across(Proto::Tcp);
        let mut keep = [Keep::No; SLOTS];
        for proto in Proto::ALL {
            let Some(slot) = slot_of(proto) else { continue };
            let Some(keep) = keep.get_mut(usize::from(slot.0)) else { continue };
            *keep = match slots.contains(&slot) {
                _ if read.remembers(proto) && !(proto == Proto::Tcp && tcp_remembers) => Keep::Dissect,
                true => Keep::Yes,
                false => Keep::No,
            };
        }
        let payload = registry::schema().resolve("tcp.payload").is_some_and(|field| plan.wants(field.id));
        let tails = Tails::new(plan);
        let unread = |proto| !read.wants(proto);
        let passes = Passes { raw: unread(Proto::Raw), null: unread(Proto::Null), sll: unread(Proto::Sll) };
        if let (Some(keep @ Keep::No), true) = (keep.get_mut(usize::from(TCP.0)), tcp_remembers || tails.has_streams())
        {
            // The ports tell the conversation.
            *keep = Keep::Yes;
        }
        let tcp_ends = tails.tcp_is_ignored() && keep.get(usize::from(TCP.0)) == Some(&Keep::No);
        Some(Self {
            routes: plan.shared_routes(),
            tails,
            keep,
            tcp_ends,
            tcp_remembers,
            passes,
            reads_payload: payload,
        })
    }

    /// Whether TCP's segments, whatever their ports, depend on earlier ones of their conversation, and on no others.
    pub fn follows_streams(&self) -> bool {
        let kept = self.keep.get(usize::from(TCP.0));
        kept != Some(&Keep::Dissect) && (self.tcp_remembers || self.tails.follows_streams())
    }

    /// A walker that keeps all layers, up to TCP and UDP, whatever later frames need to know.
    pub(crate) fn to_transport(plan: &Plan) -> Self {
        let (routes, tails) = (plan.shared_routes(), Tails::new(plan));
        let unread = |proto| !plan.reads_own(proto);
        let passes = Passes { raw: unread(Proto::Raw), null: unread(Proto::Null), sll: unread(Proto::Sll) };
        let keep = [Keep::Yes; SLOTS];
        Self { routes, tails, keep, tcp_ends: false, tcp_remembers: false, passes, reads_payload: false }
    }

    /// Finds the layers of a frame.
    #[inline]
    pub fn walk(&self, frame: &Packet<'_>, layers: &mut Layers) -> Walk {
        layers.start(frame.number, frame.data.len(), frame.original_len);
        match self.layers(frame.data, frame.original_len, frame.link_type, layers) {
            Ok(Tail::Nothing | Tail::Ignored) => Walk::Found,
            Ok(Tail::More) => {
                layers.set_more();
                Walk::Found
            }
            Ok(Tail::Stream) => Walk::Stream,
            Ok(Tail::Dissect | Tail::Vxlan) | Err(Unusual) => Walk::Dissect,
        }
    }

    /// Tells `trail` of the layers; [`Unusual`] if they must be dissected to be found.
    #[inline]
    pub(crate) fn layers(
        &self,
        data: &[u8],
        original_len: u32,
        link_type: u32,
        layers: &mut impl Trail,
    ) -> Result<Tail, Unusual> {
        let wire_end = (original_len as usize).max(data.len());
        let whole = Part { start: 0, end: data.len(), wire_end };
        let mut part = whole;
        self.push(layers, FRAME, &mut part, 0)?;
        let mut above = self.link(link_type, data, &mut part, layers)?;
        // Each turn takes a header; so many are more than any sane frame has.
        for _ in 0..DEEPEST {
            let proto = match above {
                Above::Ip(Version::V4) => self.ip(data, &mut part, layers)?,
                Above::Ip(Version::V6) => self.ipv6(data, &mut part, layers)?,
                Above::Tail(tail) => return Ok(tail),
            };
            above = match proto {
                6 => return self.tcp(data, &mut part, layers),
                17 => match self.udp(data, &mut part, layers)? {
                    Tail::Vxlan => {
                        self.push(layers, VXLAN, &mut part, 8)?;
                        self.ethernet(data, &mut part, layers)?
                    }
                    tail => return Ok(tail),
                },
                _ => self.other_ip(data, proto, &mut part, layers)?,
            };
        }
        Err(Unusual)
    }

    /// The link layer.
    #[inline(always)]
    fn link(&self, link_type: u32, data: &[u8], part: &mut Part, layers: &mut impl Trail) -> Result<Above, Unusual> {
        match link_type {
            1 => self.ethernet(data, part, layers),
            228 => Ok(Above::Ip(Version::V4)),
            229 => Ok(Above::Ip(Version::V6)),
            _ => self.other_link(link_type, data, part, layers),
        }
    }

    /// Link layers whose headers are passed over, unless the filter reads them.
    fn other_link(
        &self,
        link_type: u32,
        data: &[u8],
        part: &mut Part,
        layers: &mut impl Trail,
    ) -> Result<Above, Unusual> {
        match link_type {
            12 | 14 | 101 if self.passes.raw => {
                let [first] = *header_at(data, *part)?;
                match first >> 4 {
                    4 => Ok(Above::Ip(Version::V4)),
                    6 => Ok(Above::Ip(Version::V6)),
                    _ => Err(Unusual),
                }
            }
            0 | 108 if self.passes.null => {
                let family = null::family(u32::from_le_bytes(*header_at(data, *part)?));
                part.start += 4;
                match family {
                    2 => Ok(Above::Ip(Version::V4)),
                    10 | 24 | 28 | 30 => Ok(Above::Ip(Version::V6)),
                    _ => Err(Unusual),
                }
            }
            113 if self.passes.sll => {
                let [.., k0, k1] = *header_at::<16>(data, *part)?;
                part.start += 16;
                self.ethertype(u16::from_be_bytes([k0, k1]), data, part, layers)
            }
            276 if self.passes.sll => {
                let [k0, k1, ..] = *header_at::<20>(data, *part)?;
                part.start += 20;
                self.ethertype(u16::from_be_bytes([k0, k1]), data, part, layers)
            }
            _ => Err(Unusual),
        }
    }

    /// Ethernet.
    #[inline(always)]
    fn ethernet(&self, data: &[u8], part: &mut Part, layers: &mut impl Trail) -> Result<Above, Unusual> {
        let kind = u16_at(data, *part, 12)?;
        self.push(layers, ETH, part, 14)?;
        self.ethertype(kind, data, part, layers)
    }

    /// Tags, and what an EtherType stands for.
    #[inline(always)]
    fn ethertype(
        &self,
        mut kind: u16,
        data: &[u8],
        part: &mut Part,
        layers: &mut impl Trail,
    ) -> Result<Above, Unusual> {
        for _ in 0..TAGS {
            if kind != 0x8100 {
                break;
            }
            kind = u16_at(data, *part, 2)?;
            self.push(layers, VLAN, part, 4)?;
        }
        match kind {
            0x0800 => Ok(Above::Ip(Version::V4)),
            0x86dd => Ok(Above::Ip(Version::V6)),
            0x0806 => {
                self.push(layers, ARP, part, 8)?;
                Ok(Above::Tail(Tail::Nothing))
            }
            // A length; FabricPath, whose header starts before its type; one tag too many.
            0..0x600 | cfp::ETHERTYPE | 0x8100 => Err(Unusual),
            _ => Ok(Above::Tail(self.other(Table::EtherType, kind.into()))),
        }
    }

    /// What is neither TCP nor UDP.
    fn other_ip(&self, data: &[u8], proto: u8, part: &mut Part, layers: &mut impl Trail) -> Result<Above, Unusual> {
        match proto {
            1 => self.icmp(data, part, layers).map(Above::Tail),
            58 => self.icmpv6(data, part, layers).map(Above::Tail),
            4 => Ok(Above::Ip(Version::V4)),
            41 => Ok(Above::Ip(Version::V6)),
            _ => Ok(Above::Tail(self.other(Table::IpProto, proto.into()))),
        }
    }

    /// What a table names for a protocol that is not walked.
    #[cold]
    fn other(&self, table: Table, key: u32) -> Tail {
        self.routes.lookup(table, key).map_or(Tail::Nothing, |proto| self.tails.behind(proto))
    }

    /// Adds a layer with a header of `header` bytes; what is behind it is the part then.
    #[inline(always)]
    fn push(&self, layers: &mut impl Trail, slot: Slot, part: &mut Part, header: usize) -> Result<(), Unusual> {
        let payload = part.start + header;
        match self.keep[usize::from(slot.0) % SLOTS] {
            Keep::No => {}
            Keep::Yes => layers.push(slot, part.start, payload, part.end, part.wire_end)?,
            Keep::Dissect => return Err(Unusual),
        }
        part.start = payload;
        Ok(())
    }

    #[inline(always)]
    fn ip(&self, data: &[u8], part: &mut Part, layers: &mut impl Trail) -> Result<u8, Unusual> {
        let [first, _, l0, l1, _, _, f0, f1, _, proto, ..] = *header_at::<20>(data, *part)?;
        let len = usize::from(u16::from_be_bytes([l0, l1]));
        // Options, fragments (but not "don't fragment"), lengths that cannot be.
        if first != 0x45 || (f0 & 0x3f) | f1 != 0 || (1..20).contains(&len) {
            return Err(Unusual);
        }
        if len != 0 {
            part.limit(len);
        }
        self.push(layers, IP, part, 20)?;
        Ok(proto)
    }

    #[inline(always)]
    fn ipv6(&self, data: &[u8], part: &mut Part, layers: &mut impl Trail) -> Result<u8, Unusual> {
        let [first, _, _, _, l0, l1, next, ..] = *header_at::<40>(data, *part)?;
        let len = usize::from(u16::from_be_bytes([l0, l1]));
        // Extension headers, jumbograms.
        if first >> 4 != 6 || len == 0 || matches!(next, 0 | 43 | 44 | 50 | 51 | 59 | 60 | 135 | 139 | 140) {
            return Err(Unusual);
        }
        part.limit(40 + len);
        self.push(layers, IPV6, part, 40)?;
        Ok(next)
    }

    #[inline(always)]
    fn tcp(&self, data: &[u8], part: &mut Part, layers: &mut impl Trail) -> Result<Tail, Unusual> {
        if self.tcp_ends {
            return Ok(Tail::Nothing);
        }
        let [s0, s1, d0, d1, _, _, _, _, _, _, _, _, offset, ..] = *header_at::<20>(data, *part)?;
        let len = usize::from(offset >> 4) * 4;
        if len < 20 || part.start + len > part.wire_end {
            return Err(Unusual);
        }
        let options = part.start + 20;
        self.push(layers, TCP, part, len)?;
        if self.reads_payload && len > 20 && !options::are_usual(data.get(options..part.start).unwrap_or_default()) {
            return Err(Unusual);
        }
        let tail = self.tails.tcp(u16::from_be_bytes([s0, s1]), u16::from_be_bytes([d0, d1]));
        Ok(if self.tcp_remembers { tail.max(Tail::Stream) } else { tail })
    }

    #[inline(always)]
    fn udp(&self, data: &[u8], part: &mut Part, layers: &mut impl Trail) -> Result<Tail, Unusual> {
        let [s0, s1, d0, d1, l0, l1, ..] = *header_at::<8>(data, *part)?;
        let len = usize::from(u16::from_be_bytes([l0, l1]));
        if len < 8 {
            return Err(Unusual);
        }
        part.limit(len);
        self.push(layers, UDP, part, 8)?;
        Ok(self.tails.udp(u16::from_be_bytes([s0, s1]), u16::from_be_bytes([d0, d1])))
    }

    fn icmp(&self, data: &[u8], part: &mut Part, layers: &mut impl Trail) -> Result<Tail, Unusual> {
        let [kind] = *header_at(data, *part)?;
        // Errors quote packets.
        if !matches!(kind, 0 | 8 | 13..=18) {
            return Err(Unusual);
        }
        self.push(layers, ICMP, part, 4)?;
        Ok(Tail::Nothing)
    }

    fn icmpv6(&self, data: &[u8], part: &mut Part, layers: &mut impl Trail) -> Result<Tail, Unusual> {
        let [kind] = *header_at(data, *part)?;
        // Errors and redirects quote packets.
        if !matches!(kind, 128..=132 | 143) {
            return Err(Unusual);
        }
        self.push(layers, ICMPV6, part, 4)?;
        Ok(Tail::Nothing)
    }
}

impl Part {
    /// Leaves at most `len` bytes of it.
    #[inline]
    fn limit(&mut self, len: usize) {
        let end = self.start + len;
        self.end = self.end.min(end);
        self.wire_end = self.wire_end.min(end);
    }
}

#[inline]
fn header_at<const N: usize>(data: &[u8], part: Part) -> Result<&[u8; N], Unusual> {
    data.get(part.start..part.end).and_then(<[u8]>::first_chunk).ok_or(Unusual)
}

#[inline]
fn u16_at(data: &[u8], part: Part, at: usize) -> Result<u16, Unusual> {
    let bytes = data.get(part.start + at..part.end).and_then(<[u8]>::first_chunk).ok_or(Unusual)?;
    Ok(u16::from_be_bytes(*bytes))
}
