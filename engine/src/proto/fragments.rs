//! Puts fragmented datagrams together (IPv4, IPv6).

use std::collections::VecDeque;

use rustc_hash::FxHashMap;
use strato_filter_lang::value::Value;

use super::{
    dissect::{Addr, Cx},
    out::F,
    tvb::Tvb,
};

/// Unfinished datagrams are kept up to this many bytes in all; then the oldest go.
const MAX_PENDING_BYTES: usize = 64 << 20;
/// Unfinished datagrams are kept up to this many; then the oldest go.
const MAX_PENDING: usize = 16 << 10;

/// What the fragments of one datagram have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub(super) src: Addr,
    pub(super) dst: Addr,
    pub(super) id: u32,
    pub(super) proto: u8,
}

/// A fragment, in order of offsets.
#[derive(Clone, Debug)]
struct Piece {
    frame: u64,
    offset: usize,
    data: Vec<u8>,
    faults: Faults,
}

/// What is wrong with a fragment or a datagram.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Faults {
    overlap: bool,
    conflict: bool,
    multiple_tails: bool,
    too_long: bool,
}

impl Faults {
    fn any(self) -> bool {
        self.overlap || self.conflict || self.multiple_tails || self.too_long
    }

    fn join(&mut self, other: Self) {
        self.overlap |= other.overlap;
        self.conflict |= other.conflict;
        self.multiple_tails |= other.multiple_tails;
        self.too_long |= other.too_long;
    }
}

#[derive(Debug, Default)]
struct Pending {
    pieces: Vec<Piece>,
    /// Length of the datagram, known once its last fragment was seen.
    total: Option<usize>,
}

/// A datagram put together.
#[derive(Clone, Debug, Default)]
pub(super) struct Whole {
    data: Vec<u8>,
    pieces: Vec<Piece>,
    faults: Faults,
}

/// Datagrams not yet complete.
#[derive(Debug, Default)]
pub(super) struct Fragments {
    pending: FxHashMap<Key, Pending>,
    /// In order of arrival; may name datagrams that are finished.
    order: VecDeque<Key>,
    bytes: usize,
    /// The last one finished, and by which frame: dissecting that frame again finds it again.
    done: Option<(Key, u64, Whole)>,
}

impl Fragments {
    /// Adds a fragment; returns the datagram when it is complete.
    pub(super) fn add(&mut self, key: Key, frame: u64, offset: usize, data: &[u8], more: bool) -> Option<Whole> {
        if let Some((done, by, whole)) = &self.done
            && (*done, *by) == (key, frame)
        {
            return Some(whole.clone());
        }
        if !self.pending.contains_key(&key) {
            self.make_room();
            self.order.push_back(key);
        }
        let pending = self.pending.entry(key).or_default();
        if !pending.add(frame, offset, data, more) {
            return None;
        }
        self.bytes += data.len();
        if !pending.is_complete() {
            return None;
        }
        let whole = self.pending.remove(&key)?.join();
        self.bytes = self.bytes.saturating_sub(whole.pieces.iter().map(|piece| piece.data.len()).sum());
        self.done = Some((key, frame, whole.clone()));
        Some(whole)
    }

    fn make_room(&mut self) {
        while self.bytes > MAX_PENDING_BYTES || self.pending.len() >= MAX_PENDING {
            let Some(oldest) = self.order.pop_front() else { return };
            if let Some(pending) = self.pending.remove(&oldest) {
                self.bytes = self.bytes.saturating_sub(pending.pieces.iter().map(|piece| piece.data.len()).sum());
            }
        }
        // Finished ones leave their names behind.
        if self.order.len() > 2 * MAX_PENDING {
            let pending = &self.pending;
            self.order.retain(|key| pending.contains_key(key));
        }
    }
}

