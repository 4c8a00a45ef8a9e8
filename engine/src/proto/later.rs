//! What only later frames tell of a frame: learnt in a first pass over the capture, told in a second one (`tshark -2`).
//!
//! A dissector that finds the answer to an earlier request notes it for the request's frame; when the request is
//! dissected again, in the second pass, it asks for the note. Both passes dissect the same frames in the same order, so
//! whatever a dissector numbers (streams, messages) has the same number in both.
//!
//! Limit: 16 million notes; what comes after is lost, and [counted](Later::lost).

use rustc_hash::FxHashMap;

use super::{dissect::Cx, out::F};

/// Notes kept.
const MAX_NOTES: usize = 1 << 24;
/// Bytes of a text.
const MAX_TEXT: usize = 4096;

/// Whom a note is for: a frame (0: none in particular), one of its messages, a field.
type Key = (u32, u32, F);

/// Notes for earlier frames.
#[derive(Debug, Default)]
pub struct Later {
    pass: Pass,
    notes: FxHashMap<Key, u64>,
    texts: FxHashMap<Key, Box<str>>,
    lost: u64,
}

/// Which pass it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Pass {
    /// There is only one.
    #[default]
    Only,
    First,
    Second,
}

impl Later {
    /// Starts a first pass.
    pub(crate) fn learning() -> Self {
        Self { pass: Pass::First, ..Self::default() }
    }

    /// The same notes, to be told.
    pub(crate) fn into_known(self) -> Self {
        Self { pass: Pass::Second, ..self }
    }

    /// Notes for which there was no room.
    pub fn lost(&self) -> u64 {
        self.lost
    }

    /// Whether there is only one pass.
    pub(crate) fn is_off(&self) -> bool {
        self.pass == Pass::Only
    }

    /// Whether this is the second of two passes.
    pub(super) fn is_known(&self) -> bool {
        self.pass == Pass::Second
    }

    fn note(&mut self, key: Key, value: u64) {
        if self.pass != Pass::First {
            return;
        }
        if self.notes.len() >= MAX_NOTES && !self.notes.contains_key(&key) {
            self.lost += 1;
            return;
        }
        self.notes.insert(key, value);
    }

    fn note_text(&mut self, key: Key, text: &str) {
        if self.pass != Pass::First {
            return;
        }
        if self.notes.len() + self.texts.len() >= MAX_NOTES {
            self.lost += 1;
            return;
        }
        let end = text.floor_char_boundary(MAX_TEXT);
        self.texts.insert(key, text.get(..end).unwrap_or_default().into());
    }

    fn told(&self, key: Key) -> Option<u64> {
        if self.pass == Pass::Second { self.notes.get(&key).copied() } else { None }
    }
}

/// A frame's number in a key.
fn short(frame: u64) -> u32 {
    u32::try_from(frame).unwrap_or(u32::MAX)
}

impl Cx<'_> {
    /// Notes a value of a field for message `of` of an earlier frame.
    pub(super) fn note_for(&mut self, frame: u64, of: u32, f: F, value: u64) {
        self.state.later.note((short(frame), of, f), value);
    }

    /// Notes the current frame for message `of` of an earlier frame.
    pub(super) fn note_frame_for(&mut self, frame: u64, of: u32, f: F) {
        self.note_for(frame, of, f, self.frame.number);
    }

    /// What was noted for message `of` of the current frame.
    pub(super) fn noted(&self, of: u32, f: F) -> Option<u64> {
        self.state.later.told((short(self.frame.number), of, f))
    }

    /// Emits what was noted for message `of` of the current frame.
    pub(super) fn tell(&mut self, of: u32, f: F) {
        if let Some(value) = self.noted(of, f) {
            self.out.generated_uint(f, value);
        }
    }

    /// Notes a text of a field for message `of` of an earlier frame.
    pub(super) fn note_text_for(&mut self, frame: u64, of: u32, f: F, text: &str) {
        self.state.later.note_text((short(frame), of, f), text);
    }

    /// Emits the text that was noted for message `of` of the current frame.
    pub(super) fn tell_text(&mut self, of: u32, f: F) {
        let Later { pass: Pass::Second, texts, .. } = &self.state.later else { return };
        if let Some(text) = texts.get(&(short(self.frame.number), of, f)) {
            self.out.generated_str(f, text);
        }
    }

    /// Notes a value for all frames of the conversation `of`.
    pub(super) fn note_for_all(&mut self, of: u32, f: F, value: u64) {
        self.state.later.note((0, of, f), value);
    }

    /// What was noted for all frames of the conversation `of`.
    pub(super) fn noted_for_all(&self, of: u32, f: F) -> Option<u64> {
        self.state.later.told((0, of, f))
    }
}
