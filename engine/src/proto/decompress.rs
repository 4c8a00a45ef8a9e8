//! Bodies that were compressed, by the names of HTTP's content codings (RFC 9110 §8.4.1, RFC 7932, RFC 8878).

use std::io::{self, Read};

use super::{dissect::Cx, snappy};

/// Longest body that is decompressed, in bytes of the result.
const MAX_DECOMPRESSED: u64 = 16 << 20;

/// Undoes a coding; `None` when it is not known or the bytes do not fit it. What was cut short ends early.
pub(super) fn by_name<'f>(cx: &Cx<'f>, coding: &[u8], bytes: &[u8]) -> Option<&'f [u8]> {
    let decoded = match &*coding.to_ascii_lowercase() {
        b"gzip" | b"x-gzip" => all(flate2::read::MultiGzDecoder::new(bytes)),
        b"deflate" | b"x-deflate" => all(flate2::read::ZlibDecoder::new(bytes))
            .filter(|decoded| !decoded.is_empty())
            .or_else(|| all(flate2::read::DeflateDecoder::new(bytes)).filter(|decoded| !decoded.is_empty())),
        b"br" => all(brotli_decompressor::Decompressor::new(bytes.chain(Cut), 4096)),
        b"zstd" => all(zstd::stream::read::Decoder::with_buffer(bytes).ok()?),
        b"snappy" => snappy::decompress(bytes, MAX_DECOMPRESSED as usize),
        _ => None,
    };
    decoded.map(|decoded| cx.out.alloc_bytes(&decoded))
}

/// The end of a body that a decoder would read on behind.
struct Cut;

impl Read for Cut {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

/// What a decoder yields. An error is only one if it is no lack of bytes, or there was nothing before it.
fn all(decoder: impl Read) -> Option<Vec<u8>> {
    let mut decoded = Vec::new();
    match decoder.take(MAX_DECOMPRESSED).read_to_end(&mut decoded) {
        Ok(_) => Some(decoded),
        Err(error) => (error.kind() == io::ErrorKind::UnexpectedEof && !decoded.is_empty()).then_some(decoded),
    }
}
