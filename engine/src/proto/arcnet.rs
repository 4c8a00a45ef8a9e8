//! ARCNET as Linux captures it, with the headers of RFC 1201.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Arcnet =>
    SRC: "arcnet.src", "Source", u8().hex().at(0);
    DST: "arcnet.dst", "Dest", u8().hex().at(1);
    OFFSET: "arcnet.offset", "Offset", bytes();
    PROTID: "arcnet.protID", "Protocol ID", u8().hex().values(&PROTID).at(4);
    SPLIT_FLAG: "arcnet.split_flag", "Split Flag", u8();
    SEQUENCE: "arcnet.sequence", "Sequence", u16();
}

values! {
    PROTID {
        0xf0 => "RFC 1051 IP", 0xf1 => "RFC 1051 ARP", 0xd4 => "RFC 1201 IP", 0xd5 => "RFC 1201 ARP",
        0xd6 => "RFC 1201 RARP", 0xfa => "IPX", 0xec => "Novell of some sort", 0xc4 => "IPv6",
        0xe8 => "Encapsulated Ethernet", 0x0 => "Datapoint boot", 0x1 => "Datapoint mount", 0x8 => "PowerLAN beacon",
        0xf3 => "PowerLAN beacon2", 0xdd => "Appletalk", 0xf7 => "Banyan VINES", 0x80 => "Diagnose", 0xcd => "BACnet",
    }
}

/// ARCNET.
pub static ARCNET: Protocol = Protocol {
    name: "arcnet",
    title: "ARCNET",
    frame_name: "arcnet",
    fields: FIELDS,
    parents: &[Parent::LinkType(129)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    tvb.bytes(0, 4)?;
    let number = tvb.u8(4)?;
    cx.out.item(f::OFFSET, tvb, 2, 2)?;
    cx.column("ARCNET", || "ARCNET".into());
    // RFC 1051 has no more header than the protocol number.
    let header = if matches!(number, 240 | 241) { 5 } else { 8 };
    if header == 8 {
        cx.out.item(f::SPLIT_FLAG, tvb, 5, 1)?;
        cx.out.item(f::SEQUENCE, tvb, 6, 2)?;
    }
    let payload = tvb.rest(header)?;
    match number {
        212 | 240 => _ = cx.call(Proto::Ip, payload),
        213 | 214 | 241 => _ = cx.call(Proto::Arp, payload),
        250 => _ = cx.call(Proto::Ipx, payload),
        196 => _ = cx.call(Proto::Ipv6, payload),
        221 => _ = cx.call(Proto::Ddp, payload),
        _ => cx.call_data(payload),
    }
    Ok(header)
}
