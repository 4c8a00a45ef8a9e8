//! Frames as bytes in layers, for backends that read headers where they stand; over the schema of [`crate::gen_frame`].

use std::ops::ControlFlow;

use proptest::prelude::*;
use strato_filter_jit::{
    layers::Layers,
    layout::{Edge, Layout, Place, Slot},
};
use strato_filter_lang::{
    access::{Access, Occurrence},
    schema::{FieldId, Schema, Source},
    types::Type,
    value::{Value, header::decode},
};

use crate::gen_frame::pool;

/// Bytes of a layer's header: the last header field is the address at 18.
const HEADER: usize = 22;
/// The protocol of the schema.
const P: Slot = Slot(3);

/// Where the fields of the schema live, as a host would say it.
pub struct TestLayout {
    /// The schema.
    pub schema: &'static Schema,
    /// Computed fields are found beyond the layers, not in them.
    pub beyond: bool,
}

impl Layout for TestLayout {
    fn places(&self, field: FieldId) -> Vec<Place> {
        let declared = self.schema.field(field);
        match declared.source {
            _ if declared.ty == Type::Protocol => vec![Place::Span { slot: P, from: Edge::Start, to: Edge::End }],
            Source::Header { offset, width, order } => {
                vec![Place::Header { slot: P, offset, width, order, mask: declared.mask, ty: declared.ty }]
            }
            _ if self.beyond => vec![Place::Beyond],
            _ => vec![Place::Hidden(P)],
        }
    }

    fn presence(&self, field: FieldId) -> Option<Slot> {
        (self.schema.field(field).ty == Type::Protocol).then_some(P)
    }

    fn header_len(&self, slot: Slot) -> u16 {
        if slot == P { HEADER as u16 } else { 0 }
    }
}

/// A frame: layers of `p` one behind the other, and computed fields that only a dissector would find.
#[derive(Clone, Debug)]
pub struct Layered {
    /// Captured bytes.
    pub data: Vec<u8>,
    /// Length of each layer.
    lens: Vec<usize>,
    /// Computed fields.
    pub computed: Vec<Occurrence<'static>>,
}

/// All fields of a frame, as a dissector finds them.
pub struct Dissected<'a> {
    schema: &'static Schema,
    frame: &'a Layered,
}

impl Layered {
    /// The frame's layers as a host finds them; there is more exactly when there are computed fields.
    pub fn fill(&self, layers: &mut Layers) {
        layers.start(1, self.data.len(), self.data.len() as u32);
        let mut start = 0;
        for len in &self.lens {
            let end = start + len;
            layers.push(P, start, start + HEADER, end, end).expect("few layers, all within the frame");
            start = end;
        }
        if !self.computed.is_empty() {
            layers.set_more();
        }
    }

    /// All fields of it.
    pub fn dissected(&self, schema: &'static Schema) -> Dissected<'_> {
        Dissected { schema, frame: self }
    }
}

impl Access for Dissected<'_> {
    fn each<'s>(&'s self, field: FieldId, visit: &mut dyn FnMut(&Occurrence<'s>) -> ControlFlow<()>) {
        let declared = self.schema.field(field);
        let mut start = 0;
        for (number, len) in self.frame.lens.iter().enumerate() {
            let bytes = &self.frame.data[start..start + len];
            start += len;
            let (value, raw) = match declared.source {
                _ if declared.ty == Type::Protocol => (Value::Protocol { bytes: bytes.into(), text: "" }, bytes),
                Source::Header { offset, width, order } => {
                    let raw = &bytes[usize::from(offset)..usize::from(offset) + usize::from(width)];
                    (decode(declared.ty, declared.mask, raw, order), raw)
                }
                _ => break,
            };
            if visit(&Occurrence { field, def: 0, layer: number as u8 + 1, value, raw }).is_break() {
                return;
            }
        }
        for occurrence in self.frame.computed.iter().filter(|occurrence| occurrence.field == field) {
            if visit(occurrence).is_break() {
                return;
            }
        }
    }
}

/// Frames of up to three layers whose numbers are those that filters compare with.
pub fn layered(schema: &'static Schema) -> impl Strategy<Value = Layered> {
    let computed: Vec<(FieldId, Type)> = schema
        .fields()
        .filter(|(_, field)| field.source == Source::Computed && field.ty != Type::Protocol)
        .map(|(id, field)| (id, field.ty))
        .collect();
    let layer = (0u8..4, -2i16..4, 0u16..11, 0u8..2, prop::collection::vec(0u8..5, 10), 0u8..3, 0usize..6);
    let layer = layer.prop_map(|(u, i, named, flag, bytes, v4, payload)| {
        let mut header = vec![if u == 3 { 9 } else { u }, 0];
        header.extend_from_slice(&i.to_be_bytes());
        header.extend_from_slice(&named.to_be_bytes());
        header.extend_from_slice(&[flag, 0]);
        header.extend_from_slice(&bytes);
        header.extend_from_slice(&[[10, 0, 0, 1], [10, 0, 0, 2], [11, 0, 0, 1]][usize::from(v4)]);
        header.extend_from_slice(&[1, 2, 3, 1, 2, 3][..payload]);
        header
    });
    let one = (proptest::sample::select(computed), any::<prop::sample::Index>(), 1u8..3);
    let occurrence = one.prop_map(|((field, ty), index, layer)| {
        let value = index.get(&pool(ty)).clone();
        Occurrence { field, def: 0, layer, raw: &[], value }
    });
    let computed = prop_oneof![Just(Vec::new()), prop::collection::vec(occurrence, 1..8)];
    (prop::collection::vec(layer, 0..4), computed).prop_map(|(layers, computed)| {
        let lens: Vec<usize> = layers.iter().map(Vec::len).collect();
        // A hidden field has a layer.
        let computed = if lens.is_empty() { Vec::new() } else { computed };
        Layered { data: layers.concat(), lens, computed }
    })
}
