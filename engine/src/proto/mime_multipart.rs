//! Multipart bodies, RFC 2046 §5.1.

mod fields;
mod part;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol, Table,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// MIME multipart.
pub static MIME_MULTIPART: Protocol = Protocol {
    name: "mime_multipart",
    title: "MIME Multipart Media Encapsulation",
    frame_name: "mime_multipart",
    fields: FIELDS,
    parents: &[
        Parent::MediaType("multipart/mixed"),
        Parent::MediaType("multipart/related"),
        Parent::MediaType("multipart/alternative"),
        Parent::MediaType("multipart/form-data"),
        Parent::MediaType("multipart/report"),
        Parent::MediaType("multipart/signed"),
        Parent::MediaType("multipart/encrypted"),
        Parent::Below(Proto::Http),
    ],
    calls: &[Table::MediaType],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Most parts that are taken apart.
const MAX_PARTS: usize = 1 << 12;

/// A parameter of a content type, without its quotes.
pub(super) fn parameter<'a>(content_type: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let mut rest = content_type.get(memchr::memchr(b';', content_type)? + 1..)?;
    loop {
        rest = rest.trim_ascii_start();
        let end = memchr::memchr2(b'=', b';', rest)?;
        let (key, after) = (rest.get(..end)?.trim_ascii(), rest.get(end + 1..)?);
        if rest.get(end) == Some(&b';') {
            rest = after;
            continue;
        }
        let after = after.trim_ascii_start();
        let (value, next) = match after.strip_prefix(b"\"") {
            Some(quoted) => {
                let len = memchr::memchr(b'"', quoted).unwrap_or(quoted.len());
                (quoted.get(..len)?, quoted.get(len..)?)
            }
            None => {
                let stop = |byte: &u8| matches!(byte, b';' | b' ' | b'\t' | b'\r' | b'\n');
                let len = after.iter().position(stop).unwrap_or(after.len());
                (after.get(..len)?, after.get(len..)?)
            }
        };
        if key.eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = next.get(memchr::memchr(b';', next)? + 1..)?;
    }
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let content_type = cx.content_type;
    let Some(boundary) = parameter(content_type, b"boundary").filter(|boundary| !boundary.is_empty()) else {
        let text = "The multipart dissector could not find a required parameter.";
        cx.out.expert(f::NO_REQUIRED_PARAMETER, Severity::Error, Group::Protocol, text);
        cx.call_data(tvb);
        return Ok(tvb.len());
    };
    let name = content_type.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
    cx.out.generated_str(f::TYPE, &String::from_utf8_lossy(name));
    let mut delimiter = b"--".to_vec();
    delimiter.extend_from_slice(boundary);
    let Some(first) = first_boundary(tvb.data(), &delimiter) else {
        cx.call_data(tvb);
        return Ok(tvb.len());
    };
    if first.at > 0 {
        cx.out.item(f::PREAMBLE, tvb, 0, first.at)?;
    }
    cx.out.item(f::FIRST_BOUNDARY, tvb, first.at, first.len)?;
    let (mut at, mut last) = (first.at + first.len, first.last);
    for _ in 0..MAX_PARTS {
        if last {
            break;
        }
        let Some(next) = next_boundary(tvb.data(), at, &delimiter) else {
            part::unfinished(cx, tvb.rest(at)?)?;
            return Ok(tvb.len());
        };
        part::dissect(cx, tvb.rest(at)?.limit(next.at.saturating_sub(at)))?;
        let field = if next.last { f::LAST_BOUNDARY } else { f::BOUNDARY };
        cx.out.item(field, tvb, next.at, next.len)?;
        (at, last) = (next.at + next.len, next.last);
    }
    if last && at < tvb.len() {
        cx.out.item(f::TRAILER, tvb, at, tvb.len() - at)?;
    }
    Ok(tvb.len().max(1))
}

/// A boundary and the ends of lines around it.
struct Boundary {
    at: usize,
    len: usize,
    /// Two more dashes: nothing follows.
    last: bool,
}

/// The rest of a boundary's line, behind its delimiter at `at`.
fn boundary(bytes: &[u8], at: usize, delimiter: usize) -> Boundary {
    let after = bytes.get(at + delimiter..).unwrap_or_default();
    let len = memchr::memchr(b'\n', after).map_or(after.len(), |end| end + 1);
    Boundary { at, len: delimiter + len, last: after.starts_with(b"--") }
}

fn first_boundary(bytes: &[u8], delimiter: &[u8]) -> Option<Boundary> {
    let starts_line = |at: &usize| *at == 0 || bytes.get(at - 1) == Some(&b'\n');
    memchr::memmem::find_iter(bytes, delimiter).find(starts_line).map(|at| boundary(bytes, at, delimiter.len()))
}

/// The next boundary; the end of the line before belongs to it.
fn next_boundary(bytes: &[u8], from: usize, delimiter: &[u8]) -> Option<Boundary> {
    let rest = bytes.get(from..)?;
    let line_end = |at: usize| match (at.checked_sub(1).and_then(|i| rest.get(i)), at.checked_sub(2)) {
        (Some(b'\n'), Some(before)) if rest.get(before) == Some(&b'\r') => Some(2),
        (Some(b'\n'), _) => Some(1),
        // Directly behind another boundary.
        (None, _) => Some(0),
        _ => None,
    };
    memchr::memmem::find_iter(rest, delimiter).find_map(|at| {
        let before = line_end(at)?;
        Some(boundary(bytes, from + at - before, before + delimiter.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_found() {
        let of = |text: &'static str, name: &str| parameter(text.as_bytes(), name.as_bytes());
        assert_eq!(of("multipart/mixed; x=y; Boundary=\"b d\" ; z", "boundary"), Some(&b"b d"[..]));
        assert_eq!(of("multipart/mixed;boundary=b", "boundary"), Some(&b"b"[..]));
        assert_eq!(of("multipart/mixed; z; boundary = b ;q=1", "boundary"), Some(&b"b"[..]));
        assert_eq!(of("multipart/mixed; boundary", "boundary"), None);
        assert_eq!(of("multipart/mixed", "boundary"), None);
    }

    #[test]
    fn boundaries_take_their_lines() {
        let bytes = b"pre\r\n--b\r\nx\r\n--b--\r\nend";
        let first = first_boundary(bytes, b"--b").map(|b| (b.at, b.len, b.last));
        assert_eq!(first, Some((5, 5, false)));
        let next = next_boundary(bytes, 10, b"--b").map(|b| (b.at, b.len, b.last));
        assert_eq!(next, Some((11, 9, true)));
    }
}
