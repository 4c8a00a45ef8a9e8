//! Simple Service Discovery Protocol: HTTP over UDP.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// SSDP.
pub static SSDP: Protocol = Protocol {
    name: "ssdp",
    title: "Simple Service Discovery Protocol",
    frame_name: "ssdp",
    parents: &[Parent::UdpPort(1900)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.call(Proto::Http, tvb);
    // Its messages are HTTP's, but the frame is said to hold SSDP.
    if cx.protocols.last() == Some(&"http") {
        cx.protocols.pop();
    }
    cx.info.protocol_column = "SSDP";
    Ok(tvb.len())
}
