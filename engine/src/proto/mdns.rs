//! Multicast DNS, RFC 6762: messages of DNS, in a layer of its own.

use super::{
    Parent, Protocol,
    dissect::Cx,
    dns::{self, Kind},
    tvb::{Stop, Tvb},
};

/// mDNS; its fields are those of DNS.
pub static MDNS: Protocol = Protocol {
    name: "mdns",
    title: "Multicast Domain Name System",
    frame_name: "mdns",
    parents: &[Parent::UdpPort(5353)],
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    dns::message(cx, tvb, Kind::Mdns, 0)
}
