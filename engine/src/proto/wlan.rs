//! IEEE 802.11: the header of every frame, what management frames begin with, and the packet inside a data frame.

mod fields;
mod management;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Addr, Cx},
    out::F,
    tvb::{Stop, Tvb},
};

/// IEEE 802.11 wireless LAN.
pub static WLAN: Protocol = Protocol {
    name: "wlan",
    title: "IEEE 802.11 wireless LAN",
    frame_name: "wlan",
    fields: FIELDS,
    parents: &[Parent::LinkType(105), Parent::Below(Proto::WlanRadio)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Types of frames.
const MANAGEMENT: u8 = 0;
const CONTROL: u8 = 1;
const DATA: u8 = 2;

/// Bits of the second byte of frame control.
const TO_DS: u8 = 0x01;
const FROM_DS: u8 = 0x02;
const PROTECTED: u8 = 0x40;

/// Where addresses stand.
const FIRST: usize = 4;
const SECOND: usize = 10;
const THIRD: usize = 16;
const FOURTH: usize = 24;
/// Bytes up to fragment and sequence number.
const HEADER: usize = 24;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (first, flags) = (tvb.u8(0)?, tvb.u8(1)?);
    let (kind, subtype) = (first >> 2 & 3, first >> 4);
    cx.column("802.11", || "IEEE 802.11".into());
    let both = u64::from(kind) << 4 | u64::from(subtype);
    cx.out.number(f::FC_TYPE_SUBTYPE, tvb, 0, 1, both)?;
    match kind {
        MANAGEMENT => {
            cx.out.item_le(f::DURATION, tvb, 2, 2)?;
            addressed(cx, tvb, subtype)
        }
        CONTROL => control(cx, tvb, subtype),
        DATA => {
            cx.out.item_le(f::DURATION, tvb, 2, 2)?;
            data(cx, tvb, subtype, flags)
        }
        _ => Ok(tvb.len()),
    }
}

/// An address under one of its names, and under that of all addresses if it is `new` here.
fn address<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, [field, resolved]: [F; 2], new: bool) -> Result<(), Stop> {
    cx.out.item(field, tvb, at, 6)?;
    named(cx, resolved, tvb, at)?;
    if new { any(cx, tvb, at) } else { Ok(()) }
}

fn any<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    cx.out.item(f::ADDR, tvb, at, 6)?;
    named(cx, f::ADDR_RESOLVED, tvb, at)
}

/// Without name resolution an address is its own name.
fn named<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    if cx.out.wants(field) {
        let [a, b, c, d, e, g] = tvb.array(at)?;
        let text = format!("{a:02x}:{b:02x}:{c:02x}:{d:02x}:{e:02x}:{g:02x}");
        cx.out.text(field, tvb, at, 6, &text)?;
    }
    Ok(())
}

const RA: [F; 2] = [f::RA, f::RA_RESOLVED];
const TA: [F; 2] = [f::TA, f::TA_RESOLVED];
const DA: [F; 2] = [f::DA, f::DA_RESOLVED];
const SA: [F; 2] = [f::SA, f::SA_RESOLVED];
const BSSID: [F; 2] = [f::BSSID, f::BSSID_RESOLVED];
const STAA: [F; 2] = [f::STAA, f::STAA_RESOLVED];

fn numbers<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item_le(f::FRAG, tvb, 22, 2)?;
    cx.out.item_le(f::SEQ, tvb, 22, 2)
}

/// The header of a management frame, and its body.
fn addressed<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, subtype: u8) -> Result<usize, Stop> {
    address(cx, tvb, FIRST, RA, true)?;
    address(cx, tvb, FIRST, DA, false)?;
    address(cx, tvb, SECOND, TA, false)?;
    address(cx, tvb, SECOND, SA, false)?;
    address(cx, tvb, THIRD, BSSID, false)?;
    any(cx, tvb, SECOND)?;
    any(cx, tvb, THIRD)?;
    cx.info.src = Addr::Ether(tvb.array(SECOND)?);
    cx.info.dst = Addr::Ether(tvb.array(FIRST)?);
    numbers(cx, tvb)?;
    let body = tvb.rest(HEADER)?;
    if tvb.u8(1)? & PROTECTED != 0 {
        cx.call_data(body);
    } else {
        management::dissect(cx, body, subtype)?;
    }
    Ok(HEADER)
}

