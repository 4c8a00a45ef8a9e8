//! Multicast listener discovery, RFC 2710 and RFC 3810.

use super::f;
use crate::proto::{
    dissect::Cx,
    layout::{Part, walk},
    tvb::{Stop, Tvb},
};

/// Bytes of a query of version 1.
const QUERY_V1: usize = 24;

pub(super) fn query<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let second = tvb.reported_len() > QUERY_V1;
    let delay = if second { f::MLD_MAXIMUM_RESPONSE_CODE } else { f::MLD_MAXIMUM_RESPONSE_DELAY };
    let parts = [Part::Item(delay, 2), Part::Item(f::RESERVED, 2), Part::Item(f::MLD_MULTICAST_ADDRESS, 16)];
    let mut at = walk(cx, tvb, 4, &parts)?;
    if second {
        let parts = [
            Part::Bits(&[f::MLD_FLAG, f::MLD_FLAG_S, f::MLD_FLAG_QRV, f::MLD_FLAG_RESERVED], 1),
            Part::Item(f::MLD_QQI, 1),
            Part::Item(f::MLD_NB_SOURCES, 2),
        ];
        let count = tvb.u16(at + 2)?;
        at = walk(cx, tvb, at, &parts)?;
        for _ in 0..count {
            cx.out.item(f::MLD_SOURCE_ADDRESS, tvb, at, 16)?;
            at += 16;
        }
    }
    Ok(())
}

/// A report of version 2.
pub(super) fn report<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::RESERVED, tvb, 4, 2)?;
    let count = cx.out.uint(f::MLDR_NB_MCAST_RECORDS, tvb, 6, 2)?;
    let mut at = 8;
    for _ in 0..count {
        at += record(cx, tvb, at)?;
    }
    Ok(())
}

/// One record; returns its length.
fn record<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let (words, sources) = (usize::from(tvb.u8(at + 1)?), usize::from(tvb.u16(at + 2)?));
    let len = 20 + 16 * sources + 4 * words;
    cx.out.label(f::MLDR_MAR, tvb, at, len);
    let parts = [
        Part::Item(f::MLDR_MAR_RECORD_TYPE, 1),
        Part::Item(f::MLDR_MAR_AUX_DATA_LEN, 1),
        Part::Item(f::MLDR_MAR_NB_SOURCES, 2),
        Part::Item(f::MLDR_MAR_MULTICAST_ADDRESS, 16),
    ];
    let mut end = walk(cx, tvb, at, &parts)?;
    for _ in 0..sources {
        cx.out.item(f::MLDR_MAR_SOURCE_ADDRESS, tvb, end, 16)?;
        end += 16;
    }
    if words > 0 {
        cx.out.item(f::MLDR_MAR_AUXILIARY_DATA, tvb, end, 4 * words)?;
    }
    Ok(len)
}
