//! Session Initiation Protocol, RFC 3261.

mod fields;
mod headers;
mod transaction;
mod uri;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol, Table,
    dissect::{Cx, Desegment, More},
    http::head,
    sdp,
    tvb::{Stop, Tvb},
};

/// SIP.
pub static SIP: Protocol = Protocol {
    name: "sip",
    title: "Session Initiation Protocol",
    frame_name: "sip",
    fields: FIELDS,
    parents: &[
        Parent::UdpPort(5060),
        Parent::TcpPort(5060),
        Parent::Heuristic(Proto::Udp),
        Parent::Heuristic(Proto::Tcp),
        Parent::Heuristic(Proto::Sctp),
    ],
    calls: &[Table::MediaType],
    extent: Extent::Whole,
    may_take: |_, tvb| {
        let bytes = tvb.data();
        head::line_len(bytes).is_some_and(|(len, _)| bytes.get(..len).and_then(start).is_some())
    },
    may_reject: true,
    waits_silently: true,
    across: &["sip"],
    stateful: &["sip"],
    dissect,
    ..Protocol::DEFAULT
};

const VERSION: &[u8] = b"SIP/2.0";

/// The first line.
#[derive(Clone, Copy)]
enum Start<'f> {
    Request { method: &'f [u8], uri: &'f [u8] },
    Status { code: &'f [u8] },
}

fn start(line: &[u8]) -> Option<Start<'_>> {
    let mut words = line.splitn(3, |byte| *byte == b' ');
    let (first, second, third) = (words.next()?, words.next()?, words.next().unwrap_or_default());
    if first == VERSION {
        return Some(Start::Status { code: second });
    }
    let token = !first.is_empty() && first.iter().all(u8::is_ascii_alphabetic);
    (token && third.starts_with(VERSION)).then_some(Start::Request { method: first, uri: second })
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let bytes = tvb.data();
    let line = head::line_len(bytes);
    let Some((start, line_len, line_whole)) = line.and_then(|(len, whole)| Some((start(bytes.get(..len)?)?, len, whole)))
    else {
        return Ok(0);
    };
    let Some(head_len) = head::end(bytes).or((!cx.info.can_desegment).then_some(bytes.len())) else {
        cx.info.desegment = Some(Desegment { offset: 0, more: More::OneSegment });
        return Ok(tvb.len());
    };
    let lines = head::headers(bytes, line_whole, head_len);
    let body = headers::content_length(&lines).unwrap_or(tvb.len().saturating_sub(head_len));
    if let Some(missing) = (head_len + body).checked_sub(tvb.len()).filter(|missing| *missing > 0)
        && cx.info.can_desegment
    {
        cx.info.desegment = Some(Desegment { offset: 0, more: More::Bytes(missing) });
        return Ok(tvb.len());
    }
    let shown = bytes.get(..line_len).unwrap_or_default();
    cx.column("SIP", || String::from_utf8_lossy(shown).into_owned());
    let transaction = headers::transaction(&lines);
    let exchange = match start {
        Start::Request { method, uri } => {
            cx.out.item(f::REQUEST_LINE, tvb, 0, line_len)?;
            cx.out.item(f::METHOD, tvb, 0, method.len())?;
            uri::emit(cx, tvb, method.len() + 1, uri, &uri::REQUEST)?;
            transaction::request(cx, &transaction, method)
        }
        Start::Status { code } => {
            cx.out.item(f::STATUS_LINE, tvb, 0, line_len)?;
            let number = std::str::from_utf8(code).ok().and_then(|text| text.parse::<u32>().ok()).unwrap_or_default();
            cx.out.number(f::STATUS_CODE, tvb, VERSION.len() + 1, code.len(), number.into())?;
            transaction::response(cx, &transaction, number)
        }
    };
    cx.out.item(f::MSG_HDR, tvb, line_whole, head_len.saturating_sub(line_whole))?;
    headers::emit(cx, tvb, &lines)?;
    let body = body.min(tvb.len().saturating_sub(head_len));
    if body > 0 {
        cx.out.item(f::MSG_BODY, tvb, head_len, body)?;
        let can_desegment = std::mem::take(&mut cx.info.can_desegment);
        sdp::expect(cx, exchange);
        cx.call_content(headers::content_type(&lines), tvb.rest(head_len)?.limit(body));
        sdp::expect(cx, sdp::Exchange::Alone);
        cx.info.can_desegment = can_desegment;
    }
    Ok(head_len + body)
}
