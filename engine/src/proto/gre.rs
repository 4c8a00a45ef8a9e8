//! Generic Routing Encapsulation, RFC 2784 and RFC 2890, and its version 1 for PPTP (RFC 2637).

mod attributes;
mod fields;
pub(super) mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol, Table, checksum,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// GRE.
pub static GRE: Protocol = Protocol {
    name: "gre",
    title: "Generic Routing Encapsulation",
    frame_name: "gre",
    fields: FIELDS,
    parents: &[Parent::IpProto(47), Parent::UdpPort(4754)],
    calls: &[Table::EtherType],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

const CHECKSUM: u16 = 0x8000;
const ROUTING: u16 = 0x4000;
const KEY: u16 = 0x2000;
const SEQUENCE: u16 = 0x1000;
const ACKNOWLEDGMENT: u16 = 0x0080;
const VERSION: u16 = 0x0007;

/// EtherTypes of GRE alone.
const PPP: u16 = 0x880b;
const WCCP: u16 = 0x883e;
const ERSPAN: u16 = 0x88be;
const ERSPAN_III: u16 = 0x22eb;
const FRAME_RELAY: u16 = 0x6559;
const CDP: u16 = 0x2000;
/// CDMA2000 (3GPP2): attributes precede the packet.
const A10: [u16; 2] = [0x8881, 0x88d2];

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (flags, kind) = (tvb.u16(0)?, tvb.u16(2)?);
    cx.column("GRE", || format!("Encapsulated {}", values::PROTO.name(kind.into()).unwrap_or("protocol")));
    // The acknowledgment bit of version 1 is a reserved one of version 0.
    let reserved = if flags & VERSION != 0 {
        cx.out.item(f::FLAGS_ACK, tvb, 0, 2)?;
        flags & 0x78
    } else {
        flags & 0xf8
    };
    cx.out.add(f::FLAGS_RESERVED, tvb.bytes(0, 2)?, Value::Uint(u64::from(reserved >> 3)));
    let mut at = 4;
    if flags & (CHECKSUM | ROUTING) != 0 {
        cx.out.item(f::CHECKSUM, tvb, at, 2)?;
        if flags & CHECKSUM != 0 {
            verify(cx, tvb);
        }
        cx.out.item(f::OFFSET, tvb, at + 2, 2)?;
        at += 4;
    }
    if flags & KEY != 0 {
        if flags & VERSION == 1 {
            cx.out.item(f::KEY_PAYLOAD_LENGTH, tvb, at, 2)?;
            cx.out.item(f::KEY_CALL_ID, tvb, at + 2, 2)?;
        } else {
            cx.out.item(f::KEY, tvb, at, 4)?;
        }
        at += 4;
    }
    if flags & SEQUENCE != 0 {
        cx.out.item(f::SEQUENCE_NUMBER, tvb, at, 4)?;
        at += 4;
    }
    if flags & ACKNOWLEDGMENT != 0 && flags & VERSION == 1 {
        cx.out.item(f::ACK_NUMBER, tvb, at, 4)?;
        at += 4;
    }
    if flags & ROUTING != 0 {
        at = routes(cx, tvb, at)?;
    }
    if A10.contains(&kind) {
        at = attributes::dissect(cx, tvb, at)?;
    }
    // A packet without payload only acknowledges.
    if tvb.reported_rest(at) > 0 {
        payload(cx, kind, tvb.rest(at)?)?;
    }
    Ok(at)
}

fn verify<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) {
    let status = if tvb.len() < tvb.reported_len() || cx.info.fragmented {
        checksum::UNVERIFIED
    } else if checksum::internet(&[tvb.data()]) == 0 {
        checksum::GOOD
    } else {
        cx.out.expert(f::CHECKSUM_INCORRECT, Severity::Warn, Group::Protocol, "Incorrect GRE Checksum");
        checksum::BAD
    };
    cx.out.generated_uint(f::CHECKSUM_STATUS, status);
}

/// Source route entries (RFC 1701), up to the one that says nothing.
fn routes<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize) -> Result<usize, Stop> {
    loop {
        let (family, len) = (tvb.u16(at)?, usize::from(tvb.u8(at + 3)?));
        cx.out.label(f::ROUTING, tvb, at, 4 + len);
        cx.out.item(f::ROUTING_ADDRESS_FAMILY, tvb, at, 2)?;
        cx.out.item(f::ROUTING_SRE_OFFSET, tvb, at + 2, 1)?;
        cx.out.item(f::ROUTING_SRC_LENGTH, tvb, at + 3, 1)?;
        if len > 0 {
            cx.out.item(f::ROUTING_INFORMATION, tvb, at + 4, len)?;
        }
        at += 4 + len;
        if family == 0 && len == 0 {
            return Ok(at);
        }
    }
}

fn payload<'f>(cx: &mut Cx<'f>, kind: u16, tvb: Tvb<'f>) -> Result<(), Stop> {
    match kind {
        PPP => _ = cx.call(Proto::Ppp, tvb),
        ERSPAN | ERSPAN_III => _ = cx.call(Proto::Erspan, tvb),
        CDP => _ = cx.call(Proto::Cdp, tvb),
        FRAME_RELAY => _ = cx.call(Proto::Fr, tvb),
        WCCP => wccp(cx, tvb)?,
        kind if A10.contains(&kind) => match tvb.u8(0)? >> 4 {
            4 => _ = cx.call(Proto::Ip, tvb),
            6 => _ = cx.call(Proto::Ipv6, tvb),
            _ => _ = cx.call(Proto::Ppp, tvb),
        },
        kind => {
            if !cx.call_table(Table::EtherType, kind.into(), tvb) {
                cx.call_data(tvb);
            }
        }
    }
    Ok(())
}

/// Version 2 has a redirect header of four bytes before the IP packet, version 1 has none.
fn wccp<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    if tvb.u8(0)? >> 4 == 4 {
        cx.call(Proto::Ip, tvb);
        return Ok(());
    }
    cx.out.label(f::WCCP_REDIRECT_HEADER, tvb, 0, 4);
    for field in [f::WCCP_DYNAMIC_SERVICE, f::WCCP_ALTERNATIVE_BUCKET_USED, f::WCCP_REDIRECT_HEADER_VALID] {
        cx.out.item(field, tvb, 0, 1)?;
    }
    cx.out.item(f::WCCP_SERVICE_ID, tvb, 1, 1)?;
    if tvb.u8(0)? & 2 != 0 {
        cx.out.item(f::WCCP_ALTERNATIVE_BUCKET, tvb, 2, 1)?;
    }
    let bucket = tvb.u8(3)?;
    cx.out.add(f::WCCP_PRIMARY_BUCKET, tvb.bytes(3, 1)?, Value::Uint(bucket.into()));
    cx.call(Proto::Ip, tvb.rest(4)?);
    Ok(())
}
