//! Locator/ID Separation Protocol, control plane: registrations and notifications (RFC 9301 §5.6, §5.7) with mapping
//! records and addresses of RFC 8060. Of other messages the type is shown.

mod fields;
mod values;

use std::net::{Ipv4Addr, Ipv6Addr};

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    layout::{
        Part::{Bits, Item},
        walk,
    },
    out::F,
    tvb::{Stop, Tvb},
};

/// LISP.
pub static LISP: Protocol = Protocol {
    name: "lisp",
    title: "Locator/ID Separation Protocol",
    frame_name: "lisp",
    fields: FIELDS,
    parents: &[Parent::UdpPort(4342)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const REGISTER: u8 = 3;
const NOTIFY: u8 = 4;

/// Address families.
const V4: u16 = 1;
const V6: u16 = 2;
const CANONICAL: u16 = 16387;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    const REGISTER_BITS: &[F] = &[
        f::TYPE,
        f::MREG_FLAGS_PMR,
        f::MREG_FLAGS_SEC,
        f::MREG_FLAGS_XTRID,
        f::MREG_FLAGS_RTR,
        f::MREG_RES,
        f::MREG_FLAGS_WMN,
    ];
    const NOTIFY_BITS: &[F] = &[f::TYPE, f::MNOT_FLAGS_XTRID, f::MNOT_FLAGS_RTR, f::MNOT_RES];
    let word = tvb.uint(0, 3)?;
    let kind = (word >> 20) as u8;
    cx.column("LISP", || values::TYPE.name(kind.into()).unwrap_or("Unknown message").to_owned());
    let (bits, identified) = match kind {
        REGISTER => (REGISTER_BITS, word & 0x02_0000 != 0),
        NOTIFY => (NOTIFY_BITS, word & 0x08_0000 != 0),
        _ => {
            cx.out.item(f::TYPE, tvb, 0, 3)?;
            return Ok(tvb.len());
        }
    };
    let records = tvb.u8(3)?;
    let parts =
        [Bits(bits, 3), Item(f::RECORDS, 1), Item(f::NONCE, 8), Item(f::KEYID, 2), Item(f::AUTHLEN, 2)];
    let mut at = walk(cx, tvb, 0, &parts)?;
    let len = usize::from(tvb.u16(at - 2)?);
    if len > 0 {
        cx.out.item(f::AUTH, tvb, at, len)?;
        at += len;
    }
    for _ in 0..records {
        at = mapping(cx, tvb, at)?;
    }
    if identified {
        walk(cx, tvb, at, &[Item(f::XTRID, 16), Item(f::SITEID, 8)])?;
    }
    Ok(tvb.len())
}

fn mapping<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let (locators, family) = (tvb.u8(at + 4)?, tvb.u16(at + 10)?);
    cx.out.label(f::MAPPING, tvb, at, 12);
    let parts = [
        Item(f::MAPPING_TTL, 4),
        Item(f::MAPPING_LOCCNT, 1),
        Item(f::MAPPING_EID_MASKLEN, 1),
        Bits(&[f::MAPPING_ACT, f::MAPPING_AUTH, f::MAPPING_RES1], 2),
        Bits(&[f::MAPPING_RES2, f::MAPPING_VER], 2),
        Item(f::MAPPING_EID_AFI, 2),
    ];
    let mut at = walk(cx, tvb, at, &parts)?;
    match family {
        V4 => at = walk(cx, tvb, at, &[Item(f::MAPPING_EID_IPV4, 4)])?,
        V6 => at = walk(cx, tvb, at, &[Item(f::MAPPING_EID_IPV6, 16)])?,
        CANONICAL => at = canonical(cx, tvb, at)?,
        0 => {}
        _ => return Err(Stop::Malformed),
    }
    for _ in 0..locators {
        at = locator(cx, tvb, at)?;
    }
    Ok(at)
}

/// RFC 8060: an address with what else it takes to know it.
fn canonical<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    const INSTANCE: u8 = 2;
    const HEADER: usize = 6;
    let (kind, len) = (tvb.u8(at + 2)?, usize::from(tvb.u16(at + 4)?));
    cx.out.label(f::LCAF, tvb, at, HEADER + len);
    cx.out.item(f::LCAF_HEADER, tvb, at, HEADER)?;
    let parts = [
        Item(f::LCAF_RES1, 1),
        Item(f::LCAF_FLAGS, 1),
        Item(f::LCAF_TYPE, 1),
        Item(f::LCAF_RES2, 1),
        Item(f::LCAF_LENGTH, 2),
    ];
    let body = walk(cx, tvb, at, &parts)?;
    if kind == INSTANCE {
        let family = tvb.u16(body + 4)?;
        let address = walk(cx, tvb, body, &[Item(f::LCAF_IID, 4), Item(f::LCAF_IID_AFI, 2)])?;
        match family {
            V4 => cx.out.item(f::LCAF_IID_IPV4, tvb, address, 4)?,
            V6 => cx.out.item(f::LCAF_IID_IPV6, tvb, address, 16)?,
            _ => {}
        }
    }
    Ok(body + len)
}

fn locator<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    const FLAGS: &[F] =
        &[f::LOC_FLAGS, f::LOC_FLAGS_RES, f::LOC_FLAGS_LOCAL, f::LOC_FLAGS_PROBE, f::LOC_FLAGS_REACH];
    let family = tvb.u16(at + 6)?;
    cx.out.label(f::LOC, tvb, at, 8);
    let parts = [
        Item(f::LOC_PRIORITY, 1),
        Item(f::LOC_WEIGHT, 1),
        Item(f::LOC_MULTICAST_PRIORITY, 1),
        Item(f::LOC_MULTICAST_WEIGHT, 1),
        Bits(FLAGS, 2),
        Item(f::LOC_AFI, 2),
    ];
    let at = walk(cx, tvb, at, &parts)?;
    let (len, text) = match family {
        V4 => (4, Ipv4Addr::from_bits(tvb.u32(at)?).to_string()),
        V6 => (16, Ipv6Addr::from_bits(tvb.u128(at)?).to_string()),
        CANONICAL => return canonical(cx, tvb, at),
        _ => return Err(Stop::Malformed),
    };
    cx.out.text(f::LOC_LOCATOR, tvb, at, len, &text)?;
    Ok(at + len)
}
