//! Where the conversation of a key is: a hash table of slots with open addressing, small enough to stay in a cache.

/// A table of slots, found by the hash of their keys; who asks compares the keys.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// Hash (high half) and slot + 1 (low half); 0 is empty. The length is a power of two.
    places: Vec<u64>,
    len: usize,
}

const SMALLEST: usize = 64;

fn entry(hash: u32, slot: u32) -> u64 {
    u64::from(hash) << 32 | u64::from(slot + 1)
}

fn hash_of(entry: u64) -> u32 {
    (entry >> 32) as u32
}

fn slot_of(entry: u64) -> u32 {
    (entry as u32).wrapping_sub(1)
}

impl Index {
    /// The slot of a hash that `is` says is the right one.
    #[inline]
    pub(super) fn find(&self, hash: u32, is: impl Fn(u32) -> bool) -> Option<u32> {
        let mask = self.places.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        loop {
            let entry = *self.places.get(at)?;
            if entry == 0 {
                return None;
            }
            if hash_of(entry) == hash && is(slot_of(entry)) {
                return Some(slot_of(entry));
            }
            at = (at + 1) & mask;
        }
    }

    /// Adds a slot that is not there.
    pub(super) fn insert(&mut self, hash: u32, slot: u32) {
        if (self.len + 1) * 2 > self.places.len() {
            let larger = (self.places.len() * 2).max(SMALLEST);
            let before = std::mem::replace(&mut self.places, vec![0; larger]);
            before.into_iter().filter(|entry| *entry != 0).for_each(|entry| self.put(entry));
        }
        self.put(entry(hash, slot));
        self.len += 1;
    }

    fn put(&mut self, entry: u64) {
        let mask = self.places.len().wrapping_sub(1);
        let mut at = hash_of(entry) as usize & mask;
        while let Some(place) = self.places.get_mut(at) {
            if *place == 0 {
                *place = entry;
                return;
            }
            at = (at + 1) & mask;
        }
    }

    /// Takes a slot out.
    pub(super) fn remove(&mut self, hash: u32, slot: u32) {
        let mask = self.places.len().wrapping_sub(1);
        let mut hole = hash as usize & mask;
        loop {
            match self.places.get(hole) {
                None | Some(0) => return,
                Some(found) if *found == entry(hash, slot) => break,
                Some(_) => hole = (hole + 1) & mask,
            }
        }
        self.len -= 1;
        // What follows moves up, unless it is nearer to its place than the hole.
        let mut at = hole;
        loop {
            at = (at + 1) & mask;
            let next = self.places.get(at).copied().unwrap_or_default();
            if next == 0 {
                break;
            }
            let home = hash_of(next) as usize & mask;
            if at.wrapping_sub(home) & mask >= at.wrapping_sub(hole) & mask {
                if let Some(place) = self.places.get_mut(hole) {
                    *place = next;
                }
                hole = at;
            }
        }
        if let Some(place) = self.places.get_mut(hole) {
            *place = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn it_is_a_map() {
        let (mut index, mut map) = (Index::default(), HashMap::new());
        let mut random = 7u32;
        for _ in 0..20_000 {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let slot = random >> 20 & 0x1ff;
            // Few hashes: many collisions, around the end of the table, too.
            let hash = if slot.is_multiple_of(3) { u32::MAX } else { slot / 4 };
            if map.remove(&slot).is_some() {
                index.remove(hash, slot);
            } else {
                index.insert(hash, slot);
                map.insert(slot, hash);
            }
            for (slot, hash) in &map {
                assert_eq!(index.find(*hash, |found| found == *slot), Some(*slot));
            }
            assert_eq!(index.len, map.len());
        }
        assert_eq!(index.find(3, |_| false), None);
    }
}
