//! Snappy, as it is in messages (google/snappy, "Snappy compressed format description").

/// Decompresses to at most `max` bytes; `None` for what is none, or longer.
pub(super) fn decompress(data: &[u8], max: usize) -> Option<Vec<u8>> {
    let (len, mut rest) = varint(data)?;
    let len = usize::try_from(len).ok().filter(|len| *len <= max)?;
    // A lie about the length costs no memory.
    let mut out = Vec::with_capacity(len.min(rest.len().saturating_mul(4)));
    while let Some((tag, after)) = rest.split_first() {
        let size = usize::from(tag >> 2);
        let (offset, count);
        (offset, count, rest) = match tag & 3 {
            0 if size < 60 => (0, size + 1, after),
            0 => {
                let (bytes, after) = after.split_at_checked(size - 59)?;
                (0, little(bytes).checked_add(1)?, after)
            }
            1 => {
                let (low, after) = after.split_first()?;
                (usize::from(tag >> 5) << 8 | usize::from(*low), (size & 7) + 4, after)
            }
            wide => {
                let (bytes, after) = after.split_at_checked(if wide == 2 { 2 } else { 4 })?;
                (little(bytes), size + 1, after)
            }
        };
        if out.len().checked_add(count)? > len {
            return None;
        }
        if tag & 3 == 0 {
            let (literal, after) = rest.split_at_checked(count)?;
            out.extend_from_slice(literal);
            rest = after;
        } else {
            // What is copied may reach into what the copy makes.
            let from = out.len().checked_sub(offset).filter(|_| offset > 0)?;
            for i in from..from + count {
                out.push(*out.get(i)?);
            }
        }
    }
    (out.len() == len).then_some(out)
}

fn little(bytes: &[u8]) -> usize {
    bytes.iter().rev().fold(0, |n, byte| n << 8 | usize::from(*byte))
}

fn varint(data: &[u8]) -> Option<(u64, &[u8])> {
    let mut value = 0;
    for (i, byte) in data.iter().enumerate().take(5) {
        value |= u64::from(byte & 0x7f) << (7 * i);
        if byte & 0x80 == 0 {
            return Some((value, data.get(i + 1..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::decompress;

    #[test]
    fn literals_and_copies() {
        // "ab", then 6 bytes from 2 back, then "c".
        assert_eq!(decompress(&[9, 0x04, b'a', b'b', 0x09, 2, 0x00, b'c'], 100), Some(b"ababababc".to_vec()));
        // The same copy with two bytes of offset.
        assert_eq!(decompress(&[9, 0x04, b'a', b'b', 0x16, 2, 0, 0x00, b'c'], 100), Some(b"ababababc".to_vec()));
        // A long literal.
        let long: Vec<u8> = [70, 0xf0, 69].into_iter().chain([7; 70]).collect();
        assert_eq!(decompress(&long, 100), Some(vec![7; 70]));
    }

    #[test]
    fn what_is_none_is_refused() {
        for bad in [
            &[][..],
            &[0xff; 6],
            &[9, 0x04, b'a', b'b'],
            &[9, 0x09, 2],
            &[9, 0x04, b'a', b'b', 0x09, 0],
            &[2, 0x04, b'a', b'b', 0x09, 2],
            &[0xff, 0xff, 0xff, 0x7f, 0],
        ] {
            assert_eq!(decompress(bad, 1 << 20), None);
        }
    }
}
