//! Cisco Discovery Protocol: a device tells its neighbors what it is.

mod fields;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    checksum,
    dissect::Cx,
    layout::{
        Part::{Bits, Each, Item, Rest},
        walk,
    },
    out::F,
    tvb::{Stop, Tvb},
};

/// CDP.
pub static CDP: Protocol = Protocol {
    name: "cdp",
    title: "Cisco Discovery Protocol",
    frame_name: "cdp",
    fields: FIELDS,
    parents: &[
        Parent::CiscoPid(0x2000),
        Parent::PppProto(0x0207),
        Parent::Below(Proto::Chdlc),
        Parent::Below(Proto::Gre),
    ],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const DEVICE: u16 = 0x01;
const ADDRESSES: u16 = 0x02;
const PORT: u16 = 0x03;
const CAPABILITIES: u16 = 0x04;
const SOFTWARE: u16 = 0x05;
const PLATFORM: u16 = 0x06;
const PREFIXES: u16 = 0x07;
const HELLO: u16 = 0x08;
const VTP_DOMAIN: u16 = 0x09;
const NATIVE_VLAN: u16 = 0x0a;
const DUPLEX: u16 = 0x0b;
const VOICE_REPLY: u16 = 0x0e;
const VOICE_QUERY: u16 = 0x0f;
const TRUST: u16 = 0x12;
const UNTRUSTED: u16 = 0x13;
const SYSTEM_NAME: u16 = 0x14;
const MANAGEMENT: u16 = 0x16;
const POWER_AVAILABLE: u16 = 0x1a;

const CAPABILITY_BITS: &[F] = &[
    f::CAPABILITIES,
    f::CAPABILITIES_ROUTER,
    f::CAPABILITIES_TRANS_BRIDGE,
    f::CAPABILITIES_SRC_BRIDGE,
    f::CAPABILITIES_SWITCH,
    f::CAPABILITIES_HOST,
    f::CAPABILITIES_IGMP_CAPABLE,
    f::CAPABILITIES_REPEATER,
    f::CAPABILITIES_VOIP_PHONE,
    f::CAPABILITIES_REMOTE,
    f::CAPABILITIES_CVTA,
    f::CAPABILITIES_MAC_RELAY,
];

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("CDP", String::new);
    tvb.u16(2)?;
    cx.out.generated_uint(f::CHECKSUM_STATUS, status(tvb));
    let mut at = 4;
    while tvb.reported_rest(at) > 0 {
        let (kind, len) = (tvb.u16(at)?, usize::from(tvb.u16(at + 2)?));
        walk(cx, tvb, at, &[Item(f::TLV_TYPE, 2), Item(f::TLV_LEN, 2)])?;
        if len < 4 {
            break;
        }
        record(cx, kind, tvb.sub(at + 4, len - 4)?)?;
        at += len;
    }
    Ok(tvb.len())
}

/// The sum of a packet of odd length takes the last byte for a word, with its sign, and one too small if it has one.
fn status(tvb: Tvb<'_>) -> u64 {
    let data = tvb.data();
    if data.len() < tvb.reported_len() {
        return checksum::UNVERIFIED;
    }
    let sum = match data.split_last() {
        Some((last, rest)) if data.len() % 2 == 1 => {
            let word = if last & 0x80 != 0 { [0xff, last - 1] } else { [0, *last] };
            checksum::internet(&[rest, &word])
        }
        _ => checksum::internet(&[data]),
    };
    if sum == 0 { checksum::GOOD } else { checksum::BAD }
}

