//! Messages that span segments, one direction of one conversation.

use std::{
    collections::VecDeque,
    sync::{
        Arc,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
};

use super::{MAX_MESSAGE, MAX_REMEMBERED, MAX_WAITING};
use crate::proto::{
    dissect::{More, Unread},
    tcp::analysis::before,
};

/// Notes on the order of unfinished messages; older ones are dropped when there are more.
const MAX_NOTES: usize = 1 << 20;
/// Notes that are kept without asking whether their messages still wait.
const FEW_NOTES: usize = 1 << 14;
/// A message that lasts until the connection ends: as far as sequence numbers can be compared.
const UNTIL_FIN: u32 = 0x4000_0000;
/// A message of which the length is known, for the same reason.
const LONGEST: u32 = 0x7fff_0000;

/// A segment's share of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) frame: u32,
    offset: u32,
    len: u32,
}

impl Part {
    /// A frame that brought nothing.
    pub(crate) fn empty(frame: u32) -> Self {
        Self { frame, offset: 0, len: 0 }
    }
}

impl Part {
    fn end(self) -> u32 {
        self.offset.saturating_add(self.len)
    }
}

/// What all conversations hold together.
#[derive(Default)]
struct Counts {
    /// Bytes that wait.
    bytes: AtomicUsize,
    /// Unfinished messages.
    messages: AtomicUsize,
    /// Messages that were given up unfinished, or of which only the start is kept.
    cut: AtomicU64,
}

/// Bytes counted as waiting until dropped.
struct Held {
    counts: Arc<Counts>,
    bytes: usize,
}

impl Held {
    fn new(counts: &Arc<Counts>) -> Self {
        counts.messages.fetch_add(1, Ordering::Relaxed);
        Self { counts: Arc::clone(counts), bytes: 0 }
    }

