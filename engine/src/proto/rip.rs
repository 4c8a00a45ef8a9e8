//! Routing Information Protocol: RFC 1058, RFC 2453, authentication of RFC 2082.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// RIP.
pub static RIP: Protocol = Protocol {
    name: "rip",
    title: "Routing Information Protocol",
    frame_name: "rip",
    fields: FIELDS,
    parents: &[Parent::UdpPort(520)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const ENTRY: usize = 20;
/// Address families.
const NONE: u16 = 0;
const IP: u16 = 2;
const AUTHENTICATION: u16 = 0xffff;
/// Kinds of authentication.
const PASSWORD: u64 = 2;
const KEYED_DIGEST: u64 = 3;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (command, version) = (tvb.u8(0)?, tvb.u8(1)?);
    let (shown, name) = match version {
        1 => ("RIPv1", "RIPv1"),
        2 => ("RIPv2", "RIPv2"),
        _ => ("RIP", "RIP"),
    };
    cx.column(shown, || format!("{name} {}", values::COMMAND.name(command.into()).unwrap_or("Unknown command")));
    if version == 2 && tvb.u16(2)? != 0 {
        cx.out.item(f::ROUTING_DOMAIN, tvb, 2, 2)?;
    }
    // What a keyed digest is stands behind the entries.
    let mut trailer = 0;
    let mut at = 4;
    while tvb.reported_rest(at) > trailer {
        match tvb.u16(at)? {
            NONE | IP => entry(cx, tvb, at, version)?,
            AUTHENTICATION if at == 4 => trailer = authentication(cx, tvb, at)?,
            _ => {
                let text = "Unknown address family";
                cx.out.expert(f::UNKNOWN_ADDRESS_FAMILY, Severity::Warn, Group::Protocol, text);
            }
        }
        at += ENTRY;
    }
    Ok(tvb.len())
}

fn entry<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, version: u8) -> Result<(), Stop> {
    let family = cx.out.uint(f::FAMILY, tvb, at, 2)? as u16;
    if version == 2 {
        cx.out.item(f::ROUTE_TAG, tvb, at + 2, 2)?;
    }
    if family == IP {
        cx.out.item(f::IP, tvb, at + 4, 4)?;
    }
    if version == 2 {
        cx.out.item(f::NETMASK, tvb, at + 8, 4)?;
        cx.out.item(f::NEXT_HOP, tvb, at + 12, 4)?;
    }
    // Four bytes, of which two are always zero.
    let metric = u64::from(tvb.u32(at + 16)?);
    cx.out.number(f::METRIC, tvb, at + 16, 4, metric)
}

/// Returns how many bytes of digest stand behind the entries.
fn authentication<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    match cx.out.uint(f::AUTH_TYPE, tvb, at + 2, 2)? {
        PASSWORD => {
            cx.out.item(f::AUTH_PASSWD, tvb, at + 4, 16)?;
            Ok(0)
        }
        KEYED_DIGEST => {
            let offset = cx.out.uint(f::DIGEST_OFFSET, tvb, at + 4, 2)? as usize;
            cx.out.item(f::KEY_ID, tvb, at + 6, 1)?;
            let len = cx.out.uint(f::AUTH_DATA_LEN, tvb, at + 7, 1)? as usize;
            cx.out.item(f::SEQ_NUM, tvb, at + 8, 4)?;
            cx.out.item(f::ZERO_PADDING, tvb, at + 12, 8)?;
            // The trailer begins with a family and a type of its own.
            let digest = 16.min(tvb.reported_rest(offset + 4));
            if digest > 0 {
                cx.out.item(f::AUTHENTICATION_DATA, tvb, offset + 4, digest)?;
            }
            Ok(len)
        }
        _ => Ok(0),
    }
}
