//! OP_COMPRESSED.

use std::io::Read;

use super::{f, operation};
use crate::proto::{
    dissect::Cx,
    out::{Group, Severity},
    snappy,
    tvb::{Stop, Tvb},
};

/// Bytes of a message, uncompressed.
const MAX_PLAIN: usize = 20 << 20;
/// Compressions in compressions.
const MAX_DEPTH: usize = 10;

/// The operation that is inside; returns where the compressed data ends.
pub(super) fn compressed<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, depth: usize) -> Result<usize, Stop> {
    cx.out.label(f::COMPRESSION, tvb, at, 9);
    let code = cx.out.uint_le(f::COMPRESSION_ORIGINAL_OPCODE, tvb, at, 4)? as u32;
    cx.out.item_le(f::COMPRESSION_ORIGINAL_SIZE, tvb, at + 4, 4)?;
    let compressor = cx.out.uint(f::COMPRESSION_COMPRESSOR, tvb, at + 8, 1)?;
    let at = at + 9;
    let data = tvb.rest(at)?;
    cx.out.label(f::COMPRESSION_COMPRESSED_DATA, tvb, at, data.reported_len());
    let end = at + data.reported_len();
    let plain = match compressor {
        0 if depth < MAX_DEPTH => {
            return operation(cx, tvb, at, code, depth + 1);
        }
        1 => {
            if snappy_len(data.data()).is_none_or(|len| len > MAX_PLAIN) {
                let text = "Uncompressed size too large";
                cx.out.expert(f::TOO_LARGE_COMPRESSED_EXPERT, Severity::Warn, Group::Undecoded, text);
                return Ok(end);
            }
            snappy::decompress(data.data(), MAX_PLAIN).ok_or_else(|| "Error uncompressing snappy data".to_owned())
        }
        2 => {
            let mut plain = Vec::new();
            let read = flate2::read::ZlibDecoder::new(data.data()).take(MAX_PLAIN as u64).read_to_end(&mut plain);
            read.map(|_| plain).map_err(|_| "Error uncompressing zlib data".to_owned())
        }
        other => Err(format!("Unsupported compression format: {other}")),
    };
    match plain {
        Ok(plain) if depth < MAX_DEPTH => {
            let inside = Tvb::whole(cx.out.alloc_bytes(&plain));
            operation(cx, inside, 0, code, depth + 1)?;
        }
        Ok(_) => {}
        Err(text) => {
            cx.out.label(f::COMPRESSION_UNSUPPORTED_COMPRESSED, tvb, at, data.reported_len());
            cx.out.expert(f::UNSUPPORTED_COMPRESSION_EXPERT, Severity::Warn, Group::Undecoded, &text);
        }
    }
    Ok(end)
}

/// The length that compressed data says it has.
fn snappy_len(data: &[u8]) -> Option<usize> {
    let mut len = 0;
    for (i, byte) in data.iter().enumerate().take(5) {
        len |= usize::from(byte & 0x7f) << (7 * i);
        if byte & 0x80 == 0 {
            return Some(len);
        }
    }
    None
}
