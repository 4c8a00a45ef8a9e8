//! Conversations over TCP or UDP, whole, cut and out of order: what `dissect` holds of packets holds of them, and where
//! segments are cut changes nothing of the messages in them.
//!
//! Input: a line `tcp PORT` or `udp PORT`, then segments. Each starts with two bytes: the upper bit says that the server
//! sends it, the next that a byte follows that says what is odd about it, the others its length. `STRATO_FUZZ_ENTRY` replaces the line, so
//! that a run stays with one protocol.

use std::{collections::HashMap, io::Cursor, path::Path, sync::OnceLock};

use strato_engine::{
    proto::{Parent, Proto, dissect::Dissection, registry},
    read::Reader,
};

use super::{dissect, packets::Packets};
use crate::{
    samples::packets::{self, ACK, CLIENT, FIN, PSH, RST, SERVER, SYN, tcp_between, udp_between},
    walk::everything,
};

const BACK: u16 = 1 << 15;
const ODD: u16 = 1 << 14;
const LENGTH: u16 = ODD - 1;
const CLIENT_PORT: u16 = 40_000;
/// Sequence numbers wrap around soon.
const FIRST_SEQ: u32 = 0xffff_f000;
/// Seeds are not longer than this, and come from so many frames of a capture.
const MAX_SEED: usize = 2048;
const MAX_FRAMES: u64 = 2000;
/// Longest segment that one packet can carry, after joining.
const MAX_JOINED: usize = 60_000;

/// Layers of one frame are bounded: of so many messages in a segment all are dissected.
const MANY: usize = 100;

/// A port, and fields that tell each message over it apart; its messages have their length before them.
const FRAMED: &[(u16, &[&str])] = &[(53, &["dns.id", "dns.flags", "dns.qry.name"])];

pub(super) fn check(input: &[u8]) {
    let pinned = pinned(input);
    let Some(segments) = Segments::parse(&pinned) else { return };
    dissect::check_packets(&Packets::of_frames(segments.frames()), input);
    let framed = FRAMED.iter().find(|(port, _)| segments.over == Over::Tcp && segments.port == *port);
    let plain = segments.segments.iter().all(|segment| segment.odd.is_none()) && segments.framed() <= MANY;
    if let Some((_, fields)) = framed.filter(|_| plain) {
        let (cut, whole) = (messages(&segments.frames(), fields), messages(&segments.joined().frames(), fields));
        assert_eq!(cut, whole, "messages as they were cut, and not cut");
    }
}

/// The input with the line that the environment asks for.
fn pinned(input: &[u8]) -> Vec<u8> {
    static ENTRY: OnceLock<Option<String>> = OnceLock::new();
    match ENTRY.get_or_init(|| std::env::var("STRATO_FUZZ_ENTRY").ok()) {
        Some(entry) => {
            let end = input.iter().position(|byte| *byte == b'\n').unwrap_or(0);
            [entry.as_bytes(), &input[end..]].concat()
        }
        None => input.to_vec(),
    }
}

