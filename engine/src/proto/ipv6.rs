//! Internet Protocol version 6, RFC 8200.

mod addresses;
mod extensions;
mod fields;
mod options;
mod routing;
mod values;

use strato_filter_lang::value::Value;

pub(super) use self::fields::f;
use self::fields::FIELDS;
use super::{
    Extent, Parent, Proto, Protocol, Table,
    conversation::Conversations,
    dissect::{Addr, Cx},
    fragments::{Fragments, Key, ReassemblyFields},
    ip,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

/// IPv6.
pub static IPV6: Protocol = Protocol {
    name: "ipv6",
    title: "Internet Protocol Version 6",
    frame_name: "ipv6",
    fields: FIELDS,
    parents: &[
        Parent::LinkType(229),
        Parent::DecodeAs(super::Table::UdpPort),
        Parent::EtherType(0x86dd),
        Parent::IpProto(41),
        Parent::PppProto(0x57),
        Parent::Below(Proto::Raw),
        Parent::Below(Proto::Null),
        Parent::Below(Proto::Icmpv6),
        Parent::Below(Proto::Pim),
        Parent::Below(Proto::Mpls),
        Parent::Below(Proto::Gre),
        Parent::Below(Proto::Vxlan),
        Parent::Below(Proto::Nsh),
        Parent::Below(Proto::Fr),
        Parent::Below(Proto::Gtp),
        Parent::Below(Proto::Arcnet),
        Parent::Below(Proto::Ipnet),
        Parent::Below(Proto::Nflog),
        Parent::Below(Proto::Clip),
        Parent::Below(Proto::Teredo),
    ],
    preferences: PREFERENCES,
    calls: &[Table::IpProto],
    extent: Extent::Consumed,
    stateful: &["ipv6.stream"],
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of the fixed header.
const HEADER: usize = 40;

preferences! { super::super::Proto::Ipv6 =>
    DEFRAGMENT: "ipv6.defragment", true, "Put fragmented datagrams together";
}

#[derive(Default)]
struct State {
    conversations: Conversations,
    fragments: Fragments,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if tvb.u8(0)? >> 4 != 6 {
        let text = "Bogus IP version";
        cx.out.expert(f::BOGUS_IPV6_VERSION, Severity::Error, Group::Protocol, text);
    }
    // As Wireshark: `ip.version == 6` finds these too.
    cx.out.add(ip::f::VERSION, tvb.captured(0, 1), Value::Uint(6));
    let (plen, next) = (tvb.u16(4)?, tvb.u8(6)?);
    if tvb.reported_len() < HEADER {
        let text = "IPv6 header must be exactly 40 bytes";
        cx.out.expert(f::INVALID_HEADER, Severity::Error, Group::Malformed, text);
        if plen == 0 && next != extensions::NONE {
            zero_length(cx);
        }
    }
    let (src, dst) = (tvb.u128(8)?, tvb.u128(24)?);
    cx.info.src = Addr::V6(src);
    cx.info.dst = Addr::V6(dst);
    host(cx, f::SRC_HOST, tvb, 8)?;
    host(cx, f::DST_HOST, tvb, 24)?;
    addresses::dissect(cx, tvb, src, dst)?;
    if dst == 0 {
        let text = "Unspecified address cannot appear as a destination";
        cx.out.expert(f::ADDR_NOT_UNSPECIFIED, Severity::Warn, Group::Protocol, text);
    }
    if cx.out.wants(f::STREAM) {
        let state: &mut State = cx.state.of(Proto::Ipv6);
        let stream = state.conversations.number(cx.info.src, cx.info.dst);
        cx.out.generated_uint(f::STREAM, stream.into());
    }
    cx.column("IPv6", || format!("{} ({next})", ip::values::PROTO.name(next.into()).unwrap_or("Unknown")));
    let payload = tvb.rest(HEADER)?;
    let payload = payload.limit(payload_len(cx, payload, plen.into(), next));
    cx.info.fragmented = false;
    let extensions = extensions::dissect(cx, payload, next, plen)?;
    Ok(HEADER + extensions)
}

/// Length of what follows the header.
fn payload_len(cx: &mut Cx<'_>, payload: Tvb<'_>, plen: usize, next: u8) -> usize {
    let available = payload.reported_len();
    if plen == 0 {
        if let Some(jumbo) = options::jumbo_len(payload).filter(|_| next == extensions::HOP_BY_HOP) {
            return jumbo.min(available);
        }
        // Segmentation offload leaves it to the hardware.
        if available > 0 && next != extensions::NONE {
            zero_length(cx);
        }
        return available;
    }
    if plen > available {
        let text = "IPv6 payload length does not match expected framing length";
        cx.out.expert(f::PLEN_EXCEEDS_FRAMING, Severity::Warn, Group::Protocol, text);
    }
    plen
}

fn zero_length(cx: &mut Cx<'_>) {
    let text = "IPv6 payload length equals 0 (maybe because of \"TCP segmentation offload\" (TSO))";
    cx.out.expert(f::PLEN_ZERO, Severity::Chat, Group::Protocol, text);
}

/// Without name resolution a host is its address.
fn host<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    if cx.out.wants(field) {
        let text = std::net::Ipv6Addr::from_bits(tvb.u128(at)?).to_string();
        let text = cx.out.alloc_str(&text);
        cx.out.add(field, tvb.bytes(at, 16)?, Value::str(text));
    }
    Ok(())
}
