//! Decompression of messages, whose window may last from one to the next (RFC 7692 §7.2.2).

use flate2::{Decompress, FlushDecompress};

/// Longest message that is decompressed.
const MAX_MESSAGE: usize = 16 << 20;

/// The state of one direction.
pub(super) struct Inflate {
    stream: Decompress,
    broken: bool,
}

impl Default for Inflate {
    fn default() -> Self {
        Self { stream: Decompress::new(false), broken: false }
    }
}

impl Inflate {
    /// Decompresses one message; `None` when this or an earlier one does not decompress.
    pub(super) fn message(&mut self, bytes: &[u8]) -> Option<Vec<u8>> {
        if self.broken {
            return None;
        }
        let mut plain = Vec::with_capacity(bytes.len().saturating_mul(4).min(MAX_MESSAGE));
        // The sender cut the end of the last block off.
        let done = self.part(bytes, &mut plain) && self.part(&[0, 0, 0xff, 0xff], &mut plain);
        self.broken = !done;
        done.then_some(plain)
    }

    fn part(&mut self, mut bytes: &[u8], plain: &mut Vec<u8>) -> bool {
        loop {
            if plain.len() == plain.capacity() {
                plain.reserve(plain.len().clamp(256, MAX_MESSAGE));
            }
            let (read, written) = (self.stream.total_in(), plain.len());
            if self.stream.decompress_vec(bytes, plain, FlushDecompress::Sync).is_err() || plain.len() > MAX_MESSAGE {
                return false;
            }
            let read = (self.stream.total_in() - read) as usize;
            bytes = bytes.get(read..).unwrap_or_default();
            let full = plain.len() == plain.capacity();
            if !full && (bytes.is_empty() || read == 0 && plain.len() == written) {
                return bytes.is_empty();
            }
        }
    }
}
