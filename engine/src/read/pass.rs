//! The short way over packets that nobody looks at: no details, no copies, nothing that can fail.
//!
//! It takes what is in memory and plain. Whatever else there is (the next read, other blocks, damage) is left to
//! [`Reader::next`], which says it as ever.

use super::{Formats, Reader};

/// A packet as the walk over it needs it.
#[derive(Clone, Copy, Debug)]
pub struct Packet<'r> {
    /// Number in the capture, from 1.
    pub number: u64,
    /// The bytes captured.
    pub data: &'r [u8],
    /// Length on the wire.
    pub original_len: u32,
    /// `LINKTYPE_*`.
    pub link_type: u32,
}

/// A record found in memory.
pub(super) struct Record {
    /// All of it.
    pub(super) len: usize,
    /// Its packet, from the start of the record.
    pub(super) data: (usize, usize),
    pub(super) original_len: u32,
    pub(super) link_type: u32,
}

impl Reader {
    /// Hands on the packets in memory until `take` refuses one, which is the next item then.
    #[inline]
    pub fn pass(&mut self, mut take: impl FnMut(&Packet<'_>) -> bool) {
        if self.done {
            return;
        }
        self.window.skip(std::mem::take(&mut self.pending));
        let bytes = self.window.bytes();
        let take = |_, packet: &Packet<'_>| take(packet);
        let (passed, frames) = match &self.format {
            Formats::Pcap(pcap) => run(bytes, self.frames, take, |rest| pcap.plain_record(rest)),
            Formats::Pcapng(pcapng) => run(bytes, self.frames, take, |rest| pcapng.plain_record(rest)),
        };
        self.frames = frames;
        self.window.skip(passed);
    }
}

/// Passes over records until `take`, given the offset of each, refuses one; returns their bytes and the number of the last.
#[inline]
pub(super) fn run(
    bytes: &[u8],
    mut frames: u64,
    mut take: impl FnMut(usize, &Packet<'_>) -> bool,
    record: impl Fn(&[u8]) -> Option<Record>,
) -> (usize, u64) {
    let mut rest = bytes;
    while let Some(Record { len, data: (start, end), original_len, link_type }) = record(rest) {
        let (Some(data), Some(next)) = (rest.get(start..end), rest.get(len..)) else { break };
        let at = bytes.len() - rest.len();
        if !take(at, &Packet { number: frames + 1, data, original_len, link_type }) {
            break;
        }
        frames += 1;
        rest = next;
    }
    (bytes.len() - rest.len(), frames)
}

/// Passes over the records that start before `stop`; returns their bytes and how many they are.
pub(super) fn skip(bytes: &[u8], stop: usize, record: impl Fn(&[u8]) -> Option<Record>) -> (usize, u64) {
    let (mut at, mut frames) = (0, 0);
    while at < stop {
        let Some(found) = bytes.get(at..).and_then(&record) else { break };
        at += found.len;
        frames += 1;
    }
    (at, frames)
}
