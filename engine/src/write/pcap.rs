//! pcap: one link type, packets only.

use std::io::Write;

use super::target::Target;
use crate::{
    error::WriteError,
    frame::{Frame, FrameKind},
    read::{PcapHeader, RawBlock, block},
};

/// Announced where no input says more: what tools take for "no limit".
const SNAPLEN: u32 = 262_144;

/// What the header says; written before the first packet.
#[derive(Clone, Copy)]
struct Header {
    link_type: u32,
    snaplen: u32,
    fcs_bits: Option<u8>,
}

/// Writes records.
pub(super) struct Pcap {
    nanoseconds: bool,
    /// What inputs announced, for a file without packets.
    expected: Option<Header>,
    written: Option<Header>,
}

impl Pcap {
    pub(super) fn new(nanoseconds: bool) -> Self {
        Self { nanoseconds, expected: None, written: None }
    }

    /// A pcap input announces its packets.
    pub(super) fn expect(&mut self, header: &PcapHeader) {
        let PcapHeader { link_type, snaplen, fcs_bits, .. } = *header;
        self.expected = self.expected.or(Some(Header { link_type, snaplen, fcs_bits }));
    }

    /// A pcapng input describes an interface.
    pub(super) fn block(&mut self, raw: &RawBlock<'_>) {
        if raw.block_type == block::INTERFACE
            && let Some(&[a, b, ..]) = raw.body().first_chunk::<2>().map(<[u8; 2]>::as_slice)
        {
            let number = if raw.big_endian { u16::from_be_bytes([a, b]) } else { u16::from_le_bytes([a, b]) };
            let header = Header { link_type: number.into(), snaplen: SNAPLEN, fcs_bits: None };
            self.expected = self.expected.or(Some(header));
        }
    }

    pub(super) fn frame(&mut self, frame: &Frame<'_>, out: &mut Target) -> Result<(), WriteError> {
        if frame.kind != FrameKind::Packet {
            return Err(WriteError::Event { frame: frame.number });
        }
        let header = match self.written {
            Some(header) => header,
            None => self.start(frame, out)?,
        };
        if header.link_type != frame.link_type {
            let (first, other) = (header.link_type, frame.link_type);
            return Err(WriteError::LinkTypes { first, other, frame: frame.number });
        }
        let ns = frame.timestamp_ns.unwrap_or_default();
        let Ok(seconds) = u32::try_from(ns.div_euclid(1_000_000_000)) else {
            return Err(WriteError::Time { frame: frame.number });
        };
        // Below 10^9: it fits.
        let fraction = ns.rem_euclid(1_000_000_000) as u32;
        if !self.nanoseconds && !fraction.is_multiple_of(1000) {
            return Err(WriteError::Precision { frame: frame.number });
        }
        let fraction = if self.nanoseconds { fraction } else { fraction / 1000 };
        let captured = (frame.pseudo_header.len() + frame.data.len()) as u32;
        let original = frame.original_len.saturating_add(frame.pseudo_header.len() as u32);
        for number in [seconds, fraction, captured, original] {
            out.write_all(&number.to_le_bytes())?;
        }
        out.write_all(frame.pseudo_header)?;
        Ok(out.write_all(frame.data)?)
    }

    fn start(&mut self, frame: &Frame<'_>, out: &mut Target) -> Result<Header, WriteError> {
        let interface = frame.interface;
        self.nanoseconds |= interface.is_some_and(|interface| finer_than_microseconds(interface.tsresol));
        let snaplen = interface.map_or(0, |interface| interface.snaplen);
        let header = Header {
            link_type: frame.link_type,
            snaplen: if snaplen == 0 { SNAPLEN } else { snaplen },
            fcs_bits: interface.and_then(|interface| interface.fcs_bits),
        };
        self.header(header, out)?;
        Ok(header)
    }

    fn header(&mut self, header: Header, out: &mut Target) -> Result<(), WriteError> {
        let magic: u32 = if self.nanoseconds { 0xa1b2_3c4d } else { 0xa1b2_c3d4 };
        // Under the flag of bit 26 the top four bits count units of 16 bits of frame check sequence.
        let fcs = header.fcs_bits.map_or(0, |bits| 1 << 26 | u32::from(bits / 16) << 28);
        // Version 2.4; time zone and accuracy are zero in every file.
        for number in [magic, 4 << 16 | 2, 0, 0, header.snaplen, header.link_type | fcs] {
            out.write_all(&number.to_le_bytes())?;
        }
        self.written = Some(header);
        Ok(())
    }

    /// A file without packets still has a header.
    pub(super) fn finish(&mut self, out: &mut Target) -> Result<(), WriteError> {
        if self.written.is_some() {
            return Ok(());
        }
        let ethernet = Header { link_type: 1, snaplen: SNAPLEN, fcs_bits: None };
        self.header(self.expected.unwrap_or(ethernet), out)
    }
}

/// `if_tsresol` beyond 10^-6 or 2^-20.
fn finer_than_microseconds(tsresol: u8) -> bool {
    if tsresol & 0x80 == 0 { tsresol > 6 } else { tsresol & 0x7f > 19 }
}
