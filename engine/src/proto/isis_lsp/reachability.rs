//! Neighbors and prefixes with their metrics.

use std::net::Ipv6Addr;

use strato_filter_lang::value::Value;

use super::f;
use crate::proto::{
    cursor::Cursor,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// ISO/IEC 10589 §9.8: four metrics and the neighbor.
pub(super) fn neighbors<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, id: usize) -> Result<(), Stop> {
    const METRICS: usize = 4;
    cx.out.item(f::EIS_NEIGHBORS_CLV_INNER_RESERVED, tvb, 0, 1)?;
    let mut at = 1;
    while tvb.reported_rest(at) > 0 {
        cx.out.item(f::EIS_NEIGHBORS_DEFAULT_METRIC, tvb, at, 1)?;
        cx.out.item(f::EIS_NEIGHBORS_DEFAULT_METRIC_IE, tvb, at, 1)?;
        let others = [
            (f::EIS_NEIGHBORS_DELAY_METRIC, f::EIS_NEIGHBORS_DELAY_METRIC_SUPPORTED, f::EIS_NEIGHBORS_DELAY_METRIC_IE),
            (
                f::EIS_NEIGHBORS_EXPENSE_METRIC,
                f::EIS_NEIGHBORS_EXPENSE_METRIC_SUPPORTED,
                f::EIS_NEIGHBORS_EXPENSE_METRIC_IE,
            ),
            (f::EIS_NEIGHBORS_ERROR_METRIC, f::EIS_NEIGHBORS_ERROR_METRIC_SUPPORTED, f::EIS_NEIGHBORS_ERROR_METRIC_IE),
        ];
        for (i, (metric, supported, external)) in others.into_iter().enumerate() {
            // Wireshark reads all values from the first byte, and only the kind from their own.
            cx.out.item(metric, tvb, at, 1)?;
            cx.out.item(supported, tvb, at, 1)?;
            cx.out.item(external, tvb, at + 1 + i, 1)?;
        }
        cx.out.item(f::EIS_NEIGHBORS_IS_NEIGHBOR, tvb, at + METRICS, id + 1)?;
        at += METRICS + id + 1;
    }
    Ok(())
}

/// RFC 5305 §3.
pub(super) fn extended_neighbors<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, id: usize) -> Result<(), Stop> {
    while at.left() > 0 {
        at.item(cx, f::EXT_IS_REACHABILITY_IS_NEIGHBOR_ID, id + 1)?;
        at.item(cx, f::EXT_IS_REACHABILITY_METRIC, 3)?;
        let len = at.uint(cx, f::EXT_IS_REACHABILITY_SUBCLVS_LENGTH, 1)? as usize;
        let inner = &mut Cursor::new(at.tvb.sub(at.at, len)?, 0);
        while inner.left() >= 2 {
            let code = inner.uint(cx, f::EXT_IS_REACHABILITY_CODE, 1)?;
            let size = inner.uint(cx, f::EXT_IS_REACHABILITY_LENGTH, 1)? as usize;
            let (tvb, from) = (inner.tvb, inner.at);
            match (code, size) {
                (6, 4) => cx.out.item(f::EXT_IS_REACHABILITY_IPV4_INTERFACE_ADDRESS, tvb, from, 4)?,
                (8, 4) => cx.out.item(f::EXT_IS_REACHABILITY_IPV4_NEIGHBOR_ADDRESS, tvb, from, 4)?,
                (12, 16) => cx.out.item(f::EXT_IS_REACHABILITY_IPV6_INTERFACE_ADDRESS, tvb, from, 16)?,
                (13, 16) => cx.out.item(f::EXT_IS_REACHABILITY_IPV6_NEIGHBOR_ADDRESS, tvb, from, 16)?,
                (18, 3) => cx.out.item(f::EXT_IS_REACHABILITY_TRAFFIC_ENGINEERING_DEFAULT_METRIC, tvb, from, 3)?,
                (29, 6) => {
                    cx.out.item(f::SPB_LINK_METRIC, tvb, from, 3)?;
                    cx.out.item(f::SPB_PORT_COUNT, tvb, from + 3, 1)?;
                    cx.out.item(f::SPB_PORT_ID, tvb, from + 4, 2)?;
                }
                _ => {}
            }
            inner.at += size;
        }
        at.at += len;
    }
    Ok(())
}

