//! The layers of a frame: what generated code reads.

use std::sync::Arc;

use crate::layout::{Edge, SLOTS, Slot};

/// Layers of one protocol that the table holds; a frame with more is left to stage 2.
pub const DEPTH: usize = 4;

/// Bytes that each protocol's layers have at least; behind it, generated code reads without asking.
pub type HeaderLens = [u16; SLOTS];

/// One layer. Offsets are from the start of the frame's captured bytes.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    /// First byte.
    pub(crate) start: u32,
    /// First byte behind the header.
    pub(crate) payload: u32,
    /// Behind the last captured byte.
    pub(crate) end: u32,
    /// Where it ended on the wire: at least `end`.
    pub(crate) wire_end: u32,
}

/// The layers of a frame, by protocol and in the order of the frame.
///
/// Whatever [`Self::push`] took lies within the frame's bytes, with the header length of its slot: that is what lets
/// generated code read any frame of that length without a check.
#[repr(C)]
#[derive(Clone, Debug)]
pub struct Layers {
    /// Layers of each slot.
    pub(crate) count: [u8; SLOTS],
    /// Beyond these layers there may be fields that the filter reads.
    pub(crate) more: u8,
    /// Number, wire length, captured length.
    pub(crate) record: [u64; 3],
    pub(crate) layers: [[Layer; DEPTH]; SLOTS],
    /// What layers are checked against.
    header_lens: HeaderLens,
    /// The same, as the filter has it that the table was made for: another one may be for another layout.
    made_for: Arc<HeaderLens>,
}

/// A layer that the table cannot hold: too short, outside of the frame, or too many of its protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPlace;

impl Layers {
    /// No layers of a frame without bytes.
    pub fn new(header_lens: HeaderLens) -> Self {
        Self::made_for(&Arc::new(header_lens))
    }

    /// The same for a filter's layout.
    pub(crate) fn made_for(header_lens: &Arc<HeaderLens>) -> Self {
        Self {
            count: [0; SLOTS],
            more: 0,
            record: [0; 3],
            layers: [[Layer::default(); DEPTH]; SLOTS],
            header_lens: **header_lens,
            made_for: Arc::clone(header_lens),
        }
    }

    /// Whether layers are checked against these lengths.
    #[inline]
    pub(crate) fn is_for(&self, header_lens: &Arc<HeaderLens>) -> bool {
        Arc::ptr_eq(&self.made_for, header_lens) || self.header_lens == **header_lens
    }

    /// Starts with the next frame: its number, captured length and length on the wire.
    #[inline]
    pub fn start(&mut self, number: u64, captured_len: usize, wire_len: u32) {
        self.count = [0; SLOTS];
        self.more = 0;
        self.record = [number, u64::from(wire_len), captured_len as u64];
    }

    /// Adds a layer from byte `start` on, with its payload at `payload`, to `end` as captured and `wire_end` as sent.
    ///
    /// # Errors
    /// [`NoPlace`]; the table stays as it was.
    #[inline(always)]
    pub fn push(
        &mut self,
        slot: Slot,
        start: usize,
        payload: usize,
        end: usize,
        wire_end: usize,
    ) -> Result<(), NoPlace> {
        // A slot is below `SLOTS`; the remainder says so to the compiler.
        let row = usize::from(slot.0) % SLOTS;
        let least = start + usize::from(self.header_lens[row]);
        let count = usize::from(self.count[row]);
        if start > payload || payload > end || least > end || end as u64 > self.captured_len() || count >= DEPTH {
            return Err(NoPlace);
        }
        // Captured lengths are u32 in every format.
        let layer = Layer { start: start as u32, payload: payload as u32, end: end as u32, wire_end: wire_end as u32 };
        self.layers[row][count] = layer;
        self.count[row] = count as u8 + 1;
        Ok(())
    }

    /// Says that beyond these layers there may be fields that the filter reads.
    #[inline]
    pub fn set_more(&mut self) {
        self.more = 1;
    }

    /// Whether there may be.
    #[inline]
    pub fn more(&self) -> bool {
        self.more != 0
    }

    /// Bytes of the frame that were captured.
    #[inline]
    pub fn captured_len(&self) -> u64 {
        let [_, _, len] = self.record;
        len
    }

    /// How many layers of the protocol there are.
    #[inline]
    pub fn count(&self, slot: Slot) -> usize {
        self.count.get(usize::from(slot.0)).copied().unwrap_or_default().into()
    }

    /// The slots of all layers, outermost first, each with its number among its own, from 0.
    ///
    /// Of two that start at the same byte the one with the lower slot is the outer.
    pub fn in_order(&self) -> Vec<(Slot, usize)> {
        let rows = (0..SLOTS as u8).map(Slot);
        let mut found: Vec<_> = rows.flat_map(|slot| (0..self.count(slot)).map(move |number| (slot, number))).collect();
        found.sort_by_key(|(slot, number)| (self.layer(*slot, *number).map(|layer| layer.start), *slot));
        found
    }

    /// A layer, by its number among those of its protocol, from 0.
    pub fn layer(&self, slot: Slot, number: usize) -> Option<Layer> {
        let row = self.layers.get(usize::from(slot.0))?;
        row.get(number).copied().filter(|_| number < self.count(slot))
    }
}

impl Layer {
    /// Offset of an edge.
    pub fn at(&self, edge: Edge) -> usize {
        match edge {
            Edge::Start => self.start as usize,
            Edge::Payload => self.payload as usize,
            Edge::End => self.end as usize,
        }
    }

    /// Offset of its first byte.
    pub fn start(&self) -> usize {
        self.at(Edge::Start)
    }

    /// Offset of the first byte behind its header.
    pub fn payload(&self) -> usize {
        self.at(Edge::Payload)
    }

    /// Offset behind its last byte as it was on the wire.
    pub fn wire_end(&self) -> usize {
        self.wire_end as usize
    }

    /// Whether it had a payload on the wire.
    pub fn has_payload(&self) -> bool {
        self.wire_end > self.payload
    }
}
