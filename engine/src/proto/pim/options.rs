//! Options of hello messages, RFC 7761 §4.9.2.

use super::{
    super::layout::{
        Part::{Bits, Item, Rest},
        walk,
    },
    Cx, Kind, Stop, Tvb, address, f,
};

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize) -> Result<(), Stop> {
    while tvb.reported_rest(at) >= 2 {
        let (kind, len) = (tvb.u16(at)?, usize::from(tvb.u16(at + 2)?));
        walk(cx, tvb, at, &[Item(f::OPTIONTYPE, 2), Item(f::OPTIONLENGTH, 2)])?;
        option(cx, kind, tvb.sub(at + 4, len)?)?;
        at += 4 + len;
    }
    Ok(())
}

fn option<'f>(cx: &mut Cx<'f>, kind: u16, tvb: Tvb<'f>) -> Result<(), Stop> {
    const HOLDTIME: u16 = 1;
    const LAN_PRUNE_DELAY: u16 = 2;
    const DR_PRIORITY: u16 = 19;
    const GENERATION_ID: u16 = 20;
    const STATE_REFRESH: u16 = 21;
    const ADDRESS_LIST: u16 = 24;
    const ADDRESS_LIST_OLD: u16 = 65001;
    match (kind, tvb.reported_len()) {
        (HOLDTIME, 2) => cx.out.item(f::HOLDTIME, tvb, 0, 2),
        (LAN_PRUNE_DELAY, 4) => {
            cx.out.item(f::T, tvb, 0, 1)?;
            walk(cx, tvb, 0, &[Bits(&[f::PROPAGATION_DELAY], 2), Item(f::OVERRIDE_INTERVAL, 2)]).map(drop)
        }
        (DR_PRIORITY, 4) => cx.out.item(f::DR_PRIORITY, tvb, 0, 4),
        (GENERATION_ID, 4) => cx.out.item(f::GENERATION_ID, tvb, 0, 4),
        (STATE_REFRESH, 4) => {
            let parts = [
                Item(f::STATE_REFRESH_VERSION, 1),
                Item(f::STATE_REFRESH_INTERVAL, 1),
                Item(f::STATE_REFRESH_RESERVED, 2),
            ];
            walk(cx, tvb, 0, &parts).map(drop)
        }
        (ADDRESS_LIST | ADDRESS_LIST_OLD, len) => {
            let mut at = 0;
            while at < len {
                at = address(cx, tvb, at, &Kind::LIST)?;
            }
            Ok(())
        }
        _ => walk(cx, tvb, 0, &[Rest(f::OPTIONVALUE)]).map(drop),
    }
}
