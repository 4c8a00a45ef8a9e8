//! A window that slides over the input: what was read and not yet handed on.

use std::io::{self, Read};

use super::ahead::{Ahead, Block, HEADROOM};

/// Bytes asked of the source at once. Larger reads leave the second-level cache before they are parsed.
const BLOCK: usize = 256 * 1024;
/// The same for a thread that reads ahead: waking one another costs more than what longer blocks lose.
const AHEAD_BLOCK: usize = 1024 * 1024;

/// Buffered input. Memory is bounded by the longest record, not by the input.
pub(super) struct Window {
    source: Source,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    /// Offset in the input of `buffer[start]`.
    offset: u64,
}

/// Where the input comes from.
enum Source {
    Direct(Box<dyn Read + Send>),
    Ahead(Ahead),
}

impl Window {
    pub(super) fn new(source: Box<dyn Read + Send>) -> Self {
        Self { source: Source::Direct(source), buffer: vec![0; BLOCK], start: 0, end: 0, offset: 0 }
    }

    /// The same from an offset of the input on, which the source stands at.
    pub(super) fn new_at(source: Box<dyn Read + Send>, offset: u64) -> Self {
        Self { offset, ..Self::new(source) }
    }

    /// The same over blocks that another thread reads ahead.
    pub(super) fn ahead(source: Box<dyn Read + Send>) -> io::Result<Self> {
        let source = Source::Ahead(Ahead::start(source, AHEAD_BLOCK)?);
        Ok(Self { source, buffer: Vec::new(), start: 0, end: 0, offset: 0 })
    }

    /// Another thread reads.
    pub(super) fn is_ahead(&self) -> bool {
        matches!(self.source, Source::Ahead(_))
    }

    /// Offset in the (uncompressed) input of the first byte of [`Self::bytes`].
    pub(super) fn offset(&self) -> u64 {
        self.offset
    }

    /// Everything read and not yet skipped.
    #[inline]
    pub(super) fn bytes(&self) -> &[u8] {
        self.buffer.get(self.start..self.end).unwrap_or_default()
    }

    /// Reads until `len` bytes are there; false if the input ends before.
    ///
    /// Returns as soon as they are: what a pipe delivers is not held back.
    #[inline]
    pub(super) fn ensure(&mut self, len: usize) -> io::Result<bool> {
        if self.end - self.start >= len { Ok(true) } else { self.fill(len) }
    }

    /// Forgets the first `len` bytes, or all if there are fewer.
    #[inline]
    pub(super) fn skip(&mut self, len: usize) {
        let len = len.min(self.end - self.start);
        self.start += len;
        self.offset = self.offset.saturating_add(len as u64);
    }

    #[cold]
    fn fill(&mut self, len: usize) -> io::Result<bool> {
        match &mut self.source {
            Source::Direct(source) => {
                self.buffer.copy_within(self.start..self.end, 0);
                self.end -= self.start;
                self.start = 0;
                while self.end < len {
                    if self.end == self.buffer.len() {
                        // Doubling only when full: a length that lies costs no memory before its bytes have come.
                        self.buffer.resize(self.buffer.len().saturating_mul(2), 0);
                    }
                    let free = self.buffer.get_mut(self.end..).unwrap_or_default();
                    match source.read(free) {
                        Ok(0) => return Ok(false),
                        Ok(n) => self.end += n.min(free.len()),
                        Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                        Err(error) => return Err(error),
                    }
                }
            }
            Source::Ahead(_) => {
                while self.end - self.start < len {
                    let Some(block) = self.next_block()? else {
                        self.source = Source::Direct(Box::new(io::empty()));
                        return Ok(false);
                    };
                    self.append(block);
                }
            }
        }
        Ok(true)
    }

    fn next_block(&self) -> io::Result<Option<Block>> {
        match &self.source {
            Source::Direct(_) => Ok(None),
            Source::Ahead(ahead) => ahead.next(),
        }
    }

    /// Puts what is left before the block, where there is room for it; else the block behind what is left.
    fn append(&mut self, mut block: Block) {
        let left = self.buffer.get(self.start..self.end).unwrap_or_default();
        let before = HEADROOM.checked_sub(left.len()).and_then(|start| block.buffer.get_mut(start..HEADROOM));
        let unused = match before {
            Some(room) => {
                room.copy_from_slice(left);
                (self.start, self.end) = (HEADROOM - left.len(), HEADROOM + block.len);
                std::mem::replace(&mut self.buffer, block.buffer)
            }
            None => {
                self.buffer.truncate(self.end);
                self.buffer.drain(..self.start);
                self.buffer.extend_from_slice(block.buffer.get(HEADROOM..HEADROOM + block.len).unwrap_or_default());
                (self.start, self.end) = (0, self.buffer.len());
                block.buffer
            }
        };
        if let (Source::Ahead(ahead), false) = (&self.source, unused.is_empty()) {
            ahead.done(unused);
        }
    }
}

#[cfg(test)]
mod tests;
