//! What both ends of a conversation said, in the order of the stream: `tshark -z follow`.

use std::collections::BTreeMap;

use strato_filter_lang::{access::Occurrence, schema::FieldId, value::Value};

use crate::proto::{
    Proto, columns,
    dissect::{Addr, Dissection, Tap},
    registry,
};

/// Bytes kept of one direction while earlier ones are missing.
const MAX_HELD: usize = 16 * 1024 * 1024;

/// Protocols whose conversations can be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Followed {
    /// TCP: segments in order, each byte once.
    Tcp,
    /// UDP: datagrams as they came.
    Udp,
    /// TLS over TCP: what was decrypted.
    Tls,
    /// HTTP: heads, and bodies without chunks and compression.
    Http,
    /// HTTP/2: headers, and the data of DATA frames.
    Http2 {
        /// Only that stream of the connection.
        stream: Option<u32>,
    },
}

impl Followed {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcp => "tcp",
            Self::Udp => "udp",
            Self::Tls => "tls",
            Self::Http => "http",
            Self::Http2 { .. } => "http2",
        }
    }

    /// The filter of a conversation's frames.
    pub fn filter(self, conversation: u32) -> String {
        match self {
            Self::Udp => format!("udp.stream eq {conversation}"),
            Self::Tcp | Self::Tls | Self::Http | Self::Http2 { stream: None } => {
                format!("tcp.stream eq {conversation}")
            }
            Self::Http2 { stream: Some(stream) } => {
                format!("tcp.stream eq {conversation} and http2.streamid eq {stream}")
            }
        }
    }

    /// What must be [tapped](crate::proto::dissect::Tap).
    pub fn tap(self) -> Option<Proto> {
        match self {
            Self::Tcp | Self::Udp => None,
            Self::Tls => Some(Proto::Tls),
            Self::Http => Some(Proto::Http),
            Self::Http2 { .. } => Some(Proto::Http2),
        }
    }
}

/// An address and port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    addr: Addr,
    port: u16,
}

impl std::fmt::Display for Node {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let addr = columns::text(self.addr);
        match self.addr {
            Addr::V6(_) => write!(f, "[{addr}]:{}", self.port),
            _ => write!(f, "{addr}:{}", self.port),
        }
    }
}

/// A part of what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Bytes.
    Bytes(Vec<u8>),
    /// So many bytes are not in the capture.
    Missing(u64),
}

/// Follows one conversation.
#[derive(Debug)]
pub struct Follow {
    followed: Followed,
    payload: Option<FieldId>,
    seq: Option<FieldId>,
    syn: Option<FieldId>,
    /// The sender of the first packet, and the other.
    nodes: [Option<Node>; 2],
    directions: [Direction; 2],
}

/// What one end sends over TCP.
#[derive(Debug, Default)]
struct Direction {
    /// Sequence number of the next byte.
    next: Option<u32>,
    /// Bytes that came before others, by their distance to the first byte seen.
    held: BTreeMap<u64, Vec<u8>>,
    held_len: usize,
    /// Bytes told or missing so far.
    told: u64,
}

impl Follow {
    /// Follows the conversation whose packets it is handed.
    pub fn new(followed: Followed) -> Self {
        let field = |name: &str| registry::schema().resolve(name).map(|found| found.id);
        let tcp = followed == Followed::Tcp;
        let payload = match followed {
            Followed::Tcp => field("tcp.payload"),
            Followed::Udp => field("udp.payload"),
            Followed::Tls | Followed::Http | Followed::Http2 { .. } => None,
        };
        Self {
            followed,
            payload,
            seq: field("tcp.seq_raw").filter(|_| tcp),
            syn: field("tcp.flags.syn").filter(|_| tcp),
            nodes: [None; 2],
            directions: [Direction::default(), Direction::default()],
        }
    }

    /// The fields that it reads.
    pub fn fields(&self) -> Vec<FieldId> {
        [self.payload, self.seq, self.syn].into_iter().flatten().collect()
    }

    /// The ends: the sender of the first packet, and the other.
    pub fn nodes(&self) -> [Option<Node>; 2] {
        self.nodes
    }

