//! Readers: from bytes to frames, whatever the format.
//!
//! ```no_run
//! # use strato_engine::read::{Item, Reader};
//! let mut reader = Reader::open("capture.pcapng.zst".as_ref())?;
//! while let Some(item) = reader.next()? {
//!     if let Item::Frame(frame) = item {
//!         println!("{} {}", frame.number, frame.data.len());
//!     }
//! }
//! # Ok::<(), strato_engine::error::ReadError>(())
//! ```
//!
//! One pass in large blocks: memory is bounded by the longest record, and what a pipe delivers comes out at once.
//! Mapping the file would save the kernel's copy, but its page faults cost more in a single pass.

mod ahead;
mod compressed;
mod link_types;
mod pass;
mod pcap;
mod pcapng;
mod rest;
mod window;

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

pub use compressed::Compression;
pub use pass::{Details, Packet};
pub use pcap::PcapHeader;
pub(crate) use pcapng::block;
pub(crate) use rest::{Border, Rest, Walked};

use self::{pcap::Pcap, pcapng::Pcapng, window::Window};
use crate::{
    error::{Damage, ReadError},
    frame::{Frame, FrameKind, Interface, Options},
};

/// What a capture holds, in the order of the file.
#[derive(Clone, Copy, Debug)]
pub enum Item<'r> {
    /// A packet or event.
    Frame(Frame<'r>),
    /// A pcapng block that is none: section, interface, names, secrets, statistics, unknown.
    Block(RawBlock<'r>),
}

/// A pcapng block as in the file.
#[derive(Clone, Copy, Debug)]
pub struct RawBlock<'r> {
    /// The block's type.
    pub block_type: u32,
    /// All of it, from its type to its second length.
    pub bytes: &'r [u8],
    /// The section is big endian.
    pub big_endian: bool,
    /// Number of the section, from 1.
    pub section: u32,
    /// Offset in the uncompressed input.
    pub file_offset: u64,
}

impl<'r> RawBlock<'r> {
    /// The TLS key log of a Decryption Secrets Block (draft-ietf-opsawg-pcapng §4.7).
    pub fn tls_secrets(&self) -> Option<&'r [u8]> {
        /// `TLSK`.
        const TLS_KEY_LOG: u32 = 0x544c_534b;
        let body = pcapng::Body::new(self.body(), self.big_endian);
        let len = body.u32(4)? as usize;
        let secrets = self.block_type == block::SECRETS && body.u32(0) == Some(TLS_KEY_LOG);
        self.body().get(8..8usize.checked_add(len)?).filter(|_| secrets)
    }

    /// What is between the lengths.
    pub fn body(&self) -> &'r [u8] {
        self.bytes.get(8..self.bytes.len().saturating_sub(4)).unwrap_or_default()
    }
}

/// The format of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// pcap, with what its header says.
    Pcap(PcapHeader),
    /// pcapng.
    Pcapng,
}

/// Reads a capture, frame after frame.
pub struct Reader {
    window: Window,
    format: Formats,
    compression: Compression,
    /// The input, where it is a file.
    file: Option<File>,
    taken: Arc<AtomicU64>,
    size: Option<u64>,
    frames: u64,
    /// Bytes of the item handed out last; they stay until the next one is asked for.
    pending: usize,
    /// Damage was reported, or the end seen.
    done: bool,
}

enum Formats {
    Pcap(Pcap),
    Pcapng(Pcapng),
}

/// Where the next item lies in the window. Numbers, not slices: the window may still move while it is found.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// Length of the record or block.
    len: usize,
    what: What,
}

#[derive(Clone, Copy, Debug)]
enum What {
    Frame(FrameAt),
    Block { block_type: u32 },
}

#[derive(Clone, Copy, Debug)]
struct FrameAt {
    kind: FrameKind,
    timestamp_ns: Option<i128>,
    /// Index in the section's interfaces.
    interface: Option<u32>,
    /// From the start of the record; the packet follows.
    pseudo_header: (usize, usize),
    /// End of the packet.
    data_end: usize,
    original_len: u32,
    /// From the start of the record.
    options: (usize, usize),
}

/// Smaller files are read before a thread has started.
const WORTH_A_THREAD: u64 = 4 * 1024 * 1024;

/// What stops a format's reader. The place is added by [`Reader`].
enum Stop {
    Damage(Damage),
    Input(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Input(error)
    }
}

impl From<Damage> for Stop {
    fn from(damage: Damage) -> Self {
        Self::Damage(damage)
    }
}

/// What messages call an input: `-` is standard input.
pub fn name_of(file: &Path) -> String {
    if file == Path::new("-") { "standard input".to_owned() } else { file.display().to_string() }
}

impl Reader {
    /// Opens a file; its name does not matter.
    pub fn open(path: &Path) -> Result<Self, ReadError> {
        Self::open_file(path, |_| false)
    }

