//! Finds a frame's layers without dissecting them: what stage 1 of a filter reads.
//!
//! It knows the headers that nearly every frame consists of, and answers [`Walk::Dissect`] for whatever is unusual:
//! fragments, options, errors that quote packets, lengths that cannot be, other tunnels. What it does say is what the
//! dissectors would say; `testkit` compares them on every frame that it has.

mod layout;
mod tails;

use strato_filter_jit::{
    layers::{Layers, NoPlace},
    layout::{SLOTS, Slot},
};

pub use self::layout::FrameLayout;
use self::{
    layout::{ARP, ETH, FRAME, ICMP, ICMPV6, IP, IPV6, TCP, UDP, VLAN, VXLAN, slot_of},
    tails::{Read, Tail, Tails},
};
use crate::{
    proto::{Proto, Table, cfp, plan::Plan, registry},
    read::Packet,
};

/// What the walk says of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// All layers of walked protocols were found.
    Found,
    /// The frame must be dissected: for its layers, or for what later frames need to know of it.
    Dissect,
}

/// Walks frames for one plan.
pub struct Walker {
    tails: Tails,
    /// By slot.
    keep: [Keep; SLOTS],
    /// Nothing of TCP and behind it is read.
    tcp_ends: bool,
    /// Somebody reads payloads: their place depends on options.
    options: bool,
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
enum Network {
    V4,
    V6,
}

/// Tunnels, tags or packets in packets that are walked through.
const DEEPEST: usize = 8;

/// The frame must be dissected.
struct Unusual;

/// What may stand behind the last layer, and where.
type End = Result<(Tail, Part), Unusual>;

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
        // Every frame has times.
        if plan.everything || read.remembers(Proto::Frame) {
            return None;
        }
        let mut keep = [Keep::No; SLOTS];
        for proto in Proto::ALL {
            let Some(slot) = slot_of(proto) else { continue };
            let Some(keep) = keep.get_mut(usize::from(slot.0)) else { continue };
            *keep = match slots.contains(&slot) {
                _ if read.remembers(proto) => Keep::Dissect,
                true => Keep::Yes,
                false => Keep::No,
            };
        }
        let payload = registry::schema().resolve("tcp.payload").is_some_and(|field| plan.wants(field.id));
        let tails = Tails::new(plan);
        let tcp_ends = tails.tcp_is_ignored() && keep.get(usize::from(TCP.0)) == Some(&Keep::No);
        Some(Self { tails, keep, tcp_ends, options: payload })
    }

    /// Finds the layers of a frame.
    #[inline]
    pub fn walk(&self, frame: &Packet<'_>, layers: &mut Layers) -> Walk {
        layers.start(frame.number, frame.data.len(), frame.original_len);
        match self.layers(frame, layers) {
            Ok(Tail::Nothing | Tail::Ignored) => Walk::Found,
            Ok(Tail::More) => {
                layers.set_more();
                Walk::Found
            }
            Ok(Tail::Dissect | Tail::Vxlan) | Err(Unusual) => Walk::Dissect,
        }
    }

    #[inline]
    fn layers(&self, packet: &Packet<'_>, layers: &mut Layers) -> Result<Tail, Unusual> {
        let data = packet.data;
        let wire_end = (packet.original_len as usize).max(data.len());
        let whole = Part { start: 0, end: data.len(), wire_end };
        self.push(layers, FRAME, whole, 0)?;
        let (mut tail, mut rest) = match packet.link_type {
            1 => self.ethernet(data, whole, layers)?,
            228 => self.network(data, Network::V4, whole, layers)?,
            229 => self.network(data, Network::V6, whole, layers)?,
            _ => return Err(Unusual),
        };
        let mut tunnels = 0;
        while tail == Tail::Vxlan {
            tunnels += 1;
            if tunnels > DEEPEST {
                return Err(Unusual);
            }
            rest = self.push(layers, VXLAN, rest, 8)?;
            (tail, rest) = self.ethernet(data, rest, layers)?;
        }
        Ok(tail)
    }

    /// Ethernet, its tags, and on.
    #[inline]
    fn ethernet(&self, data: &[u8], part: Part, layers: &mut Layers) -> End {
        let mut kind = u16_at(data, part, 12)?;
        let mut rest = self.push(layers, ETH, part, 14)?;
        for _ in 0..DEEPEST {
            if kind != 0x8100 {
                break;
            }
            kind = u16_at(data, rest, 2)?;
            rest = self.push(layers, VLAN, rest, 4)?;
        }
        match kind {
            0x0800 => self.network(data, Network::V4, rest, layers),
            0x86dd => self.network(data, Network::V6, rest, layers),
            0x0806 => {
                let rest = self.push(layers, ARP, rest, 8)?;
                Ok((Tail::Nothing, rest))
            }
            // A length; FabricPath, whose header starts before its type; one tag too many.
            0..0x600 | cfp::ETHERTYPE | 0x8100 => Err(Unusual),
            _ => Ok((self.other(Table::EtherType, kind.into()), rest)),
        }
    }

    /// What a table names for a protocol that is not walked.
    fn other(&self, table: Table, key: u32) -> Tail {
        registry::registry().lookup(table, key).map_or(Tail::Nothing, |proto| self.tails.behind(proto))
    }

    /// IP, as often as it carries itself, and what it carries.
    #[inline]
    fn network(&self, data: &[u8], version: Network, part: Part, layers: &mut Layers) -> End {
        let (mut version, mut part) = (version, part);
        for _ in 0..DEEPEST {
            let (proto, rest) = match version {
                Network::V4 => self.ip(data, part, layers)?,
                Network::V6 => self.ipv6(data, part, layers)?,
            };
            part = rest;
            version = match proto {
                6 => return self.tcp(data, part, layers),
                17 => return self.udp(data, part, layers),
                1 => return self.icmp(data, part, layers),
                58 => return self.icmpv6(data, part, layers),
                4 => Network::V4,
                41 => Network::V6,
                _ => return Ok((self.other(Table::IpProto, proto.into()), rest)),
            };
        }
        Err(Unusual)
    }

    /// Adds a layer with a header of `header` bytes; what is behind it is the next part.
    #[inline]
    fn push(&self, layers: &mut Layers, slot: Slot, part: Part, header: usize) -> Result<Part, Unusual> {
        let payload = part.start + header;
        match self.keep.get(usize::from(slot.0)) {
            Some(Keep::No) => {}
            Some(Keep::Yes) => layers.push(slot, part.start, payload, part.end, part.wire_end)?,
            Some(Keep::Dissect) | None => return Err(Unusual),
        }
        Ok(Part { start: payload, ..part })
    }

    #[inline]
    fn ip(&self, data: &[u8], part: Part, layers: &mut Layers) -> Result<(u8, Part), Unusual> {
        let header: &[u8; 20] = header_at(data, part)?;
        let [first, _, l0, l1, _, _, f0, f1, _, proto, ..] = *header;
        let len = usize::from(u16::from_be_bytes([l0, l1]));
        // Options, fragments (but not "don't fragment"), lengths that cannot be.
        if first != 0x45 || (f0 & 0x3f, f1) != (0, 0) || (1..20).contains(&len) {
            return Err(Unusual);
        }
        let part = if len == 0 { part } else { part.limit(len) };
        Ok((proto, self.push(layers, IP, part, 20)?))
    }

    #[inline]
    fn ipv6(&self, data: &[u8], part: Part, layers: &mut Layers) -> Result<(u8, Part), Unusual> {
        let header: &[u8; 40] = header_at(data, part)?;
        let [first, _, _, _, l0, l1, next, ..] = *header;
        let len = usize::from(u16::from_be_bytes([l0, l1]));
        // Extension headers, jumbograms.
        if first >> 4 != 6 || len == 0 || matches!(next, 0 | 43 | 44 | 50 | 51 | 59 | 60 | 135 | 139 | 140) {
            return Err(Unusual);
        }
        Ok((next, self.push(layers, IPV6, part.limit(40 + len), 40)?))
    }

    #[inline]
    fn tcp(&self, data: &[u8], part: Part, layers: &mut Layers) -> End {
        if self.tcp_ends {
            return Ok((Tail::Nothing, part));
        }
        let header: &[u8; 20] = header_at(data, part)?;
        let [s0, s1, d0, d1, _, _, _, _, _, _, _, _, offset, ..] = *header;
        let len = usize::from(offset >> 4) * 4;
        if len < 20 || part.start + len > part.wire_end {
            return Err(Unusual);
        }
        let rest = self.push(layers, TCP, part, len)?;
        if self.options && len > 20 && !usual_options(data.get(part.start + 20..rest.start).unwrap_or_default()) {
            return Err(Unusual);
        }
        Ok((self.tails.tcp(u16::from_be_bytes([s0, s1]), u16::from_be_bytes([d0, d1])), rest))
    }

    #[inline]
    fn udp(&self, data: &[u8], part: Part, layers: &mut Layers) -> End {
        let header: &[u8; 8] = header_at(data, part)?;
        let [s0, s1, d0, d1, l0, l1, ..] = *header;
        let len = usize::from(u16::from_be_bytes([l0, l1]));
        if len < 8 {
            return Err(Unusual);
        }
        let rest = self.push(layers, UDP, part.limit(len), 8)?;
        Ok((self.tails.udp(u16::from_be_bytes([s0, s1]), u16::from_be_bytes([d0, d1])), rest))
    }

    fn icmp(&self, data: &[u8], part: Part, layers: &mut Layers) -> End {
        let kind = header_at::<1>(data, part)?[0];
        // Errors quote packets.
        if !matches!(kind, 0 | 8 | 13..=18) {
            return Err(Unusual);
        }
        let rest = self.push(layers, ICMP, part, 4)?;
        Ok((Tail::Nothing, rest))
    }

    fn icmpv6(&self, data: &[u8], part: Part, layers: &mut Layers) -> End {
        let kind = header_at::<1>(data, part)?[0];
        // Errors and redirects quote packets.
        if !matches!(kind, 128..=132 | 143) {
            return Err(Unusual);
        }
        let rest = self.push(layers, ICMPV6, part, 4)?;
        Ok((Tail::Nothing, rest))
    }
}

impl Part {
    /// At most `len` bytes of it.
    #[inline]
    fn limit(self, len: usize) -> Self {
        let end = self.start + len;
        Self { end: self.end.min(end), wire_end: self.wire_end.min(end), ..self }
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

/// Whether TCP options are of the kinds and lengths that connections have (RFC 9293 §3.1, RFC 7323, RFC 2018): the
/// dissector reads them to their end and goes on to the payload.
fn usual_options(mut options: &[u8]) -> bool {
    // What nearly every segment has.
    if matches!(options, [1, 1, 8, 10, ..]) && options.len() == 12 {
        return true;
    }
    loop {
        let len = match *options {
            [] => return true,
            [1, ..] => 1,
            [2, 4, ..] => 4,
            [3, 3, ..] => 3,
            [4, 2, ..] => 2,
            [5, len @ (10 | 18 | 26 | 34), ..] => len.into(),
            [8, 10, ..] => 10,
            _ => return false,
        };
        match options.get(len..) {
            Some(rest) => options = rest,
            None => return false,
        }
    }
}
