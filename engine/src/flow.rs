//! Conversations: who talks to whom, shared by TCP and UDP.
//!
//! A table remembers at most [`MAX_FLOWS`] conversations. It keeps two generations: when the young one is full, the old
//! one is forgotten (those not seen since the last such moment), so memory stays bounded on captures of any size. A
//! forgotten conversation that speaks again gets a new number.

use rustc_hash::FxHashMap;

use crate::proto::dissect::{Addr, Info};

/// Conversations remembered by one table.
pub const MAX_FLOWS: usize = 4 << 20;

/// Both ends of a conversation, in an order that does not depend on the direction of the packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    low: (Addr, u16),
    high: (Addr, u16),
}

impl Key {
    /// The key of a packet, and which end (0 or 1) sent it.
    pub fn of(info: &Info) -> (Self, usize) {
        let (src, dst) = ((info.src, info.srcport), (info.dst, info.dstport));
        if src <= dst { (Self { low: src, high: dst }, 0) } else { (Self { low: dst, high: src }, 1) }
    }
}

/// What is remembered of each conversation.
#[derive(Debug)]
pub struct Flows<T> {
    young: FxHashMap<Key, u32>,
    old: FxHashMap<Key, u32>,
    slots: Vec<T>,
    free: Vec<u32>,
    max: usize,
}

impl<T> Default for Flows<T> {
    fn default() -> Self {
        Self::with_max(MAX_FLOWS)
    }
}

impl<T> Flows<T> {
    /// A table of at most `max` conversations.
    pub fn with_max(max: usize) -> Self {
        Self { young: FxHashMap::default(), old: FxHashMap::default(), slots: Vec::new(), free: Vec::new(), max }
    }
}

impl<T: Default> Flows<T> {
    /// The slot of a conversation, if it is known.
    pub fn find(&mut self, key: &Key) -> Option<u32> {
        if let Some(slot) = self.young.get(key) {
            return Some(*slot);
        }
        let slot = self.old.remove(key)?;
        self.remember(*key, slot);
        Some(slot)
    }

    /// Starts a conversation; an earlier one between the same ends is forgotten.
    pub fn start(&mut self, key: Key, flow: T) -> u32 {
        if let Some(slot) = self.young.remove(&key).or_else(|| self.old.remove(&key)) {
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
        if self.young.len() >= self.max / 2 {
            let forgotten = std::mem::replace(&mut self.old, std::mem::take(&mut self.young));
            forgotten.into_values().for_each(|slot| self.release(slot));
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
        let mut flows = Flows::with_max(8);
        let first = flows.start(key(0), 0u16);
        for port in 1..1000 {
            flows.start(key(port), port);
            assert_eq!(flows.find(&key(0)), Some(first), "after {port}");
        }
        assert!(flows.slots.len() <= 9);
        assert_eq!(flows.get(first), Some(&mut 0));
        assert_eq!(flows.find(&key(1)), None);
    }
}
