//! Communities: RFC 1997, extended ones of RFC 4360, large ones of RFC 8092.

use super::{
    super::{
        layout::{
            Part::{Bits, Item},
            walk,
        },
        out::F,
    },
    Cx, Stop, Tvb, f,
};

pub(super) fn plain<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    /// Well-known ones have no parts.
    const WELL_KNOWN: u32 = 0xffff_0000;
    cx.out.label(f::A_COMMUNITIES, tvb, 0, tvb.reported_len());
    let mut at = 0;
    while tvb.reported_rest(at) >= 4 {
        let value = tvb.u32(at)?;
        if value < WELL_KNOWN {
            cx.out.label(f::A_COMMUNITY, tvb, at, 4);
            walk(cx, tvb, at, &[Item(f::A_COMMUNITY_AS, 2), Item(f::A_COMMUNITY_VALUE, 2)])?;
        } else {
            cx.out.label(f::A_COMMUNITY, tvb, at, 4);
        }
        at += 4;
    }
    Ok(())
}

pub(super) fn large<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 0;
    while tvb.reported_rest(at) >= 12 {
        let text = format!("{}:{}:{}", tvb.u32(at)?, tvb.u32(at + 4)?, tvb.u32(at + 8)?);
        cx.out.text(f::LARGE_COMMUNITIES, tvb, at, 12, &text)?;
        let parts =
            [Item(f::LARGE_COMMUNITIES_GA, 4), Item(f::LARGE_COMMUNITIES_LDP1, 4), Item(f::LARGE_COMMUNITIES_LDP2, 4)];
        at = walk(cx, tvb, at, &parts)?;
    }
    Ok(())
}

pub(super) fn extended<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const TYPE: &[F] = &[f::EXT_COM_TYPE, f::EXT_COM_TYPE_AUTH, f::EXT_COM_TYPE_TRAN];
    cx.out.label(f::EXT_COMMUNITIES, tvb, 0, tvb.reported_len());
    let mut at = 0;
    while tvb.reported_rest(at) >= 8 {
        let one = tvb.sub(at, 8)?;
        cx.out.label(f::EXT_COMMUNITY, one, 0, 8);
        walk(cx, one, 0, &[Bits(TYPE, 1)])?;
        value(cx, one)?;
        at += 8;
    }
    Ok(())
}

/// What type and subtype make of the other six bytes.
fn value<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let as2 = [Item(f::EXT_COM_VALUE_AS2, 2), Item(f::EXT_COM_VALUE_AN4, 4)];
    let ip4 = [Item(f::EXT_COM_VALUE_IP4, 4), Item(f::EXT_COM_VALUE_AN2, 2)];
    let as4 = [Item(f::EXT_COM_VALUE_AS4, 4), Item(f::EXT_COM_VALUE_AN2, 2)];
    let raw = [Item(f::EXT_COM_VALUE_RAW, 6)];
    let (subtype, parts): (F, &[_]) = match tvb.u8(0)? {
        0x00 => (f::EXT_COM_STYPE_TR_AS2, &as2),
        0x40 => (f::EXT_COM_STYPE_NTR_AS2, &as2),
        0x01 => (f::EXT_COM_STYPE_TR_IP4, &ip4),
        0x41 => (f::EXT_COM_STYPE_NTR_IP4, &ip4),
        0x02 => (f::EXT_COM_STYPE_TR_AS4, &as4),
        0x42 => (f::EXT_COM_STYPE_NTR_AS4, &as4),
        0x03 => (f::EXT_COM_STYPE_TR_OPAQUE, &raw),
        0x43 => (f::EXT_COM_STYPE_NTR_OPAQUE, &raw),
        0x80 => return experimental(cx, tvb),
        _ => (f::EXT_COM_STYPE_UNKNOWN, &raw),
    };
    let at = walk(cx, tvb, 1, &[Item(subtype, 1)])?;
    walk(cx, tvb, at, parts).map(drop)
}

/// OSPF's, as they were before they got a type.
fn experimental<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const ROUTE_TYPE: u64 = 0;
    const ROUTER_ID: u64 = 1;
    const OPTIONS: &[F] = &[f::EXT_COM_VALUE_OSPF_RTYPE_OPTIONS, f::EXT_COM_VALUE_OSPF_RTYPE_OPTIONS_MT];
    let parts: &[_] = match cx.out.uint(f::EXT_COM_STYPE_TR_EXP, tvb, 1, 1)? {
        ROUTE_TYPE => &[
            Item(f::EXT_COM_VALUE_OSPF_RTYPE_AREA, 4),
            Item(f::EXT_COM_VALUE_OSPF_RTYPE_TYPE, 1),
            Bits(OPTIONS, 1),
        ],
        ROUTER_ID => &[Item(f::EXT_COM_VALUE_OSPF_RID, 4)],
        _ => &[Item(f::EXT_COM_VALUE_RAW, 6)],
    };
    walk(cx, tvb, 2, parts).map(drop)
}
