//! The filter of frames that bring no news: nothing was put together, and TCP's analysis has nothing to note.

use std::{ops::ControlFlow, sync::Arc};

use strato_filter_jit::{
    Compiled, JitError,
    layout::{Layout, Place, Slot},
};
use strato_filter_lang::{
    access::{Access, Occurrence},
    interpret::interpret,
    ir::{Ir, visit},
    schema::FieldId,
};

use crate::{
    proto::{registry, tcp},
    walk::FrameLayout,
};

/// The filter where such fields do not occur.
#[derive(Clone)]
pub(super) enum Quiet {
    /// It only reads what does not occur then, and says no.
    No,
    /// It reads none of them: it is stage 1, which knows all there is where nothing is beyond the layers.
    Same,
    /// Another one.
    Other(Arc<Compiled>),
}

impl Quiet {
    pub(super) fn of(ir: &Ir) -> Result<Self, JitError> {
        let fields = visit::fields(ir);
        let absent = |field: &FieldId| Noteless.places(*field).iter().all(|place| *place == Place::Beyond);
        if fields.iter().all(absent) && !interpret(ir, registry::schema(), &Nothing) {
            return Ok(Self::No);
        }
        if !fields.into_iter().any(is_note) {
            return Ok(Self::Same);
        }
        Ok(Self::Other(Arc::new(Compiled::compile(ir, registry::schema(), &Noteless)?)))
    }
}

/// Whether a field only occurs where the analysis of TCP notes something.
fn is_note(field: FieldId) -> bool {
    tcp::is_note(registry::schema().field(field).name)
}

/// A frame without fields.
struct Nothing;

impl Access for Nothing {
    fn each<'s>(&'s self, _: FieldId, _: &mut dyn FnMut(&Occurrence<'s>) -> ControlFlow<()>) {}
}

/// The layout of frames of which nothing is noted.
struct Noteless;

impl Layout for Noteless {
    fn places(&self, field: FieldId) -> Vec<Place> {
        if is_note(field) { vec![Place::Beyond] } else { FrameLayout.places(field) }
    }

    fn presence(&self, field: FieldId) -> Option<Slot> {
        FrameLayout.presence(field)
    }

    fn header_len(&self, slot: Slot) -> u16 {
        FrameLayout.header_len(slot)
    }
}
