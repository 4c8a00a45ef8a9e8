//! Answers about DNS, HTTP and TLS.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use serde_json::{Value, json};

use super::frames::{Frame, Last, last, percentile};

type Rows = Vec<Vec<Value>>;
/// A server's name and the version that was agreed on.
type Visit<'f> = (Last<String>, Last<&'f str>);

/// Requests with what was sent back: every response, or none once.
fn joined<'f>(
    frames: &'f [Frame],
    is_request: impl Fn(&Frame) -> bool,
    is_response: impl Fn(&Frame) -> bool,
    request_of: &str,
) -> Vec<(&'f Frame, Option<&'f Frame>)> {
    let mut responses: BTreeMap<u64, Vec<&Frame>> = BTreeMap::new();
    for frame in frames.iter().filter(|frame| is_response(frame)) {
        if let Some(request) = frame.get(request_of) {
            responses.entry(request).or_default().push(frame);
        }
    }
    let with = |request: &'f Frame| match responses.get(&request.know("frame.number")) {
        Some(responses) => responses.iter().map(|response| (request, Some(*response))).collect(),
        None => vec![(request, None)],
    };
    frames.iter().filter(|frame| is_request(frame)).flat_map(with).collect()
}

fn text(frame: &Frame, field: &str) -> Last<String> {
    last(frame.first(field).map(str::to_owned))
}

/// How often each was, the most frequent first.
fn counted<K: Ord>(keys: impl Iterator<Item = K>) -> Vec<(K, u64)> {
    let mut counts: BTreeMap<K, u64> = BTreeMap::new();
    keys.for_each(|key| *counts.entry(key).or_default() += 1);
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts
}

fn dns(frames: &[Frame]) -> Vec<(&Frame, Option<&Frame>)> {
    let is = |frame: &Frame, flag: &str| frame.all("dns.flags.response").any(|value| value == flag);
    joined(frames, |frame| is(frame, "0"), |frame| is(frame, "1"), "dns.response_to")
}

pub(super) fn names(frames: &[Frame]) -> Rows {
    let mut names: BTreeMap<Last<String>, (u64, BTreeSet<&str>)> = BTreeMap::new();
    for frame in frames.iter().filter(|frame| frame.flag("dns.flags.response") == Some(false)) {
        let (questions, clients) = names.entry(text(frame, "dns.qry.name")).or_default();
        *questions += 1;
        clients.extend(frame.first("ip.src"));
    }
    let mut names: Vec<_> = names.into_iter().collect();
    names.sort_by_key(|(_, (questions, _))| Reverse(*questions));
    let rows = names.into_iter().take(10);
    rows.map(|(name, (questions, clients))| vec![name.text(), json!(questions), json!(clients.len())]).collect()
}

pub(super) fn failures(frames: &[Frame]) -> Rows {
    let failure = |(query, response): (&Frame, Option<&Frame>)| {
        let rcode = match response?.first("dns.flags.rcode")? {
            "0" => return None,
            "1" => "Format error",
            "2" => "Server failure",
            "3" => "No such name",
            "4" => "Not implemented",
            "5" => "Refused",
            other => panic!("the code {other} has no name here"),
        };
        Some((text(query, "dns.qry.name"), rcode))
    };
    let rows = counted(dns(frames).into_iter().filter_map(failure)).into_iter().take(10);
    rows.map(|((name, rcode), failures)| vec![name.text(), json!(rcode), json!(failures)]).collect()
}

pub(super) fn unanswered(frames: &[Frame]) -> Rows {
    let pending = dns(frames).into_iter().filter(|(_, response)| response.is_none());
    let asked = pending.map(|(query, _)| (last(query.sender()), last(query.receiver()), text(query, "dns.qry.name")));
    let rows = counted(asked).into_iter().take(10);
    rows.map(|((client, server, name), count)| vec![client.text(), server.text(), name.text(), json!(count)]).collect()
}

/// Groups of times, those with the largest 99th percentile first.
fn slowest(times: impl Iterator<Item = (Last<String>, f64)>) -> Vec<(Last<String>, Vec<f64>)> {
    let mut groups: BTreeMap<Last<String>, Vec<f64>> = BTreeMap::new();
    times.for_each(|(group, time)| groups.entry(group).or_default().push(time));
    let mut groups: Vec<_> = groups.into_iter().collect();
    let p99 = |times: &[f64]| percentile(times.to_vec(), 0.99);
    groups.sort_by(|(_, a), (_, b)| p99(b).total_cmp(&p99(a)));
    groups.truncate(10);
    groups
}

