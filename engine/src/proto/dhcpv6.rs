//! Dynamic Host Configuration Protocol for IPv6, RFC 8415, with options of other RFCs.

mod fields;
mod options;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    layout::{Part::Item, walk},
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// DHCPv6.
pub static DHCPV6: Protocol = Protocol {
    name: "dhcpv6",
    title: "DHCPv6",
    frame_name: "dhcpv6",
    fields: FIELDS,
    parents: &[Parent::UdpPort(546), Parent::UdpPort(547)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const RELAY_FORWARD: u8 = 12;
const RELAY_REPLY: u8 = 13;
/// Relays carry messages of relays; more of them than this are nonsense.
const MAX_DEPTH: usize = 16;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let kind = tvb.u8(0)?;
    cx.column("DHCPv6", || values::MSGTYPE.name(kind.into()).unwrap_or("Message").to_owned());
    message(cx, tvb, 0)?;
    Ok(tvb.len())
}

/// A message, or one that a relay wraps.
fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, depth: usize) -> Result<(), Stop> {
    /// Hops a relay allows at most.
    const HOPS: u64 = 32;
    let kind = cx.out.uint(f::MSGTYPE, tvb, 0, 1)? as u8;
    if depth >= MAX_DEPTH {
        return Ok(());
    }
    let options = if matches!(kind, RELAY_FORWARD | RELAY_REPLY) {
        if cx.out.uint(f::HOPCOUNT, tvb, 1, 1)? > HOPS {
            cx.out.expert(f::ERROR_HOPCOUNT, Severity::Warn, Group::Protocol, "Detected error on hop-count");
        }
        walk(cx, tvb, 2, &[Item(f::LINKADDR, 16), Item(f::PEERADDR, 16)])?
    } else {
        walk(cx, tvb, 1, &[Item(f::XID, 3)])?
    };
    options::dissect(cx, tvb.rest(options)?, kind, depth)
}
