//! Messages that span segments, one direction of one conversation.

use std::{
    collections::VecDeque,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use super::{MAX_MESSAGE, MAX_REMEMBERED, MAX_WAITING};
use crate::proto::{
    dissect::More,
    tcp::analysis::before,
};

/// Notes on the order of unfinished messages; older ones are dropped when there are more.
const MAX_NOTES: usize = 1 << 20;
/// A message that lasts until the connection ends: as far as sequence numbers can be compared.
const UNTIL_FIN: u32 = 0x4000_0000;

/// A segment's share of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) frame: u32,
    offset: u32,
    len: u32,
}

/// Bytes counted as waiting until dropped.
struct Held {
    total: Arc<AtomicUsize>,
    bytes: usize,
}

impl Held {
    fn set(&mut self, bytes: usize) {
        self.total.fetch_add(bytes, Ordering::Relaxed);
        self.total.fetch_sub(self.bytes, Ordering::Relaxed);
        self.bytes = bytes;
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.total.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

/// A message of which more is awaited, or that was finished.
pub(crate) struct Message {
    seq: u32,
    /// Where the next message is to start.
    next: u32,
    /// The next segment counts whole, whatever its length.
    one_segment: bool,
    until_fin: bool,
    /// The frame that finished it, 0 before.
    done_in: u32,
    parts: Vec<Part>,
    data: Vec<u8>,
    /// Bytes that are there without a gap.
    filled: u32,
    held: Held,
}

impl Message {
    pub(crate) fn new(seq: u32, end: u32, more: More, frame: u32, bytes: &[u8], waiting: &Waiting) -> Self {
        let held = Held { total: Arc::clone(&waiting.total), bytes: 0 };
        let mut message = Self {
            seq,
            next: end,
            one_segment: false,
            until_fin: false,
            done_in: 0,
            parts: Vec::new(),
            data: Vec::new(),
            filled: 0,
            held,
        };
        message.more(end, more);
        message.add(seq, frame, bytes);
        message
    }

    fn more(&mut self, end: u32, more: More) {
        self.one_segment = false;
        self.until_fin = false;
        match more {
            More::Bytes(len) => self.next = end.wrapping_add(u32::try_from(len).unwrap_or(UNTIL_FIN).min(UNTIL_FIN)),
            More::OneSegment => {
                self.next = end.wrapping_add(1);
                self.one_segment = true;
            }
            More::UntilFin => {
                self.next = self.seq.wrapping_add(UNTIL_FIN);
                self.until_fin = true;
            }
        }
    }

    /// Adds bytes; what is there already stays as it is.
    fn add(&mut self, seq: u32, frame: u32, bytes: &[u8]) {
        let offset = seq.wrapping_sub(self.seq);
        let part = Part { frame, offset, len: bytes.len() as u32 };
        let place = self.parts.partition_point(|other| other.offset <= offset);
        let last = place == self.parts.len();
        self.parts.insert(place, part);
        let (from, to) = (offset as usize, offset as usize + bytes.len());
        if self.data.len() < to {
            self.data.resize(to, 0);
        }
        // Skip what an earlier segment filled.
        let skip = (self.filled as usize).saturating_sub(from).min(bytes.len());
        if let (Some(target), Some(source)) = (self.data.get_mut(from + skip..to), bytes.get(skip..)) {
            target.copy_from_slice(source);
        }
        if last && offset <= self.filled {
            self.filled = self.filled.max(to as u32);
        } else {
            self.filled = self.parts.iter().fold(0, |filled, part| {
                if part.offset <= filled { filled.max(part.offset.saturating_add(part.len)) } else { filled }
            });
        }
        self.held.set(self.data.len());
    }

    fn is_complete(&self) -> bool {
        self.filled >= self.next.wrapping_sub(self.seq)
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        let len = (self.next.wrapping_sub(self.seq) as usize).min(self.data.len());
        self.data.get(..len).unwrap_or(&self.data)
    }

    pub(crate) fn parts(&self) -> &[Part] {
        &self.parts
    }
}

/// Messages of one direction, in the order they were started.
#[derive(Default)]
pub(crate) struct Assembly {
    messages: VecDeque<Message>,
}

/// What becomes of bytes that arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// They start something new.
    Fresh,
    /// They belong to a message that started with them, or was finished before.
    Seen {
        /// The frame that finished it, or 0.
        done_in: u32,
    },
    /// They belong to a message that still lacks some.
    Partial,
    /// They complete the message that starts at `message`; it took `used` of them.
    Complete {
        /// Sequence number of its start.
        message: u32,
        /// Bytes taken.
        used: usize,
    },
}

impl Assembly {
    /// Adds arriving bytes to the message they belong to.
    pub(crate) fn route(&mut self, seq: u32, frame: u32, bytes: &[u8]) -> Route {
        let end = seq.wrapping_add(bytes.len() as u32);
        if let Some(message) = self.messages.iter().rev().find(|message| message.seq == seq) {
            return Route::Seen { done_in: message.done_in };
        }
        let found = self.messages.iter().rposition(|message| before(message.seq, seq) && before(seq, message.next));
        let Some(index) = found else { return Route::Fresh };
        let Some(message) = self.messages.get_mut(index) else { return Route::Fresh };
        if message.done_in != 0 {
            return Route::Seen { done_in: message.done_in };
        }
        let used = if message.one_segment {
            message.one_segment = false;
            message.next = end;
            bytes.len()
        } else {
            bytes.len().min(message.next.wrapping_sub(seq) as usize)
        };
        if message.data.len().saturating_add(used) > MAX_MESSAGE {
            self.messages.remove(index);
            return Route::Partial;
        }
        message.add(seq, frame, bytes.get(..used).unwrap_or(bytes));
        if message.is_complete() { Route::Complete { message: message.seq, used } } else { Route::Partial }
    }

