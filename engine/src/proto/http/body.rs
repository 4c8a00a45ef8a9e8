//! Bodies: how long they are, chunks, encodings (RFC 9112 §6, §7).

use strato_filter_lang::value::Value;

use super::{
    BODY, exchange, f,
    head::{Start, line_len},
    headers::Needed,
    p,
};
use crate::proto::{
    Proto, decompress,
    dissect::{Cx, More},
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// Where a body ends.
#[derive(Clone, Copy, Debug)]
pub(super) enum Extent {
    /// There is none.
    None,
    /// This many bytes.
    Bytes(usize),
    /// Chunks that take this many bytes.
    Chunks(usize),
    /// The stream must bring this much more; if it cannot, what is there. Where the body ends can be told by the bytes
    /// from `from` on, in the message as it is on the wire.
    Wait { more: More, from: usize },
    /// All that is there.
    Rest,
}

/// Works out where the body of a message ends, among its bytes that are there; `head` is the length of the head, and
/// `passed` says how many bytes are missing behind it.
///
/// As Wireshark, a response to HEAD takes what follows it in the segment as its body, but waits for nothing.
pub(super) fn extent(
    cx: &mut Cx<'_>,
    start: &Start<'_>,
    needed: &Needed<'_>,
    bytes: &[u8],
    (head, passed): (usize, usize),
) -> Extent {
    match announced(start, needed, bytes, (head, passed)) {
        Extent::Wait { .. } if matches!(start, Start::Response { .. }) && exchange::answers_head(cx) => Extent::Rest,
        extent => extent,
    }
}

/// What the message says of its body.
pub(super) fn announced(start: &Start<'_>, needed: &Needed<'_>, bytes: &[u8], (head, passed): (usize, usize)) -> Extent {
    let there = bytes.len().saturating_sub(head).saturating_add(passed);
    let is_response = matches!(start, Start::Response { .. });
    if let Start::Response { code, .. } = start
        && (code.starts_with(b"1") || *code == b"204" || *code == b"304")
    {
        return Extent::None;
    }
    if needed.chunked {
        return match chunks_len(bytes.get(head..).unwrap_or_default()) {
            Ok(len) => Extent::Chunks(len),
            Err((from, more)) => Extent::Wait { more, from: head.saturating_add(passed).saturating_add(from) },
        };
    }
    match needed.content_length.map(|len| usize::try_from(len).unwrap_or(usize::MAX)) {
        Some(0) => Extent::None,
        Some(len) if len <= there => Extent::Bytes(len.saturating_sub(passed)),
        Some(len) => Extent::Wait { more: More::Bytes(len - there), from: head.saturating_add(len) },
        None if is_response && needed.content_type.is_some() && !needed.keep_alive => {
            Extent::Wait { more: More::UntilFin, from: usize::MAX }
        }
        None if is_response => Extent::Rest,
        None => Extent::None,
    }
}

/// Length of all chunks with their trailer, or how much more is needed, and from where on.
fn chunks_len(bytes: &[u8]) -> Result<usize, (usize, More)> {
    let mut at = 0;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let (text, whole) = line_len(rest).ok_or((at, More::OneSegment))?;
        let Some(size) = chunk_size(rest.get(..text).unwrap_or_default()) else { return Ok(bytes.len()) };
        if size == 0 {
            return trailer_len(bytes, at + whole).ok_or((at, More::OneSegment));
        }
        at += whole;
        let end = at.saturating_add(size).saturating_add(2);
        match end.checked_sub(bytes.len()) {
            Some(missing) if missing > 0 => return Err((end, More::Bytes(missing))),
            _ => at = end,
        }
    }
}

fn trailer_len(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let (text, whole) = line_len(bytes.get(at..).unwrap_or_default())?;
        at += whole;
        if text == 0 {
            return Some(at);
        }
    }
}

