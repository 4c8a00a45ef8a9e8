//! EDNS(0), RFC 6891: the OPT pseudo-record and its options.

use strato_filter_lang::value::Value;

use super::{Message, fields::f, rdata::Rdata};
use crate::proto::{
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// What stands where other records have class and time to live.
pub(super) fn header<'f>(cx: &mut Cx<'f>, msg: Message<'f>, at: usize) -> Result<(), Stop> {
    let tvb = msg.tvb;
    // mDNS keeps its cache-flush bit there too.
    let (size, raw) = (tvb.u16(at + 2)?, tvb.bytes(at + 2, 2)?);
    if msg.kind != super::Kind::Mdns {
        cx.out.add(f::RR_UDP_PAYLOAD_SIZE, raw, Value::Uint(size.into()));
    } else {
        cx.out.add_def(f::RR_UDP_PAYLOAD_SIZE, 1, raw, Value::Uint(u64::from(size & 0x7fff)));
        cx.out.item(f::RESP_CACHE_FLUSH, tvb, at + 2, 2)?;
    }
    cx.out.item(f::RESP_EXT_RCODE, tvb, at + 4, 1)?;
    cx.out.item(f::RESP_EDNS0_VERSION, tvb, at + 5, 1)?;
    for field in [f::RESP_Z, f::RESP_Z_DO, f::RESP_Z_RESERVED] {
        cx.out.item(field, tvb, at + 6, 2)?;
    }
    Ok(())
}

/// The options.
pub(super) fn options<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    let tvb = msg.tvb;
    let mut at = rdata.at;
    let end = rdata.end();
    while at < end {
        let (code, len) = (tvb.u16(at)?, usize::from(tvb.u16(at + 2)?));
        cx.out.label(f::OPT, tvb, at, len + 4);
        cx.out.item(f::OPT_CODE, tvb, at, 2)?;
        cx.out.item(f::OPT_LEN, tvb, at + 2, 2)?;
        cx.out.item(f::OPT_DATA, tvb, at + 4, len)?;
        option(cx, msg, code, at + 4, len)?;
        at += 4 + len;
    }
    Ok(())
}

fn option<'f>(cx: &mut Cx<'f>, msg: Message<'f>, code: u16, at: usize, len: usize) -> Result<(), Stop> {
    let tvb = msg.tvb;
    match code {
        5..=7 => {
            let field = match code {
                5 => f::OPT_DAU,
                6 => f::OPT_DHU,
                _ => f::OPT_N3U,
            };
            (at..at + len).try_for_each(|at| cx.out.item(field, tvb, at, 1))?;
        }
        8 | 20730 => subnet(cx, tvb, at, len)?,
        10 => {
            cx.out.item(f::OPT_COOKIE_CLIENT, tvb, at, len.min(8))?;
            cx.out.item(f::OPT_COOKIE_SERVER, tvb, at + len.min(8), len.saturating_sub(8))?;
        }
        11 if len == 2 => cx.out.item(f::OPT_EDNS_TCP_KEEPALIVE_TIMEOUT, tvb, at, 2)?,
        12 => cx.out.item(f::OPT_PADDING, tvb, at, len)?,
        13 => _ = msg.name(cx, f::OPT_CHAIN_FQDN, at)?,
        15 => {
            cx.out.item(f::OPT_EXT_ERROR_INFO_CODE, tvb, at, 2)?;
            cx.out.item(f::OPT_EXT_ERROR_EXTRA_TEXT, tvb, at + 2, len.saturating_sub(2))?;
        }
        18 => _ = msg.name(cx, f::OPT_AGENT_DOMAIN, at)?,
        19 => zone_version(cx, tvb, at, len)?,
        _ => {}
    }
    Ok(())
}

/// Client subnet, RFC 7871: as many bytes of an address as the mask needs.
fn subnet<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize) -> Result<(), Stop> {
    let family = cx.out.uint(f::OPT_CLIENT_FAMILY, tvb, at, 2)?;
    cx.out.item(f::OPT_CLIENT_NETMASK, tvb, at + 2, 1)?;
    cx.out.item(f::OPT_CLIENT_SCOPE, tvb, at + 3, 1)?;
    let bytes = tvb.bytes(at + 4, len.saturating_sub(4))?;
    if bytes.len() > 16 {
        let text = "Length too long for any type of IP address.";
        cx.out.expert(f::RR_OPT_BAD_LENGTH, Severity::Error, Group::Malformed, text);
        return Ok(());
    }
    let mut address = [0u8; 16];
    for (to, from) in address.iter_mut().zip(bytes) {
        *to = *from;
    }
    let address = u128::from_be_bytes(address);
    match family {
        1 => cx.out.add(f::OPT_CLIENT_ADDR4, bytes, strato_filter_lang::value::Value::ipv4((address >> 96) as u32)),
        2 => cx.out.add(f::OPT_CLIENT_ADDR6, bytes, strato_filter_lang::value::Value::ipv6(address)),
        _ => cx.out.item(f::OPT_CLIENT_ADDR, tvb, at + 4, bytes.len())?,
    }
    Ok(())
}

fn zone_version<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize) -> Result<(), Stop> {
    if len < 2 {
        return Ok(());
    }
    cx.out.item(f::OPT_ZONEVERSION_LABELCOUNT, tvb, at, 1)?;
    let ty = cx.out.uint(f::OPT_ZONEVERSION_TYPE, tvb, at + 1, 1)?;
    if ty == 0 && len == 6 {
        cx.out.item(f::OPT_ZONEVERSION_SOA, tvb, at + 2, 4)
    } else {
        cx.out.item(f::OPT_ZONEVERSION_VERSION, tvb, at + 2, len - 2)
    }
}
