//! Extensible Authentication Protocol, RFC 3748: packets, the methods that the RFC itself defines, and the flags of those
//! that carry TLS (RFC 5216).

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// EAP.
pub static EAP: Protocol = Protocol {
    name: "eap",
    title: "Extensible Authentication Protocol",
    frame_name: "eap",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Radius), Parent::PppProto(0xc227)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const REQUEST: u64 = 1;
const RESPONSE: u64 = 2;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let at = &mut Cursor::new(tvb, 0);
    let code = at.uint(cx, f::CODE, 1)?;
    cx.column("EAP", || values::CODE.name(code).unwrap_or_default().to_owned());
    at.item(cx, f::ID, 1)?;
    let len = at.uint(cx, f::LEN, 2)? as usize;
    if matches!(code, REQUEST | RESPONSE) && len > 4 {
        let tvb = tvb.limit(len);
        let kind = at.uint(cx, f::TYPE, 1)?;
        method(cx, kind, &mut Cursor::new(tvb, at.at))?;
    }
    Ok(tvb.len())
}

fn method<'f>(cx: &mut Cx<'f>, kind: u64, at: &mut Cursor<'f>) -> Result<(), Stop> {
    let left = at.left();
    match kind {
        1 if left > 0 => at.item(cx, f::IDENTITY, left),
        2 if left > 0 => at.item(cx, f::NOTIFICATION, left),
        3 => {
            while at.left() > 0 {
                at.item(cx, f::DESIRED_TYPE, 1)?;
            }
            Ok(())
        }
        4 => {
            let text = "Vulnerable to MITM attacks. If possible, change EAP type.";
            cx.out.expert(f::MITM_ATTACKS, Severity::Warn, Group::Security, text);
            let len = at.uint(cx, f::MD5_VALUE_SIZE, 1)? as usize;
            at.item(cx, f::MD5_VALUE, len)?;
            if at.left() > 0 { at.item(cx, f::MD5_EXTRA_DATA, at.left()) } else { Ok(()) }
        }
        13 | 21 | 25 | 43 | 55 if left > 0 => {
            let flags = [f::TLS_FLAGS, f::TLS_FLAGS_LEN_INCLUDED, f::TLS_FLAGS_MORE_FRAGMENTS, f::TLS_FLAGS_START];
            let flags = at.bits(cx, &flags, 1)?;
            if kind != 13 {
                cx.out.item(f::TLS_FLAGS_VERSION, at.tvb, at.at - 1, 1)?;
            }
            if flags & 0x80 != 0 { at.item(cx, f::TLS_LEN, 4) } else { Ok(()) }
        }
        _ => Ok(()),
    }
}
