//! The bodies of messages, RFC 4271 §4.

use super::{
    super::{
        layout::{
            Part::{Bits, Item, Rest},
            walk,
        },
        out::F,
    },
    Cx, Stop, Tvb, attributes, f,
    prefixes::{self, List},
};

pub(super) fn open<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const CAPABILITIES: u8 = 2;
    const AUTHENTICATION: u8 = 1;
    let parts = [
        Item(f::OPEN_VERSION, 1),
        Item(f::OPEN_MYAS, 2),
        Item(f::OPEN_HOLDTIME, 2),
        Item(f::OPEN_IDENTIFIER, 4),
        Item(f::OPEN_OPT_LEN, 1),
    ];
    let at = walk(cx, tvb, 0, &parts)?;
    let len = usize::from(tvb.u8(at - 1)?);
    if len == 0 {
        return Ok(());
    }
    let options = tvb.sub(at, len)?;
    cx.out.label(f::OPEN_OPT, options, 0, len);
    let mut at = 0;
    while options.reported_rest(at) >= 2 {
        let (kind, len) = (options.u8(at)?, usize::from(options.u8(at + 1)?));
        cx.out.label(f::OPEN_OPT_PARAM, options, at, 2 + len);
        walk(cx, options, at, &[Item(f::OPEN_OPT_PARAM_TYPE, 1), Item(f::OPEN_OPT_PARAM_LEN, 1)])?;
        let body = options.sub(at + 2, len)?;
        match kind {
            CAPABILITIES => capabilities(cx, body)?,
            AUTHENTICATION => _ = walk(cx, body, 0, &[Rest(f::OPEN_OPT_PARAM_AUTH)])?,
            _ => _ = walk(cx, body, 0, &[Rest(f::OPEN_OPT_PARAM_UNKNOWN)])?,
        }
        at += 2 + len;
    }
    Ok(())
}

/// RFC 5492.
fn capabilities<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const MULTIPROTOCOL: u8 = 1;
    const GRACEFUL_RESTART: u8 = 64;
    const FOUR_OCTETS: u8 = 65;
    let mut at = 0;
    while tvb.reported_rest(at) >= 2 {
        let (kind, len) = (tvb.u8(at)?, usize::from(tvb.u8(at + 1)?));
        cx.out.label(f::CAP, tvb, at, 2 + len);
        walk(cx, tvb, at, &[Item(f::CAP_TYPE, 1), Item(f::CAP_LENGTH, 1)])?;
        let body = tvb.sub(at + 2, len)?;
        match (kind, len) {
            (MULTIPROTOCOL, 4) => {
                cx.out.item(f::CAP_MP_AFI, body, 0, 2)?;
                cx.out.item(f::CAP_MP_SAFI, body, 3, 1)?;
            }
            (FOUR_OCTETS, 4) => cx.out.item(f::CAP_4AS, body, 0, 4)?,
            (GRACEFUL_RESTART, 2..) => graceful_restart(cx, body)?,
            (_, 0) => {}
            _ => cx.out.item(f::CAP_UNKNOWN, body, 0, len)?,
        }
        at += 2 + len;
    }
    Ok(())
}

/// RFC 4724.
fn graceful_restart<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const TIMERS: &[F] = &[
        f::CAP_GR_TIMERS,
        f::CAP_GR_TIMERS_RESTART_FLAG,
        f::CAP_GR_TIMERS_NOTIFICATION_FLAG,
        f::CAP_GR_TIMERS_RESTART_TIME,
    ];
    let mut at = walk(cx, tvb, 0, &[Bits(TIMERS, 2)])?;
    while tvb.reported_rest(at) >= 4 {
        let flags = Bits(&[f::CAP_GR_FLAG, f::CAP_GR_FLAG_PFS], 1);
        at = walk(cx, tvb, at, &[Item(f::CAP_GR_AFI, 2), Item(f::CAP_GR_SAFI, 1), flags])?;
    }
    Ok(())
}

pub(super) fn update<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let withdrawn = cx.out.uint(f::UPDATE_WITHDRAWN_ROUTES_LENGTH, tvb, 0, 2)? as usize;
    let mut at = 2;
    if withdrawn > 0 {
        cx.out.label(f::UPDATE_WITHDRAWN_ROUTES, tvb, at, withdrawn);
        if !prefixes::plain(cx, tvb.sub(at, withdrawn)?, List::Withdrawn)? {
            return Ok(());
        }
        at += withdrawn;
    }
    let len = cx.out.uint(f::ATTRIBUTES_LENGTH, tvb, at, 2)? as usize;
    at += 2;
    if len > 0 {
        attributes::dissect(cx, tvb.sub(at, len)?, 0)?;
        at += len;
    }
    let rest = tvb.reported_rest(at);
    if rest > 0 {
        cx.out.label(f::UPDATE_NLRI, tvb, at, rest);
        prefixes::plain(cx, tvb.rest(at)?, List::Reachable)?;
    }
    Ok(())
}

pub(super) fn notification<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let field = match cx.out.uint(f::NOTIFY_MAJOR_ERROR, tvb, 0, 1)? {
        1 => f::NOTIFY_MINOR_ERROR,
        2 => f::NOTIFY_MINOR_ERROR_OPEN,
        3 => f::NOTIFY_MINOR_ERROR_UPDATE,
        4 => f::NOTIFY_MINOR_ERROR_EXPIRED,
        5 => f::NOTIFY_MINOR_ERROR_STATE,
        6 => f::NOTIFY_MINOR_ERROR_CEASE,
        7 => f::NOTIFY_MINOR_ERROR_CAPABILITY,
        _ => f::NOTIFY_MINOR_ERROR_UNKNOWN,
    };
    walk(cx, tvb, 1, &[Item(field, 1), Rest(f::NOTIFY_MINOR_DATA)]).map(drop)
}

pub(super) fn refresh<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let parts =
        [Item(f::ROUTE_REFRESH_AFI, 2), Item(f::ROUTE_REFRESH_SUBTYPE, 1), Item(f::ROUTE_REFRESH_SAFI, 1)];
    walk(cx, tvb, 0, &parts).map(drop)
}
