//! Internetwork Packet Exchange.

mod values;

use strato_filter_lang::value::Value;

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    eth::hardware_text,
    out::F,
    tvb::{Stop, Tvb},
};
use values as v;

fields! { crate::proto::Proto::Ipx =>
    CHECKSUM: "ipx.checksum", "Checksum", u16().hex().at(0);
    SRC: "ipx.src", "Source Address", str();
    DST: "ipx.dst", "Destination Address", str();
    ADDR: "ipx.addr", "Src/Dst Address", str().occurs_as(&["ipx.src", "ipx.dst"]);
    LEN: "ipx.len", "Length", u16().at(2);
    HOPS: "ipx.hops", "Transport Control (Hops)", u8().at(4);
    PACKET_TYPE: "ipx.packet_type", "Packet Type", u8().hex().values(&v::PACKET_TYPE).at(5);
    DST_NET: "ipx.dst.net", "Destination Network", ipxnet().at(6);
    DST_NODE: "ipx.dst.node", "Destination Node", ether().at(10);
    DST_SOCKET: "ipx.dst.socket", "Destination Socket", u16().hex().values(&v::DST_SOCKET).at(16);
    SRC_NET: "ipx.src.net", "Source Network", ipxnet().at(18);
    SRC_NODE: "ipx.src.node", "Source Node", ether().at(22);
    SRC_SOCKET: "ipx.src.socket", "Source Socket", u16().hex().values(&v::DST_SOCKET).at(28);
    NET: "ipx.net", "Source or Destination Network", ipxnet().occurs_as(&["ipx.src.net", "ipx.dst.net"]);
    NODE: "ipx.node", "Source or Destination Node", ether().occurs_as(&["ipx.src.node", "ipx.dst.node"]);
    SOCKET: "ipx.socket", "Source or Destination Socket", u16().hex().values(&v::DST_SOCKET).occurs_as(&["ipx.src.socket", "ipx.dst.socket"]);
}

/// IPX.
pub static IPX: Protocol = Protocol {
    name: "ipx",
    title: "Internetwork Packet eXchange",
    frame_name: "ipx",
    fields: FIELDS,
    parents: &[
        Parent::EtherType(0x8137),
        Parent::LlcSap(0xe0),
        Parent::PppProto(0x2b),
        Parent::IpProto(111),
        Parent::Below(Proto::Eth),
        Parent::Below(Proto::Vlan),
        Parent::Below(Proto::Null),
        Parent::Below(Proto::Arcnet),
        Parent::Below(Proto::Sll),
    ],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of the header.
const HEADER: usize = 30;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let len = usize::from(tvb.u16(2)?).max(HEADER);
    let tvb = tvb.limit(len);
    tvb.bytes(0, HEADER)?;
    address(cx, f::SRC, tvb, 18)?;
    address(cx, f::DST, tvb, 6)?;
    cx.column("IPX", || "IPX".into());
    let payload = tvb.rest(HEADER)?;
    if payload.reported_len() == 0 {
        return Ok(HEADER);
    }
    let (dst, src) = (tvb.u16(16)?, tvb.u16(28)?);
    // The lower socket is the one that is known.
    match by_socket(dst.min(src)).or_else(|| by_socket(dst.max(src))) {
        Some(proto) => _ = cx.call(proto, payload),
        None => cx.call_data(payload),
    }
    Ok(HEADER)
}

fn by_socket(socket: u16) -> Option<Proto> {
    match socket {
        0x0452 => Some(Proto::Ipxsap),
        0x0453 => Some(Proto::Ipxrip),
        0x0455 => Some(Proto::Nbipx),
        0x0551 | 0x0553 => Some(Proto::Nmpi),
        0x0550 | 0x0552 | 0x0554 => Some(Proto::Smb),
        0x900f | 0x9010 => Some(Proto::Snmp),
        _ => None,
    }
}

/// Network and node as text.
fn address<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    if cx.out.wants(field) {
        let node = hardware_text(tvb.bytes(at + 4, 6)?).replace(':', "");
        let text = format!("{:08x}.{node}", tvb.u32(at)?);
        let text = cx.out.alloc_str(&text);
        cx.out.add(field, tvb.bytes(at, 10)?, Value::str(text));
    }
    Ok(())
}
