//! Answers about conversations.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    net::Ipv4Addr,
};

use serde_json::{Value, json};

use super::frames::{Frame, Last, last, nanoseconds, percent, percentile, second};

type Rows = Vec<Vec<Value>>;
/// Conversations, clients, bytes.
type Service = (u64, BTreeSet<Last<String>>, u64);

fn time(frame: &Frame) -> i64 {
    nanoseconds(frame.first("frame.time_epoch").expect("a time"))
}

/// A conversation of TCP or UDP.
struct Flow<'f> {
    protocol: &'static str,
    stream: u32,
    frames: Vec<&'f Frame>,
}

fn flows(frames: &[Frame]) -> Vec<Flow<'_>> {
    let mut flows: BTreeMap<(&'static str, u32), Vec<&Frame>> = BTreeMap::new();
    for frame in frames {
        for (protocol, field) in [("tcp", "tcp.stream"), ("udp", "udp.stream")] {
            if let Some(stream) = frame.get(field) {
                flows.entry((protocol, stream)).or_default().push(frame);
            }
        }
    }
    flows.into_iter().map(|((protocol, stream), frames)| Flow { protocol, stream, frames }).collect()
}

impl Flow<'_> {
    fn client(&self) -> Last<String> {
        last(self.frames[0].sender())
    }

    fn server(&self) -> Last<String> {
        last(self.frames[0].receiver())
    }

    fn client_port(&self) -> u16 {
        self.frames[0].know(&format!("{}.srcport", self.protocol))
    }

    fn server_port(&self) -> u16 {
        self.frames[0].know(&format!("{}.dstport", self.protocol))
    }

    fn packets(&self) -> u64 {
        self.frames.len() as u64
    }

    fn bytes(&self) -> u64 {
        self.frames.iter().map(|frame| frame.know::<u64>("frame.len")).sum()
    }

    fn start(&self) -> &str {
        self.frames.iter().filter_map(|frame| frame.first("frame.time_epoch")).min().expect("a time")
    }

    fn duration(&self) -> f64 {
        let times = || self.frames.iter().map(|frame| time(frame));
        (times().max().expect("a time") - times().min().expect("a time")) as f64 / 1e9
    }

    fn rtt(&self) -> Option<f64> {
        self.frames.iter().filter_map(|frame| frame.get("tcp.analysis.initial_rtt")).min_by(f64::total_cmp)
    }

    fn retransmissions(&self) -> u64 {
        self.frames.iter().filter(|frame| frame.has("tcp.analysis.retransmission")).count() as u64
    }

    fn was_reset(&self) -> bool {
        self.protocol == "tcp" && self.frames.iter().any(|frame| frame.flag("tcp.flags.reset") == Some(true))
    }

    fn ends(&self) -> Vec<Value> {
        vec![self.client().text(), json!(self.client_port()), self.server().text(), json!(self.server_port())]
    }
}

pub(super) fn services(frames: &[Frame]) -> Rows {
    let mut services: BTreeMap<(&str, u16), Service> = BTreeMap::new();
    for flow in flows(frames) {
        let (count, clients, bytes) = services.entry((flow.protocol, flow.server_port())).or_default();
        *count += 1;
        clients.insert(flow.client());
        *bytes += flow.bytes();
    }
    let mut services: Vec<_> = services.into_iter().collect();
    services.sort_by_key(|(_, (_, _, bytes))| Reverse(*bytes));
    let row = |((protocol, port), (count, clients, bytes)): ((&str, u16), (u64, BTreeSet<_>, u64))| {
        vec![json!(protocol), json!(port), json!(count), json!(clients.len()), json!(bytes)]
    };
    services.into_iter().take(10).map(row).collect()
}

pub(super) fn clients(frames: &[Frame]) -> Rows {
    let mut clients: BTreeMap<Last<String>, (BTreeSet<Last<String>>, u64)> = BTreeMap::new();
    for flow in flows(frames) {
        let (servers, count) = clients.entry(flow.client()).or_default();
        servers.insert(flow.server());
        *count += 1;
    }
    let mut clients: Vec<_> = clients.into_iter().collect();
    clients.sort_by_key(|(_, (servers, count))| Reverse((servers.len(), *count)));
    let rows = clients.into_iter().take(10);
    rows.map(|(client, (servers, count))| vec![client.text(), json!(servers.len()), json!(count)]).collect()
}

pub(super) fn long_ones(frames: &[Frame]) -> Rows {
    let mut flows = flows(frames);
    flows.sort_by(|a, b| b.duration().total_cmp(&a.duration()));
    let row = |flow: Flow<'_>| {
        let mut row = vec![json!(flow.protocol)];
        row.extend(flow.ends());
        row.extend([json!(flow.packets()), json!(flow.bytes()), json!(flow.duration())]);
        row
    };
    flows.into_iter().take(10).map(row).collect()
}

