//! NAT Port Mapping Protocol, RFC 6886.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// NAT-PMP.
pub static NATPMP: Protocol = Protocol {
    name: "nat-pmp",
    title: "NAT Port Mapping Protocol",
    // As its successor, PCP, which has the same ports.
    frame_name: "portcontrol",
    fields: FIELDS,
    parents: &[Parent::UdpPort(5350), Parent::UdpPort(5351)],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    // The versions from 1 on are PCP's.
    if tvb.u8(0)? != 0 {
        return Ok(0);
    }
    cx.out.item(f::VERSION, tvb, 0, 1)?;
    let opcode = cx.out.uint(f::OPCODE, tvb, 1, 1)?;
    cx.column("NAT-PMP", || values::OPCODE.name(opcode).unwrap_or("Unknown opcode").to_owned());
    match opcode {
        0 => {}
        0x80 => {
            cx.out.item(f::RESULT_CODE, tvb, 2, 2)?;
            cx.out.item(f::SSSOE, tvb, 4, 4)?;
            cx.out.item(f::EXTERNAL_IP, tvb, 8, 4)?;
        }
        1 | 2 => {
            cx.out.item(f::RESERVED, tvb, 2, 2)?;
            mapping(cx, tvb, 4)?;
        }
        0x81 | 0x82 => {
            cx.out.item(f::RESULT_CODE, tvb, 2, 2)?;
            cx.out.item(f::SSSOE, tvb, 4, 4)?;
            mapping(cx, tvb, 8)?;
        }
        _ => {
            let text = format!("Unknown opcode: {opcode}");
            cx.out.expert(f::OPCODE_UNKNOWN, Severity::Warn, Group::Protocol, &text);
        }
    }
    Ok(tvb.len())
}

fn mapping<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    cx.out.item(f::INTERNAL_PORT, tvb, at, 2)?;
    cx.out.item(f::EXTERNAL_PORT, tvb, at + 2, 2)?;
    cx.out.item(f::PML, tvb, at + 4, 4)
}
