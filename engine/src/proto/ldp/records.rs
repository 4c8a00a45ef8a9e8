//! Records of messages, RFC 5036 §3.4.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::{
    super::{
        layout::{
            Part::{Bits, Each, Item, Rest},
            walk,
        },
        out::{F, Group, Severity},
    },
    Cx, Stop, Tvb, f,
};

const FEC: u16 = 0x0100;
const ADDRESSES: u16 = 0x0101;
const HOP_COUNT: u16 = 0x0103;
const PATH_VECTOR: u16 = 0x0104;
const GENERIC_LABEL: u16 = 0x0200;
const STATUS: u16 = 0x0300;
const RETURNED_UNIT: u16 = 0x0302;
const RETURNED_MESSAGE: u16 = 0x0303;
const HELLO: u16 = 0x0400;
const TRANSPORT_V4: u16 = 0x0401;
const CONFIGURATION: u16 = 0x0402;
const TRANSPORT_V6: u16 = 0x0403;
const SESSION: u16 = 0x0500;
const LABEL_REQUEST: u16 = 0x0600;

/// Address families.
const V4: u16 = 1;
const V6: u16 = 2;

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, kind: u16, tvb: Tvb<'f>) -> Result<(), Stop> {
    match kind {
        FEC => return elements(cx, tvb),
        ADDRESSES => return addresses(cx, tvb),
        HELLO => return hello(cx, tvb),
        _ => {}
    }
    let parts: &[_] = match kind {
        HOP_COUNT => &[Item(f::MSG_TLV_HC_VALUE, 1)],
        PATH_VECTOR => &[Each(f::MSG_TLV_PV_LSRID, 4)],
        GENERIC_LABEL => &[Item(f::MSG_TLV_GENERIC_LABEL, 4)],
        STATUS => {
            cx.out.item(f::MSG_TLV_STATUS_EBIT, tvb, 0, 1)?;
            cx.out.item(f::MSG_TLV_STATUS_FBIT, tvb, 0, 1)?;
            &[
                Item(f::MSG_TLV_STATUS_DATA, 4),
                Item(f::MSG_TLV_STATUS_MSG_ID, 4),
                Item(f::MSG_TLV_STATUS_MSG_TYPE, 2),
            ]
        }
        RETURNED_UNIT => &[
            Item(f::MSG_TLV_RETURNED_VERSION, 2),
            Item(f::MSG_TLV_RETURNED_PDU_LEN, 2),
            Item(f::MSG_TLV_RETURNED_LDPID_LSR, 4),
            Item(f::MSG_TLV_RETURNED_LDPID_LSID, 2),
        ],
        RETURNED_MESSAGE => {
            cx.out.item(f::MSG_TLV_RETURNED_MSG_UBIT, tvb, 0, 1)?;
            &[
                Item(f::MSG_TLV_RETURNED_MSG_TYPE, 2),
                Item(f::MSG_TLV_RETURNED_MSG_LEN, 2),
                Item(f::MSG_TLV_RETURNED_MSG_ID, 4),
            ]
        }
        TRANSPORT_V4 => &[Item(f::MSG_TLV_IPV4_TADDR, 4)],
        TRANSPORT_V6 => &[Item(f::MSG_TLV_IPV6_TADDR, 16)],
        CONFIGURATION => &[Item(f::MSG_TLV_HELLO_CNF_SEQNO, 4)],
        SESSION => &[
            Item(f::MSG_TLV_SESS_VER, 2),
            Item(f::MSG_TLV_SESS_KA, 2),
            Bits(&[f::MSG_TLV_SESS_ADVBIT, f::MSG_TLV_SESS_LDETBIT], 1),
            Item(f::MSG_TLV_SESS_PVLIM, 1),
            Item(f::MSG_TLV_SESS_MXPDU, 2),
            Item(f::MSG_TLV_SESS_RXLSR, 4),
            Item(f::MSG_TLV_SESS_RXLS, 2),
        ],
        LABEL_REQUEST => &[Item(f::MSG_TLV_LBL_REQ_MSG_ID, 4)],
        _ => &[Rest(f::MSG_TLV_VALUE)],
    };
    walk(cx, tvb, 0, parts).map(drop)
}

fn hello<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const TARGETED: u16 = 0x8000;
    const SECURITY: u16 = 0x2000;
    let bits = [f::MSG_TLV_HELLO_TARGETED, f::MSG_TLV_HELLO_REQUESTED, f::MSG_TLV_HELLO_GTSM];
    cx.out.item(f::MSG_TLV_HELLO_HOLD, tvb, 0, 2)?;
    bits.into_iter().try_for_each(|field| cx.out.item(field, tvb, 2, 2))?;
    if tvb.u16(2)? & (TARGETED | SECURITY) == 0 {
        let text = "GTSM is not supported by the source";
        cx.out.expert(f::GTSM_NOT_SUPPORTED, Severity::Chat, Group::Protocol, text);
    }
    cx.out.item(f::MSG_TLV_HELLO_RES, tvb, 2, 2)
}

fn addresses<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let family = cx.out.uint(f::MSG_TLV_ADDRL_ADDR_FAMILY, tvb, 0, 2)? as u16;
    let Some(size) = size(family) else { return Ok(()) };
    let mut at = 2;
    while tvb.reported_rest(at) >= size {
        address(cx, f::MSG_TLV_ADDRL_ADDR, tvb, at, size, family)?;
        at += size;
    }
    Ok(())
}

fn size(family: u16) -> Option<usize> {
    match family {
        V4 => Some(4),
        V6 => Some(16),
        _ => None,
    }
}

/// Emits an address as text; bytes of it that are not written are zero.
fn address<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize, len: usize, family: u16) -> Result<(), Stop> {
    let bytes = tvb.bytes(at, len)?;
    let number = (0..16).fold(0u128, |n, i| n << 8 | u128::from(bytes.get(i).copied().unwrap_or_default()));
    let text = match family {
        V6 => Ipv6Addr::from_bits(number).to_string(),
        _ => Ipv4Addr::from_bits((number >> 96) as u32).to_string(),
    };
    cx.out.text(field, tvb, at, len, &text)
}

/// Classes of packets: wildcards, prefixes and hosts.
fn elements<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const WILDCARD: u64 = 1;
    const PREFIX: u64 = 2;
    const HOST: u64 = 3;
    let mut at = 0;
    while tvb.reported_rest(at) > 0 {
        let kind = cx.out.uint(f::MSG_TLV_FEC_TYPE, tvb, at, 1)?;
        match kind {
            WILDCARD => at += 1,
            PREFIX | HOST => {
                let family = cx.out.uint(f::MSG_TLV_FEC_AF, tvb, at + 1, 2)? as u16;
                let len = cx.out.uint(f::MSG_TLV_FEC_LEN, tvb, at + 3, 1)? as usize;
                let Some(size) = size(family) else { return Ok(()) };
                let (field, bytes) =
                    if kind == PREFIX { (f::MSG_TLV_FEC_PFVAL, len.div_ceil(8)) } else { (f::MSG_TLV_FEC_HOVAL, len) };
                if bytes > size {
                    let text = "Invalid prefix length for family";
                    cx.out.expert(f::MSG_TLV_FEC_LEN_INVALID, Severity::Error, Group::Protocol, text);
                    return Ok(());
                }
                address(cx, field, tvb, at + 4, bytes, family)?;
                at += 4 + bytes;
            }
            _ => return Ok(()),
        }
    }
    Ok(())
}
