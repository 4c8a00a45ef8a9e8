//! Who talked to whom, and how much.

use rustc_hash::FxHashMap;
use strato_filter_lang::{schema::FieldId, value::Value};

use super::{Cell, Table, Tap, read::Read};
use crate::{
    frame::Frame,
    proto::{
        columns,
        dissect::{Addr, Dissection},
    },
};

/// Layers whose ends talk to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// Hardware addresses.
    Eth,
    /// IPv4 addresses.
    Ip,
    /// IPv6 addresses.
    Ipv6,
    /// Addresses and TCP ports.
    Tcp,
    /// Addresses and UDP ports.
    Udp,
}

impl Ends {
    /// All of them, the lowest layer first.
    pub const ALL: [Self; 5] = [Self::Eth, Self::Ip, Self::Ipv6, Self::Tcp, Self::Udp];

    /// Name of the protocol, as `tshark -z conv,` takes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Eth => "eth",
            Self::Ip => "ip",
            Self::Ipv6 => "ipv6",
            Self::Tcp => "tcp",
            Self::Udp => "udp",
        }
    }

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Eth => "Ethernet",
            Self::Ip => "IPv4",
            Self::Ipv6 => "IPv6",
            Self::Tcp => "TCP",
            Self::Udp => "UDP",
        }
    }

    fn has_ports(self) -> bool {
        matches!(self, Self::Tcp | Self::Udp)
    }
}

/// An address, with its port where the layer has ports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct End {
    addr: Addr,
    port: Option<u16>,
}

impl End {
    /// As people write it.
    pub(super) fn text(&self) -> String {
        match (self.addr, self.port) {
            (addr, None) => columns::text(addr),
            (addr @ Addr::V6(_), Some(port)) => format!("[{}]:{port}", columns::text(addr)),
            (addr, Some(port)) => format!("{}:{port}", columns::text(addr)),
        }
    }
}

/// Finds the ends of one layer in frames.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) ends: Ends,
    src: Read,
    dst: Read,
    stream: Option<Read>,
}

impl Layer {
    pub(super) fn new(ends: Ends) -> Self {
        let name = ends.name();
        let read = |field: &str| Read::new(&format!("{name}.{field}"));
        let (src, dst) = if ends.has_ports() { ("srcport", "dstport") } else { ("src", "dst") };
        Self { ends, src: read(src), dst: read(dst), stream: ends.has_ports().then(|| read("stream")) }
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = FieldId> {
        [Some(self.src), Some(self.dst), self.stream].into_iter().flatten().map(|read| read.0)
    }

    /// Who sent to whom in a frame, and the number of the stream; once for each time that the layer occurs.
    pub(super) fn each(&self, found: &Dissection<'_>) -> Vec<(End, End, u64)> {
        let mut streams = self.stream.into_iter().flat_map(|stream| stream.numbers(found));
        let info = &found.info;
        let end = |value: &Value<'_>, addr| match value {
            Value::Uint(port) => End { addr, port: u16::try_from(*port).ok() },
            Value::Ipv4 { addr, .. } => End { addr: Addr::V4(*addr), port: None },
            Value::Ipv6 { addr, .. } => End { addr: Addr::V6(*addr), port: None },
            Value::Bytes(bytes) => {
                let addr = <[u8; 6]>::try_from(bytes.as_ref()).map_or(Addr::None, Addr::Ether);
                End { addr, port: None }
            }
            _ => End { addr: Addr::None, port: None },
        };
        let pairs = self.src.all(found).zip(self.dst.all(found));
        pairs
            .map(|(src, dst)| {
                (end(&src.value, info.src), end(&dst.value, info.dst), streams.next().unwrap_or_default())
            })
            .collect()
    }
}

/// The layers asked for, or all.
pub(super) fn layers(ends: &[Ends]) -> Vec<Layer> {
    let ends = if ends.is_empty() { &Ends::ALL } else { ends };
    ends.iter().copied().map(Layer::new).collect()
}

/// Counts conversations.
#[derive(Debug)]
pub(super) struct Conversations {
    layers: Vec<(Layer, Known)>,
    first_ns: Option<i128>,
}

