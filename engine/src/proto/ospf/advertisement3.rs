//! Link state advertisements of version 3, RFC 5340 appendix A.4.

use strato_filter_lang::value::Value;

use super::{
    super::layout::{
        Part::{Bits, Item},
        walk,
    },
    ADVERTISEMENT, Cx, F, Stop, Tvb, V3_OPTIONS, f,
};

/// The type: how to handle and flood it, and its function.
pub(super) const TYPE: &[F] = &[f::V3_LSA, f::V3_LSA_U, f::V3_LSA_S12, f::V3_LSA_FC];

const PREFIX_OPTIONS: &[F] = &[
    f::V3_PREFIX_OPTIONS,
    f::V3_PREFIX_OPTIONS_P,
    f::V3_PREFIX_OPTIONS_MC,
    f::V3_PREFIX_OPTIONS_LA,
    f::V3_PREFIX_OPTIONS_NU,
];

/// Functions.
const ROUTER: u16 = 1;
const NETWORK: u16 = 2;
const INTER_PREFIX: u16 = 3;
const INTER_ROUTER: u16 = 4;
const EXTERNAL: u16 = 5;
const MEMBERSHIP: u16 = 6;
const NOT_SO_STUBBY: u16 = 7;
const LINK: u16 = 8;
const INTRA_PREFIX: u16 = 9;

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let kind = tvb.u16(2)? & 0x1fff;
    walk(cx, tvb, 0, &[Bits(&[f::LSA_AGE, f::V3_LSA_DO_NOT_AGE], 2), Bits(TYPE, 2)])?;
    if let Some(field) = marker(kind) {
        cx.out.add(field, tvb.bytes(2, 2)?, Value::Bool(true));
    }
    let parts = [
        Item(f::LINK_STATE_ID, 4),
        Item(f::ADVROUTER, 4),
        Item(f::LSA_SEQNUM, 4),
        Item(f::LSA_CHKSUM, 2),
        Item(f::LSA_LENGTH, 2),
    ];
    walk(cx, tvb, 4, &parts)?;
    if tvb.reported_len() == ADVERTISEMENT {
        return Ok(());
    }
    match kind {
        ROUTER => router(cx, tvb),
        NETWORK => {
            let mut at = walk(cx, tvb, 20, &[Item(f::RESERVED, 1), Bits(V3_OPTIONS, 3)])?;
            while tvb.reported_rest(at) > 0 {
                cx.out.item(f::V3_LSA_ATTACHED_ROUTER, tvb, at, 4)?;
                at += 4;
            }
            Ok(())
        }
        INTER_PREFIX => {
            walk(cx, tvb, 20, &[Item(f::RESERVED, 1), Item(f::METRIC, 3)])?;
            prefix(cx, tvb, 24, f::RESERVED).map(drop)
        }
        INTER_ROUTER => {
            let parts = [
                Item(f::RESERVED, 1),
                Bits(V3_OPTIONS, 3),
                Item(f::RESERVED, 1),
                Item(f::METRIC, 3),
                Item(f::V3_LSA_DESTINATION_ROUTER_ID, 4),
            ];
            walk(cx, tvb, 20, &parts).map(drop)
        }
        EXTERNAL | NOT_SO_STUBBY => external(cx, tvb),
        LINK => {
            let parts = [
                Item(f::V3_LSA_ROUTER_PRIORITY, 1),
                Bits(V3_OPTIONS, 3),
                Item(f::V3_LSA_LINK_LOCAL_INTERFACE_ADDRESS_IPV6, 16),
            ];
            let at = walk(cx, tvb, 20, &parts)?;
            let count = cx.out.uint(f::V3_LSA_NUM_PREFIXES, tvb, at, 4)?;
            prefixes(cx, tvb, at + 4, count, f::RESERVED)
        }
        INTRA_PREFIX => {
            let count = u64::from(tvb.u16(20)?);
            cx.out.number(f::V3_LSA_NUM_PREFIXES, tvb, 20, 2, count)?;
            let parts = [
                Item(f::V3_LSA_REFERENCED_LS_TYPE, 2),
                Item(f::V3_LSA_REFERENCED_LINK_STATE_ID, 4),
                Item(f::V3_LSA_REFERENCED_ADVERTISING_ROUTER, 4),
            ];
            let at = walk(cx, tvb, 22, &parts)?;
            prefixes(cx, tvb, at, count, f::METRIC)
        }
        _ => Ok(()),
    }
}

