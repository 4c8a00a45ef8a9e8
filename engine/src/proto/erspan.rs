//! Mirrored Ethernet frames (Cisco), types I to III.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Erspan =>
    VERSION: "erspan.version", "Version", u16().mask(0xf000).values(&VERSION);
    VLAN: "erspan.vlan", "Vlan", u16().mask(0xfff);
    COS: "erspan.cos", "COS", u16().mask(0xe000);
    ENCAP: "erspan.encap", "Encap", u16().mask(0x1800).values(&ENCAP);
    BSO: "erspan.bso", "Bad/Short/Oversized", u16().mask(0x1800).values(&BSO);
    TRUNCATED: "erspan.truncated", "Truncated", u16().mask(0x400).values(&TRUNCATED);
    SPANID: "erspan.spanid", "SpanID", u16().mask(0x3ff);
    RESERVED: "erspan.reserved", "Reserved", u32().mask(0xfff00000);
    INDEX: "erspan.index", "Index", u32().mask(0xfffff);
    TIMESTAMP: "erspan.timestamp", "Timestamp", u32().mask(0xffffffff);
    SGT: "erspan.sgt", "Security Group Tag", u16().mask(0xffff);
    P: "erspan.p", "Has Ethernet PDU", u16().mask(0x8000);
    FT: "erspan.ft", "Frame Type", u16().mask(0x7c00).values(&FT);
    HW: "erspan.hw", "Hardware ID", u16().mask(0x3f0);
    GRA: "erspan.gra", "Timestamp granularity", u16().mask(0x6).values(&GRA);
    DIRECTION: "erspan.direction", "Direction", bool().mask(0x8).words("Egress", "Ingress");
    O: "erspan.o", "Optional Sub headers", u16().mask(0x1);
    PLATID: "erspan.platid", "Platform ID", u32().mask(0xfc000000);
    PID1_RSVD1: "erspan.pid1.rsvd1", "Reserved", u32().mask(0x3fff000);
    PID1_VSMID: "erspan.pid1.vsmid", "VSM Domain ID", u32().mask(0xfff);
    PID1_PORT_INDEX: "erspan.pid1.port_index", "Port ID/Index", u32().mask(0xffffffff);
    PID3_RSVD1: "erspan.pid3.rsvd1", "Reserved", u32().mask(0x3ffc000);
    PID3_PORT_INDEX: "erspan.pid3.port_index", "Port ID/Index", u32().mask(0x3fff);
    PID3_TIMESTAMP: "erspan.pid3.timestamp", "Upper 32-bit Timestamp", u32().mask(0xffffffff);
    PID4_RSVD1: "erspan.pid4.rsvd1", "Reserved", u32().mask(0x3ffc000);
    PID4_RSVD2: "erspan.pid4.rsvd2", "Reserved", u32().mask(0x3fff);
    PID4_RSVD3: "erspan.pid4.rsvd3", "Reserved", u32().mask(0xffffffff);
    PID5_SWITCHID: "erspan.pid5.switchid", "Switch ID", u32().mask(0x3ff0000);
    PID5_PORT_INDEX: "erspan.pid5.port_index", "Port ID/Index", u32().mask(0xffff);
    PID5_TIMESTAMP: "erspan.pid5.timestamp", "Timestamp (seconds)", u32().mask(0xffffffff);
    PID7_RSVD1: "erspan.pid7.rsvd1", "Reserved", u32().mask(0x3f00000);
    PID7_SOURCE_INDEX: "erspan.pid7.source_index", "Source Index", u32().mask(0xfffff);
    PID7_TIMESTAMP: "erspan.pid7.timestamp", "Upper 32-bit Timestamp", u32().mask(0xffffffff);
    PID_RSVD: "erspan.pid.rsvd", "Reserved", u64().mask(0x3ffffff);
    VERSION_UNKNOWN: "erspan.version.unknown", "Unknown version, please report or test to use fake ERSPAN preference", none();
}

values! {
    VERSION {
        1 => "Type II", 2 => "Type III",
    }
    ENCAP {
        0 => "Originally without VLAN tag", 1 => "Originally ISL encapsulated", 2 => "Originally 802.1Q encapsulated",
        3 => "VLAN tag preserved in frame",
    }
    BSO {
        0 => "Good or unknown integrity", 1 => "Short frame", 2 => "Oversized frame", 3 => "CRC or alignment error",
    }
    TRUNCATED {
        0 => "Not truncated", 1 => "Truncated",
    }
    FT {
        0 => "Ethernet", 2 => "IP",
    }
    GRA {
        0 => "100 microseconds", 1 => "100 nanoseconds", 2 => "IEEE 1588", 3 => "Custom granularity",
    }
}

