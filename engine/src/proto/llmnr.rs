//! Link-Local Multicast Name Resolution, RFC 4795: messages of DNS, in a layer of its own.

use super::{
    Parent, Protocol,
    dissect::Cx,
    dns::{self, Kind},
    tvb::{Stop, Tvb},
};

/// LLMNR; its fields are those of DNS.
pub static LLMNR: Protocol = Protocol {
    name: "llmnr",
    title: "Link-local Multicast Name Resolution",
    frame_name: "llmnr",
    parents: &[Parent::UdpPort(5355)],
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    dns::message(cx, tvb, Kind::Llmnr, 0)
}
