//! gRPC over HTTP/2 without TLS: one call after the other. Only at the second port do dissectors look for HTTP.

use super::Kind;
use crate::generate::{
    flow::{Flow, Side},
    random::Random,
    tcp::Tcp,
    words,
};

pub(super) static KIND: Kind = Kind { share: 4, ports: &[50_051, 8080], from_outside: false, only_v4: false, converse };

/// Types of frames (RFC 9113 §6).
mod frame {
    pub(super) const DATA: u8 = 0;
    pub(super) const HEADERS: u8 = 1;
    pub(super) const SETTINGS: u8 = 4;
}

/// Flags of frames.
mod flags {
    pub(super) const END_STREAM: u8 = 0x1;
    pub(super) const ACK: u8 = 0x1;
    pub(super) const END_HEADERS: u8 = 0x4;
}

/// Rows of HPACK's static table (RFC 7541, appendix A).
mod table {
    pub(super) const AUTHORITY: u8 = 1;
    pub(super) const METHOD_POST: u8 = 3;
    pub(super) const PATH: u8 = 4;
    pub(super) const SCHEME_HTTP: u8 = 6;
    pub(super) const STATUS_200: u8 = 8;
    pub(super) const CONTENT_TYPE: u8 = 31;
    pub(super) const USER_AGENT: u8 = 58;
}

/// Longest frame that every peer takes, nearly.
const FRAME_LEN: usize = 16_000;

fn converse(flow: &mut Flow) {
    let mut tcp = Tcp::connect(flow);
    let service = words::service(tcp.random());
    let authority = format!("{service}.shop.svc.cluster.local:50051");
    settings(&mut tcp);
    for call in 0..1 + tcp.random().mostly_small(12) as u32 {
        let stream = 1 + 2 * call;
        tcp.flow().wait(300..=80_000);
        let request = request(tcp.random(), service, &authority, stream);
        tcp.send(Side::Client, &request);
        tcp.flow().wait(300..=12_000);
        let response = response(tcp.random(), stream);
        tcp.send(Side::Server, &response);
    }
    tcp.close();
}

fn settings(tcp: &mut Tcp<'_>) {
    let mut preface = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec();
    // a hundred streams at once, windows of 64 KiB
    frame(&mut preface, frame::SETTINGS, 0, 0, &[0, 3, 0, 0, 0, 100, 0, 4, 0, 1, 0, 0]);
    tcp.send(Side::Client, &preface);
    let mut reply = Vec::new();
    frame(&mut reply, frame::SETTINGS, 0, 0, &[0, 3, 0, 0, 0, 100]);
    frame(&mut reply, frame::SETTINGS, flags::ACK, 0, &[]);
    tcp.send(Side::Server, &reply);
    let mut reply = Vec::new();
    frame(&mut reply, frame::SETTINGS, flags::ACK, 0, &[]);
    tcp.send(Side::Client, &reply);
}

fn request(random: &mut Random, service: &str, authority: &str, stream: u32) -> Vec<u8> {
    let mut headers = vec![indexed(table::METHOD_POST), indexed(table::SCHEME_HTTP)];
    known(&mut headers, table::PATH, &format!("/shop.{service}/Get{}", words::word(random)));
    known(&mut headers, table::AUTHORITY, authority);
    known(&mut headers, table::CONTENT_TYPE, "application/grpc");
    new(&mut headers, "te", "trailers");
    known(&mut headers, table::USER_AGENT, "grpc-go/1.62.0");
    let mut out = Vec::new();
    frame(&mut out, frame::HEADERS, flags::END_HEADERS, stream, &headers);
    let len = random.size(12, 4);
    frame(&mut out, frame::DATA, flags::END_STREAM, stream, &message(random, len));
    out
}

fn response(random: &mut Random, stream: u32) -> Vec<u8> {
    let mut headers = vec![indexed(table::STATUS_200)];
    known(&mut headers, table::CONTENT_TYPE, "application/grpc");
    let mut out = Vec::new();
    frame(&mut out, frame::HEADERS, flags::END_HEADERS, stream, &headers);
    let len = random.size(24, 7);
    for part in message(random, len).chunks(FRAME_LEN) {
        frame(&mut out, frame::DATA, 0, stream, part);
    }
    let mut trailers = Vec::new();
    // now and then the service is unavailable
    new(&mut trailers, "grpc-status", if random.chance(200) { "14" } else { "0" });
    frame(&mut out, frame::HEADERS, flags::END_HEADERS | flags::END_STREAM, stream, &trailers);
    out
}

/// A gRPC message, not compressed: Protocol Buffers with a number and a text.
fn message(random: &mut Random, len: usize) -> Vec<u8> {
    let text = words::text(random, len);
    let mut body = vec![1 << 3, random.below(127) as u8, 2 << 3 | 2];
    varint(&mut body, text.len());
    body.extend_from_slice(text.as_bytes());
    let mut message = vec![0];
    message.extend_from_slice(&(body.len() as u32).to_be_bytes());
    message.extend_from_slice(&body);
    message
}

fn varint(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn frame(out: &mut Vec<u8>, kind: u8, flags: u8, stream: u32, body: &[u8]) {
    out.extend_from_slice(&(body.len() as u32).to_be_bytes()[1..]);
    out.extend_from_slice(&[kind, flags]);
    out.extend_from_slice(&stream.to_be_bytes());
    out.extend_from_slice(body);
}

/// A header of the static table, name and value.
fn indexed(row: u8) -> u8 {
    0x80 | row
}

/// A header whose name is in the static table; it is not added to the dynamic one.
fn known(out: &mut Vec<u8>, row: u8, value: &str) {
    /// What four bits cannot say.
    const MORE: u8 = 15;
    if row < MORE {
        out.push(row);
    } else {
        out.extend_from_slice(&[MORE, row - MORE]);
    }
    string(out, value);
}

/// A header with a name of its own; it is not added to the dynamic table.
fn new(out: &mut Vec<u8>, name: &str, value: &str) {
    out.push(0);
    string(out, name);
    string(out, value);
}

/// Fewer than 127 bytes, not Huffman coded.
fn string(out: &mut Vec<u8>, text: &str) {
    out.push(text.len() as u8);
    out.extend_from_slice(text.as_bytes());
}
