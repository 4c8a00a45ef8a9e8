//! Causes of errors, RFC 9260 §3.3.10.

use super::{MAX_DEPTH, Packet, chunks, f, parameters};
use crate::proto::{
    cursor::Cursor,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// Dissects causes from `at` to the end.
pub(super) fn all<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize, depth: usize) -> Result<(), Stop> {
    if depth > MAX_DEPTH {
        return Err(Stop::Malformed);
    }
    while tvb.reported_rest(at) > 0 {
        let len = usize::from(tvb.u16(at + 2)?).max(4);
        let padded = len.next_multiple_of(4);
        let whole = tvb.rest(at)?.limit(padded);
        cause(cx, whole, len, depth)?;
        at += padded;
    }
    Ok(())
}

fn cause<'f>(cx: &mut Cx<'f>, whole: Tvb<'f>, len: usize, depth: usize) -> Result<(), Stop> {
    let code = cx.out.uint(f::CAUSE_CODE, whole, 0, 2)?;
    cx.out.item(f::CAUSE_LENGTH, whole, 2, 2)?;
    let tvb = whole.sub(0, len)?;
    let mut at = Cursor::new(tvb, 4);
    match code {
        1 => {
            at.item(cx, f::CAUSE_STREAM_IDENTIFIER, 2)?;
            at.item(cx, f::CAUSE_RESERVED, 2)?;
        }
        2 => {
            let count = at.uint(cx, f::CAUSE_NR_OF_MISSING_PARAMETERS, 4)?;
            for _ in 0..count {
                at.item(cx, f::CAUSE_MISSING_PARAMETER_TYPE, 2)?;
            }
        }
        3 => at.item(cx, f::CAUSE_MEASURE_OF_STALENESS, 4)?,
        5 | 8 | 11 => parameters::all(cx, tvb, 4, depth + 1)?,
        // The chunk that was not recognised.
        6 => _ = chunks::chunk(cx, tvb, 4, Packet { half: None, depth: depth + 1 })?,
        9 => at.item(cx, f::CAUSE_TSN, 4)?,
        0xa0..=0xa3 => parameters::one(cx, tvb.rest(4)?, false, depth + 1)?,
        0xb0 => at.item(cx, f::HMAC_ID, 2)?,
        4 | 7 | 10 => {}
        _ if at.left() > 0 => at.item(cx, f::CAUSE_INFORMATION, at.left())?,
        _ => {}
    }
    let padding = whole.reported_rest(len);
    if padding > 0 {
        cx.out.item(f::CAUSE_PADDING, whole, len, padding)?;
    }
    Ok(())
}
