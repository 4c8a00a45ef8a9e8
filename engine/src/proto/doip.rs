//! Diagnostic communication over Internet Protocol, ISO 13400-2.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    tcp::pdus::dissect_messages,
    tvb::{Stop, Tvb},
    uds,
};

/// DoIP.
pub static DOIP: Protocol = Protocol {
    name: "doip",
    title: "DoIP (ISO13400) Protocol",
    frame_name: "doip",
    fields: FIELDS,
    parents: &[Parent::TcpPort(13400), Parent::UdpPort(13400)],
    extent: Extent::Items,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

/// Version, its inverse, type and length.
const HEADER: usize = 8;
/// The version that asks for any.
const ANY: u8 = 0xff;
const FIRST_VERSION: u8 = 1;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (Ok(version), Ok(inverse)) = (tvb.u8(0), tvb.u8(1)) else { return Ok(0) };
    if version != !inverse || !matches!(version, 1..=4 | ANY) {
        return Ok(0);
    }
    cx.column("DoIP", String::new);
    if cx.parent() == Some(Proto::Tcp) {
        let length_of = |tvb: Tvb<'f>, at| Ok(Some(HEADER.saturating_add(tvb.u32(at + 4)? as usize)));
        return dissect_messages(cx, Proto::Doip, tvb, HEADER, length_of, message);
    }
    cx.item(Proto::Doip, tvb);
    message(cx, tvb)
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let at = &mut Cursor::new(tvb, 0);
    let version = at.uint(cx, f::VERSION, 1)? as u8;
    at.item(cx, f::INVERSE, 1)?;
    let kind = at.uint(cx, f::TYPE, 2)?;
    let len = at.uint(cx, f::LENGTH, 4)? as usize;
    match kind {
        0x0000 => at.item(cx, f::NACK_CODE, 1)?,
        0x0002 => at.item(cx, f::EID, 6)?,
        0x0003 => at.item(cx, f::VIN, 17)?,
        0x0004 => announcement(cx, at, len)?,
        0x0005 => {
            at.item(cx, f::SOURCE_ADDRESS, 2)?;
            if version == FIRST_VERSION {
                at.item(cx, f::ACTIVATION_TYPE_V1, 2)?;
            } else {
                at.item(cx, f::ACTIVATION_TYPE, 1)?;
            }
            reserved(cx, at)?;
        }
        0x0006 => {
            at.item(cx, f::TESTER_LOGICAL_ADDRESS, 2)?;
            at.item(cx, f::SOURCE_ADDRESS, 2)?;
            at.item(cx, f::RESPONSE_CODE, 1)?;
            reserved(cx, at)?;
        }
        0x0008 => at.item(cx, f::SOURCE_ADDRESS, 2)?,
        0x4002 => {
            at.item(cx, f::NODE_TYPE, 1)?;
            at.item(cx, f::MAX_SOCKETS, 1)?;
            at.item(cx, f::SOCKETS, 1)?;
            if at.left() >= 4 {
                at.item(cx, f::MAX_DATA_SIZE, 4)?;
            }
        }
        0x4004 => at.item(cx, f::POWER_MODE, 1)?,
        0x8001 => {
            let source = at.uint(cx, f::SOURCE_ADDRESS, 2)? as u16;
            let target = at.uint(cx, f::TARGET_ADDRESS, 2)? as u16;
            uds::call(cx, source, target, tvb.rest(at.at)?);
        }
        0x8002 | 0x8003 => {
            at.item(cx, f::SOURCE_ADDRESS, 2)?;
            at.item(cx, f::TARGET_ADDRESS, 2)?;
            at.item(cx, if kind == 0x8002 { f::DIAG_ACK_CODE } else { f::DIAG_NACK_CODE }, 1)?;
            if at.left() > 0 {
                at.item(cx, f::PREVIOUS, at.left())?;
            }
        }
        _ => {}
    }
    Ok(tvb.len())
}

fn announcement<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, len: usize) -> Result<(), Stop> {
    const WITH_STATUS: usize = 33;
    at.item(cx, f::VIN, 17)?;
    at.item(cx, f::LOGICAL_ADDRESS, 2)?;
    at.item(cx, f::EID, 6)?;
    at.item(cx, f::GID, 6)?;
    at.item(cx, f::FUTHER_ACTION, 1)?;
    if len >= WITH_STATUS { at.item(cx, f::SYNC_STATUS, 1) } else { Ok(()) }
}

/// What the standard keeps, and what manufacturers may use.
fn reserved<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    at.item(cx, f::RESERVED_ISO, 4)?;
    if at.left() >= 4 { at.item(cx, f::RESERVED_OEM, 4) } else { Ok(()) }
}
