//! A conversation of two hosts: its packets with their times, written before any of them is sent.

use std::ops::{Range, RangeInclusive};

use super::{
    random::Random,
    wire::{self, Address, ETHERNET_LEN, Host, Ip, Tunnel, UDP_LEN, ethertype, protocol},
};

/// Who sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Who began.
    Client,
    /// Who answers.
    Server,
}

impl Side {
    /// The other one.
    pub(crate) fn other(self) -> Self {
        match self {
            Self::Client => Self::Server,
            Self::Server => Self::Client,
        }
    }
}

/// A packet of a flow.
#[derive(Clone, Debug)]
pub(crate) struct Packet {
    /// When, from the start of the capture.
    pub(crate) time_ns: u64,
    /// Where its bytes are in the flow's.
    pub(crate) bytes: Range<usize>,
}

/// How two hosts reach each other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Path {
    /// A tag of 802.1Q.
    pub(crate) vlan: Option<u16>,
    /// The frames travel inside VXLAN.
    pub(crate) tunnel: Option<Tunnel>,
    /// From a packet to its answer.
    pub(crate) round_trip_us: u64,
    /// Most payload of a TCP segment.
    pub(crate) segment_len: usize,
    /// Segments get lost, come twice or in the wrong order.
    pub(crate) losses: bool,
}

/// A conversation.
#[derive(Clone, Debug)]
pub(crate) struct Flow {
    /// The flow's own random numbers: what other flows draw does not change it.
    pub(crate) random: Random,
    /// Who began.
    pub(crate) client: Host,
    /// Who answers.
    pub(crate) server: Host,
    /// The client's port.
    pub(crate) client_port: u16,
    /// The server's port.
    pub(crate) server_port: u16,
    /// Between the two.
    pub(crate) path: Path,
    time_ns: u64,
    ip_id: u16,
    bytes: Vec<u8>,
    packets: Vec<Packet>,
}

impl Flow {
    /// A flow without packets; ports are zero.
    pub(crate) fn new(mut random: Random, client: Host, server: Host, path: Path, start_ns: u64) -> Self {
        let ip_id = random.u16();
        let (bytes, packets) = (Vec::new(), Vec::new());
        Self { random, client, server, client_port: 0, server_port: 0, path, time_ns: start_ns, ip_id, bytes, packets }
    }

    /// The flow's time.
    pub(crate) fn time_ns(&self) -> u64 {
        self.time_ns
    }

    /// Lets so many microseconds go by.
    pub(crate) fn wait(&mut self, us: RangeInclusive<u64>) {
        self.time_ns += 1000 * self.random.within(us) + self.random.below(1000);
    }

    /// Lets a packet reach the other side.
    pub(crate) fn travel(&mut self) {
        let half = self.path.round_trip_us / 2 + 1;
        self.wait(half..=half + half / 4 + 1);
    }

    /// Sends a UDP datagram.
    pub(crate) fn udp(&mut self, side: Side, payload: &[u8]) {
        let (from, to) = self.ports(side);
        let len = UDP_LEN + payload.len();
        let mut segment = Vec::with_capacity(len);
        for part in [from, to, len as u16, 0] {
            segment.extend_from_slice(&part.to_be_bytes());
        }
        segment.extend_from_slice(payload);
        self.ip(side, protocol::UDP, segment, 6);
    }

    /// Sends a segment, whose checksum belongs at `checksum_at`.
    pub(crate) fn ip(&mut self, side: Side, protocol: u8, mut segment: Vec<u8>, checksum_at: usize) {
        let (from, to) = self.hosts(side);
        let checksum = wire::transport_checksum(from.address, to.address, protocol, &segment);
        segment[checksum_at..checksum_at + 2].copy_from_slice(&checksum.to_be_bytes());

        let (ethertype, header_len) = match from.address {
            Address::V4(_) => (ethertype::IPV4, 20),
            Address::V6(_) => (ethertype::IPV6, 40),
        };
        let start = self.bytes.len();
        if let Some(tunnel) = &self.path.tunnel {
            let (outer_from, outer_to) = match side {
                Side::Client => (tunnel.client, tunnel.server),
                Side::Server => (tunnel.server, tunnel.client),
            };
            let frame_len = ETHERNET_LEN + header_len + segment.len();
            wire::vxlan(&mut self.bytes, outer_from, outer_to, tunnel, self.ip_id ^ 0x5555, frame_len);
        }
        wire::ethernet(&mut self.bytes, from.mac, to.mac, self.path.vlan, ethertype);
        let ttl = match side {
            Side::Client => 64,
            Side::Server => 61,
        };
        self.ip_id = self.ip_id.wrapping_add(1);
        let ip = Ip { protocol, ttl, id: self.ip_id, payload_len: segment.len() };
        match (from.address, to.address) {
            (Address::V4(from), Address::V4(to)) => wire::ipv4(&mut self.bytes, from, to, ip),
            (Address::V6(from), Address::V6(to)) => wire::ipv6(&mut self.bytes, from, to, ip),
            (Address::V4(_), Address::V6(_)) | (Address::V6(_), Address::V4(_)) => {
                unreachable!("both ends of a flow have addresses of one kind")
            }
        }
        self.bytes.extend_from_slice(&segment);
        self.packets.push(Packet { time_ns: self.time_ns, bytes: start..self.bytes.len() });
    }

    /// Sends a frame as it is.
    pub(crate) fn frame(&mut self, frame: &[u8]) {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(frame);
        self.packets.push(Packet { time_ns: self.time_ns, bytes: start..self.bytes.len() });
    }

    /// Sender and receiver.
    pub(crate) fn hosts(&self, side: Side) -> (Host, Host) {
        match side {
            Side::Client => (self.client, self.server),
            Side::Server => (self.server, self.client),
        }
    }

    /// Ports of sender and receiver.
    pub(crate) fn ports(&self, side: Side) -> (u16, u16) {
        match side {
            Side::Client => (self.client_port, self.server_port),
            Side::Server => (self.server_port, self.client_port),
        }
    }

    /// Packets so far, in the order of their times.
    pub(crate) fn packets(&self) -> &[Packet] {
        &self.packets
    }

    /// The bytes of a packet.
    pub(crate) fn bytes(&self, packet: &Packet) -> &[u8] {
        &self.bytes[packet.bytes.clone()]
    }
}
