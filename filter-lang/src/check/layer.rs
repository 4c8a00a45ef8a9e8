//! Layer ranges (§13). The parser has checked their form (rule E23).

use super::Ctx;
use crate::syntax::{FieldRef, Range};

impl Ctx<'_> {
    /// The layers written behind a field; `#[:]` is all of them, as if nothing were written.
    pub(super) fn layers(&mut self, field: &FieldRef) -> Option<Vec<Range>> {
        field.layers.clone().filter(|ranges| !ranges.contains(&Range::From(0)))
    }
}
