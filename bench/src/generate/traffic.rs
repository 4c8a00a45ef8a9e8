//! The kinds of traffic: a file each, and a row of [`KINDS`].

mod arp;
mod dns;
mod grpc;
mod http;
mod icmp;
mod logs;
mod ntp;
mod postgres;
mod redis;
mod scan;
mod tls;

use super::{
    flow::{Flow, Path},
    random::Random,
    wire::{Address, Host, Node, Tunnel},
};

/// A kind of traffic.
#[derive(Debug)]
struct Kind {
    /// Of a hundred conversations.
    share: u64,
    /// Ports of servers, each as likely.
    ports: &'static [u16],
    /// Some clients are outside of the cluster.
    from_outside: bool,
    /// IPv4 only.
    only_v4: bool,
    /// A conversation.
    converse: fn(&mut Flow),
}

/// All kinds; their shares add up to a hundred.
static KINDS: &[&Kind] = &[
    &dns::KIND,
    &http::KIND,
    &tls::KIND,
    &redis::KIND,
    &postgres::KIND,
    &grpc::KIND,
    &logs::STATSD,
    &logs::SYSLOG,
    &ntp::KIND,
    &icmp::KIND,
    &arp::KIND,
    &scan::KIND,
];

/// What a flow does not choose.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Conditions {
    /// When it begins.
    pub(crate) start_ns: u64,
    /// Segments may get lost.
    pub(crate) losses: bool,
}

/// Clients, services, and nodes of the cluster.
const PODS: u64 = 4000;
const SERVERS: u64 = 600;
const NODES: u64 = 20;

/// A whole conversation.
pub(crate) fn flow(mut random: Random, conditions: Conditions) -> Flow {
    let kind = kind(&mut random);
    let six = !kind.only_v4 && random.chance(1900);
    let outside = kind.from_outside && random.chance(2500);
    let (pod, service) = (1 + random.mostly_small(PODS), 1 + random.mostly_small(SERVERS));
    let client = Host::new(pod, client_address(pod, six, outside));
    let server = Host::new(1_000_000 + service, server_address(service, six));
    let path = path(&mut random, six, outside, conditions.losses);
    let mut flow = Flow::new(random, client, server, path, conditions.start_ns);
    flow.client_port = ephemeral_port(&mut flow.random);
    flow.server_port = flow.random.pick(kind.ports);
    (kind.converse)(&mut flow);
    flow
}

fn kind(random: &mut Random) -> &'static Kind {
    let mut dice = random.below(100);
    for kind in KINDS {
        if dice < kind.share {
            return kind;
        }
        dice -= kind.share;
    }
    unreachable!("the shares add up to a hundred")
}

/// A port that a client is given.
fn ephemeral_port(random: &mut Random) -> u16 {
    32_768 + random.below(28_000) as u16
}

/// Pods are 10.0.0.0/14, the first (10.0.0.1) is the busiest; clients outside are 198.18.0.0/15.
fn client_address(pod: u64, six: bool, outside: bool) -> Address {
    match (six, outside) {
        (true, _) => v6(if outside { 0xf00d } else { 1 }, pod),
        (false, true) => Address::V4([198, 18 + (pod & 1) as u8, (pod >> 8) as u8, pod as u8]),
        (false, false) => {
            let (subnet, host) = ((pod - 1) / 250, (pod - 1) % 250);
            Address::V4([10, (subnet / 8) as u8, (subnet % 8) as u8, host as u8 + 1])
        }
    }
}

/// Services are 10.96.0.0/16.
fn server_address(service: u64, six: bool) -> Address {
    if six { v6(0x60, service) } else { Address::V4([10, 96, (service / 250) as u8, (service % 250) as u8 + 1]) }
}

/// An address of the documentation's prefix.
fn v6(subnet: u32, host: u64) -> Address {
    let mut address = [0; 16];
    address[..4].copy_from_slice(&[0x20, 0x01, 0x0d, 0xb8]);
    address[4..8].copy_from_slice(&subnet.to_be_bytes());
    address[8..].copy_from_slice(&host.to_be_bytes());
    Address::V6(address)
}

fn path(random: &mut Random, six: bool, outside: bool, losses: bool) -> Path {
    let tunnel = (!outside && random.chance(2500)).then(|| tunnel(random));
    let vlan = (tunnel.is_none() && random.chance(500)).then(|| 100 + random.below(4) as u16);
    // A quarter of the paths has short segments, as the smallest that every host takes makes them.
    let short = random.chance(2600);
    let mut segment_len = if short { 524 } else { 1448 };
    if six {
        segment_len -= 20;
    }
    if tunnel.is_some() && !short {
        segment_len -= 50;
    }
    let round_trip_us = random.within(if outside { 8_000..=90_000 } else { 80..=900 });
    Path { vlan, tunnel, round_trip_us, segment_len, losses }
}

fn tunnel(random: &mut Random) -> Tunnel {
    let mut node = |first: u64| {
        let number = first + random.below(NODES);
        let address = [172, 20, 0, number as u8];
        Node { mac: Host::new(5000 + number, Address::V4(address)).mac, address }
    };
    let (client, server) = (node(1), node(1 + NODES));
    Tunnel { client, server, network: 42 + random.below(3) as u32, port: 49_152 + random.below(16_000) as u16 }
}
