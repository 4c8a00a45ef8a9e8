//! Bodies that were compressed, by the names of HTTP's content codings (RFC 9110 §8.4.1).

use std::io::Read;

use super::dissect::Cx;

/// Longest body that is decompressed, in bytes of the result.
const MAX_DECOMPRESSED: u64 = 16 << 20;

/// Undoes a coding; `None` when it is not known or the bytes do not fit it.
pub(super) fn by_name<'f>(cx: &Cx<'f>, coding: &[u8], bytes: &[u8]) -> Option<&'f [u8]> {
    let mut decoded = Vec::new();
    let ok = match coding {
        b"gzip" | b"x-gzip" => {
            flate2::read::MultiGzDecoder::new(bytes).take(MAX_DECOMPRESSED).read_to_end(&mut decoded).is_ok()
        }
        b"deflate" => {
            let zlib = flate2::read::ZlibDecoder::new(bytes).take(MAX_DECOMPRESSED).read_to_end(&mut decoded);
            zlib.is_ok() || {
                decoded.clear();
                flate2::read::DeflateDecoder::new(bytes).take(MAX_DECOMPRESSED).read_to_end(&mut decoded).is_ok()
            }
        }
        _ => return None,
    };
    (ok && !decoded.is_empty()).then(|| cx.out.alloc_bytes(&decoded))
}
