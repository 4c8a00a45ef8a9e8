//! Notifications and deletions, RFC 2408 §3.14 and 3.15, RFC 7296 §3.10 and 3.11, with what later documents put into them.

use super::{
    super::{
        cursor::Cursor,
        dissect::Cx,
        tvb::{Stop, Tvb},
    },
    Message,
    attributes::{self, Of},
    fields::f,
};

pub(super) fn notify<'f>(cx: &mut Cx<'f>, message: Message, body: Tvb<'f>) -> Result<(), Stop> {
    let at = &mut Cursor::new(body, 0);
    if !message.second {
        at.item(cx, f::NOTIFY_DOI, 4)?;
    }
    let protocol = at.uint(cx, f::NOTIFY_PROTOID, 1)?;
    let spi = at.uint(cx, f::SPISIZE, 1)? as usize;
    let kind = at.uint(cx, f::NOTIFY_MSGTYPE, 2)?;
    if spi > 0 {
        at.item(cx, f::SPI, spi)?;
    }
    cx.out.item(f::NOTIFY_DATA, body, at.at, at.left())?;
    if at.left() == 0 {
        return Ok(());
    }
    match message.second {
        true => second(cx, kind, at),
        false => first(cx, protocol, kind, at),
    }
}

fn first<'f>(cx: &mut Cx<'f>, protocol: u64, kind: u64, at: &mut Cursor<'f>) -> Result<(), Stop> {
    const ISAKMP: u64 = 1;
    match kind {
        24576 => {
            let of = if protocol == ISAKMP { Of::IkeLifetime } else { Of::IpsecLifetime };
            attributes::all(cx, of, at.tvb.rest(at.at)?)
        }
        36136 => at.item(cx, f::NOTIFY_DATA_DPD_ARE_YOU_THERE, at.left().min(4)),
        36137 => at.item(cx, f::NOTIFY_DATA_DPD_ARE_YOU_THERE_ACK, at.left().min(4)),
        40501 => at.item(cx, f::NOTIFY_DATA_UNITY_LOAD_BALANCE, 4),
        _ => Ok(()),
    }
}

