//! Service Advertisement Protocol of IPX (Novell, "IPX Router Specification").

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// SAP.
pub static IPXSAP: Protocol = Protocol {
    name: "ipxsap",
    title: "Service Advertisement Protocol",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Ipx)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of a service that is told of.
const SERVICE: usize = 64;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let kind = cx.out.uint(f::PACKET_TYPE, tvb, 0, 2)?;
    cx.column("IPX SAP", || values::PACKET_TYPE.name(kind).unwrap_or("Unknown").to_owned());
    // As in Wireshark, which has them the wrong way round.
    let response = matches!(kind, 2 | 4);
    cx.out.item(if response { f::REQUEST } else { f::RESPONSE }, tvb, 0, 2)?;
    if !response {
        if kind == 1 || kind == 3 {
            cx.out.item(f::SERVER_TYPE, tvb, 2, 2)?;
        }
        return Ok(tvb.len());
    }
    let mut at = 2;
    while at + SERVICE <= tvb.reported_len() {
        cx.out.label(f::SERVER, tvb, at, SERVICE);
        cx.out.item(f::SERVER_TYPE, tvb, at, 2)?;
        cx.out.ascii(f::SERVER_NAME, tvb, at + 2, (at + 2, 48), 48)?;
        cx.out.item(f::SERVER_NETWORK, tvb, at + 50, 4)?;
        cx.out.item(f::SERVER_NODE, tvb, at + 54, 6)?;
        cx.out.item(f::SERVER_SOCKET, tvb, at + 60, 2)?;
        cx.out.item(f::SERVER_INTERMEDIATE_NETWORKS, tvb, at + 62, 2)?;
        at += SERVICE;
    }
    Ok(tvb.len())
}
