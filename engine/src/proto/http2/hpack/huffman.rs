//! The Huffman code of strings, RFC 7541 §5.2.

use std::sync::LazyLock;

use super::tables::CODE_LENGTHS;

/// Longest code.
const LONGEST: usize = 30;
/// The symbol that ends a string, which may not occur in one.
const END: u16 = 256;

/// The code, by length: the first code of that length, how many there are, and where their symbols start.
struct Code {
    rows: [(u32, u32, usize); LONGEST + 1],
    symbols: Vec<u16>,
}

static CODE: LazyLock<Code> = LazyLock::new(|| {
    let mut code = Code { rows: [(0, 0, 0); LONGEST + 1], symbols: Vec::with_capacity(CODE_LENGTHS.len()) };
    let mut next = 0u32;
    for (len, row) in code.rows.iter_mut().enumerate().skip(1) {
        next <<= 1;
        let start = code.symbols.len();
        let of_len = CODE_LENGTHS.iter().enumerate().filter(|(_, bits)| usize::from(**bits) == len);
        code.symbols.extend(of_len.map(|(symbol, _)| symbol as u16));
        let count = (code.symbols.len() - start) as u32;
        *row = (next, count, start);
        next += count;
    }
    code
});

/// Decodes a string; `None` when it is not one.
pub(super) fn decode(bytes: &[u8]) -> Option<Vec<u8>> {
    let code = &*CODE;
    let mut out = Vec::with_capacity(bytes.len() * 8 / 5);
    let (mut bits, mut len) = (0u32, 0usize);
    for byte in bytes {
        for bit in (0..8).rev() {
            bits = bits << 1 | u32::from(byte >> bit & 1);
            len += 1;
            let (first, count, start) = *code.rows.get(len)?;
            // Codes of each length follow on those of the shorter ones.
            let Some(index) = bits.checked_sub(first).filter(|index| *index < count) else { continue };
            match code.symbols.get(start + index as usize).copied() {
                Some(END) | None => return None,
                Some(symbol) => out.push(symbol as u8),
            }
            (bits, len) = (0, 0);
        }
    }
    // What is left must be the start of the end: ones, less than a byte.
    (len < 8 && bits + 1 == 1 << len).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn examples_of_the_rfc() {
        let text = [0xf1, 0xe3, 0xc2, 0xe5, 0xf2, 0x3a, 0x6b, 0xa0, 0xab, 0x90, 0xf4, 0xff];
        assert_eq!(decode(&text).as_deref(), Some(&b"www.example.com"[..]));
        assert_eq!(decode(&[0x64, 0x02]).as_deref(), Some(&b"302"[..]));
        let date = [
            0xd0, 0x7a, 0xbe, 0x94, 0x10, 0x54, 0xd4, 0x44, 0xa8, 0x20, 0x05, 0x95, 0x04, 0x0b, 0x81, 0x66, 0xe0, 0x82,
            0xa6, 0x2d, 0x1b, 0xff,
        ];
        assert_eq!(decode(&date).as_deref(), Some(&b"Mon, 21 Oct 2013 20:13:21 GMT"[..]));
        assert_eq!(decode(&[0xff; 4]), None);
        assert_eq!(decode(&[0xff]), None);
        assert_eq!(decode(&[]), Some(Vec::new()));
    }
}
