//! `-x`: the bytes of a frame.

use std::io::{self, Write};

/// Writes 16 bytes a line: offset, hexadecimal, ASCII; then an empty line.
pub(crate) fn write(out: &mut dyn Write, bytes: &[u8]) -> io::Result<()> {
    let digits = if bytes.len() > 0x1_0000 { 8 } else { 4 };
    for (i, line) in bytes.chunks(16).enumerate() {
        write!(out, "{:0digits$x}  ", i * 16)?;
        for byte in line {
            write!(out, "{byte:02x} ")?;
        }
        let pad = (16 - line.len()) * 3 + 2;
        let ascii = line.iter().map(|&byte| if (0x20..0x7f).contains(&byte) { char::from(byte) } else { '.' });
        writeln!(out, "{:pad$}{}", "", ascii.collect::<String>())?;
    }
    writeln!(out)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_short_line_is_padded() {
        let mut out = Vec::new();
        super::write(&mut out, b"HEAD /\x00\xff0123456789ab").unwrap();
        let text = String::from_utf8(out).unwrap();
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[0], "0000  48 45 41 44 20 2f 00 ff 30 31 32 33 34 35 36 37   HEAD /..01234567");
        assert_eq!(lines[1], "0010  38 39 61 62                                       89ab");
        assert_eq!(lines[2], "");
    }
}
