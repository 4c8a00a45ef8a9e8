//! Extensions after the quoted packet, RFC 4884: MPLS labels (RFC 4950), interfaces (RFC 5837, RFC 8335).

use strato_filter_lang::value::Value;

use super::f;
use crate::proto::{
    checksum,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

const CLASS_MPLS: u64 = 1;
const CLASS_INTERFACE: u64 = 2;
const CLASS_IDENTIFICATION: u64 = 3;

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.label(f::EXT, tvb, 0, tvb.len());
    if tvb.reported_len() < 4 {
        return Ok(());
    }
    let version = tvb.u8(0)? >> 4;
    cx.out.number(f::EXT_VERSION, tvb, 0, 1, version.into())?;
    cx.out.item(f::EXT_RES, tvb, 0, 2)?;
    let sum = cx.out.uint(f::EXT_CHECKSUM, tvb, 2, 2)?;
    let whole = tvb.len() == tvb.reported_len();
    let status = match (sum, whole) {
        (0, _) | (_, false) => checksum::UNVERIFIED,
        _ if checksum::internet(&[tvb.data()]) == 0 => checksum::GOOD,
        _ => checksum::BAD,
    };
    cx.out.generated_uint(f::EXT_CHECKSUM_STATUS, status);
    if status == checksum::BAD {
        cx.out.expert(f::EXT_CHECKSUM_BAD, Severity::Warn, Group::Checksum, "Bad checksum");
    }
    // Other versions than 1 and 2 are not ours to read.
    let mut at = 4;
    while version <= 2 && tvb.reported_rest(at) >= 4 {
        let len = cx.out.uint(f::EXT_LENGTH, tvb, at, 2)? as usize;
        let class = cx.out.uint(f::EXT_CLASS, tvb, at + 2, 1)?;
        if len < 4 || len > tvb.reported_rest(at) {
            break;
        }
        object(cx, tvb.sub(at, len)?, class)?;
        at += len;
    }
    Ok(())
}

fn object<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, class: u64) -> Result<(), Stop> {
    let ctype = cx.out.uint(f::EXT_CTYPE, tvb, 3, 1)?;
    match class {
        CLASS_MPLS if ctype == 1 => labels(cx, tvb),
        CLASS_INTERFACE => interface(cx, tvb, ctype),
        CLASS_IDENTIFICATION => identification(cx, tvb, ctype),
        _ => rest(cx, tvb, 4),
    }
}

fn rest<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    match tvb.reported_rest(at) {
        0 => Ok(()),
        len => cx.out.item(f::EXT_DATA, tvb, at, len),
    }
}

fn labels<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 4;
    while tvb.reported_rest(at) >= 4 {
        cx.out.item(f::MPLS_LABEL, tvb, at, 3)?;
        cx.out.item(f::MPLS_EXP, tvb, at, 3)?;
        let stack = tvb.u8(at + 2)? & 1 == 1;
        cx.out.add(f::MPLS_S, tvb.bytes(at, 3)?, Value::Bool(stack));
        cx.out.item(f::MPLS_TTL, tvb, at + 3, 1)?;
        at += 4;
    }
    match tvb.reported_rest(at) {
        0 => Ok(()),
        len => cx.out.item(f::MPLS_DATA, tvb, at, len),
    }
}

fn interface<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, ctype: u64) -> Result<(), Stop> {
    let flags = [
        f::INT_INFO_ROLE,
        f::INT_INFO_RESERVED,
        f::INT_INFO_IFINDEX,
        f::INT_INFO_IPADDR,
        f::INT_INFO_NAME_PRESENT,
        f::INT_INFO_MTU_PRESENT,
    ];
    flags.into_iter().try_for_each(|field| cx.out.item(field, tvb, 3, 1))?;
    let mut at = 4;
    if ctype & 8 != 0 {
        cx.out.item(f::INT_INFO_INDEX, tvb, at, 4)?;
        at += 4;
    }
    if ctype & 4 != 0 {
        let family = cx.out.uint(f::INT_INFO_AFI, tvb, at, 2)?;
        let (field, len) = match family {
            1 => (f::INT_INFO_IPV4, 4),
            2 => (f::INT_INFO_IPV6, 16),
            _ => return cx.out.item(f::INT_INFO_IPUNKNOWN, tvb, at + 4, tvb.reported_rest(at + 4)),
        };
        cx.out.item(f::RESERVED, tvb, at + 2, 2)?;
        cx.out.item(field, tvb, at + 4, len)?;
        at += 4 + len;
    }
    if ctype & 2 != 0 {
        let len = cx.out.uint(f::INT_INFO_NAME_LENGTH, tvb, at, 1)? as usize;
        if len > 1 && len <= tvb.reported_rest(at) {
            cx.out.item(f::INT_INFO_NAME, tvb, at + 1, len - 1)?;
        }
        at += len.max(1);
    }
    if ctype & 1 != 0 && tvb.reported_rest(at) >= 4 {
        cx.out.item(f::INT_INFO_MTU, tvb, at, 4)?;
    }
    Ok(())
}

fn identification<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, ctype: u64) -> Result<(), Stop> {
    match ctype {
        1 => cx.out.item(f::INT_IDENT_NAME, tvb, 4, tvb.reported_rest(4)),
        2 => cx.out.item(f::INT_IDENT_INDEX, tvb, 4, 4),
        3 => {
            let family = cx.out.uint(f::INT_IDENT_AFI, tvb, 4, 2)?;
            let len = cx.out.uint(f::INT_IDENT_ADDR_LENGTH, tvb, 6, 1)? as usize;
            cx.out.item(f::INT_IDENT_RESERVED, tvb, 7, 1)?;
            match family {
                1 => cx.out.item(f::INT_IDENT_IPV4, tvb, 8, 4),
                2 => cx.out.item(f::INT_IDENT_IPV6, tvb, 8, 16),
                _ => cx.out.item(f::INT_IDENT_ADDRESS, tvb, 8, len),
            }
        }
        _ => rest(cx, tvb, 4),
    }
}
