//! Header compression, RFC 7541.

mod huffman;
mod tables;

use std::{collections::VecDeque, sync::Arc};

use self::tables::STATIC;

/// Size of the dynamic table before anything is said of it.
const DEFAULT_SIZE: usize = 4096;
/// Largest dynamic table that is kept, whatever was agreed on.
const MAX_SIZE: usize = 1 << 20;
/// What an entry counts besides its bytes.
const OVERHEAD: usize = 32;
/// Name of an entry that was not seen: the capture lacks some header block.
const UNKNOWN: &[u8] = b"<unknown>";

/// Bytes that tables and lines share.
type Text = Arc<[u8]>;

/// A header field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) name: Text,
    pub(super) value: Text,
    /// How it was written.
    pub(super) repr: &'static str,
    /// Number of the entry that it refers to.
    pub(super) index: Option<u32>,
}

/// What a representation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Line(Line),
    /// The dynamic table changes its size.
    Resize(u32),
}

/// Why there is no item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The block ends here.
    End,
    /// The bytes are no representation.
    Wrong,
}

/// The table of one direction.
#[derive(Clone, Debug)]
pub(super) struct Decoder {
    entries: VecDeque<(Text, Text)>,
    size: usize,
    max: usize,
}

impl Default for Decoder {
    fn default() -> Self {
        Self { entries: VecDeque::new(), size: 0, max: DEFAULT_SIZE }
    }
}

/// The bytes of a block that are not yet read.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Decoder {
    /// Reads the representation at `at`, and says where the next one starts.
    pub(super) fn next(&mut self, bytes: &[u8], at: usize) -> Result<(Item, usize), Fault> {
        let mut reader = Reader { bytes, at };
        let first = *bytes.get(at).ok_or(Fault::End)?;
        let item = match first {
            0x80.. => {
                let index = reader.number(7)?;
                let (name, value) = self.entry(index);
                Item::Line(Line { name, value, repr: "Indexed Header Field", index: Some(index) })
            }
            0x40.. => {
                let names = [
                    "Literal Header Field with Incremental Indexing - New Name",
                    "Literal Header Field with Incremental Indexing - Indexed Name",
                ];
                let line = self.literal(&mut reader, 6, names)?;
                self.insert(Arc::clone(&line.name), Arc::clone(&line.value));
                Item::Line(line)
            }
            0x20.. => {
                let size = reader.number(5)?;
                self.resize(size);
                Item::Resize(size)
            }
            0x10.. => {
                let names = [
                    "Literal Header Field never Indexed - New Name",
                    "Literal Header Field never Indexed - Indexed Name",
                ];
                Item::Line(self.literal(&mut reader, 4, names)?)
            }
            _ => {
                let names = [
                    "Literal Header Field without Indexing - New Name",
                    "Literal Header Field without Indexing - Indexed Name",
                ];
                Item::Line(self.literal(&mut reader, 4, names)?)
            }
        };
        Ok((item, reader.at))
    }

    /// A name, or the number of one, and a value; `reprs` are for a new and for a known name.
    fn literal(&self, reader: &mut Reader<'_>, prefix: u32, reprs: [&'static str; 2]) -> Result<Line, Fault> {
        let [new, known] = reprs;
        match reader.number(prefix)? {
            0 => Ok(Line { name: reader.string()?, value: reader.string()?, repr: new, index: None }),
            index => Ok(Line { name: self.entry(index).0, value: reader.string()?, repr: known, index: Some(index) }),
        }
    }

    fn entry(&self, index: u32) -> (Text, Text) {
        let index = index as usize;
        if let Some((name, value)) = index.checked_sub(1).and_then(|index| STATIC.get(index)) {
            return (name.as_bytes().into(), value.as_bytes().into());
        }
        let known = index.checked_sub(STATIC.len() + 1).and_then(|index| self.entries.get(index));
        known.cloned().unwrap_or_else(|| (UNKNOWN.into(), [].into()))
    }

    fn insert(&mut self, name: Text, value: Text) {
        self.size += name.len() + value.len() + OVERHEAD;
        self.entries.push_front((name, value));
        self.evict();
    }

    fn evict(&mut self) {
        while self.size > self.max {
            let Some((name, value)) = self.entries.pop_back() else { break };
            self.size -= name.len() + value.len() + OVERHEAD;
        }
    }

    /// Sets how large the table may grow.
    fn resize(&mut self, size: u32) {
        self.max = (size as usize).min(MAX_SIZE);
        self.evict();
    }

    /// The other end allows a smaller table.
    pub(super) fn limit(&mut self, size: u32) {
        if (size as usize) < self.max {
            self.resize(size);
        }
    }
}

