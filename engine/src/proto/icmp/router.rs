//! Router advertisements, RFC 1256, and what Mobile IP adds to them, RFC 5944.

use super::f;
use crate::proto::{
    dissect::Cx,
    tvb::{Stop, Tvb},
};

pub(super) fn advertisement<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let count = cx.out.uint(f::NUM_ADDRS, tvb, 4, 1)?;
    let words = cx.out.uint(f::ADDR_ENTRY_SIZE, tvb, 5, 1)? as usize;
    cx.out.item(f::LIFETIME, tvb, 6, 2)?;
    let mut at = 8;
    for _ in 0..count {
        if words >= 2 {
            cx.out.item(f::ROUTER_ADDRESS, tvb, at, 4)?;
            cx.out.item(f::PREF_LEVEL, tvb, at + 4, 4)?;
        }
        at += words * 4;
    }
    while tvb.reported_rest(at) > 0 {
        at += extension(cx, tvb, at)?;
    }
    Ok(())
}

/// One extension; returns its length.
fn extension<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let ty = cx.out.uint(f::MIP_TYPE, tvb, at, 1)?;
    // One byte of padding has no length.
    if ty == 0 {
        return Ok(1);
    }
    let len = cx.out.uint(f::MIP_LENGTH, tvb, at + 1, 1)? as usize;
    let (body, end) = (at + 2, at + 2 + len);
    match ty {
        16 => agent(cx, tvb, body, end)?,
        19 => (body..end).try_for_each(|at| cx.out.item(f::MIP_PREFIXLENGTH, tvb, at, 1))?,
        24 => cx.out.item(f::MIP_CHALLENGE, tvb, body, len)?,
        _ => cx.out.item(f::MIP_CONTENT, tvb, body, len)?,
    }
    Ok(2 + len)
}

fn agent<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, end: usize) -> Result<(), Stop> {
    cx.out.item(f::MIP_SEQ, tvb, at, 2)?;
    cx.out.item(f::MIP_LIFE, tvb, at + 2, 2)?;
    let flags = [
        f::MIP_FLAGS,
        f::MIP_R,
        f::MIP_B,
        f::MIP_H,
        f::MIP_F,
        f::MIP_M,
        f::MIP_G,
        f::MIP_V,
        f::MIP_RT,
        f::MIP_U,
        f::MIP_X,
        f::MIP_RESERVED,
    ];
    flags.into_iter().try_for_each(|field| cx.out.item(field, tvb, at + 4, 2))?;
    (at + 6..end).step_by(4).try_for_each(|at| cx.out.item(f::MIP_COA, tvb, at, 4))
}