/// Values of these fields in all frames, by sender.
fn messages(frames: &[Vec<u8>], fields: &[&str]) -> [Vec<String>; 2] {
    let ids: Vec<_> = fields.iter().filter_map(|name| registry::schema().resolve(name)).map(|found| found.id).collect();
    let mut messages = [Vec::new(), Vec::new()];
    let packets = Packets::of_frames(frames.to_vec());
    everything(|session| {
        packets.each(session, |_, found| {
            let sender = usize::from(found.info.srcport != CLIENT_PORT);
            let told = found.occurrences.iter().filter(|occurrence| ids.contains(&occurrence.field));
            messages[sender].extend(told.map(|occurrence| format!("{:?}", occurrence.value)));
        });
    });
    messages
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Over {
    Tcp,
    Udp,
}

impl Over {
    fn parent(self, port: u16) -> Parent {
        match self {
            Self::Tcp => Parent::TcpPort(port),
            Self::Udp => Parent::UdpPort(port),
        }
    }
}

#[derive(Clone, Debug)]
struct Segment {
    back: bool,
    odd: Option<u8>,
    data: Vec<u8>,
}

/// What is sent between two ends.
#[derive(Debug)]
struct Segments {
    over: Over,
    port: u16,
    segments: Vec<Segment>,
}

impl Segments {
    fn parse(input: &[u8]) -> Option<Self> {
        let (line, rest) = input.split_at(input.iter().position(|byte| *byte == b'\n')?);
        let (over, port) = std::str::from_utf8(line).ok()?.split_once(' ')?;
        let over = match over {
            "tcp" => Over::Tcp,
            "udp" => Over::Udp,
            _ => return None,
        };
        let (port, mut rest) = (port.parse().ok()?, rest.get(1..)?);
        let mut segments = Vec::new();
        while let Some((head, tail)) = rest.split_first_chunk::<2>() {
            let head = u16::from_be_bytes(*head);
            let (odd, tail) = match tail.split_first() {
                Some((odd, tail)) if head & ODD != 0 => (Some(*odd), tail),
                _ => (None, tail),
            };
            let (data, after) = tail.split_at(tail.len().min(usize::from(head & LENGTH)));
            segments.push(Segment { back: head & BACK != 0, odd, data: data.to_vec() });
            rest = after;
        }
        Some(Self { over, port, segments })
    }

    fn write(&self) -> Vec<u8> {
        let over = if self.over == Over::Tcp { "tcp" } else { "udp" };
        let mut input = format!("{over} {}\n", self.port).into_bytes();
        for Segment { back, odd, data } in &self.segments {
            let data = &data[..data.len().min(usize::from(LENGTH))];
            let head = data.len() as u16 | if *back { BACK } else { 0 } | if odd.is_some() { ODD } else { 0 };
            input.extend(head.to_be_bytes());
            input.extend(odd);
            input.extend(data);
        }
        input
    }

    /// How many messages with their lengths before them both ends send.
    fn framed(&self) -> usize {
        let sent = |back| {
            let by_end = self.segments.iter().filter(move |segment| segment.back == back);
            by_end.flat_map(|segment| segment.data.iter().copied()).collect::<Vec<_>>()
        };
        let count = |mut rest: &[u8]| {
            let mut messages = 0;
            while let Some((len, after)) = rest.split_first_chunk::<2>() {
                messages += 1;
                rest = after.get(u16::from_be_bytes(*len).into()..).unwrap_or_default();
            }
            messages
        };
        count(&sent(false)) + count(&sent(true))
    }

    /// The same without cuts: what one end sends until the other does is one segment.
    fn joined(&self) -> Self {
        let mut segments: Vec<Segment> = Vec::new();
        for segment in &self.segments {
            match segments
                .last_mut()
                .filter(|last| last.back == segment.back && last.data.len() + segment.data.len() <= MAX_JOINED)
            {
                Some(last) => last.data.extend(&segment.data),
                None => segments.push(segment.clone()),
            }
        }
        Self { segments, ..*self }
    }

    fn frames(&self) -> Vec<Vec<u8>> {
        let mut next = [FIRST_SEQ; 2];
        self.segments.iter().map(|segment| self.frame(segment, &mut next)).collect()
    }

    fn frame(&self, segment: &Segment, next: &mut [u32; 2]) -> Vec<u8> {
        let sender = usize::from(segment.back);
        let (ends, ports) = ([CLIENT, SERVER], [CLIENT_PORT, self.port]);
        let (from, to, ports) = (ends[sender], ends[1 - sender], [ports[sender], ports[1 - sender]]);
        if self.over == Over::Udp {
            return udp_between(from, to, ports, &segment.data);
        }
        // The lower bits say what is odd, the upper ones how much.
        let (odd, much) = segment.odd.map_or((7, 0), |odd| (odd & 7, u32::from(odd >> 3)));
        let (mut seq, mut flags) = (next[sender], PSH | ACK);
        match odd {
            0 => flags = SYN | if segment.back { ACK } else { 0 },
            1 => flags |= FIN,
            2 => flags |= RST,
            3 => seq = seq.wrapping_add(much * much),
            4 => seq = seq.wrapping_sub(much * much),
            // Ahead of what comes later.
            5 => seq = seq.wrapping_add(much * 8),
            6 => seq = seq.wrapping_add(much << 12),
            _ => {}
        }
        let frame = tcp_between(from, to, ports, [seq, next[1 - sender]], flags, &segment.data);
        let after = seq.wrapping_add(segment.data.len() as u32 + u32::from(flags & (SYN | FIN) != 0));
        if odd != 5 {
            // What was sent again is not what comes next, unless there is more of it.
            let further = (after.wrapping_sub(next[sender]) as i32) > 0;
            next[sender] = if further || odd != 4 { after } else { next[sender] };
        }
        frame
    }
}

/// Conversations of the sample captures, and a message of DNS in two segments.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let samples = [packets::web(), packets::multiplexed(), packets::secure()];
    let mut seeds: Vec<_> = samples.into_iter().flat_map(|frames| of_frames(&Packets::of_frames(frames))).collect();
    seeds.push(b"tcp 53\n\0\x03\0\x0c\x12\0\x0f\x34\x01\0\0\x01\0\0\0\0\0\0\0\0\x01\0\x01".to_vec());
    // Nothing odd, and everything.
    seeds.push(
        (0..8).fold(b"tcp 80\n".to_vec(), |seed, odd| [seed, vec![0x40, 4, odd | 16], b"GET ".to_vec()].concat()),
    );
    seeds
}

