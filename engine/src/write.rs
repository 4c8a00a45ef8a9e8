//! Writers: selected frames back into a capture file, with everything the input said about them.
//!
//! A pcapng input goes into pcapng block by block, byte for byte; several inputs become several sections. Into pcap
//! goes what pcap can hold, and what it cannot is an error, never a silent loss.

mod pcap;
mod pcapng;
mod target;

use std::{io, path::Path};

use self::target::Target;
use crate::{
    error::WriteError,
    frame::Frame,
    read::{self, Compression, RawBlock, Reader},
};

/// The format of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// pcap; microseconds, or nanoseconds where the first input has them.
    Pcap,
    /// pcap with nanoseconds.
    NsecPcap,
    /// pcapng.
    Pcapng,
}

/// Names of the formats as Wireshark's tools have them, and what they are.
pub const FORMATS: &[(&str, Format, &str)] = &[
    ("pcapng", Format::Pcapng, "pcapng: everything is kept"),
    ("pcap", Format::Pcap, "pcap: packets of one link type, in nanoseconds where the input has them"),
    ("nsecpcap", Format::NsecPcap, "pcap with nanoseconds"),
];

impl Format {
    /// The format with this name, e.g. `nsecpcap`.
    pub fn named(name: &str) -> Option<Self> {
        FORMATS.iter().find(|row| row.0.eq_ignore_ascii_case(name)).map(|row| row.1)
    }

    /// The format a file of this name has: pcap for `.pcap` and `.cap` (also compressed), else pcapng.
    pub fn of_path(path: &Path) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        let plain = [".gz", ".zst", ".lz4"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
        if plain.ends_with(".pcap") || plain.ends_with(".cap") { Self::Pcap } else { Self::Pcapng }
    }
}

/// Writes a capture.
pub struct Writer {
    format: Formats,
    target: Target,
}

enum Formats {
    Pcap(pcap::Pcap),
    Pcapng(pcapng::Pcapng),
}

impl Writer {
    /// Makes a file, compressed if its name ends in `.gz`, `.zst` or `.lz4`.
    ///
    /// # Errors
    /// The file cannot be made.
    pub fn create(path: &Path, format: Format) -> Result<Self, WriteError> {
        let compression = match path.extension().and_then(|end| end.to_str()) {
            Some("gz") => Compression::Gzip,
            Some("zst") => Compression::Zstd,
            Some("lz4") => Compression::Lz4,
            _ => Compression::None,
        };
        let file = std::fs::File::create(path).map_err(WriteError::Create)?;
        Self::to_write(file, format, compression)
    }

    /// Writes to anything.
    ///
    /// # Errors
    /// The compressor cannot be started.
    pub fn to_write(
        out: impl io::Write + Send + 'static,
        format: Format,
        compression: Compression,
    ) -> Result<Self, WriteError> {
        let format = match format {
            Format::Pcap => Formats::Pcap(pcap::Pcap::new(false)),
            Format::NsecPcap => Formats::Pcap(pcap::Pcap::new(true)),
            Format::Pcapng => Formats::Pcapng(pcapng::Pcapng::default()),
        };
        Ok(Self { format, target: Target::new(Box::new(out), compression).map_err(WriteError::Create)? })
    }

    /// Starts with the frames of a further input; call it before the first of them.
    ///
    /// # Errors
    /// The output cannot be written, or cannot hold the input's packets.
    pub fn input(&mut self, reader: &Reader) -> Result<(), WriteError> {
        match (&mut self.format, reader.format()) {
            (Formats::Pcap(pcap), read::Format::Pcap(header)) => pcap.expect(&header),
            (Formats::Pcapng(pcapng), read::Format::Pcap(header)) => pcapng.section_of(&header, &mut self.target)?,
            (Formats::Pcap(_), read::Format::Pcapng) => {}
            (Formats::Pcapng(pcapng), read::Format::Pcapng) => pcapng.blocks_come(),
        }
        Ok(())
    }

    /// Writes a selected frame.
    ///
    /// # Errors
    /// The output cannot be written, or its format cannot hold the frame.
    pub fn frame(&mut self, frame: &Frame<'_>) -> Result<(), WriteError> {
        match &mut self.format {
            Formats::Pcap(pcap) => pcap.frame(frame, &mut self.target),
            Formats::Pcapng(pcapng) => pcapng.frame(frame, &mut self.target),
        }
    }

    /// Keeps a block that is no frame: sections, interfaces, names, secrets, statistics, unknown ones. pcap has no
    /// place for them.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn block(&mut self, block: &RawBlock<'_>) -> Result<(), WriteError> {
        match &mut self.format {
            Formats::Pcap(pcap) => pcap.block(block),
            Formats::Pcapng(pcapng) => pcapng.block(block, &mut self.target)?,
        }
        Ok(())
    }

    /// Hands everything written so far on to the file or pipe.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn flush(&mut self) -> Result<(), WriteError> {
        Ok(io::Write::flush(&mut self.target)?)
    }

    /// Ends the file. Without this call its end may be missing.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn finish(mut self) -> Result<(), WriteError> {
        match &mut self.format {
            Formats::Pcap(pcap) => pcap.finish(&mut self.target)?,
            Formats::Pcapng(pcapng) => pcapng.finish(&mut self.target)?,
        }
        Ok(self.target.finish()?)
    }
}

#[cfg(test)]
mod tests;
