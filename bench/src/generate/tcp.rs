//! A TCP connection: handshake, segments, acknowledgments, what goes wrong on the way, and its end.

use super::{
    flow::{Flow, Side},
    random::Random,
    wire::protocol,
};

/// Flags of a segment.
mod flags {
    pub(super) const FIN: u8 = 0x01;
    pub(super) const SYN: u8 = 0x02;
    pub(super) const RST: u8 = 0x04;
    pub(super) const PSH: u8 = 0x08;
    pub(super) const ACK: u8 = 0x10;
}
use flags::{ACK, FIN, PSH, RST, SYN};

/// Segments that come again after a time-out, of 10 000.
const TIMED_OUT: u64 = 60;
/// Segments that are lost before the place of the capture, of 10 000.
const LOST: u64 = 25;
/// Segments that come after the one behind them, of 10 000.
const SWAPPED: u64 = 15;
/// Segments between a loss and its repetition: three duplicate acknowledgments start it.
const DUPLICATES: usize = 3;

/// What happens to the next segment.
enum Fate {
    Arrives,
    TimesOut,
    Lost,
    Swapped,
}

/// What one side has sent.
#[derive(Clone, Copy, Debug)]
struct Sender {
    /// Sequence number of its next byte.
    next: u32,
    /// Its clock of timestamps at the start of the capture.
    clock: u32,
}

/// A connection on a flow.
#[derive(Debug)]
pub(crate) struct Tcp<'f> {
    flow: &'f mut Flow,
    client: Sender,
    server: Sender,
    /// Segments of the message under way that are not acknowledged.
    unacknowledged: u32,
}

impl<'f> Tcp<'f> {
    /// A connection before its handshake.
    fn new(flow: &'f mut Flow) -> Self {
        let mut sender = || Sender { next: flow.random.u32(), clock: flow.random.u32() };
        let (client, server) = (sender(), sender());
        Self { flow, client, server, unacknowledged: 0 }
    }

    /// Connects.
    pub(crate) fn connect(flow: &'f mut Flow) -> Self {
        let mut tcp = Self::new(flow);
        tcp.segment(Side::Client, SYN, &[]);
        tcp.flow.travel();
        tcp.segment(Side::Server, SYN | ACK, &[]);
        tcp.flow.travel();
        tcp.segment(Side::Client, ACK, &[]);
        tcp.flow.wait(20..=200);
        tcp
    }

    /// Knocks at a port that is closed, where it may be told so.
    pub(crate) fn knock(flow: &'f mut Flow, refused: bool) {
        let mut tcp = Self::new(flow);
        tcp.segment(Side::Client, SYN, &[]);
        if refused {
            tcp.flow.wait(30..=400);
            tcp.segment(Side::Server, RST | ACK, &[]);
        }
    }

    /// The flow's random numbers.
    pub(crate) fn random(&mut self) -> &mut Random {
        &mut self.flow.random
    }

    /// The flow.
    pub(crate) fn flow(&mut self) -> &mut Flow {
        self.flow
    }

    /// Sends a message, in as many segments as it needs.
    pub(crate) fn send(&mut self, side: Side, message: &[u8]) {
        let segments: Vec<&[u8]> = message.chunks(self.flow.path.segment_len).collect();
        let mut sent = 0;
        while sent < segments.len() {
            let left = &segments[sent..];
            sent += match self.fate(sent, left.len()) {
                Fate::Arrives => self.deliver(side, left),
                Fate::TimesOut => self.repeat_after_timeout(side, left),
                Fate::Lost => self.repeat_after_duplicates(side, left),
                Fate::Swapped => self.swap(side, left),
            };
        }
        self.flow.travel();
        if self.unacknowledged >= 2 || (self.unacknowledged == 1 && self.random().chance(4500)) {
            self.acknowledge(side.other());
            self.flow.wait(10..=60);
        }
        self.unacknowledged = 0;
    }

    fn fate(&mut self, sent: usize, left: usize) -> Fate {
        let dice = self.random().below(10_000);
        if !self.flow.path.losses {
            return Fate::Arrives;
        }
        // The first segment of a message comes before the second: a dissector that does not wait for what is
        // missing still finds the message's head.
        match dice {
            _ if dice < TIMED_OUT => Fate::TimesOut,
            _ if dice < TIMED_OUT + LOST && sent > 0 && left > DUPLICATES + 1 => Fate::Lost,
            _ if dice < TIMED_OUT + LOST + SWAPPED && sent > 0 && left > 2 => Fate::Swapped,
            _ => Fate::Arrives,
        }
    }

    fn deliver(&mut self, side: Side, left: &[&[u8]]) -> usize {
        let last = left.len() == 1;
        self.segment(side, if last { ACK | PSH } else { ACK }, left[0]);
        self.unacknowledged += 1;
        self.flow.wait(3..=25);
        if self.unacknowledged >= 2 && !last {
            self.acknowledge(side.other());
            self.flow.wait(3..=25);
        }
        1
    }

    /// The segment is seen, but lost behind the capture.
    fn repeat_after_timeout(&mut self, side: Side, left: &[&[u8]]) -> usize {
        let flags = if left.len() == 1 { ACK | PSH } else { ACK };
        let seq = self.sender(side).next;
        self.segment(side, flags, left[0]);
        let timeout = 200_000 + self.flow.path.round_trip_us;
        self.flow.wait(timeout..=timeout + 20_000);
        self.segment_at(side, flags, seq, left[0], None);
        self.flow.travel();
        self.acknowledge(side.other());
        self.flow.wait(3..=25);
        1
    }

