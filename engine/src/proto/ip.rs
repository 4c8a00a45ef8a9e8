//! Internet Protocol version 4, RFC 791.

mod fields;
mod options;
pub(super) mod values;

use strato_filter_lang::value::Value;

pub(super) use self::fields::f;
use self::fields::FIELDS;
use super::{
    Extent, Parent, Proto, Protocol, Table, checksum,
    conversation::Conversations,
    dissect::{Addr, Cx},
    fragments::{Fragments, Key, ReassemblyFields},
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

/// IPv4.
pub static IP: Protocol = Protocol {
    name: "ip",
    title: "Internet Protocol Version 4",
    frame_name: "ip",
    fields: FIELDS,
    parents: &[
        Parent::LinkType(228),
        Parent::DecodeAs(super::Table::UdpPort),
        Parent::EtherType(0x0800),
        Parent::IpProto(4),
        Parent::PppProto(0x21),
        Parent::LlcSap(0x06),
        Parent::Below(Proto::Raw),
        Parent::Below(Proto::Null),
        Parent::Below(Proto::Icmp),
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
    ],
    preferences: PREFERENCES,
    calls: &[Table::IpProto],
    extent: Extent::Consumed,
    stateful: &["ip.stream"],
    // As Wireshark: `ip.version == 6` finds IPv6.
    lent: &[("ip.version", Proto::Ipv6)],
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of the header without options.
const HEADER: usize = 20;
/// `ip.flags.mf`, in the 16 bits of flags and offset.
const MORE_FRAGMENTS: u16 = 0x2000;
/// Bits of the offset, in units of 8 bytes.
const OFFSET: u16 = 0x1fff;

preferences! { super::super::Proto::Ip =>
    CHECK_CHECKSUM: "ip.check_checksum", false, "Verify the checksums of headers";
    DEFRAGMENT: "ip.defragment", true, "Put fragmented datagrams together";
}

const REASSEMBLY: ReassemblyFields = ReassemblyFields {
    fragments: f::FRAGMENTS,
    fragment: f::FRAGMENT,
    error: f::FRAGMENT_ERROR,
    overlap: f::FRAGMENT_OVERLAP,
    conflict: f::FRAGMENT_OVERLAP_CONFLICT,
    multiple_tails: f::FRAGMENT_MULTIPLETAILS,
    too_long: f::FRAGMENT_TOOLONGFRAGMENT,
    count: f::FRAGMENT_COUNT,
    length: f::REASSEMBLED_LENGTH,
    data: f::REASSEMBLED_DATA,
};

#[derive(Default)]
struct State {
    conversations: Conversations,
    fragments: Fragments,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let first = tvb.u8(0)?;
    if first >> 4 != 4 {
        let text = "Bogus IP version";
        cx.out.expert(f::BOGUS_IP_VERSION, Severity::Error, Group::Protocol, text);
        return Ok(1);
    }
    let header = usize::from(first & 0x0f) * 4;
    cx.out.add(f::HDR_LEN, tvb.captured(0, 1), Value::Uint(header as u64));
    if header < HEADER {
        let text = "Bogus IP header length";
        cx.out.expert(f::BOGUS_HEADER_LENGTH, Severity::Error, Group::Protocol, text);
        return Ok(HEADER.min(tvb.len()));
    }
    let Some(len) = datagram_len(cx, tvb, header)? else { return Ok(header) };
    let tvb = tvb.limit(len);
    let flags_offset = tvb.u16(6)?;
    let offset = usize::from(flags_offset & OFFSET) * 8;
    let (ttl, proto) = (tvb.u8(8)?, tvb.u8(9)?);
    tvb.u16(10)?;
    let status = verify(cx, tvb, header)?;
    cx.out.generated_uint(f::CHECKSUM_STATUS, status);
    let (src, dst) = (tvb.u32(12)?, tvb.u32(16)?);
    cx.info.src = Addr::V4(src);
    cx.info.dst = Addr::V4(dst);
    host(cx, f::SRC_HOST, tvb, 12)?;
    host(cx, f::DST_HOST, tvb, 16)?;
    check_ttl(cx, ttl, proto, dst);
    if cx.out.wants(f::STREAM) {
        let state: &mut State = cx.state.of(Proto::Ip);
        let stream = state.conversations.number(cx.info.src, cx.info.dst);
        cx.out.generated_uint(f::STREAM, stream.into());
    }
    cx.column("IPv4", || format!("{} ({proto})", values::PROTO.name(proto.into()).unwrap_or("Unknown")));
    if header > HEADER {
        options::dissect(cx, tvb.sub(HEADER, header - HEADER)?)?;
    }
    let payload = tvb.rest(header)?;
    if flags_offset & (MORE_FRAGMENTS | OFFSET) == 0 {
        cx.info.fragmented = false;
        upper(cx, proto, payload);
    } else {
        let more = flags_offset & MORE_FRAGMENTS != 0;
        fragment(cx, Piece { id: tvb.u16(4)?.into(), proto, offset, more }, payload);
    }
    Ok(header)
}

/// Length of the datagram; `None` when the header's cannot be.
fn datagram_len<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: usize) -> Result<Option<usize>, Stop> {
    let len = usize::from(tvb.u16(2)?);
    let text = "Bogus IP length";
    if len == 0 {
        // Segmentation offload leaves it to the hardware.
        return Ok(Some(tvb.reported_len()));
    }
    if len < header {
        cx.out.expert(f::BOGUS_IP_LENGTH, Severity::Error, Group::Protocol, text);
        return Ok(None);
    }
    // Errors quote only the start of a datagram.
    if len > tvb.reported_len() && !cx.info.in_error {
        cx.out.expert(f::BOGUS_IP_LENGTH, Severity::Error, Group::Protocol, text);
    }
    Ok(Some(len))
}

/// Verifies the header's checksum; not unless the user prefers it, as in Wireshark.
fn verify<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: usize) -> Result<u64, Stop> {
    if !cx.out.prefers(p::CHECK_CHECKSUM) || tvb.len() < header {
        return Ok(checksum::UNVERIFIED);
    }
    let (bytes, found) = (tvb.bytes(0, header)?, tvb.u16(10)?);
    let right = checksum::expected(&[], bytes, 10);
    cx.out.add(f::CHECKSUM_CALCULATED, tvb.bytes(10, 2)?, Value::Uint(right.into()));
    if found == right {
        return Ok(checksum::GOOD);
    }
    let text = format!("Bad checksum [should be 0x{right:04x}]");
    cx.out.expert(f::CHECKSUM_BAD_EXPERT, Severity::Error, Group::Checksum, &text);
    Ok(checksum::BAD)
}

