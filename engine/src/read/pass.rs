//! The short way over packets that nobody looks at: no details, no copies, nothing that can fail.
//!
//! It takes what is in memory and plain. Whatever else there is (the next read, other blocks, damage) is left to
//! [`Reader::next`], which says it as ever.

use super::{Formats, Reader};
use crate::frame::Frame;

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

/// The rest of what is known of a packet, worked out when it is asked for.
#[derive(Clone, Copy)]
pub struct Details<'r> {
    format: &'r Formats,
    /// Bytes of the file in memory, and where they stand in it.
    bytes: &'r [u8],
    offset: u64,
    /// Where the record starts in them.
    at: usize,
    number: u64,
}

impl<'r> Details<'r> {
    /// Its record, and those after it.
    fn record(&self) -> &'r [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// When it came.
    #[inline]
    pub fn timestamp_ns(&self) -> Option<i128> {
        match self.format {
            Formats::Pcap(pcap) => Some(pcap.timestamp_ns(*self.record().first_chunk()?).into()),
            Formats::Pcapng(pcapng) => pcapng.plain_timestamp_ns(self.record()),
        }
    }

    /// Whether blocks after it may bring keys.
    pub(crate) fn keys_may_come(&self) -> bool {
        matches!(self.format, Formats::Pcapng(_))
    }

    /// The frame.
    #[inline]
    pub fn frame(&self) -> Option<Frame<'r>> {
        let record = self.record();
        let (len, at) = self.format.plain_frame(record)?;
        Some(self.format.frame(self.number, record.get(..len)?, at, self.offset + self.at as u64))
    }
}

/// A record found in memory.
pub(super) struct Record<'r> {
    /// Its packet.
    pub(super) data: &'r [u8],
    pub(super) original_len: u32,
    pub(super) link_type: u32,
    /// What is behind it.
    pub(super) rest: &'r [u8],
}

impl Formats {
    /// The record, or block, at the start of `bytes`, if it is a packet that is there as a whole and plain.
    #[inline(always)]
    pub(super) fn plain_record<'r>(&self, bytes: &'r [u8]) -> Option<Record<'r>> {
        match self {
            Self::Pcap(pcap) => pcap.plain_record(bytes),
            Self::Pcapng(pcapng) => pcapng.plain_record(bytes),
        }
    }
}

impl Reader {
    /// Hands on the packets in memory until `take` refuses one, which is the next item then.
    #[inline(always)]
    pub fn pass(&mut self, mut take: impl FnMut(&Packet<'_>, Details<'_>) -> bool) {
        if self.done {
            return;
        }
        self.window.skip(std::mem::take(&mut self.pending));
        let (bytes, offset, format) = (self.window.bytes(), self.window.offset(), &self.format);
        let take =
            |at: usize, packet: &Packet<'_>| take(packet, Details { format, bytes, offset, at, number: packet.number });
        let (passed, frames) = run(bytes, self.frames, take, |rest| self.format.plain_record(rest));
        self.frames = frames;
        self.window.skip(passed);
    }
}

/// Passes over records until `take`, given the offset of each, refuses one; returns their bytes and the number of the last.
#[inline(always)]
pub(super) fn run(
    bytes: &[u8],
    mut frames: u64,
    mut take: impl FnMut(usize, &Packet<'_>) -> bool,
    record: impl for<'r> Fn(&'r [u8]) -> Option<Record<'r>>,
) -> (usize, u64) {
    let mut left = bytes;
    while let Some(Record { data, original_len, link_type, rest }) = record(left) {
        if !take(bytes.len() - left.len(), &Packet { number: frames + 1, data, original_len, link_type }) {
            break;
        }
        frames += 1;
        left = rest;
    }
    (bytes.len() - left.len(), frames)
}

/// Passes over the records that start before `stop`; returns their bytes and how many they are.
#[inline(always)]
pub(super) fn skip(bytes: &[u8], stop: usize, record: impl for<'r> Fn(&'r [u8]) -> Option<Record<'r>>) -> (usize, u64) {
    let (mut left, mut frames) = (bytes, 0);
    let least = bytes.len().saturating_sub(stop);
    while left.len() > least
        && let Some(found) = record(left)
    {
        left = found.rest;
        frames += 1;
    }
    (bytes.len() - left.len(), frames)
}
