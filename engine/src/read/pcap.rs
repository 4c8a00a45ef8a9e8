//! pcap: a header, then records.

use super::{
    FrameAt, Place, Stop, What,
    link_types::{self, LinkType},
    pass::Record,
    window::Window,
};
use crate::{
    error::Damage,
    frame::{FrameKind, Interface},
};

/// Length of the file's header.
const HEADER_LEN: usize = 24;

/// The first bytes of a pcap file and what they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PcapHeader {
    /// As in the file.
    pub bytes: [u8; HEADER_LEN],
    /// All numbers are big endian.
    pub big_endian: bool,
    /// Times are in nanoseconds, not microseconds.
    pub nanoseconds: bool,
    /// Length of each record's header: 16, or more in variants that Linux distributions once had.
    pub record_header_len: usize,
    /// Longest captured length, as announced.
    pub snaplen: u32,
    /// `LINKTYPE_*`.
    pub link_type: u32,
    /// Bits of frame check sequence at the end of each packet, where the header says so.
    pub fcs_bits: Option<u8>,
}

/// Order of the two lengths of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lengths {
    /// Captured, original.
    CapturedFirst,
    /// Original, captured (files before version 2.3).
    OriginalFirst,
    /// Either: the captured one is the lesser (version 2.3).
    LesserCaptured,
}

/// Reads records.
pub(super) struct Pcap {
    header: PcapHeader,
    lengths: Lengths,
    link_type: LinkType,
    interface: Box<Interface>,
    /// Little endian, with the headers and the order of lengths that nearly all files have.
    common: bool,
    /// Longest packet that is handed on without a closer look.
    max_plain: Option<u32>,
}

/// Whether a file that starts so is pcap.
pub(super) fn is_magic(magic: [u8; 4]) -> bool {
    variant(u32::from_le_bytes(magic)).or_else(|| variant(u32::from_be_bytes(magic))).is_some()
}

/// Nanoseconds, and the least length of a record's header.
fn variant(magic: u32) -> Option<(bool, usize)> {
    match magic {
        0xa1b2_c3d4 => Some((false, 16)),
        0xa1b2_3c4d => Some((true, 16)),
        0xa1b2_cd34 => Some((false, 24)),
        _ => None,
    }
}

impl PcapHeader {
    fn parse(bytes: [u8; HEADER_LEN]) -> Result<(Self, Lengths), Damage> {
        let [m0, m1, m2, m3, j0, j1, n0, n1, _, _, _, _, _, _, _, _, s0, s1, s2, s3, t0, t1, t2, t3] = bytes;
        let big_endian = variant(u32::from_be_bytes([m0, m1, m2, m3])).is_some();
        let u16 = |b: [u8; 2]| if big_endian { u16::from_be_bytes(b) } else { u16::from_le_bytes(b) };
        let (nanoseconds, record_header_len) = variant(u32_of([m0, m1, m2, m3], big_endian)).unwrap_or((false, 16));
        let (major, minor) = (u16([j0, j1]), u16([n0, n1]));
        let lengths = match (major, minor) {
            (2, 0..=2) | (543, 0) => Lengths::OriginalFirst,
            (2, 3) => Lengths::LesserCaptured,
            (2.., _) => Lengths::CapturedFirst,
            _ => return Err(Damage::Version { format: "pcap", major, minor }),
        };
        let snaplen = u32_of([s0, s1, s2, s3], big_endian);
        let link_type = u32_of([t0, t1, t2, t3], big_endian);
        Ok((Self { bytes, big_endian, nanoseconds, record_header_len, snaplen, link_type, fcs_bits: None }, lengths))
    }
}

fn u32_of(bytes: [u8; 4], big_endian: bool) -> u32 {
    if big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) }
}

