//! The head of a message: first line and header lines, as byte ranges.

/// Longest head that is waited for.
pub(crate) const MAX_HEAD: usize = 256 << 10;

/// Methods that start a request; also those of WebDAV, UPnP and CUPS.
const METHODS: &[&str] = &[
    "GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PATCH", "LINK", "UNLINK", "PROPFIND",
    "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "POLL", "BCOPY", "BMOVE", "SEARCH", "BDELETE",
    "BPROPFIND", "BPROPPATCH", "NOTIFY", "SUBSCRIBE", "UNSUBSCRIBE", "REPORT", "CHECKIN", "CHECKOUT", "MERGE",
    "ICY", "SOURCE", "PURGE", "M-SEARCH", "MKACTIVITY", "MKCALENDAR", "UNCHECKOUT", "ACL", "BIND", "UNBIND",
    "RPC_CONNECT", "RPC_IN_DATA", "RPC_OUT_DATA", "CCM_POST",
];

/// What the first line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start<'f> {
    /// Method, URI and version.
    Request { method: &'f [u8], uri: &'f [u8], version: &'f [u8] },
    /// Version, code and phrase.
    Response { version: &'f [u8], code: &'f [u8], phrase: &'f [u8] },
}

/// The length of a line without its end, and with it; `None` when the end is not there.
pub(crate) fn line_len(bytes: &[u8]) -> Option<(usize, usize)> {
    let end = memchr::memchr(b'\n', bytes)?;
    let text = end.checked_sub(1).filter(|before| bytes.get(*before) == Some(&b'\r'));
    Some((text.unwrap_or(end), end + 1))
}

/// Reads a first line; `None` when it is none.
pub(crate) fn start(line: &[u8]) -> Option<Start<'_>> {
    let (first, rest) = word(line);
    if first.starts_with(b"HTTP/") || first == b"ICY" && rest.first().is_some_and(u8::is_ascii_digit) {
        let (code, phrase) = word(rest);
        return Some(Start::Response { version: first, code, phrase });
    }
    let known = METHODS.iter().any(|method| method.as_bytes() == first);
    if !known || rest.is_empty() {
        return None;
    }
    // Blanks in the URI are wrong, and happen: the version is the last word.
    let version = memchr::memrchr(b' ', rest).filter(|at| rest.get(at + 1..).is_some_and(|v| v.starts_with(b"HTTP/")));
    let (uri, version) = match version {
        Some(at) => (rest.get(..at).unwrap_or_default(), rest.get(at + 1..).unwrap_or_default()),
        None => word(rest),
    };
    Some(Start::Request { method: first, uri, version })
}

/// Whether bytes that hold no whole line may be the beginning of a first line.
pub(crate) fn may_start(bytes: &[u8]) -> bool {
    let begins = |word: &[u8]| word.starts_with(bytes) || bytes.starts_with(word);
    let method_ends = |len: usize| bytes.get(len).is_none_or(|byte| *byte == b' ');
    begins(b"HTTP/") || METHODS.iter().any(|method| begins(method.as_bytes()) && method_ends(method.len()))
}

/// The bytes up to a blank and those behind it.
fn word(line: &[u8]) -> (&[u8], &[u8]) {
    match memchr::memchr(b' ', line) {
        Some(at) => (line.get(..at).unwrap_or_default(), line.get(at + 1..).unwrap_or_default()),
        None => (line, &[]),
    }
}

/// The end of the head: the offset behind the empty line. `None` when it is not there.
pub(crate) fn end(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let (text, whole) = line_len(bytes.get(at..)?)?;
        at += whole;
        if text == 0 {
            return Some(at);
        }
    }
}

/// Header lines that few heads have more of.
const USUAL: usize = 16;

/// One header line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Header<'f> {
    /// Offset of the line.
    pub(crate) at: usize,
    /// Its length, with its end.
    pub(crate) len: usize,
    /// The name.
    pub(crate) name: &'f [u8],
    /// The value, without blanks around it.
    pub(crate) value: &'f [u8],
}

