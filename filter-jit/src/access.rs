//! Fields at fixed places as occurrences, for tests that generated code leaves to the interpreter's functions.

use std::{borrow::Cow, ops::ControlFlow};

use strato_filter_lang::{
    access::{Access, Occurrence},
    schema::{FieldId, Record, Schema},
    types::Type,
    value::{Value, header::decode},
};

use crate::{
    layers::Layers,
    layout::{Edge, Place, Slot},
};

/// A frame read through its layers. Fields whose places are not all exact do not occur.
pub struct ByLayers<'a, 'd> {
    /// The frame's captured bytes.
    pub data: &'d [u8],
    /// Its layers.
    pub layers: &'a Layers,
    /// All fields.
    pub schema: &'static Schema,
    /// The places of a field, as its [`Layout`](crate::layout::Layout) gives them.
    pub places: &'a dyn Fn(FieldId) -> &'a [Place],
}

/// Any frame: generated code hands it on without knowing its type.
pub(crate) struct Dyn<'a>(pub(crate) &'a dyn Access);

/// A frame without fields.
pub(crate) struct Nothing;

impl Access for Dyn<'_> {
    fn each<'s>(&'s self, field: FieldId, visit: &mut dyn FnMut(&Occurrence<'s>) -> ControlFlow<()>) {
        self.0.each(field, visit);
    }
}

impl Access for Nothing {
    fn each<'s>(&'s self, _: FieldId, _: &mut dyn FnMut(&Occurrence<'s>) -> ControlFlow<()>) {}
}

impl Access for ByLayers<'_, '_> {
    fn each<'s>(&'s self, field: FieldId, visit: &mut dyn FnMut(&Occurrence<'s>) -> ControlFlow<()>) {
        self.each_of(field, &mut |occurrence| visit(&occurrence));
    }
}

fn recorded(record: Record, layers: &Layers) -> u64 {
    let [number, len, captured_len] = layers.record;
    match record {
        Record::Number => number,
        Record::Len => len,
        Record::CapturedLen => captured_len,
    }
}

impl<'d> ByLayers<'_, 'd> {
    /// Calls `visit` with every occurrence of `field`, which live as long as the frame's bytes.
    pub fn each_of(&self, field: FieldId, visit: &mut dyn FnMut(Occurrence<'d>) -> ControlFlow<()>) {
        let places = (self.places)(field);
        if places.iter().all(|place| place.is_exact()) {
            self.each_at(field, places, visit);
        }
    }

    /// The same for a field whose places, all of them exact, are these.
    #[inline]
    pub fn each_at(&self, field: FieldId, places: &[Place], mut visit: impl FnMut(Occurrence<'d>) -> ControlFlow<()>) {
        // What nearly every field has.
        let flow = if let [place] = places {
            let numbers = 0..place.slot().map_or(1, |slot| self.layers.count(slot));
            numbers.into_iter().try_for_each(|number| self.visit(field, *place, number, &mut visit))
        } else {
            self.each_among(field, places, &mut visit)
        };
        // Broken off or not, nothing is left to do.
        _ = flow;
    }

    /// The same for several places: layer after layer, in the order of the frame.
    fn each_among(
        &self,
        field: FieldId,
        places: &[Place],
        visit: &mut impl FnMut(Occurrence<'d>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        for place in places.iter().filter(|place| place.slot().is_none()) {
            self.visit(field, *place, 0, visit)?;
        }
        let mut layer = |slot: Slot, number: usize| {
            let mut here = places.iter().filter(|place| place.slot() == Some(slot));
            here.try_for_each(|place| self.visit(field, *place, number, visit))
        };
        let mut slots = places.iter().filter_map(|place| place.slot());
        let Some(first) = slots.next() else { return ControlFlow::Continue(()) };
        if slots.all(|slot| slot == first) {
            (0..self.layers.count(first)).try_for_each(|number| layer(first, number))
        } else {
            self.layers.in_order().into_iter().try_for_each(|(slot, number)| layer(slot, number))
        }
    }

    /// Visits the occurrence at a place in the layer with this number, if it is there.
    #[inline]
    fn visit(
        &self,
        field: FieldId,
        place: Place,
        number: usize,
        visit: &mut impl FnMut(Occurrence<'d>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        match self.read(field, place, number) {
            Some((value, raw)) => visit(Occurrence { field, def: 0, layer: number as u8 + 1, value, raw }),
            None => ControlFlow::Continue(()),
        }
    }

    #[inline]
    fn read(&self, field: FieldId, place: Place, number: usize) -> Option<(Value<'d>, &'d [u8])> {
        match place {
            Place::Header { slot, offset, width, order, mask, ty } => {
                let start = self.layers.layer(slot, number)?.at(Edge::Start) + usize::from(offset);
                let raw = self.data.get(start..start + usize::from(width))?;
                Some((decode(ty, mask, raw, order), raw))
            }
            Place::Span { slot, from, to } => {
                let raw = span(self.data, self.layers, (slot, from, to), number)?;
                let bytes = Cow::Borrowed(raw);
                let protocol = self.schema.field(field).ty == Type::Protocol;
                Some((if protocol { Value::Protocol { bytes, text: "" } } else { Value::Bytes(bytes) }, raw))
            }
            Place::Record(record) => Some((Value::Uint(recorded(record, self.layers)), &[])),
            Place::Hidden(_) | Place::Beyond => None,
        }
    }
}

/// The bytes of a span, if the layer has it.
pub(crate) fn span<'a>(
    data: &'a [u8],
    layers: &Layers,
    (slot, from, to): (Slot, Edge, Edge),
    number: usize,
) -> Option<&'a [u8]> {
    let layer = layers.layer(slot, number)?;
    if from == Edge::Payload && !layer.has_payload() {
        return None;
    }
    data.get(layer.at(from)..layer.at(to))
}
