//! What all packets have: addresses, headers from Ethernet to UDP, checksums.

/// Protocol numbers of IP.
pub(crate) mod protocol {
    /// ICMP over IPv4.
    pub(crate) const ICMP: u8 = 1;
    /// TCP.
    pub(crate) const TCP: u8 = 6;
    /// UDP.
    pub(crate) const UDP: u8 = 17;
    /// ICMP over IPv6.
    pub(crate) const ICMPV6: u8 = 58;
}

/// Types of Ethernet frames.
pub(crate) mod ethertype {
    /// IPv4.
    pub(crate) const IPV4: u16 = 0x0800;
    /// ARP.
    pub(crate) const ARP: u16 = 0x0806;
    /// A tag of 802.1Q.
    pub(crate) const VLAN: u16 = 0x8100;
    /// IPv6.
    pub(crate) const IPV6: u16 = 0x86dd;
}

/// Length of an Ethernet header without tags.
pub(crate) const ETHERNET_LEN: usize = 14;
/// Length of a UDP header.
pub(crate) const UDP_LEN: usize = 8;
/// Length of a VXLAN header.
pub(crate) const VXLAN_LEN: usize = 8;
/// Port of VXLAN.
const VXLAN_PORT: u16 = 4789;

/// An address of IP.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Address {
    /// IPv4.
    V4([u8; 4]),
    /// IPv6.
    V6([u8; 16]),
}

/// A network interface of a host.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Host {
    /// Address of Ethernet.
    pub(crate) mac: [u8; 6],
    /// Address of IP.
    pub(crate) address: Address,
}

impl Host {
    /// A host whose Ethernet address follows from `number`.
    pub(crate) fn new(number: u64, address: Address) -> Self {
        let hash = number.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
        // 02: locally administered
        Self { mac: [0x02, 0x42, hash[0], hash[1], hash[2], hash[3]], address }
    }
}

/// A VXLAN tunnel between two hosts with IPv4.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tunnel {
    /// The host on the client's side.
    pub(crate) client: Node,
    /// The host on the server's side.
    pub(crate) server: Node,
    /// Number of the virtual network.
    pub(crate) network: u32,
    /// Source port: a hash of the flow inside.
    pub(crate) port: u16,
}

/// An end of a tunnel.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    /// Address of Ethernet.
    pub(crate) mac: [u8; 6],
    /// Address of IPv4.
    pub(crate) address: [u8; 4],
}

/// Appends an Ethernet header.
pub(crate) fn ethernet(out: &mut Vec<u8>, from: [u8; 6], to: [u8; 6], vlan: Option<u16>, ethertype: u16) {
    out.extend_from_slice(&to);
    out.extend_from_slice(&from);
    if let Some(tag) = vlan {
        out.extend_from_slice(&ethertype::VLAN.to_be_bytes());
        out.extend_from_slice(&tag.to_be_bytes());
    }
    out.extend_from_slice(&ethertype.to_be_bytes());
}

/// What an IP header says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ip {
    /// The protocol inside.
    pub(crate) protocol: u8,
    /// Time to live, hop limit.
    pub(crate) ttl: u8,
    /// Identification of IPv4.
    pub(crate) id: u16,
    /// Length of what follows.
    pub(crate) payload_len: usize,
}

/// Appends an IPv4 header.
pub(crate) fn ipv4(out: &mut Vec<u8>, from: [u8; 4], to: [u8; 4], ip: Ip) {
    const LEN: usize = 20;
    let start = out.len();
    out.extend_from_slice(&[0x45, 0]);
    out.extend_from_slice(&((LEN + ip.payload_len) as u16).to_be_bytes());
    out.extend_from_slice(&ip.id.to_be_bytes());
    // do not fragment; the checksum comes below
    out.extend_from_slice(&[0x40, 0, ip.ttl, ip.protocol, 0, 0]);
    out.extend_from_slice(&from);
    out.extend_from_slice(&to);
    let checksum = checksum(sum(&out[start..]));
    out[start + 10..start + 12].copy_from_slice(&checksum.to_be_bytes());
}

/// Appends an IPv6 header.
pub(crate) fn ipv6(out: &mut Vec<u8>, from: [u8; 16], to: [u8; 16], ip: Ip) {
    out.extend_from_slice(&[0x60, 0, 0, 0]);
    out.extend_from_slice(&(ip.payload_len as u16).to_be_bytes());
    out.extend_from_slice(&[ip.protocol, ip.ttl]);
    out.extend_from_slice(&from);
    out.extend_from_slice(&to);
}

/// Appends the headers of IPv4, UDP and VXLAN before a frame of so many bytes. UDP has no checksum there.
pub(crate) fn vxlan(out: &mut Vec<u8>, from: Node, to: Node, tunnel: &Tunnel, id: u16, frame_len: usize) {
    let udp_len = UDP_LEN + VXLAN_LEN + frame_len;
    ethernet(out, from.mac, to.mac, None, ethertype::IPV4);
    ipv4(out, from.address, to.address, Ip { protocol: protocol::UDP, ttl: 64, id, payload_len: udp_len });
    for part in [tunnel.port, VXLAN_PORT, udp_len as u16, 0] {
        out.extend_from_slice(&part.to_be_bytes());
    }
    // flags: the network is valid
    out.extend_from_slice(&[0x08, 0, 0, 0]);
    out.extend_from_slice(&(tunnel.network << 8).to_be_bytes());
}

/// The checksum of a segment (RFC 1071) with the pseudo header of its addresses; ICMP over IPv4 has none.
pub(crate) fn transport_checksum(from: Address, to: Address, protocol: u8, segment: &[u8]) -> u16 {
    let pseudo = match (from, to) {
        _ if protocol == protocol::ICMP => 0,
        (Address::V4(from), Address::V4(to)) => sum(&from) + sum(&to) + u64::from(protocol) + segment.len() as u64,
        (Address::V6(from), Address::V6(to)) => sum(&from) + sum(&to) + u64::from(protocol) + segment.len() as u64,
        (Address::V4(_), Address::V6(_)) | (Address::V6(_), Address::V4(_)) => {
            unreachable!("both ends of a flow have addresses of one kind")
        }
    };
    match checksum(pseudo + sum(segment)) {
        // zero would say that there is none
        0 if protocol == protocol::UDP => u16::MAX,
        checksum => checksum,
    }
}

/// The sum of the 16-bit words; an odd byte at the end counts as if zero followed.
fn sum(bytes: &[u8]) -> u64 {
    let words = bytes.chunks_exact(2);
    let odd = words.remainder().first().map_or(0, |&byte| u64::from(byte) << 8);
    words.map(|word| u64::from(u16::from_be_bytes([word[0], word[1]]))).sum::<u64>() + odd
}

/// The complement of the sum with its carries.
fn checksum(mut sum: u64) -> u16 {
    while sum > 0xffff {
        sum = (sum & 0xffff) + (sum >> 16);
    }
    !(sum as u16)
}