impl Pending {
    /// `false` when this frame's fragment is there already.
    fn add(&mut self, frame: u64, offset: usize, data: &[u8], more: bool) -> bool {
        if self.pieces.iter().any(|piece| (piece.frame, piece.offset) == (frame, offset)) {
            return false;
        }
        let end = offset.saturating_add(data.len());
        let mut faults = Faults::default();
        match self.total {
            None if !more => self.total = Some(end),
            Some(total) if !more && total != end => faults.multiple_tails = true,
            _ => {}
        }
        faults.too_long = self.total.is_some_and(|total| end > total);
        let at = self.pieces.partition_point(|piece| piece.offset <= offset);
        self.pieces.insert(at, Piece { frame, offset, data: data.to_vec(), faults });
        true
    }

    fn is_complete(&self) -> bool {
        let Some(total) = self.total else { return false };
        let mut reached = 0;
        for piece in &self.pieces {
            if piece.offset > reached {
                return false;
            }
            reached = reached.max(piece.offset + piece.data.len());
        }
        reached >= total
    }

    fn join(self) -> Whole {
        let total = self.total.unwrap_or_default();
        let mut whole = Whole { pieces: self.pieces, ..Whole::default() };
        for piece in &mut whole.pieces {
            let known = whole.data.len().saturating_sub(piece.offset).min(piece.data.len());
            let (again, new) = piece.data.split_at(known);
            if !again.is_empty() {
                piece.faults.overlap = true;
                let before = whole.data.get(piece.offset..piece.offset + known);
                piece.faults.conflict |= before.is_some_and(|before| before != again);
            }
            whole.data.extend_from_slice(new);
            whole.faults.join(piece.faults);
        }
        whole.data.truncate(total);
        whole
    }
}

/// Fields about a datagram that was put together.
pub(super) struct ReassemblyFields {
    pub(super) fragments: F,
    pub(super) fragment: F,
    pub(super) error: F,
    pub(super) overlap: F,
    pub(super) conflict: F,
    pub(super) multiple_tails: F,
    pub(super) too_long: F,
    pub(super) count: F,
    pub(super) length: F,
    pub(super) data: F,
}

impl ReassemblyFields {
    /// Whether somebody reads one of them.
    pub(super) fn wanted(&self, cx: &Cx<'_>) -> bool {
        let all = [
            self.fragments,
            self.fragment,
            self.error,
            self.overlap,
            self.conflict,
            self.multiple_tails,
            self.too_long,
            self.count,
            self.length,
            self.data,
        ];
        all.into_iter().any(|field| cx.out.wants(field))
    }

    /// Tells the frames of the other fragments, for the second pass, where their datagram is put together.
    pub(super) fn learn(cx: &mut Cx<'_>, whole: &Whole, id: u32, reassembled_in: F) {
        let frame = cx.frame.number;
        for piece in whole.pieces.iter().filter(|piece| piece.frame != frame) {
            cx.note_frame_for(piece.frame, id, reassembled_in);
        }
    }

    /// Emits them and returns the datagram's bytes.
    pub(super) fn emit<'f>(&self, cx: &mut Cx<'f>, whole: &Whole) -> Tvb<'f> {
        let tvb = Tvb::whole(cx.out.alloc_bytes(&whole.data));
        // Bytes in IPv4, a label in IPv6: what it is declared as.
        let within = cx.out.item(self.fragments, tvb, 0, tvb.len());
        debug_assert!(within.is_ok(), "a datagram is within its own bounds");
        for piece in &whole.pieces {
            let raw = tvb.captured(piece.offset, piece.data.len());
            let field = if piece.faults.any() { self.error } else { self.fragment };
            cx.out.add(field, raw, Value::Uint(piece.frame));
            self.faults(cx, piece.faults);
        }
        self.faults(cx, whole.faults);
        cx.out.generated_uint(self.count, whole.pieces.len() as u64);
        cx.out.generated_uint(self.length, whole.data.len() as u64);
        cx.out.add(self.data, tvb.data(), Value::bytes(tvb.data()));
        tvb
    }

    fn faults(&self, cx: &mut Cx<'_>, faults: Faults) {
        let set = [
            (self.overlap, faults.overlap),
            (self.conflict, faults.conflict),
            (self.multiple_tails, faults.multiple_tails),
            (self.too_long, faults.too_long),
        ];
        for (field, set) in set {
            if set {
                cx.out.generated_bool(field, true);
            }
        }
    }
}
