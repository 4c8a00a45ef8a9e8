//! What hosts report without being asked: measurements (statsd) and log lines (syslog, RFC 3164).

use super::Kind;
use crate::generate::{
    flow::{Flow, Side},
    words,
};

pub(super) static STATSD: Kind =
    Kind { share: 2, ports: &[8125], from_outside: false, only_v4: false, converse: measurements };

pub(super) static SYSLOG: Kind =
    Kind { share: 2, ports: &[514], from_outside: false, only_v4: false, converse: log_lines };

fn measurements(flow: &mut Flow) {
    for _ in 0..1 + flow.random.mostly_small(12) {
        let random = &mut flow.random;
        let mut lines = String::new();
        for _ in 0..random.within(1..=12) {
            let (service, word, ms) = (words::service(random), words::word(random), random.below(900));
            lines.push_str(&format!("{service}.{word}.latency:{ms}|ms|#env:prod\n"));
        }
        flow.udp(Side::Client, lines.as_bytes());
        flow.wait(1000..=900_000);
    }
}

fn log_lines(flow: &mut Flow) {
    for _ in 0..1 + flow.random.mostly_small(12) {
        let random = &mut flow.random;
        let (priority, node, process) = (8 + random.below(150), random.below(40), random.below(30_000));
        let text = words::text(random, 24);
        let line = format!("<{priority}>Oct  9 08:53:20 node-{node} kubelet[{process}]: {}", text.trim_end());
        flow.udp(Side::Client, line.as_bytes());
        flow.wait(1000..=900_000);
    }
}
