//! Reading fields of a dissected frame by name.

use strato_filter_lang::{access::Occurrence, schema::FieldId, value::Value};

use crate::{proto::dissect::Dissection, proto::registry};

/// A field, found once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read(pub(super) FieldId);

impl Read {
    /// The field of this name, which is one of the schema's.
    pub(super) fn new(name: &str) -> Self {
        match registry::schema().resolve(name) {
            Some(found) => Self(found.id),
            None => unreachable!("`{name}` is a field"),
        }
    }

    /// Its occurrences.
    pub(super) fn all<'d, 'f>(self, found: &'d Dissection<'f>) -> impl Iterator<Item = &'d Occurrence<'f>> {
        found.occurrences.iter().filter(move |occurrence| occurrence.field == self.0)
    }

    /// Its numbers.
    pub(super) fn numbers(self, found: &Dissection<'_>) -> impl Iterator<Item = u64> {
        self.all(found).filter_map(|occurrence| match occurrence.value {
            Value::Uint(n) => Some(n),
            Value::Bool(b) => Some(b.into()),
            _ => None,
        })
    }

    /// Its texts.
    pub(super) fn texts(self, found: &Dissection<'_>) -> impl Iterator<Item = String> {
        self.all(found).filter_map(|occurrence| match &occurrence.value {
            Value::Str(text) => Some(String::from_utf8_lossy(text).into_owned()),
            _ => None,
        })
    }

    /// Its times, nanoseconds.
    pub(super) fn times(self, found: &Dissection<'_>) -> impl Iterator<Item = i128> {
        self.all(found).filter_map(|occurrence| match occurrence.value {
            Value::Time(ns) => Some(ns),
            _ => None,
        })
    }

    /// What its values are called; the number where they have no name.
    pub(super) fn names(self, found: &Dissection<'_>) -> impl Iterator<Item = String> {
        let field = registry::schema().field(self.0);
        self.all(found).map(|occurrence| {
            let definition = field.definition(occurrence.def);
            match definition.name_of(&occurrence.value) {
                Some(name) => name.into_owned(),
                None => occurrence.value.text(definition.ty),
            }
        })
    }
}
