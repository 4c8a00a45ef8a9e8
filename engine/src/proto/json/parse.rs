//! The grammar, RFC 8259 §2–§7. A text is reported whole or not at all.

/// Deepest nesting.
const MAX_DEPTH: usize = 100;
/// Events of one body; what follows is no JSON.
const MAX_EVENTS: usize = 1 << 20;

/// A part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A string without its quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A value that holds no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scalar {
    String(Text),
    Number(Span),
    False(Span),
    Null(Span),
    True(Span),
    NaN(Span),
}

/// What was found, in the order of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    Object(Span),
    Array(Span),
    EndArray,
    Member { span: Span, key: Text },
    EndMember { span: Span, key: Text },
    Scalar(Scalar),
}

/// Reads objects and arrays one after another; returns where they end.
pub(super) fn parse(text: &[u8], events: &mut Vec<Event>) -> usize {
    let mut end = 0;
    loop {
        let mut parser = Parser { text, at: end, events };
        parser.blanks();
        let first = parser.events.len();
        let done = matches!(parser.peek(), Some(b'{' | b'[')) && parser.value(0).is_some();
        parser.blanks();
        let at = parser.at;
        if !done {
            events.truncate(first);
            return end;
        }
        end = at;
    }
}

struct Parser<'a> {
    text: &'a [u8],
    at: usize,
    events: &'a mut Vec<Event>,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn blanks(&mut self) {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.peek() {
            self.at += 1;
        }
    }

    /// Takes a byte, after blanks.
    fn takes(&mut self, byte: u8) -> bool {
        self.blanks();
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn value(&mut self, depth: usize) -> Option<()> {
        (self.events.len() < MAX_EVENTS).then_some(())?;
        self.blanks();
        let start = self.at;
        let scalar = match self.peek()? {
            b'{' if depth < MAX_DEPTH => return self.object(depth),
            b'[' if depth < MAX_DEPTH => return self.array(depth),
            b'"' => Scalar::String(self.string()?),
            b'f' => Scalar::False(self.word(b"false")?),
            b'n' => Scalar::Null(self.word(b"null")?),
            b't' => Scalar::True(self.word(b"true")?),
            b'N' => Scalar::NaN(self.word(b"NaN")?),
            _ => {
                self.number()?;
                Scalar::Number(Span { start, end: self.at })
            }
        };
        self.events.push(Event::Scalar(scalar));
        Some(())
    }

    fn object(&mut self, depth: usize) -> Option<()> {
        let (start, event) = (self.at, self.events.len());
        self.events.push(Event::Object(Span { start, end: start }));
        self.at += 1;
        if !self.takes(b'}') {
            self.member(depth)?;
            while self.takes(b',') {
                self.member(depth)?;
            }
            self.takes(b'}').then_some(())?;
        }
        *self.events.get_mut(event)? = Event::Object(Span { start, end: self.at });
        Some(())
    }

    fn member(&mut self, depth: usize) -> Option<()> {
        self.blanks();
        let (start, event) = (self.at, self.events.len());
        let key = self.string()?;
        self.takes(b':').then_some(())?;
        self.events.push(Event::Member { span: Span { start, end: start }, key });
        self.value(depth + 1)?;
        let span = Span { start, end: self.at };
        *self.events.get_mut(event)? = Event::Member { span, key };
        self.events.push(Event::EndMember { span, key });
        Some(())
    }

    fn array(&mut self, depth: usize) -> Option<()> {
        let (start, event) = (self.at, self.events.len());
        self.events.push(Event::Array(Span { start, end: start }));
        self.at += 1;
        if !self.takes(b']') {
            self.value(depth + 1)?;
            while self.takes(b',') {
                self.value(depth + 1)?;
            }
            self.takes(b']').then_some(())?;
        }
        *self.events.get_mut(event)? = Event::Array(Span { start, end: self.at });
        self.events.push(Event::EndArray);
        Some(())
    }

    fn word(&mut self, word: &[u8]) -> Option<Span> {
        let start = self.at;
        self.text.get(start..)?.starts_with(word).then_some(())?;
        self.at += word.len();
        Some(Span { start, end: self.at })
    }

    fn string(&mut self) -> Option<Text> {
        (self.peek()? == b'"').then_some(())?;
        self.at += 1;
        let start = self.at;
        loop {
            let rest = self.text.get(self.at..)?;
            self.at += memchr::memchr2(b'"', b'\\', rest)?;
            if self.peek()? == b'"' {
                let end = self.at;
                self.at += 1;
                return Some(Text { start, end });
            }
            match self.text.get(self.at + 1)? {
                b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.at += 2,
                b'u' => {
                    let digits = self.text.get(self.at + 2..self.at + 6)?;
                    digits.iter().all(u8::is_ascii_hexdigit).then_some(())?;
                    self.at += 6;
                }
                _ => return None,
            }
        }
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn number(&mut self) -> Option<()> {
        if self.peek()? == b'-' {
            self.at += 1;
        }
        // A zero stands alone.
        if self.peek()? == b'0' { self.at += 1 } else { self.digits()? }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        Some(())
    }
}

/// Whether a text looks like JSON: its brackets match, its strings end, and all else could be a number or a word.
pub(super) fn looks_valid(text: &[u8]) -> bool {
    let mut open = Vec::new();
    let (mut at, mut tokens) = (0, 0usize);
    while let Some(byte) = text.get(at) {
        at += 1;
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' | b',' | b':' => continue,
            b'{' | b'[' => open.push(*byte),
            b'}' | b']' => {
                if open.pop() != Some(if *byte == b'}' { b'{' } else { b'[' }) {
                    return false;
                }
            }
            b'"' => {
                let mut parser = Parser { text, at: at - 1, events: &mut Vec::new() };
                if parser.string().is_none() {
                    return false;
                }
                at = parser.at;
            }
            b'-' | b'0'..=b'9' | b't' | b'f' | b'n' => {
                let rest = text.get(at..).unwrap_or_default();
                let len = rest.iter().position(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b',' | b']' | b'}'));
                let Some(len) = len.filter(|len| rest.iter().take(*len).all(|byte| matches!(byte, 32..127))) else {
                    return false;
                };
                at += len;
            }
            _ => return false,
        }
        tokens += 1;
    }
    tokens > 0 && open.is_empty()
}

