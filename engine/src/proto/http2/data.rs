//! Bodies: DATA frames put together, decompressed, and handed on by their media type.

use strato_filter_lang::value::Value;

use super::{f, state::stream};
use crate::proto::{
    Proto, decompress,
    dissect::{Cx, Desegment, More},
    grpc, media,
    out::{Group, Severity},
    registry,
    tvb::Tvb,
};

/// Dissects what a DATA frame carries; `false` when Wireshark fails there.
pub(super) fn payload<'f>(cx: &mut Cx<'f>, id: u32, tvb: Tvb<'f>, padded: &'f [u8], ends: bool) -> bool {
    let (streaming, known, begun) = stream(cx, id, |stream, reversed| {
        let streaming = stream.streaming;
        let (side, _) = stream.sides(reversed);
        (streaming, side.has_headers && !side.chunked, !side.body.parts.is_empty())
    });
    let raw = tvb.data();
    // What is called has its own messages, not those of the connection.
    let outer = (cx.info.can_desegment, cx.info.desegment.take());
    let mut fine = true;
    if streaming {
        cx.out.add(f::DATA_DATA, raw, Value::bytes(raw));
        cx.info.can_desegment = true;
        fine = messages(cx, id, raw);
    } else if known && ends && !begun {
        whole(cx, id, padded, raw);
    } else if known {
        collect(cx, id, raw, ends);
    } else {
        cx.out.add(f::DATA_DATA, raw, Value::bytes(raw));
    }
    (cx.info.can_desegment, cx.info.desegment) = outer;
    fine
}

/// A part of a body.
fn collect<'f>(cx: &mut Cx<'f>, id: u32, raw: &'f [u8], ends: bool) {
    let frame = cx.frame.number;
    let done = stream(cx, id, |stream, reversed| {
        let body = &mut stream.sides(reversed).0.body;
        if !raw.is_empty() || !ends {
            body.push(frame, raw);
        }
        let done = ends.then(|| (body.bytes().to_vec(), std::mem::take(&mut body.parts)));
        if ends {
            body.clear();
        }
        done
    });
    match done {
        Some((bytes, parts)) => {
            let bytes = cx.out.alloc_bytes(&bytes);
            fragments(cx, id, bytes, &parts);
            whole(cx, id, bytes, raw);
        }
        None => {
            cx.tell(id, f::BODY_REASSEMBLED_IN);
            cx.out.add(f::DATA_DATA, raw, Value::bytes(raw));
        }
    }
}

/// The stream ends with trailers: so does the body.
pub(super) fn end(cx: &mut Cx<'_>, id: u32) {
    let begun = stream(cx, id, |stream, reversed| {
        !stream.streaming && !stream.sides(reversed).0.body.parts.is_empty()
    });
    if begun {
        let outer = (cx.info.can_desegment, cx.info.desegment.take());
        collect(cx, id, &[], true);
        (cx.info.can_desegment, cx.info.desegment) = outer;
    }
}

/// What was put together from which frames.
fn fragments<'f>(cx: &mut Cx<'f>, id: u32, bytes: &'f [u8], parts: &[u64]) {
    let frame = cx.frame.number;
    for part in parts.iter().filter(|part| **part != frame) {
        cx.note_frame_for(*part, id, f::BODY_REASSEMBLED_IN);
    }
    cx.out.add(f::BODY_FRAGMENTS, bytes, Value::Label);
    for frame in parts {
        cx.out.generated_uint(f::BODY_FRAGMENT, *frame);
    }
    cx.out.generated_uint(f::BODY_FRAGMENT_COUNT, parts.len() as u64);
    cx.out.generated_uint(f::BODY_REASSEMBLED_LENGTH, bytes.len() as u64);
    cx.out.add(f::BODY_REASSEMBLED_DATA, bytes, Value::bytes(bytes));
}

