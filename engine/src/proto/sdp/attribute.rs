//! Attributes, of the session or of a medium.

use super::{Line, f};
use crate::proto::{
    dissect::Cx,
    tvb::{Stop, Tvb},
};

pub(super) fn emit<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, line: Line<'f>, in_media: bool) -> Result<(), Stop> {
    let (field, value) = if in_media {
        (f::MEDIA_ATTRIBUTE_FIELD, f::MEDIA_ATTRIBUTE_VALUE)
    } else {
        (f::SESSION_ATTR_FIELD, f::SESSION_ATTR_VALUE)
    };
    // One without a value has no name either.
    let Some(len) = memchr::memchr(b':', line.value) else { return Ok(()) };
    let name = line.value.get(..len).unwrap_or_default();
    cx.out.item(field, tvb, line.value_at, len)?;
    let Some(text) = line.value.get(len + 1..).filter(|text| !text.is_empty()) else { return Ok(()) };
    let rest = Line { at: line.at, value_at: line.value_at + len + 1, value: text };
    match name.to_ascii_lowercase().as_slice() {
        b"rtpmap" => rtpmap(cx, tvb, rest),
        b"fmtp" if in_media => fmtp(cx, tvb, rest),
        b"candidate" => candidate(cx, tvb, rest),
        _ => cx.out.item(value, tvb, rest.value_at, text.len()),
    }
}

/// Payload type, then encoding and clock rate.
fn rtpmap<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, line: Line<'f>) -> Result<(), Stop> {
    let mut words = line.words();
    let Some((at, format)) = words.next() else { return Ok(()) };
    cx.out.item(f::MEDIA_FORMAT, tvb, at, format.len())?;
    let Some((mut at, encoding)) = words.next() else { return Ok(()) };
    for (field, part) in [f::MIME_TYPE, f::SAMPLE_RATE].into_iter().zip(encoding.split(|byte| *byte == b'/')) {
        cx.out.item(field, tvb, at, part.len())?;
        at += part.len() + 1;
    }
    Ok(())
}

/// Payload type, then parameters with semicolons between them.
fn fmtp<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, line: Line<'f>) -> Result<(), Stop> {
    let Some((at, format)) = line.words().next() else { return Ok(()) };
    cx.out.item(f::MEDIA_FORMAT, tvb, at, format.len())?;
    let from = at - line.value_at + format.len() + 1;
    let mut at = line.value_at + from;
    for parameter in line.value.get(from..).unwrap_or_default().split(|byte| *byte == b';') {
        let blanks = parameter.len() - parameter.trim_ascii_start().len();
        if parameter.len() > blanks {
            cx.out.item(f::FMTP_PARAMETER, tvb, at + blanks, parameter.len() - blanks)?;
        }
        at += parameter.len() + 1;
    }
    Ok(())
}

/// RFC 8839 §5.1.
fn candidate<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, line: Line<'f>) -> Result<(), Stop> {
    let fields = [
        Some(f::ICE_CANDIDATE_FOUNDATION),
        Some(f::ICE_CANDIDATE_COMPONENTID),
        Some(f::ICE_CANDIDATE_TRANSPORT),
        Some(f::ICE_CANDIDATE_PRIORITY),
        Some(f::ICE_CANDIDATE_ADDRESS),
        Some(f::ICE_CANDIDATE_PORT),
        // The word `typ`.
        None,
        Some(f::ICE_CANDIDATE_TYPE),
    ];
    for (field, (at, word)) in fields.into_iter().zip(line.words()) {
        if let Some(field) = field {
            cx.out.item(field, tvb, at, word.len())?;
        }
    }
    Ok(())
}