/// Splits the last word of the header: link type, and bits of frame check sequence where it says so.
fn split_link_type(network: u32) -> Result<(LinkType, Option<u8>), Damage> {
    const FCS_PRESENT: u32 = 1 << 26;
    let unknown = Damage::LinkType { link_type: network };
    let number = network & 0x03ff_ffff;
    // The top four bits count units of 16 bits, but only under the flag.
    let words = u8::try_from(network >> 28).ok().filter(|_| network & FCS_PRESENT != 0);
    let fcs_bits = words.map(|words| words.saturating_mul(16));
    Ok((link_types::find(number).ok_or(unknown)?, fcs_bits))
}

impl Pcap {
    pub(super) fn open(window: &mut Window) -> Result<Self, Stop> {
        window.ensure(HEADER_LEN)?;
        let have = window.bytes().len() as u64;
        let Some(bytes) = window.bytes().first_chunk::<HEADER_LEN>() else {
            return Err(Damage::CutShort { part: "the file's header", need: HEADER_LEN as u64, have }.into());
        };
        let (mut header, lengths) = PcapHeader::parse(*bytes)?;
        let (link_type, fcs_bits) = split_link_type(header.link_type)?;
        header.link_type = link_type.number;
        header.fcs_bits = fcs_bits;
        let interface = Box::new(Interface {
            link_type: link_type.number,
            encap: link_type.encap,
            snaplen: header.snaplen,
            fcs_bits,
            tsresol: if header.nanoseconds { 9 } else { 6 },
            ..Interface::default()
        });
        window.skip(HEADER_LEN);
        let common = !header.big_endian && header.record_header_len == 16 && lengths == Lengths::CapturedFirst;
        // Pseudo headers are taken off packets elsewhere.
        let max_plain = if link_type.pseudo_header_len == 0 { Some(link_type.max_packet_len) } else { None };
        let mut pcap = Self { header, lengths, link_type, interface, common, max_plain };
        if header.record_header_len == 24 {
            pcap.guess_record_header(window)?;
        }
        Ok(pcap)
    }

    pub(super) fn header(&self) -> PcapHeader {
        self.header
    }

    pub(super) fn interface(&self) -> &Interface {
        &self.interface
    }

    /// Two patched tcpdumps share a magic; their record headers have 24 and 28 bytes. What makes sense of the second
    /// record is right.
    fn guess_record_header(&mut self, window: &mut Window) -> Result<(), Stop> {
        for len in [24, 28] {
            self.header.record_header_len = len;
            window.ensure(len)?;
            let Some((captured, _)) = self.lengths_at(window, 0) else { break };
            let second = len.saturating_add(captured as usize);
            if captured > self.link_type.max_packet_len {
                continue;
            }
            let fits = match (window.ensure(second.saturating_add(len))?, self.lengths_at(window, second)) {
                (true, Some((captured, _))) => captured <= self.link_type.max_packet_len,
                _ => window.bytes().len() == second,
            };
            if fits {
                return Ok(());
            }
        }
        self.header.record_header_len = 24;
        Ok(())
    }

    /// Captured and original length of the record at `at`.
    fn lengths_at(&self, window: &Window, at: usize) -> Option<(u32, u32)> {
        let header = window.bytes().get(at..)?.first_chunk::<16>()?;
        let [_, _, _, _, _, _, _, _, a0, a1, a2, a3, b0, b1, b2, b3] = *header;
        Some(self.lengths([a0, a1, a2, a3], [b0, b1, b2, b3]))
    }

    #[inline(never)]
    fn lengths(&self, first: [u8; 4], second: [u8; 4]) -> (u32, u32) {
        let (first, second) = (u32_of(first, self.header.big_endian), u32_of(second, self.header.big_endian));
        let swap = match self.lengths {
            Lengths::CapturedFirst => false,
            Lengths::OriginalFirst => true,
            Lengths::LesserCaptured => first > second,
        };
        if swap { (second, first) } else { (first, second) }
    }

    /// Length of the record that starts so; `None` while its header is not complete.
    pub(super) fn record_len(&self, bytes: &[u8]) -> Option<usize> {
        let [_, _, _, _, _, _, _, _, a0, a1, a2, a3, b0, b1, b2, b3] = *bytes.first_chunk::<16>()?;
        let (captured, _) = self.lengths([a0, a1, a2, a3], [b0, b1, b2, b3]);
        Some(self.header.record_header_len.saturating_add(captured as usize))
    }

