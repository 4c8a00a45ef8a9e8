//! Where the host says that fields live.

use strato_filter_lang::{
    schema::{FieldId, Order, Record},
    types::Type,
};

/// How many protocols can have layers in a [`Layers`](crate::layers::Layers).
pub const SLOTS: usize = 16;

/// A row of the layer table: one protocol. Below [`SLOTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slot(pub u8);

/// A byte position in a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// Its first byte.
    Start,
    /// The first byte behind its header.
    Payload,
    /// Behind its last captured byte.
    End,
}

/// A place where occurrences of a field come from: one for each layer of the slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A fixed place in the layer's header; `offset + width` is at most the slot's [`Layout::header_len`].
    Header {
        /// The protocol.
        slot: Slot,
        /// From the start of the layer, bytes.
        offset: u16,
        /// Bytes, 1..=16.
        width: u8,
        /// Byte order.
        order: Order,
        /// Bits that belong to it; 0 for all.
        mask: u64,
        /// Type of the value.
        ty: Type,
    },
    /// The bytes of the layer between two edges; of a payload, only where there is one on the wire.
    Span {
        /// The protocol.
        slot: Slot,
        /// First byte.
        from: Edge,
        /// Behind the last.
        to: Edge,
    },
    /// What the record says; once in every frame.
    Record(Record),
    /// The layer is known, the field is not.
    Hidden(Slot),
    /// Nothing is known but whether the frame may have [more](crate::layers::Layers::more).
    Beyond,
}

impl Place {
    /// Whether all of the field's occurrences here can be read.
    pub fn is_exact(self) -> bool {
        matches!(self, Self::Header { .. } | Self::Span { .. } | Self::Record(_))
    }

    /// The protocol whose layers have it.
    pub fn slot(self) -> Option<Slot> {
        match self {
            Self::Header { slot, .. } | Self::Span { slot, .. } | Self::Hidden(slot) => Some(slot),
            Self::Record(_) | Self::Beyond => None,
        }
    }
}

/// What the host knows of fields and layers.
pub trait Layout: Send + Sync {
    /// All places of a field's occurrences, in the order they have within a layer. Together they are all there are.
    fn places(&self, field: FieldId) -> Vec<Place>;

    /// The protocol whose layers say that this field, a protocol's own item, occurs.
    fn presence(&self, field: FieldId) -> Option<Slot>;

    /// Bytes that every layer of the slot has.
    fn header_len(&self, slot: Slot) -> u16;
}
