//! NetBIOS datagram service, RFC 1002 §4.4.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Cx, Taken},
    nbns::Name,
    tvb::{Stop, Tvb},
};

/// NetBIOS datagram service.
pub static NBDGM: Protocol = Protocol {
    name: "nbdgm",
    title: "NetBIOS Datagram Service",
    frame_name: "nbdgm",
    fields: FIELDS,
    parents: &[Parent::UdpPort(138)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const DIRECT: std::ops::RangeInclusive<u8> = 0x10..=0x12;
const ERROR: u8 = 0x13;
const QUERY: std::ops::RangeInclusive<u8> = 0x14..=0x16;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("NBDS", || "NetBIOS Datagram Service".to_owned());
    let kind = tvb.u8(0)?;
    cx.out.item(f::TYPE, tvb, 0, 1)?;
    for field in [f::FLAGS, f::NEXT, f::FIRST, f::NODE_TYPE] {
        cx.out.item(field, tvb, 1, 1)?;
    }
    cx.out.item(f::DGRAM_ID, tvb, 2, 2)?;
    cx.out.item(f::SRC_IP, tvb, 4, 4)?;
    cx.out.item(f::SRC_PORT, tvb, 8, 2)?;
    if DIRECT.contains(&kind) {
        cx.out.item(f::DGRAM_LEN, tvb, 10, 2)?;
        cx.out.item(f::PKT_OFFSET, tvb, 12, 2)?;
        let at = name(cx, tvb, 14, f::SOURCE_NAME)?;
        let at = name(cx, tvb, at, f::DESTINATION_NAME)?;
        let payload = tvb.rest(at)?;
        if payload.reported_len() > 0 && cx.call(Proto::Smb, payload) == Taken::Rejected {
            cx.call_data(payload);
        }
    } else if kind == ERROR {
        cx.out.item(f::ERROR_CODE, tvb, 10, 1)?;
    } else if QUERY.contains(&kind) {
        name(cx, tvb, 10, f::DESTINATION_NAME)?;
    }
    Ok(tvb.len())
}

fn name<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, field: super::out::F) -> Result<usize, Stop> {
    let name = Name::read(tvb, at)?;
    cx.out.text(field, tvb, at, name.len, &name.text)?;
    Ok(at + name.len)
}
