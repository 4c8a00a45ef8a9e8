//! Border Gateway Protocol, version 4: RFC 4271, multiprotocol extensions of RFC 4760, and attributes of other RFCs.

mod attributes;
mod communities;
mod fields;
mod messages;
mod prefixes;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Cx, Desegment, More},
    out::{Group, Severity},
    tvb::{Stop, Tvb},
    ws,
};

/// BGP.
pub static BGP: Protocol = Protocol {
    name: "bgp",
    title: "Border Gateway Protocol",
    frame_name: "bgp",
    fields: FIELDS,
    parents: &[Parent::TcpPort(179), Parent::Below(Proto::Bgp)],
    extent: Extent::Whole,
    waits_silently: true,
    dissect,
    ..Protocol::DEFAULT
};

/// All ones, before each message.
const MARKER: usize = 16;
/// Marker, length and type.
const HEADER: usize = 19;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("BGP", String::new);
    if cx.parent() == Some(Proto::Bgp) {
        message(cx, tvb)?;
        return Ok(tvb.len());
    }
    let start = tvb.data().windows(MARKER).position(|window| window.iter().all(|byte| *byte == 0xff));
    let mut at = match start {
        Some(start) => start,
        None if tvb.reported_len() < HEADER && cx.info.can_desegment => {
            cx.info.desegment = Some(Desegment { offset: 0, more: More::OneSegment });
            return Ok(tvb.len());
        }
        None => tvb.reported_len(),
    };
    // A message whose beginning is not here.
    let mut own = at == 0;
    if at > 0 {
        cx.out.label(f::CONTINUATION, tvb, 0, at);
    }
    while tvb.reported_rest(at) > 0 {
        let rest = tvb.rest(at)?;
        let len = if rest.len() < HEADER { None } else { Some(usize::from(rest.u16(MARKER)?)) };
        let more = match len {
            None => Some(More::OneSegment),
            Some(len) => len.checked_sub(rest.reported_len()).filter(|more| *more > 0).map(More::Bytes),
        };
        if let Some(more) = more.filter(|_| cx.info.can_desegment) {
            cx.info.desegment = Some(Desegment { offset: at, more });
            return Ok(tvb.len());
        }
        let len = len.filter(|len| *len >= HEADER).ok_or(Stop::Malformed)?;
        if std::mem::take(&mut own) {
            // What is wrong with one message does not end the others.
            if let Err(stop) = message(cx, rest.limit(len)) {
                ws::stopped(cx, stop);
            }
        } else {
            let names = cx.protocols.len();
            cx.call(Proto::Bgp, rest.limit(len));
            cx.protocols.truncate(names);
        }
        at += len;
    }
    Ok(tvb.len())
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const OPEN: u8 = 1;
    const UPDATE: u8 = 2;
    const NOTIFICATION: u8 = 3;
    const REFRESH: u8 = 5;
    const REFRESH_CISCO: u8 = 128;
    let marker = tvb.bytes(0, MARKER)?;
    cx.out.item(f::MARKER, tvb, 0, MARKER)?;
    if marker.iter().any(|byte| *byte != 0xff) {
        cx.out.expert(f::MARKER_INVALID, Severity::Error, Group::Malformed, "Marker is not all ones");
    }
    cx.out.item(f::LENGTH, tvb, 16, 2)?;
    let kind = cx.out.uint(f::TYPE, tvb, 18, 1)? as u8;
    cx.column("BGP", || values::TYPE.name(kind.into()).unwrap_or("Unknown message").to_owned());
    let body = tvb.rest(HEADER)?;
    match kind {
        OPEN => messages::open(cx, body),
        UPDATE => messages::update(cx, body),
        NOTIFICATION => messages::notification(cx, body),
        REFRESH | REFRESH_CISCO => messages::refresh(cx, body),
        _ => Ok(()),
    }
}

/// Notes a length that cannot be.
fn invalid_length(cx: &mut Cx<'_>, text: &str) {
    cx.out.expert(f::LENGTH_INVALID, Severity::Error, Group::Malformed, text);
}