    /// The record at the start of `bytes`, if it is there as a whole and has nothing that must be told.
    #[inline(always)]
    pub(super) fn plain_record<'r>(&self, bytes: &'r [u8]) -> Option<Record<'r>> {
        let [_, _, _, _, _, _, _, _, a0, a1, a2, a3, b0, b1, b2, b3] = *bytes.first_chunk::<16>()?;
        let (mut captured, mut original_len) =
            (u32::from_le_bytes([a0, a1, a2, a3]), u32::from_le_bytes([b0, b1, b2, b3]));
        if !self.common {
            (captured, original_len) = self.lengths(captured.to_le_bytes(), original_len.to_le_bytes());
        }
        if self.max_plain.is_none_or(|max| captured > max) {
            return None;
        }
        let behind = if self.common { bytes.get(16..)? } else { bytes.get(self.header.record_header_len..)? };
        let (data, rest) = behind.split_at_checked(captured as usize)?;
        Some(Record { data, original_len, link_type: self.link_type.number, rest })
    }

    #[inline]
    pub(super) fn next(&mut self, window: &mut Window) -> Result<Option<Place>, Stop> {
        let header_len = self.header.record_header_len;
        if !window.ensure(header_len)? {
            return match window.bytes().len() {
                0 => Ok(None),
                have => Err(cut("a record's header", header_len, have)),
            };
        }
        let Some(record) = window.bytes().first_chunk::<16>() else { return Ok(None) };
        let (len, at) = self.frame(*record)?;
        if !window.ensure(len)? {
            return Err(cut("a packet", len, window.bytes().len()));
        }
        Ok(Some(Place { len, what: What::Frame(at) }))
    }

    /// The time that a record starts with.
    #[inline]
    pub(super) fn timestamp_ns(&self, time: [u8; 8]) -> u64 {
        let [s0, s1, s2, s3, f0, f1, f2, f3] = time;
        let seconds = u32_of([s0, s1, s2, s3], self.header.big_endian);
        let fraction = u32_of([f0, f1, f2, f3], self.header.big_endian);
        let fraction_ns = if self.header.nanoseconds { u64::from(fraction) } else { u64::from(fraction) * 1000 };
        // 2^32 s are 4.3e18 ns: they fit 64 bits, which is half the work of 128.
        u64::from(seconds) * 1_000_000_000 + fraction_ns
    }

    /// The frame that a record's header announces, and the record's length.
    #[inline]
    pub(super) fn frame(&self, record: [u8; 16]) -> Result<(usize, FrameAt), Damage> {
        let header_len = self.header.record_header_len;
        let [s0, s1, s2, s3, f0, f1, f2, f3, a0, a1, a2, a3, b0, b1, b2, b3] = record;
        let (captured, original) = self.lengths([a0, a1, a2, a3], [b0, b1, b2, b3]);
        let max = self.link_type.max_packet_len;
        if captured > max {
            return Err(Damage::PacketTooLong { len: captured, max });
        }
        // A u32 below 128 Mi: no overflow.
        let len = header_len.saturating_add(captured as usize);
        let timestamp_ns = self.timestamp_ns([s0, s1, s2, s3, f0, f1, f2, f3]);
        let pseudo_len = u32::from(self.link_type.pseudo_header_len);
        if captured < pseudo_len {
            return Err(Damage::Overrun { block_type: 0, what: "a pseudo header" });
        }
        let at = FrameAt {
            kind: FrameKind::Packet,
            timestamp_ns: Some(i128::from(timestamp_ns)),
            interface: Some(0),
            pseudo_header: (header_len, header_len + pseudo_len as usize),
            data_end: len,
            original_len: original.saturating_sub(pseudo_len),
            options: (0, 0),
        };
        Ok((len, at))
    }
}

fn cut(part: &'static str, need: usize, have: usize) -> Stop {
    Damage::CutShort { part, need: need as u64, have: have as u64 }.into()
}
