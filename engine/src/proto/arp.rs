//! Address Resolution Protocol, RFC 826, and its relatives RARP and InARP.

mod fields;
mod notes;
mod values;

/// Names of hardware types: those of ARP, which other protocols name, too (IANA, Linux `if_arp.h`).
pub(super) use self::values::HW_TYPE;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Addr, Cx},
    ethertype,
    out::F,
    tvb::{Stop, Tvb},
};

/// ARP.
pub static ARP: Protocol = Protocol {
    name: "arp",
    title: "Address Resolution Protocol",
    frame_name: "arp",
    fields: FIELDS,
    parents: &[Parent::EtherType(0x0806), Parent::EtherType(0x8035), Parent::Below(Proto::Arcnet)],
    extent: Extent::Consumed,
    stateful: &["arp.duplicate", "arp.packet-storm", "arp.seconds-since"],
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes before the addresses.
const HEADER: usize = 8;

/// Hardware types whose addresses are MAC addresses: Ethernet and the IEEE 802 networks.
const MAC_TYPES: [u16; 2] = [1, 6];
const AX25: u16 = 3;

/// Sender or target.
struct Side {
    mac: F,
    ax25: F,
    hardware: F,
    ipv4: F,
    protocol: F,
}

const SENDER: Side = Side {
    mac: f::SRC_HW_MAC,
    ax25: f::SRC_HW_AX25,
    hardware: f::SRC_HW,
    ipv4: f::SRC_PROTO_IPV4,
    protocol: f::SRC_PROTO,
};
const TARGET: Side = Side {
    mac: f::DST_HW_MAC,
    ax25: f::DST_HW_AX25,
    hardware: f::DST_HW,
    ipv4: f::DST_PROTO_IPV4,
    protocol: f::DST_PROTO,
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (hardware, protocol) = (tvb.u16(0)?, tvb.u16(2)?);
    let (hlen, plen) = (usize::from(tvb.u8(4)?), usize::from(tvb.u8(5)?));
    let opcode = tvb.u16(6)?;
    cx.column("ARP", || values::OPCODE.name(opcode.into()).unwrap_or("Unknown").into());
    let mut at = HEADER;
    for side in [&SENDER, &TARGET] {
        at = hardware_address(cx, tvb, at, hlen, hardware, side)?;
        at = protocol_address(cx, tvb, at, plen, protocol, side)?;
    }
    if hlen == 6 && plen == 4 && MAC_TYPES.contains(&hardware) && protocol == ethertype::IPV4 {
        notes::dissect(cx, tvb, opcode)?;
    }
    Ok(at)
}

fn hardware_address<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    at: usize,
    len: usize,
    kind: u16,
    side: &Side,
) -> Result<usize, Stop> {
    let field = match (len, kind) {
        (0, _) => return Ok(at),
        (6, kind) if MAC_TYPES.contains(&kind) => side.mac,
        (7, AX25) => side.ax25,
        _ => side.hardware,
    };
    cx.out.item(field, tvb, at, len)?;
    Ok(at + len)
}

fn protocol_address<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    at: usize,
    len: usize,
    kind: u16,
    side: &Side,
) -> Result<usize, Stop> {
    let field = match (len, kind) {
        (0, _) => return Ok(at),
        (4, ethertype::IPV4) => side.ipv4,
        _ => side.protocol,
    };
    cx.out.item(field, tvb, at, len)?;
    Ok(at + len)
}

/// The IPv4 address at `at`, for the notes.
fn ipv4(tvb: Tvb<'_>, at: usize) -> Result<Addr, Stop> {
    Ok(Addr::V4(tvb.u32(at)?))
}

/// Where the fields of an ARP packet for IPv4 over Ethernet stand.
mod at {
    pub(super) const SENDER_MAC: usize = super::HEADER;
    pub(super) const SENDER_IP: usize = SENDER_MAC + 6;
    pub(super) const TARGET_MAC: usize = SENDER_IP + 4;
    pub(super) const TARGET_IP: usize = TARGET_MAC + 6;
}
