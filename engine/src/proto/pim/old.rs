//! Version 1: messages of IGMP type 0x14 (draft-ietf-idmr-pim-spec).

use strato_filter_lang::value::Value;

use super::{
    super::{
        checksum,
        layout::{
            Part::{Bits, Item, Skip},
            walk,
        },
        out::F,
    },
    Cx, Proto, Stop, Tvb, f, values,
};

const QUERY: u8 = 0;
const REGISTER: u8 = 1;
const REGISTER_STOP: u8 = 2;
const JOIN_PRUNE: u8 = 3;
const REACHABLE: u8 = 4;
const ASSERT: u8 = 5;
const GRAFT: u8 = 6;
const GRAFT_ACK: u8 = 7;
const MODE: u8 = 8;

/// Bytes before the body.
const HEADER: usize = 8;

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let code = tvb.u8(1)?;
    cx.column("PIMv1", || values::CODE.name(code.into()).unwrap_or("Unknown").to_owned());
    cx.out.add(f::IGMP_TYPE, &[], Value::str("PIM (0x14)"));
    cx.out.item(f::CODE, tvb, 1, 1)?;
    cx.out.item(f::CKSUM, tvb, 2, 2)?;
    let over = if code == REGISTER { HEADER.min(tvb.reported_len()) } else { tvb.reported_len() };
    let status = match checksum::internet(&[tvb.captured(0, over)]) {
        _ if tvb.len() < over => checksum::UNVERIFIED,
        0 => checksum::GOOD,
        _ => checksum::BAD,
    };
    cx.out.generated_uint(f::CKSUM_STATUS, status);
    cx.out.item(f::VERSION, tvb, 4, 1)?;
    cx.out.item(f::RES_BYTES, tvb, 5, 3)?;
    cx.out.label(f::OPTION, tvb, HEADER, tvb.reported_rest(HEADER));
    body(cx, tvb, code)?;
    Ok(tvb.len())
}

fn body<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, code: u8) -> Result<(), Stop> {
    match code {
        QUERY => walk(cx, tvb, HEADER, &[Bits(&[f::MODE], 1), Skip(1), Item(f::HOLDTIME, 2)]).map(drop),
        REGISTER => {
            const FLAGS: &[F] = &[f::REGISTER_FLAG, f::REGISTER_FLAG_BORDER];
            let at = walk(cx, tvb, HEADER, &[Bits(FLAGS, 4)])?;
            if tvb.reported_rest(at) > 0 {
                cx.call(Proto::Ip, tvb.rest(at)?);
            }
            Ok(())
        }
        REGISTER_STOP => walk(cx, tvb, HEADER, &[Item(f::GROUP, 4), Item(f::SOURCE, 4)]).map(drop),
        JOIN_PRUNE | GRAFT | GRAFT_ACK => groups(cx, tvb),
        REACHABLE => {
            let parts = [
                Item(f::GROUP_ADDRESS, 4),
                Item(f::GROUP_MASK, 4),
                Item(f::RP, 4),
                Item(f::RES_BYTES, 2),
                Item(f::HOLDTIME, 2),
            ];
            walk(cx, tvb, HEADER, &parts).map(drop)
        }
        ASSERT => {
            let parts = [
                Item(f::GROUP_ADDRESS, 4),
                Item(f::GROUP_MASK, 4),
                Bits(&[f::RPT, f::METRIC_PREF], 4),
                Item(f::METRIC, 4),
            ];
            walk(cx, tvb, HEADER, &parts).map(drop)
        }
        MODE => walk(cx, tvb, HEADER, &[Bits(&[f::MODE], 1)]).map(drop),
        _ => Ok(()),
    }
}

fn groups<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let count = tvb.u8(HEADER + 11)?;
    let parts = [
        Item(f::UPSTREAM_NEIGHBOR, 4),
        Item(f::RES_BYTES, 2),
        Item(f::HOLDTIME, 2),
        Item(f::RES_BYTES, 1),
        Item(f::MASK_LEN, 1),
        Item(f::ADDR_LEN, 1),
        Item(f::NUMGROUPS, 1),
    ];
    let mut at = walk(cx, tvb, HEADER, &parts)?;
    for _ in 0..count {
        let (joins, prunes) = (tvb.u16(at + 8)?, tvb.u16(at + 10)?);
        let parts = [Item(f::GROUP, 4), Item(f::GROUP_MASK, 4), Item(f::NUMJOINS, 2), Item(f::NUMPRUNES, 2)];
        at = walk(cx, tvb, at, &parts)?;
        for field in std::iter::repeat_n(f::JOIN_IP, joins.into()).chain(std::iter::repeat_n(f::PRUNE_IP, prunes.into())) {
            let flags = [f::SRC_FLAGS_RSV, f::SRC_FLAGS_S, f::SRC_FLAGS_W, f::SRC_FLAGS_R];
            flags.into_iter().try_for_each(|flag| cx.out.item(flag, tvb, at, 1))?;
            at = walk(cx, tvb, at + 1, &[Item(f::MASK_LEN, 1), Item(field, 4)])?;
        }
    }
    Ok(())
}
