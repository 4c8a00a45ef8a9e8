//! Fibre Channel: the frame header (FC-FS); what frames carry is left as it is.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// Fibre Channel.
pub static FC: Protocol = Protocol {
    name: "fc",
    title: "Fibre Channel",
    frame_name: "fc",
    fields: FIELDS,
    parents: &[Parent::LinkType(224), Parent::Below(Proto::Fcoe)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of the header.
const HEADER: usize = 24;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("FC", || "Fibre Channel".to_owned());
    if tvb.reported_len() < HEADER {
        let text = "Packet length is shorter than the required header";
        cx.out.expert(f::SHORT_HDR, Severity::Error, Group::Malformed, text);
        return Ok(tvb.len());
    }
    cx.call_data(tvb.rest(HEADER)?);
    Ok(HEADER)
}
