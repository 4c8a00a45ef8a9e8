//! Compressed input, known by its first bytes.

mod lz4;

use std::io::{self, BufReader, Cursor, Read};

use flate2::bufread::MultiGzDecoder;

use self::lz4::Lz4;

/// Compressed bytes asked of the source at once.
const BLOCK: usize = 64 * 1024;

/// How an input is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compression {
    /// Not at all.
    None,
    /// RFC 1952; any number of members.
    Gzip,
    /// RFC 8878; any number of frames.
    Zstd,
    /// LZ4 frame format; any number of frames.
    Lz4,
}

/// Finds out how `source` is compressed and gives its plain bytes.
pub(super) fn decompress(mut source: Box<dyn Read + Send>) -> io::Result<(Compression, Box<dyn Read + Send>)> {
    let mut magic = Vec::with_capacity(4);
    while magic.len() < 4 {
        let mut byte = [0];
        match source.read(&mut byte) {
            Ok(0) => break,
            Ok(_) => magic.extend(byte),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let compression = match *magic {
        [0x1f, 0x8b, ..] => Compression::Gzip,
        [0x28, 0xb5, 0x2f, 0xfd] => Compression::Zstd,
        [0x04, 0x22, 0x4d, 0x18] => Compression::Lz4,
        _ => Compression::None,
    };
    let whole = Cursor::new(magic).chain(source);
    let plain: Box<dyn Read + Send> = match compression {
        Compression::None => Box::new(whole),
        Compression::Gzip => Box::new(MultiGzDecoder::new(BufReader::with_capacity(BLOCK, whole))),
        Compression::Zstd => {
            Box::new(zstd::stream::read::Decoder::with_buffer(BufReader::with_capacity(BLOCK, whole))?)
        }
        Compression::Lz4 => Box::new(Lz4::new(BufReader::with_capacity(BLOCK, whole))),
    };
    Ok((compression, plain))
}