    /// Takes the next packet of the conversation; says who sent it (0: the sender of the first), and what that end has
    /// now said.
    pub fn packet(&mut self, found: &Dissection<'_>) -> (usize, Vec<Said>) {
        let info = &found.info;
        // Whoever is the first to say something is the first end.
        if self.followed.tap().is_some() && !found.taps.iter().any(|tap| self.follows(tap)) {
            return (0, Vec::new());
        }
        let (src, dst) = (Node { addr: info.src, port: info.srcport }, Node { addr: info.dst, port: info.dstport });
        let [first, _] = self.nodes;
        if first.is_none() {
            self.nodes = [Some(src), Some(dst)];
        }
        let sender = usize::from(first.is_some_and(|first| first != src));
        let of = |field: FieldId| found.occurrences.iter().find(move |occurrence| occurrence.field == field);
        if self.followed.tap().is_some() {
            let taps = found.taps.iter().filter(|tap| self.follows(tap) && !tap.bytes.is_empty());
            return (sender, taps.map(|tap| Said::Bytes(tap.bytes.to_vec())).collect());
        }
        let bytes = self.payload.and_then(of).map_or(&[][..], |payload| payload.raw);
        if self.followed == Followed::Udp {
            let said = if bytes.is_empty() { Vec::new() } else { vec![Said::Bytes(bytes.to_vec())] };
            return (sender, said);
        }
        let number = |occurrence: &Occurrence<'_>| match occurrence.value {
            Value::Uint(n) => Some(n as u32),
            Value::Bool(set) => Some(set.into()),
            _ => None,
        };
        let Some(seq) = self.seq.and_then(of).and_then(number) else { return (sender, Vec::new()) };
        let syn = self.syn.and_then(of).and_then(number).unwrap_or_default();
        let said = match self.directions.get_mut(sender) {
            Some(direction) => direction.segment(seq.wrapping_add(syn), bytes),
            None => Vec::new(),
        };
        (sender, said)
    }

    /// Whether it is of the stream that is followed.
    fn follows(&self, tap: &Tap<'_>) -> bool {
        match self.followed {
            Followed::Http2 { stream: Some(stream) } => tap.stream == stream,
            Followed::Tcp | Followed::Udp | Followed::Tls | Followed::Http | Followed::Http2 { stream: None } => true,
        }
    }

    /// What is left when the capture ends: bytes behind others that never came.
    pub fn end(&mut self) -> Vec<(usize, Said)> {
        let mut rest = Vec::new();
        for (sender, direction) in self.directions.iter_mut().enumerate() {
            while let Some(said) = direction.skip() {
                rest.extend(said.into_iter().map(|said| (sender, said)));
            }
        }
        rest
    }
}

impl Direction {
    /// Takes a segment; returns what can be told now.
    fn segment(&mut self, seq: u32, bytes: &[u8]) -> Vec<Said> {
        let next = *self.next.get_or_insert(seq);
        // Distances within half of the numbers' circle are real.
        let ahead = seq.wrapping_sub(next).cast_signed();
        if bytes.is_empty() {
            return Vec::new();
        }
        let (at, bytes) = match u32::try_from(ahead) {
            Ok(ahead) => (self.told + u64::from(ahead), bytes),
            // Seen before, at least the start of it.
            Err(_) => (self.told, bytes.get(ahead.unsigned_abs() as usize..).unwrap_or_default()),
        };
        if bytes.is_empty() {
            return Vec::new();
        }
        let longer = self.held.get(&at).is_none_or(|held| held.len() < bytes.len());
        if longer {
            self.held_len += bytes.len();
            if let Some(old) = self.held.insert(at, bytes.to_vec()) {
                self.held_len -= old.len();
            }
        }
        let mut said = self.in_order();
        while self.held_len > MAX_HELD {
            match self.skip() {
                Some(more) => said.extend(more),
                None => break,
            }
        }
        said
    }

    /// Tells what follows without a gap.
    fn in_order(&mut self) -> Vec<Said> {
        let mut said = Vec::new();
        while let Some(entry) = self.held.first_entry() {
            if *entry.key() > self.told {
                break;
            }
            let (at, bytes) = entry.remove_entry();
            self.held_len -= bytes.len();
            let seen = usize::try_from(self.told - at).unwrap_or(usize::MAX);
            if let Some(new) = bytes.get(seen..).filter(|new| !new.is_empty()) {
                self.advance(new.len() as u64);
                said.push(Said::Bytes(new.to_vec()));
            }
        }
        said
    }

    /// Gives up waiting for the bytes before the next that are there.
    fn skip(&mut self) -> Option<Vec<Said>> {
        let (at, _) = self.held.first_key_value()?;
        let missing = at.saturating_sub(self.told);
        self.advance(missing);
        let mut said = if missing > 0 { vec![Said::Missing(missing)] } else { Vec::new() };
        said.extend(self.in_order());
        Some(said)
    }

    fn advance(&mut self, len: u64) {
        self.told += len;
        // Sequence numbers count modulo 2^32.
        self.next = self.next.map(|next| next.wrapping_add(len as u32));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(text: &str) -> Said {
        Said::Bytes(text.as_bytes().to_vec())
    }

    #[test]
    fn segments_are_told_in_order_and_once() {
        let mut direction = Direction::default();
        assert_eq!(direction.segment(u32::MAX - 1, b""), []);
        assert_eq!(direction.segment(u32::MAX - 1, b"abcd"), [bytes("abcd")]);
        assert_eq!(direction.segment(5, b"hi"), []);
        assert_eq!(direction.segment(u32::MAX, b"bcdef"), [bytes("ef")]);
        assert_eq!(direction.segment(4, b"g"), [bytes("g"), bytes("hi")]);
        assert_eq!(direction.segment(5, b"hi"), []);
    }

    #[test]
    fn what_never_came_is_said() {
        let mut direction = Direction::default();
        assert_eq!(direction.segment(10, b"ab"), [bytes("ab")]);
        assert_eq!(direction.segment(15, b"fg"), []);
        assert_eq!(direction.skip(), Some(vec![Said::Missing(3), bytes("fg")]));
        assert_eq!(direction.skip(), None);
    }
}