/// Conversations of a capture on disk.
///
/// # Errors
/// The file cannot be read.
pub fn conversations_of_capture(path: &Path) -> std::io::Result<Vec<Vec<u8>>> {
    let Ok(mut reader) = Reader::from_read(Cursor::new(std::fs::read(path)?)) else { return Ok(Vec::new()) };
    let mut found = Conversations::default();
    everything(|session| {
        while found.frames < MAX_FRAMES
            && let Ok(Some(frame)) = reader.next_frame()
        {
            session.with(&frame, |dissection| found.add(dissection));
        }
    });
    Ok(found.seeds())
}

fn of_frames(packets: &Packets<'_>) -> Vec<Vec<u8>> {
    let mut found = Conversations::default();
    everything(|session| packets.each(session, |_, dissection| found.add(dissection)));
    found.seeds()
}

/// Conversations by their ends' ports, in the order of their first packets.
#[derive(Default)]
struct Conversations {
    frames: u64,
    found: Vec<([u16; 2], Segments)>,
}

impl Conversations {
    fn add(&mut self, found: &Dissection<'_>) {
        self.frames += 1;
        let (from, to) = (found.info.srcport, found.info.dstport);
        let payload = |name: &str| {
            let field = registry::schema().resolve(name)?.id;
            found.occurrences.iter().find(|occurrence| occurrence.field == field).map(|occurrence| occurrence.raw)
        };
        let (over, data) = match (payload("tcp.payload"), payload("udp.payload")) {
            (Some(data), _) => (Over::Tcp, data),
            (_, Some(data)) => (Over::Udp, data),
            _ => return,
        };
        let ends = [from.min(to), from.max(to)];
        let place = self.found.iter().position(|(other, segments)| *other == ends && segments.over == over);
        let place = place.unwrap_or_else(|| {
            // The server is who has a port that a protocol stands for.
            let known =
                |port: &u16| Proto::ALL.iter().any(|proto| proto.declaration().parents.contains(&over.parent(*port)));
            let port = [to, from].into_iter().find(known).unwrap_or(ends[0]);
            self.found.push((ends, Segments { over, port, segments: Vec::new() }));
            self.found.len() - 1
        });
        let (_, segments) = &mut self.found[place];
        let left = MAX_SEED.saturating_sub(segments.segments.iter().map(|segment| segment.data.len() + 2).sum());
        if left > 2 {
            let data = data.get(..left).unwrap_or(data).to_vec();
            segments.segments.push(Segment { back: from == segments.port, odd: None, data });
        }
    }

    /// The first few to each port.
    fn seeds(&self) -> Vec<Vec<u8>> {
        let mut seen: HashMap<(Over, u16), u32> = HashMap::new();
        let few = self.found.iter().filter(|(_, segments)| {
            let times = seen.entry((segments.over, segments.port)).or_default();
            *times += 1;
            *times <= 2
        });
        few.map(|(_, segments)| segments.write()).collect()
    }
}
