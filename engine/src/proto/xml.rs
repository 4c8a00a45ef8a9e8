//! Extensible Markup Language (W3C XML 1.0), as far as its tags show: it is not checked to be well formed.

mod fields;

use std::ops::Range;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

/// XML.
pub static XML: Protocol = Protocol {
    name: "xml",
    title: "eXtensible Markup Language",
    frame_name: "xml",
    fields: FIELDS,
    parents: &[
        Parent::MediaType("text/xml"),
        Parent::MediaType("text/vnd.wap.wml"),
        Parent::MediaType("text/vnd.wap.si"),
        Parent::MediaType("text/vnd.wap.sl"),
        Parent::MediaType("text/vnd.wap.co"),
        Parent::MediaType("text/vnd.wap.emn"),
        Parent::MediaType("application/3gpp-ims+xml"),
        Parent::MediaType("application/atom+xml"),
        Parent::MediaType("application/auth-policy+xml"),
        Parent::MediaType("application/ccmp+xml"),
        Parent::MediaType("application/conference-info+xml"),
        Parent::MediaType("application/cpim-pidf+xml"),
        Parent::MediaType("application/cpl+xml"),
        Parent::MediaType("application/dds-web+xml"),
        Parent::MediaType("application/im-iscomposing+xml"),
        Parent::MediaType("application/load-control+xml"),
        Parent::MediaType("application/mathml+xml"),
        Parent::MediaType("application/media_control+xml"),
        Parent::MediaType("application/note+xml"),
        Parent::MediaType("application/pidf+xml"),
        Parent::MediaType("application/pidf-diff+xml"),
        Parent::MediaType("application/poc-settings+xml"),
        Parent::MediaType("application/rdf+xml"),
        Parent::MediaType("application/reginfo+xml"),
        Parent::MediaType("application/resource-lists+xml"),
        Parent::MediaType("application/rlmi+xml"),
        Parent::MediaType("application/rls-services+xml"),
        Parent::MediaType("application/rss+xml"),
        Parent::MediaType("application/rs-metadata+xml"),
        Parent::MediaType("application/smil"),
        Parent::MediaType("application/simple-filter+xml"),
        Parent::MediaType("application/simservs+xml"),
        Parent::MediaType("application/soap+xml"),
        Parent::MediaType("application/vnd.wv.csp+xml"),
        Parent::MediaType("application/vnd.cip4-jdf+xml"),
        Parent::MediaType("application/vnd.cip4-jmf+xml"),
        Parent::MediaType("application/watcherinfo+xml"),
        Parent::MediaType("application/xcap-diff+xml"),
        Parent::MediaType("application/xhtml+xml"),
        Parent::MediaType("application/xml"),
        Parent::MediaType("application/xml-dtd"),
        Parent::MediaType("application/xpidf+xml"),
        Parent::MediaType("application/xslt+xml"),
        Parent::MediaType("application/x-crd+xml"),
        Parent::MediaType("application/x-wms-logconnectstats"),
        Parent::MediaType("application/x-wms-logplaystats"),
        Parent::MediaType("application/x-wms-sendevent"),
        Parent::MediaType("image/svg+xml"),
        Parent::MediaType("message/imdn+xml"),
        Parent::Below(Proto::DataTextLines),
        Parent::Below(Proto::Xmpp),
    ],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// A part of the text.
#[derive(Debug, PartialEq, Eq)]
enum Token {
    /// `<?name …?>`
    Instruction,
    /// `<!-- … -->`
    Comment,
    /// `<![CDATA[ … ]]>`
    Section,
    /// `<!DOCTYPE name …>`
    Doctype,
    /// `<name …>`, and whether it closes itself.
    Open(bool),
    /// `</name>`
    Close,
    Text,
    /// A `<` that starts nothing.
    Stray,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let bytes = tvb.data();
    let tokens = tokens(bytes);
    let ends = ends(&tokens, bytes.len());
    let mut depth = 0usize;
    for ((token, from, to), end) in tokens.into_iter().zip(ends) {
        let text = bytes.get(from..to).unwrap_or_default();
        match token {
            Token::Instruction => instruction(cx, tvb, from, text)?,
            Token::Comment => show(cx, f::COMMENT, tvb, from, to)?,
            Token::Section => show(cx, f::CDATASECTION, tvb, from, to)?,
            Token::Doctype => {
                let start = from + b"<!DOCTYPE".len();
                let blanks = bytes.get(start..to).unwrap_or_default().iter().take_while(|b| b.is_ascii_whitespace());
                let start = start + blanks.count();
                let name = bytes.get(start..to).unwrap_or_default().iter().take_while(|b| is_name(**b)).count();
                show(cx, f::DOCTYPE, tvb, start, start + name)?;
            }
            Token::Open(closed) => {
                tag(cx, tvb, from, to, end)?;
                depth += usize::from(!closed);
            }
            Token::Close if depth > 0 => depth -= 1,
            Token::Close => {
                let text = "Closing an unopened tag";
                cx.out.expert(f::CLOSING_UNOPENED_TAG, Severity::Warn, Group::Protocol, text);
            }
            Token::Text if depth > 0 => show(cx, f::CDATA, tvb, from, to)?,
            Token::Text => {
                show(cx, f::UNKNOWN, tvb, from, to)?;
                cx.out.note(Severity::Warn, Group::Undecoded, "Trailing stray characters");
            }
            Token::Stray => {
                let text = "Unrecognized text";
                cx.out.expert(f::UNRECOGNIZED_TEXT, Severity::Warn, Group::Protocol, text);
            }
        }
    }
    Ok(tvb.len())
}

fn show<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, from: usize, to: usize) -> Result<(), Stop> {
    cx.out.item(field, tvb, from, to - from)
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.')
}

