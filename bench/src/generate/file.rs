//! Captures as files: pcap with microseconds, pcapng with nanoseconds and two interfaces; both little endian.

use std::io::{self, Write};

/// A file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// pcap, microseconds.
    Pcap,
    /// pcapng, nanoseconds, two interfaces.
    Pcapng,
}

impl Format {
    /// Bytes that follow the last packet.
    pub fn end_len(self) -> u64 {
        match self {
            Self::Pcap => 0,
            Self::Pcapng => 52,
        }
    }
}

/// When captures start, seconds since 1970: October 2025.
const START_S: u64 = 1_760_000_000;
/// Longest frame that a reader must expect.
const SNAPLEN: u32 = 262_144;
/// One packet of so many has a comment in pcapng.
const COMMENT_EVERY: u64 = 10_000;
/// Names of the interfaces: the second sees the tunnels.
const INTERFACES: [&str; 2] = ["eth0", "vxlan.underlay0"];

/// Numbers of pcapng.
mod pcapng {
    pub(super) const SECTION: u32 = 0x0a0d_0d0a;
    pub(super) const INTERFACE: u32 = 1;
    pub(super) const STATISTICS: u32 = 5;
    pub(super) const PACKET: u32 = 6;
    pub(super) const END: u16 = 0;
    pub(super) const COMMENT: u16 = 1;
    pub(super) const NAME: u16 = 2;
    pub(super) const APPLICATION: u16 = 4;
    pub(super) const RESOLUTION: u16 = 9;
    pub(super) const RECEIVED: u16 = 4;
    pub(super) const DROPPED: u16 = 5;
}

/// Writes a capture.
#[derive(Debug)]
pub struct CaptureWriter<W> {
    out: W,
    format: Format,
    written: u64,
    packets: u64,
    last_ns: u64,
    record: Vec<u8>,
}

impl<W: Write> CaptureWriter<W> {
    /// Writes what stands before the packets.
    pub fn new(out: W, format: Format) -> io::Result<Self> {
        let mut writer = Self { out, format, written: 0, packets: 0, last_ns: 0, record: Vec::new() };
        match format {
            Format::Pcap => writer.pcap_header()?,
            Format::Pcapng => writer.pcapng_header()?,
        }
        Ok(writer)
    }

    /// Bytes written so far.
    pub fn written(&self) -> u64 {
        self.written
    }

    /// Packets written so far.
    pub fn packets(&self) -> u64 {
        self.packets
    }

    /// Writes a packet, seen so long after the capture's start.
    pub fn packet(&mut self, time_ns: u64, interface: u32, bytes: &[u8]) -> io::Result<()> {
        let (len, since_epoch) = ((bytes.len() as u32).to_le_bytes(), START_S * 1_000_000_000 + time_ns);
        self.record.clear();
        match self.format {
            Format::Pcap => {
                let (s, us) = (since_epoch / 1_000_000_000, since_epoch % 1_000_000_000 / 1000);
                for part in [(s as u32).to_le_bytes(), (us as u32).to_le_bytes(), len, len] {
                    self.record.extend_from_slice(&part);
                }
                self.record.extend_from_slice(bytes);
                self.put()?;
            }
            Format::Pcapng => {
                self.record.extend_from_slice(&interface.to_le_bytes());
                self.time(since_epoch);
                self.record.extend_from_slice(&len);
                self.record.extend_from_slice(&len);
                self.record.extend_from_slice(bytes);
                pad(&mut self.record);
                if self.packets % COMMENT_EVERY == COMMENT_EVERY / 2 {
                    let comment = format!("packet {} has a comment", self.packets + 1);
                    self.option(pcapng::COMMENT, comment.as_bytes());
                    self.option(pcapng::END, &[]);
                }
                self.block(pcapng::PACKET)?;
            }
        }
        self.packets += 1;
        self.last_ns = since_epoch;
        Ok(())
    }

    /// Writes what stands behind the packets.
    pub fn finish(mut self) -> io::Result<W> {
        if self.format == Format::Pcapng {
            self.record.clear();
            self.record.extend_from_slice(&0_u32.to_le_bytes());
            self.time(self.last_ns);
            self.option(pcapng::RECEIVED, &self.packets.to_le_bytes());
            self.option(pcapng::DROPPED, &0_u64.to_le_bytes());
            self.option(pcapng::END, &[]);
            self.block(pcapng::STATISTICS)?;
        }
        self.out.flush()?;
        Ok(self.out)
    }

    fn pcap_header(&mut self) -> io::Result<()> {
        self.record.extend_from_slice(&0xa1b2_c3d4_u32.to_le_bytes());
        // version 2.4, UTC, accuracy unknown
        self.record.extend_from_slice(&[2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        self.record.extend_from_slice(&SNAPLEN.to_le_bytes());
        self.record.extend_from_slice(&1_u32.to_le_bytes());
        self.put()
    }

    fn pcapng_header(&mut self) -> io::Result<()> {
        self.record.extend_from_slice(&0x1a2b_3c4d_u32.to_le_bytes());
        // version 1.0, length unknown
        self.record.extend_from_slice(&[1, 0, 0, 0]);
        self.record.extend_from_slice(&u64::MAX.to_le_bytes());
        self.option(pcapng::APPLICATION, b"strato-bench");
        self.option(pcapng::END, &[]);
        self.block(pcapng::SECTION)?;
        for name in INTERFACES {
            self.record.clear();
            self.record.extend_from_slice(&[1, 0, 0, 0]);
            self.record.extend_from_slice(&SNAPLEN.to_le_bytes());
            self.option(pcapng::NAME, name.as_bytes());
            self.option(pcapng::RESOLUTION, &[9]);
            self.option(pcapng::END, &[]);
            self.block(pcapng::INTERFACE)?;
        }
        Ok(())
    }

    fn time(&mut self, ns: u64) {
        self.record.extend_from_slice(&((ns >> 32) as u32).to_le_bytes());
        self.record.extend_from_slice(&(ns as u32).to_le_bytes());
    }

    fn option(&mut self, code: u16, value: &[u8]) {
        self.record.extend_from_slice(&code.to_le_bytes());
        self.record.extend_from_slice(&(value.len() as u16).to_le_bytes());
        self.record.extend_from_slice(value);
        pad(&mut self.record);
    }

    /// Writes the record as the body of a block.
    fn block(&mut self, kind: u32) -> io::Result<()> {
        let len = self.record.len() as u32 + 12;
        self.out.write_all(&kind.to_le_bytes())?;
        self.out.write_all(&len.to_le_bytes())?;
        self.written += 12;
        self.put()?;
        self.out.write_all(&len.to_le_bytes())
    }

    fn put(&mut self) -> io::Result<()> {
        self.written += self.record.len() as u64;
        self.out.write_all(&self.record)
    }
}

fn pad(record: &mut Vec<u8>) {
    record.resize(record.len().next_multiple_of(4), 0);
}