impl Reader<'_> {
    /// An integer with a prefix of so many bits, RFC 7541 §5.1.
    fn number(&mut self, prefix: u32) -> Result<u32, Fault> {
        let mask = (1u32 << prefix) - 1;
        let mut value = u32::from(self.byte()?) & mask;
        if value < mask {
            return Ok(value);
        }
        for shift in (0..=28).step_by(7) {
            let byte = self.byte()?;
            let part = u32::from(byte & 0x7f);
            let part = part.checked_mul(1 << shift).ok_or(Fault::Wrong)?;
            value = value.checked_add(part).ok_or(Fault::Wrong)?;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(Fault::Wrong)
    }

    fn byte(&mut self) -> Result<u8, Fault> {
        let byte = *self.bytes.get(self.at).ok_or(Fault::End)?;
        self.at += 1;
        Ok(byte)
    }

    fn string(&mut self) -> Result<Text, Fault> {
        let coded = *self.bytes.get(self.at).ok_or(Fault::End)? & 0x80 != 0;
        let len = self.number(7)? as usize;
        let bytes = self.bytes.get(self.at..self.at.saturating_add(len)).ok_or(Fault::End)?;
        self.at += len;
        if coded { huffman::decode(bytes).map(Arc::from).ok_or(Fault::Wrong) } else { Ok(bytes.into()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(decoder: &mut Decoder, bytes: &[u8]) -> Vec<String> {
        let (mut at, mut lines) = (0, Vec::new());
        while let Ok((item, next)) = decoder.next(bytes, at) {
            at = next;
            lines.push(match item {
                Item::Line(line) => {
                    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                    format!("{}: {}", text(&line.name), text(&line.value))
                }
                Item::Resize(size) => format!("size {size}"),
            });
        }
        assert_eq!(at, bytes.len());
        lines
    }

    /// RFC 7541 appendix C.4.
    #[test]
    fn requests_of_the_rfc() {
        let mut decoder = Decoder::default();
        let first = [
            0x82, 0x86, 0x84, 0x41, 0x8c, 0xf1, 0xe3, 0xc2, 0xe5, 0xf2, 0x3a, 0x6b, 0xa0, 0xab, 0x90, 0xf4, 0xff,
        ];
        let head = [":method: GET", ":scheme: http", ":path: /", ":authority: www.example.com"];
        assert_eq!(block(&mut decoder, &first), head);
        let second = [0x82, 0x86, 0x84, 0xbe, 0x58, 0x86, 0xa8, 0xeb, 0x10, 0x64, 0x9c, 0xbf];
        assert_eq!(block(&mut decoder, &second), [&head[..], &["cache-control: no-cache"]].concat());
        assert_eq!(decoder.size, 110);
        assert_eq!(block(&mut decoder, &[0x20, 0xbe]), ["size 0", "<unknown>: "]);
        assert_eq!(decoder.size, 0);
    }

    #[test]
    fn nonsense_is_refused() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.next(&[0xff; 8], 0), Err(Fault::Wrong));
        assert_eq!(decoder.next(&[0x40, 0x85, b'a'], 0), Err(Fault::End));
        assert_eq!(decoder.next(&[], 0), Err(Fault::End));
    }
}