/// Splits text into tokens with their places.
fn tokens(bytes: &[u8]) -> Vec<(Token, usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.first() != Some(&b'<') {
            let len = memchr::memchr(b'<', rest).unwrap_or(rest.len());
            let text = rest.get(..len).unwrap_or_default();
            let start = text.iter().take_while(|b| b.is_ascii_whitespace()).count();
            // Blanks before it are not part of it, those behind it are.
            if start < len {
                found.push((Token::Text, at + start, at + len));
            }
            at += len;
            continue;
        }
        let (token, len) = markup(rest).unwrap_or_else(|| (Token::Stray, stray(rest)));
        found.push((token, at, at + len));
        at += len;
    }
    found
}

/// An element, for protocols that are made of them.
pub(super) struct Element<'a> {
    pub(super) name: &'a [u8],
    /// How many elements it stands in.
    pub(super) depth: usize,
    /// Where it stands, with all that is in it.
    pub(super) whole: Range<usize>,
    /// Names, and where the values stand.
    pub(super) attributes: Vec<(&'a [u8], Range<usize>)>,
}

/// The elements of a text, in the order in which they start.
pub(super) fn elements(bytes: &[u8]) -> Vec<Element<'_>> {
    let tokens = tokens(bytes);
    let ends = ends(&tokens, bytes.len());
    let mut found = Vec::new();
    let mut depth = 0usize;
    for ((token, from, to), end) in tokens.into_iter().zip(ends) {
        let closed = match token {
            Token::Open(closed) => closed,
            Token::Close => {
                depth = depth.saturating_sub(1);
                continue;
            }
            _ => continue,
        };
        let text = bytes.get(from..to).unwrap_or_default();
        let name = text.get(1..).unwrap_or_default();
        let name = name.get(..name.iter().take_while(|byte| is_name(**byte)).count()).unwrap_or_default();
        let mut attributes = Vec::new();
        let mut at = 1 + name.len();
        while let Some(rest) = text.get(at..) {
            at += rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            let Some(((start, end), stop)) = attribute(text, at) else { break };
            let rest = text.get(at..).unwrap_or_default();
            let len = rest.iter().take_while(|byte| is_name(**byte)).count();
            attributes.push((rest.get(..len).unwrap_or_default(), from + start..from + end));
            at = stop;
        }
        found.push(Element { name, depth, whole: from..end, attributes });
        depth += usize::from(!closed);
    }
    found
}

/// What a `<` starts, and how long that is.
fn markup(rest: &[u8]) -> Option<(Token, usize)> {
    let until = |end: &[u8], from: usize| Some(memchr::memmem::find(rest.get(from..)?, end)? + from + end.len());
    if rest.starts_with(b"<?") {
        let name = rest.get(2..)?.iter().take_while(|byte| is_name(**byte)).count();
        if name == 0 || !matches!(rest.get(2 + name)?, b' ' | b'\t' | b'\r' | b'\n' | b'?') {
            return None;
        }
        return Some((Token::Instruction, until(b"?>", 2)?));
    }
    if rest.starts_with(b"<!--") {
        return Some((Token::Comment, until(b"-->", 4)?));
    }
    if rest.starts_with(b"<![CDATA[") {
        return Some((Token::Section, until(b"]]>", 9)?));
    }
    if rest.get(..9).is_some_and(|start| start.eq_ignore_ascii_case(b"<!DOCTYPE")) {
        return Some((Token::Doctype, until(b">", 9)?));
    }
    if rest.starts_with(b"</") {
        return Some((Token::Close, until(b">", 2)?));
    }
    open(rest)
}

/// A tag: its name, attributes, and the end.
fn open(rest: &[u8]) -> Option<(Token, usize)> {
    let name = rest.get(1..)?.iter().take_while(|byte| is_name(**byte)).count();
    if name == 0 {
        return None;
    }
    let mut at = 1 + name;
    loop {
        at += rest.get(at..)?.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        match rest.get(at..)? {
            [b'>', ..] => return Some((Token::Open(false), at + 1)),
            [b'/', b'>', ..] => return Some((Token::Open(true), at + 2)),
            _ => at = attribute(rest, at)?.1,
        }
    }
}