    /// Opens a file that another thread reads, and decompresses, ahead. What is no file is read as it comes.
    pub fn open_ahead(path: &Path) -> Result<Self, ReadError> {
        Self::open_file(path, |_| true)
    }

    /// Opens a file for threads that read it by themselves, if it is not compressed; else as [`Self::open_ahead`].
    pub fn open_shared(path: &Path) -> Result<Self, ReadError> {
        Self::open_file(path, |compression| compression != Compression::None)
    }

    fn open_file(path: &Path, ahead: impl Fn(Compression) -> bool) -> Result<Self, ReadError> {
        let file = File::open(path).map_err(ReadError::Open)?;
        let size = file.metadata().ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len());
        let worth = size.is_some_and(|size| size >= WORTH_A_THREAD);
        let again = size.and_then(|_| file.try_clone().ok());
        Self::start(Box::new(file), again, size, |compression| worth && ahead(compression))
    }

    /// Reads standard input.
    pub fn stdin() -> Result<Self, ReadError> {
        Self::from_read(io::stdin())
    }

    /// Reads anything.
    pub fn from_read(source: impl Read + Send + 'static) -> Result<Self, ReadError> {
        Self::start(Box::new(source), None, None, |_| false)
    }

    fn start(
        source: Box<dyn Read + Send>,
        file: Option<File>,
        size: Option<u64>,
        ahead: impl Fn(Compression) -> bool,
    ) -> Result<Self, ReadError> {
        let taken = Arc::new(AtomicU64::new(0));
        let source = Box::new(Counted { source, taken: Arc::clone(&taken) });
        let (compression, plain) = compressed::decompress(source).map_err(ReadError::Open)?;
        let mut window =
            if ahead(compression) { Window::ahead(plain).map_err(ReadError::Open)? } else { Window::new(plain) };
        let format = open_format(&mut window)?;
        Ok(Self { window, format, compression, file, taken, size, frames: 0, pending: 0, done: false })
    }

    /// The format of the input.
    pub fn format(&self) -> Format {
        match &self.format {
            Formats::Pcap(pcap) => Format::Pcap(pcap.header()),
            Formats::Pcapng(_) => Format::Pcapng,
        }
    }

    /// How the input is compressed.
    pub fn compression(&self) -> Compression {
        self.compression
    }

    /// Threads that read and hand on: two when one of them reads ahead.
    pub fn threads(&self) -> usize {
        if self.window.is_ahead() { 2 } else { 1 }
    }

    /// Bytes taken from the input so far, as it is on disk.
    pub fn position(&self) -> u64 {
        self.taken.load(Ordering::Relaxed)
    }

    /// Length of the input, as it is on disk; `None` for a pipe.
    pub fn size(&self) -> Option<u64> {
        self.size
    }

    /// Frames delivered so far.
    pub fn frames(&self) -> u64 {
        self.frames
    }

    /// Whether the next item may have to be waited for: the input is a pipe that has not yet delivered all of it.
    /// Whoever shows results as they come hands them on before.
    pub fn must_wait(&self) -> bool {
        if self.done || self.size.is_some() {
            return false;
        }
        let came = self.window.bytes().get(self.pending..).unwrap_or_default();
        self.format.record_len(came).is_none_or(|len| came.len() < len)
    }

    /// Gives the next item; `None` at the end, and after an error.
    #[expect(clippy::should_implement_trait, reason = "an item borrows from the reader, which Iterator cannot say")]
    #[inline]
    pub fn next(&mut self) -> Result<Option<Item<'_>>, ReadError> {
        let place = self.advance()?;
        Ok(place.map(|place| self.item(place)))
    }

    /// Gives the next frame and passes over other blocks.
    pub fn next_frame(&mut self) -> Result<Option<Frame<'_>>, ReadError> {
        while let Some(place) = self.advance()? {
            if let What::Frame(at) = place.what {
                return Ok(Some(self.frame(place.len, at)));
            }
        }
        Ok(None)
    }

    #[inline]
    fn advance(&mut self) -> Result<Option<Place>, ReadError> {
        if self.done {
            return Ok(None);
        }
        self.window.skip(std::mem::take(&mut self.pending));
        let place = match &mut self.format {
            Formats::Pcap(pcap) => pcap.next(&mut self.window),
            Formats::Pcapng(pcapng) => pcapng.next(&mut self.window),
        };
        match place {
            Ok(place) => {
                self.pending = place.map_or(0, |place| place.len);
                self.done = place.is_none();
                Ok(place)
            }
            Err(stop) => Err(self.stopped(stop)),
        }
    }

    #[inline]
    fn item(&mut self, place: Place) -> Item<'_> {
        match place.what {
            What::Frame(at) => Item::Frame(self.frame(place.len, at)),
            What::Block { block_type } => {
                let (big_endian, section) = self.section();
                let bytes = self.window.bytes().get(..place.len).unwrap_or_default();
                Item::Block(RawBlock { block_type, bytes, big_endian, section, file_offset: self.window.offset() })
            }
        }
    }

    #[inline]
    fn frame(&mut self, len: usize, at: FrameAt) -> Frame<'_> {
        self.frames += 1;
        let record = self.window.bytes().get(..len).unwrap_or_default();
        self.format.frame(self.frames, record, at, self.window.offset())
    }

    fn section(&self) -> (bool, u32) {
        self.format.section()
    }

    #[cold]
    fn stopped(&mut self, stop: Stop) -> ReadError {
        self.done = true;
        located(stop, self.window.offset(), self.frames)
    }
}

