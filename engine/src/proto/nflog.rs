//! Packets logged by Linux netfilter.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Nflog =>
    FAMILY: "nflog.family", "Family", u8().values(&FAMILY).at(0);
    VERSION: "nflog.version", "Version", u8().at(1);
    RES_ID: "nflog.res_id", "Resource id", u16().at(2);
}

values! {
    FAMILY {
        0 => "Unspecified", 1 => "IPv4/IPv6", 2 => "IPv4", 3 => "ARP", 5 => "Netdev", 7 => "Bridge", 10 => "IPv6",
        12 => "DECNET",
    }
}

/// Linux Netfilter NFLOG.
pub static NFLOG: Protocol = Protocol {
    name: "nflog",
    title: "Linux Netfilter NFLOG",
    frame_name: "nflog",
    fields: FIELDS,
    parents: &[Parent::LinkType(239)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// The attribute that holds the packet.
const PAYLOAD: u16 = 9;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let family = tvb.u8(0)?;
    tvb.u16(2)?;
    cx.column("NFLOG", || "Netfilter log".into());
    // Attributes are in the byte order of the machine, which nothing tells: lengths are small.
    let little = tvb.u16_le(4)? <= tvb.u16(4)?;
    let mut at = 4;
    while tvb.reported_rest(at) >= 4 {
        let (len, kind) =
            if little { (tvb.u16_le(at)?, tvb.u16_le(at + 2)?) } else { (tvb.u16(at)?, tvb.u16(at + 2)?) };
        let len = usize::from(len);
        if len < 4 {
            return Err(Stop::Malformed);
        }
        if kind & 0x7fff == PAYLOAD {
            let payload = tvb.sub(at + 4, len - 4)?;
            match family {
                2 => _ = cx.call(Proto::Ip, payload),
                10 => _ = cx.call(Proto::Ipv6, payload),
                _ => cx.call_data(payload),
            }
        }
        at += len.next_multiple_of(4);
    }
    Ok(tvb.len())
}
