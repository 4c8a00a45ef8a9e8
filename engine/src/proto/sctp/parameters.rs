//! Parameters of chunks, RFC 9260 §3.2.1.

use super::{MAX_DEPTH, causes, f};
use crate::proto::{
    cursor::Cursor,
    dissect::Cx,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

/// Dissects parameters from `at` to the end.
pub(super) fn all<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize, depth: usize) -> Result<(), Stop> {
    while tvb.reported_rest(at) > 0 {
        let len = usize::from(tvb.u16(at + 2)?);
        let padded = len.next_multiple_of(4).max(4);
        let rest = tvb.rest(at)?;
        let last = padded >= rest.reported_len();
        one(cx, rest.limit(padded), last, depth)?;
        at += padded;
    }
    Ok(())
}

/// One parameter with its padding.
pub(super) fn one<'f>(cx: &mut Cx<'f>, whole: Tvb<'f>, last: bool, depth: usize) -> Result<(), Stop> {
    if depth > MAX_DEPTH {
        return Err(Stop::Malformed);
    }
    let mut at = Cursor::new(whole, 0);
    let kind = at.bits(cx, &[f::PARAMETER_TYPE, f::PARAMETER_BIT_1, f::PARAMETER_BIT_2], 2)?;
    let len = at.uint(cx, f::PARAMETER_LENGTH, 2)? as usize;
    if len < 4 {
        cx.out.expert(f::PARAMETER_LENGTH_BAD, Severity::Error, Group::Malformed, "Parameter length bad");
        return Ok(());
    }
    let tvb = whole.sub(0, len)?;
    value(cx, Cursor::new(tvb, 4), kind, depth)?;
    let padding = whole.reported_rest(len);
    if padding > 0 {
        cx.out.item(f::PARAMETER_PADDING, whole, len, padding)?;
        if last {
            let text = "The padding of this final parameter should be the padding of the chunk.";
            cx.out.expert(f::PARAMETER_PADDING_EXPERT, Severity::Note, Group::Malformed, text);
        }
    }
    Ok(())
}

fn list<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, field: F, len: usize) -> Result<(), Stop> {
    while at.left() > 0 {
        at.item(cx, field, len)?;
    }
    Ok(())
}

fn value<'f>(cx: &mut Cx<'f>, mut at: Cursor<'f>, kind: u64, depth: usize) -> Result<(), Stop> {
    let at = &mut at;
    let numbers = |cx: &mut Cx<'f>, at: &mut Cursor<'f>, fields: &[F]| fields.iter().try_for_each(|f| at.item(cx, *f, 4));
    match kind {
        1 if at.left() > 0 => at.item(cx, f::PARAMETER_HEARTBEAT_INFORMATION, at.left()),
        5 => at.item(cx, f::PARAMETER_IPV4_ADDRESS, 4),
        6 => at.item(cx, f::PARAMETER_IPV6_ADDRESS, 16),
        7 if at.left() > 0 => at.item(cx, f::PARAMETER_STATE_COOKIE, at.left()),
        8 => one(cx, at.tvb.rest(at.at)?, false, depth + 1),
        9 => at.item(cx, f::PARAMETER_COOKIE_PRESERVATIVE_INCR, 4),
        11 => at.item(cx, f::PARAMETER_HOSTNAME, at.left()),
        12 => list(cx, at, f::PARAMETER_SUPPORTED_ADDRESS_TYPE, 2),
        13 => {
            let fields = [
                f::PARAMETER_RECONFIG_REQUEST_SEQUENCE_NUMBER,
                f::PARAMETER_RECONFIG_RESPONSE_SEQUENCE_NUMBER,
                f::PARAMETER_SENDERS_LAST_ASSIGNED_TSN,
            ];
            numbers(cx, at, &fields)?;
            list(cx, at, f::PARAMETER_RECONFIG_SID, 2)
        }
        14 => {
            numbers(cx, at, &[f::PARAMETER_RECONFIG_REQUEST_SEQUENCE_NUMBER])?;
            list(cx, at, f::PARAMETER_RECONFIG_SID, 2)
        }
        15 => numbers(cx, at, &[f::PARAMETER_RECONFIG_REQUEST_SEQUENCE_NUMBER]),
        16 => {
            let fields = [f::PARAMETER_RECONFIG_RESPONSE_SEQUENCE_NUMBER, f::PARAMETER_RECONFIG_RESPONSE_RESULT];
            numbers(cx, at, &fields)?;
            let optional = [f::PARAMETER_SENDERS_NEXT_TSN, f::PARAMETER_RECEIVERS_NEXT_TSN];
            if at.left() >= 4 * optional.len() { numbers(cx, at, &optional) } else { Ok(()) }
        }
        17 | 18 => {
            let [number, reserved] = match kind {
                17 => [f::PARAMETER_ADD_OUTGOING_STREAMS_NUMBER, f::PARAMETER_ADD_OUTGOING_STREAMS_RESERVED],
                _ => [f::PARAMETER_ADD_INCOMING_STREAMS_NUMBER, f::PARAMETER_ADD_INCOMING_STREAMS_RESERVED],
            };
            numbers(cx, at, &[f::PARAMETER_RECONFIG_REQUEST_SEQUENCE_NUMBER])?;
            at.item(cx, number, 2)?;
            at.item(cx, reserved, 2)
        }
        0x8002 if at.left() > 0 => at.item(cx, f::RANDOM_NUMBER, at.left()),
        0x8003 => list(cx, at, f::CHUNK_TYPE_TO_AUTH, 1),
        0x8004 => list(cx, at, f::HMAC_ID, 2),
        0x8008 => list(cx, at, f::SUPPORTED_CHUNK_TYPE, 1),
        0xc001 | 0xc002 | 0xc004 => {
            at.item(cx, f::CORRELATION_ID, 4)?;
            let address = at.tvb.rest(at.at)?;
            one(cx, address, false, depth + 1)
        }
        0xc003 => {
            at.item(cx, f::CORRELATION_ID, 4)?;
            causes::all(cx, at.tvb, at.at, depth + 1)
        }
        0xc005 => at.item(cx, f::CORRELATION_ID, 4),
        0xc006 => at.item(cx, f::ADAPTATION_LAYER_INDICATION, 4),
        1 | 7 | 0x8000 | 0x8002 | 0xc000 => Ok(()),
        _ if at.left() > 0 => at.item(cx, f::PARAMETER_VALUE, at.left()),
        _ => Ok(()),
    }
}
