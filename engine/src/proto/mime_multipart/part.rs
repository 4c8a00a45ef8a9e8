//! One part: its headers, and a body of its own type.

use super::f;
use crate::proto::{
    Proto,
    dissect::Cx,
    http::head::{self, Header},
    out::F,
    tvb::{Stop, Tvb},
};

/// Names in lower case.
static HEADERS: &[(&str, F)] = &[
    ("content-type", f::HEADER_CONTENT_TYPE),
    ("content-description", f::HEADER_CONTENT_DESCRIPTION),
    ("content-disposition", f::HEADER_CONTENT_DISPOSITION),
    ("content-encoding", f::HEADER_CONTENT_ENCODING),
    ("content-id", f::HEADER_CONTENT_ID),
    ("content-language", f::HEADER_CONTENT_LANGUAGE),
    ("content-length", f::HEADER_CONTENT_LENGTH),
    ("content-transfer-encoding", f::HEADER_CONTENT_TRANSFER_ENCODING),
    ("originalcontent", f::HEADER_ORIGINALCONTENT),
];

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let bytes = tvb.data();
    cx.out.text(f::PART, tvb, 0, tvb.len(), "")?;
    let head_len = head::end(bytes).unwrap_or(bytes.len());
    let lines = head::headers(bytes, 0, head_len);
    let mut content_type: &[u8] = &[];
    for (i, line) in lines.iter().enumerate() {
        let Some((name, field)) =
            HEADERS.iter().find(|(name, _)| line.name.trim_ascii_end().eq_ignore_ascii_case(name.as_bytes()))
        else {
            continue;
        };
        // The empty line belongs to the last header.
        let len = if i + 1 == lines.len() { head_len - line.at } else { line.len };
        let value = compact(line);
        cx.out.text(*field, tvb, line.at, len, &String::from_utf8_lossy(&value))?;
        if *name == "content-type" {
            // In lower case, but for its parameters.
            let name = memchr::memchr(b';', &value).unwrap_or(value.len());
            let mut value = value;
            value.iter_mut().take(name).for_each(|byte| byte.make_ascii_lowercase());
            content_type = cx.out.alloc_bytes(&value);
        }
    }
    // Without headers the empty line is part of the body.
    let body = tvb.rest(if lines.is_empty() { 0 } else { head_len })?;
    if body.is_empty() {
        cx.call_content(content_type, body);
    } else {
        cx.call_media(content_type, Proto::MimeMultipart, body);
    }
    Ok(())
}

/// A part whose end is missing is not taken apart.
pub(super) fn unfinished<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.text(f::PART, tvb, 0, 0, "")
}

/// The value on one line, without blanks around `;`, `=` and the like.
fn compact(line: &Header<'_>) -> Vec<u8> {
    let mut value: Vec<u8> = Vec::with_capacity(line.value.len());
    let mut blank = false;
    let mut quoted = false;
    for byte in line.value {
        let separates = |byte: u8| matches!(byte, b';' | b'=' | b':' | b',');
        match byte {
            b'\r' | b'\n' => blank = true,
            b' ' | b'\t' if !quoted => blank = true,
            _ => {
                let tight = value.last().is_none_or(|last| separates(*last)) || separates(*byte);
                if blank && !tight {
                    value.push(b' ');
                }
                blank = false;
                quoted ^= *byte == b'"';
                value.push(*byte);
            }
        }
    }
    value
}
