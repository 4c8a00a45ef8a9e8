//! Link state advertisements of version 2, RFC 2328 appendix A.4.

use strato_filter_lang::value::Value;

use super::{
    super::layout::{
        Part::{Bits, Item, Skip},
        walk,
    },
    ADVERTISEMENT, Cx, F, Stop, Tvb, V2_OPTIONS, f,
};

const ROUTER: u8 = 1;
const NETWORK: u8 = 2;
const SUMMARY: u8 = 3;
const SUMMARY_BOUNDARY: u8 = 4;
const EXTERNAL: u8 = 5;
const MEMBERSHIP: u8 = 6;
const NOT_SO_STUBBY: u8 = 7;
const ATTRIBUTES: u8 = 8;

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let kind = tvb.u8(3)?;
    let parts = [Bits(&[f::LSA_AGE, f::LSA_DONOTAGE], 2), Bits(V2_OPTIONS, 1), Item(f::LSA, 1)];
    walk(cx, tvb, 0, &parts)?;
    if let Some(field) = marker(kind) {
        cx.out.add(field, tvb.bytes(3, 1)?, Value::Bool(true));
    }
    let parts = [
        Item(f::LSA_ID, 4),
        Item(f::ADVROUTER, 4),
        Item(f::LSA_SEQNUM, 4),
        Item(f::LSA_CHKSUM, 2),
        Item(f::LSA_LENGTH, 2),
    ];
    walk(cx, tvb, 4, &parts)?;
    if tvb.reported_len() == ADVERTISEMENT {
        return Ok(());
    }
    match kind {
        ROUTER => router(cx, tvb),
        NETWORK => {
            cx.out.item(f::LSA_NETWORK_NETMASK, tvb, 20, 4)?;
            let mut at = 24;
            while tvb.reported_rest(at) > 0 {
                cx.out.item(f::LSA_NETWORK_ATTCHRTR, tvb, at, 4)?;
                at += 4;
            }
            Ok(())
        }
        SUMMARY | SUMMARY_BOUNDARY => {
            let parts = [Item(f::LSA_ASBR_NETMASK, 4), Item(f::LSA_TOS, 1), Item(f::METRIC, 3)];
            let mut at = walk(cx, tvb, 20, &parts)?;
            while tvb.reported_rest(at) >= 4 {
                at = walk(cx, tvb, at, &[Item(f::LSA_TOS, 1), Item(f::METRIC, 3)])?;
            }
            Ok(())
        }
        EXTERNAL | NOT_SO_STUBBY => {
            cx.out.item(f::LSA_ASEXT_NETMASK, tvb, 20, 4)?;
            let mut at = 24;
            while tvb.reported_rest(at) >= 12 {
                cx.out.item(f::LSA_ASEXT_TYPE, tvb, at, 1)?;
                let service = u64::from(tvb.u8(at)? & 0x7f);
                cx.out.number(f::LSA_TOS, tvb, at, 1, service)?;
                let parts = [Item(f::METRIC, 3), Item(f::LSA_ASEXT_FWDADDR, 4), Item(f::LSA_ASEXT_EXTRTTAG, 4)];
                at = walk(cx, tvb, at + 1, &parts)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn marker(kind: u8) -> Option<F> {
    Some(match kind {
        ROUTER => f::LSA_ROUTER,
        NETWORK => f::LSA_NETWORK,
        SUMMARY => f::LSA_SUMMARY,
        SUMMARY_BOUNDARY => f::LSA_ASBR,
        EXTERNAL => f::LSA_ASEXT,
        MEMBERSHIP => f::LSA_MEMBER,
        NOT_SO_STUBBY => f::LSA_NSSA,
        ATTRIBUTES => f::LSA_ATTR,
        9..=11 => f::LSA_OPAQUE,
        _ => return None,
    })
}

fn router<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const FLAGS: &[F] = &[
        f::V2_ROUTER_LSA_FLAGS,
        f::V2_ROUTER_LSA_FLAGS_H,
        f::V2_ROUTER_LSA_FLAGS_N,
        f::V2_ROUTER_LSA_FLAGS_W,
        f::V2_ROUTER_LSA_FLAGS_V,
        f::V2_ROUTER_LSA_FLAGS_E,
        f::V2_ROUTER_LSA_FLAGS_B,
    ];
    let links = tvb.u16(22)?;
    let mut at = walk(cx, tvb, 20, &[Bits(FLAGS, 1), Skip(1), Item(f::LSA_NUMBER_OF_LINKS, 2)])?;
    for _ in 0..links {
        let metrics = usize::from(tvb.u8(at + 9)?);
        let parts = [
            Item(f::LSA_ROUTER_LINKID, 4),
            Item(f::LSA_ROUTER_LINKDATA, 4),
            Item(f::LSA_ROUTER_LINKTYPE, 1),
            Item(f::LSA_ROUTER_NUMMETRICS, 1),
            Item(f::LSA_ROUTER_METRIC0, 2),
        ];
        at = walk(cx, tvb, at, &parts)? + metrics * 4;
    }
    Ok(())
}
