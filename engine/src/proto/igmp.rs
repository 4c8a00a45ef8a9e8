//! Internet Group Management Protocol: RFC 988 (version 0), 1112 (1), 2236 (2) and 3376 (3), and traceroutes.

mod fields;
mod trace;
mod values;

use self::fields::{FIELDS, f};
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

/// IGMP.
pub static IGMP: Protocol = Protocol {
    name: "igmp",
    title: "Internet Group Management Protocol",
    frame_name: "igmp",
    fields: FIELDS,
    parents: &[Parent::IpProto(2)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

const QUERY: u8 = 0x11;
const REPORT_V1: u8 = 0x12;
const DVMRP: u8 = 0x13;
const PIM: u8 = 0x14;
const REPORT_V2: u8 = 0x16;
const LEAVE: u8 = 0x17;
const TRACE_RESPONSE: u8 = 0x1e;
const TRACE_QUERY: u8 = 0x1f;
const REPORT_V3: u8 = 0x22;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let kind = tvb.u8(0)?;
    if matches!(kind, DVMRP | PIM) {
        cx.call(if kind == PIM { Proto::Pim } else { Proto::Dvmrp }, tvb);
        return Ok(0);
    }
    // Each version has a dissector of its own in Wireshark, of the same name.
    if cx.out.plan.everything && values::TYPE.name(kind.into()).is_some() {
        cx.out.names.push("igmp");
    }
    cx.column("IGMP", || values::TYPE.name(kind.into()).unwrap_or("Unknown type").to_owned());
    let len = tvb.reported_len();
    match kind {
        0..=0x0f => {
            version(cx, 0);
            let reply = [Item(if kind & 1 == 1 { f::GROUP_TYPE } else { f::REPLY }, 1)];
            walk(cx, tvb, 1, &reply)?;
            verify(cx, tvb)?;
            walk(cx, tvb, 4, &[Item(f::IDENTIFIER, 4), Item(f::MADDR, 4), Item(f::ACCESS_KEY, 8)])
        }
        QUERY if len >= 12 => query(cx, tvb),
        QUERY if tvb.u8(1)? == 0 => group(cx, tvb, 1),
        REPORT_V1 => group(cx, tvb, 1),
        QUERY | REPORT_V2 | LEAVE => group(cx, tvb, 2),
        REPORT_V3 => report(cx, tvb),
        TRACE_RESPONSE | TRACE_QUERY => trace::dissect(cx, tvb),
        _ => {
            verify(cx, tvb)?;
            Ok(len)
        }
    }
}

/// The version is known from type and length.
fn version(cx: &mut Cx<'_>, number: u64) {
    cx.out.generated_uint(f::VERSION, number);
}

fn verify<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    tvb.u16(2)?;
    let status = if tvb.len() < tvb.reported_len() || cx.info.fragmented {
        checksum::UNVERIFIED
    } else if checksum::internet(&[tvb.data()]) == 0 {
        checksum::GOOD
    } else {
        cx.out.expert(f::BAD_CHECKSUM, Severity::Error, Group::Checksum, "Bad checksum");
        checksum::BAD
    };
    cx.out.generated_uint(f::CHECKSUM_STATUS, status);
    Ok(())
}

/// Versions 1 and 2: one group.
fn group<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, number: u64) -> Result<usize, Stop> {
    version(cx, number);
    if number > 1 {
        cx.out.item(f::MAX_RESP, tvb, 1, 1)?;
    } else {
        cx.out.item(f::RESERVED, tvb, 1, 1)?;
    }
    verify(cx, tvb)?;
    walk(cx, tvb, 4, &[Item(f::MADDR, 4)])
}

/// Version 3, RFC 3376 §4.1.
fn query<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    version(cx, 3);
    cx.out.item(f::MAX_RESP, tvb, 1, 1)?;
    if tvb.u8(1)? & 0x80 != 0 {
        cx.out.item(f::MAX_RESP_EXP, tvb, 1, 1)?;
        cx.out.item(f::MAX_RESP_MANT, tvb, 1, 1)?;
    }
    verify(cx, tvb)?;
    let parts = [Item(f::MADDR, 4), Bits(&[f::S, f::QRV], 1), Item(f::QQIC, 1), Item(f::NUM_SRC, 2)];
    let at = walk(cx, tvb, 4, &parts)?;
    sources(cx, tvb, at, tvb.u16(at - 2)?)
}

fn sources<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize, count: u16) -> Result<usize, Stop> {
    for _ in 0..count {
        cx.out.item(f::SADDR, tvb, at, 4)?;
        at += 4;
    }
    Ok(at)
}

/// Version 3, RFC 3376 §4.2.
fn report<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    version(cx, 3);
    cx.out.item(f::RESERVED, tvb, 1, 1)?;
    verify(cx, tvb)?;
    let mut at = walk(cx, tvb, 4, &[Item(f::RESERVED, 2), Item(f::NUM_GRP_RECS, 2)])?;
    for _ in 0..tvb.u16(6)? {
        let auxiliary = usize::from(tvb.u8(at + 1)?) * 4;
        let count = tvb.u16(at + 2)?;
        let parts = [Item(f::RECORD_TYPE, 1), Item(f::AUX_DATA_LEN, 1), Item(f::NUM_SRC, 2), Item(f::MADDR, 4)];
        at = walk(cx, tvb, at, &parts)?;
        at = sources(cx, tvb, at, count)?;
        if auxiliary > 0 {
            cx.out.item(f::AUX_DATA, tvb, at, auxiliary)?;
            at += auxiliary;
        }
    }
    Ok(at)
}
