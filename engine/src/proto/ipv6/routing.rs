//! Routing headers.

use strato_filter_lang::value::Value;

use super::{Cx, Group, Severity, Stop, Tvb, extensions::final_destination, f};

/// Emits the part after the length.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let kind = cx.out.uint(f::ROUTING_TYPE, tvb, 2, 1)?;
    let left = cx.out.uint(f::ROUTING_SEGLEFT, tvb, 3, 1)? as usize;
    match kind {
        0 => {
            let text = "Routing header type is deprecated";
            cx.out.expert(f::ROUTING_DEPRECATED, Severity::Note, Group::Deprecated, text);
            source_route(cx, tvb, left)
        }
        2 => mobile(cx, tvb, left),
        3 => rpl(cx, tvb, left),
        4 => segments(cx, tvb, left),
        5 => compact(cx, tvb, left, 2),
        6 => compact(cx, tvb, left, 4),
        _ => cx.out.item(f::ROUTING_UNKNOWN_DATA, tvb, 4, tvb.reported_len() - 4),
    }
}

fn check_left(cx: &mut Cx<'_>, left: usize, count: usize) {
    if left > count {
        let text = "IPv6 Routing Header segments left field must not exceed address count";
        cx.out.expert(f::ROUTING_INVALID_SEGLEFT, Severity::Error, Group::Protocol, text);
    }
}

fn source_route<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, left: usize) -> Result<(), Stop> {
    let count = (tvb.reported_len() - 8) / 16;
    cx.out.item(f::ROUTING_SRC_RESERVED, tvb, 4, 4)?;
    check_left(cx, left, count);
    for i in 0..count {
        cx.out.item(f::ROUTING_SRC_ADDR, tvb, 8 + i * 16, 16)?;
    }
    if left > 0 && count > 0 {
        final_destination(cx, tvb.u128(8 + (count - 1) * 16)?);
    }
    Ok(())
}

fn mobile<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, left: usize) -> Result<(), Stop> {
    cx.out.item(f::ROUTING_MIPV6_RESERVED, tvb, 4, 4)?;
    cx.out.item(f::ROUTING_MIPV6_HOME_ADDRESS, tvb, 8, 16)?;
    if left > 0 {
        final_destination(cx, tvb.u128(8)?);
    }
    Ok(())
}

/// RFC 6554: addresses without the bytes they share with the destination.
fn rpl<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, left: usize) -> Result<(), Stop> {
    let bits = cx.out.uint(f::ROUTING_RPL_CMPRI, tvb, 4, 4)?;
    for field in [f::ROUTING_RPL_CMPRE, f::ROUTING_RPL_PAD, f::ROUTING_RPL_RESERVED] {
        cx.out.item(field, tvb, 4, 4)?;
    }
    let (inner, last) = (16 - (bits >> 28 & 15) as usize, 16 - (bits >> 24 & 15) as usize);
    let pad = (bits >> 20 & 15) as usize;
    if bits & 0xfffff != 0 {
        let text = "Reserved field must equal 0";
        cx.out.expert(f::ROUTING_RPL_RESERVED_NOT0, Severity::Warn, Group::Protocol, text);
    }
    let Some(room) = (tvb.reported_len() - 8).checked_sub(pad + last) else {
        let text = "Calculated total address count must be greater than or equal to 0";
        cx.out.expert(f::ROUTING_RPL_ADDR_COUNT_GE0, Severity::Error, Group::Protocol, text);
        return Ok(());
    };
    let count = room / inner + 1;
    cx.out.generated(f::ROUTING_RPL_ADDR_COUNT, Value::Int(count as i64));
    check_left(cx, left, count);
    let mut at = 8;
    for i in 1..=count {
        let size = if i == count { last } else { inner };
        cx.out.item(f::ROUTING_RPL_ADDRESS, tvb, at, size)?;
        full_address(cx, tvb.bytes(at, size)?);
        at += size;
    }
    Ok(())
}

/// The address with the bytes it shares with the destination.
fn full_address<'f>(cx: &mut Cx<'f>, tail: &'f [u8]) {
    let super::Addr::V6(dst) = cx.info.dst else { return };
    let low = tail.iter().fold(0u128, |n, byte| n << 8 | u128::from(*byte));
    let kept = dst.checked_shr(8 * tail.len() as u32).and_then(|n| n.checked_shl(8 * tail.len() as u32)).unwrap_or(0);
    cx.out.add(f::ROUTING_RPL_FULL_ADDRESS, tail, Value::ipv6(kept | low));
}

/// Segment routing, RFC 8754.
fn segments<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, left: usize) -> Result<(), Stop> {
    let last = cx.out.uint(f::ROUTING_SRH_LAST_ENTRY, tvb, 4, 1)? as usize;
    cx.out.item(f::ROUTING_SRH_FLAGS, tvb, 5, 1)?;
    cx.out.item(f::ROUTING_SRH_TAG, tvb, 6, 2)?;
    check_left(cx, left, last + 1);
    for i in 0..=last {
        if 8 + (i + 1) * 16 > tvb.reported_len() {
            let text = "Invalid IPv6 Routing header length";
            cx.out.expert(f::ROUTING_INVALID_LENGTH, Severity::Error, Group::Malformed, text);
            return Ok(());
        }
        cx.out.item(f::ROUTING_SRH_ADDR, tvb, 8 + i * 16, 16)?;
    }
    if left > 0 {
        // The list is in reverse: the last segment comes first.
        final_destination(cx, tvb.u128(8)?);
    }
    Ok(())
}

/// Compact routing headers: the current segment is the one that `left` points to.
fn compact<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, left: usize, size: usize) -> Result<(), Stop> {
    let (current, sid) = if size == 2 {
        (f::ROUTING_CRH16_CURRENT_SID, f::ROUTING_CRH16_SID)
    } else {
        (f::ROUTING_CRH32_CURRENT_SID, f::ROUTING_CRH32_SID)
    };
    let count = (tvb.reported_len() - 4) / size;
    check_left(cx, left, count);
    if left < count {
        cx.out.item(current, tvb, 4 + left * size, size)?;
    }
    for i in 0..count {
        cx.out.item(sid, tvb, 4 + i * size, size)?;
    }
    Ok(())
}
