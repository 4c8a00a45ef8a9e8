//! The rest of a file that several threads read, each its own part, by offset.

use std::{
    fs::File,
    io,
    sync::atomic::{AtomicU64, Ordering},
};

use super::{
    Compression, Formats, Packet, Reader,
    pass::{run, skip},
    window::Window,
};
use crate::frame::Frame;

/// Where a record starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Border {
    /// Offset in the file.
    pub(crate) offset: u64,
    /// Frames before it.
    pub(crate) frames: u64,
}

/// Bytes that tell the length of a record in any format.
const HEADER: usize = 16;

/// The rest of a capture, from the reader's next item on.
pub(crate) struct Rest<'r> {
    file: &'r File,
    format: &'r Formats,
    taken: &'r AtomicU64,
    start: Border,
}

/// What a walk over records came to.
pub(crate) enum Walked {
    /// All records that start in these bytes are plain; the next one starts here.
    Passed(Border),
    /// The last of them, which starts here, is longer than the bytes: it takes so many.
    Longer(Border, usize),
    /// What starts here is no plain record, or not there as a whole.
    Other(Border),
}

impl Reader {
    /// The rest of the input, if it is a file that threads can read by themselves, and has at least so many bytes.
    pub(crate) fn rest(&self, least: u64) -> Option<Rest<'_>> {
        let (file, size) = (self.file.as_ref()?, self.size?);
        let start = Border { offset: self.window.offset() + self.pending as u64, frames: self.frames };
        let worth = size.saturating_sub(start.offset) >= least;
        let shared = self.compression == Compression::None && !self.window.is_ahead() && !self.done && worth;
        shared.then(|| Rest { file, format: &self.format, taken: &self.taken, start })
    }

    /// Goes on from a border that the rest was read up to.
    pub(crate) fn resume(&mut self, at: Border) -> io::Result<()> {
        use io::Seek;
        let Some(file) = &self.file else { return Ok(()) };
        let mut file = file.try_clone()?;
        file.seek(io::SeekFrom::Start(at.offset))?;
        self.window = Window::new_at(Box::new(file), at.offset);
        (self.frames, self.pending) = (at.frames, 0);
        Ok(())
    }
}

impl Rest<'_> {
    pub(crate) fn start(&self) -> Border {
        self.start
    }

    /// Bytes of the file that were read so far.
    pub(crate) fn position(&self) -> u64 {
        self.taken.load(Ordering::Relaxed)
    }

    /// Reads from an offset on until `into` is full or the file ends; returns how many bytes.
    pub(crate) fn read(&self, mut into: &mut [u8], mut offset: u64) -> io::Result<usize> {
        let mut len = 0;
        while !into.is_empty() {
            match read_at(self.file, into, offset) {
                Ok(0) => break,
                Ok(n) => {
                    let n = n.min(into.len());
                    len += n;
                    offset += n as u64;
                    into = into.get_mut(n..).unwrap_or_default();
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        self.taken.fetch_add(len as u64, Ordering::Relaxed);
        Ok(len)
    }

    /// Walks from a border at the start of `bytes` over the records that start before `stop`.
    pub(crate) fn walk(&self, bytes: &[u8], stop: usize, from: Border) -> Walked {
        let (passed, frames) = match self.format {
            Formats::Pcap(pcap) => skip(bytes, stop, |rest| pcap.plain_record(rest)),
            Formats::Pcapng(pcapng) => skip(bytes, stop, |rest| pcapng.plain_record(rest)),
        };
        let border = Border { offset: from.offset + passed as u64, frames: from.frames + frames };
        if passed >= stop {
            return Walked::Passed(border);
        }
        let rest = bytes.get(passed..).unwrap_or_default();
        match self.format.record_len(rest).unwrap_or(HEADER) {
            len if len > rest.len() => Walked::Longer(border, passed.saturating_add(len)),
            _ => Walked::Other(border),
        }
    }

    /// Hands on the packets of plain records, each with the offset of its record in `bytes`.
    #[inline(always)]
    pub(crate) fn packets(&self, bytes: &[u8], frames: u64, mut take: impl FnMut(usize, &Packet<'_>)) {
        let mut each = |at: usize, packet: &Packet<'_>| {
            take(at, packet);
            true
        };
        run(bytes, frames, &mut each, |rest| self.format.plain_record(rest));
    }

    /// The frame of the plain record at the start of `bytes`.
    pub(crate) fn frame<'f>(&'f self, bytes: &'f [u8], number: u64, file_offset: u64) -> Option<Frame<'f>> {
        let (len, at) = self.format.plain_frame(bytes)?;
        Some(self.format.frame(number, bytes.get(..len)?, at, file_offset))
    }
}

#[cfg(unix)]
fn read_at(file: &File, into: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, into, offset)
}

#[cfg(windows)]
fn read_at(file: &File, into: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, into, offset)
}
