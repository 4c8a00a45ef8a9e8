//! Virtual eXtensible LAN, RFC 7348, and its generic protocol extension.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Vxlan =>
    FLAGS: "vxlan.flags", "Flags", u16().hex().at(0);
    FLAG_G: "vxlan.flag_g", "GBP Extension", bool().mask(0x8000).words("Defined", "Not defined").at_width(0, 2);
    FLAG_I: "vxlan.flag_i", "VXLAN Network ID (VNI)", bool().mask(0x800).at_width(0, 2);
    FLAG_D: "vxlan.flag_d", "Don't Learn", bool().mask(0x40).at_width(0, 2);
    FLAG_A: "vxlan.flag_a", "Policy Applied", bool().mask(0x8).at_width(0, 2);
    FLAGS_RESERVED: "vxlan.flags_reserved", "Reserved(R)", u16().hex().mask(0x77b7).at(0);
    GBP: "vxlan.gbp", "Group Policy ID", u16().at(2);
    VNI: "vxlan.vni", "VXLAN Network Identifier (VNI)", u24().at(4);
    RESERVED8: "vxlan.reserved8", "Reserved", u8().at(7);
    I_BIT: "vxlan.i_bit", "Instance", u8().mask(0x8);
    NEXT_PROTO: "vxlan.next_proto", "Next Protocol", u8().values(&NEXT_PROTO);
    O_BIT: "vxlan.o_bit", "OAM bit", u8().mask(0x1);
    P_BIT: "vxlan.p_bit", "Next Protocol Bit", u8().mask(0x4);
    RESERVED_16: "vxlan.reserved_16", "Reserved", u16();
    VER: "vxlan.ver", "Version", u8().mask(0x30);
}

values! {
    NEXT_PROTO {
        1 => "IPv4", 2 => "IPv6", 3 => "Ethernet", 4 => "Network Service Header", 5 => "MPLS",
    }
}

/// VXLAN.
pub static VXLAN: Protocol = Protocol {
    name: "vxlan",
    title: "Virtual eXtensible Local Area Network",
    frame_name: "vxlan",
    fields: FIELDS,
    parents: &[Parent::UdpPort(4789), Parent::UdpPort(GENERIC)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Port of the generic protocol extension, whose header names what follows.
const GENERIC: u16 = 4790;
/// Bytes of the header.
const HEADER: usize = 8;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    tvb.bytes(0, HEADER)?;
    let payload = tvb.rest(HEADER)?;
    cx.column("VxLAN", || "VXLAN".into());
    if cx.info.matched_port != GENERIC {
        cx.call(Proto::Eth, payload);
        return Ok(HEADER);
    }
    for field in [f::VER, f::I_BIT, f::P_BIT, f::O_BIT] {
        cx.out.item(field, tvb, 0, 1)?;
    }
    cx.out.item(f::RESERVED_16, tvb, 1, 2)?;
    match cx.out.uint(f::NEXT_PROTO, tvb, 3, 1)? {
        1 => _ = cx.call(Proto::Ip, payload),
        2 => _ = cx.call(Proto::Ipv6, payload),
        3 => _ = cx.call(Proto::Eth, payload),
        4 => _ = cx.call(Proto::Nsh, payload),
        5 => _ = cx.call(Proto::Mpls, payload),
        _ => cx.call_data(payload),
    }
    Ok(HEADER)
}
