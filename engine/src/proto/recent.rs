//! A map that stays bounded: it forgets what was not used for longest.

use std::{cell::Cell, hash::Hash};

use rustc_hash::FxHashMap;

/// Entries of one generation.
const GENERATION: usize = 1 << 14;

thread_local! {
    /// Entries that maps of this thread forgot. Who wants to know of one session looks before and behind each of its frames.
    static FORGOTTEN: Cell<u64> = const { Cell::new(0) };
}

/// Entries that all maps of this thread forgot so far.
#[inline]
pub(crate) fn forgotten() -> u64 {
    FORGOTTEN.get()
}

/// A bounded map of two generations: when the young one is full, the old one (what was not used since the last such
/// moment) is forgotten.
#[derive(Debug)]
pub struct Recent<K, V> {
    young: FxHashMap<K, V>,
    old: FxHashMap<K, V>,
}

impl<K, V> Default for Recent<K, V> {
    fn default() -> Self {
        Self { young: FxHashMap::default(), old: FxHashMap::default() }
    }
}

impl<K: Copy + Eq + Hash, V> Recent<K, V> {
    /// The entry of a key, made when it is not there.
    pub fn entry(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        if !self.young.contains_key(&key) {
            let value = self.old.remove(&key).unwrap_or_else(make);
            if self.young.len() >= GENERATION {
                self.turn();
            }
            return self.young.entry(key).or_insert(value);
        }
        self.young.entry(key).or_insert_with(|| unreachable!("it was found above"))
    }

    /// The entry of a key, if it is there.
    pub fn get(&mut self, key: K) -> Option<&mut V> {
        if !self.young.contains_key(&key) {
            let value = self.old.remove(&key)?;
            return Some(self.entry(key, || value));
        }
        self.young.get_mut(&key)
    }

    /// Replaces the entry of a key.
    pub fn insert(&mut self, key: K, value: V) {
        self.old.remove(&key);
        if self.young.len() >= GENERATION && !self.young.contains_key(&key) {
            self.turn();
        }
        self.young.insert(key, value);
    }

    /// Forgets the old generation.
    fn turn(&mut self) {
        let forgotten = std::mem::replace(&mut self.old, std::mem::take(&mut self.young));
        FORGOTTEN.set(FORGOTTEN.get() + forgotten.len() as u64);
    }

    /// Whether it has no entry.
    pub fn is_empty(&self) -> bool {
        self.young.is_empty() && self.old.is_empty()
    }

    /// Forgets a key.
    pub fn remove(&mut self, key: K) -> Option<V> {
        self.young.remove(&key).or_else(|| self.old.remove(&key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_stays_bounded_and_keeps_what_is_used() {
        let mut map = Recent::default();
        for n in 0..5 * GENERATION {
            *map.entry(n, || 0) += n;
            *map.entry(0, || 7) += 1;
        }
        assert!(map.young.len() + map.old.len() <= 2 * GENERATION);
        assert!(map.get(0).is_some_and(|count| *count > 5));
        assert!(map.get(1).is_none());
    }
}