fn record<'f>(cx: &mut Cx<'f>, kind: u16, tvb: Tvb<'f>) -> Result<(), Stop> {
    let parts: &[_] = match kind {
        DEVICE => &[Rest(f::DEVICEID)],
        ADDRESSES | MANAGEMENT => return addresses(cx, tvb),
        PORT => &[Rest(f::PORTID)],
        CAPABILITIES => &[Bits(CAPABILITY_BITS, 4)],
        SOFTWARE => return lines(cx, tvb),
        PLATFORM => &[Rest(f::PLATFORM)],
        PREFIXES => return prefixes(cx, tvb),
        HELLO => return hello(cx, tvb),
        VTP_DOMAIN => return cx.out.item(f::VTP_MANAGEMENT_DOMAIN, tvb, 0, tvb.reported_len()),
        NATIVE_VLAN => &[Item(f::NATIVE_VLAN, 2)],
        DUPLEX => &[Item(f::DUPLEX, 1)],
        VOICE_REPLY | VOICE_QUERY if tvb.reported_len() >= 3 => &[Item(f::DATA, 1), Item(f::VOICE_VLAN, 2)],
        TRUST => &[Item(f::TRUST_BITMAP, 1)],
        UNTRUSTED => &[Item(f::UNTRUSTED_PORT_COS, 1)],
        SYSTEM_NAME => &[Rest(f::SYSTEM_NAME)],
        POWER_AVAILABLE => &[Item(f::REQUEST_ID, 2), Item(f::MANAGEMENT_ID, 2), Each(f::POWER_AVAILABLE, 4)],
        _ => &[Rest(f::DATA)],
    };
    walk(cx, tvb, 0, parts).map(drop)
}

fn addresses<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    /// The network layer protocol identifier of IPv4.
    const IPV4: &[u8] = &[0xcc];
    let count = cx.out.uint(f::NUMBER_OF_ADDRESSES, tvb, 0, 4)?;
    let mut at = 4;
    for _ in 0..count {
        if tvb.reported_rest(at) == 0 {
            break;
        }
        let protocol = usize::from(tvb.u8(at + 1)?);
        let parts = [
            Item(f::PROTOCOL_TYPE, 1),
            Item(f::PROTOCOL_LENGTH, 1),
            Item(f::PROTOCOL, protocol),
            Item(f::ADDRESS_LENGTH, 2),
        ];
        let end = walk(cx, tvb, at, &parts)?;
        let len = usize::from(tvb.u16(end - 2)?);
        if tvb.bytes(at + 2, protocol)? == IPV4 && len == 4 {
            cx.out.item(f::NRGYZ_IP_ADDRESS, tvb, end, 4)?;
        }
        at = end + len;
    }
    Ok(())
}

/// The text has a field a line.
fn lines<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let all = tvb.bytes(0, tvb.reported_len())?;
    let mut at = 0;
    while let Some(rest) = all.get(at..).filter(|rest| !rest.is_empty()) {
        let len = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        let line = rest.get(..len).unwrap_or_default();
        let text = String::from_utf8_lossy(line.strip_suffix(b"\n").unwrap_or(line));
        cx.out.text(f::SOFTWARE_VERSION, tvb, at, len, &text)?;
        at += len;
    }
    Ok(())
}

/// Address and length, as Wireshark reads it: in the order of its own machine.
fn prefixes<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 0;
    while tvb.reported_rest(at) >= 5 {
        let address = tvb.u32_le(at)?;
        cx.out.add(f::IP_PREFIX, tvb.bytes(at, 5)?, Value::ipv4(address));
        at += 5;
    }
    Ok(())
}

fn hello<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const CLUSTER: u16 = 0x0112;
    let protocol = tvb.u16(3)?;
    let at = walk(cx, tvb, 0, &[Item(f::OUI, 3), Item(f::PROTOCOL_ID, 2)])?;
    if protocol != CLUSTER {
        return walk(cx, tvb, at, &[Rest(f::DATA)]).map(drop);
    }
    let parts = [
        Item(f::CLUSTER_MASTER_IP, 4),
        Item(f::CLUSTER_IP, 4),
        Item(f::CLUSTER_VERSION, 1),
        Item(f::CLUSTER_SUB_VERSION, 1),
        Item(f::CLUSTER_STATUS, 1),
        Item(f::CLUSTER_UNKNOWN, 1),
        Item(f::CLUSTER_COMMANDER_MAC, 6),
        Item(f::CLUSTER_SWITCH_MAC, 6),
        Item(f::CLUSTER_UNKNOWN, 1),
        Item(f::CLUSTER_MANAGEMENT_VLAN, 2),
    ];
    walk(cx, tvb, at, &parts).map(drop)
}
