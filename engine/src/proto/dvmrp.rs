//! Distance Vector Multicast Routing Protocol: version 1 (RFC 1075) and version 3 (draft-ietf-idmr-dvmrp-v3).

mod fields;
mod values;
mod version1;
mod version3;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    checksum,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// DVMRP.
pub static DVMRP: Protocol = Protocol {
    name: "dvmrp",
    title: "Distance Vector Multicast Routing Protocol",
    frame_name: "dvmrp",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Igmp)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let code = tvb.u8(1)?;
    // Version 3 writes its number in the last byte of the header, with codes version 1 does not have.
    let third = tvb.u8(7)? == 3 || code > 4;
    cx.column("DVMRP", || if third { "V3".to_owned() } else { "V1".to_owned() });
    cx.out.generated_uint(f::VERSION, if third { 3 } else { 1 });
    cx.out.item(f::TYPE, tvb, 0, 1)?;
    cx.out.item(if third { f::V3_CODE } else { f::V1_CODE }, tvb, 1, 1)?;
    cx.out.item(f::CHECKSUM, tvb, 2, 2)?;
    let status = if tvb.len() < tvb.reported_len() || cx.info.fragmented {
        checksum::UNVERIFIED
    } else if checksum::internet(&[tvb.data()]) == 0 {
        checksum::GOOD
    } else {
        cx.out.expert(f::BAD_CHECKSUM, Severity::Error, Group::Checksum, "Bad checksum");
        checksum::BAD
    };
    cx.out.generated_uint(f::CHECKSUM_STATUS, status);
    if third { version3::dissect(cx, tvb, code)? } else { version1::dissect(cx, tvb)? }
    Ok(tvb.len())
}
