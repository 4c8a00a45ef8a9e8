//! Conversations: who talks to whom, shared by TCP and UDP.
//!
//! What a capture holds at once is remembered, not what it held: a table keeps two generations, and when the young one
//! is full, those of the old one (not seen since the last such moment) are forgotten if they [are over](Ends::is_over).
//! The others stay, up to [`MAX_OPEN`]. A forgotten conversation that speaks again gets a new number.

use rustc_hash::FxHashMap;

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

/// An address and port: half as long as their types, of which tables hold many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct End {
    high: u64,
    low: u64,
    kind: u8,
    port: u16,
}

impl End {
    fn new(addr: Addr, port: u16) -> Self {
        let (kind, bits) = match addr {
            Addr::None => (0, 0),
            Addr::Ether([a, b, c, d, e, f]) => (1, u64::from_be_bytes([0, 0, a, b, c, d, e, f]).into()),
            Addr::V4(bits) => (2, bits.into()),
            Addr::V6(bits) => (3, bits),
        };
        Self { high: (bits >> 64) as u64, low: bits as u64, kind, port }
    }
}

/// Both ends of a conversation, in an order that does not depend on the direction of the packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    low: End,
    high: End,
}

impl Key {
    /// The key of a packet, and which end (0 or 1) sent it.
    pub fn of(info: &Info) -> (Self, usize) {
        let (src, dst) = (End::new(info.src, info.srcport), End::new(info.dst, info.dstport));
        if src <= dst { (Self { low: src, high: dst }, 0) } else { (Self { low: dst, high: src }, 1) }
    }
}

/// What is remembered of each conversation.
#[derive(Debug)]
pub struct Flows<T> {
    young: FxHashMap<Key, u32>,
    old: FxHashMap<Key, u32>,
    /// Not seen for two generations, and not over.
    open: FxHashMap<Key, u32>,
    slots: Vec<T>,
    free: Vec<u32>,
    /// Conversations of one generation, at least.
    generation: usize,
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
            young: FxHashMap::default(),
            old: FxHashMap::default(),
            open: FxHashMap::default(),
            slots: Vec::new(),
            free: Vec::new(),
            generation,
        }
    }
}

impl<T: Ends> Flows<T> {
    /// The slot of a conversation, if it is known.
    pub fn find(&mut self, key: &Key) -> Option<u32> {
        if let Some(slot) = self.young.get(key) {
            return Some(*slot);
        }
        let slot = self.old.remove(key).or_else(|| self.open.remove(key))?;
        self.remember(*key, slot);
        Some(slot)
    }

    /// Starts a conversation; an earlier one between the same ends is forgotten.
    pub fn start(&mut self, key: Key, flow: T) -> u32 {
        let known = self.young.remove(&key).or_else(|| self.old.remove(&key)).or_else(|| self.open.remove(&key));
        if let Some(slot) = known {
            self.release(slot);
        }
        let slot = match self.free.pop() {
            Some(slot) => slot,
            None => {
                self.slots.push(T::default());
                self.slots.len() as u32 - 1
            }
        };
        if let Some(place) = self.slots.get_mut(slot as usize) {
            *place = flow;
        }
        self.remember(key, slot);
        slot
    }

    /// What is remembered in a slot.
    pub fn get(&mut self, slot: u32) -> Option<&mut T> {
        self.slots.get_mut(slot as usize)
    }

    fn remember(&mut self, key: Key, slot: u32) {
        if self.young.len() >= self.generation {
            let unused = std::mem::replace(&mut self.old, std::mem::take(&mut self.young));
            if self.open.len() >= MAX_OPEN {
                std::mem::take(&mut self.open).into_values().for_each(|slot| self.release(slot));
            }
            for (key, slot) in unused {
                match self.slots.get_mut(slot as usize) {
                    Some(flow) if !flow.is_over() => {
                        flow.rest();
                        self.open.insert(key, slot);
                    }
                    _ => self.release(slot),
                }
            }
            for slot in self.old.values() {
                if let Some(flow) = self.slots.get_mut(*slot as usize).filter(|flow| flow.is_over()) {
                    flow.rest();
                }
            }
        }
        self.young.insert(key, slot);
    }

    fn release(&mut self, slot: u32) {
        if let Some(place) = self.slots.get_mut(slot as usize) {
            *place = T::default();
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
        assert!(flows.slots.len() <= 9 + 10);
        assert_eq!(flows.get(first), Some(&mut 0));
        assert_eq!(flows.find(&key(1)), None);
        assert!(flows.find(&key(300)).is_some(), "what is not over is not forgotten");
    }
}
