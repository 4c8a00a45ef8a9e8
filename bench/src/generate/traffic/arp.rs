//! ARP (RFC 826): who has an address, and the answer, padded to the shortest frame of Ethernet.

use super::Kind;
use crate::generate::{
    flow::{Flow, Side},
    wire::{Address, ETHERNET_LEN, ethernet, ethertype},
};

pub(super) static KIND: Kind = Kind { share: 2, ports: &[0], from_outside: false, only_v4: true, converse };

/// Shortest frame without its check sequence.
const SHORTEST: usize = 60;

fn converse(flow: &mut Flow) {
    // neighbours: no tunnel is between them
    flow.path.tunnel = None;
    for (side, operation) in [(Side::Client, 1), (Side::Server, 2)] {
        let (from, to) = flow.hosts(side);
        let (Address::V4(sender), Address::V4(target)) = (from.address, to.address) else { return };
        let asks = operation == 1;
        let mut frame = Vec::with_capacity(SHORTEST);
        ethernet(&mut frame, from.mac, if asks { [0xff; 6] } else { to.mac }, flow.path.vlan, ethertype::ARP);
        debug_assert!(frame.len() >= ETHERNET_LEN, "the header is there");
        // Ethernet, IPv4, lengths of their addresses
        frame.extend_from_slice(&[0, 1, 8, 0, 6, 4, 0, operation]);
        frame.extend_from_slice(&from.mac);
        frame.extend_from_slice(&sender);
        frame.extend_from_slice(&if asks { [0; 6] } else { to.mac });
        frame.extend_from_slice(&target);
        frame.resize(SHORTEST, 0);
        flow.frame(&frame);
        flow.wait(20..=300);
    }
}
