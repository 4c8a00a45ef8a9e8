//! Zigbee's network layer (Zigbee specification 05-3474, §3.3), and the header of its security (§4.5.1). What is
//! encrypted stays so.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    tvb::{Stop, Tvb},
    wpan::extended_address,
};

/// Zigbee's network layer.
pub static ZBEE_NWK: Protocol = Protocol {
    name: "zbee_nwk",
    title: "ZigBee Network Layer",
    frame_name: "zbee_nwk",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Wpan)],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

// In the frame control field.
const MULTICAST: u64 = 1 << 8;
const SECURITY: u64 = 1 << 9;
const SOURCE_ROUTE: u64 = 1 << 10;
const EXTENDED_DESTINATION: u64 = 1 << 11;
const EXTENDED_SOURCE: u64 = 1 << 12;

const COMMAND: u64 = 1;
/// Bytes of the integrity code at the level that Zigbee uses.
const MIC: usize = 4;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    // Of 2004, and since 2006.
    if !matches!(tvb.u16_le(0)? >> 2 & 0xf, 1 | 2) {
        return Ok(0);
    }
    let mut at = Cursor::new(tvb, 0);
    for field in [
        f::FRAME_TYPE,
        f::PROTO_VERSION,
        f::DISCOVERY,
        f::MULTICAST,
        f::SECURITY,
        f::SRC_ROUTE,
        f::EXT_DST,
        f::EXT_SRC,
        f::END_DEVICE_INITIATOR,
    ] {
        cx.out.item_le(field, tvb, 0, 2)?;
    }
    let control = at.uint_le(cx, f::FCF, 2)?;
    cx.column("ZigBee", || if control & 3 == COMMAND { "Command".to_owned() } else { "Data".to_owned() });
    at.item_le(cx, f::DST, 2)?;
    at.item_le(cx, f::SRC, 2)?;
    at.item(cx, f::RADIUS, 1)?;
    at.item(cx, f::SEQNO, 1)?;
    if control & EXTENDED_DESTINATION != 0 {
        extended_address(cx, f::DST64, at.tvb, at.at)?;
        at.at += 8;
    }
    if control & EXTENDED_SOURCE != 0 {
        extended_address(cx, f::SRC64, at.tvb, at.at)?;
        at.at += 8;
    }
    if control & MULTICAST != 0 {
        let fields = [f::MULTICAST_CF, f::MULTICAST_MODE, f::MULTICAST_RADIUS, f::MULTICAST_MAX_RADIUS];
        at.bits(cx, &fields, 1)?;
    }
    if control & SOURCE_ROUTE != 0 {
        let relays = at.uint(cx, f::RELAY_COUNT, 1)?;
        at.item(cx, f::RELAY_INDEX, 1)?;
        for _ in 0..relays {
            at.item_le(cx, f::RELAY, 2)?;
        }
    }
    if control & SECURITY != 0 {
        secured(cx, &mut at)?;
    } else if control & 3 == COMMAND {
        at.item(cx, f::CMD_ID, 1)?;
    } else {
        cx.call_data(tvb.rest(at.at)?);
    }
    Ok(tvb.len())
}

/// The header of the security, the payload that it hides, and its integrity code.
fn secured<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    const EXTENDED_NONCE: u64 = 0x20;
    const NETWORK_KEY: u64 = 1;
    let control = at.bits(cx, &[f::ZBEE_SEC_FIELD, f::ZBEE_SEC_KEY_ID, f::ZBEE_SEC_EXT_NONCE], 1)?;
    at.item_le(cx, f::ZBEE_SEC_COUNTER, 4)?;
    if control & EXTENDED_NONCE != 0 {
        extended_address(cx, f::ZBEE_SEC_SRC64, at.tvb, at.at)?;
        at.at += 8;
    }
    if control >> 3 & 3 == NETWORK_KEY {
        at.item(cx, f::ZBEE_SEC_KEY_SEQNO, 1)?;
    }
    let Some(len) = at.left().checked_sub(MIC) else { return Err(Stop::Malformed) };
    cx.out.item(f::ZBEE_SEC_MIC, at.tvb, at.at + len, MIC)?;
    cx.call_data(at.tvb.sub(at.at, len)?);
    Ok(())
}
