//! Captures that ask for memory: very many connections at once, one that transfers very much.

use std::{
    io::{self, Write},
    ops::Range,
};

use super::{
    file::CaptureWriter,
    flow::Side,
    wire::{self, Address, Host, Ip, ethertype, protocol},
};

const FIN: u8 = 0x01;
const SYN: u8 = 0x02;
const PSH: u8 = 0x08;
const ACK: u8 = 0x10;

/// Payload of a full segment.
const SEGMENT_LEN: usize = 1448;
/// Bytes of a response's body, of which half comes in a segment.
const BODY_LEN: usize = 64;
/// Time between packets.
const STEP_NS: u64 = 2_000;

/// A connection to port 80, by its number.
#[derive(Clone, Copy)]
struct Connection(u32);

/// A place in a connection.
#[derive(Clone, Copy)]
struct Place {
    side: Side,
    flags: u8,
    /// Bytes that this side and the other sent before.
    sent: u64,
    received: u64,
}

impl Connection {
    /// First sequence number of a side.
    fn first(self, side: Side) -> u32 {
        let seed = self.0.wrapping_mul(0x9e37_79b1);
        match side {
            Side::Client => seed,
            Side::Server => seed.rotate_left(13) ^ 0x5555_aaaa,
        }
    }

    fn ends(self) -> (Host, u16, Host, u16) {
        // 50 000 ports each of as many clients as it takes.
        let (client, port) = (self.0 / 50_000, 10_000 + (self.0 % 50_000) as u16);
        let [_, _, high, low] = client.to_be_bytes();
        let server = Host::new(1, Address::V4([10, 96, 0, 1]));
        (Host::new(2 + u64::from(client), Address::V4([10, 1, high, low])), port, server, 80)
    }

    fn packet(self, place: Place, payload: &[u8]) -> Vec<u8> {
        let Place { side, flags, sent, received } = place;
        let (client, client_port, server, server_port) = self.ends();
        let (from, from_port, to, to_port) = match side {
            Side::Client => (client, client_port, server, server_port),
            Side::Server => (server, server_port, client, client_port),
        };
        // Behind its SYN.
        let after = |side: Side, bytes: u64| self.first(side).wrapping_add(1).wrapping_add(bytes as u32);
        let seq = if flags & SYN != 0 { self.first(side) } else { after(side, sent) };
        let ack = if flags & ACK != 0 { after(side.other(), received) } else { 0 };
        let mut segment = Vec::with_capacity(20 + payload.len());
        segment.extend_from_slice(&from_port.to_be_bytes());
        segment.extend_from_slice(&to_port.to_be_bytes());
        segment.extend_from_slice(&seq.to_be_bytes());
        segment.extend_from_slice(&ack.to_be_bytes());
        segment.extend_from_slice(&[0x50, flags]);
        segment.extend_from_slice(&64_000_u16.to_be_bytes());
        segment.extend_from_slice(&[0; 4]);
        segment.extend_from_slice(payload);
        let checksum = wire::transport_checksum(from.address, to.address, protocol::TCP, &segment);
        segment[16..18].copy_from_slice(&checksum.to_be_bytes());
        let mut frame = Vec::with_capacity(54 + payload.len());
        wire::ethernet(&mut frame, from.mac, to.mac, None, ethertype::IPV4);
        if let (Address::V4(from), Address::V4(to)) = (from.address, to.address) {
            let ip = Ip { protocol: protocol::TCP, ttl: 64, id: sent as u16, payload_len: segment.len() };
            wire::ipv4(&mut frame, from, to, ip);
        }
        frame.extend_from_slice(&segment);
        frame
    }
}

/// Writes packets one after another.
struct Packets<'w, W> {
    writer: &'w mut CaptureWriter<W>,
    time_ns: u64,
}

impl<W: Write> Packets<'_, W> {
    fn put(&mut self, packet: &[u8]) -> io::Result<()> {
        self.time_ns += STEP_NS;
        self.writer.packet(self.time_ns, 0, packet)
    }
}

/// Connections that all are open at once: each takes its next step when all others took the one before. In every one
/// a request is answered, in two segments.
pub(super) fn flows<W: Write>(writer: &mut CaptureWriter<W>, count: u32) -> io::Result<u64> {
    let mut packets = Packets { writer, time_ns: 0 };
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {BODY_LEN}\r\n\r\n");
    let response = [head.as_bytes(), &[b'x'; BODY_LEN]].concat();
    let half = response.len() - BODY_LEN / 2;
    for step in 0..8 {
        for number in 0..count {
            let request = format!("GET /{number} HTTP/1.1\r\nHost: example.com\r\n\r\n");
            let (asked, answered) = (request.len() as u64, response.len() as u64);
            let (side, flags, sent, received, payload): (_, _, _, _, &[u8]) = match step {
                0 => (Side::Client, SYN, 0, 0, &[]),
                1 => (Side::Server, SYN | ACK, 0, 0, &[]),
                2 => (Side::Client, ACK, 0, 0, &[]),
                3 => (Side::Client, ACK | PSH, 0, 0, request.as_bytes()),
                4 => (Side::Server, ACK, 0, asked, &response[..half]),
                5 => (Side::Server, ACK | PSH, half as u64, asked, &response[half..]),
                6 => (Side::Client, FIN | ACK, asked, answered, &[]),
                _ => (Side::Server, FIN | ACK, answered, asked + 1, &[]),
            };
            packets.put(&Connection(number).packet(Place { side, flags, sent, received }, payload))?;
        }
    }
    Ok(packets.time_ns)
}

/// One connection with one response of `len` bytes.
pub(super) fn stream<W: Write>(writer: &mut CaptureWriter<W>, len: u64) -> io::Result<u64> {
    let mut packets = Packets { writer, time_ns: 0 };
    let connection = Connection(0);
    let mut put = |side, flags, (sent, received), payload: &[u8]| {
        packets.put(&connection.packet(Place { side, flags, sent, received }, payload))
    };
    let request = b"GET /everything HTTP/1.1\r\nHost: example.com\r\n\r\n";
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: {len}\r\n\r\n");
    let asked = request.len() as u64;
    put(Side::Client, SYN, (0, 0), &[])?;
    put(Side::Server, SYN | ACK, (0, 0), &[])?;
    put(Side::Client, ACK, (0, 0), &[])?;
    put(Side::Client, ACK | PSH, (0, 0), request)?;
    put(Side::Server, ACK, (0, asked), head.as_bytes())?;
    let (start, end) = (head.len() as u64, head.len() as u64 + len);
    let body: Vec<u8> = (0..=u8::MAX).cycle().take(SEGMENT_LEN + 256).collect();
    let mut sent = start;
    while sent < end {
        let Range { start: from, end: to } = sent..end.min(sent + SEGMENT_LEN as u64);
        let at = (from % 256) as usize;
        put(Side::Server, ACK, (from, asked), &body[at..at + (to - from) as usize])?;
        if (to - start) / (2 * SEGMENT_LEN as u64) != (from - start) / (2 * SEGMENT_LEN as u64) {
            put(Side::Client, ACK, (asked, to), &[])?;
        }
        sent = to;
    }
    put(Side::Client, FIN | ACK, (asked, end), &[])?;
    put(Side::Server, FIN | ACK, (end, asked + 1), &[])?;
    Ok(packets.time_ns)
}
