//! Juniper Ethernet captures: a magic number and attributes before the frame.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// Juniper.
pub static JUNIPER: Protocol = Protocol {
    name: "juniper",
    title: "Juniper",
    frame_name: "juniper",
    parents: &[Parent::LinkType(178)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Attributes follow the flags.
const EXTENSIONS: u8 = 0x80;
/// The link layer's header was removed.
const NO_LINK_LAYER: u8 = 0x02;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if tvb.bytes(0, 3)? != b"MGC" {
        cx.call_data(tvb);
        return Ok(tvb.len());
    }
    let flags = tvb.u8(3)?;
    let header = if flags & EXTENSIONS != 0 { 6 + usize::from(tvb.u16(4)?) } else { 4 };
    let payload = tvb.rest(header)?;
    cx.column("Juniper", || "Juniper Ethernet".into());
    if flags & NO_LINK_LAYER != 0 {
        // The protocol stands in four bytes of its own.
        cx.call_data(payload);
    } else {
        cx.call(Proto::Eth, payload);
    }
    Ok(header)
}
