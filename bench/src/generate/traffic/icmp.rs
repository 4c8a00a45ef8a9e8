//! ICMP and ICMPv6: echoes, once a second.

use super::Kind;
use crate::generate::{
    flow::{Flow, Side},
    wire::{Address, protocol},
};

pub(super) static KIND: Kind = Kind { share: 3, ports: &[0], from_outside: true, only_v4: false, converse };

/// Bytes behind the header.
const DATA_LEN: u8 = 56;

fn converse(flow: &mut Flow) {
    let (id, times) = (flow.random.u16(), 1 + flow.random.mostly_small(10));
    // types of request and reply: RFC 792, RFC 4443
    let (protocol, request, reply) = match flow.client.address {
        Address::V4(_) => (protocol::ICMP, 8, 0),
        Address::V6(_) => (protocol::ICMPV6, 128, 129),
    };
    for number in 1..=times as u16 {
        for (side, kind) in [(Side::Client, request), (Side::Server, reply)] {
            let mut message = vec![kind, 0, 0, 0];
            message.extend_from_slice(&id.to_be_bytes());
            message.extend_from_slice(&number.to_be_bytes());
            message.extend(0..DATA_LEN);
            flow.ip(side, protocol, message, 2);
            flow.travel();
        }
        flow.wait(900_000..=1_000_000);
    }
}
