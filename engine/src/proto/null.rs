//! BSD loopback: an address family before the packet.

use super::{
    Extent, Parent, Proto, Protocol, Table,
    dissect::Cx,
    ethertype::{self, ETHERTYPE},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Null =>
    TYPE: "null.type", "Type", u16().hex().values(&ETHERTYPE);
    FAMILY: "null.family", "Family", u32().values(&FAMILY);
}

values! {
    FAMILY {
        2 => "IP", 7 => "OSI", 16 => "Appletalk", 23 => "Netware IPX/SPX", 24 => "IPv6", 28 => "IPv6", 30 => "IPv6",
    }
}

/// BSD loopback.
pub static NULL: Protocol = Protocol {
    name: "null",
    title: "Null/Loopback",
    frame_name: "null",
    fields: FIELDS,
    parents: &[Parent::LinkType(0), Parent::LinkType(108)],
    calls: &[Table::EtherType],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Larger numbers are EtherTypes.
const MAX_FAMILY: u32 = 1500;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let family = family(tvb.u32_le(0)?);
    let payload = tvb.rest(4)?;
    let raw = tvb.bytes(0, 4)?;
    cx.column("NULL", || "Null/Loopback".into());
    if family > MAX_FAMILY {
        cx.out.add(f::TYPE, raw, strato_filter_lang::value::Value::Uint(u64::from(family as u16)));
        ethertype::call(cx, family as u16, payload);
        return Ok(4);
    }
    cx.out.add(f::FAMILY, raw, strato_filter_lang::value::Value::Uint(family.into()));
    match family {
        2 => _ = cx.call(Proto::Ip, payload),
        // AF_INET6 of Linux, the BSDs and macOS.
        10 | 24 | 28 | 30 => _ = cx.call(Proto::Ipv6, payload),
        23 => _ = cx.call(Proto::Ipx, payload),
        _ => cx.call_data(payload),
    }
    Ok(4)
}

/// The family in the byte order of the machine that wrote it, which nothing tells; some write only 16 bits.
pub(crate) fn family(header: u32) -> u32 {
    match header {
        0..=0xffff if header & 0xff == 0 && header < 0x600 => header >> 8,
        0..=0xffff => header,
        _ if header >> 24 == 0 && header >> 16 < 6 => header >> 16,
        _ => header.swap_bytes(),
    }
}
