//! Somebody tries ports that are closed.

use super::{Kind, ephemeral_port};
use crate::generate::{flow::Flow, tcp::Tcp};

pub(super) static KIND: Kind = Kind { share: 3, ports: &[0], from_outside: true, only_v4: false, converse };

fn converse(flow: &mut Flow) {
    for _ in 0..flow.random.within(2..=14) {
        flow.client_port = ephemeral_port(&mut flow.random);
        flow.server_port = flow.random.within(1..=9999) as u16;
        let refused = flow.random.chance(6000);
        Tcp::knock(flow, refused);
        flow.wait(500..=100_000);
    }
}
