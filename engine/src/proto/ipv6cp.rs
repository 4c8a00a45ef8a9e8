//! The IPv6 Control Protocol of PPP, RFC 5072: its options. Their head is PPP's.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Ipv6cp =>
    OPT_TYPE: "ipv6cp.opt.type", "Type", u8();
    OPT_LENGTH: "ipv6cp.opt.length", "Length", u8();
    INTERFACE_IDENTIFIER: "ipv6cp.interface_identifier", "Interface Identifier", bytes();
}

/// IPV6CP.
pub static IPV6CP: Protocol = Protocol {
    name: "ipv6cp",
    title: "PPP IPv6 Control Protocol",
    frame_name: "ipv6cp",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Ppp)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("PPP IPV6CP", String::new);
    if !matches!(tvb.u8(0)?, 1..=4) {
        return Ok(tvb.len());
    }
    let mut at = 4;
    while at < tvb.reported_len() {
        let (kind, len) = (tvb.u8(at)?, usize::from(tvb.u8(at + 1)?));
        if len < 2 {
            return Err(Stop::Malformed);
        }
        let option = tvb.sub(at, len)?;
        cx.out.item(f::OPT_TYPE, option, 0, 1)?;
        cx.out.item(f::OPT_LENGTH, option, 1, 1)?;
        if kind == 1 {
            cx.out.item(f::INTERFACE_IDENTIFIER, option, 2, 8)?;
        }
        at += len;
    }
    Ok(tvb.len())
}
