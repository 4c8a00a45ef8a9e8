//! The IANA special-purpose address registries (RFC 6890), the longest prefixes first.

use crate::value::Value;

/// A block of addresses.
pub(super) struct Block {
    base: u128,
    prefix: u8,
    /// Its name in the registry.
    pub(super) name: &'static str,
    /// Bits: 1 reserved by protocol, 2 globally reachable, 4 forwardable, 8 destination, 16 source.
    pub(super) mask: u64,
}

const fn row(base: u128, prefix: u8, name: &'static str, mask: u64) -> Block {
    Block { base, prefix, name, mask }
}

/// The smallest block that holds an address.
pub(super) fn block(address: &Value<'_>) -> Option<&'static Block> {
    let (blocks, addr, bits) = match address {
        Value::Ipv4 { addr, .. } => (IPV4, u128::from(*addr), 32),
        Value::Ipv6 { addr, .. } => (IPV6, *addr, 128),
        _ => return None,
    };
    let inside = |block: &&Block| (addr ^ block.base).checked_shr(bits - u32::from(block.prefix)).unwrap_or(0) == 0;
    blocks.iter().find(inside)
}

#[rustfmt::skip]
static IPV4: &[Block] = &[
    row(0x0, 32, "This host on this network", 0b10001), // 0.0.0.0/32
    row(0xc0000008, 32, "IPv4 dummy address", 0b10000), // 192.0.0.8/32
    row(0xc0000009, 32, "Port Control Protocol Anycast", 0b11110), // 192.0.0.9/32
    row(0xc000000a, 32, "Traversal Using Relays around NAT Anycast", 0b11110), // 192.0.0.10/32
    row(0xc00000aa, 32, "NAT64/DNS64 Discovery", 0b00001), // 192.0.0.170/32
    row(0xc00000ab, 32, "NAT64/DNS64 Discovery", 0b00001), // 192.0.0.171/32
    row(0xffffffff, 32, "Limited Broadcast", 0b01001), // 255.255.255.255/32
    row(0xc0000000, 29, "IPv4 Service Continuity Prefix", 0b11100), // 192.0.0.0/29
    row(0xc0000000, 24, "IETF Protocol Assignments", 0b00000), // 192.0.0.0/24
    row(0xc0000200, 24, "Documentation (TEST-NET-1)", 0b00000), // 192.0.2.0/24
    row(0xc01fc400, 24, "AS112-v4", 0b11110), // 192.31.196.0/24
    row(0xc034c100, 24, "AMT", 0b11110), // 192.52.193.0/24
    row(0xc0586300, 24, "Deprecated (6to4 Relay Anycast)", 0b00000), // 192.88.99.0/24
    row(0xc0af3000, 24, "Direct Delegation AS112 Service", 0b11110), // 192.175.48.0/24
    row(0xc6336400, 24, "Documentation (TEST-NET-2)", 0b00000), // 198.51.100.0/24
    row(0xcb007100, 24, "Documentation (TEST-NET-3)", 0b00000), // 203.0.113.0/24
    row(0xa9fe0000, 16, "Link Local", 0b11001), // 169.254.0.0/16
    row(0xc0a80000, 16, "Private-Use", 0b11100), // 192.168.0.0/16
    row(0xc6120000, 15, "Benchmarking", 0b11100), // 198.18.0.0/15
    row(0xac100000, 12, "Private-Use", 0b11100), // 172.16.0.0/12
    row(0x64400000, 10, "Shared Address Space", 0b11100), // 100.64.0.0/10
    row(0x0, 8, "This network", 0b10001), // 0.0.0.0/8
    row(0xa000000, 8, "Private-Use", 0b11100), // 10.0.0.0/8
    row(0x7f000000, 8, "Loopback", 0b00001), // 127.0.0.0/8
    row(0xf0000000, 4, "Reserved", 0b00001), // 240.0.0.0/4
];

#[rustfmt::skip]
static IPV6: &[Block] = &[
    row(0x1, 128, "Loopback Address", 0b00001), // ::1/128
    row(0x0, 128, "Unspecified Address", 0b10001), // ::/128
    row(0x20010001000000000000000000000001, 128, "Port Control Protocol Anycast", 0b11110), // 2001:1::1/128
    row(0x20010001000000000000000000000002, 128, "Traversal Using Relays around NAT Anycast", 0b11110), // 2001:1::2/128
    row(0x20010001000000000000000000000003, 128, "DNS-SD Service Registration Protocol Anycast", 0b11110), // 2001:1::3/128
    row(0xffff00000000, 96, "IPv4-mapped Address", 0b00001), // ::ffff:0:0/96
    row(0x64ff9b000000000000000000000000, 96, "IPv4-IPv6 Translat.", 0b11110), // 64:ff9b::/96
    row(0x1000000000000000000000000000000, 64, "Discard-Only Address Block", 0b11100), // 100::/64
    row(0x1000000000000010000000000000000, 64, "Dummy IPv6 Prefix", 0b10000), // 100:0:0:1::/64
    row(0x64ff9b000100000000000000000000, 48, "IPv4-IPv6 Translat.", 0b11100), // 64:ff9b:1::/48
    row(0x20010002000000000000000000000000, 48, "Benchmarking", 0b11100), // 2001:2::/48
    row(0x20010004011200000000000000000000, 48, "AS112-v6", 0b11110), // 2001:4:112::/48
    row(0x2620004f800000000000000000000000, 48, "Direct Delegation AS112 Service", 0b11110), // 2620:4f:8000::/48
    row(0x20010000000000000000000000000000, 32, "TEREDO", 0b11100), // 2001::/32
    row(0x20010003000000000000000000000000, 32, "AMT", 0b11110), // 2001:3::/32
    row(0x20010db8000000000000000000000000, 32, "Documentation", 0b00000), // 2001:db8::/32
    row(0x20010010000000000000000000000000, 28, "Deprecated (previously ORCHID)", 0b00000), // 2001:10::/28
    row(0x20010020000000000000000000000000, 28, "ORCHIDv2", 0b11110), // 2001:20::/28
    row(0x20010030000000000000000000000000, 28, "Drone Remote ID Protocol Entity Tags (DETs) Prefix", 0b11110), // 2001:30::/28
    row(0x20010000000000000000000000000000, 23, "IETF Protocol Assignments", 0b00000), // 2001::/23
    row(0x3fff0000000000000000000000000000, 20, "Documentation", 0b00000), // 3fff::/20
    row(0x20020000000000000000000000000000, 16, "6to4", 0b11100), // 2002::/16
    row(0x5f000000000000000000000000000000, 16, "Segment Routing (SRv6) SIDs", 0b11100), // 5f00::/16
    row(0xfe800000000000000000000000000000, 10, "Link-Local Unicast", 0b11001), // fe80::/10
    row(0xfc000000000000000000000000000000, 7, "Unique-Local", 0b11100), // fc00::/7
];
