//! RIP next generation, RFC 2080.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// RIPng.
pub static RIPNG: Protocol = Protocol {
    name: "ripng",
    title: "RIPng",
    frame_name: "ripng",
    fields: FIELDS,
    parents: &[Parent::UdpPort(521)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const ENTRY: usize = 20;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let command = tvb.u8(0)?;
    cx.column("RIPng", || format!("Command {}", values::CMD.name(command.into()).unwrap_or("Unknown")));
    tvb.u8(1)?;
    cx.out.item(f::RESERVED, tvb, 2, 2)?;
    let mut at = 4;
    while tvb.reported_rest(at) > 0 {
        cx.out.label(f::RTE, tvb, at, ENTRY);
        cx.out.item(f::RTE_IPV6_PREFIX, tvb, at, 16)?;
        cx.out.item(f::RTE_ROUTE_TAG, tvb, at + 16, 2)?;
        cx.out.item(f::RTE_PREFIX_LENGTH, tvb, at + 18, 1)?;
        cx.out.item(f::RTE_METRIC, tvb, at + 19, 1)?;
        at += ENTRY;
    }
    Ok(tvb.len())
}
