//! Who the ends are (RFC 2407 §4.6.2, RFC 7296 §3.5), and between whom traffic is protected (§3.13).

use super::{
    super::{
        cursor::Cursor,
        dissect::Cx,
        tvb::{Stop, Tvb},
        x509af,
    },
    Message,
    fields::f,
};

pub(super) fn identity<'f>(cx: &mut Cx<'f>, message: Message, body: Tvb<'f>) -> Result<(), Stop> {
    let at = &mut Cursor::new(body, 0);
    let kind = at.uint(cx, f::ID_TYPE, 1)?;
    if message.second {
        at.item(cx, f::RESERVED, 3)?;
    } else {
        at.item(cx, f::ID_PROTOID, 1)?;
        at.item(cx, f::ID_PORT, 2)?;
    }
    cx.out.label(f::ID_DATA, body, at.at, at.left());
    let (all, two) = (at.left(), at.left().min(32) / 2);
    match kind {
        1 => at.item(cx, f::ID_DATA_IPV4_ADDR, 4),
        2 => at.item(cx, f::ID_DATA_FQDN, all),
        3 => at.item(cx, f::ID_DATA_USER_FQDN, all),
        4 => pair(cx, at, [f::ID_DATA_IPV4_ADDR, f::ID_DATA_IPV4_SUBNET], 4),
        7 => pair(cx, at, [f::ID_DATA_IPV4_RANGE_START, f::ID_DATA_IPV4_RANGE_END], 4),
        5 => at.item(cx, f::ID_DATA_IPV6_ADDR, 16),
        6 => pair(cx, at, [f::ID_DATA_IPV6_ADDR, f::ID_DATA_IPV6_SUBNET], two.max(16)),
        8 => pair(cx, at, [f::ID_DATA_IPV6_RANGE_START, f::ID_DATA_IPV6_RANGE_END], 16),
        9 => {
            x509af::name(cx, body.rest(at.at)?);
            Ok(())
        }
        11 => at.item(cx, f::ID_DATA_KEY_ID, all),
        _ => Ok(()),
    }
}

fn pair<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, fields: [super::super::out::F; 2], len: usize) -> Result<(), Stop> {
    fields.into_iter().try_for_each(|field| at.item(cx, field, len))
}

/// Traffic selectors.
pub(super) fn selectors<'f>(cx: &mut Cx<'f>, body: Tvb<'f>) -> Result<(), Stop> {
    const HEADER: usize = 4;
    let at = &mut Cursor::new(body, 0);
    let count = at.uint(cx, f::TS_NUMBER, 1)?;
    at.item(cx, f::RESERVED, 3)?;
    for _ in 0..count {
        if at.left() == 0 {
            break;
        }
        let start = at.at;
        let len = usize::from(body.u16(start + 2)?);
        cx.out.label(f::TS_DATA, body, start, len);
        let kind = at.uint(cx, f::TS_TYPE, 1)?;
        if matches!(kind, 7 | 8) {
            at.item(cx, f::TS_PROTOID, 1)?;
        } else {
            at.item(cx, f::RESERVED, 1)?;
        }
        at.item(cx, f::TS_SELECTOR_LENGTH, 2)?;
        match kind {
            7 | 8 => {
                at.item(cx, f::TS_START_PORT, 2)?;
                at.item(cx, f::TS_END_PORT, 2)?;
                let (fields, width) = match kind {
                    7 => ([f::TS_START_IPV4, f::TS_END_IPV4], 4),
                    _ => ([f::TS_START_IPV6, f::TS_END_IPV6], 16),
                };
                pair(cx, at, fields, width)?;
            }
            9 => {
                at.item(cx, f::RESERVED, 1)?;
                at.item(cx, f::TS_START_FC, 3)?;
                at.item(cx, f::RESERVED, 1)?;
                at.item(cx, f::TS_END_FC, 3)?;
                for field in [f::TS_START_R_CTL, f::TS_END_R_CTL, f::TS_START_TYPE, f::TS_END_TYPE] {
                    at.item(cx, field, 1)?;
                }
            }
            _ => {}
        }
        at.at = start + len.max(HEADER);
    }
    Ok(())
}