/// The header lines between `from` and `to`; continued lines belong to the one before.
pub(crate) fn headers(bytes: &[u8], from: usize, to: usize) -> Vec<Header<'_>> {
    let mut found = Vec::with_capacity(USUAL);
    found.extend(Lines { bytes, at: from, to }.map(Line::split));
    found
}

/// A header line that was not split yet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'f> {
    at: usize,
    len: usize,
    /// Its text, without its end.
    pub(crate) text: &'f [u8],
}

impl<'f> Line<'f> {
    /// Name and value.
    pub(crate) fn split(self) -> Header<'f> {
        let Self { at, len, text } = self;
        let (name, value) = match memchr::memchr(b':', text) {
            Some(colon) => (text.get(..colon).unwrap_or_default(), text.get(colon + 1..).unwrap_or_default()),
            None => (text, &[][..]),
        };
        Header { at, len, name, value: value.trim_ascii() }
    }
}

/// The header lines of a head, one by one, up to the empty line or to where the bytes end.
#[derive(Clone, Debug)]
pub(crate) struct Lines<'f> {
    bytes: &'f [u8],
    at: usize,
    to: usize,
}

impl<'f> Lines<'f> {
    /// Those from `from` on.
    pub(crate) fn new(bytes: &'f [u8], from: usize) -> Self {
        Self { bytes, at: from, to: bytes.len() }
    }

    /// Behind the last of them: where the head ends, as [`end`] says.
    pub(crate) fn end(&self) -> Option<usize> {
        let (text, whole) = self.bytes.get(self.at..).and_then(line_len)?;
        (text == 0).then_some(self.at + whole)
    }
}

impl<'f> Iterator for Lines<'f> {
    type Item = Line<'f>;

    fn next(&mut self) -> Option<Self::Item> {
        let Self { bytes, at, to } = *self;
        let (text, mut len) = bytes.get(at..to).and_then(line_len).filter(|(text, _)| *text > 0)?;
        let mut text_end = at + text;
        while let Some(b' ' | b'\t') = bytes.get(at + len).filter(|_| at + len < to) {
            let Some((more, whole)) = bytes.get(at + len..to).and_then(line_len) else { break };
            text_end = at + len + more;
            len += whole;
        }
        self.at += len;
        Some(Line { at, len, text: bytes.get(at..text_end).unwrap_or_default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_where_the_head_does() {
        let head = b"GET / HTTP/1.1\r\nA: b\r\n c\nLast: 1\r\n\r\nbody\r\n\r\n";
        for len in 0..head.len() {
            let bytes = &head[..len];
            let Some((_, first)) = line_len(bytes) else { continue };
            let mut lines = Lines::new(bytes, first);
            let count = lines.by_ref().count();
            assert_eq!(lines.end(), end(bytes), "{len} bytes");
            assert_eq!(count, headers(bytes, first, end(bytes).unwrap_or(len)).len());
        }
    }
}

/// Where header lines end that no first line announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// Behind the empty line, or before what is none.
    At(usize),
    /// A line is cut off.
    Cut,
}

/// Header lines at the start of what is left of a message: all lines that start with a
/// character and have a colon, however strange, and end in any way.
pub(crate) fn loose_headers(bytes: &[u8]) -> (Vec<Header<'_>>, End) {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let text = memchr::memchr2(b'\r', b'\n', rest).unwrap_or(rest.len());
        let end = if rest.get(text..).is_some_and(|end| end.starts_with(b"\r\n")) { 2 } else { 1 };
        let len = (text + end).min(rest.len());
        let line = rest.get(..text).unwrap_or_default();
        if line.is_empty() {
            let end = if found.is_empty() { at } else { at + len };
            return (found, End::At(end));
        }
        let named = line.first().is_some_and(|first| first.is_ascii_graphic() && *first != b':');
        match memchr::memchr(b':', line).filter(|_| named) {
            Some(colon) => {
                let (name, value) = line.split_at(colon);
                let value = value.get(1..).unwrap_or_default().trim_ascii();
                found.push(Header { at, len, name, value });
            }
            None if text == rest.len() && !found.is_empty() => return (found, End::Cut),
            None => break,
        }
        at += len;
    }
    (found, End::At(at))
}
