//! Version 1: a list of commands, RFC 1075 §3.

use super::{Cx, Stop, Tvb, f};

const NULL: u8 = 0;
const FAMILY: u8 = 2;
const SUBNET_MASK: u8 = 3;
const METRIC: u8 = 4;
const FLAGS: u8 = 5;
const INFINITY: u8 = 6;
const DESTINATIONS: u8 = 7;
const REQUESTED: u8 = 8;
const NON_MEMBERSHIP: u8 = 9;
const NON_MEMBERSHIP_CANCEL: u8 = 10;

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.label(f::COMMANDS, tvb, 4, tvb.reported_rest(4));
    let mut at = 4;
    while tvb.reported_rest(at) > 0 {
        let command = tvb.u8(at)?;
        cx.out.item(f::COMMAND, tvb, at, 1)?;
        at = match command {
            NULL => at + 2,
            FAMILY => one(cx, tvb, at, f::AFI)?,
            METRIC => one(cx, tvb, at, f::METRIC)?,
            INFINITY => one(cx, tvb, at, f::INFINITY)?,
            FLAGS => {
                cx.out.item(f::DEST_UNREACH, tvb, at + 1, 1)?;
                one(cx, tvb, at, f::SPLIT_HORIZ)?
            }
            SUBNET_MASK => {
                let count = cx.out.uint(f::COUNT, tvb, at + 1, 1)?;
                if count > 0 {
                    cx.out.item(f::NETMASK, tvb, at + 2, 4)?;
                }
                at + 2 + if count > 0 { 4 } else { 0 }
            }
            DESTINATIONS | REQUESTED => addresses(cx, tvb, at, f::DADDR, false)?,
            NON_MEMBERSHIP => addresses(cx, tvb, at, f::MADDR, true)?,
            NON_MEMBERSHIP_CANCEL => addresses(cx, tvb, at, f::MADDR, false)?,
            _ => return Ok(()),
        };
    }
    Ok(())
}

fn one<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, field: super::super::out::F) -> Result<usize, Stop> {
    cx.out.item(field, tvb, at + 1, 1)?;
    Ok(at + 2)
}

fn addresses<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    at: usize,
    field: super::super::out::F,
    hold: bool,
) -> Result<usize, Stop> {
    let count = cx.out.uint(f::COUNT, tvb, at + 1, 1)?;
    let mut at = at + 2;
    for _ in 0..count {
        cx.out.item(field, tvb, at, 4)?;
        at += 4;
        if hold {
            cx.out.item(f::HOLD, tvb, at, 4)?;
            at += 4;
        }
    }
    Ok(at)
}
