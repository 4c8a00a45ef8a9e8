//! Options, RFC 4340 §5.8.

use super::f;
use crate::proto::{
    cursor::Cursor,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// Options of a single byte have types below this.
const FIRST_WITH_LENGTH: u64 = 32;

/// Dissects options from `start` to the end.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, start: usize) -> Result<(), Stop> {
    let mut at = Cursor::new(tvb, start);
    while at.left() > 0 {
        let kind = cx.out.uint(f::OPTION_TYPE, tvb, at.at, 1)?;
        if kind < FIRST_WITH_LENGTH {
            let field = match kind {
                0 => f::PADDING,
                1 => f::MANDATORY,
                2 => f::SLOW_RECEIVER,
                _ => f::OPTION_RESERVED,
            };
            at.item(cx, field, 1)?;
            continue;
        }
        let len = usize::from(tvb.u8(at.at + 1)?);
        if len < 2 || len > at.left() {
            cx.out.expert(f::OPTION_LEN_BAD, Severity::Warn, Group::Protocol, "Bad option length");
            return Ok(());
        }
        let end = at.at + len;
        at.at += 2;
        option(cx, Cursor::new(tvb.limit(end), at.at), kind)?;
        at.at = end;
    }
    Ok(())
}

fn option<'f>(cx: &mut Cx<'f>, mut at: Cursor<'f>, kind: u64) -> Result<(), Stop> {
    let len = at.left();
    let bad = |cx: &mut Cx<'f>| cx.out.expert(f::OPTION_LEN_BAD, Severity::Warn, Group::Protocol, "Bad option length");
    match kind {
        32..=35 if len > 0 => at.item(cx, f::FEATURE_NUMBER, 1)?,
        36 => at.item(cx, f::INIT_COOKIE, len)?,
        37 if (1..=6).contains(&len) => at.item(cx, f::NDP_COUNT, len)?,
        38 => at.item(cx, f::ACK_VECTOR_NONCE_0, len)?,
        39 => at.item(cx, f::ACK_VECTOR_NONCE_1, len)?,
        40 => at.item(cx, f::DATA_DROPPED, len)?,
        41 if len == 4 => at.item(cx, f::TIMESTAMP, 4)?,
        42 if matches!(len, 4 | 6 | 8) => {
            at.item(cx, f::TIMESTAMP_ECHO, 4)?;
            if len > 4 {
                at.item(cx, f::ELAPSED_TIME, len - 4)?;
            }
        }
        43 if matches!(len, 2 | 4) => at.item(cx, f::ELAPSED_TIME, len)?,
        44 if len == 4 => at.item(cx, f::CHECKSUM_DATA, 4)?,
        192 if len == 4 => at.item(cx, f::CCID3_LOSS_EVENT_RATE, 4)?,
        193 => at.item(cx, f::CCID3_LOSS_INTERVALS, len)?,
        194 if len == 4 => at.item(cx, f::CCID3_RECEIVE_RATE, 4)?,
        32..=44 | 192 | 194 => bad(cx),
        45..=127 => at.item(cx, f::OPTION_RESERVED, len)?,
        _ => at.item(cx, f::CCID_OPTION_DATA, len)?,
    }
    Ok(())
}