/// An attribute: where its value stands, without quotes, and where it ends.
fn attribute(rest: &[u8], at: usize) -> Option<((usize, usize), usize)> {
    let blanks = |at: usize| Some(at + rest.get(at..)?.iter().take_while(|byte| byte.is_ascii_whitespace()).count());
    let name = rest.get(at..)?.iter().take_while(|byte| is_name(**byte)).count();
    let equals = blanks(at + name)?;
    if name == 0 || rest.get(equals) != Some(&b'=') {
        return None;
    }
    let open = blanks(equals + 1)?;
    let quote = *rest.get(open).filter(|quote| matches!(quote, b'"' | b'\''))?;
    let len = memchr::memchr(quote, rest.get(open + 1..)?)?;
    Some(((open + 1, open + 1 + len), open + len + 2))
}

/// Up to the next blank or bracket.
fn stray(rest: &[u8]) -> usize {
    let end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'<' | b'>');
    1 + rest.get(1..).unwrap_or_default().iter().take_while(|byte| !end(byte)).count()
}

/// Where the elements of tags end: behind the tag that closes them, or with the text.
fn ends(tokens: &[(Token, usize, usize)], len: usize) -> Vec<usize> {
    let mut ends: Vec<usize> = tokens.iter().map(|token| token.2).collect();
    let mut open = Vec::new();
    for (i, (token, _, to)) in tokens.iter().enumerate() {
        match token {
            Token::Open(false) => open.push(i),
            Token::Close => {
                if let Some(end) = open.pop().and_then(|i: usize| ends.get_mut(i)) {
                    *end = *to;
                }
            }
            _ => {}
        }
    }
    for i in open {
        if let Some(end) = ends.get_mut(i) {
            *end = len;
        }
    }
    ends
}

/// A tag is shown with single blanks between its parts.
fn tag<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, from: usize, to: usize, end: usize) -> Result<(), Stop> {
    let text = tvb.bytes(from, to - from)?;
    let name = text.get(1..).unwrap_or_default().iter().take_while(|byte| is_name(**byte)).count();
    let mut parts = vec![(0, 1 + name)];
    let mut at = 1 + name;
    while let Some(rest) = text.get(at..) {
        at += rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let Some((_, stop)) = attribute(text, at) else { break };
        parts.push((at, stop));
        at = stop;
    }
    if cx.out.wants(f::TAG) {
        let words: Vec<_> = parts
            .iter()
            .map(|(from, to)| String::from_utf8_lossy(text.get(*from..*to).unwrap_or_default()).into_owned())
            .collect();
        let close = if text.ends_with(b"/>") { "/>" } else { ">" };
        let shown = cx.out.alloc_str(&format!("{}{close}", words.join(" ")));
        cx.out.add(f::TAG, tvb.captured(from, end - from), Value::str(shown));
    }
    parts.iter().skip(1).try_for_each(|(start, stop)| show(cx, f::ATTRIBUTE, tvb, from + start, from + stop))
}

/// The declaration, or another instruction.
fn instruction<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, from: usize, text: &[u8]) -> Result<(), Stop> {
    let name = text.get(2..).unwrap_or_default().iter().take_while(|byte| is_name(**byte)).count();
    if text.get(2..2 + name) != Some(b"xml".as_slice()) {
        return show(cx, f::XMLPI, tvb, from, from + text.len());
    }
    show(cx, f::XMLPI_XML, tvb, from, from + text.len())?;
    let mut at = 2 + name;
    while let Some(rest) = text.get(at..) {
        at += rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let Some(((start, end), stop)) = attribute(text, at) else { break };
        let name = text.get(at..).unwrap_or_default();
        let field = if name.starts_with(b"version") {
            f::XMLPI_XML_VERSION
        } else if name.starts_with(b"encoding") {
            f::XMLPI_XML_ENCODING
        } else {
            f::XMLPI_XML_STANDALONE
        };
        show(cx, field, tvb, from + start, from + end)?;
        at = stop;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Token, ends, tokens};

    #[test]
    fn elements_end_behind_what_closes_them() {
        let text = b"<?xml version='1.0'?><a b=\"<\"> x <c/></a >";
        let tokens = tokens(text);
        let kinds: Vec<_> = tokens.iter().map(|token| (&token.0, token.1, token.2)).collect();
        let expected = [
            (&Token::Instruction, 0, 21),
            (&Token::Open(false), 21, 30),
            (&Token::Text, 31, 33),
            (&Token::Open(true), 33, 37),
            (&Token::Close, 37, 42),
        ];
        assert_eq!(kinds, expected);
        assert_eq!(ends(&tokens, text.len())[1], 42);
    }
}
