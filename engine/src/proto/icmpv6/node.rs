//! Node information, RFC 4620.

use super::{f, types};
use crate::proto::{
    dissect::Cx,
    dns::name::Name,
    layout::{Part, walk},
    tvb::{Stop, Tvb},
};

const QTYPE_NAME: u16 = 2;
const QTYPE_ADDRESSES: u16 = 3;
const QTYPE_ADDRESSES_V4: u16 = 4;

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, ty: u8, code: u8) -> Result<(), Stop> {
    let flags: &[_] = &[
        f::NI_FLAG,
        f::NI_FLAG_G,
        f::NI_FLAG_S,
        f::NI_FLAG_L,
        f::NI_FLAG_C,
        f::NI_FLAG_A,
        f::NI_FLAG_T,
        f::NI_FLAG_RSV,
    ];
    cx.out.item(f::NI_QTYPE, tvb, 4, 2)?;
    flags.iter().try_for_each(|field| cx.out.item(*field, tvb, 6, 2))?;
    let at = walk(cx, tvb, 8, &[Part::Item(f::NI_NONCE, 8)])?;
    match ty {
        types::NODE_QUERY => query(cx, tvb, at, code),
        _ if code == 0 => reply(cx, tvb, at),
        _ => Ok(()),
    }
}

fn query<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, code: u8) -> Result<(), Stop> {
    if tvb.reported_rest(at) == 0 {
        return Ok(());
    }
    match code {
        0 => cx.out.item(f::NI_QUERY_SUBJECT_IPV6, tvb, at, 16),
        1 => {
            let name = Name::read(tvb, at, at, None)?;
            cx.out.text(f::NI_QUERY_SUBJECT_FQDN, tvb, at, name.len, &name.text())
        }
        2 => cx.out.item(f::NI_QUERY_SUBJECT_IPV4, tvb, at, 4),
        _ => Ok(()),
    }
}

fn reply<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize) -> Result<(), Stop> {
    match tvb.u16(4)? {
        QTYPE_NAME => {
            cx.out.item(f::NI_REPLY_NODE_TTL, tvb, at, 4)?;
            at += 4;
            while tvb.reported_rest(at) > 0 {
                let name = Name::read(tvb, at, at, None)?;
                cx.out.text(f::NI_REPLY_NODE_NAME, tvb, at, name.len, &name.text())?;
                at += name.len;
            }
        }
        qtype @ (QTYPE_ADDRESSES | QTYPE_ADDRESSES_V4) => {
            let (field, len) =
                if qtype == QTYPE_ADDRESSES { (f::NI_REPLY_NODE_ADDRESS, 16) } else { (f::NI_REPLY_IPV4_ADDRESS, 4) };
            while tvb.reported_rest(at) > 0 {
                at = walk(cx, tvb, at, &[Part::Item(f::NI_REPLY_NODE_TTL, 4), Part::Item(field, len)])?;
            }
        }
        _ => {}
    }
    Ok(())
}
