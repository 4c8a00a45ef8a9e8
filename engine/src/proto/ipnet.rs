//! IP packets as Solaris shows them between zones.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Ipnet =>
    VERSION: "ipnet.version", "Header version", u8().at(0);
    FAMILY: "ipnet.family", "Address family", u8().values(&FAMILY).at(1);
    HTYPE: "ipnet.htype", "Hook type", u16().values(&HTYPE).at(2);
    PKTLEN: "ipnet.pktlen", "Data length", u32().at(4);
    IFINDEX: "ipnet.ifindex", "Interface index", u32().at(8);
    GRIFINDEX: "ipnet.grifindex", "Group interface index", u32().at(12);
    ZSRC: "ipnet.zsrc", "Source Zone ID", u32().at(16);
    ZDST: "ipnet.zdst", "Destination Zone ID", u32().at(20);
}

values! {
    FAMILY {
        2 => "Solaris AF_INET", 26 => "Solaris AF_INET6",
    }
    HTYPE {
        0 => "Inbound", 1 => "Outbound", 2 => "Local",
    }
}

/// Solaris IPNET.
pub static IPNET: Protocol = Protocol {
    name: "ipnet",
    title: "Solaris IPNET",
    frame_name: "ipnet",
    fields: FIELDS,
    parents: &[Parent::LinkType(226)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of the header.
const HEADER: usize = 24;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let family = tvb.u8(1)?;
    let payload = tvb.rest(HEADER)?;
    cx.column("IPNET", || "Solaris IPNET".into());
    match family {
        2 => _ = cx.call(Proto::Ip, payload),
        26 => _ = cx.call(Proto::Ipv6, payload),
        _ => cx.call_data(payload),
    }
    Ok(HEADER)
}
