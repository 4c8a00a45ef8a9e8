//! Security associations: proposals of transforms, RFC 2408 §3.4 to 3.6, RFC 7296 §3.3.

use super::{
    super::{
        cursor::Cursor,
        dissect::Cx,
        tvb::{Stop, Tvb},
    },
    MOST, Message, PAYLOAD, PROPOSAL, TRANSFORM,
    attributes::{self, Of},
    fields::f,
    header,
};

pub(super) fn association<'f>(cx: &mut Cx<'f>, message: Message, body: Tvb<'f>) -> Result<(), Stop> {
    const IPSEC: u64 = 1;
    if message.second {
        return each(cx, message, body, PROPOSAL, &mut |cx, body| proposal(cx, message, body));
    }
    let at = &mut Cursor::new(body, 0);
    let doi = at.uint(cx, f::SA_DOI, 4)?;
    if doi != IPSEC {
        return at.item(cx, f::SA_SITUATION, at.left());
    }
    cx.out.item(f::SA_SITUATION, body, at.at, 4)?;
    at.bits(cx, &[f::SA_SITUATION_IDENTITY_ONLY, f::SA_SITUATION_SECRECY, f::SA_SITUATION_INTEGRITY], 4)?;
    each(cx, message, body.rest(at.at)?, PROPOSAL, &mut |cx, body| proposal(cx, message, body))
}

/// Parts of one kind, one after another, as long as the header of each says that there is another.
fn each<'f>(
    cx: &mut Cx<'f>,
    message: Message,
    tvb: Tvb<'f>,
    kind: u8,
    show: &mut dyn FnMut(&mut Cx<'f>, Tvb<'f>) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let mut at = 0;
    for _ in 0..MOST {
        if tvb.reported_rest(at) == 0 {
            break;
        }
        let (next, len) = header(cx, message, tvb, at, kind)?;
        if len < PAYLOAD {
            break;
        }
        show(cx, tvb.rest(at + PAYLOAD)?.limit(len - PAYLOAD))?;
        if next != kind {
            break;
        }
        at += len;
    }
    Ok(())
}

fn proposal<'f>(cx: &mut Cx<'f>, message: Message, body: Tvb<'f>) -> Result<(), Stop> {
    let at = &mut Cursor::new(body, 0);
    at.item(cx, f::PROP_NUMBER, 1)?;
    let protocol = at.uint(cx, f::PROP_PROTOID, 1)?;
    let spi = at.uint(cx, f::SPISIZE, 1)? as usize;
    let count = at.uint(cx, f::PROP_TRANSFORMS, 1)?;
    if spi > 0 {
        at.item(cx, f::SPI, spi)?;
    }
    if count == 0 {
        return Ok(());
    }
    let transforms = body.rest(at.at)?;
    each(cx, message, transforms, TRANSFORM, &mut |cx, body| match message.second {
        true => second(cx, body),
        false => first(cx, protocol, body),
    })
}

/// A transform of version 1: attributes say all.
fn first<'f>(cx: &mut Cx<'f>, protocol: u64, body: Tvb<'f>) -> Result<(), Stop> {
    const ISAKMP: u64 = 1;
    let at = &mut Cursor::new(body, 0);
    at.item(cx, f::TRANS_NUMBER, 1)?;
    at.item(cx, f::TRANS_ID, 1)?;
    at.item(cx, f::RESERVED, 2)?;
    let of = if protocol == ISAKMP { Of::Ike } else { Of::Ipsec };
    attributes::all(cx, of, body.rest(at.at)?)
}

/// A transform of version 2.
fn second<'f>(cx: &mut Cx<'f>, body: Tvb<'f>) -> Result<(), Stop> {
    let at = &mut Cursor::new(body, 0);
    let kind = at.uint(cx, f::TF_TYPE, 1)?;
    at.item(cx, f::RESERVED, 1)?;
    let field = match kind {
        1 => f::TF_ID_ENCR,
        2 => f::TF_ID_PRF,
        3 => f::TF_ID_INTEG,
        4 => f::TF_ID_DH,
        5 => f::TF_ID_ESN,
        _ => f::TF_ID,
    };
    at.item(cx, field, 2)?;
    attributes::all(cx, Of::Ike2, body.rest(at.at)?)
}
