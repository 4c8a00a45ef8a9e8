//! Captures without a link layer: the packet starts with its IP header.

use super::{
    Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// Raw IP.
pub static RAW: Protocol = Protocol {
    name: "raw",
    title: "Raw packet data",
    frame_name: "raw",
    parents: &[Parent::LinkType(12), Parent::LinkType(14), Parent::LinkType(101)],
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    match tvb.u8(0)? >> 4 {
        4 => _ = cx.call(Proto::Ip, tvb),
        6 => _ = cx.call(Proto::Ipv6, tvb),
        _ => cx.call_data(tvb),
    }
    Ok(tvb.len())
}
