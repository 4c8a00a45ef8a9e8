//! Conversations: who talks to whom, shared by TCP and UDP.
//!
//! What a capture holds at once is remembered, not what it held: a table keeps two generations, and when the young one
//! is full, those of the old one (not seen since the last such moment) are forgotten if they [are over](Ends::is_over).
//! The others stay, up to [`MAX_OPEN`]. A forgotten conversation that speaks again gets a new number.

mod index;

use self::index::Index;
use crate::proto::dissect::{Addr, Info};

/// Conversations of one generation.
pub const GENERATION: usize = 1 << 14;
/// Conversations remembered beyond the generations because they are not over.
pub const MAX_OPEN: usize = 2 << 20;

/// A conversation that may be forgotten.
pub trait Ends: Default {
    /// Nothing but stragglers is to be expected of it.
    fn is_over(&self) -> bool;

    /// It was not seen for a generation, if it is over, or two: what is only needed while it is busy can go.
    fn rest(&mut self) {}
}

/// An address: its kind in the low bits of what belongs to its end.
fn end(addr: Addr, port: u16) -> (u64, u64, u32) {
    let (kind, high, low) = match addr {
        Addr::None => (0, 0, 0),
        Addr::Ether([a, b, c, d, e, f]) => (1, 0, u64::from_be_bytes([0, 0, a, b, c, d, e, f])),
        Addr::V4(bits) => (2, 0, bits.into()),
        Addr::V6(bits) => (3, (bits >> 64) as u64, bits as u64),
    };
    (high, low, kind << 16 | u32::from(port))
}

/// Both ends of a conversation, in an order that does not depend on the direction of the packet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Key {
    /// Of both addresses the high half, the low half.
    addrs: [u64; 4],
    /// Kinds and ports.
    ends: [u32; 2],
}

impl Key {
    /// The key of a packet, and which end (0 or 1) sent it.
    #[inline]
    pub fn of(info: &Info) -> (Self, usize) {
        Self::between((info.src, info.srcport), (info.dst, info.dstport))
    }

    /// The key of a packet between two ends, address and port of each, and which end (0 or 1) sent it.
    #[inline]
    pub fn between(src: (Addr, u16), dst: (Addr, u16)) -> (Self, usize) {
        let (src, dst) = (end(src.0, src.1), end(dst.0, dst.1));
        let (low, high, sender) = if src <= dst { (src, dst, 0) } else { (dst, src, 1) };
        (Self { addrs: [low.0, low.1, high.0, high.1], ends: [low.2, high.2] }, sender)
    }

    #[inline]
    fn hash(&self) -> u32 {
        const ODD: [u64; 3] = [0x9e37_79b9_7f4a_7c15, 0xd6e8_feb8_6659_fd93, 0xa076_1d64_78bd_642f];
        let fold = |a: u64, b: u64| {
            let product = u128::from(a) * u128::from(b);
            product as u64 ^ (product >> 64) as u64
        };
        let [a, b, c, d] = self.addrs;
        let [low, high] = self.ends;
        let ends = u64::from(low) << 32 | u64::from(high);
        let addrs = fold(a.rotate_left(32) ^ b ^ ODD[0], c.rotate_left(32) ^ d ^ ODD[1]);
        (fold(addrs ^ ends, ODD[2]) >> 16) as u32
    }
}

/// When a conversation was seen last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Seen {
    /// Never: the slot is free.
    #[default]
    Never,
    /// Just now.
    Now,
    /// In this generation.
    In(u32),
    /// Not for two generations, and it is not over.
    Long,
}

/// A place for a conversation.
#[derive(Debug, Default)]
struct Slot<T> {
    key: Key,
    seen: Seen,
    flow: T,
}

/// What is remembered of each conversation.
#[derive(Debug)]
pub struct Flows<T> {
    index: Index,
    slots: Vec<Slot<T>>,
    free: Vec<u32>,
    /// The slots of the young generation, and of the old one; some were seen again, or taken by others.
    young: Vec<u32>,
    old: Vec<u32>,
    /// Number of the young generation.
    current: u32,
    /// Conversations of the young generation.
    fresh: usize,
    /// Not seen for two generations, and not over.
    open: usize,
    /// Conversations of one generation, at least.
    generation: usize,
    /// Conversations that were forgotten though they are not over.
    cut: u64,
}

impl<T> Default for Flows<T> {
    fn default() -> Self {
        Self::with_generation(GENERATION)
    }
}

impl<T> Flows<T> {
    /// A table with this many conversations in a generation.
    pub fn with_generation(generation: usize) -> Self {
        Self {
            index: Index::default(),
            slots: Vec::new(),
            free: Vec::new(),
            young: Vec::new(),
            old: Vec::new(),
            current: 1,
            fresh: 0,
            open: 0,
            generation,
            cut: 0,
        }
    }
}

impl<T: Ends> Flows<T> {
    /// The slot of a conversation, if it is known.
    #[inline]
    pub fn find(&mut self, key: &Key) -> Option<u32> {
        let slot = self.index.find(key.hash(), |slot| self.slots.get(slot as usize).is_some_and(|s| s.key == *key))?;
        let seen = self.slots.get(slot as usize)?.seen;
        if seen != Seen::In(self.current) {
            self.leave(slot);
            self.remember(slot, false);
        }
        Some(slot)
    }