/// The conversations of a layer.
#[derive(Debug, Default)]
struct Known {
    index: FxHashMap<(End, End, u64), usize>,
    all: Vec<Conversation>,
}

/// Between the sender of its first frame, `a`, and the other.
#[derive(Debug)]
struct Conversation {
    a: End,
    b: End,
    stream: u64,
    /// Frames and bytes to `b`, and to `a`.
    sent: [(u64, u64); 2],
    first_ns: Option<i128>,
    last_ns: Option<i128>,
}

impl Conversations {
    pub(super) fn new(ends: &[Ends]) -> Self {
        Self { layers: layers(ends).into_iter().map(|layer| (layer, Known::default())).collect(), first_ns: None }
    }
}

impl Tap for Conversations {
    fn fields(&self) -> Vec<FieldId> {
        self.layers.iter().flat_map(|(layer, _)| layer.fields()).collect()
    }

    fn frame(&mut self, frame: &Frame<'_>, found: &Dissection<'_>) {
        self.first_ns = self.first_ns.or(frame.timestamp_ns);
        for (layer, known) in &mut self.layers {
            for (src, dst, stream) in layer.each(found) {
                known.count(frame, src, dst, stream);
            }
        }
    }

    fn tables(&self) -> Vec<Table> {
        let known = self.layers.iter().filter(|(_, known)| !known.all.is_empty());
        known.map(|(layer, known)| known.table(layer.ends, self.first_ns)).collect()
    }
}

impl Known {
    fn count(&mut self, frame: &Frame<'_>, src: End, dst: End, stream: u64) {
        let index = *self.index.entry((src.min(dst), src.max(dst), stream)).or_insert_with(|| {
            let (first_ns, last_ns) = (frame.timestamp_ns, frame.timestamp_ns);
            self.all.push(Conversation { a: src, b: dst, stream, sent: [(0, 0); 2], first_ns, last_ns });
            self.all.len() - 1
        });
        let Some(conversation) = self.all.get_mut(index) else { return };
        conversation.last_ns = frame.timestamp_ns.max(conversation.last_ns);
        let [to_b, to_a] = &mut conversation.sent;
        let (frames, bytes) = if conversation.a == src { to_b } else { to_a };
        *frames += 1;
        *bytes += u64::from(frame.original_len);
    }

    fn table(&self, ends: Ends, start_ns: Option<i128>) -> Table {
        let mut rows: Vec<&Conversation> = self.all.iter().collect();
        // The busiest first; of equal ones the first.
        rows.sort_by_key(|conversation| std::cmp::Reverse(conversation.frames()));
        let row = |conversation: &&Conversation| {
            let Conversation { a, b, sent: [to_b, to_a], .. } = conversation;
            let time = |ns: Option<i128>, since: Option<i128>| {
                ns.zip(since).map_or(Cell::None, |(ns, since)| Cell::Time(ns - since))
            };
            let mut row = vec![Cell::Text(a.text()), Cell::Text(b.text())];
            if ends.has_ports() {
                row.push(Cell::Count(conversation.stream));
            }
            row.extend([to_a.0, to_a.1, to_b.0, to_b.1, conversation.frames(), to_a.1 + to_b.1].map(Cell::Count));
            row.push(time(conversation.first_ns, start_ns));
            row.push(time(conversation.last_ns, conversation.first_ns));
            row
        };
        let mut columns = vec![("a", "A"), ("b", "B")];
        if ends.has_ports() {
            columns.push(("stream", "Stream"));
        }
        columns.extend([
            ("frames_to_a", "Frames ←"),
            ("bytes_to_a", "Bytes ←"),
            ("frames_to_b", "Frames →"),
            ("bytes_to_b", "Bytes →"),
            ("frames", "Frames"),
            ("bytes", "Bytes"),
            ("start", "Start"),
            ("duration", "Duration"),
        ]);
        Table {
            name: format!("conversations.{}", ends.name()),
            title: format!("{} conversations", ends.title()),
            columns,
            rows: rows.iter().map(row).collect(),
        }
    }
}

impl Conversation {
    fn frames(&self) -> u64 {
        let [to_b, to_a] = self.sent;
        to_b.0 + to_a.0
    }
}
