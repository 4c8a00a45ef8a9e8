//! Service bindings, RFC 9460: SVCB and HTTPS records.

use super::{Message, fields::f, rdata::Rdata};
use crate::proto::{
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// The data of a SVCB or HTTPS record.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    let tvb = msg.tvb;
    cx.out.item(f::SVCB_SVCPRIORITY, tvb, rdata.at, 2)?;
    let mut at = rdata.at + 2;
    at += msg.name(cx, f::SVCB_TARGETNAME, at)?;
    while at < rdata.end() {
        let len = usize::from(tvb.u16(at + 2)?);
        cx.out.label(f::SVCB_SVCPARAM, tvb, at, len + 4);
        let key = cx.out.uint(f::SVCB_SVCPARAM_KEY, tvb, at, 2)?;
        cx.out.item(f::SVCB_SVCPARAM_VALUE_LENGTH, tvb, at + 2, 2)?;
        parameter(cx, tvb, key, at + 4, len)?;
        at += 4 + len;
    }
    Ok(())
}

fn parameter<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, key: u64, at: usize, len: usize) -> Result<(), Stop> {
    let end = at + len;
    let mut each = |field, size| (at..end).step_by(size).try_for_each(|at| cx.out.item(field, tvb, at, size));
    match key {
        0 => each(f::SVCB_SVCPARAM_MANDATORY_KEY, 2),
        1 => protocols(cx, tvb, at, end),
        3 => cx.out.item(f::SVCB_SVCPARAM_PORT, tvb, at, 2),
        4 => each(f::SVCB_SVCPARAM_IPV4HINT_IP, 4),
        5 => cx.out.item(f::SVCB_SVCPARAM_ECHCONFIG, tvb, at, len),
        6 => each(f::SVCB_SVCPARAM_IPV6HINT_IP, 16),
        7 => cx.out.item(f::SVCB_SVCPARAM_DOHPATH, tvb, at, len),
        32769 => cx.out.item(f::SVCB_SVCPARAM_ODOHCONFIG, tvb, at, len),
        _ if len > 0 => cx.out.item(f::SVCB_SVCPARAM_VALUE, tvb, at, len),
        _ => Ok(()),
    }
}

/// ALPN identifiers, each after its length.
fn protocols<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize, end: usize) -> Result<(), Stop> {
    while at < end {
        let len = cx.out.uint(f::SVCB_SVCPARAM_ALPN_LENGTH, tvb, at, 1)? as usize;
        cx.out.item(f::SVCB_SVCPARAM_ALPN, tvb, at + 1, len)?;
        at += 1 + len;
    }
    Ok(())
}
