//! Link Layer Discovery Protocol, IEEE 802.1AB, with the records of IEEE 802.1, IEEE 802.3 and TIA TR-41.

mod fields;
mod organizations;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    layout::{
        Part::{Bits, Item, Rest},
        walk,
    },
    out::F,
    tvb::{Stop, Tvb},
};

/// LLDP.
pub static LLDP: Protocol = Protocol {
    name: "lldp",
    title: "Link Layer Discovery Protocol",
    frame_name: "lldp",
    fields: FIELDS,
    parents: &[Parent::EtherType(0x88cc), Parent::EtherType(0x8942)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const END: u16 = 0;
const CHASSIS: u16 = 1;
const PORT: u16 = 2;
const TIME_TO_LIVE: u16 = 3;
const PORT_DESCRIPTION: u16 = 4;
const SYSTEM_NAME: u16 = 5;
const SYSTEM_DESCRIPTION: u16 = 6;
const CAPABILITIES: u16 = 7;
const MANAGEMENT: u16 = 8;
const ORGANIZATION: u16 = 127;

/// Families of network addresses.
const V4: u8 = 1;
const V6: u8 = 2;

const SYSTEM: &[F] = &[
    f::TLV_SYSTEM_CAP,
    f::TLV_SYSTEM_CAP_OTHER,
    f::TLV_SYSTEM_CAP_REPEATER,
    f::TLV_SYSTEM_CAP_BRIDGE,
    f::TLV_SYSTEM_CAP_WLAN_ACCESS_PT,
    f::TLV_SYSTEM_CAP_ROUTER,
    f::TLV_SYSTEM_CAP_TELEPHONE,
    f::TLV_SYSTEM_CAP_DOCSIS_CABLE_DEVICE,
    f::TLV_SYSTEM_CAP_STATION_ONLY,
];

const ENABLED: &[F] = &[
    f::TLV_ENABLE_SYSTEM_CAP,
    f::TLV_ENABLE_SYSTEM_CAP_OTHER,
    f::TLV_ENABLE_SYSTEM_CAP_REPEATER,
    f::TLV_ENABLE_SYSTEM_CAP_BRIDGE,
    f::TLV_ENABLE_SYSTEM_CAP_WLAN_ACCESS_PT,
    f::TLV_ENABLE_SYSTEM_CAP_ROUTER,
    f::TLV_ENABLE_SYSTEM_CAP_TELEPHONE,
    f::TLV_ENABLE_SYSTEM_CAP_DOCSIS_CABLE_DEVICE,
    f::TLV_ENABLE_SYSTEM_CAP_STATION_ONLY,
];

/// Type and length of a record: seven and nine bits.
fn head(tvb: Tvb<'_>, at: usize) -> Result<(u16, usize), Stop> {
    let word = tvb.u16(at)?;
    Ok((word >> 9, usize::from(word & 0x1ff)))
}

/// How long the unit is that `tvb` starts with: padding may follow its last record.
pub(super) fn unit_len(tvb: Tvb<'_>) -> Option<usize> {
    let mut at = 0;
    loop {
        let (kind, len) = head(tvb, at).ok()?;
        at += 2 + len;
        if kind == END {
            return Some(at);
        }
    }
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("LLDP", String::new);
    let mut at = 0;
    while tvb.reported_rest(at) > 0 {
        let (kind, len) = head(tvb, at)?;
        walk(cx, tvb, at, &[Bits(&[f::TLV_TYPE, f::TLV_LEN], 2)])?;
        record(cx, kind, tvb.sub(at + 2, len)?)?;
        at += 2 + len;
        if kind == END {
            break;
        }
    }
    Ok(at.min(tvb.len()))
}

fn record<'f>(cx: &mut Cx<'f>, kind: u16, tvb: Tvb<'f>) -> Result<(), Stop> {
    let parts: &[_] = match kind {
        CHASSIS => return chassis(cx, tvb),
        PORT => return port(cx, tvb),
        TIME_TO_LIVE => &[Item(f::TIME_TO_LIVE, 2)],
        PORT_DESCRIPTION => &[Rest(f::PORT_DESC)],
        SYSTEM_NAME => &[Rest(f::TLV_SYSTEM_NAME)],
        SYSTEM_DESCRIPTION => &[Rest(f::TLV_SYSTEM_DESC)],
        CAPABILITIES => &[Bits(SYSTEM, 2), Bits(ENABLED, 2)],
        MANAGEMENT => return management(cx, tvb),
        ORGANIZATION => return organizations::dissect(cx, tvb),
        _ => &[],
    };
    walk(cx, tvb, 0, parts).map(drop)
}

fn chassis<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const HARDWARE: u64 = 4;
    const NETWORK: u64 = 5;
    match cx.out.uint(f::CHASSIS_SUBTYPE, tvb, 0, 1)? {
        HARDWARE if tvb.reported_len() == 7 => cx.out.item(f::CHASSIS_ID_MAC, tvb, 1, 6),
        NETWORK => network(cx, tvb, [f::CHASSIS_ID_IP4, f::CHASSIS_ID_IP6]),
        _ => walk(cx, tvb, 1, &[Rest(f::CHASSIS_ID)]).map(drop),
    }
}

fn port<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const HARDWARE: u64 = 3;
    const NETWORK: u64 = 4;
    match cx.out.uint(f::PORT_SUBTYPE, tvb, 0, 1)? {
        HARDWARE if tvb.reported_len() == 7 => cx.out.item(f::PORT_ID_MAC, tvb, 1, 6),
        NETWORK => network(cx, tvb, [f::PORT_ID_IP4, f::PORT_ID_IP6]),
        _ => walk(cx, tvb, 1, &[Rest(f::PORT_ID)]).map(drop),
    }
}

fn network<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, [v4, v6]: [F; 2]) -> Result<(), Stop> {
    let family = cx.out.uint(f::NETWORK_ADDRESS_SUBTYPE, tvb, 1, 1)? as u8;
    match (family, tvb.reported_len()) {
        (V4, 6) => cx.out.item(v4, tvb, 2, 4),
        (V6, 18) => cx.out.item(v6, tvb, 2, 16),
        _ => Ok(()),
    }
}

fn management<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let (len, family) = (usize::from(tvb.u8(0)?), tvb.u8(1)?);
    let at = walk(cx, tvb, 0, &[Item(f::MGN_ADDRESS_LEN, 1), Item(f::MGN_ADDRESS_SUBTYPE, 1)])?;
    let address = len.checked_sub(1).ok_or(Stop::Malformed)?;
    let field = match (family, address) {
        (V4, 4) => f::MGN_ADDR_IP4,
        (V6, 16) => f::MGN_ADDR_IP6,
        _ => f::MGN_ADDR_HEX,
    };
    let parts = [
        Item(field, address),
        Item(f::MGN_INTERFACE_SUBTYPE, 1),
        Item(f::MGN_INTERFACE_NUMBER, 4),
        Item(f::MGN_OBJ_LEN, 1),
    ];
    walk(cx, tvb, at, &parts).map(drop)
}