fn control<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, subtype: u8) -> Result<usize, Stop> {
    const POLL: u8 = 10;
    const REQUEST_TO_SEND: u8 = 11;
    const CLEAR_TO_SEND: u8 = 12;
    const ACKNOWLEDGMENT: u8 = 13;
    match subtype {
        POLL => {
            cx.out.item_le(f::AID, tvb, 2, 2)?;
            address(cx, tvb, FIRST, BSSID, false)?;
            address(cx, tvb, SECOND, TA, true)?;
            Ok(16)
        }
        REQUEST_TO_SEND => {
            cx.out.item_le(f::DURATION, tvb, 2, 2)?;
            address(cx, tvb, FIRST, RA, true)?;
            address(cx, tvb, SECOND, TA, true)?;
            Ok(16)
        }
        CLEAR_TO_SEND | ACKNOWLEDGMENT => {
            cx.out.item_le(f::DURATION, tvb, 2, 2)?;
            address(cx, tvb, FIRST, RA, true)?;
            Ok(10)
        }
        _ => Ok(tvb.len()),
    }
}

fn data<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, subtype: u8, flags: u8) -> Result<usize, Stop> {
    /// Bits of the subtype: quality of service, and no data.
    const QOS: u8 = 8;
    const NO_DATA: u8 = 4;
    let (src, dst, bssid) = match (flags & TO_DS != 0, flags & FROM_DS != 0) {
        (false, false) => (SECOND, FIRST, Some(THIRD)),
        (true, false) => (SECOND, THIRD, Some(FIRST)),
        (false, true) => (THIRD, FIRST, Some(SECOND)),
        (true, true) => (FOURTH, THIRD, None),
    };
    address(cx, tvb, FIRST, RA, true)?;
    address(cx, tvb, SECOND, TA, true)?;
    address(cx, tvb, dst, DA, false)?;
    address(cx, tvb, src, SA, false)?;
    if let Some(bssid) = bssid {
        address(cx, tvb, bssid, BSSID, false)?;
        let station = if flags & FROM_DS == 0 { src } else { dst };
        address(cx, tvb, station, STAA, false)?;
    }
    numbers(cx, tvb)?;
    any(cx, tvb, THIRD)?;
    cx.info.src = Addr::Ether(tvb.array(src)?);
    cx.info.dst = Addr::Ether(tvb.array(dst)?);
    let mut header = HEADER;
    if bssid.is_none() {
        any(cx, tvb, FOURTH)?;
        header += 6;
    }
    if subtype & QOS != 0 {
        service(cx, tvb, header, flags)?;
        header += 2;
    }
    // Frames without data, and those only the stations can read.
    if subtype & NO_DATA != 0 {
        return Ok(header);
    }
    let payload = tvb.rest(header)?;
    if flags & PROTECTED != 0 {
        cx.call_data(payload);
    } else {
        cx.call(Proto::Llc, payload);
    }
    Ok(header)
}

/// IEEE 802.11-2020 §9.2.4.5.
fn service<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, flags: u8) -> Result<(), Stop> {
    let word = tvb.u16_le(at)?;
    for field in [f::QOS, f::QOS_TID, f::QOS_PRIORITY] {
        cx.out.item_le(field, tvb, at, 2)?;
    }
    let from_station = flags & FROM_DS == 0;
    cx.out.item_le(if from_station { f::QOS_BIT4 } else { f::QOS_EOSP }, tvb, at, 2)?;
    cx.out.item_le(f::QOS_ACK, tvb, at, 2)?;
    cx.out.item_le(f::QOS_AMSDUPRESENT, tvb, at, 2)?;
    if from_station {
        let field = if word & 0x10 != 0 { f::QOS_QUEUE_SIZE } else { f::QOS_TXOP_DUR_REQ };
        cx.out.add(field, tvb.bytes(at, 2)?, Value::Uint((word >> 8).into()));
    }
    Ok(())
}
