//! BACnet Virtual Link Control, ANSI/ASHRAE 135 annex J.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// BVLC.
pub static BVLC: Protocol = Protocol {
    name: "bvlc",
    title: "BACnet Virtual Link Control",
    frame_name: "bvlc",
    fields: FIELDS,
    parents: &[Parent::UdpPort(0xbac0)],
    extent: Extent::Consumed,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

/// BACnet over IPv4.
const IPV4: u8 = 0x81;
const RESULT: u64 = 0;
const FORWARDED: u64 = 4;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if tvb.u8(0)? != IPV4 {
        return Ok(0);
    }
    cx.column("BVLC", || "BACnet Virtual Link Control".to_owned());
    cx.out.item(f::TYPE, tvb, 0, 1)?;
    let function = cx.out.uint(f::FUNCTION, tvb, 1, 1)?;
    let whole = usize::from(tvb.u16(2)?);
    // What stands before that which it carries; what carries nothing is all header.
    let len = match function {
        FORWARDED => 10,
        9..=11 => 4,
        _ => whole.max(4),
    };
    cx.out.number(f::LENGTH, tvb, 2, 2, len as u64)?;
    match function {
        RESULT => cx.out.item(f::RESULT, tvb, 4, 2)?,
        FORWARDED => {
            cx.out.item(f::FWD_IP, tvb, 4, 4)?;
            cx.out.item(f::FWD_PORT, tvb, 8, 2)?;
        }
        1 | 3 => {
            for at in (4..len).step_by(10) {
                cx.out.item(f::BDT_IP, tvb, at, 4)?;
                cx.out.item(f::BDT_PORT, tvb, at + 4, 2)?;
                cx.out.item(f::BDT_MASK, tvb, at + 6, 4)?;
            }
        }
        5 => cx.out.item(f::REG_TTL, tvb, 4, 2)?,
        7 => {
            for at in (4..len).step_by(10) {
                cx.out.item(f::FDT_IP, tvb, at, 4)?;
                cx.out.item(f::FDT_PORT, tvb, at + 4, 2)?;
                cx.out.item(f::FDT_TTL, tvb, at + 6, 2)?;
                cx.out.item(f::FDT_TIMEOUT, tvb, at + 8, 2)?;
            }
        }
        8 => {
            cx.out.item(f::FDT_IP, tvb, 4, 4)?;
            cx.out.item(f::FDT_PORT, tvb, 8, 2)?;
        }
        _ => {}
    }
    let payload = tvb.rest(len)?;
    if matches!(function, FORWARDED | 9..=11) {
        cx.call(Proto::Bacnet, payload);
    } else {
        cx.call_data(payload);
    }
    Ok(len)
}
