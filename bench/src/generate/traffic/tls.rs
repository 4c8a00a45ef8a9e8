//! TLS 1.3 (RFC 8446): hellos with the server's name, then records that nobody can read.

use super::Kind;
use crate::generate::{
    flow::{Flow, Side},
    random::Random,
    tcp::Tcp,
    words,
};

pub(super) static KIND: Kind =
    Kind { share: 20, ports: &[443, 443, 443, 8443], from_outside: true, only_v4: false, converse };

/// Types of records.
mod record {
    pub(super) const CHANGE_CIPHER_SPEC: u8 = 20;
    pub(super) const HANDSHAKE: u8 = 22;
    pub(super) const APPLICATION_DATA: u8 = 23;
}

/// Extensions of hellos.
mod extension {
    pub(super) const SERVER_NAME: u16 = 0;
    pub(super) const GROUPS: u16 = 10;
    pub(super) const POINT_FORMATS: u16 = 11;
    pub(super) const SIGNATURES: u16 = 13;
    pub(super) const ALPN: u16 = 16;
    pub(super) const PADDING: u16 = 21;
    pub(super) const EXTENDED_MASTER_SECRET: u16 = 23;
    pub(super) const VERSIONS: u16 = 43;
    pub(super) const PSK_MODES: u16 = 45;
    pub(super) const KEY_SHARE: u16 = 51;
}

/// Version that the first record and all others name.
const TLS_1_0: u16 = 0x0301;
const TLS_1_2: u16 = 0x0303;
/// Cipher suites of the client; the server takes the first.
const SUITES: &[u16] = &[0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8];
/// Group of the key shares.
const X25519: [u8; 2] = [0, 29];
/// Most plain text of a record here, and what encryption adds: the type and a tag.
const RECORD_LEN: usize = 16_000;
const SEALED: usize = 17;
/// Length of a client hello that is padded, as browsers do.
const PADDED_HELLO: usize = 517;

fn converse(flow: &mut Flow) {
    let mut tcp = Tcp::connect(flow);
    let random = tcp.random();
    let (name, mut session) = (words::host(random), Vec::new());
    random.fill(&mut session, 32);

    let hello = client_hello(random, &name, &session);
    tcp.send(Side::Client, &hello);
    tcp.flow().wait(200..=3000);

    let random = tcp.random();
    let mut flight = server_hello(random, &session);
    record(&mut flight, record::CHANGE_CIPHER_SPEC, TLS_1_2, &[1]);
    // extensions, certificate, its signature, finished
    let certificate = random.within(1800..=3600) as usize;
    for len in [6, certificate, 264, 36] {
        sealed(random, &mut flight, len);
    }
    tcp.send(Side::Server, &flight);
    tcp.flow().wait(200..=2000);

    let mut flight = Vec::new();
    record(&mut flight, record::CHANGE_CIPHER_SPEC, TLS_1_2, &[1]);
    sealed(tcp.random(), &mut flight, 36);
    tcp.send(Side::Client, &flight);
    exchange(&mut tcp);
    tcp.close();
}

/// Requests and responses.
fn exchange(tcp: &mut Tcp<'_>) {
    for _ in 0..1 + tcp.random().mostly_small(8) {
        for (side, least, doublings, pause) in
            [(Side::Client, 90, 4, 200..=30_000), (Side::Server, 600, 10, 500..=20_000)]
        {
            tcp.flow().wait(pause);
            let mut records = Vec::new();
            let len = tcp.random().size(least, doublings);
            sealed(tcp.random(), &mut records, len);
            tcp.send(side, &records);
        }
    }
}

fn client_hello(random: &mut Random, name: &str, session: &[u8]) -> Vec<u8> {
    let mut share = Vec::new();
    random.fill(&mut share, 32);
    // one name, of a host
    let server_name = with_length(&[&[0], &with_length(name.as_bytes())[..]].concat());
    let mut extensions = Vec::new();
    extension(&mut extensions, extension::SERVER_NAME, &server_name);
    extension(&mut extensions, extension::EXTENDED_MASTER_SECRET, &[]);
    extension(&mut extensions, extension::GROUPS, &with_length(&[0, 29, 0, 23, 0, 24]));
    extension(&mut extensions, extension::POINT_FORMATS, &[1, 0]);
    extension(&mut extensions, extension::ALPN, &with_length(b"\x02h2\x08http/1.1"));
    extension(&mut extensions, extension::SIGNATURES, &with_length(&[4, 3, 8, 4, 4, 1, 5, 1]));
    let share = with_length(&[&X25519[..], &with_length(&share)].concat());
    extension(&mut extensions, extension::KEY_SHARE, &share);
    extension(&mut extensions, extension::PSK_MODES, &[1, 1]);
    // 1.3 and 1.2
    extension(&mut extensions, extension::VERSIONS, &[4, 3, 4, 3, 3]);
    if random.chance(6000) {
        let padding = PADDED_HELLO.saturating_sub(extensions.len() + 100);
        extension(&mut extensions, extension::PADDING, &vec![0; padding]);
    }
    let suites: Vec<u8> = SUITES.iter().flat_map(|suite| suite.to_be_bytes()).collect();
    // no compression
    let rest = [with_length(&suites), vec![1, 0], with_length(&extensions)].concat();
    handshake(random, 1, TLS_1_0, session, &rest)
}

fn server_hello(random: &mut Random, session: &[u8]) -> Vec<u8> {
    let mut share = Vec::new();
    random.fill(&mut share, 32);
    let mut extensions = Vec::new();
    extension(&mut extensions, extension::KEY_SHARE, &[&X25519[..], &with_length(&share)].concat());
    extension(&mut extensions, extension::VERSIONS, &[3, 4]);
    let rest = [SUITES[0].to_be_bytes().to_vec(), vec![0], with_length(&extensions)].concat();
    handshake(random, 2, TLS_1_2, session, &rest)
}

/// A hello in its record: version, random, session, and the rest.
fn handshake(random: &mut Random, kind: u8, version: u16, session: &[u8], rest: &[u8]) -> Vec<u8> {
    let mut hello = TLS_1_2.to_be_bytes().to_vec();
    random.fill(&mut hello, 32);
    hello.push(session.len() as u8);
    hello.extend_from_slice(session);
    hello.extend_from_slice(rest);
    let mut message = vec![kind, 0];
    message.extend_from_slice(&with_length(&hello));
    let mut out = Vec::new();
    record(&mut out, record::HANDSHAKE, version, &message);
    out
}

/// Encrypted records that carry so many bytes.
fn sealed(random: &mut Random, out: &mut Vec<u8>, len: usize) {
    let mut left = len;
    while left > 0 {
        let plain = left.min(RECORD_LEN);
        let mut body = Vec::with_capacity(plain + SEALED);
        random.fill(&mut body, plain + SEALED);
        record(out, record::APPLICATION_DATA, TLS_1_2, &body);
        left -= plain;
    }
}

fn record(out: &mut Vec<u8>, kind: u8, version: u16, body: &[u8]) {
    out.push(kind);
    out.extend_from_slice(&version.to_be_bytes());
    out.extend_from_slice(&with_length(body));
}

fn extension(out: &mut Vec<u8>, kind: u16, body: &[u8]) {
    out.extend_from_slice(&kind.to_be_bytes());
    out.extend_from_slice(&with_length(body));
}

/// The bytes with their number, two bytes, before them.
fn with_length(bytes: &[u8]) -> Vec<u8> {
    [&(bytes.len() as u16).to_be_bytes(), bytes].concat()
}