    /// The segment is lost before the capture: those after it are answered with duplicates, then it comes.
    fn repeat_after_duplicates(&mut self, side: Side, left: &[&[u8]]) -> usize {
        let receiver = side.other();
        if self.unacknowledged > 0 {
            self.acknowledge(receiver);
        }
        let hole = self.sender(side).next;
        let after = hole.wrapping_add(left[0].len() as u32);
        self.sender_mut(side).next = after;
        for segment in &left[1..=DUPLICATES] {
            self.flow.wait(8..=30);
            self.segment(side, ACK, segment);
            self.flow.wait(2..=6);
            // the receiver has what came after the hole, but asks for the hole
            let next = std::mem::replace(&mut self.sender_mut(side).next, hole);
            let seq = self.sender(receiver).next;
            self.segment_at(receiver, ACK, seq, &[], Some((after, next)));
            self.sender_mut(side).next = next;
        }
        self.flow.travel();
        self.segment_at(side, ACK, hole, left[0], None);
        self.flow.travel();
        self.acknowledge(receiver);
        self.flow.wait(3..=25);
        1 + DUPLICATES
    }

    fn swap(&mut self, side: Side, left: &[&[u8]]) -> usize {
        let first = self.sender(side).next;
        let second = first.wrapping_add(left[0].len() as u32);
        self.segment_at(side, ACK, second, left[1], None);
        self.flow.wait(1..=4);
        self.segment(side, ACK, left[0]);
        self.sender_mut(side).next = second.wrapping_add(left[1].len() as u32);
        self.flow.wait(5..=30);
        self.acknowledge(side.other());
        2
    }

    /// Ends the connection.
    pub(crate) fn close(mut self) {
        self.flow.wait(50..=5000);
        if self.random().chance(800) {
            self.segment(Side::Client, RST | ACK, &[]);
            return;
        }
        self.segment(Side::Client, FIN | ACK, &[]);
        self.flow.travel();
        self.segment(Side::Server, FIN | ACK, &[]);
        self.flow.travel();
        self.segment(Side::Client, ACK, &[]);
    }

    fn acknowledge(&mut self, side: Side) {
        self.segment(side, ACK, &[]);
        self.unacknowledged = 0;
    }

    /// The next segment.
    fn segment(&mut self, side: Side, flags: u8, payload: &[u8]) {
        let seq = self.sender(side).next;
        self.segment_at(side, flags, seq, payload, None);
        let len = payload.len() as u32 + u32::from(flags & (SYN | FIN) != 0);
        self.sender_mut(side).next = seq.wrapping_add(len);
    }

    /// A segment anywhere; `sacked` is what its sender has received behind a hole.
    fn segment_at(&mut self, side: Side, flags: u8, seq: u32, payload: &[u8], sacked: Option<(u32, u32)>) {
        let options = self.options(side, flags, sacked);
        let header_len = 20 + options.len();
        let (from, to) = self.flow.ports(side);
        let ack = if flags & ACK != 0 { self.sender(side.other()).next } else { 0 };
        let window: u16 = if flags & SYN != 0 { 64_240 } else { 502 };

        let mut segment = Vec::with_capacity(header_len + payload.len());
        segment.extend_from_slice(&from.to_be_bytes());
        segment.extend_from_slice(&to.to_be_bytes());
        segment.extend_from_slice(&seq.to_be_bytes());
        segment.extend_from_slice(&ack.to_be_bytes());
        segment.extend_from_slice(&[((header_len / 4) as u8) << 4, flags]);
        segment.extend_from_slice(&window.to_be_bytes());
        segment.extend_from_slice(&[0; 4]);
        segment.extend_from_slice(&options);
        segment.extend_from_slice(payload);
        self.flow.ip(side, protocol::TCP, segment, 16);
    }

    /// RFC 9293 §3.2 and RFC 7323: a multiple of four bytes.
    fn options(&self, side: Side, flags: u8, sacked: Option<(u32, u32)>) -> Vec<u8> {
        let ms = (self.flow.time_ns() / 1_000_000) as u32;
        let value = self.sender(side).clock.wrapping_add(ms);
        let echo = if flags & ACK != 0 { self.sender(side.other()).clock.wrapping_add(ms) } else { 0 };
        let mut options = Vec::with_capacity(24);
        if flags & SYN != 0 {
            let most = (self.flow.path.segment_len + 12) as u16;
            options.extend_from_slice(&[2, 4]);
            options.extend_from_slice(&most.to_be_bytes());
            // selective acknowledgments are understood
            options.extend_from_slice(&[4, 2]);
        } else {
            options.extend_from_slice(&[1, 1]);
        }
        options.extend_from_slice(&[8, 10]);
        options.extend_from_slice(&value.to_be_bytes());
        options.extend_from_slice(&echo.to_be_bytes());
        if flags & SYN != 0 {
            // the window counts in 128 bytes
            options.extend_from_slice(&[1, 3, 3, 7]);
        }
        if let Some((start, end)) = sacked {
            options.extend_from_slice(&[1, 1, 5, 10]);
            options.extend_from_slice(&start.to_be_bytes());
            options.extend_from_slice(&end.to_be_bytes());
        }
        options
    }

    fn sender(&self, side: Side) -> &Sender {
        match side {
            Side::Client => &self.client,
            Side::Server => &self.server,
        }
    }

    fn sender_mut(&mut self, side: Side) -> &mut Sender {
        match side {
            Side::Client => &mut self.client,
            Side::Server => &mut self.server,
        }
    }
}
