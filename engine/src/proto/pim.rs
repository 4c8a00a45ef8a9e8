//! Protocol Independent Multicast, version 1 (inside IGMP) and version 2: RFC 7761 (sparse mode), 3973 (dense mode), 5015 (bidirectional), 5059
//! (bootstrap), 8364 (flooding).

mod addresses;
mod fields;
mod join;
mod old;
mod options;
mod values;

use self::{
    addresses::{Kind, address},
    fields::{FIELDS, f},
};
use super::{
    Extent, Parent, Proto, Protocol,
    checksum,
    dissect::Cx,
    layout::{
        Part::{Bits, Item},
        walk,
    },
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// PIM.
pub static PIM: Protocol = Protocol {
    name: "pim",
    title: "Protocol Independent Multicast",
    frame_name: "pim",
    fields: FIELDS,
    parents: &[Parent::IpProto(PROTOCOL), Parent::Below(Proto::Igmp)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Its IP protocol number.
const PROTOCOL: u8 = 103;

/// Types of messages.
const HELLO: u8 = 0;
const REGISTER: u8 = 1;
const REGISTER_STOP: u8 = 2;
const JOIN_PRUNE: u8 = 3;
const BOOTSTRAP: u8 = 4;
const ASSERT: u8 = 5;
const GRAFT: u8 = 6;
const GRAFT_ACK: u8 = 7;
const CANDIDATE: u8 = 8;
const STATE_REFRESH: u8 = 9;
const ELECTION: u8 = 10;
const FLOODING: u8 = 12;

/// Bytes before the body.
const HEADER: usize = 4;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if cx.parent() == Some(Proto::Igmp) {
        return old::dissect(cx, tvb);
    }
    let first = tvb.u8(0)?;
    let (version, kind) = (first >> 4, first & 15);
    cx.out.item(f::VERSION, tvb, 0, 1)?;
    if version != 2 {
        cx.column("PIM", || "Unknown version".to_owned());
        return Ok(tvb.len());
    }
    cx.column("PIMv2", || values::TYPE.name(kind.into()).unwrap_or("Unknown type").to_owned());
    cx.out.item(f::TYPE, tvb, 0, 1)?;
    match kind {
        ELECTION => walk(cx, tvb, 1, &[Bits(&[f::DF_ELECT_SUBTYPE, f::DF_ELECT_RSVD], 1)])?,
        FLOODING => walk(cx, tvb, 1, &[Item(f::PFMNOFORWARDBIT, 1)])?,
        _ => walk(cx, tvb, 1, &[Item(f::RES_BYTES, 1)])?,
    };
    cx.out.item(f::CKSUM, tvb, 2, 2)?;
    verify(cx, tvb, kind);
    let rest = tvb.reported_rest(HEADER);
    if rest == 0 {
        return Ok(tvb.len());
    }
    cx.out.label(f::OPTION, tvb, HEADER, rest);
    match kind {
        HELLO => options::dissect(cx, tvb, HEADER)?,
        REGISTER => register(cx, tvb)?,
        REGISTER_STOP => {
            let at = address(cx, tvb, HEADER, &Kind::GROUP)?;
            address(cx, tvb, at, &Kind::SOURCE_UNICAST)?;
        }
        JOIN_PRUNE | GRAFT | GRAFT_ACK => join::dissect(cx, tvb)?,
        BOOTSTRAP => bootstrap(cx, tvb)?,
        ASSERT => {
            let at = address(cx, tvb, HEADER, &Kind::GROUP)?;
            let at = address(cx, tvb, at, &Kind::SOURCE_UNICAST)?;
            walk(cx, tvb, at, &[Bits(&[f::RPT, f::METRIC_PREF], 4), Item(f::METRIC, 4)])?;
        }
        CANDIDATE => candidate(cx, tvb)?,
        STATE_REFRESH => state_refresh(cx, tvb)?,
        ELECTION => election(cx, tvb)?,
        FLOODING => flooding(cx, tvb)?,
        _ => {}
    }
    Ok(tvb.len())
}

/// A register message sums its header only; some senders sum all of it.
fn verify<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, kind: u8) {
    let len = tvb.reported_len();
    let over = if kind == REGISTER { len.min(8) } else { len };
    let pseudo = checksum::pseudo_header_v6(cx.info.src, cx.info.dst, over, PROTOCOL);
    let pseudo: &[u8] = pseudo.as_ref().map_or(&[], |header| header);
    let zero = |data: &[u8]| checksum::internet(&[pseudo, data]) == 0;
    let status = if tvb.len() < over || cx.info.fragmented {
        checksum::UNVERIFIED
    } else if zero(tvb.captured(0, over)) || (tvb.len() == len && zero(tvb.data())) {
        checksum::GOOD
    } else {
        cx.out.expert(f::BAD_CHECKSUM, Severity::Error, Group::Checksum, "Bad checksum");
        checksum::BAD
    };
    cx.out.generated_uint(f::CKSUM_STATUS, status);
}

/// RFC 7761 §4.9.3: a packet on its way to the rendezvous point.
fn register<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const NULL: u32 = 0x4000_0000;
    const FLAGS: &[super::out::F] = &[f::REGISTER_FLAG, f::REGISTER_FLAG_BORDER, f::REGISTER_FLAG_NULL_REGISTER];
    let at = walk(cx, tvb, HEADER, &[Bits(FLAGS, 4)])?;
    if tvb.reported_rest(at) == 0 {
        return Ok(());
    }
    let packet = tvb.rest(at)?;
    if tvb.u32(HEADER)? & NULL == 0 {
        match packet.u8(0)? >> 4 {
            4 => _ = cx.call(Proto::Ip, packet),
            6 => _ = cx.call(Proto::Ipv6, packet),
            _ => {}
        }
        return Ok(());
    }
    // A header alone, or nothing but its addresses.
    cx.out.item(f::IP_VERSION, packet, 0, 1)?;
    match packet.u8(0)? >> 4 {
        0 => {
            let at = address(cx, tvb, at, &Kind::SOURCE_UNICAST)?;
            address(cx, tvb, at, &Kind::GROUP)?;
        }
        4 => _ = cx.call(Proto::Ip, packet),
        6 => _ = cx.call(Proto::Ipv6, packet),
        _ => {}
    }
    Ok(())
}

