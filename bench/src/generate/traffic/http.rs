//! HTTP/1.1: several requests on a connection, bodies with a length or in chunks.

use super::Kind;
use crate::generate::{
    flow::{Flow, Side},
    random::Random,
    tcp::Tcp,
    words,
};

pub(super) static KIND: Kind =
    Kind { share: 20, ports: &[80, 8080, 80, 8000], from_outside: true, only_v4: false, converse };

/// Status codes, in how many of a thousand responses.
const STATUS: &[(u64, u16, &str)] = &[
    (800, 200, "OK"),
    (40, 201, "Created"),
    (30, 204, "No Content"),
    (20, 302, "Found"),
    (20, 304, "Not Modified"),
    (15, 401, "Unauthorized"),
    (40, 404, "Not Found"),
    (20, 500, "Internal Server Error"),
    (10, 503, "Service Unavailable"),
    (5, 429, "Too Many Requests"),
];
/// Bodies in chunks, of 10 000.
const CHUNKED: u64 = 1500;
/// Longest chunk.
const CHUNK_LEN: usize = 1500;

fn converse(flow: &mut Flow) {
    let mut tcp = Tcp::connect(flow);
    let random = tcp.random();
    let (host, agent, requests) = (words::host(random), random.pick(words::AGENTS), 1 + random.mostly_small(9));
    for _ in 0..requests {
        let request = request(tcp.random(), &host, agent);
        tcp.send(Side::Client, &request);
        tcp.flow().wait(300..=20_000);
        let segment_len = tcp.flow().path.segment_len;
        let response = response(tcp.random(), segment_len);
        tcp.send(Side::Server, &response);
        tcp.flow().wait(200..=200_000);
    }
    tcp.close();
}

fn request(random: &mut Random, host: &str, agent: &str) -> Vec<u8> {
    let post = random.chance(2500);
    let path = match random.below(5) {
        0 => "/healthz".to_owned(),
        1 => format!("/api/v1/orders/{}", random.below(100_000)),
        2 => format!("/api/v2/users/{}/profile?lang=en&trace={:016x}", random.below(5000), random.next()),
        3 => format!("/static/{}-{}.js?v={}", words::word(random), words::word(random), random.below(40)),
        _ => format!("/{}/{}", words::service(random), words::word(random)),
    };
    let method = if post { "POST" } else { "GET" };
    let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: {agent}\r\nAccept: */*\r\n");
    head.push_str(&format!("X-Request-Id: {:016x}{:016x}\r\n", random.next(), random.next()));
    if random.chance(5000) {
        let (trace, span) = (random.next(), random.next());
        head.push_str(&format!("traceparent: 00-{trace:016x}{span:016x}-{span:016x}-01\r\n"));
    }
    if !post {
        head.push_str("\r\n");
        return head.into_bytes();
    }
    let len = random.size(60, 5);
    let body = json(random, len);
    head.push_str(&format!("Content-Type: application/json\r\nContent-Length: {}\r\n\r\n", body.len()));
    [head.into_bytes(), body].concat()
}

fn response(random: &mut Random, segment_len: usize) -> Vec<u8> {
    let (code, reason) = status(random);
    let mut head = format!("HTTP/1.1 {code} {reason}\r\nServer: envoy\r\n");
    head.push_str(&format!("x-envoy-upstream-service-time: {}\r\n", random.below(900)));
    if code == 302 {
        head.push_str(&format!("Location: https://{}/\r\n", random.pick(words::PUBLIC)));
    }
    if matches!(code, 204 | 304) {
        head.push_str("\r\n");
        return head.into_bytes();
    }
    let len = if code >= 400 { random.size(60, 6) } else { random.size(500, 10) };
    let (kind, body) = body(random, len);
    head.push_str(&format!("Content-Type: {kind}\r\n"));
    if random.chance(CHUNKED) {
        head.push_str("Transfer-Encoding: chunked\r\n\r\n");
        return chunked(head.into_bytes(), &body, segment_len);
    }
    head.push_str(&format!("Content-Length: {}\r\n\r\n", body.len()));
    [head.into_bytes(), body].concat()
}

fn status(random: &mut Random) -> (u16, &'static str) {
    let mut dice = random.below(1000);
    for &(share, code, reason) in STATUS {
        if dice < share {
            return (code, reason);
        }
        dice -= share;
    }
    unreachable!("the shares add up to a thousand")
}

fn body(random: &mut Random, len: usize) -> (&'static str, Vec<u8>) {
    match random.below(4) {
        0 | 1 => ("application/json", json(random, len)),
        2 => ("text/plain; charset=utf-8", words::text(random, len).into_bytes()),
        _ => {
            let mut body = Vec::new();
            random.fill(&mut body, len);
            ("application/octet-stream", body)
        }
    }
}

fn chunked(mut message: Vec<u8>, body: &[u8], segment_len: usize) -> Vec<u8> {
    for chunk in body.chunks(CHUNK_LEN) {
        message.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
        message.extend_from_slice(chunk);
        message.extend_from_slice(b"\r\n");
    }
    message.extend_from_slice(b"0\r\n");
    // tshark 4.0 takes a message for malformed whose last four bytes are cut by the end of a segment: a trailer moves
    // the end.
    if (1..=4).contains(&((message.len() + 2) % segment_len)) {
        message.extend_from_slice(b"x-checksum: none\r\n");
    }
    message.extend_from_slice(b"\r\n");
    message
}

/// A list of items as JSON, at least so long.
fn json(random: &mut Random, len: usize) -> Vec<u8> {
    let mut text = "{\"items\":[".to_owned();
    loop {
        let (first, second) = (words::word(random), words::word(random));
        let (id, quantity, price) = (random.below(1_000_000), random.below(50), random.below(900));
        text.push_str(&format!(
            "{{\"id\":{id},\"name\":\"{first}-{second}\",\"qty\":{quantity},\"price\":{price}.99}}"
        ));
        if text.len() >= len {
            break;
        }
        text.push(',');
    }
    text.push_str("]}");
    text.into_bytes()
}
