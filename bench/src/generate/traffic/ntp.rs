//! NTP (RFC 5905): a client asks a server of stratum 2.

use super::Kind;
use crate::generate::flow::{Flow, Side};

pub(super) static KIND: Kind = Kind { share: 2, ports: &[123], from_outside: false, only_v4: false, converse };

/// Seconds since 1900 at the start of the capture.
const START_S: u32 = 3_968_988_800;

fn converse(flow: &mut Flow) {
    for _ in 0..1 + flow.random.mostly_small(12) {
        // version 4, client; poll every 64 s
        let mut request = vec![0x23, 0, 6, 0xec];
        request.resize(40, 0);
        flow.random.fill(&mut request, 8);
        flow.udp(Side::Client, &request);
        flow.wait(500..=20_000);
        // version 4, server, stratum 2; root delay, dispersion, reference 192.0.2.1
        let mut reply = vec![0x24, 2, 6, 0xe8, 0, 0, 0, 30, 0, 0, 0, 80, 192, 0, 2, 1];
        let seconds = START_S + (flow.time_ns() / 1_000_000_000) as u32;
        // reference, origin, receive, transmit
        for _ in 0..4 {
            reply.extend_from_slice(&seconds.to_be_bytes());
            flow.random.fill(&mut reply, 4);
        }
        flow.udp(Side::Server, &reply);
        flow.wait(1000..=900_000);
    }
}
