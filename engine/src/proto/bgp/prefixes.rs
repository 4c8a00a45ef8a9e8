//! Lists of prefixes: plain ones, and those of RFC 4760 with labels and route distinguishers.

use std::net::Ipv4Addr;

use strato_filter_lang::value::Value;

use super::{
    super::{
        layout::{Part::Item, walk},
        out::{F, Group, Severity},
    },
    Cx, Stop, Tvb, f, invalid_length,
};

/// Which list of an update.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Withdrawn,
    Reachable,
}

/// Address families and what routes of them are for.
const V4: u16 = 1;
const V6: u16 = 2;
const UNICAST: u8 = 1;
const MULTICAST: u8 = 2;
const LABELED: u8 = 4;
const VPN: u8 = 128;
const VPN_MULTICAST: u8 = 129;
const ROUTE_TARGET: u8 = 132;

/// IPv4 prefixes; returns whether all of them could be.
pub(super) fn plain<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, list: List) -> Result<bool, Stop> {
    let field = if list == List::Withdrawn { f::WITHDRAWN_PREFIX } else { f::NLRI_PREFIX };
    let mut at = 0;
    while tvb.reported_rest(at) > 0 {
        match prefix(cx, field, tvb, at, 0, 4)? {
            Some(end) => at = end,
            None => {
                invalid_length(cx, "Prefix length invalid");
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// A length in bits, of which the first `before` are not the address's, and the address; `None` if it is too long.
fn prefix<'f>(
    cx: &mut Cx<'f>,
    field: F,
    tvb: Tvb<'f>,
    at: usize,
    before: usize,
    size: usize,
) -> Result<Option<usize>, Stop> {
    let bits = usize::from(tvb.u8(at)?);
    let Some(own) = bits.checked_sub(before).filter(|own| *own <= size * 8) else { return Ok(None) };
    if before == 0 {
        cx.out.item(f::PREFIX_LENGTH, tvb, at, 1)?;
    }
    let (start, len) = (at + 1 + before / 8, own.div_ceil(8));
    let bytes = tvb.bytes(start, len)?;
    let all = (0..16).fold(0u128, |n, i| n << 8 | u128::from(bytes.get(i).copied().unwrap_or_default()));
    // Bits behind the prefix do not count.
    let mask = u128::MAX.checked_shl(128 - own as u32).unwrap_or(0);
    let address = all & mask;
    let value = if size == 4 { Value::ipv4((address >> 96) as u32) } else { Value::ipv6(address) };
    cx.out.add(field, bytes, value);
    Ok(Some(start + len))
}

pub(super) fn reachable<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let family = cx.out.uint(f::A_MP_REACH_NLRI_AFI, tvb, 0, 2)? as u16;
    let kind = cx.out.uint(f::A_MP_REACH_NLRI_SAFI, tvb, 2, 1)? as u8;
    let hop = usize::from(tvb.u8(3)?);
    cx.out.item(f::A_MP_REACH_NLRI_NEXT_HOP, tvb, 3, 1 + hop)?;
    next_hop(cx, tvb.sub(4, hop)?)?;
    let mut at = 4 + hop;
    let attachments = cx.out.uint(f::A_MP_REACH_NLRI_NBR_SNPA, tvb, at, 1)?;
    at += 1;
    for _ in 0..attachments {
        // In half bytes.
        let len = usize::from(tvb.u8(at)?).div_ceil(2);
        walk(cx, tvb, at, &[Item(f::A_MP_REACH_NLRI_SNPA_LENGTH, 1), Item(f::A_MP_REACH_NLRI_SNPA, len)])?;
        at += 1 + len;
    }
    cx.out.label(f::A_MP_REACH_NLRI, tvb, at, tvb.reported_rest(at));
    let field = if family == V6 { f::MP_REACH_NLRI_IPV6_PREFIX } else { f::MP_REACH_NLRI_IPV4_PREFIX };
    routes(cx, field, tvb.rest(at)?, family, kind)
}

pub(super) fn unreachable<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let family = cx.out.uint(f::A_MP_UNREACH_NLRI_AFI, tvb, 0, 2)? as u16;
    let kind = cx.out.uint(f::A_MP_UNREACH_NLRI_SAFI, tvb, 2, 1)? as u8;
    cx.out.label(f::A_MP_UNREACH_NLRI, tvb, 3, tvb.reported_rest(3));
    let field = if family == V6 { f::MP_UNREACH_NLRI_IPV6_PREFIX } else { f::MP_UNREACH_NLRI_IPV4_PREFIX };
    routes(cx, field, tvb.rest(3)?, family, kind)
}

/// An address, a link-local one beside it, each with a distinguisher before it or without.
fn next_hop<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let (v4, v6, link) =
        (f::A_MP_REACH_NLRI_NEXT_HOP_IPV4, f::A_MP_REACH_NLRI_NEXT_HOP_IPV6, f::A_MP_REACH_NLRI_NEXT_HOP_IPV6_LINK_LOCAL);
    let rd = f::A_MP_REACH_NLRI_NEXT_HOP_RD;
    match tvb.reported_len() {
        4 => cx.out.item(v4, tvb, 0, 4),
        12 => {
            distinguisher(cx, rd, tvb, 0)?;
            cx.out.item(v4, tvb, 8, 4)
        }
        16 => cx.out.item(v6, tvb, 0, 16),
        24 => {
            distinguisher(cx, rd, tvb, 0)?;
            cx.out.item(v6, tvb, 8, 16)
        }
        32 => {
            cx.out.item(v6, tvb, 0, 16)?;
            cx.out.item(link, tvb, 16, 16)
        }
        48 => {
            distinguisher(cx, rd, tvb, 0)?;
            cx.out.item(v6, tvb, 8, 16)?;
            distinguisher(cx, rd, tvb, 24)?;
            cx.out.item(link, tvb, 32, 16)
        }
        _ => Ok(()),
    }
}

