//! Answers about packets.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    net::Ipv4Addr,
};

use serde_json::{Value, json};

use super::frames::{Frame, Last, last, percent, second};

type Rows = Vec<Vec<Value>>;

/// Packets and bytes.
type Sum = (u64, u64);
/// VLAN, VXLAN's and Geneve's network, whether there is GRE.
type Tunnel = (Last<u32>, Last<u32>, Last<u32>, bool);

/// Sums by what a frame has.
fn sums<'f, K: Ord>(frames: impl Iterator<Item = &'f Frame>, key: impl Fn(&Frame) -> K) -> Vec<(K, Sum)> {
    let mut sums: BTreeMap<K, Sum> = BTreeMap::new();
    for frame in frames {
        let sum = sums.entry(key(frame)).or_default();
        *sum = (sum.0 + 1, sum.1 + frame.know::<u64>("frame.len"));
    }
    sums.into_iter().collect()
}

fn ipv4(frame: &Frame, field: &str) -> Last<Ipv4Addr> {
    last(frame.get(field))
}

pub(super) fn senders(frames: &[Frame]) -> Rows {
    let mut sums = sums(frames.iter().filter(|frame| frame.has("ip")), |frame| ipv4(frame, "ip.src"));
    sums.sort_by_key(|(_, (_, bytes))| Reverse(*bytes));
    sums.into_iter()
        .take(10)
        .map(|(sender, (packets, bytes))| vec![sender.text(), json!(packets), json!(bytes)])
        .collect()
}

pub(super) fn protocols(frames: &[Frame]) -> Rows {
    let mut sums = sums(frames.iter(), |frame| frame.first("frame.protocols").unwrap_or_default().to_owned());
    sums.sort_by_key(|(_, (_, bytes))| Reverse(*bytes));
    let all = sums.iter().map(|(_, (_, bytes))| bytes).sum();
    let row = |(protocols, (packets, bytes)): (String, Sum)| {
        vec![json!(protocols), json!(packets), json!(bytes), json!(percent(bytes, all, 2))]
    };
    sums.into_iter().map(row).collect()
}

pub(super) fn seconds(frames: &[Frame]) -> Rows {
    let sums = sums(frames.iter(), |frame| second(frame.first("frame.time_epoch").expect("a time")));
    sums.into_iter().map(|(second, (packets, bytes))| vec![json!(second), json!(packets), json!(bytes)]).collect()
}

pub(super) fn sizes(frames: &[Frame]) -> Rows {
    let sums = sums(frames.iter(), |frame| frame.know::<u64>("frame.len") / 128 * 128);
    sums.into_iter().map(|(size, (packets, _))| vec![json!(size), json!(packets)]).collect()
}

pub(super) fn directions(frames: &[Frame]) -> Rows {
    let inside = |frame: &Frame, field: &str| {
        let address: Ipv4Addr = frame.get(field)?;
        Some(address.is_private() || address.is_loopback() || address.is_link_local())
    };
    let mut sums = sums(frames.iter().filter(|frame| frame.has("ip")), |frame| {
        (last(inside(frame, "ip.src")), last(inside(frame, "ip.dst")))
    });
    sums.sort_by_key(|(_, (_, bytes))| Reverse(*bytes));
    let row = |((from, to), (packets, bytes)): ((Last<bool>, Last<bool>), Sum)| {
        vec![from.value(), to.value(), json!(packets), json!(bytes)]
    };
    sums.into_iter().map(row).collect()
}

pub(super) fn tunnels(frames: &[Frame]) -> Rows {
    let tunnelled = |frame: &&Frame| ["vlan", "vxlan", "geneve", "gre"].iter().any(|protocol| frame.has(protocol));
    let geneve = |frame: &Frame| {
        let vni = frame.first("geneve.vni")?;
        Some(u32::from_str_radix(vni.trim_start_matches("0x"), 16).expect("a hexadecimal number"))
    };
    let mut sums = sums(frames.iter().filter(tunnelled), |frame| {
        (last(frame.get::<u32>("vlan.id")), last(frame.get::<u32>("vxlan.vni")), last(geneve(frame)), frame.has("gre"))
    });
    sums.sort_by_key(|(_, (packets, _))| Reverse(*packets));
    let row = |((vlan, vni, geneve, gre), (packets, bytes)): (Tunnel, Sum)| {
        vec![vlan.value(), vni.value(), geneve.value(), json!(gre), json!(packets), json!(bytes)]
    };
    sums.into_iter().map(row).collect()
}

