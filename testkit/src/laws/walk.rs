//! The walk over layers says what the dissectors say.

use std::ops::ControlFlow;

use strato_engine::{
    exec::Session,
    frame::{Frame, FrameKind},
    proto::{
        dissect::Dissection,
        plan::{Ask, Plan},
        registry,
    },
    read::Packet,
    walk::{FrameLayout, Walk, Walker},
};
use strato_filter_jit::{
    access::ByLayers,
    layers::Layers,
    layout::{Layout, Place, SLOTS, Slot},
};
use strato_filter_lang::{
    access::{Access, Occurrence},
    schema::FieldId,
    types::Type,
};

/// Compares frame after frame.
pub struct Comparison {
    session: Session,
    walker: Walker,
    layers: Layers,
    /// Fields that the walk can read, with their places.
    fields: Vec<(FieldId, Vec<Place>)>,
    /// Protocols' own items and the slots that stand for them.
    items: Vec<(FieldId, Slot)>,
    /// Frames that were walked.
    pub walked: u64,
    /// Frames that were left to the dissectors.
    pub left: u64,
}

impl Default for Comparison {
    fn default() -> Self {
        let schema = registry::schema();
        let all = || schema.fields().map(|(id, _)| id);
        let places = all().map(|id| (id, FrameLayout.places(id)));
        let exact = |places: &[Place]| !places.is_empty() && places.iter().all(|place| place.is_exact());
        let fields: Vec<_> = places.filter(|(_, places)| exact(places)).collect();
        let items: Vec<_> = all().filter_map(|id| Some((id, FrameLayout.presence(id)?))).collect();
        let read = fields.iter().map(|(id, _)| *id).chain(items.iter().map(|(id, _)| *id));
        let session = Session::new(Plan::new(read, Ask::default()));
        let slots: Vec<Slot> = (0..SLOTS as u8).map(Slot).collect();
        let walker = Walker::new(session.plan(), &slots).expect("no field depends on the whole frame");
        let layers = Layers::new(std::array::from_fn(|slot| FrameLayout.header_len(Slot(slot as u8))));
        Self { session, walker, layers, fields, items, walked: 0, left: 0 }
    }
}

impl Comparison {
    /// Compares one frame, all earlier ones of its capture having been compared.
    ///
    /// # Errors
    /// The field, and what both say of it.
    pub fn frame(&mut self, frame: &Frame<'_>) -> Result<(), String> {
        let Self { session, walker, layers, fields, items, .. } = self;
        let (number, data) = (frame.number, frame.data);
        let packet = Packet { number, data, original_len: frame.original_len, link_type: frame.link_type };
        let walked = frame.kind == FrameKind::Packet && walker.walk(&packet, layers) == Walk::Found;
        // Also where the walk knows nothing: fragments are put together.
        let compared = session.with(frame, |dissection| {
            if !walked {
                return Ok(());
            }
            for (field, slot) in items {
                let found = occurrences(dissection, *field).len();
                if found != layers.count(*slot) {
                    return Err(differ(*field, &layers.count(*slot), &found));
                }
            }
            fields.iter().try_for_each(|(field, places)| same(*field, places, data, layers, dissection))
        });
        *(if walked { &mut self.walked } else { &mut self.left }) += 1;
        compared.map_err(|error| format!("frame {number}: {error}"))
    }

    /// Starts with another capture.
    pub fn restart(&mut self) {
        self.session.restart();
    }
}

fn same(field: FieldId, places: &[Place], data: &[u8], layers: &Layers, found: &Dissection<'_>) -> Result<(), String> {
    let schema = registry::schema();
    let places = |_: FieldId| places;
    let walked = occurrences(&ByLayers { data, layers, schema, places: &places }, field);
    let dissected = occurrences(found, field);
    if walked == dissected { Ok(()) } else { Err(differ(field, &walked, &dissected)) }
}

fn differ(field: FieldId, walked: &dyn std::fmt::Debug, dissected: &dyn std::fmt::Debug) -> String {
    let name = registry::schema().field(field).name;
    let short = |found: &dyn std::fmt::Debug| format!("{found:?}").chars().take(200).collect::<String>();
    format!("{name} is walked as {}, dissected as {}", short(walked), short(dissected))
}

/// Layer, value and bytes of each occurrence.
fn occurrences<A: Access>(frame: &A, field: FieldId) -> Vec<String> {
    let mut found = Vec::new();
    // The record's numbers stand nowhere, and a frame has one.
    let recorded = registry::schema().field(field).ty == Type::Protocol;
    frame.each(field, &mut |Occurrence { layer, value, raw, .. }| {
        found.push(if recorded { format!("{layer} {value:?}") } else { format!("{layer} {value:?} {raw:02x?}") });
        ControlFlow::Continue(())
    });
    found
}
