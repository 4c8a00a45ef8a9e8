//! LZ4 frames, one after another.
//!
//! The decoder takes an input that ends between two blocks for a whole one, so what it is given is followed here.

use std::io::{self, BufRead, Read};

use lz4_flex::frame::FrameDecoder;

const MAGIC: u32 = 0x184d_2204;
/// Frames of user data, to be skipped: 16 magics.
const SKIPPABLE: u32 = 0x184d_2a50;

/// The plain bytes of all frames.
pub(super) struct Lz4<R: BufRead> {
    /// `None` after an error.
    decoder: Option<FrameDecoder<OneFrame<R>>>,
}

impl<R: BufRead> Lz4<R> {
    pub(super) fn new(source: R) -> Self {
        Self { decoder: Some(FrameDecoder::new(OneFrame::new(source))) }
    }
}

impl<R: BufRead> Read for Lz4<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while let Some(mut decoder) = self.decoder.take() {
            let n = decoder.read(into)?;
            if n > 0 || into.is_empty() {
                self.decoder = Some(decoder);
                return Ok(n);
            }
            let mut frame = decoder.into_inner();
            if frame.part != Part::End {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if frame.source.fill_buf()?.is_empty() {
                // Asked once more, it is still the end.
                self.decoder = None;
            } else {
                // A decoder for each frame: sizes of blocks differ from frame to frame.
                self.decoder = Some(FrameDecoder::new(OneFrame::new(frame.source)));
            }
        }
        Ok(0)
    }
}

/// What comes next in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Header,
    Block,
    End,
}

/// Hands on the bytes of one frame.
struct OneFrame<R> {
    source: R,
    part: Part,
    /// Bytes read ahead to know the lengths, and how many of them were handed on.
    ahead: Vec<u8>,
    handed: usize,
    /// Bytes that follow and are handed on as they are.
    left: u64,
    block_checksums: bool,
    content_checksum: bool,
}

impl<R: BufRead> OneFrame<R> {
    fn new(source: R) -> Self {
        Self {
            source,
            part: Part::Header,
            ahead: Vec::new(),
            handed: 0,
            left: 0,
            block_checksums: false,
            content_checksum: false,
        }
    }

    /// Reads `N` bytes ahead.
    fn take<const N: usize>(&mut self) -> io::Result<[u8; N]> {
        let mut bytes = [0; N];
        self.source.read_exact(&mut bytes)?;
        self.ahead.extend(bytes);
        Ok(bytes)
    }

    fn header(&mut self) -> io::Result<()> {
        loop {
            match u32::from_le_bytes(self.take()?) {
                MAGIC => break,
                magic if magic & !0xf == SKIPPABLE => {
                    let len = u32::from_le_bytes(self.take()?).into();
                    self.ahead.clear();
                    if io::copy(&mut self.source.by_ref().take(len), &mut io::sink())? < len {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                    if self.source.fill_buf()?.is_empty() {
                        self.part = Part::End;
                        return Ok(());
                    }
                }
                magic => {
                    let text = format!("no LZ4 frame starts with the number {magic:#010x}");
                    return Err(io::Error::new(io::ErrorKind::InvalidData, text));
                }
            }
        }
        let [flags, _block_size] = self.take()?;
        self.block_checksums = flags & 0x10 != 0;
        self.content_checksum = flags & 0x04 != 0;
        let (content_size, dictionary) = (flags & 0x08 != 0, flags & 0x01 != 0);
        // The last byte is the header's own checksum.
        self.left = 8 * u64::from(content_size) + 4 * u64::from(dictionary) + 1;
        self.part = Part::Block;
        Ok(())
    }

    fn block(&mut self) -> io::Result<()> {
        match u32::from_le_bytes(self.take()?) {
            0 => {
                self.left = 4 * u64::from(self.content_checksum);
                self.part = Part::End;
            }
            // The upper bit: it is not compressed.
            len => self.left = u64::from(len & 0x7fff_ffff) + 4 * u64::from(self.block_checksums),
        }
        Ok(())
    }
}

impl<R: BufRead> Read for OneFrame<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let mut ahead = self.ahead.get(self.handed..).unwrap_or_default();
            if !ahead.is_empty() {
                let n = ahead.read(into)?;
                self.handed += n;
                return Ok(n);
            }
            self.ahead.clear();
            self.handed = 0;
            if self.left > 0 {
                let n = self.source.by_ref().take(self.left).read(into)?;
                if n == 0 && !into.is_empty() {
                    self.part = Part::Block;
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
                self.left -= n as u64;
                return Ok(n);
            }
            match self.part {
                Part::Header => self.header()?,
                Part::Block => self.block()?,
                Part::End => return Ok(0),
            }
        }
    }
}
