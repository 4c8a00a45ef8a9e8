//! Where bytes go: plain or compressed.

use std::io::{self, BufWriter, Write};

use flate2::write::GzEncoder;
use lz4_flex::frame::FrameEncoder;

use crate::read::Compression;

type Out = BufWriter<Box<dyn Write + Send>>;

/// An output.
pub(super) enum Target {
    Plain(Out),
    Gzip(GzEncoder<Out>),
    Zstd(zstd::stream::write::Encoder<'static, Out>),
    Lz4(Box<FrameEncoder<Out>>),
}

impl Target {
    pub(super) fn new(out: Box<dyn Write + Send>, compression: Compression) -> io::Result<Self> {
        let out = BufWriter::with_capacity(256 * 1024, out);
        Ok(match compression {
            Compression::None => Self::Plain(out),
            Compression::Gzip => Self::Gzip(GzEncoder::new(out, flate2::Compression::default())),
            Compression::Zstd => Self::Zstd(zstd::stream::write::Encoder::new(out, zstd::DEFAULT_COMPRESSION_LEVEL)?),
            Compression::Lz4 => Self::Lz4(Box::new(FrameEncoder::new(out))),
        })
    }

    /// Writes the end of the compressed stream.
    pub(super) fn finish(self) -> io::Result<()> {
        match self {
            Self::Plain(mut out) => out.flush(),
            Self::Gzip(out) => out.finish()?.flush(),
            Self::Zstd(out) => out.finish()?.flush(),
            Self::Lz4(out) => out.finish().map_err(io::Error::other)?.flush(),
        }
    }

    fn out(&mut self) -> &mut dyn Write {
        match self {
            Self::Plain(out) => out,
            Self::Gzip(out) => out,
            Self::Zstd(out) => out,
            Self::Lz4(out) => out,
        }
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out().flush()
    }
}
