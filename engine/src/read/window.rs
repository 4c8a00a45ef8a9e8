//! A window that slides over the input: what was read and not yet handed on.

use std::io::{self, Read};

/// Bytes asked of the source at once. Larger reads leave the second-level cache before they are parsed.
const BLOCK: usize = 256 * 1024;

/// Buffered input. Memory is bounded by the longest record, not by the input.
pub(super) struct Window {
    source: Box<dyn Read + Send>,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    /// Offset in the input of `buffer[start]`.
    offset: u64,
}

impl Window {
    pub(super) fn new(source: Box<dyn Read + Send>) -> Self {
        Self { source, buffer: vec![0; BLOCK], start: 0, end: 0, offset: 0 }
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
        self.buffer.copy_within(self.start..self.end, 0);
        self.end -= self.start;
        self.start = 0;
        while self.end < len {
            if self.end == self.buffer.len() {
                // Doubling only when full: a length that lies costs no memory before its bytes have come.
                self.buffer.resize(self.buffer.len().saturating_mul(2), 0);
            }
            let free = self.buffer.get_mut(self.end..).unwrap_or_default();
            match self.source.read(free) {
                Ok(0) => return Ok(false),
                Ok(n) => self.end += n.min(free.len()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(true)
    }
}
