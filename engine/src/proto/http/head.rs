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
    let mut at = from;
    while let Some((text, mut len)) = bytes.get(at..to).and_then(line_len) {
        if text == 0 {
            break;
        }
        let mut text_end = at + text;
        while let Some(b' ' | b'\t') = bytes.get(at + len).filter(|_| at + len < to) {
            let Some((more, whole)) = bytes.get(at + len..to).and_then(line_len) else { break };
            text_end = at + len + more;
            len += whole;
        }
        let line = bytes.get(at..text_end).unwrap_or_default();
        let colon = memchr::memchr(b':', line);
        let (name, value) = match colon {
            Some(colon) => (line.get(..colon).unwrap_or_default(), line.get(colon + 1..).unwrap_or_default()),
            None => (line, &[][..]),
        };
        found.push(Header { at, len, name, value: value.trim_ascii() });
        at += len;
    }
    found
}
