//! Routing Information Protocol of IPX (Novell, "IPX Router Specification").

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Ipxrip =>
    REQUEST: "ipxrip.request", "Request", bool();
    RESPONSE: "ipxrip.response", "Response", bool();
    PACKET_TYPE: "ipxrip.packet_type", "RIP packet type", u16().values(&PACKET_TYPE);
    ROUTE_VECTOR: "ipxrip.route_vector", "Route Vector", ipxnet();
    HOPS: "ipxrip.hops", "Hops", u16();
    TICKS: "ipxrip.ticks", "Ticks", u16();
}

values! {
    PACKET_TYPE { 1 => "Request", 2 => "Response" }
}

/// RIP of IPX.
pub static IPXRIP: Protocol = Protocol {
    name: "ipxrip",
    title: "IPX Routing Information Protocol",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Ipx)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("IPX RIP", String::new);
    let kind = cx.out.uint(f::PACKET_TYPE, tvb, 0, 2)?;
    match kind {
        1 => cx.out.item(f::REQUEST, tvb, 0, 2)?,
        2 => cx.out.item(f::RESPONSE, tvb, 0, 2)?,
        _ => {}
    }
    for at in (2..tvb.reported_len()).step_by(8) {
        cx.out.item(f::ROUTE_VECTOR, tvb, at, 4)?;
        cx.out.item(f::HOPS, tvb, at + 4, 2)?;
        cx.out.item(f::TICKS, tvb, at + 6, 2)?;
    }
    Ok(tvb.len())
}
