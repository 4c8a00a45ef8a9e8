//! How a backend reads the fields of a frame.

use std::ops::ControlFlow;

use crate::{schema::FieldId, value::Value};

/// One occurrence of a field in a frame.
#[derive(Clone, Debug)]
pub struct Occurrence<'a> {
    /// Which field.
    pub field: FieldId,
    /// Which of the field's definitions (0 unless the name is declared several times, rule E44).
    pub def: u8,
    /// Running number, from 1, of the layer of the protocol that produced it (rule E27).
    pub layer: u8,
    /// The value.
    pub value: Value<'a>,
    /// The bytes the field covers, whole bytes even for a bit-field; empty for computed fields (rule E30).
    pub raw: &'a [u8],
}

/// A frame whose fields can be read.
pub trait Access {
    /// Calls `visit` with every occurrence of `field`, in the order of the frame, until it breaks.
    fn each<'s>(&'s self, field: FieldId, visit: &mut dyn FnMut(&Occurrence<'s>) -> ControlFlow<()>);
}