fn routes<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, family: u16, kind: u8) -> Result<(), Stop> {
    let size = match family {
        V4 => 4,
        V6 => 16,
        _ => return Ok(()),
    };
    let mut at = 0;
    while tvb.reported_rest(at) > 0 {
        let end = match kind {
            UNICAST | MULTICAST => prefix(cx, field, tvb, at, 0, size)?,
            LABELED => labeled(cx, field, tvb, at, size, false)?,
            VPN | VPN_MULTICAST => labeled(cx, field, tvb, at, size, kind == VPN || kind == VPN_MULTICAST)?,
            ROUTE_TARGET => Some(target(cx, tvb, at)?),
            _ => return Ok(()),
        };
        match end {
            Some(end) => at = end,
            None => {
                let text = "Prefix length invalid";
                cx.out.expert(f::PREFIX_LENGTH_INVALID, Severity::Error, Group::Malformed, text);
                return Ok(());
            }
        }
    }
    Ok(())
}

/// RFC 8277: labels, a distinguisher (RFC 4364) if `vpn`, the address. The length counts all of them.
fn labeled<'f>(
    cx: &mut Cx<'f>,
    field: F,
    tvb: Tvb<'f>,
    at: usize,
    size: usize,
    vpn: bool,
) -> Result<Option<usize>, Stop> {
    const BOTTOM: u64 = 1;
    /// Withdrawn routes carry this instead of a label.
    const WITHDRAWN: u64 = 0x80_0000;
    let bits = usize::from(tvb.u8(at)?);
    let mut text = String::new();
    let mut labels = 0;
    loop {
        let entry = tvb.uint(at + 1 + labels * 3, 3)?;
        labels += 1;
        let separator = if text.is_empty() { "" } else { "," };
        if entry == 0 || entry == WITHDRAWN {
            text.push_str(&format!("{separator}{} (withdrawn)", entry >> 4));
            break;
        }
        let bottom = entry & BOTTOM != 0;
        text.push_str(&format!("{separator}{}{}", entry >> 4, if bottom { " (bottom)" } else { "" }));
        if bottom || labels * 24 >= bits {
            break;
        }
    }
    let before = labels * 24 + if vpn { 64 } else { 0 };
    if bits < before || bits > before + size * 8 {
        return Ok(None);
    }
    cx.out.item(f::PREFIX_LENGTH, tvb, at, 1)?;
    cx.out.text(f::LABEL_STACK, tvb, at + 1, labels * 3, &text)?;
    if vpn {
        distinguisher(cx, f::RD, tvb, at + 1 + labels * 3)?;
    }
    prefix(cx, field, tvb, at, before, size)
}

fn distinguisher<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let text = administered(tvb, at, tvb.u16(at)?)?;
    cx.out.text(field, tvb, at, 8, &text)
}

/// An administrator and its number, in one of three forms.
fn administered(tvb: Tvb<'_>, at: usize, form: u16) -> Result<String, Stop> {
    Ok(match form {
        0 => format!("{}:{}", tvb.u16(at + 2)?, tvb.u32(at + 4)?),
        1 => format!("{}:{}", Ipv4Addr::from_bits(tvb.u32(at + 2)?), tvb.u16(at + 6)?),
        2 => format!("{}:{}", tvb.u32(at + 2)?, tvb.u16(at + 6)?),
        _ => format!("Unknown (0x{:04x}{:08x})", tvb.u16(at + 2)?, tvb.u32(at + 4)?),
    })
}

/// RFC 4684: only one written out to its end says whose it is.
fn target<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    const WHOLE: usize = 96;
    let bits = usize::from(tvb.u8(at)?);
    let end = at + 1 + bits.div_ceil(8);
    tvb.bytes(at, end - at)?;
    if bits == WHOLE {
        cx.out.item(f::PREFIX_LENGTH, tvb, at, 1)?;
        cx.out.item(f::ORIGINATING_AS, tvb, at + 1, 4)?;
        let text = administered(tvb, at + 5, (tvb.u8(at + 5)? & 0x3f).into())?;
        cx.out.text(f::COMMUNITY_PREFIX, tvb, at + 5, 8, &text)?;
    }
    Ok(end)
}
