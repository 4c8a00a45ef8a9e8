//! User Datagram Protocol, RFC 768.

use super::{
    Extent, Parent, Proto, Protocol, Table,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::Udp =>
    SRCPORT: "udp.srcport", "Source Port", u16().at(0);
    DSTPORT: "udp.dstport", "Destination Port", u16().at(2);
    PORT: "udp.port", "Source or Destination Port", u16().occurs_as(&["udp.srcport", "udp.dstport"]);
    LENGTH: "udp.length", "Length", u16().at(4).unit("bytes").help("Header and payload");
    CHECKSUM: "udp.checksum", "Checksum", u16().hex().at(6);
    PAYLOAD: "udp.payload", "Payload", bytes();
}

/// UDP.
pub static UDP: Protocol = Protocol {
    name: "udp",
    title: "User Datagram Protocol",
    frame_name: "udp",
    fields: FIELDS,
    parents: &[Parent::IpProto(17)],
    calls: &[Table::UdpPort],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (src, dst) = (tvb.u16(0)?, tvb.u16(2)?);
    tvb.bytes(4, 4)?;
    cx.info.srcport = src;
    cx.info.dstport = dst;
    let payload = tvb.rest(8)?;
    cx.out.item(f::PAYLOAD, tvb, 8, payload.len())?;
    // As Wireshark: the lower port first.
    let (low, high) = if src < dst { (src, dst) } else { (dst, src) };
    let known = cx.call_table(Table::UdpPort, low.into(), payload)
        || cx.call_table(Table::UdpPort, high.into(), payload)
        || cx.call_heuristics(Proto::Udp, payload);
    if !known {
        cx.call_data(payload);
    }
    Ok(8)
}