/// Without name resolution a host is its address.
fn host<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    if cx.out.wants(field) {
        let text = std::net::Ipv4Addr::from_bits(tvb.u32(at)?).to_string();
        cx.out.add(field, tvb.bytes(at, 4)?, Value::str(cx.out.alloc_str(&text)));
    }
    Ok(())
}

/// Internet Group Management Protocol.
const IGMP: u8 = 2;

/// Notes a time to live that cannot be meant.
fn check_ttl(cx: &mut Cx<'_>, ttl: u8, proto: u8, dst: u32) {
    if dst & 0xffff_ff00 == 0xe000_0000 {
        // Local network control block: never forwarded (RFC 5771 §4), so 1, or 255 where the receiver checks it.
        let expected = match dst & 0xff {
            18 | 102 | 251 => Some(255),
            252 => None,
            _ => Some(1),
        };
        // IGMP is sent to the group that it speaks of.
        if proto != IGMP && expected.is_some_and(|expected| expected != ttl) {
            let text = "Time To Live unexpected for the Local Network Control Block";
            cx.out.expert(f::TTL_LNCB, Severity::Note, Group::Sequence, text);
        }
    } else if ttl < 5 && dst >> 28 != 0xe && !matches!(proto, 89 | 103) {
        cx.out.expert(f::TTL_TOO_SMALL, Severity::Note, Group::Sequence, "Time To Live too small");
    }
}

/// Hands the payload to the protocol of the header's number.
pub(super) fn upper<'f>(cx: &mut Cx<'f>, proto: u8, payload: Tvb<'f>) {
    if !cx.call_table(Table::IpProto, proto.into(), payload) {
        cx.call_data(payload);
    }
}

/// What the header says of a fragment.
struct Piece {
    id: u32,
    proto: u8,
    offset: usize,
    more: bool,
}

fn fragment<'f>(cx: &mut Cx<'f>, piece: Piece, payload: Tvb<'f>) {
    let Piece { id, proto, offset, more } = piece;
    let complete = payload.len() == payload.reported_len() && !payload.is_empty();
    let read = cx.out.plan.everything
        || REASSEMBLY.wanted(cx)
        || cx.out.wants(f::REASSEMBLED_IN)
        || cx.lookup(Table::IpProto, proto.into()).is_some_and(|inner| cx.out.needs(inner));
    if !read {
        return;
    }
    cx.info.fragmented = true;
    if complete && !cx.info.in_error && cx.out.prefers(p::DEFRAGMENT) {
        let key = Key { src: cx.info.src, dst: cx.info.dst, id, proto };
        let (frame, state) = (cx.frame.number, cx.state.of::<State>(Proto::Ip));
        if let Some(whole) = state.fragments.add(key, frame, offset, payload.data(), more) {
            ReassemblyFields::learn(cx, &whole, id, f::REASSEMBLED_IN);
            let datagram = REASSEMBLY.emit(cx, &whole);
            cx.info.fragmented = false;
            upper(cx, proto, datagram);
            return;
        }
        cx.tell(id, f::REASSEMBLED_IN);
    } else if offset == 0 {
        // Never to be complete: what is there of it.
        upper(cx, proto, payload);
        return;
    }
    cx.column("IPv4", || format!("Fragmented IP protocol (proto={proto}, off={offset}, ID={id:04x})"));
    cx.call_data(payload);
}
