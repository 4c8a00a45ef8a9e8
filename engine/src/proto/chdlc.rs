//! Cisco HDLC: an EtherType after address and control.

use super::{
    Extent, Parent, Proto, Protocol, Table,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Chdlc =>
    ADDRESS: "chdlc.address", "Address", u8().hex().values(&ADDRESS).at(0);
    CONTROL: "chdlc.control", "Control", u8().hex().at(1);
    PROTOCOL: "chdlc.protocol", "Protocol", u16().hex().values(&PROTOCOL).at(2);
}

values! {
    ADDRESS {
        0xf => "Unicast", 0x8f => "Multicast",
    }
    PROTOCOL {
        0x2000 => "Cisco Discovery Protocol", 0x800 => "IP", 0x86dd => "IPv6", 0x8035 => "SLARP",
        0x8038 => "DEC LanBridge", 0x4242 => "Spanning Tree BPDU", 0x809b => "Appletalk", 0x80f3 => "AARP",
        0x8137 => "Netware IPX/SPX", 0x6558 => "Transparent Ethernet bridging", 0xfefe => "OSI",
        0x8847 => "MPLS unicast", 0x8848 => "MPLS multicast",
    }
}

/// Cisco HDLC.
pub static CHDLC: Protocol = Protocol {
    name: "chdlc",
    title: "Cisco HDLC",
    frame_name: "chdlc",
    fields: FIELDS,
    parents: &[Parent::LinkType(104)],
    calls: &[Table::EtherType],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let number = tvb.u16(2)?;
    let payload = tvb.rest(4)?;
    cx.column("CHDLC", || "Cisco HDLC".into());
    // Some numbers mean something else than the EtherType.
    let own = match number {
        0x2000 => Some(Proto::Cdp),
        0x4242 => Some(Proto::Stp),
        0x8035 => Some(Proto::Slarp),
        _ => None,
    };
    match own {
        Some(own) => _ = cx.call(own, payload),
        None if cx.call_table(Table::EtherType, number.into(), payload) => {}
        None => cx.call_data(payload),
    }
    Ok(4)
}