/// Encapsulated Remote Switch Packet ANalysis.
pub static ERSPAN: Protocol = Protocol {
    name: "erspan",
    title: "Encapsulated Remote Switch Packet ANalysis",
    frame_name: "erspan",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Gre)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// A field, its offset and its length.
type Place = (F, usize, usize);

const TYPE_II: &[Place] = &[
    (f::VERSION, 0, 2),
    (f::VLAN, 0, 2),
    (f::COS, 2, 2),
    (f::ENCAP, 2, 2),
    (f::TRUNCATED, 2, 2),
    (f::SPANID, 2, 2),
    (f::RESERVED, 4, 4),
    (f::INDEX, 4, 4),
];

const TYPE_III: &[Place] = &[
    (f::VERSION, 0, 2),
    (f::VLAN, 0, 2),
    (f::COS, 2, 2),
    (f::BSO, 2, 2),
    (f::TRUNCATED, 2, 2),
    (f::SPANID, 2, 2),
    (f::TIMESTAMP, 4, 4),
    (f::SGT, 8, 2),
    (f::P, 10, 2),
    (f::FT, 10, 2),
    (f::HW, 10, 2),
    (f::DIRECTION, 10, 2),
    (f::GRA, 10, 2),
    (f::O, 10, 2),
];

/// Sub-headers by platform.
const PLATFORMS: &[(u64, &[Place])] = &[
    (1, &[(f::PID1_RSVD1, 0, 4), (f::PID1_VSMID, 0, 4), (f::PID1_PORT_INDEX, 4, 4)]),
    (3, &[(f::PID3_RSVD1, 0, 4), (f::PID3_PORT_INDEX, 0, 4), (f::PID3_TIMESTAMP, 4, 4)]),
    (4, &[(f::PID4_RSVD1, 0, 4), (f::PID4_RSVD2, 0, 4), (f::PID4_RSVD3, 4, 4)]),
    (5, &[(f::PID5_SWITCHID, 0, 4), (f::PID5_PORT_INDEX, 0, 4), (f::PID5_TIMESTAMP, 4, 4)]),
    (7, &[(f::PID7_RSVD1, 0, 4), (f::PID7_SOURCE_INDEX, 0, 4), (f::PID7_TIMESTAMP, 4, 4)]),
];

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if is_type_i(cx) {
        cx.call(Proto::Eth, tvb);
        return Ok(0);
    }
    let version = tvb.u16(0)? >> 12;
    match version {
        1 => {
            tvb.bytes(0, 8)?;
            for (field, at, len) in TYPE_II {
                cx.out.item(*field, tvb, *at, *len)?;
            }
            cx.call(Proto::Eth, tvb.rest(8)?);
            Ok(8)
        }
        2 => type_iii(cx, tvb),
        _ => {
            cx.out.expert(f::VERSION_UNKNOWN, Severity::Warn, Group::Undecoded, "Unknown version");
            Ok(2)
        }
    }
}

/// Type I has no header of its own; the GRE header around it then has no sequence number.
fn is_type_i(cx: &Cx<'_>) -> bool {
    const ERSPAN_II: u16 = 0x88be;
    const SEQUENCE: u16 = 0x1000;
    let gre = cx.layers.iter().rev().find(|layer| layer.proto == Proto::Gre).map(|layer| layer.tvb);
    gre.is_some_and(|gre| gre.u16(2) == Ok(ERSPAN_II) && gre.u16(0).is_ok_and(|flags| flags & SEQUENCE == 0))
}

fn type_iii<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    for (field, at, len) in TYPE_III {
        cx.out.item(*field, tvb, *at, *len)?;
    }
    let mut at = 12;
    if tvb.u16(10)? & 1 != 0 {
        let platform = cx.out.uint(f::PLATID, tvb, at, 4)? >> 26;
        let fields = PLATFORMS.iter().find(|row| row.0 == platform).map_or(&[] as &[_], |row| row.1);
        for (field, offset, len) in fields {
            cx.out.item(*field, tvb, at + offset, *len)?;
        }
        at += 8;
    }
    cx.call(Proto::Eth, tvb.rest(at)?);
    Ok(at)
}