/// RFC 1195 §5.3.3: four metrics, an address and a mask.
pub(super) fn prefixes<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 0;
    while tvb.reported_rest(at) >= 12 {
        cx.out.item(f::IP_REACHABILITY_IPV4_PREFIX, tvb, at + 4, 4)?;
        let first = [
            f::IP_REACHABILITY_DEFAULT_METRIC,
            f::IP_REACHABILITY_DEFAULT_METRIC_IE,
            f::IP_REACHABILITY_DISTRIBUTION,
        ];
        let others = [
            [
                f::IP_REACHABILITY_DELAY_METRIC,
                f::IP_REACHABILITY_DELAY_METRIC_SUPPORT,
                f::IP_REACHABILITY_DELAY_METRIC_IE,
            ],
            [
                f::IP_REACHABILITY_EXPENSE_METRIC,
                f::IP_REACHABILITY_EXPENSE_METRIC_SUPPORT,
                f::IP_REACHABILITY_EXPENSE_METRIC_IE,
            ],
            [
                f::IP_REACHABILITY_ERROR_METRIC,
                f::IP_REACHABILITY_ERROR_METRIC_SUPPORT,
                f::IP_REACHABILITY_ERROR_METRIC_IE,
            ],
        ];
        for (i, fields) in std::iter::once(first).chain(others).enumerate() {
            fields.into_iter().try_for_each(|field| cx.out.item(field, tvb, at + i, 1))?;
        }
        at += 12;
    }
    Ok(())
}

/// RFC 5305 §4: metric, length, as many bytes of the prefix as it takes.
pub(super) fn extended_prefixes<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    while at.left() > 0 {
        let control = at.tvb.u8(at.at + 4)?;
        let bits = u32::from(control & 0x3f).min(32);
        let len = bits.div_ceil(8) as usize;
        let raw = at.tvb.bytes(at.at + 5, len)?;
        let mut bytes = [0; 4];
        bytes.iter_mut().zip(raw).for_each(|(to, from)| *to = *from);
        cx.out.add(f::EXT_IP_REACHABILITY_IPV4_PREFIX, raw, Value::Ipv4 { addr: u32::from_be_bytes(bytes), prefix: 32 });
        at.item(cx, f::EXT_IP_REACHABILITY_METRIC, 4)?;
        let flags = [
            f::EXT_IP_REACHABILITY_DISTRIBUTION,
            f::EXT_IP_REACHABILITY_SUBTLV,
            f::EXT_IP_REACHABILITY_PREFIX_LENGTH,
        ];
        at.bits(cx, &flags, 1)?;
        at.at += len;
        if control & 0x40 != 0 {
            let len = at.uint(cx, f::EXT_IP_REACHABILITY_SUBCLVS_LENGTH, 1)? as usize;
            at.at += len;
        }
    }
    Ok(())
}

/// RFC 5308 §2.
pub(super) fn prefixes_v6<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    while at.left() > 0 {
        let (control, bits) = (at.tvb.u8(at.at + 4)?, at.tvb.u8(at.at + 5)?);
        let len = usize::from(bits.min(128)).div_ceil(8);
        let raw = at.tvb.bytes(at.at + 6, len)?;
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(raw).for_each(|(to, from)| *to = *from);
        let addr = u128::from(Ipv6Addr::from(bytes));
        cx.out.add(f::IPV6_REACHABILITY_IPV6_PREFIX, raw, Value::Ipv6 { addr, prefix: 128 });
        at.item(cx, f::IPV6_REACHABILITY_METRIC, 4)?;
        let flags = [
            f::IPV6_REACHABILITY_DISTRIBUTION,
            f::IPV6_REACHABILITY_DISTRIBUTION_INTERNAL,
            f::IPV6_REACHABILITY_SUBTLV,
            f::IPV6_REACHABILITY_RESERVED_BITS,
        ];
        at.bits(cx, &flags, 1)?;
        at.item(cx, f::IPV6_REACHABILITY_PREFIX_LENGTH, 1)?;
        at.at += len;
        if control & 0x20 != 0 {
            let len = at.uint(cx, f::IPV6_REACHABILITY_SUBCLVS_LENGTH, 1)? as usize;
            at.at += len;
        }
    }
    Ok(())
}
