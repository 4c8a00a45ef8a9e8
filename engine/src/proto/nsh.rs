//! Network Service Header, RFC 8300.

use strato_filter_lang::schema::Display::DecHex;

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Nsh =>
    VERSION: "nsh.version", "Version", u16().display(DecHex).mask(0xc000).at(0);
    OBIT: "nsh.Obit", "O Bit", u16().mask(0x2000).at_width(0, 2);
    CBIT: "nsh.CBit", "C Bit", u16().mask(0x1000).at_width(0, 2);
    TTL: "nsh.ttl", "Time to live", u16().hex().mask(0xfc0).at(0);
    LENGTH: "nsh.length", "Length", u16().display(DecHex).mask(0x3f).at(0);
    MDTYPE: "nsh.mdtype", "MD Type", u8().display(DecHex).at(2);
    NEXTPROTO: "nsh.nextproto", "Next Protocol", u8().display(DecHex).values(&NEXTPROTO).at(3);
    SPI: "nsh.spi", "SPI", u24().display(DecHex).at(4);
    SI: "nsh.si", "SI", u8().display(DecHex).at(7);
    CONTEXTHEADER: "nsh.contextheader", "Context Header", bytes();
    METADATACLASS: "nsh.metadataclass", "TLV Class", u16().display(DecHex);
    METADATATYPE: "nsh.metadatatype", "Type", u8().display(DecHex);
    METADATAUNASSIGNEDBIT: "nsh.metadataunassignedbit", "Unassigned Bit", u8().hex().mask(0x80);
    METADATALEN: "nsh.metadatalen", "Length", u8().hex().mask(0x7f);
    METADATA: "nsh.metadata", "Variable Metadata", bytes();
    LENGTH_INVALID: "nsh.length.invalid", "Invalid total length", none();
}

values! {
    NEXTPROTO {
        0 => "None", 1 => "IPv4", 2 => "IPv6", 3 => "Ethernet", 4 => "NSH", 5 => "MPLS", 254 => "Experiment 1",
        255 => "Experiment 2",
    }
}

/// Network Service Header.
pub static NSH: Protocol = Protocol {
    name: "nsh",
    title: "Network Service Header",
    frame_name: "nsh",
    fields: FIELDS,
    parents: &[Parent::EtherType(0x894f), Parent::Below(Proto::Vxlan)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let len = usize::from(tvb.u16(0)? & 0x3f) * 4;
    let (kind, next) = (tvb.u8(2)?, tvb.u8(3)?);
    if len < 8 {
        cx.out.expert(f::LENGTH_INVALID, Severity::Error, Group::Malformed, "Invalid total length");
        return Ok(4);
    }
    if kind == 1 {
        for at in [8, 12, 16, 20] {
            cx.out.item(f::CONTEXTHEADER, tvb, at, 4)?;
        }
    } else {
        metadata(cx, tvb.sub(0, len)?)?;
    }
    let payload = tvb.rest(len)?;
    cx.column("NSH", || "Network Service Header".into());
    match next {
        1 => _ = cx.call(Proto::Ip, payload),
        2 => _ = cx.call(Proto::Ipv6, payload),
        3 => _ = cx.call(Proto::Eth, payload),
        4 => _ = cx.call(Proto::Nsh, payload),
        5 => _ = cx.call(Proto::Mpls, payload),
        _ => cx.call_data(payload),
    }
    Ok(len)
}

/// Metadata of variable length.
fn metadata<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 8;
    while at < tvb.reported_len() {
        cx.out.item(f::METADATACLASS, tvb, at, 2)?;
        cx.out.item(f::METADATATYPE, tvb, at + 2, 1)?;
        cx.out.item(f::METADATAUNASSIGNEDBIT, tvb, at + 3, 1)?;
        let len = usize::from(tvb.u8(at + 3)? & 0x7f);
        cx.out.item(f::METADATALEN, tvb, at + 3, 1)?;
        if len > 0 {
            cx.out.item(f::METADATA, tvb, at + 4, len)?;
        }
        at += 4 + len.next_multiple_of(4);
    }
    Ok(())
}