/// Undoes the escapes of a string that was read. As in Wireshark a `\u` escape that ends the string is lost.
pub(super) fn unescape(bytes: &[u8]) -> String {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [byte, tail @ ..] = rest {
        rest = tail;
        if *byte != b'\\' {
            out.push(*byte);
            continue;
        }
        let [kind, tail @ ..] = rest else { break };
        rest = tail;
        match kind {
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'u' => {
                let (found, tail) = code_point(rest);
                rest = tail;
                if let Some(c) = found.filter(|c| !rest.is_empty() && !c.is_control()) {
                    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                }
            }
            other => out.push(*other),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The code point of an escape, the two halves of one outside the basic plane joined; U+FFFD for a lone half.
fn code_point(bytes: &[u8]) -> (Option<char>, &[u8]) {
    let unit = |bytes: &[u8]| u32::from_str_radix(std::str::from_utf8(bytes.get(..4)?).ok()?, 16).ok();
    let (Some(first), Some(rest)) = (unit(bytes), bytes.get(4..)) else { return (None, &[]) };
    if !(0xd800..0xdc00).contains(&first) {
        return (Some(char::from_u32(first).unwrap_or('\u{fffd}')), rest);
    }
    let second = rest.strip_prefix(b"\\u").and_then(|rest| Some((unit(rest)?, rest.get(4..)?)));
    match second {
        Some((low, rest)) if (0xdc00..0xe000).contains(&low) => {
            (char::from_u32(0x10000 + ((first - 0xd800) << 10) + (low - 0xdc00)), rest)
        }
        _ => (Some('\u{fffd}'), rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(text: &str) -> usize {
        parse(text.as_bytes(), &mut Vec::new())
    }

    #[test]
    fn texts_are_taken_whole_or_not_at_all() {
        for (text, taken) in [
            (r#"{"a":[1,-0,2.5e-3,"x",true,false,null,NaN]} "#, 44),
            (r#"[] {}"#, 5),
            (r#"{"a":1} rest"#, 8),
            (r#"{"a":1,}"#, 0),
            ("[01]", 0),
            ("[1", 0),
            ("42", 0),
            (r#"["\x"]"#, 0),
            (" ", 0),
        ] {
            assert_eq!(end(text), taken, "{text}");
        }
        assert_eq!(end(&"[".repeat(100_000)), 0);
    }

    #[test]
    fn what_looks_valid() {
        for text in [r#"{"a":1}"#, "[1]", r#""x""#, r#" {"a":[1,]}"#, r#"{"a":01}"#, r#"{"a":1}{"b":2}"#] {
            assert!(looks_valid(text.as_bytes()), "{text}");
        }
        for text in ["hello", r#"{"a":1"#, "42", r#"{"a":1}x"#, "true", "\0\x01", "{a:1}", "", "[}"] {
            assert!(!looks_valid(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn escapes_are_undone() {
        assert_eq!(unescape(br#"q\"\\\/\n\u00e9."#), "q\"\\/\n\u{e9}.");
        assert_eq!(unescape(br"\ud83d\ude00!\ud83d!"), "\u{1f600}!\u{fffd}!");
        assert_eq!(unescape(br"a\u0041"), "a");
    }
}
