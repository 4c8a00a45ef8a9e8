//! pcapng: the input's blocks as they are; sections of our own for what comes from pcap.

use std::io::Write;

use super::target::Target;
use crate::{
    error::WriteError,
    frame::Frame,
    read::{PcapHeader, RawBlock, block},
};

/// Byte-order magic of a section header.
const MAGIC: u32 = 0x1a2b_3c4d;
/// Section length: not known.
const UNKNOWN: [u8; 8] = [0xff; 8];

/// Writes blocks.
#[derive(Default)]
pub(super) struct Pcapng {
    /// Something was written.
    started: bool,
    /// Frames of a pcap input are in nanoseconds.
    nanoseconds: bool,
    /// Frames bring their blocks.
    blocks: bool,
}

impl Pcapng {
    /// What follows comes as blocks, section header first.
    pub(super) fn blocks_come(&mut self) {
        self.blocks = true;
    }

    /// A section for the packets of a pcap file.
    pub(super) fn section_of(&mut self, header: &PcapHeader, out: &mut Target) -> Result<(), WriteError> {
        self.blocks = false;
        self.nanoseconds = header.nanoseconds;
        self.section(out)?;
        let mut body = Vec::new();
        // Numbers of link types have 16 bits here.
        let Ok(link_type) = u16::try_from(header.link_type) else {
            return Err(WriteError::LinkType { link_type: header.link_type });
        };
        body.extend(link_type.to_le_bytes());
        body.extend([0; 2]);
        body.extend(header.snaplen.to_le_bytes());
        if header.nanoseconds {
            option(&mut body, 9, &[9]);
        }
        if let Some(bits) = header.fcs_bits {
            option(&mut body, 13, &[bits / 8]);
        }
        end_options(&mut body, 8);
        write(block::INTERFACE, &body, out)
    }

    fn section(&mut self, out: &mut Target) -> Result<(), WriteError> {
        self.started = true;
        let mut body = Vec::new();
        body.extend(MAGIC.to_le_bytes());
        body.extend([1, 0, 0, 0]);
        body.extend(UNKNOWN);
        option(&mut body, 4, concat!("strato ", env!("CARGO_PKG_VERSION")).as_bytes());
        end_options(&mut body, 16);
        write(block::SECTION, &body, out)
    }

    pub(super) fn block(&mut self, raw: &RawBlock<'_>, out: &mut Target) -> Result<(), WriteError> {
        self.started = true;
        match (raw.block_type, raw.bytes.get(..16), raw.bytes.get(24..)) {
            // Frames may be left out: the section's length is no longer known.
            (block::SECTION, Some(head), Some(rest)) => {
                out.write_all(head)?;
                out.write_all(&UNKNOWN)?;
                out.write_all(rest)?;
            }
            _ => out.write_all(raw.bytes)?,
        }
        Ok(())
    }

    pub(super) fn frame(&mut self, frame: &Frame<'_>, out: &mut Target) -> Result<(), WriteError> {
        if self.blocks {
            return Ok(out.write_all(frame.block)?);
        }
        let ns = frame.timestamp_ns.unwrap_or_default();
        let units = if self.nanoseconds { ns } else { ns.div_euclid(1000) };
        let Ok(units) = u64::try_from(units) else { return Err(WriteError::Time { frame: frame.number }) };
        let pseudo_len = frame.pseudo_header.len() as u32;
        let captured = pseudo_len.saturating_add(frame.data.len() as u32);
        let padding = captured.next_multiple_of(4) - captured;
        let len = 32 + captured + padding;
        let original = frame.original_len.saturating_add(pseudo_len);
        // Halves of the time, high first.
        let numbers = [block::ENHANCED_PACKET, len, 0, (units >> 32) as u32, units as u32, captured, original];
        for number in numbers {
            out.write_all(&number.to_le_bytes())?;
        }
        out.write_all(frame.pseudo_header)?;
        out.write_all(frame.data)?;
        out.write_all([0; 3].get(..padding as usize).unwrap_or_default())?;
        Ok(out.write_all(&len.to_le_bytes())?)
    }

    /// A file without any block is none: it gets an empty section.
    pub(super) fn finish(&mut self, out: &mut Target) -> Result<(), WriteError> {
        if self.started { Ok(()) } else { self.section(out) }
    }
}

fn option(body: &mut Vec<u8>, code: u16, value: &[u8]) {
    body.extend(code.to_le_bytes());
    body.extend((value.len() as u16).to_le_bytes());
    body.extend(value);
    body.resize(body.len().next_multiple_of(4), 0);
}

/// `opt_endofopt`, if there is an option behind the fixed part.
fn end_options(body: &mut Vec<u8>, fixed: usize) {
    if body.len() > fixed {
        body.extend([0; 4]);
    }
}

fn write(block_type: u32, body: &[u8], out: &mut Target) -> Result<(), WriteError> {
    let len = (body.len() as u32 + 12).to_le_bytes();
    out.write_all(&block_type.to_le_bytes())?;
    out.write_all(&len)?;
    out.write_all(body)?;
    Ok(out.write_all(&len)?)
}