impl Formats {
    /// The frame at a place in the record, or block, that holds it.
    #[inline]
    fn frame<'r>(&'r self, number: u64, record: &'r [u8], at: FrameAt, file_offset: u64) -> Frame<'r> {
        let (big_endian, section) = self.section();
        let (interface, block): (Option<&Interface>, &[u8]) = match self {
            Self::Pcap(pcap) => (Some(pcap.interface()), &[]),
            Self::Pcapng(pcapng) => (at.interface.and_then(|id| pcapng.interface(id)), record),
        };
        let (pseudo_start, data_start) = at.pseudo_header;
        let (options_start, options_end) = at.options;
        Frame {
            number,
            timestamp_ns: at.timestamp_ns,
            data: record.get(data_start..at.data_end).unwrap_or_default(),
            pseudo_header: record.get(pseudo_start..data_start).unwrap_or_default(),
            original_len: at.original_len,
            link_type: interface.map_or(0, |interface| interface.link_type),
            kind: at.kind,
            interface,
            section,
            options: Options { bytes: record.get(options_start..options_end).unwrap_or_default(), big_endian },
            file_offset,
            block,
        }
    }

    /// The frame of a plain record at the start of `bytes`, and the record's length.
    #[inline]
    fn plain_frame(&self, bytes: &[u8]) -> Option<(usize, FrameAt)> {
        match self {
            Self::Pcap(pcap) => pcap.frame(*bytes.first_chunk()?).ok(),
            Self::Pcapng(pcapng) => pcapng.plain_frame(bytes),
        }
    }

    /// Byte order of the pcapng section, and its number.
    fn section(&self) -> (bool, u32) {
        match self {
            Self::Pcap(_) => (false, 1),
            Self::Pcapng(pcapng) => (pcapng.big_endian(), pcapng.section()),
        }
    }

    /// Length of the record, or block, that starts so; `None` while its header is not complete.
    fn record_len(&self, bytes: &[u8]) -> Option<usize> {
        match self {
            Self::Pcap(pcap) => pcap.record_len(bytes),
            Self::Pcapng(pcapng) => pcapng.block_len(bytes),
        }
    }
}

fn located(stop: Stop, offset: u64, frames: u64) -> ReadError {
    match stop {
        Stop::Damage(damage) => ReadError::Damaged { damage, offset, frames },
        Stop::Input(source) => ReadError::Input { source, offset, frames },
    }
}

fn open_format(window: &mut Window) -> Result<Formats, ReadError> {
    window.ensure(4).map_err(ReadError::Open)?;
    let found = match window.bytes() {
        [0x0a, 0x0d, 0x0d, 0x0a, ..] => Pcapng::open(window).map(Formats::Pcapng),
        &[a, b, c, d, ..] if pcap::is_magic([a, b, c, d]) => Pcap::open(window).map(Formats::Pcap),
        _ => {
            window.ensure(16).map_err(ReadError::Open)?;
            return Err(ReadError::Format { found: describe(window.bytes()) });
        }
    };
    found.map_err(|stop| located(stop, 0, 0))
}

/// Says what an input is that is no capture of ours.
fn describe(bytes: &[u8]) -> String {
    /// First bytes of other capture formats.
    const OTHERS: &[(&[u8], &str)] = &[
        (b"snoop\0\0\0", "a Sun snoop capture"),
        (b"GMBU", "a Microsoft Network Monitor 2 capture"),
        (b"RTSS", "a Microsoft Network Monitor 1 capture"),
        (b"TRSNIFF data", "a Network General Sniffer capture"),
        (b"XCP\0", "a NetXRay capture"),
        (b"btsnoop\0", "a Bluetooth btsnoop capture"),
        (b"BZh", "bzip2 data"),
        (b"\xfd7zX", "xz data"),
        (b"PK\x03\x04", "a zip archive"),
        (b"PAR1", "a Parquet file"),
        (b"\x7fELF", "a program"),
    ];
    if bytes.is_empty() {
        return "it is empty".to_owned();
    }
    if bytes.len() < 4 {
        return format!("it has only {} bytes", bytes.len());
    }
    if let Some((_, what)) = OTHERS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return format!("this is {what}");
    }
    let start: Vec<String> = bytes.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("it starts with the bytes {}", start.join(" "))
}

/// Counts what is taken from the input, for a progress bar.
struct Counted<R> {
    source: R,
    taken: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = self.source.read(into)?;
        self.taken.fetch_add(n as u64, Ordering::Relaxed);
        Ok(n)
    }
}
