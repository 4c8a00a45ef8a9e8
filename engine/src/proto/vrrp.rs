//! Virtual Router Redundancy Protocol: version 2 (RFC 3768) and version 3 (RFC 5798).

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol,
    checksum,
    dissect::{Addr, Cx},
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// VRRP.
pub static VRRP: Protocol = Protocol {
    name: "vrrp",
    title: "Virtual Router Redundancy Protocol",
    frame_name: "vrrp",
    fields: FIELDS,
    parents: &[Parent::IpProto(PROTOCOL)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Its IP protocol number.
const PROTOCOL: u8 = 112;
/// Kinds of authentication that have data.
const TEXT: u64 = 1;
const MD5: u64 = 254;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let version = tvb.u8(0)? >> 4;
    cx.column("VRRP", || "Announcement".to_owned());
    let count = usize::from(tvb.u8(3)?);
    let mut authentication = 0;
    if version == 3 {
        cx.out.item(f::RESERVED_MBZ, tvb, 4, 1)?;
        cx.out.item(f::SHORT_ADVER_INT, tvb, 4, 2)?;
    } else {
        authentication = cx.out.uint(f::AUTH_TYPE, tvb, 4, 1)?;
        cx.out.item(f::ADVER_INT, tvb, 5, 1)?;
    }
    tvb.u16(6)?;
    verify(cx, tvb, version);
    let mut at = 8;
    let v6 = matches!(cx.info.src, Addr::V6(_));
    let (field, len) = if v6 { (f::IPV6_ADDR, 16) } else { (f::IP_ADDR, 4) };
    for _ in 0..count {
        cx.out.item(field, tvb, at, len)?;
        at += len;
    }
    match authentication {
        TEXT => {
            cx.out.item(f::AUTH_STRING, tvb, at, 8)?;
            at += 8;
        }
        MD5 => {
            cx.out.item(f::MD5_AUTH_DATA, tvb, at, 16)?;
            at += 16;
        }
        _ => {}
    }
    Ok(at)
}

/// Version 3 sums a pseudo-header, too.
fn verify<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, version: u8) {
    let mut pseudo = Vec::new();
    if version == 3 {
        match (cx.info.src, cx.info.dst) {
            (Addr::V4(src), Addr::V4(dst)) => {
                pseudo.extend_from_slice(&src.to_be_bytes());
                pseudo.extend_from_slice(&dst.to_be_bytes());
                pseudo.extend_from_slice(&[0, PROTOCOL]);
                pseudo.extend_from_slice(&(tvb.reported_len() as u16).to_be_bytes());
            }
            (src, dst) => {
                let header = checksum::pseudo_header_v6(src, dst, tvb.reported_len(), PROTOCOL);
                pseudo.extend(header.into_iter().flatten());
            }
        }
    }
    let status = if tvb.len() < tvb.reported_len() || cx.info.fragmented {
        checksum::UNVERIFIED
    } else if checksum::internet(&[&pseudo, tvb.data()]) == 0 {
        checksum::GOOD
    } else {
        cx.out.expert(f::CHECKSUM_BAD_EXPERT, Severity::Error, Group::Checksum, "Bad checksum");
        checksum::BAD
    };
    cx.out.generated_uint(f::CHECKSUM_STATUS, status);
}