fn marker(kind: u16) -> Option<F> {
    Some(match kind {
        ROUTER => f::V3_LSA_ROUTER,
        NETWORK => f::V3_LSA_NETWORK,
        INTER_PREFIX => f::V3_LSA_INTERPREFIX,
        INTER_ROUTER => f::V3_LSA_INTERROUTER,
        EXTERNAL => f::V3_LSA_ASEXT,
        MEMBERSHIP => f::V3_LSA_MEMBER,
        NOT_SO_STUBBY => f::V3_LSA_NSSA,
        LINK => f::V3_LSA_LINK,
        INTRA_PREFIX => f::V3_LSA_INTRAPREFIX,
        _ => return None,
    })
}

fn router<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const FLAGS: &[F] = &[
        f::V3_ROUTER_LSA_FLAGS,
        f::V3_ROUTER_LSA_FLAGS_W,
        f::V3_ROUTER_LSA_FLAGS_V,
        f::V3_ROUTER_LSA_FLAGS_E,
        f::V3_ROUTER_LSA_FLAGS_B,
    ];
    let mut at = walk(cx, tvb, 20, &[Bits(FLAGS, 1), Bits(V3_OPTIONS, 3)])?;
    while tvb.reported_rest(at) >= 16 {
        let parts = [
            Item(f::V3_LSA_TYPE, 1),
            Item(f::RESERVED, 1),
            Item(f::METRIC, 2),
            Item(f::V3_LSA_INTERFACE_ID, 4),
            Item(f::V3_LSA_NEIGHBOR_INTERFACE_ID, 4),
            Item(f::V3_LSA_NEIGHBOR_ROUTER_ID, 4),
        ];
        at = walk(cx, tvb, at, &parts)?;
    }
    Ok(())
}

fn external<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const TAG: u8 = 1;
    const FORWARDING: u8 = 2;
    let flags = tvb.u8(20)?;
    let referenced = tvb.u16(26)?;
    cx.out.item(f::METRIC, tvb, 21, 3)?;
    let mut at = prefix(cx, tvb, 24, f::V3_LSA_REFERENCED_LS_TYPE)?;
    if flags & FORWARDING != 0 {
        cx.out.item(f::V3_LSA_FORWARDING_ADDRESS_IPV6, tvb, at, 16)?;
        at += 16;
    }
    if flags & TAG != 0 {
        cx.out.item(f::V3_LSA_EXTERNAL_ROUTE_TAG, tvb, at, 4)?;
        at += 4;
    }
    if referenced != 0 {
        cx.out.item(f::V3_LSA_REFERENCED_LINK_STATE_ID, tvb, at, 4)?;
    }
    Ok(())
}

fn prefixes<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize, count: u64, between: F) -> Result<(), Stop> {
    for _ in 0..count {
        at = prefix(cx, tvb, at, between)?;
    }
    Ok(())
}

/// Length, options, two bytes whose meaning depends, and as many words of four bytes as the length needs.
fn prefix<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, between: F) -> Result<usize, Stop> {
    let bits = usize::from(tvb.u8(at)?);
    let parts = [Item(f::PREFIX_LENGTH, 1), Bits(PREFIX_OPTIONS, 1), Item(between, 2)];
    let at = walk(cx, tvb, at, &parts)?;
    let len = bits.div_ceil(32) * 4;
    let bytes = tvb.bytes(at, len)?;
    if len > 16 {
        return Err(Stop::Malformed);
    }
    let high = bytes.iter().fold(0u128, |n, byte| n << 8 | u128::from(*byte));
    let address = high.checked_shl(8 * (16 - len as u32)).unwrap_or(0);
    cx.out.add(f::V3_ADDRESS_PREFIX_IPV6, bytes, Value::ipv6(address));
    Ok(at + len)
}
