//! Fragments of handshake messages, RFC 6347 §4.2.3, put together.

use rustc_hash::FxHashMap;
use strato_filter_lang::value::Value;

use super::f;
use crate::proto::out::Out;

/// Longest message that is put together.
const MAX_MESSAGE: usize = 1 << 18;
/// Messages of one direction that wait for fragments at a time.
const MAX_WAITING: usize = 16;
/// Most fragments of a message.
const MAX_FRAGMENTS: usize = 1024;

/// A message of which something is missing.
#[derive(Debug, Default)]
struct Message {
    bytes: Vec<u8>,
    /// The bytes that are there: start and end.
    parts: Vec<(usize, usize)>,
    frames: Vec<u64>,
}

/// Messages that wait for fragments, by number.
#[derive(Debug, Default)]
pub(super) struct Pending {
    messages: FxHashMap<u16, Message>,
}

/// A message that is complete.
#[derive(Debug)]
pub(super) struct Whole {
    pub(super) bytes: Vec<u8>,
    pub(super) frames: Vec<u64>,
}

impl Pending {
    /// Adds a fragment; gives the message once it is complete.
    pub(super) fn add(&mut self, number: u16, len: usize, offset: usize, part: &[u8], frame: u64) -> Option<Whole> {
        let end = offset.checked_add(part.len()).filter(|end| *end <= len && len <= MAX_MESSAGE)?;
        if self.messages.len() >= MAX_WAITING && !self.messages.contains_key(&number) {
            self.messages.clear();
        }
        let message = self.messages.entry(number).or_default();
        if message.bytes.len() != len || message.frames.len() >= MAX_FRAGMENTS {
            *message = Message { bytes: vec![0; len], ..Message::default() };
        }
        message.bytes.get_mut(offset..end)?.copy_from_slice(part);
        message.frames.push(frame);
        message.parts.push((offset, end));
        message.parts.sort_unstable();
        let reached = message.parts.iter().fold(0, |to, (start, end)| if *start <= to { to.max(*end) } else { to });
        if reached < len {
            return None;
        }
        let Message { bytes, frames, .. } = self.messages.remove(&number)?;
        Some(Whole { bytes, frames })
    }
}

/// Shows from where a message was put together.
pub(super) fn emit(out: &mut Out<'_>, whole: &Whole) {
    out.add(f::FRAGMENTS, &[], Value::Label);
    for frame in &whole.frames {
        out.generated_uint(f::FRAGMENT, *frame);
    }
    out.generated_uint(f::FRAGMENT_COUNT, whole.frames.len() as u64);
    out.generated_uint(f::REASSEMBLED_LENGTH, whole.bytes.len() as u64);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_come_in_any_order() {
        let mut pending = Pending::default();
        assert!(pending.add(1, 4, 2, b"cd", 7).is_none());
        assert!(pending.add(1, 4, 1, b"b", 8).is_none());
        let whole = pending.add(1, 4, 0, b"a", 9).unwrap();
        assert_eq!((whole.bytes, whole.frames), (b"abcd".to_vec(), vec![7, 8, 9]));
        assert!(pending.add(1, 4, 3, b"xy", 9).is_none());
    }
}
