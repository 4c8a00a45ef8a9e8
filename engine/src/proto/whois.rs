//! WHOIS, RFC 3912: a line asks, all that follows answers.

use strato_filter_lang::value::Value;

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Cx, Desegment, More},
    out::{Group, Severity},
    recent::Recent,
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::Whois =>
    QUERY: "whois.query", "Query", str();
    ANSWER: "whois.answer", "Answer", str();
    ANSWER_IN: "whois.answer_in", "Answer In", framenum();
    ANSWER_TO: "whois.answer_to", "Query In", framenum();
    RESPONSE_TIME: "whois.response_time", "Response Time", rel_time();
    NOCRLF: "whois.nocrlf", "Missing <CR><LF>", none();
    ENCODING: "whois.encoding", "WHOIS has no mechanism to indicate encoding (RFC 3912), assuming UTF-8", none();
}

/// Whois.
pub static WHOIS: Protocol = Protocol {
    name: "whois",
    title: "whois",
    frame_name: "whois",
    fields: FIELDS,
    parents: &[Parent::TcpPort(43)],
    extent: Extent::Whole,
    waits_silently: true,
    stateful: &["whois"],
    dissect,
    ..Protocol::DEFAULT
};

/// Frame and time of the question, by conversation.
type Queries = Recent<u32, (u64, Option<i128>)>;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let from_client = cx.info.matched_port == cx.info.dstport;
    let wish = |more| Some(Desegment { offset: 0, more });
    if cx.info.can_desegment && !from_client {
        cx.info.desegment = wish(More::UntilFin);
        return Ok(tvb.len().max(1));
    }
    if cx.info.can_desegment && !tvb.data().ends_with(b"\r\n") {
        cx.info.desegment = wish(More::OneSegment);
        return Ok(tvb.len().max(1));
    }
    cx.column("WHOIS", || if from_client { "Query".to_owned() } else { "Answer".to_owned() });
    let (flow, frame, now) = (cx.info.flow, cx.frame.number, cx.frame.timestamp_ns);
    if from_client {
        cx.out.item(f::QUERY, tvb, 0, tvb.len())?;
        if let Some(flow) = flow {
            cx.state.of::<Queries>(Proto::Whois).insert(flow.id, (frame, now));
            cx.tell(flow.id, f::ANSWER_IN);
        }
        return Ok(tvb.len().max(1));
    }
    let query = flow.and_then(|flow| cx.state.of::<Queries>(Proto::Whois).get(flow.id).copied());
    if let (Some((asked, then)), Some(flow)) = (query, flow) {
        cx.note_frame_for(asked, flow.id, f::ANSWER_IN);
        cx.out.generated_uint(f::ANSWER_TO, asked);
        if let (Some(now), Some(then)) = (now, then) {
            cx.out.generated(f::RESPONSE_TIME, Value::Time(now - then));
        }
    }
    let text = "WHOIS has no mechanism to indicate encoding (RFC 3912), assuming UTF-8";
    cx.out.expert(f::ENCODING, Severity::Chat, Group::Assumption, text);
    let mut at = 0;
    while at < tvb.len() {
        let rest = tvb.captured(at, tvb.len());
        let len = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        cx.out.item(f::ANSWER, tvb, at, len)?;
        at += len;
    }
    Ok(tvb.len().max(1))
}