    /// Starts a conversation; an earlier one between the same ends is forgotten.
    pub fn start(&mut self, key: Key, flow: T) -> u32 {
        let hash = key.hash();
        let known = self.index.find(hash, |slot| self.slots.get(slot as usize).is_some_and(|s| s.key == key));
        let slot = match known.or_else(|| self.free.pop()) {
            Some(slot) => slot,
            None => {
                self.slots.push(Slot::default());
                self.slots.len() as u32 - 1
            }
        };
        if known.is_none() {
            self.index.insert(hash, slot);
        }
        let listed = self.leave(slot);
        if let Some(place) = self.slots.get_mut(slot as usize) {
            (place.key, place.flow) = (key, flow);
        }
        self.remember(slot, listed);
        slot
    }

    /// What is remembered in a slot.
    #[inline]
    pub fn get(&mut self, slot: u32) -> Option<&mut T> {
        self.slots.get_mut(slot as usize).map(|slot| &mut slot.flow)
    }

    /// Conversations that were forgotten though they are not over: there were more than [`MAX_OPEN`].
    pub fn cut(&self) -> u64 {
        self.cut
    }

    /// Takes a conversation out of its generation; `true` if it was the young one.
    fn leave(&mut self, slot: u32) -> bool {
        let Some(place) = self.slots.get_mut(slot as usize) else { return false };
        match std::mem::replace(&mut place.seen, Seen::Now) {
            Seen::In(generation) if generation == self.current => {
                self.fresh -= 1;
                return true;
            }
            Seen::Long => self.open -= 1,
            Seen::Never | Seen::Now | Seen::In(_) => {}
        }
        false
    }

    /// Makes a conversation one of the young generation, unless it is `listed` there.
    fn remember(&mut self, slot: u32, listed: bool) {
        if self.fresh >= self.generation {
            self.turn();
        }
        if let Some(place) = self.slots.get_mut(slot as usize) {
            place.seen = Seen::In(self.current);
        }
        if !listed {
            self.young.push(slot);
        }
        self.fresh += 1;
    }

    /// The young generation becomes the old one.
    fn turn(&mut self) {
        let mut unused = std::mem::replace(&mut self.old, std::mem::take(&mut self.young));
        if self.open >= MAX_OPEN {
            self.cut += self.open as u64;
            for slot in 0..self.slots.len() as u32 {
                if self.slots.get(slot as usize).is_some_and(|place| place.seen == Seen::Long) {
                    self.release(slot);
                }
            }
            self.open = 0;
        }
        let before = self.current.wrapping_sub(1);
        for slot in unused.drain(..) {
            let Some(place) = self.slots.get_mut(slot as usize).filter(|place| place.seen == Seen::In(before)) else {
                continue;
            };
            if place.flow.is_over() {
                self.release(slot);
            } else {
                place.seen = Seen::Long;
                place.flow.rest();
                self.open += 1;
            }
        }
        for slot in &self.old {
            let own = |place: &&mut Slot<T>| place.seen == Seen::In(self.current) && place.flow.is_over();
            if let Some(place) = self.slots.get_mut(*slot as usize).filter(own) {
                place.flow.rest();
            }
        }
        self.young = unused;
        self.current = self.current.wrapping_add(1);
        self.fresh = 0;
    }

    fn release(&mut self, slot: u32) {
        if let Some(place) = self.slots.get_mut(slot as usize) {
            self.index.remove(place.key.hash(), slot);
            *place = Slot::default();
            self.free.push(slot);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(port: u16) -> Key {
        let info = Info { src: Addr::V4(1), dst: Addr::V4(2), srcport: port, dstport: 80, ..Info::default() };
        Key::of(&info).0
    }

    impl Ends for u16 {
        fn is_over(&self) -> bool {
            !self.is_multiple_of(100)
        }
    }

    #[test]
    fn both_directions_have_one_key() {
        let there = Info { src: Addr::V4(1), dst: Addr::V4(2), srcport: 9, dstport: 80, ..Info::default() };
        let back = Info { src: Addr::V4(2), dst: Addr::V4(1), srcport: 80, dstport: 9, ..Info::default() };
        let ((a, from), (b, to)) = (Key::of(&there), Key::of(&back));
        assert_eq!(a, b);
        assert_ne!(from, to);
    }

    #[test]
    fn the_table_stays_bounded_and_keeps_what_is_used() {
        let mut flows = Flows::with_generation(4);
        let first = flows.start(key(0), 0u16);
        for port in 1..1000 {
            flows.start(key(port), port);
            assert_eq!(flows.find(&key(0)), Some(first), "after {port}");
        }
        assert!(flows.slots.len() <= 9 + 10, "{}", flows.slots.len());
        assert_eq!(flows.get(first), Some(&mut 0));
        assert_eq!(flows.find(&key(1)), None);
        assert!(flows.find(&key(300)).is_some(), "what is not over is not forgotten");
    }
}
