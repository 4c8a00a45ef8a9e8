//! The Internet Protocol Control Protocol of PPP, RFC 1332 and RFC 1877: its options. Their head is PPP's.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// IPCP.
pub static IPCP: Protocol = Protocol {
    name: "ipcp",
    title: "PPP IP Control Protocol",
    frame_name: "ipcp",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Ppp)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Van Jacobson's compression of headers.
const VAN_JACOBSON: u64 = 0x2d;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("PPP IPCP", String::new);
    // Requests, and what is said of their options.
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
        match kind {
            1 => {
                cx.out.item(f::OPT_SRC_ADDRESS, option, 2, 4)?;
                cx.out.item(f::OPT_DST_ADDRESS, option, 6, 4)?;
            }
            2 => compression(cx, option)?,
            3 => cx.out.item(f::OPT_IP_ADDRESS, option, 2, 4)?,
            4 => cx.out.item(f::OPT_MOBILENODEHOMEADDRESS, option, 2, 4)?,
            129 => cx.out.item(f::OPT_PRI_DNS_ADDRESS, option, 2, 4)?,
            130 => cx.out.item(f::OPT_PRI_NBNS_ADDRESS, option, 2, 4)?,
            131 => cx.out.item(f::OPT_SEC_DNS_ADDRESS, option, 2, 4)?,
            132 => cx.out.item(f::OPT_SEC_NBNS_ADDRESS, option, 2, 4)?,
            _ => {}
        }
        at += len;
    }
    Ok(tvb.len())
}

fn compression<'f>(cx: &mut Cx<'f>, option: Tvb<'f>) -> Result<(), Stop> {
    if cx.out.uint(f::OPT_COMPRESS_PROTO, option, 2, 2)? == VAN_JACOBSON {
        cx.out.item(f::OPT_MAX_SLOT_ID, option, 4, 1)?;
        cx.out.item(f::OPT_COMP_SLOT_ID, option, 5, 1)?;
    }
    Ok(())
}
