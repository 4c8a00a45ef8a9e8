//! Spanning Tree Protocol: bridge protocol data units of IEEE 802.1D, 802.1w (RSTP), 802.1Q (MSTP, SPT) and Cisco's PVST.

mod fields;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    layout::{
        Part::{Bits, Item, Skip},
        walk,
    },
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

/// STP.
pub static STP: Protocol = Protocol {
    name: "stp",
    title: "Spanning Tree Protocol",
    frame_name: "stp",
    fields: FIELDS,
    parents: &[
        Parent::LlcSap(0x42),
        Parent::EtherType(0x8181),
        Parent::Below(Proto::Chdlc),
        Parent::CiscoPid(0x0108),
        Parent::CiscoPid(0x0109),
        Parent::CiscoPid(PVST),
        Parent::CiscoPid(0x010c),
    ],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Cisco's protocol number of per-VLAN spanning trees.
const PVST: u16 = 0x010b;

/// Types of units.
const CONFIGURATION: u8 = 0;
const RAPID: u8 = 2;
const TOPOLOGY_CHANGE: u8 = 0x80;
/// Versions.
const MULTIPLE: u8 = 3;
const SHORTEST_PATH: u8 = 4;

/// Bytes of a configuration unit, and of one of the rapid protocol.
const CONFIGURATION_LEN: usize = 35;
const RAPID_LEN: usize = 36;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (protocol, version, kind) = (tvb.u16(0)?, tvb.u8(2)?, tvb.u8(3)?);
    cx.column("STP", || values::TYPE.name(kind.into()).unwrap_or("Unknown BPDU").to_owned());
    if protocol != 0 {
        return Ok(4);
    }
    match kind {
        TOPOLOGY_CHANGE => return Ok(4),
        CONFIGURATION | RAPID => {}
        _ => {
            cx.out.expert(f::TYPE_UNKNOWN, Severity::Warn, Group::Protocol, "Unknown BPDU type data");
            return Ok(4);
        }
    }
    flags(cx, tvb, kind)?;
    bridge(cx, tvb, 5, [f::ROOT_PRIO, f::ROOT_EXT, f::ROOT_HW])?;
    cx.out.item(f::ROOT_COST, tvb, 13, 4)?;
    bridge(cx, tvb, 17, [f::BRIDGE_PRIO, f::BRIDGE_EXT, f::BRIDGE_HW])?;
    cx.out.item(f::PORT, tvb, 25, 2)?;
    for (field, at) in [(f::MSG_AGE, 27), (f::MAX_AGE, 29), (f::HELLO, 31), (f::FORWARD, 33)] {
        // In units of 1/256 s.
        let value = f64::from(tvb.u16(at)?) / 256.0;
        cx.out.add(field, tvb.bytes(at, 2)?, Value::Float(value));
    }
    let mut end = CONFIGURATION_LEN;
    if kind == RAPID {
        cx.out.item(f::VERSION_1_LENGTH, tvb, 35, 1)?;
        end = RAPID_LEN;
        if version >= MULTIPLE && tvb.reported_rest(RAPID_LEN) >= 2 {
            end = multiple(cx, tvb, version)?;
        }
    }
    if by_vlan(cx) {
        end = origin(cx, tvb, end)?;
    }
    Ok(end)
}

fn flags<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, kind: u8) -> Result<(), Stop> {
    cx.out.item(f::FLAGS, tvb, 4, 1)?;
    cx.out.item(f::FLAGS_TCACK, tvb, 4, 1)?;
    if kind == RAPID {
        let rapid =
            [f::FLAGS_AGREEMENT, f::FLAGS_FORWARDING, f::FLAGS_LEARNING, f::FLAGS_PORT_ROLE, f::FLAGS_PROPOSAL];
        rapid.into_iter().try_for_each(|field| cx.out.item(field, tvb, 4, 1))?;
    }
    cx.out.item(f::FLAGS_TC, tvb, 4, 1)
}

/// A bridge identifier: four bits of priority, twelve of system, an address.
fn bridge<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, [priority, system, address]: [F; 3]) -> Result<(), Stop> {
    let word = tvb.u16(at)?;
    cx.out.add(priority, tvb.bytes(at, 1)?, Value::Uint((word & 0xf000).into()));
    cx.out.add(system, tvb.bytes(at, 2)?, Value::Uint((word & 0x0fff).into()));
    cx.out.item(address, tvb, at + 2, 6)
}

/// Whether Cisco's header says that this is the tree of one VLAN.
fn by_vlan(cx: &Cx<'_>) -> bool {
    let llc = cx.layers.iter().rev().find(|layer| layer.proto == Proto::Llc).map(|layer| layer.tvb);
    llc.is_some_and(|llc| llc.u16(6) == Ok(PVST))
}