    fn position(&self, start: u32) -> Option<usize> {
        self.messages.iter().rposition(|message| message.seq == start)
    }

    pub(crate) fn message(&self, start: u32) -> Option<&Message> {
        self.messages.get(self.position(start)?)
    }

    fn message_mut(&mut self, start: u32) -> Option<&mut Message> {
        let index = self.position(start)?;
        self.messages.get_mut(index)
    }

    pub(crate) fn keep(&mut self, message: Message) {
        while self.messages.len() >= MAX_REMEMBERED {
            self.messages.pop_front();
        }
        self.messages.push_back(message);
    }

    /// More is wished for the message that starts at `start`, after `end`.
    pub(crate) fn extend(&mut self, start: u32, end: u32, more: More) {
        if let Some(message) = self.message_mut(start) {
            message.more(end, more);
        }
    }

    /// The message was dissected: its bytes are not needed any more.
    pub(crate) fn done(&mut self, start: u32, frame: u32) {
        if let Some(message) = self.message_mut(start) {
            message.done_in = frame;
            message.data = Vec::new();
            message.parts = Vec::new();
            message.held.set(0);
        }
    }

    /// The message that a FIN at `end` completes.
    pub(crate) fn ends_with_fin(&mut self, end: u32) -> Option<u32> {
        let message = self.messages.iter_mut().rev().find(|message| message.until_fin && message.done_in == 0)?;
        if before(end, message.seq) || message.filled != end.wrapping_sub(message.seq) {
            return None;
        }
        message.next = end;
        Some(message.seq)
    }

    pub(crate) fn drop_unfinished(&mut self, start: u32) {
        self.messages.retain(|message| message.seq != start || message.done_in != 0);
    }
}

/// What waits in all conversations.
#[derive(Default)]
pub(crate) struct Waiting {
    total: Arc<AtomicUsize>,
    order: VecDeque<Note>,
}

/// Where an unfinished message is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Note {
    pub(crate) slot: u32,
    pub(crate) stream: u32,
    pub(crate) end: usize,
    pub(crate) start: u32,
}

impl Waiting {
    pub(crate) fn note(&mut self, slot: u32, stream: u32, end: usize, start: u32) {
        self.order.push_back(Note { slot, stream, end, start });
    }

    /// The oldest message, when there is too much.
    pub(crate) fn excess(&mut self) -> Option<Note> {
        let too_much = self.total.load(Ordering::Relaxed) > MAX_WAITING || self.order.len() > MAX_NOTES;
        if too_much { self.order.pop_front() } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keep(assembly: &mut Assembly, waiting: &Waiting, seq: u32, bytes: &[u8], more: More) {
        let end = seq.wrapping_add(bytes.len() as u32);
        assembly.keep(Message::new(seq, end, more, 1, bytes, waiting));
    }

    #[test]
    fn a_message_over_the_wrap_is_put_together() {
        let (mut assembly, waiting) = (Assembly::default(), Waiting::default());
        let seq = u32::MAX - 1;
        keep(&mut assembly, &waiting, seq, b"abcd", More::Bytes(4));
        assert_eq!(assembly.route(seq.wrapping_add(6), 2, b"ghij"), Route::Partial);
        let done = assembly.route(seq.wrapping_add(4), 3, b"ef");
        assert_eq!(done, Route::Complete { message: seq, used: 2 });
        let message = assembly.message(seq).map(|message| (message.bytes().to_vec(), message.parts().len()));
        assert_eq!(message, Some((b"abcdefgh".to_vec(), 3)));
        assembly.done(seq, 3);
        assert_eq!(assembly.route(seq.wrapping_add(4), 4, b"ef"), Route::Seen { done_in: 3 });
        assert_eq!(assembly.route(seq.wrapping_add(8), 5, b"next"), Route::Fresh);
        assert_eq!(waiting.total.load(Ordering::Relaxed), 0);
    }

    #[test]
    fn one_more_segment_counts_whole() {
        let (mut assembly, waiting) = (Assembly::default(), Waiting::default());
        keep(&mut assembly, &waiting, 10, b"GET / HT", More::OneSegment);
        assert_eq!(assembly.route(18, 2, b"TP/1.1\r\n"), Route::Complete { message: 10, used: 8 });
        assembly.extend(10, 26, More::Bytes(2));
        assert_eq!(assembly.route(26, 3, b"\r\nGET"), Route::Complete { message: 10, used: 2 });
    }

    #[test]
    fn what_lasts_until_the_end_ends_with_fin() {
        let (mut assembly, waiting) = (Assembly::default(), Waiting::default());
        keep(&mut assembly, &waiting, 5, b"abc", More::UntilFin);
        assert_eq!(assembly.route(8, 2, b"def"), Route::Partial);
        assert_eq!(assembly.ends_with_fin(12), None);
        assert_eq!(assembly.ends_with_fin(11), Some(5));
    }
}
