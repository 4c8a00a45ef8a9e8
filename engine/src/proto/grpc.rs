//! gRPC's messages, <https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md>.

use strato_filter_lang::value::Value;

use super::{
    Parent, Proto, Protocol,
    dissect::{Cx, Desegment, More},
    decompress, http2,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::Grpc =>
    FRAME_TYPE: "grpc.frame_type", "Frame Type", u8().mask(0x80).values(&FRAME_TYPE);
    COMPRESSED_FLAG: "grpc.compressed_flag", "Compressed Flag", u8().mask(0x1).values(&COMPRESSED_FLAG);
    MESSAGE_LENGTH: "grpc.message_length", "Message Length", u32();
    MESSAGE_DATA: "grpc.message_data", "Message Data", bytes();
    BODY_DECOMPRESSION_FAILED: "grpc.body_decompression_failed", "Body decompression failed", none();
    BODY_MALFORMED: "grpc.body_malformed", "Malformed message data", none();
}

values! {
    FRAME_TYPE { 0 => "Data", 1 => "Trailer" }
    COMPRESSED_FLAG { 0 => "Not Compressed", 1 => "Compressed" }
}

/// gRPC.
pub static GRPC: Protocol = Protocol {
    name: "grpc",
    title: "GRPC Message",
    frame_name: "grpc",
    fields: FIELDS,
    parents: &[
        Parent::Below(Proto::Http2),
        Parent::MediaType("application/grpc"),
        Parent::MediaType("application/grpc+json"),
        Parent::MediaType("application/grpc+proto"),
        Parent::MediaType("application/grpc-web"),
        Parent::MediaType("application/grpc-web+json"),
        Parent::MediaType("application/grpc-web+proto"),
        Parent::MediaType("application/grpc-web-text"),
        Parent::MediaType("application/grpc-web-text+proto"),
    ],
    waits_silently: true,
    dissect,
    ..Protocol::DEFAULT
};

/// Flags and length before each message.
pub(super) const HEADER: usize = 5;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let missing = |len: usize, at: usize| tvb.len().checked_sub(at).and_then(|there| len.checked_sub(there)).unwrap_or(0);
    let call = http2::call(cx);
    // Whose message it is cannot be told; Wireshark gives up here, too.
    if cx.parent() == Some(Proto::Http2) && call.is_none() && missing(HEADER, 0) == 0 {
        cx.withdraw_item(Proto::Grpc);
        return Err(Stop::Malformed);
    }
    let call = call.unwrap_or_default();
    let text = cx.parent() != Some(Proto::Http2) && cx.content_type.starts_with(b"application/grpc-web-text");
    let tvb = if text { Tvb::whole(cx.out.alloc_bytes(&base64(tvb.data()))) } else { tvb };
    let missing =
        |len: usize, at: usize| tvb.len().checked_sub(at).and_then(|there| len.checked_sub(there)).unwrap_or(0);
    let (mut at, mut first) = (0, tvb.len());
    while at < tvb.len() {
        let more = match missing(HEADER, at) {
            0 => missing(HEADER.saturating_add(tvb.u32(at + 1)? as usize), at),
            more => more,
        };
        if more > 0 && cx.info.can_desegment {
            cx.info.desegment = Some(Desegment { offset: at, more: More::Bytes(more) });
            return Ok(first.min(at));
        }
        if more > 0 {
            let left = tvb.len() - at;
            let need = left.saturating_add(more);
            let text = format!("GRPC Malformed message data: only {left} bytes left, need at least {need} bytes.");
            cx.out.expert(f::BODY_MALFORMED, Severity::Warn, Group::Malformed, &text);
            return Ok(first);
        }
        if at > 0 {
            cx.further_item(Proto::Grpc, tvb.rest(at)?);
        }
        let len = message(cx, tvb.rest(at)?, &call)?;
        if at == 0 {
            first = len;
        }
        at += len;
    }
    Ok(first)
}

/// Dissects a message; returns its length.
fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, call: &http2::Call) -> Result<usize, Stop> {
    cx.out.item(f::FRAME_TYPE, tvb, 0, 1)?;
    cx.out.item(f::COMPRESSED_FLAG, tvb, 0, 1)?;
    let len = cx.out.uint(f::MESSAGE_LENGTH, tvb, 1, 4)? as usize;
    cx.info.protocol_column = "GRPC";
    if len == 0 {
        return Ok(HEADER);
    }
    let body = tvb.sub(HEADER, len)?;
    let mut shown = body;
    let mut compressed = tvb.u8(0)? & 1 != 0;
    if compressed {
        match decompress::by_name(cx, &call.message_encoding, body.data()) {
            Some(bytes) => {
                shown = Tvb::whole(bytes);
                compressed = false;
            }
            None => {
                let text = "Body decompression failed";
                cx.out.expert(f::BODY_DECOMPRESSION_FAILED, Severity::Warn, Group::Undecoded, text);
            }
        }
    }
    cx.out.add(f::MESSAGE_DATA, body.data(), Value::bytes(shown.data()));
    if !compressed {
        let text = shown.data().trim_ascii();
        let json = text.starts_with(b"{") && text.ends_with(b"}");
        let named = call.content_type.starts_with(b"application/grpc+json");
        // What gRPC-Web has in the place of trailers.
        let trailer = tvb.u8(0)? & 0x80 != 0;
        cx.call(if trailer { Proto::DataTextLines } else if json || named { Proto::Json } else { Proto::Protobuf }, shown);
    }
    Ok(HEADER.saturating_add(len))
}

/// Decodes base64 (RFC 4648 §4) by whole groups of four, of which several may be padded; what is no digit is passed.
fn base64(text: &[u8]) -> Vec<u8> {
    let digits = text.iter().filter_map(|byte| {
        Some(match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => PADDING,
            _ => return None,
        })
    });
    const PADDING: u8 = 64;
    let digits: Vec<u8> = digits.collect();
    let mut decoded = Vec::with_capacity(digits.len() / 4 * 3);
    for group in digits.as_chunks::<4>().0 {
        let bits = group.iter().fold(0u32, |bits, digit| bits << 6 | u32::from(digit % PADDING));
        let len = 3 - group.iter().rev().take(2).take_while(|digit| **digit == PADDING).count();
        decoded.extend_from_slice(bits.to_be_bytes().get(1..1 + len).unwrap_or_default());
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_may_be_padded_in_the_middle() {
        assert_eq!(base64(b"Zm9v"), b"foo");
        assert_eq!(base64(b"Zg==Zm8=Zm9v"), b"ffofoo");
        assert_eq!(base64(b"!Zm9v\r\nZm9"), b"foo");
    }
}