pub(super) fn new_ones(frames: &[Frame]) -> Rows {
    let mut seconds: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for flow in flows(frames) {
        let (tcp, udp) = seconds.entry(second(flow.start())).or_default();
        *(if flow.protocol == "tcp" { tcp } else { udp }) += 1;
    }
    seconds.into_iter().map(|(second, (tcp, udp))| vec![json!(second), json!(tcp), json!(udp)]).collect()
}

pub(super) fn retransmissions(frames: &[Frame]) -> Rows {
    let mut flows = flows(frames);
    flows.retain(|flow| flow.protocol == "tcp" && flow.retransmissions() > 0);
    flows.sort_by_key(|flow| (Reverse(flow.retransmissions()), flow.stream));
    let row = |flow: Flow<'_>| {
        let (packets, again) = (flow.packets(), flow.retransmissions());
        let mut row = flow.ends();
        row.extend([json!(packets), json!(again), json!(percent(again, packets, 1))]);
        row
    };
    flows.into_iter().take(10).map(row).collect()
}

pub(super) fn round_trips(frames: &[Frame]) -> Rows {
    let mut servers: BTreeMap<Last<String>, Vec<f64>> = BTreeMap::new();
    for flow in flows(frames).iter().filter(|flow| flow.protocol == "tcp") {
        if let Some(rtt) = flow.rtt() {
            servers.entry(flow.server()).or_default().push(rtt);
        }
    }
    let mut servers: Vec<_> = servers.into_iter().collect();
    let median = |rtts: &[f64]| percentile(rtts.to_vec(), 0.5);
    servers.sort_by(|(_, a), (_, b)| median(b).total_cmp(&median(a)));
    let row = |(server, rtts): (Last<String>, Vec<f64>)| {
        let (least, most) = (percentile(rtts.clone(), 0.0), percentile(rtts.clone(), 1.0));
        vec![server.text(), json!(rtts.len()), json!(least), json!(median(&rtts)), json!(most)]
    };
    servers.into_iter().take(10).map(row).collect()
}

pub(super) fn silent_servers(frames: &[Frame]) -> Rows {
    let opening =
        |frame: &&Frame| frame.flag("tcp.flags.syn") == Some(true) && frame.flag("tcp.flags.ack") == Some(false);
    let mut servers: BTreeMap<(Last<Ipv4Addr>, u16), (u64, u64)> = BTreeMap::new();
    for flow in flows(frames).iter().filter(|flow| flow.protocol == "tcp" && flow.frames.iter().all(&opening)) {
        let (connections, syns) = servers.entry((last(flow.frames[0].get("ip.dst")), flow.server_port())).or_default();
        *connections += 1;
        *syns += flow.packets();
    }
    let mut servers: Vec<_> = servers.into_iter().collect();
    servers.sort_by_key(|(_, (connections, _))| Reverse(*connections));
    let rows = servers.into_iter().take(10);
    rows.map(|((server, port), (connections, syns))| vec![server.text(), json!(port), json!(connections), json!(syns)])
        .collect()
}

pub(super) fn resets(frames: &[Frame]) -> Rows {
    let mut servers: BTreeMap<(Last<String>, u16), (u64, u64)> = BTreeMap::new();
    for flow in flows(frames).iter().filter(|flow| flow.protocol == "tcp") {
        let (connections, resets) = servers.entry((flow.server(), flow.server_port())).or_default();
        *connections += 1;
        *resets += u64::from(flow.was_reset());
    }
    let mut servers: Vec<_> = servers.into_iter().filter(|(_, (_, resets))| *resets > 0).collect();
    servers.sort_by_key(|(_, (_, resets))| Reverse(*resets));
    let rows = servers.into_iter().take(10);
    rows.map(|((server, port), (connections, resets))| {
        vec![server.text(), json!(port), json!(connections), json!(resets)]
    })
    .collect()
}

pub(super) fn pauses(frames: &[Frame]) -> Rows {
    let mut before: BTreeMap<Option<u32>, i64> = BTreeMap::new();
    let mut pauses = Vec::new();
    for frame in frames.iter().filter(|frame| frame.has("tcp")) {
        let (stream, time) = (frame.get("tcp.stream"), time(frame));
        let pause = before.insert(stream, time).map(|before| (time - before) as f64 / 1e9);
        pauses.push((pause, frame.know::<u64>("frame.number"), stream));
    }
    let length = |pause: &(Option<f64>, u64, Option<u32>)| pause.0.unwrap_or(f64::MIN);
    pauses.sort_by(|a, b| length(b).total_cmp(&length(a)));
    pauses.into_iter().take(5).map(|(pause, number, stream)| vec![json!(stream), json!(number), json!(pause)]).collect()
}