    fn set(&mut self, bytes: usize) {
        if bytes > self.bytes {
            self.counts.bytes.fetch_add(bytes - self.bytes, Ordering::Relaxed);
        } else if bytes < self.bytes {
            self.counts.bytes.fetch_sub(self.bytes - bytes, Ordering::Relaxed);
        }
        self.bytes = bytes;
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.set(0);
        self.counts.messages.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A message of which more is awaited, or that was finished.
pub(crate) struct Message {
    seq: u32,
    /// Where the next message is to start.
    next: u32,
    /// The frame that finished it, 0 before.
    done_in: u32,
    /// Its bytes, until then.
    body: Option<Box<Body>>,
}

/// The bytes of an unfinished message.
struct Body {
    /// The next segment counts whole, whatever its length.
    one_segment: bool,
    until_fin: bool,
    /// The share of every segment is asked for; else only of those behind a gap.
    every_part: bool,
    parts: Vec<Part>,
    /// Bytes that are there without a gap.
    filled: u32,
    /// The bytes that are kept: the head, and those behind what is not read.
    data: Vec<u8>,
    unread: Unread,
    /// It is longer than [`MAX_MESSAGE`]: what follows is counted, not kept.
    cut: bool,
    held: Held,
}

impl Body {
    /// Where in `data` a byte of the message is, or would be.
    fn place(&self, offset: usize) -> usize {
        let Unread { head, until } = self.unread;
        if offset < head { offset } else { head + offset.saturating_sub(until.max(head)) }
    }

    /// The message's byte at a place in `data`.
    fn offset(&self, place: usize) -> usize {
        let Unread { head, until } = self.unread;
        if place < head { place } else { until.max(head) + (place - head) }
    }

    /// Adds bytes; what is there already stays as it is.
    fn add(&mut self, offset: u32, frame: u32, bytes: &[u8]) {
        let part = Part { frame, offset, len: bytes.len() as u32 };
        // Skip what an earlier segment filled.
        let skip = (self.filled.saturating_sub(offset) as usize).min(bytes.len());
        let (from, to) = (offset as usize + skip, offset as usize + bytes.len());
        let Unread { head, until } = self.unread;
        for (from, to) in [(from, to.min(head)), (from.max(until).max(head), to)] {
            let source = bytes.get(from - offset as usize..).and_then(|rest| rest.get(..to.checked_sub(from)?));
            let Some(source) = source.filter(|source| !source.is_empty()) else { continue };
            let place = self.place(from);
            let room = MAX_MESSAGE.saturating_sub(place);
            if source.len() > room && !self.cut {
                self.cut = true;
                self.held.counts.cut.fetch_add(1, Ordering::Relaxed);
            }
            let source = source.get(..room).unwrap_or(source);
            if source.is_empty() {
                continue;
            }
            if place == self.data.len() {
                self.data.extend_from_slice(source);
                continue;
            }
            let end = place + source.len();
            if self.data.len() < end {
                self.data.resize(end, 0);
            }
            if let Some(target) = self.data.get_mut(place..end) {
                target.copy_from_slice(source);
            }
        }
        self.fill(part);
        self.hold();
    }

    fn hold(&mut self) {
        self.held.set(self.data.len() + self.parts.len() * size_of::<Part>());
    }

    /// Notes that a part is there.
    fn fill(&mut self, part: Part) {
        let in_order = part.offset <= self.filled;
        if self.every_part || !in_order {
            let place = self.parts.partition_point(|other| other.offset <= part.offset);
            self.parts.insert(place, part);
        }
        if in_order {
            self.filled = self.filled.max(part.end());
        }
        if !self.parts.is_empty() {
            let filled = |filled: u32, part: &Part| if part.offset <= filled { filled.max(part.end()) } else { filled };
            self.filled = self.parts.iter().fold(self.filled, filled);
            if !self.every_part {
                let filled = self.filled;
                self.parts.retain(|part| part.offset > filled);
            }
        }
    }

    /// Drops what is not read.
    fn pass(&mut self, unread: Unread) {
        let Unread { head, until } = self.unread;
        let more = unread.until > unread.head && unread.until > until && unread.head <= self.data.len();
        if !more || (until > head && unread.head != head) {
            return;
        }
        let to = self.place(unread.until).min(self.data.len());
        self.data.drain(unread.head.min(to)..to);
        if self.data.capacity() > 4 * self.data.len().max(64) {
            self.data.shrink_to_fit();
        }
        self.unread = unread;
        self.hold();
    }
}

impl Message {
    /// A message that starts with `bytes`, at `seq`, and wishes for more.
    pub(crate) fn new(seq: u32, end: u32, (more, unread): (More, Option<Unread>), segment: Segment<'_>) -> Self {
        let Segment { frame, bytes, waiting, every_part } = segment;
        let body = Body {
            one_segment: false,
            until_fin: false,
            every_part,
            parts: Vec::new(),
            filled: 0,
            data: Vec::new(),
            unread: unread.filter(|unread| unread.head <= bytes.len()).unwrap_or_default(),
            cut: false,
            held: Held::new(&waiting.counts),
        };
        let mut message = Self { seq, next: end, done_in: 0, body: Some(Box::new(body)) };
        message.more(end, more);
        if let Some(body) = &mut message.body {
            body.add(0, frame, bytes);
        }
        message
    }

    fn more(&mut self, end: u32, more: More) {
        let Some(body) = &mut self.body else { return };
        (body.one_segment, body.until_fin) = (false, false);
        match more {
            More::Bytes(len) => {
                let len = u32::try_from(len).unwrap_or(UNTIL_FIN).min(UNTIL_FIN);
                let whole = end.wrapping_sub(self.seq).saturating_add(len).min(LONGEST);
                self.next = self.seq.wrapping_add(whole);
            }
            More::OneSegment => {
                self.next = end.wrapping_add(1);
                body.one_segment = true;
            }
            More::UntilFin => {
                self.next = self.seq.wrapping_add(UNTIL_FIN);
                body.until_fin = true;
            }
        }
    }

    fn len(&self) -> usize {
        self.next.wrapping_sub(self.seq) as usize
    }

    /// The bytes that are kept.
    pub(crate) fn bytes(&self) -> &[u8] {
        let Some(body) = &self.body else { return &[] };
        body.data.get(..body.place(self.len())).unwrap_or(&body.data)
    }

    /// How long it is without those that are missing behind the head; more than are kept if it is too long to be kept.
    pub(crate) fn reported_len(&self) -> usize {
        let cut = self.body.as_ref().filter(|body| body.cut);
        cut.map_or(self.bytes().len(), |body| body.place(self.len()))
    }

    /// Bytes that are missing behind the head.
    pub(crate) fn passed(&self) -> usize {
        let Some(body) = &self.body else { return 0 };
        body.unread.until.min(self.len()).saturating_sub(body.unread.head)
    }

    /// How many of the kept bytes were there before the segment at `seq`.
    pub(crate) fn before(&self, seq: u32) -> usize {
        self.body.as_ref().map_or(0, |body| body.place(seq.wrapping_sub(self.seq) as usize))
    }

    /// Where a kept byte is in the segment at `seq`.
    pub(crate) fn in_segment(&self, seq: u32, place: usize) -> usize {
        let offset = self.body.as_ref().map_or(0, |body| body.offset(place));
        offset.saturating_sub(seq.wrapping_sub(self.seq) as usize)
    }

    pub(crate) fn parts(&self) -> &[Part] {
        self.body.as_ref().map_or(&[], |body| &body.parts)
    }

    /// Counts it as given up, unless it was finished.
    fn give_up(&self) {
        if let Some(body) = &self.body {
            body.held.counts.cut.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// What a message gets from a segment.
pub(crate) struct Segment<'a> {
    pub(crate) frame: u32,
    pub(crate) bytes: &'a [u8],
    pub(crate) waiting: &'a Waiting,
    /// The share of every segment is asked for.
    pub(crate) every_part: bool,
}

/// Messages of one direction, in the order they were started.
#[derive(Default)]
pub(crate) struct Assembly {
    messages: VecDeque<Message>,
    /// The highest sequence number that a message started with.
    highest: u32,
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
    Partial {
        /// Sequence number of its start.
        message: u32,
    },
    /// They complete the message that starts at `message`; it took `used` of them.
    Complete {
        /// Sequence number of its start.
        message: u32,
        /// Bytes taken.
        used: usize,
    },
}

/// What [`Assembly::absorb`] did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Absorbed {
    /// The bytes are where they belong.
    Yes,
    /// They belong to no message.
    Fresh,
    /// They need more than being added.
    No,
}

impl Assembly {
    /// The message that bytes from `seq` on belong to.
    fn find(&self, seq: u32) -> Option<usize> {
        self.messages.iter().rposition(|message| before(message.seq, seq) && before(seq, message.next))
    }

    /// Whether a message starts with these bytes.
    fn starts_at(&self, seq: u32) -> Option<&Message> {
        // Behind the start of all of them, none starts here.
        if before(self.highest, seq) { None } else { self.messages.iter().rev().find(|message| message.seq == seq) }
    }

    /// Adds arriving bytes if they go on with an unfinished message without finishing it, or were seen before.
    pub(crate) fn absorb(&mut self, seq: u32, frame: u32, bytes: &[u8]) -> Absorbed {
        if self.starts_at(seq).is_some() {
            return Absorbed::Yes;
        }
        let Some(message) = self.find(seq).and_then(|index| self.messages.get_mut(index)) else { return Absorbed::Fresh };
        let Some(body) = message.body.as_mut().filter(|_| message.done_in == 0) else { return Absorbed::Yes };
        let (offset, len) = (seq.wrapping_sub(message.seq), message.next.wrapping_sub(message.seq) as usize);
        let end = offset as usize + bytes.len();
        let plain = !body.one_segment && body.parts.is_empty() && !body.every_part && offset <= body.filled;
        if !plain || end >= len {
            return Absorbed::No;
        }
        body.add(offset, frame, bytes);
        Absorbed::Yes
    }

    /// Whether a message ends with the stream.
    pub(crate) fn lasts_until_fin(&self) -> bool {
        self.messages.iter().any(|message| message.body.as_ref().is_some_and(|body| body.until_fin))
    }

    /// Adds arriving bytes to the message they belong to.
    pub(crate) fn route(&mut self, seq: u32, frame: u32, bytes: &[u8]) -> Route {
        let end = seq.wrapping_add(bytes.len() as u32);
        if let Some(message) = self.starts_at(seq) {
            return Route::Seen { done_in: message.done_in };
        }
        let Some(index) = self.find(seq) else { return Route::Fresh };
        let Some(message) = self.messages.get_mut(index) else { return Route::Fresh };
        let Some(body) = message.body.as_mut().filter(|_| message.done_in == 0) else {
            return Route::Seen { done_in: message.done_in };
        };
        let offset = seq.wrapping_sub(message.seq);
        let used = if body.one_segment {
            body.one_segment = false;
            message.next = end;
            bytes.len()
        } else {
            bytes.len().min(message.next.wrapping_sub(seq) as usize)
        };
        body.add(offset, frame, bytes.get(..used).unwrap_or(bytes));
        let complete = body.filled >= message.next.wrapping_sub(message.seq);
        if complete { Route::Complete { message: message.seq, used } } else { Route::Partial { message: message.seq } }
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
            if let Some(oldest) = self.messages.pop_front() {
                oldest.give_up();
            }
        }
        if self.messages.is_empty() || before(self.highest, message.seq) {
            self.highest = message.seq;
        }
        self.messages.push_back(message);
    }

    /// More is wished for the message that starts at `start`, after `end`.
    pub(crate) fn extend(&mut self, start: u32, end: u32, more: More, unread: Option<Unread>) {
        let Some(message) = self.message_mut(start) else { return };
        // Further on its numbers cannot be told from those before it.
        let most = if more == More::UntilFin { UNTIL_FIN } else { LONGEST };
        if end.wrapping_sub(message.seq) >= most {
            return self.drop_unfinished(start);
        }
        message.more(end, more);
        if let (Some(body), Some(unread)) = (&mut message.body, unread) {
            body.pass(unread);
        }
    }

    /// The message was dissected: its bytes are not needed any more.
    pub(crate) fn done(&mut self, start: u32, frame: u32) {
        if let Some(message) = self.message_mut(start) {
            message.done_in = frame;
            message.body = None;
        }
    }

    /// The message that a FIN at `end` completes.
    pub(crate) fn ends_with_fin(&mut self, end: u32) -> Option<u32> {
        let lasts = |message: &&mut Message| message.body.as_ref().is_some_and(|body| body.until_fin);
        let message = self.messages.iter_mut().rev().find(lasts)?;
        let filled = message.body.as_ref().map_or(0, |body| body.filled);
        if before(end, message.seq) || filled != end.wrapping_sub(message.seq) {
            return None;
        }
        message.next = end;
        Some(message.seq)
    }

    pub(crate) fn drop_unfinished(&mut self, start: u32) {
        self.messages.retain(|message| {
            let dropped = message.seq == start && message.done_in == 0;
            if dropped {
                message.give_up();
            }
            !dropped
        });
    }

    /// Whether a message that starts at `start` is unfinished.
    pub(crate) fn waits(&self, start: u32) -> bool {
        self.message(start).is_some_and(|message| message.body.is_some())
    }

    /// Counts what is unfinished as given up.
    pub(crate) fn give_up(&self) {
        self.messages.iter().for_each(Message::give_up);
    }
}

/// What waits in all conversations.
#[derive(Default)]
pub(crate) struct Waiting {
    counts: Arc<Counts>,
    order: VecDeque<Note>,
}

/// Where an unfinished message is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Note {
    pub(crate) slot: u32,
    pub(crate) stream: u32,
    pub(crate) end: u8,
    pub(crate) start: u32,
}

impl Waiting {
    pub(crate) fn note(&mut self, note: Note) {
        self.order.push_back(note);
    }

    /// Messages that the limits did not allow to keep, or to keep whole.
    pub(crate) fn cut(&self) -> u64 {
        self.counts.cut.load(Ordering::Relaxed)
    }

    /// Whether most notes are of messages that do not wait any more.
    pub(crate) fn is_stale(&self) -> bool {
        self.order.len() > FEW_NOTES.max(4 * self.counts.messages.load(Ordering::Relaxed))
    }

    /// Forgets the notes of messages that do not wait any more.
    pub(crate) fn tidy(&mut self, mut waits: impl FnMut(Note) -> bool) {
        self.order.retain(|note| waits(*note));
        self.order.shrink_to(2 * FEW_NOTES);
    }

    /// The oldest message, when there is too much.
    pub(crate) fn excess(&mut self) -> Option<Note> {
        let too_much = self.counts.bytes.load(Ordering::Relaxed) > MAX_WAITING || self.order.len() > MAX_NOTES;
        if too_much { self.order.pop_front() } else { None }
    }
}

#[cfg(test)]
mod tests;