/// RFC 5059 §4.1.
fn bootstrap<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let parts = [Item(f::FRAGMENT_TAG, 2), Item(f::HASH_MASK_LEN, 1), Item(f::BSR_PRIORITY, 1)];
    let at = walk(cx, tvb, HEADER, &parts)?;
    let mut at = address(cx, tvb, at, &Kind::BSR)?;
    while tvb.reported_rest(at) > 0 {
        at = address(cx, tvb, at, &Kind::GROUP)?;
        let points = tvb.u8(at + 1)?;
        at = walk(cx, tvb, at, &[Item(f::RP_COUNT, 1), Item(f::FRP_COUNT, 1), Item(f::RES_BYTES, 2)])?;
        for _ in 0..points {
            at = address(cx, tvb, at, &Kind::RP)?;
            at = walk(cx, tvb, at, &[Item(f::HOLDTIME, 2), Item(f::PRIORITY, 1), Item(f::RES_BYTES, 1)])?;
        }
    }
    Ok(())
}

fn candidate<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let parts = [Item(f::PREFIX_COUNT, 1), Item(f::PRIORITY, 1), Item(f::HOLDTIME, 2)];
    let at = walk(cx, tvb, HEADER, &parts)?;
    let mut at = address(cx, tvb, at, &Kind::RP)?;
    for _ in 0..tvb.u8(HEADER)? {
        at = address(cx, tvb, at, &Kind::GROUP)?;
    }
    Ok(())
}

/// RFC 3973 §4.7.10.
fn state_refresh<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let at = address(cx, tvb, HEADER, &Kind::GROUP)?;
    let at = address(cx, tvb, at, &Kind::SOURCE_UNICAST)?;
    let at = address(cx, tvb, at, &Kind::ORIGINATOR)?;
    let parts = [
        Bits(&[f::RPT, f::METRIC_PREF], 4),
        Item(f::METRIC, 4),
        Item(f::MASK_LEN, 1),
        Item(f::TTL, 1),
        Bits(&[f::PRUNE_INDICATOR, f::PRUNE_NOW, f::ASSERT_OVERRIDE], 1),
        Item(f::INTERVAL, 1),
    ];
    walk(cx, tvb, at, &parts).map(drop)
}

/// RFC 5015 §3.7: who forwards.
fn election<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const BACKOFF: u8 = 3;
    const PASS: u8 = 4;
    let subtype = tvb.u8(1)? >> 4;
    let at = address(cx, tvb, HEADER, &Kind::RP)?;
    let at = walk(cx, tvb, at, &[Item(f::BIDIR_OFF_METRIC_PREF, 4), Item(f::BIDIR_OFF_METRIC, 4)])?;
    match subtype {
        BACKOFF => {
            let at = address(cx, tvb, at, &Kind::OFFERING)?;
            let parts = [
                Item(f::BIDIR_OFF_METRIC_PREF, 4),
                Item(f::BIDIR_OFF_METRIC, 4),
                Item(f::BIDIR_OFFERING_INTERVAL, 2),
            ];
            walk(cx, tvb, at, &parts)?;
        }
        PASS => {
            let at = address(cx, tvb, at, &Kind::WINNER)?;
            walk(cx, tvb, at, &[Item(f::BIDIR_WIN_METRIC_PREF, 4), Item(f::BIDIR_WIN_METRIC, 4)])?;
        }
        _ => {}
    }
    Ok(())
}

/// RFC 8364 §3.
fn flooding<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const HOLD_SOURCES: u64 = 1;
    let mut at = address(cx, tvb, HEADER, &Kind::ORIGINATOR)?;
    while tvb.reported_rest(at) >= 4 {
        let kind = u64::from(tvb.u16(at)? & 0x7fff);
        let len = usize::from(tvb.u16(at + 2)?);
        cx.out.item(f::TRANSITIVETYPE, tvb, at, 1)?;
        cx.out.number(f::OPTIONTYPE, tvb, at, 2, kind)?;
        cx.out.item(f::OPTIONLENGTH, tvb, at + 2, 2)?;
        if kind == HOLD_SOURCES {
            let mut inner = address(cx, tvb, at + 4, &Kind::GROUP)?;
            let sources = tvb.u16(inner)?;
            inner = walk(cx, tvb, inner, &[Item(f::SRCCOUNT, 2), Item(f::SRCHOLDTIME, 2)])?;
            for _ in 0..sources {
                inner = address(cx, tvb, inner, &Kind::SOURCE_UNICAST)?;
            }
        } else if len > 0 {
            cx.out.item(f::OPTIONVALUE, tvb, at + 4, len)?;
        }
        at += 4 + len;
    }
    Ok(())
}
