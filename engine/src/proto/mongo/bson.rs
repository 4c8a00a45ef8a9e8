//! Documents.

use super::{f, text_len};
use crate::proto::{
    dissect::Cx,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

/// Documents in documents, as Wireshark limits them.
const MAX_DEPTH: usize = 100;

/// A document below the label `label`; returns where it ends.
pub(super) fn document<'f>(cx: &mut Cx<'f>, label: F, tvb: Tvb<'f>, at: usize, depth: usize) -> Result<usize, Stop> {
    let len = tvb.u32_le(at)?.cast_signed();
    let whole = usize::try_from(len).unwrap_or_default();
    cx.out.label(label, tvb, at, whole);
    cx.out.item_le(f::DOCUMENT_LENGTH, tvb, at, 4)?;
    if len < 5 {
        let text = format!("BSON document length too short: {len}");
        cx.out.expert(f::DOCUMENT_LENGTH_BAD, Severity::Error, Group::Malformed, &text);
        // It goes on behind the length, or where the document is to end.
        return Ok(at + if (0..4).contains(&len) { 4 } else { whole.max(4) });
    }
    if len == 5 {
        cx.out.label(f::DOCUMENT_EMPTY, tvb, at, 5);
        return Ok(at + 5);
    }
    if depth + 1 >= MAX_DEPTH {
        let text = format!("BSON document recursion exceeds {MAX_DEPTH}");
        cx.out.expert(f::DOCUMENT_RECURSION_EXCEEDED, Severity::Error, Group::Malformed, &text);
        return Ok(at.saturating_add(whole));
    }
    cx.out.label(f::ELEMENTS, tvb, at + 4, whole - 5);
    let end = at.saturating_add(whole);
    let mut next = at + 4;
    // A zero byte ends the document.
    while next < end - 1 {
        next = element(cx, tvb, next, depth)?;
    }
    Ok(end)
}

fn element<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, depth: usize) -> Result<usize, Stop> {
    let kind = tvb.u8(at)?;
    let name_len = text_len(tvb, at + 1)?;
    cx.out.item(f::ELEMENT_NAME, tvb, at + 1, name_len - 1)?;
    cx.out.item(f::ELEMENT_TYPE, tvb, at, 1)?;
    let at = at + 1 + name_len;
    let fixed = |cx: &mut Cx<'f>, field, len| cx.out.item_le(field, tvb, at, len).map(|()| at + len);
    match kind {
        1 => fixed(cx, f::ELEMENT_VALUE_DOUBLE, 8),
        // String, JavaScript, symbol
        2 | 13 | 14 => string(cx, tvb, at),
        // Document, array
        3 | 4 => document(cx, f::DOCUMENT, tvb, at, depth + 1),
        5 => {
            let len = length(cx, f::ELEMENT_VALUE_LENGTH, tvb, at)?;
            // A byte for what it means.
            cx.out.item(f::ELEMENT_VALUE_BYTES, tvb, at + 5, len)?;
            Ok(at + 5 + len)
        }
        7 => object_id(cx, tvb, at),
        8 => fixed(cx, f::ELEMENT_VALUE_BOOL, 1),
        11 => {
            let pattern = text_len(tvb, at)?;
            cx.out.item(f::ELEMENT_VALUE_REGEX_PATTERN, tvb, at, pattern)?;
            let options = text_len(tvb, at + pattern)?;
            cx.out.item(f::ELEMENT_VALUE_REGEX_OPTIONS, tvb, at + pattern, options)?;
            Ok(at + pattern + options)
        }
        12 => {
            let end = string(cx, tvb, at)?;
            // As Wireshark has it: it forgets the four bytes of the length.
            cx.out.item(f::ELEMENT_VALUE_DB_PTR, tvb, end - 4, 12)?;
            Ok(end + 8)
        }
        15 => scoped(cx, tvb, at, depth),
        16 => fixed(cx, f::ELEMENT_VALUE_INT, 4),
        // Time, timestamp, number
        9 | 17 | 18 => fixed(cx, f::ELEMENT_VALUE_INT64, 8),
        // Those that have no value, and those that are unknown.
        _ => Ok(at),
    }
}

/// A length that may not be negative.
fn length<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = cx.out.uint_le(field, tvb, at, 4)? as u32;
    usize::try_from(len.cast_signed()).map_err(|_| Stop::Malformed)
}

fn string<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = length(cx, f::ELEMENT_VALUE_LENGTH, tvb, at)?;
    cx.out.item(f::ELEMENT_VALUE_STRING, tvb, at + 4, len)?;
    Ok(at + 4 + len)
}

fn object_id<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    cx.out.item(f::ELEMENT_VALUE_OBJECTID, tvb, at, 12)?;
    cx.out.item(f::ELEMENT_VALUE_OBJECTID_TIME, tvb, at, 4)?;
    cx.out.item(f::ELEMENT_VALUE_OBJECTID_MACHINE_ID, tvb, at + 4, 5)?;
    cx.out.item_le(f::ELEMENT_VALUE_OBJECTID_HOST, tvb, at + 4, 3)?;
    cx.out.item_le(f::ELEMENT_VALUE_OBJECTID_PID, tvb, at + 7, 2)?;
    cx.out.item(f::ELEMENT_VALUE_OBJECTID_INC, tvb, at + 9, 3)?;
    Ok(at + 12)
}

/// JavaScript with a document of variables.
fn scoped<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, depth: usize) -> Result<usize, Stop> {
    let len = length(cx, f::ELEMENT_LENGTH, tvb, at)?;
    let code = tvb.u32_le(at + 4)? as usize;
    cx.out.label(f::ELEMENT_VALUE_JS_CODE, tvb, at + 4, code.saturating_add(4));
    let scope = string(cx, tvb, at + 4)?;
    cx.out.label(f::ELEMENT_VALUE_JS_SCOPE, tvb, scope, (at + len).saturating_sub(scope));
    document(cx, f::DOCUMENT, tvb, scope, depth + 1)
}
