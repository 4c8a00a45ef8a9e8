//! Searches in the bytes of layers.

use std::ops::ControlFlow;

use memchr::memmem::Finder;
use strato_filter_lang::{access::Access, interpret::bytes_of, ir::Quant, pattern::Pattern, schema::FieldId};

use crate::{
    access::span,
    layers::Layers,
    layout::{Edge, Slot},
};

/// A search in the values of a field.
pub(crate) struct Search {
    pub(crate) field: FieldId,
    /// Where they are, if they can be read from layers.
    pub(crate) spans: Vec<(Slot, Edge, Edge)>,
    pub(crate) quant: Quant,
    pub(crate) sought: Sought,
}

/// What is sought.
pub(crate) enum Sought {
    /// Nothing is contained in anything (§11).
    Nothing,
    Bytes(Box<Finder<'static>>),
    Pattern(Pattern),
}

impl Sought {
    pub(crate) fn bytes(bytes: &[u8]) -> Self {
        if bytes.is_empty() { Self::Nothing } else { Self::Bytes(Box::new(Finder::new(bytes).into_owned())) }
    }

    #[inline]
    fn is_in(&self, bytes: &[u8]) -> bool {
        match self {
            Self::Nothing => false,
            Self::Bytes(finder) => finder.find(bytes).is_some(),
            Self::Pattern(pattern) => pattern.is_match(bytes),
        }
    }
}

impl Search {
    /// Whether the test holds.
    pub(crate) fn run(&self, data: &[u8], layers: &Layers) -> bool {
        let mut any = false;
        for (slot, from, to) in &self.spans {
            for number in 0..layers.count(*slot) {
                let Some(bytes) = span(data, layers, (*slot, *from, *to), number) else { continue };
                let found = self.sought.is_in(bytes);
                if found == (self.quant == Quant::Any) {
                    return found;
                }
                any = true;
            }
        }
        any && self.quant == Quant::All
    }

    /// The same in a dissected frame.
    pub(crate) fn run_fields(&self, frame: &dyn Access) -> bool {
        let mut verdict = None;
        frame.each(self.field, &mut |occurrence| {
            let found = self.sought.is_in(&bytes_of(&occurrence.value));
            verdict = Some(found);
            if found == (self.quant == Quant::Any) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        verdict.unwrap_or(false)
    }
}
