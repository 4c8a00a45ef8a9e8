//! EtherIP, RFC 3378.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// Ethernet over IP.
pub static ETHERIP: Protocol = Protocol {
    name: "etherip",
    title: "Ethernet over IP",
    frame_name: "etherip",
    parents: &[Parent::IpProto(97)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    tvb.u16(0)?;
    cx.call(Proto::Eth, tvb.rest(2)?);
    Ok(2)
}