/// A whole body.
fn whole<'f>(cx: &mut Cx<'f>, id: u32, bytes: &'f [u8], raw: &'f [u8]) {
    let (content_type, coding) = stream(cx, id, |stream, reversed| {
        let (side, _) = stream.sides(reversed);
        (side.content_type.clone(), side.content_encoding.clone())
    });
    let mut shown = bytes;
    if !bytes.is_empty() && matches!(&*coding, b"gzip" | b"x-gzip" | b"deflate" | b"br" | b"zstd") {
        match decompress::by_name(cx, &coding, bytes) {
            Some(decoded) => shown = decoded,
            None => {
                let text = "Body decompression failed";
                cx.out.expert(f::BODY_DECOMPRESSION_FAILED, Severity::Warn, Group::Undecoded, text);
            }

        }
    }
    cx.out.add(f::DATA_DATA, raw, Value::bytes(shown));
    let content_type = cx.out.alloc_bytes(&content_type);
    let proto = media::by_type(registry::registry(), content_type);
    if let Some(proto) = proto.filter(|_| !shown.is_empty()) {
        let outer = std::mem::replace(&mut cx.content_type, content_type);
        cx.info.can_desegment = false;
        cx.call(proto, Tvb::whole(shown));
        cx.content_type = outer;
    }
}

/// Messages that are dissected as they come, one perhaps begun in an earlier frame; `false` when it cannot be told what
/// they are.
fn messages<'f>(cx: &mut Cx<'f>, id: u32, raw: &'f [u8]) -> bool {
    let frame = cx.frame.number;
    let mut at = 0;
    // Each turn completes what was needed: the header of a message, then the message.
    while at < raw.len() {
        let rest = raw.get(at..).unwrap_or_default();
        let Some((take, done)) = add(cx, id, rest) else {
            let (wish, fine) = call(cx, rest);
            if let Some(wish) = wish {
                keep(cx, id, rest.get(wish.offset..).unwrap_or_default(), wish.more);
            }
            return fine;
        };
        let segment = rest.get(..take).unwrap_or_default();
        at += take;
        let Some((bytes, parts)) = done else {
            cx.tell(id, f::BODY_REASSEMBLED_IN);
            cx.out.add(f::DATA_SEGMENT, segment, Value::bytes(segment));
            return true;
        };
        cx.out.generated_uint(f::BODY_REASSEMBLED_IN, frame);
        cx.out.add(f::DATA_SEGMENT, segment, Value::bytes(segment));
        let bytes = cx.out.alloc_bytes(&bytes);
        fragments(cx, id, bytes, &parts);
        let (wish, fine) = call(cx, bytes);
        stream(cx, id, |stream, reversed| {
            let body = &mut stream.sides(reversed).0.body;
            match wish {
                Some(Desegment { offset: 0, more: More::Bytes(more) }) => body.need = body.need.saturating_add(more),
                _ => body.clear(),
            }
        });
        if !fine {
            return false;
        }
    }
    true
}

/// A message that is complete, and the frames it came in.
type Done = (Vec<u8>, Vec<u64>);

/// Adds bytes to the message that was begun, if there is one: how many it took, and the message once it is complete.
fn add(cx: &mut Cx<'_>, id: u32, rest: &[u8]) -> Option<(usize, Option<Done>)> {
    let frame = cx.frame.number;
    stream(cx, id, |stream, reversed| {
        let body = &mut stream.sides(reversed).0.body;
        if body.parts.is_empty() {
            return None;
        }
        let take = body.need.saturating_sub(body.bytes().len()).min(rest.len());
        body.push(frame, rest.get(..take).unwrap_or_default());
        // One that grew too large was forgotten.
        let done = !body.parts.is_empty() && body.bytes().len() >= body.need;
        Some((take, done.then(|| (body.bytes().to_vec(), body.parts.clone()))))
    })
}

/// Hands bytes on: what is still needed, and whether it could be told what they are.
fn call<'f>(cx: &mut Cx<'f>, bytes: &'f [u8]) -> (Option<Desegment>, bool) {
    let fine = bytes.len() < grpc::HEADER || super::call(cx).is_some();
    cx.info.desegment = None;
    cx.call(Proto::Grpc, Tvb::whole(bytes));
    (cx.info.desegment.take(), fine)
}

/// Keeps the start of a message.
fn keep<'f>(cx: &mut Cx<'f>, id: u32, rest: &'f [u8], more: More) {
    cx.out.add(f::DATA_SEGMENT, rest, Value::bytes(rest));
    let (frame, More::Bytes(more)) = (cx.frame.number, more) else { return };
    stream(cx, id, |stream, reversed| {
        let body = &mut stream.sides(reversed).0.body;
        body.clear();
        body.need = rest.len().saturating_add(more);
        body.push(frame, rest);
    });
}
