//! Apache Kafka (Kafka documentation, "Protocol"): requests, and responses found by their correlation ids.

mod fields;
mod parts;
mod records;
mod schema;
mod values;

use self::{
    fields::{FIELDS, f},
    parts::Body,
    schema::{APIS, Api},
};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{Group, Severity},
    recent::Recent,
    tcp::pdus::dissect_pdus,
    tvb::{Stop, Tvb},
};

/// Kafka.
pub static KAFKA: Protocol = Protocol {
    name: "kafka",
    title: "Kafka",
    frame_name: "kafka",
    fields: FIELDS,
    parents: &[Parent::TcpPort(9092)],
    extent: Extent::Items,
    waits_silently: true,
    stateful: &["kafka"],
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of the length.
const LENGTH: usize = 4;
/// The interface that tells versions: the header of its response is never compact.
const API_VERSIONS: i16 = 18;

/// A request that may be answered.
#[derive(Clone, Copy, Debug)]
struct Asked {
    frame: u64,
    key: i16,
    version: i16,
}

/// Requests by conversation and correlation id.
type Requests = Recent<(u32, u32), Asked>;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let length = |tvb: Tvb<'f>, at| Ok(Some(tvb.u32(at)? as usize + LENGTH));
    dissect_pdus(cx, tvb, LENGTH, length, message)
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.item(Proto::Kafka, tvb);
    cx.out.item(f::LEN, tvb, 0, 4)?;
    let end = if cx.info.matched_port == cx.info.dstport { request(cx, tvb)? } else { response(cx, tvb)? };
    if end.is_some_and(|end| end != tvb.reported_len()) {
        let text = "Dissected message does not end at the pdu length offset";
        cx.out.expert(f::PDU_LENGTH_MISMATCH, Severity::Warn, Group::Malformed, text);
    }
    Ok(tvb.len())
}

fn api(key: i16) -> Option<&'static Api> {
    APIS.get(usize::try_from(key).ok()?)
}

/// Notes that Wireshark does not know this version.
fn check_version(cx: &mut Cx<'_>, key: i16, version: i16) {
    match api(key) {
        None => {
            cx.out.expert(f::UNKNOWN_API_KEY, Severity::Warn, Group::Undecoded, &format!("Unknown {key} API key"));
        }
        Some(api) if version > api.newest || version < 0 => {
            let range = if api.newest == 0 { "v0".to_owned() } else { format!("v0-{}", api.newest) };
            let text = format!("Unsupported {} version. Supports {range}.", api.name);
            cx.out.expert(f::UNSUPPORTED_API_VERSION, Severity::Warn, Group::Undecoded, &text);
        }
        Some(_) => {}
    }
}

fn is_compact(api: &Api, version: i16) -> bool {
    api.compact.is_some_and(|first| version >= first)
}

fn column(cx: &mut Cx<'_>, what: &str, key: i16, version: i16) {
    let before = std::mem::take(&mut cx.info.info_column);
    let goes_on = cx.info.protocol_column == "Kafka";
    cx.column("Kafka", || {
        let name = api(key).map_or("Unknown", |api| api.name);
        let text = format!("Kafka {name} v{version} {what}");
        if goes_on { format!("{before} {text}") } else { text }
    });
}

/// Returns where it ends, as far as that is known.
fn request<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<Option<usize>, Stop> {
    let (key, version) = (tvb.u16(4)?.cast_signed(), tvb.u16(6)?.cast_signed());
    column(cx, "Request", key, version);
    cx.out.item(f::REQUEST_KEY, tvb, 4, 2)?;
    cx.out.item(f::API_KEY, tvb, 4, 2)?;
    cx.out.item(f::REQUEST_VERSION, tvb, 6, 2)?;
    cx.out.item(f::API_VERSION, tvb, 6, 2)?;
    check_version(cx, key, version);
    let id = tvb.u32(8)?;
    cx.out.item(f::CORRELATION_ID, tvb, 8, 4)?;
    cx.tell(id, f::RESPONSE_FRAME);
    // The name of the client is never compact.
    let mut at = Body { tvb, version, compact: false }.text(cx, f::CLIENT_ID, 12)?;
    if let Some(api) = api(key) {
        let mut body = Body { tvb, version, compact: is_compact(api, version) };
        if body.compact {
            at = body.tags(cx, at)?;
        }
        at = body.structure(cx, api.request, at)?;
    }
    // Only what could be read to its end is known to the response.
    if let Some(flow) = cx.info.flow.filter(|_| !cx.info.in_error) {
        let asked = Asked { frame: cx.frame.number, key, version };
        cx.state.of::<Requests>(Proto::Kafka).insert((flow.id, id), asked);
    }
    Ok(Some(at))
}

fn response<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<Option<usize>, Stop> {
    let id = tvb.u32(4)?;
    cx.out.item(f::CORRELATION_ID, tvb, 4, 4)?;
    let flow = cx.info.flow.filter(|_| !cx.info.in_error);
    let asked = flow.and_then(|flow| cx.state.of::<Requests>(Proto::Kafka).get((flow.id, id)).copied());
    let Some(Asked { frame, key, version }) = asked else {
        cx.column("Kafka", || "Kafka Response (Unknown API key, Missing Request)".to_owned());
        cx.out.expert(f::REQUEST_MISSING, Severity::Warn, Group::Undecoded, "Request missing");
        return Ok(None);
    };
    column(cx, "Response", key, version);
    cx.note_frame_for(frame, id, f::RESPONSE_FRAME);
    cx.out.generated_uint(f::REQUEST_FRAME, frame);
    for (field, value) in [(f::RESPONSE_KEY, key), (f::API_KEY, key), (f::RESPONSE_VERSION, version)] {
        cx.out.generated(field, strato_filter_lang::value::Value::Int(value.into()));
    }
    check_version(cx, key, version);
    let Some(api) = api(key) else { return Ok(Some(8)) };
    let mut body = Body { tvb, version, compact: is_compact(api, version) };
    let mut at = 8;
    if body.compact && key != API_VERSIONS {
        at = body.tags(cx, at)?;
    }
    body.structure(cx, api.response, at).map(Some)
}