/// Records of Cisco behind the unit: the VLAN it was sent on.
fn origin<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize) -> Result<usize, Stop> {
    let mut found = false;
    while tvb.reported_rest(at) >= 4 {
        let kind = cx.out.uint(f::PVST_TLVTYPE, tvb, at, 2)?;
        let len = cx.out.uint(f::PVST_TLVLEN, tvb, at + 2, 2)? as usize;
        if tvb.reported_rest(at + 4) < len {
            let text = "TLV record is truncated prematurely";
            cx.out.expert(f::PVST_TLV_TRUNCATED, Severity::Error, Group::Malformed, text);
            break;
        }
        match (kind, len) {
            (0, 2) => {
                cx.out.item(f::PVST_ORIGVLAN, tvb, at + 4, 2)?;
                found = true;
            }
            (0, _) => {
                let text = "Indicated length is not valid for this record type";
                cx.out.expert(f::PVST_TLVLEN_INVALID, Severity::Error, Group::Malformed, text);
            }
            _ => {
                cx.out.expert(f::PVST_TLV_UNKNOWN, Severity::Note, Group::Undecoded, "TLV type is unknown");
                cx.out.item(f::PVST_TLVVAL, tvb, at + 4, len)?;
            }
        }
        at += 4 + len;
    }
    if !found {
        let text = "Originating (PVID) VLAN TLV is missing or corrupt";
        cx.out.expert(f::PVST_ORIGVLAN_MISSING, Severity::Warn, Group::Protocol, text);
    }
    Ok(at)
}

/// What IEEE 802.1Q §14.4 adds: the region's configuration, the common tree, then one record an instance.
fn multiple<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, version: u8) -> Result<usize, Stop> {
    /// Bytes before the instances, and of each of them.
    const BEFORE: usize = 64;
    const INSTANCE: usize = 16;
    let len = cx.out.uint(f::MSTP_VERSION_3_LENGTH, tvb, 36, 2)? as usize;
    let parts = [
        Item(f::MSTP_CONFIG_FORMAT_SELECTOR, 1),
        Item(f::MSTP_CONFIG_NAME, 32),
        Item(f::MSTP_CONFIG_REVISION_LEVEL, 2),
        Item(f::MSTP_CONFIG_DIGEST, 16),
        Item(f::MSTP_CIST_INTERNAL_ROOT_PATH_COST, 4),
    ];
    let at = walk(cx, tvb, 38, &parts)?;
    bridge(cx, tvb, at, [f::MSTP_CIST_BRIDGE_PRIO, f::MSTP_CIST_BRIDGE_EXT, f::MSTP_CIST_BRIDGE_HW])?;
    cx.out.item(f::MSTP_CIST_REMAINING_HOPS, tvb, at + 8, 1)?;
    let mut at = at + 9;
    for _ in 0..len.saturating_sub(BEFORE) / INSTANCE {
        instance(cx, tvb, at)?;
        at += INSTANCE;
    }
    if version >= SHORTEST_PATH && tvb.reported_rest(at) >= 2 {
        at = agreement(cx, tvb, at)?;
    }
    Ok(at)
}

fn instance<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let root = tvb.u16(at + 1)?;
    cx.out.item(f::MSTP_MSTI_FLAGS, tvb, at, 1)?;
    cx.out.item(f::MSTP_MSTI_PRIORITY, tvb, at + 1, 1)?;
    cx.out.item(f::MSTP_MSTI_MSTI_ID, tvb, at + 1, 2)?;
    cx.out.add(f::MSTP_MSTI_REGIONAL_ROOT_ID, tvb.bytes(at + 1, 2)?, Value::Uint(root.into()));
    let (bridge, port) = (tvb.u8(at + 13)? >> 4, tvb.u8(at + 14)? >> 4);
    cx.out.item(f::MSTP_MSTI_ROOT_HW, tvb, at + 3, 6)?;
    cx.out.item(f::MSTP_MSTI_ROOT_COST, tvb, at + 9, 4)?;
    cx.out.add(f::MSTP_MSTI_BRIDGE_PRIORITY, tvb.bytes(at + 13, 1)?, Value::Uint(bridge.into()));
    cx.out.add(f::MSTP_MSTI_PORT_PRIORITY, tvb.bytes(at + 14, 1)?, Value::Uint(port.into()));
    cx.out.item(f::MSTP_MSTI_REMAINING_HOPS, tvb, at + 15, 1)
}

/// Version 4, IEEE 802.1aq.
fn agreement<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = cx.out.uint(f::MSTP_VERSION_4_LENGTH, tvb, at, 2)?;
    if len == 0 {
        return Ok(at + 2);
    }
    let parts = [
        Bits(
            &[f::BPDU_AGREEMENT_DIGEST_FORMAT_ID, f::BPDU_AGREEMENT_DIGEST_FORMAT_CAPABILITIES],
            1,
        ),
        Bits(
            &[f::BPDU_AGREEMENT_DIGEST_CONVENTION_ID, f::BPDU_AGREEMENT_DIGEST_CONVENTION_CAPABILITIES],
            1,
        ),
        Skip(2),
        Item(f::BPDU_AGREEMENT_DIGEST_EDGE_COUNT, 2),
        Skip(8),
        Item(f::MSTP_AGREEMENT_DIGEST, 20),
    ];
    let end = at + 2 + len as usize;
    if len >= 34 {
        walk(cx, tvb, at + 2, &parts)?;
    }
    tvb.bytes(at + 2, len as usize)?;
    Ok(end)
}
