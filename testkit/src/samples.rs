//! Small captures made in memory, with the places where their records end.

pub mod packets;
mod pcap;
mod pcapng;

use std::io::Write;

use flate2::{Compression, write::GzEncoder};

/// A capture, uncompressed, and where one may cut it without loss.
#[derive(Clone, Debug, Default)]
pub struct Capture {
    /// The file.
    pub bytes: Vec<u8>,
    /// Ends of the file's header and of every record or block, each with the number of frames up to there.
    pub ends: Vec<(usize, u64)>,
}

impl Capture {
    /// The last end at or before `len`, and the frames up to there.
    pub fn whole_before(&self, len: usize) -> Option<(usize, u64)> {
        self.ends.iter().copied().rfind(|(end, _)| *end <= len)
    }

    /// Frames in all of it.
    pub fn frames(&self) -> u64 {
        self.ends.last().map_or(0, |(_, frames)| *frames)
    }

    /// A record or block ended here; `frames` of them are frames.
    fn ended(&mut self, frames: u64) {
        let before = self.frames();
        self.ends.push((self.bytes.len(), before + frames));
    }
}

/// pcap, microseconds, little endian, Ethernet: a page fetched by HTTP after its name was asked for.
pub fn pcap_little_endian() -> Capture {
    pcap::pcap(pcap::Order::Little, false, 1, &packets::web())
}

/// pcap, nanoseconds, big endian, Linux cooked: a TLS hello, names, fragments.
pub fn pcap_big_endian_ns() -> Capture {
    let cooked: Vec<_> = packets::secure().iter().map(|packet| packets::cooked(packet)).collect();
    pcap::pcap(pcap::Order::Big, true, 113, &cooked)
}

/// pcapng with three sections of both byte orders, several interfaces, resolutions and every kind of packet block.
pub fn pcapng_sections() -> Capture {
    pcapng::sections()
}

/// pcapng, big endian: every block that is no packet, options, journal entries and events.
pub fn pcapng_big_endian() -> Capture {
    pcapng::big_endian()
}

/// A capture in every compression, in two members or frames of which the first ends with a whole record; with the
/// length of the first.
pub fn in_two_members(capture: &Capture) -> Vec<(Vec<u8>, usize)> {
    let middle = capture.ends.get(capture.ends.len() / 2).map_or(0, |(end, _)| *end);
    let (first, second) = capture.bytes.split_at(middle);
    let pairs = packed(first).into_iter().zip(packed(second));
    pairs.map(|(first, second)| ([first.as_slice(), &second].concat(), first.len())).collect()
}

/// The bytes as one gzip member, one zstd frame, and one lz4 frame.
pub fn packed(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut lz4 = lz4_flex::frame::FrameEncoder::new(Vec::new());
    let lz4 = lz4.write_all(bytes).ok().and_then(|()| lz4.finish().ok());
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    let gzip = gzip.write_all(bytes).ok().and_then(|()| gzip.finish().ok());
    [gzip, zstd::encode_all(bytes, 1).ok(), lz4].into_iter().flatten().collect()
}
