//! Remote Desktop Protocol: the negotiation in X.224's connection (MS-RDPBCGR §2.2.1) and fast-path packets (§2.2.8.1.2).

mod fastpath;
mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    http::head::line_len,
    tvb::{Stop, Tvb},
};

/// RDP.
pub static RDP: Protocol = Protocol {
    name: "rdp",
    title: "Remote Desktop Protocol",
    frame_name: "rdp",
    fields: FIELDS,
    parents: &[Parent::Heuristic(Proto::Cotp), Parent::Heuristic(Proto::Tpkt)],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

const REQUEST: u8 = 1;
const RESPONSE: u8 = 2;
const FAILURE: u8 = 3;
/// Length of a negotiation structure.
const NEGOTIATION: u16 = 8;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if cx.parent() == Some(Proto::Tpkt) {
        return fastpath::dissect(cx, tvb);
    }
    let bytes = tvb.data();
    let token = bytes.starts_with(b"Cookie: ").then(|| line_len(bytes)).flatten();
    let (token_len, at) = token.unwrap_or((0, 0));
    let negotiates = matches!(tvb.u8(at), Ok(REQUEST | RESPONSE | FAILURE))
        && tvb.u16_le(at + 2).is_ok_and(|len| len == NEGOTIATION);
    if token.is_none() && !negotiates {
        return Ok(0);
    }
    cx.column("RDP", || "Negotiate Request".to_owned());
    if token.is_some() {
        cx.out.item(f::RT_COOKIE, tvb, 0, token_len)?;
    }
    if negotiates {
        negotiation(cx, tvb.rest(at)?)?;
    }
    Ok(tvb.len().max(1))
}

fn negotiation<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::NEG_TYPE, tvb, 0, 1)?;
    match tvb.u8(0)? {
        REQUEST => {
            cx.out.item(f::NEGREQ_FLAGS, tvb, 1, 1)?;
            cx.out.item(f::NEGREQ_FLAGS_RESTRICTED_ADMIN_MODE_REQ, tvb, 1, 1)?;
            cx.out.item(f::NEGREQ_FLAGS_CORRELATION_INFO_PRESENT, tvb, 1, 1)?;
            cx.out.item_le(f::NEG_LENGTH, tvb, 2, 2)?;
            for field in [
                f::NEGREQ_REQUESTEDPROTOCOLS,
                f::NEGREQ_REQUESTEDPROTOCOLS_SSL,
                f::NEGREQ_REQUESTEDPROTOCOLS_HYBRID,
                f::NEGREQ_REQUESTEDPROTOCOLS_RDSTLS,
                f::NEGREQ_REQUESTEDPROTOCOLS_HYBRID_EX,
            ] {
                cx.out.item_le(field, tvb, 4, 4)?;
            }
            let correlated = tvb.u8(1)? & 8 != 0;
            if correlated { correlation(cx, tvb.rest(8)?) } else { Ok(()) }
        }
        RESPONSE => {
            for field in [
                f::NEGRSP_FLAGS,
                f::NEGRSP_FLAGS_EXTENDED_CLIENT_DATA_SUPPORTED,
                f::NEGRSP_FLAGS_DYNVC_GFX_PROTOCOL_SUPPORTED,
                f::NEGRSP_FLAGS_RESTRICTED_ADMIN_MODE_SUPPORTED,
                f::NEGRSP_FLAGS_RESTRICTED_AUTHENTICATION_MODE_SUPPORTED,
            ] {
                cx.out.item(field, tvb, 1, 1)?;
            }
            cx.out.item_le(f::NEG_LENGTH, tvb, 2, 2)?;
            cx.out.item_le(f::NEGREQ_SELECTEDPROTOCOL, tvb, 4, 4)
        }
        _ => {
            cx.out.item_le(f::NEG_LENGTH, tvb, 2, 2)?;
            cx.out.item_le(f::NEGFAILURE_FAILURECODE, tvb, 4, 4)
        }
    }
}

/// RDP_NEG_CORRELATION_INFO, §2.2.1.1.2.
fn correlation<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::NEG_TYPE, tvb, 0, 1)?;
    cx.out.item(f::CORRELATIONINFO_FLAGS, tvb, 1, 1)?;
    cx.out.item_le(f::NEG_LENGTH, tvb, 2, 2)?;
    cx.out.item(f::CORRELATIONINFO_CORRELATIONID, tvb, 4, 16)?;
    cx.out.item(f::CORRELATIONINFO_RESERVED, tvb, 20, 16)
}