fn second<'f>(cx: &mut Cx<'f>, kind: u64, at: &mut Cursor<'f>) -> Result<(), Stop> {
    match kind {
        17 => at.item(cx, f::NOTIFY_DATA_ACCEPTED_DH_GROUP, 2),
        16387 => {
            at.item(cx, f::NOTIFY_DATA_IPCOMP_CPI, 2)?;
            at.item(cx, f::NOTIFY_DATA_IPCOMP_TRANSFORM_ID, 1)
        }
        16403 => at.item(cx, f::NOTIFY_DATA_AUTH_LIFETIME, 4),
        16407 | 16408 => redirect(cx, kind, at),
        16409 => {
            at.item(cx, f::NOTIFY_DATA_TICKET_OPAQUE_LIFETIME, 4)?;
            at.item(cx, f::NOTIFY_DATA_TICKET_OPAQUE_DATA, at.left())
        }
        16416 => header_compression(cx, at),
        16419 => at.item(cx, f::NOTIFY_DATA_QCD_TOKEN_SECRET_DATA, at.left()),
        16422 => {
            at.item(cx, f::NOTIFY_DATA_HA_NONCE_DATA, 4)?;
            at.item(cx, f::NOTIFY_DATA_HA_EXPECTED_SEND_REQ_MESSAGE_ID, 4)?;
            at.item(cx, f::NOTIFY_DATA_HA_EXPECTED_RECV_REQ_MESSAGE_ID, 4)
        }
        16423 => at.item(cx, f::NOTIFY_DATA_HA_INCOMING_IPSEC_SA_DELTA_VALUE, at.left()),
        16424 => at.item(cx, f::NOTIFY_DATA_SECURE_PASSWORD_METHODS, at.left()),
        16431 => {
            while at.left() > 0 {
                at.item(cx, f::NOTIFY_DATA_SIGNATURE_HASH_ALGORITHMS, 2)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Another gateway, RFC 5685.
fn redirect<'f>(cx: &mut Cx<'f>, kind: u64, at: &mut Cursor<'f>) -> Result<(), Stop> {
    const REDIRECT: u64 = 16407;
    let of = at.uint(cx, f::NOTIFY_DATA_REDIRECT_GW_IDENT_TYPE, 1)?;
    let len = at.uint(cx, f::NOTIFY_DATA_REDIRECT_GW_IDENT_LEN, 1)? as usize;
    let (v4, v6, name, data) = if kind == REDIRECT {
        (
            f::NOTIFY_DATA_REDIRECT_NEW_RESP_GW_IDENT_IPV4,
            f::NOTIFY_DATA_REDIRECT_NEW_RESP_GW_IDENT_IPV6,
            f::NOTIFY_DATA_REDIRECT_NEW_RESP_GW_IDENT_FQDN,
            f::NOTIFY_DATA_REDIRECT_NEW_RESP_GW_IDENT_DATA,
        )
    } else {
        let data = f::NOTIFY_DATA_REDIRECT_ORG_RESP_GW_IDENT_DATA;
        (
            f::NOTIFY_DATA_REDIRECT_ORG_RESP_GW_IDENT_IPV4,
            f::NOTIFY_DATA_REDIRECT_ORG_RESP_GW_IDENT_IPV6,
            data,
            data,
        )
    };
    match of {
        1 => at.item(cx, v4, 4)?,
        2 => at.item(cx, v6, 16)?,
        3 => at.item(cx, name, len)?,
        _ => at.item(cx, data, len)?,
    }
    if kind == REDIRECT && at.left() > 0 {
        at.item(cx, f::NOTIFY_DATA_REDIRECT_NONCE_DATA, at.left())?;
    }
    Ok(())
}

/// Attributes of header compression, RFC 5857 §3.1.
fn header_compression<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    const SHORT: u16 = 0x8000;
    while at.left() > 0 {
        let start = at.at;
        let head = at.tvb.u16(start)?;
        let (len, behind) = if head & SHORT != 0 { (2, 2) } else { (usize::from(at.tvb.u16(start + 2)?), 4) };
        cx.out.label(f::NOTIFY_DATA_ROHC_ATTR, at.tvb, start, behind + len);
        cx.out.item(f::NOTIFY_DATA_ROHC_ATTR_FORMAT, at.tvb, start, 2)?;
        cx.out.number(f::NOTIFY_DATA_ROHC_ATTR_TYPE, at.tvb, start, 2, (head & !SHORT).into())?;
        if behind == 4 {
            cx.out.item(f::NOTIFY_DATA_ROHC_ATTR_LENGTH, at.tvb, start + 2, 2)?;
        }
        at.at = start + behind;
        cx.out.item(f::NOTIFY_DATA_ROHC_ATTR_VALUE, at.tvb, at.at, len)?;
        let field = match head & !SHORT {
            1 => f::NOTIFY_DATA_ROHC_ATTR_MAX_CID,
            2 => f::NOTIFY_DATA_ROHC_ATTR_PROFILE,
            3 => f::NOTIFY_DATA_ROHC_ATTR_INTEG,
            4 => f::NOTIFY_DATA_ROHC_ATTR_ICV_LEN,
            5 => f::NOTIFY_DATA_ROHC_ATTR_MRRU,
            _ => {
                at.at += len;
                continue;
            }
        };
        at.item(cx, field, len.min(2))?;
        at.at = start + behind + len;
    }
    Ok(())
}

/// Associations that are no more.
pub(super) fn delete<'f>(cx: &mut Cx<'f>, message: Message, body: Tvb<'f>) -> Result<(), Stop> {
    let at = &mut Cursor::new(body, 0);
    if !message.second {
        at.item(cx, f::DELETE_DOI, 4)?;
    }
    at.item(cx, f::DELETE_PROTOID, 1)?;
    let size = at.uint(cx, f::SPISIZE, 1)? as usize;
    let count = at.uint(cx, f::SPINUM, 2)?;
    if size == 0 {
        return Ok(());
    }
    for _ in 0..count {
        at.item(cx, f::DELETE_SPI, size)?;
    }
    Ok(())
}
