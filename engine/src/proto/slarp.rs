//! Cisco's Serial Line Address Resolution Protocol: which address the other end has, and whether it is still there.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    layout::{
        Part::{Item, Skip},
        walk,
    },
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Slarp =>
    PTYPE: "slarp.ptype", "Packet type", u32().values(&PTYPE).at(0);
    ADDRESS: "slarp.address", "Address", ipv4();
    MYSEQUENCE: "slarp.mysequence", "Outgoing sequence number", u32();
    YOURSEQUENCE: "slarp.yoursequence", "Returned sequence number", u32();
    RELIABILITY: "slarp.reliability", "Reliability", u16().hex();
    RELIABILITY_INVALID: "slarp.reliability.invalid", "Reliability must be 0xFFFF", none();
}

values! {
    PTYPE {
        0 => "Request", 1 => "Reply", 2 => "Line keepalive",
    }
}

/// SLARP.
pub static SLARP: Protocol = Protocol {
    name: "slarp",
    title: "Cisco SLARP",
    frame_name: "slarp",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Chdlc)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let kind = tvb.u32(0)?;
    cx.column("SLARP", || PTYPE.name(kind.into()).unwrap_or("Unknown packet type").to_owned());
    match kind {
        0 | 1 => walk(cx, tvb, 4, &[Item(f::ADDRESS, 4), Skip(4)])?,
        2 => {
            let at = walk(cx, tvb, 4, &[Item(f::MYSEQUENCE, 4), Item(f::YOURSEQUENCE, 4)])?;
            if cx.out.uint(f::RELIABILITY, tvb, at, 2)? != 0xffff {
                let text = "Reliability must be 0xFFFF";
                cx.out.expert(f::RELIABILITY_INVALID, Severity::Warn, Group::Protocol, text);
            }
            at + 2
        }
        _ => 4,
    };
    Ok(tvb.len())
}
