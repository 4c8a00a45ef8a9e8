//! Puts messages together that were sent in several chunks of data.

use std::collections::{BTreeMap, VecDeque, btree_map::Entry};

use rustc_hash::FxHashMap;
use strato_filter_lang::value::Value;

use super::{association, f};
use crate::proto::{dissect::Cx, tvb::Tvb};

/// Fragments are kept up to this many bytes in all; then those of the oldest messages go.
const MAX_BYTES: usize = 64 << 20;
/// Messages of which fragments are kept.
const MAX_MESSAGES: usize = 16 << 10;

/// What fragments of a message have in common: the half, stream, number, and whether it is delivered in order.
pub(super) type Key = (association::Key, u16, u32, bool);

/// A fragment.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    frame: u64,
    first: bool,
    last: bool,
    bytes: Vec<u8>,
}

impl Piece {
    pub(super) fn new(frame: u64, first: bool, last: bool, bytes: &[u8]) -> Self {
        Self { frame, first, last, bytes: bytes.to_vec() }
    }
}

/// Fragments by sequence number, of all messages.
#[derive(Default)]
pub(super) struct Messages {
    pending: FxHashMap<Key, BTreeMap<u32, Piece>>,
    order: VecDeque<Key>,
    bytes: usize,
    /// Those finished by the last frame: dissecting that frame again finds them again.
    done: Vec<(Key, u32, u64, Vec<Piece>)>,
}

impl Messages {
    /// Adds a fragment; returns all those of its message when they are there.
    pub(super) fn add(&mut self, key: Key, tsn: u32, piece: Piece) -> Option<Vec<Piece>> {
        let frame = piece.frame;
        self.done.retain(|(_, _, by, _)| *by == frame);
        if let Some((.., pieces)) = self.done.iter().find(|(done, number, ..)| (*done, *number) == (key, tsn)) {
            return Some(pieces.clone());
        }
        if !self.pending.contains_key(&key) {
            self.make_room();
            self.order.push_back(key);
        }
        let pieces = self.pending.entry(key).or_default();
        if let Entry::Vacant(place) = pieces.entry(tsn) {
            self.bytes += piece.bytes.len();
            place.insert(piece);
        }
        let start = run(pieces, tsn, |piece| piece.first, -1)?;
        let end = run(pieces, tsn, |piece| piece.last, 1)?;
        let count = end.wrapping_sub(start).saturating_add(1);
        let whole: Vec<Piece> = (0..count).filter_map(|i| pieces.remove(&start.wrapping_add(i))).collect();
        if pieces.is_empty() {
            self.pending.remove(&key);
        }
        self.bytes = self.bytes.saturating_sub(whole.iter().map(|piece| piece.bytes.len()).sum());
        self.done.push((key, tsn, frame, whole.clone()));
        Some(whole)
    }

    fn make_room(&mut self) {
        while self.bytes > MAX_BYTES || self.pending.len() >= MAX_MESSAGES {
            let Some(oldest) = self.order.pop_front() else { return };
            if let Some(pieces) = self.pending.remove(&oldest) {
                self.bytes = self.bytes.saturating_sub(pieces.values().map(|piece| piece.bytes.len()).sum());
            }
        }
        // Finished ones leave their names behind.
        if self.order.len() > 2 * MAX_MESSAGES {
            let pending = &self.pending;
            self.order.retain(|key| pending.contains_key(key));
        }
    }
}

/// The number of the piece that `is_end`, step by step without a gap.
fn run(pieces: &BTreeMap<u32, Piece>, from: u32, is_end: impl Fn(&Piece) -> bool, step: i32) -> Option<u32> {
    let mut at = from;
    loop {
        if is_end(pieces.get(&at)?) {
            return Some(at);
        }
        at = at.wrapping_add_signed(step);
    }
}

/// Emits what a message was put together from, and returns it.
pub(super) fn emit<'f>(cx: &mut Cx<'f>, last: Tvb<'f>, pieces: &[Piece]) -> Tvb<'f> {
    let mut bytes = Vec::new();
    pieces.iter().for_each(|piece| bytes.extend_from_slice(&piece.bytes));
    let whole = Tvb::whole(cx.out.alloc_bytes(&bytes));
    cx.out.label(f::FRAGMENTS, last, 0, last.len());
    let mut at = 0;
    for piece in pieces {
        cx.out.add(f::FRAGMENT, whole.captured(at, piece.bytes.len()), Value::Uint(piece.frame));
        at += piece.bytes.len();
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proto::dissect::Addr;

    #[test]
    fn messages_of_a_stream_may_interleave() {
        let key = (((Addr::None, Addr::None, 1, 2), 3), 4, 0, false);
        let mut messages = Messages::default();
        let mut add = |tsn, frame, first, last| messages.add(key, tsn, Piece::new(frame, first, last, b"ab"));
        assert!(add(u32::MAX, 1, true, false).is_none());
        assert!(add(1, 2, false, true).is_none());
        assert!(add(3, 3, false, true).is_none());
        assert_eq!(add(0, 4, false, false).map(|whole| whole.len()), Some(3));
        assert_eq!(add(0, 4, false, false).map(|whole| whole.len()), Some(3));
        assert_eq!(add(2, 5, true, false).map(|whole| whole.len()), Some(2));
    }
}