pub(super) fn arp(frames: &[Frame]) -> Rows {
    let mut hosts: BTreeMap<Last<Ipv4Addr>, (u64, BTreeSet<Ipv4Addr>)> = BTreeMap::new();
    for frame in frames.iter().filter(|frame| frame.first("arp.opcode") == Some("1")) {
        let (requests, wanted) = hosts.entry(ipv4(frame, "arp.src.proto_ipv4")).or_default();
        *requests += 1;
        wanted.extend(frame.get::<Ipv4Addr>("arp.dst.proto_ipv4"));
    }
    let mut hosts: Vec<_> = hosts.into_iter().collect();
    hosts.sort_by_key(|(_, (requests, _))| Reverse(*requests));
    let rows = hosts.into_iter().take(10);
    rows.map(|(host, (requests, wanted))| vec![host.text(), json!(requests), json!(wanted.len())]).collect()
}

pub(super) fn unreachable(frames: &[Frame]) -> Rows {
    let mut sums = sums(frames.iter().filter(|frame| frame.first("icmp.type") == Some("3")), |frame| {
        let reason = match frame.first("icmp.code") {
            Some("0") => "network",
            Some("1") => "host",
            Some("2") => "protocol",
            Some("3") => "port",
            Some("4") => "too large",
            _ => "other",
        };
        (ipv4(frame, "ip.src"), reason)
    });
    sums.sort_by_key(|(_, (packets, _))| Reverse(*packets));
    let rows = sums.into_iter().take(10);
    rows.map(|((teller, reason), (packets, _))| vec![teller.text(), json!(reason), json!(packets)]).collect()
}

pub(super) fn scans(frames: &[Frame]) -> Rows {
    let opening =
        |frame: &&Frame| frame.flag("tcp.flags.syn") == Some(true) && frame.flag("tcp.flags.ack") == Some(false);
    let mut sources: BTreeMap<Last<Ipv4Addr>, (BTreeSet<u16>, BTreeSet<Ipv4Addr>, u64)> = BTreeMap::new();
    for frame in frames.iter().filter(opening) {
        let (ports, hosts, syns) = sources.entry(ipv4(frame, "ip.src")).or_default();
        ports.insert(frame.know("tcp.dstport"));
        hosts.extend(frame.get::<Ipv4Addr>("ip.dst"));
        *syns += 1;
    }
    let mut sources: Vec<_> = sources.into_iter().collect();
    sources.sort_by_key(|(_, (ports, hosts, _))| Reverse((ports.len(), hosts.len())));
    let row = |(source, (ports, hosts, syns)): (Last<Ipv4Addr>, (BTreeSet<u16>, BTreeSet<Ipv4Addr>, u64))| {
        vec![source.text(), json!(ports.len()), json!(hosts.len()), json!(syns)]
    };
    sources.into_iter().take(10).map(row).collect()
}

pub(super) fn full_windows(frames: &[Frame]) -> Rows {
    let mut hosts: BTreeMap<(Last<Ipv4Addr>, u16), (u64, BTreeSet<u32>)> = BTreeMap::new();
    for frame in frames.iter().filter(|frame| frame.has("tcp.analysis.zero_window")) {
        let (packets, streams) = hosts.entry((ipv4(frame, "ip.src"), frame.know("tcp.srcport"))).or_default();
        *packets += 1;
        streams.insert(frame.know("tcp.stream"));
    }
    let mut hosts: Vec<_> = hosts.into_iter().collect();
    hosts.sort_by_key(|(_, (packets, _))| Reverse(*packets));
    let rows = hosts.into_iter().take(10);
    rows.map(|((host, port), (packets, streams))| vec![host.text(), json!(port), json!(packets), json!(streams.len())])
        .collect()
}
