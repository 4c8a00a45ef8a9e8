//! Small captures made in memory, with the places where their records end.

pub mod packets;
mod pcap;
mod pcapng;

use std::io::{self, Write};

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

/// Two gzip members; the first ends with a whole record.
///
/// # Errors
/// The compressor fails.
pub fn gzip_of(capture: &Capture) -> io::Result<Vec<u8>> {
    let middle = capture.ends.get(capture.ends.len() / 2).map_or(0, |(end, _)| *end);
    let (first, second) = capture.bytes.split_at(middle);
    let mut file = Vec::new();
    for part in [first, second] {
        let mut encoder = GzEncoder::new(&mut file, Compression::fast());
        encoder.write_all(part)?;
        encoder.finish()?;
    }
    Ok(file)
}
