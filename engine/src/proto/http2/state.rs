//! What is remembered of connections and their streams.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use super::hpack::Decoder;
use crate::proto::{Proto, dissect::Cx, recent::Recent};

/// Streams of one connection; of more the one that was opened first is forgotten.
const MAX_STREAMS: usize = 4096;
/// Bytes of one body.
const MAX_BODY: usize = 16 << 20;
/// Bytes of all bodies that are not complete.
const MAX_WAITING: usize = 256 << 20;

/// All connections.
#[derive(Default)]
pub(super) struct Connections {
    by_flow: Recent<u32, Connection>,
    waiting: Arc<AtomicUsize>,
}

/// One connection.
#[derive(Debug, Default)]
pub(super) struct Connection {
    /// By direction: that of the first packet, the other.
    directions: [Direction; 2],
    streams: BTreeMap<u32, Stream>,
    /// The stream that is dissected.
    pub(super) current: u32,
    /// The last frame that had header lines, and how many bytes they were.
    shown: (u64, usize),
}

/// What belongs to one direction.
#[derive(Debug, Default)]
pub(super) struct Direction {
    pub(super) decoder: Decoder,
    /// Start of a representation that goes on in the next frame.
    pub(super) pending: Vec<u8>,
    /// A block was wrong: what comes after it cannot be known.
    pub(super) broken: bool,
}

/// One stream.
#[derive(Debug, Default)]
pub(super) struct Stream {
    sides: [Side; 2],
    /// It carries messages that are dissected as they come.
    pub(super) streaming: bool,
}

/// What one end sends on a stream.
#[derive(Debug, Default)]
pub(super) struct Side {
    /// Its header block was seen.
    pub(super) has_headers: bool,
    /// It says that it encodes the transfer, which HTTP/2 forbids.
    pub(super) chunked: bool,
    pub(super) content_type: Vec<u8>,
    pub(super) content_encoding: Vec<u8>,
    /// `grpc-encoding`.
    pub(super) message_encoding: Vec<u8>,
    pub(super) path: Vec<u8>,
    pub(super) body: Body,
}

/// A body, or a message in it, as far as it came.
#[derive(Debug, Default)]
pub(super) struct Body {
    bytes: Vec<u8>,
    /// Frames that its parts came in.
    pub(super) parts: Vec<u64>,
    /// Bytes it is to have, if that is known.
    pub(super) need: usize,
    waiting: Option<Arc<AtomicUsize>>,
}

impl Body {
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Adds a part; what grows beyond all bounds is forgotten.
    pub(super) fn push(&mut self, frame: u64, bytes: &[u8]) {
        let waiting = self.waiting.as_ref().map_or(0, |waiting| waiting.fetch_add(bytes.len(), Ordering::Relaxed));
        self.bytes.extend_from_slice(bytes);
        self.parts.push(frame);
        if self.bytes.len() > MAX_BODY || waiting > MAX_WAITING {
            self.clear();
        }
    }

    pub(super) fn clear(&mut self) {
        self.release();
        self.bytes = Vec::new();
        self.parts.clear();
        self.need = 0;
    }

    fn release(&self) {
        if let Some(waiting) = &self.waiting {
            waiting.fetch_sub(self.bytes.len(), Ordering::Relaxed);
        }
    }
}

impl Drop for Body {
    fn drop(&mut self) {
        self.release();
    }
}

impl Stream {
    /// What the sender of the packet says, and what the other end said.
    pub(super) fn sides(&mut self, reversed: bool) -> (&mut Side, &mut Side) {
        let [there, back] = &mut self.sides;
        if reversed { (back, there) } else { (there, back) }
    }
}

impl Connection {
    pub(super) fn direction(&mut self, reversed: bool) -> &mut Direction {
        let [there, back] = &mut self.directions;
        if reversed { back } else { there }
    }

    /// Bytes of header lines that were shown of a frame.
    pub(super) fn spent(&self, frame: u64) -> usize {
        if self.shown.0 == frame { self.shown.1 } else { 0 }
    }

    /// Adds to that.
    pub(super) fn spend(&mut self, frame: u64, bytes: usize) {
        self.shown = (frame, self.spent(frame) + bytes);
    }

    /// A stream that was seen before.
    pub(super) fn known_stream(&mut self, id: u32) -> Option<&mut Stream> {
        self.streams.get_mut(&id)
    }
}

/// Runs `look` on the connection; `true` when the packet goes against its first one.
pub(super) fn connection<T>(cx: &mut Cx<'_>, look: impl FnOnce(&mut Connection, bool) -> T) -> T {
    match cx.info.flow {
        Some(flow) if !cx.info.in_error => {
            let all = cx.state.of::<Connections>(Proto::Http2);
            look(all.by_flow.entry(flow.id, Connection::default), flow.reversed)
        }
        _ => look(&mut Connection::default(), false),
    }
}

/// Runs `look` on a stream, made when first asked for: what the sender says, whether the stream's messages are
/// dissected as they come.
pub(super) fn stream<T>(cx: &mut Cx<'_>, id: u32, look: impl FnOnce(&mut Stream, bool) -> T) -> T {
    let waiting = Arc::clone(&cx.state.of::<Connections>(Proto::Http2).waiting);
    connection(cx, |connection, reversed| {
        let streams = &mut connection.streams;
        if streams.len() >= MAX_STREAMS && !streams.contains_key(&id) {
            streams.pop_first();
        }
        let stream = streams.entry(id).or_insert_with(|| {
            let mut stream = Stream::default();
            stream.sides.iter_mut().for_each(|side| side.body.waiting = Some(Arc::clone(&waiting)));
            stream
        });
        look(stream, reversed)
    })
}
