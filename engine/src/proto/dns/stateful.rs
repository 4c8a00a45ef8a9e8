//! DNS Stateful Operations, RFC 8490.

use super::fields::f;
use crate::proto::{
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// The type-length-values after the header.
pub(super) fn operations<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize) -> Result<(), Stop> {
    if tvb.reported_rest(at) > 0 {
        cx.out.label(f::DSO, tvb, at, tvb.reported_rest(at));
    }
    while tvb.reported_rest(at) > 3 {
        let len = usize::from(tvb.u16(at + 2)?);
        cx.out.label(f::DSO_TLV, tvb, at, len + 4);
        let ty = cx.out.uint(f::DSO_TLV_TYPE, tvb, at, 2)?;
        cx.out.item(f::DSO_TLV_LENGTH, tvb, at + 2, 2)?;
        let value = at + 4;
        match ty {
            1 => {
                cx.out.item(f::DSO_TLV_KEEPALIVE_INACTIVITY, tvb, value, 4)?;
                cx.out.item(f::DSO_TLV_KEEPALIVE_INTERVAL, tvb, value + 4, 4)?;
            }
            2 => cx.out.item(f::DSO_TLV_RETRYDELAY_RETRYDELAY, tvb, value, 4)?,
            3 => cx.out.item(f::DSO_TLV_ENCPAD_PADDING, tvb, value, len)?,
            _ => cx.out.item(f::DSO_TLV_DATA, tvb, value, len)?,
        }
        at = value + len;
    }
    Ok(())
}
