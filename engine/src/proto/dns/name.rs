//! Domain names: labels, pointers, and the text Wireshark gives them.

use crate::proto::tvb::{Stop, Tvb};

/// Longest text of a name.
const MAX_TEXT: usize = 254;
/// More pointers than this are a loop.
const MAX_POINTERS: usize = 64;
/// Stands for text that was cut.
const TOO_LONG: &str = "<Name too long>";
const LOOPS: &str = "<Name contains a pointer that loops>";
const UNKNOWN_LABEL: &str = "<Unknown extended label>";
const ROOT: &str = "<Root>";

/// A name as text, in a buffer on the stack.
pub(in crate::proto) struct Name {
    text: [u8; MAX_TEXT],
    used: usize,
    /// Bytes it takes where it stands (a pointer takes two).
    pub(in crate::proto) len: usize,
    /// Said instead of the text.
    instead: Option<&'static str>,
}

impl Name {
    /// Reads the name at `at`; pointers count from `base`. With a `limit` no more than that many bytes belong to it.
    pub(in crate::proto) fn read(msg: Tvb<'_>, at: usize, base: usize, limit: Option<usize>) -> Result<Self, Stop> {
        let mut name = Self { text: [0; MAX_TEXT], used: 0, len: 0, instead: None };
        let (mut pos, mut ended, mut pointers, mut full) = (at, None, 0, false);
        let end = limit.filter(|limit| *limit > 0).map(|limit| at.saturating_add(limit));
        while end.is_none_or(|end| pos < end || ended.is_some()) {
            let label = usize::from(msg.u8(pos)?);
            pos += 1;
            match label & 0xc0 {
                0x00 if label == 0 => break,
                0x00 => {
                    if end.is_some_and(|end| ended.is_none() && pos.saturating_add(label) > end) {
                        return Err(Stop::Malformed);
                    }
                    full |= !name.push_label(msg.bytes(pos, label)?);
                    pos = pos.saturating_add(label);
                }
                0xc0 => {
                    let target = base + ((label & 0x3f) << 8 | usize::from(msg.u8(pos)?));
                    pos += 1;
                    ended.get_or_insert(pos);
                    pointers += 1;
                    if target == pos.saturating_sub(2) || pointers > MAX_POINTERS {
                        name.instead = Some(LOOPS);
                        break;
                    }
                    pos = target;
                }
                0x40 => {
                    name.instead = Some(UNKNOWN_LABEL);
                    break;
                }
                _ => return Err(Stop::Malformed),
            }
        }
        name.len = ended.unwrap_or(pos).saturating_sub(at);
        if full && name.instead.is_none() {
            name.instead = Some(TOO_LONG);
        }
        if name.used == 0 && name.instead.is_none() {
            name.instead = Some(ROOT);
        }
        Ok(name)
    }

    /// Adds a label; `false` when the text is full.
    fn push_label(&mut self, label: &[u8]) -> bool {
        let dot: &[u8] = if self.used > 0 { b"." } else { b"" };
        let end = self.used + dot.len() + label.len();
        let Some(room) = self.text.get_mut(self.used..end) else { return false };
        let (first, rest) = room.split_at_mut(dot.len());
        first.copy_from_slice(dot);
        rest.copy_from_slice(label);
        self.used = end;
        true
    }

    /// The bytes of the text.
    pub(in crate::proto) fn bytes(&self) -> &[u8] {
        match self.instead {
            Some(text) => text.as_bytes(),
            None => self.text.get(..self.used).unwrap_or_default(),
        }
    }

    /// Number of labels; the root has one here, as in Wireshark.
    pub(in crate::proto) fn labels(&self) -> usize {
        1 + memchr::memchr_iter(b'.', self.bytes()).count()
    }

    /// The text for people: what cannot be printed is escaped.
    pub(in crate::proto) fn text(&self) -> String {
        printable(self.bytes())
    }
}

/// Whether bytes are text as it is printed.
pub(in crate::proto) fn is_printable(bytes: &[u8]) -> bool {
    bytes.iter().fold(true, |printable, byte| printable & matches!(byte, b' '..=b'~'))
}

/// Escapes what cannot be printed as in C; what is not UTF-8 becomes U+FFFD.
pub(in crate::proto) fn printable(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    if is_printable(bytes)
        && let Ok(plain) = std::str::from_utf8(bytes)
    {
        text.push_str(plain);
        return text;
    }
    for c in String::from_utf8_lossy(bytes).chars() {
        match c {
            '\x07' => text.push_str("\\a"),
            '\x08' => text.push_str("\\b"),
            '\x0c' => text.push_str("\\f"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\x0b' => text.push_str("\\v"),
            c if c.is_ascii_control() => text.push_str(&format!("\\{:03o}", u32::from(c))),
            c => text.push(c),
        }
    }
    text
}