fn chunk_size(line: &[u8]) -> Option<usize> {
    let digits = line.split(|byte| *byte == b';').next()?.trim_ascii();
    usize::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

/// Emits the body behind the head; returns the length of the whole message.
pub(super) fn emit<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    head: usize,
    extent: Extent,
    needed: &Needed<'f>,
) -> Result<usize, Stop> {
    let there = tvb.len().saturating_sub(head);
    let (len, chunked) = match extent {
        Extent::None => return Ok(head),
        Extent::Bytes(len) => (len.min(there), false),
        Extent::Chunks(len) => (len.min(there), true),
        Extent::Wait { .. } | Extent::Rest => (there, needed.chunked),
    };
    let content_type = needed.content_type.unwrap_or_default();
    if cx.out.plan.groups(Proto::Http) & BODY == 0 && !cx.reads_media(content_type, Proto::Http) {
        return Ok(head + len);
    }
    let raw = tvb.captured(head, len);
    let dechunk = cx.out.prefers(p::DECHUNK_BODY);
    let coding = needed.content_encoding.unwrap_or_default();
    let encoded = !coding.is_empty() && !coding.eq_ignore_ascii_case(b"identity");
    if chunked && !dechunk || encoded && !cx.out.prefers(p::DECOMPRESS_BODY) {
        // As it is, it is nothing that its media type says.
        let outer = std::mem::replace(&mut cx.info.can_desegment, false);
        cx.call_data(Tvb::whole(raw));
        cx.info.can_desegment = outer;
        return Ok(head + len);
    }
    let payload = if chunked { chunks(cx, tvb, head, len)? } else { raw };
    if payload.is_empty() {
        return Ok(head + len);
    }
    let decoded = if encoded { decompress::by_name(cx, coding, payload) } else { Some(payload) };
    let Some(decoded) = decoded else {
        // What cannot be undone stays as it is, and is nothing that its media type says.
        cx.out.expert(f::DECOMPRESSION_FAILED, Severity::Warn, Group::Undecoded, "Decompression failed");
        cx.tap(Proto::Http, 0, payload);
        let outer = std::mem::replace(&mut cx.info.can_desegment, false);
        cx.call_data(Tvb::whole(payload));
        cx.info.can_desegment = outer;
        return Ok(head + len);
    };
    cx.out.add(f::FILE_DATA, raw, Value::bytes(decoded));
    cx.tap(Proto::Http, 0, decoded);
    if cx.out.plan.everything || cx.out.wants(f::SUBDISSECTOR_FAILED) {
        let refused = cx.call_media_all(content_type, Proto::Http, Tvb::whole(decoded));
        if refused {
            let text = "HTTP body subdissector failed, trying heuristic subdissector";
            cx.out.expert(f::SUBDISSECTOR_FAILED, Severity::Note, Group::Malformed, text);
        }
    } else {
        cx.call_media(content_type, Proto::Http, Tvb::whole(decoded));
    }
    Ok(head + len)
}

/// Emits the chunks and returns what they hold together.
fn chunks<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, head: usize, len: usize) -> Result<&'f [u8], Stop> {
    let mut joined = Vec::new();
    let mut at = head;
    let end = head + len;
    while at < end {
        let rest = tvb.captured(at, end - at);
        let Some((text, whole)) = line_len(rest) else { break };
        let Some(size) = chunk_size(rest.get(..text).unwrap_or_default()) else { break };
        cx.out.number(f::CHUNK_SIZE, tvb, at, text, size as u64)?;
        at += whole;
        if size == 0 {
            break;
        }
        let data = tvb.captured(at, size.min(end - at));
        cx.out.add(f::CHUNK_DATA, data, Value::bytes(data));
        joined.extend_from_slice(data);
        at = at.saturating_add(data.len());
        cx.out.add(f::CHUNK_BOUNDARY, tvb.captured(at, 2), Value::bytes(tvb.captured(at, 2)));
        at += 2;
    }
    Ok(cx.out.alloc_bytes(&joined))
}
