//! Finger, RFC 1288: a line asks, all that follows answers.

use strato_filter_lang::value::Value;

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Cx, Desegment, More},
    recent::Recent,
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::Finger =>
    QUERY: "finger.query", "Query", str();
    RESPONSE: "finger.response", "Response", str();
    RESPONSE_IN: "finger.response_in", "Response In", framenum();
    RESPONSE_TO: "finger.response_to", "Request In", framenum();
    RESPONSE_TIME: "finger.response_time", "Response Time", rel_time();
    NOCRLF: "finger.nocrlf", "Missing <CR><LF>", none();
}

/// Finger.
pub static FINGER: Protocol = Protocol {
    name: "finger",
    title: "finger",
    frame_name: "finger",
    fields: FIELDS,
    parents: &[Parent::TcpPort(79)],
    extent: Extent::Whole,
    waits_silently: true,
    stateful: &["finger"],
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
    cx.column("FINGER", || if from_client { "Query".to_owned() } else { "Response".to_owned() });
    let (flow, frame, now) = (cx.info.flow, cx.frame.number, cx.frame.timestamp_ns);
    if from_client {
        cx.out.item(f::QUERY, tvb, 0, tvb.len())?;
        if let Some(flow) = flow {
            cx.state.of::<Queries>(Proto::Finger).insert(flow.id, (frame, now));
            cx.tell(flow.id, f::RESPONSE_IN);
        }
        return Ok(tvb.len().max(1));
    }
    let query = flow.and_then(|flow| cx.state.of::<Queries>(Proto::Finger).get(flow.id).copied());
    if let (Some((asked, then)), Some(flow)) = (query, flow) {
        cx.note_frame_for(asked, flow.id, f::RESPONSE_IN);
        cx.out.generated_uint(f::RESPONSE_TO, asked);
        if let (Some(now), Some(then)) = (now, then) {
            cx.out.generated(f::RESPONSE_TIME, Value::Time(now - then));
        }
    }
    cx.out.item(f::RESPONSE, tvb, 0, tvb.len())?;
    Ok(tvb.len().max(1))
}