pub(super) fn name_servers(frames: &[Frame]) -> Rows {
    let time = |(query, response): (&Frame, Option<&Frame>)| Some((last(query.receiver()), response?.get("dns.time")?));
    let row = |(server, times): (Last<String>, Vec<f64>)| {
        let at = |part| json!(percentile(times.clone(), part));
        vec![server.text(), json!(times.len()), at(0.5), at(0.99), at(1.0)]
    };
    slowest(dns(frames).into_iter().filter_map(time)).into_iter().map(row).collect()
}

fn http(frames: &[Frame]) -> Vec<(&Frame, Option<&Frame>)> {
    joined(frames, |frame| frame.has("http.request"), |frame| frame.has("http.response"), "http.request_in")
}

pub(super) fn codes(frames: &[Frame]) -> Rows {
    let code = |(request, response): (&Frame, Option<&Frame>)| {
        Some((text(request, "http.host"), response?.get::<u16>("http.response.code")?))
    };
    let rows = counted(http(frames).into_iter().filter_map(code)).into_iter().take(20);
    rows.map(|((host, code), responses)| vec![host.text(), json!(code), json!(responses)]).collect()
}

pub(super) fn paths(frames: &[Frame]) -> Rows {
    let time = |(request, response): (&Frame, Option<&Frame>)| {
        let path = request.first("http.request.uri.path").or_else(|| request.first("http.request.uri"));
        Some((last(path.map(str::to_owned)), response?.get("http.time")?))
    };
    let row =
        |(path, times): (Last<String>, Vec<f64>)| vec![path.text(), json!(times.len()), json!(percentile(times, 0.99))];
    slowest(http(frames).into_iter().filter_map(time)).into_iter().map(row).collect()
}

pub(super) fn requests(frames: &[Frame]) -> Rows {
    let times = http(frames).into_iter().filter_map(|(request, response)| {
        let response = response?;
        Some((response.get::<f64>("http.time")?, request, response))
    });
    let mut times: Vec<_> = times.collect();
    times.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
    let row = |(time, request, response): (f64, &Frame, &Frame)| {
        let mut row = vec![json!(request.know::<u64>("frame.number"))];
        row.extend(["http.request.method", "http.host", "http.request.uri"].map(|field| json!(request.first(field))));
        row.extend([json!(response.get::<u16>("http.response.code")), json!(time)]);
        row
    };
    times.into_iter().take(10).map(row).collect()
}

pub(super) fn tls(frames: &[Frame]) -> Rows {
    let hello = |frame: &&Frame, kind: &str| frame.all("tls.handshake.type").any(|value| value == kind);
    let mut versions: BTreeMap<u32, Option<&str>> = BTreeMap::new();
    for frame in frames.iter().filter(|frame| hello(frame, "2")) {
        let chosen = frame.first("tls.handshake.extensions.supported_version");
        if let Some(stream) = frame.get("tcp.stream") {
            versions.entry(stream).or_insert(chosen.or_else(|| frame.first("tls.handshake.version")));
        }
    }
    let mut visits: BTreeMap<Visit<'_>, (u64, BTreeSet<String>)> = BTreeMap::new();
    for frame in frames.iter().filter(|frame| hello(frame, "1")) {
        let version = frame.get("tcp.stream").and_then(|stream| *versions.get(&stream)?).map(|version| match version {
            "0x0300" => "SSL 3.0",
            "0x0301" => "TLS 1.0",
            "0x0302" => "TLS 1.1",
            "0x0303" => "TLS 1.2",
            "0x0304" => "TLS 1.3",
            "0xfb1a" => "TLS 1.3 (Facebook draft 26)",
            other => panic!("the version {other} has no name here"),
        });
        let name = text(frame, "tls.handshake.extensions_server_name");
        let (connections, clients) = visits.entry((name, last(version))).or_default();
        *connections += 1;
        clients.extend(frame.sender());
    }
    let mut visits: Vec<_> = visits.into_iter().collect();
    visits.sort_by_key(|(_, (connections, _))| Reverse(*connections));
    let rows = visits.into_iter().take(20);
    rows.map(|((name, version), (connections, clients))| {
        vec![name.text(), version.text(), json!(connections), json!(clients.len())]
    })
    .collect()
}
