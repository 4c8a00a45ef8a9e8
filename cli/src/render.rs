//! How frames are shown: a file a form.

pub(crate) mod color;
pub(crate) mod csv;
pub(crate) mod fields;
pub(crate) mod hex;
pub(crate) mod json;
pub(crate) mod lines;
pub(crate) mod table;
pub(crate) mod tree;
pub(crate) mod value;

use std::io::{self, Write};

use strato_engine::{
    frame::Frame,
    proto::{dissect::Dissection, registry},
};
use strato_filter_lang::{
    diag::similar,
    schema::{Field, FieldId},
};

/// A selected frame and what was found in it.
pub(crate) struct View<'v> {
    pub(crate) frame: &'v Frame<'v>,
    pub(crate) found: &'v Dissection<'v>,
    /// Time after the first frame of the capture, nanoseconds.
    pub(crate) since_ns: Option<i128>,
}

impl<'v> View<'v> {
    /// A frame of a capture whose first frame has this time.
    pub(crate) fn new(frame: &'v Frame<'v>, found: &'v Dissection<'v>, first_ns: Option<i128>) -> Self {
        let since_ns = frame.timestamp_ns.zip(first_ns).map(|(now, first)| now - first);
        Self { frame, found, since_ns }
    }
}

/// A form of output. Several threads may show frames at the same time.
pub(crate) trait Sink: Sync {
    /// What comes before the first frame.
    fn begin(&self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// A frame, behind what is there.
    fn frame(&self, text: &mut Vec<u8>, view: &View<'_>) -> io::Result<()>;

    /// What comes between two frames.
    fn between(&self) -> &'static str {
        ""
    }

    /// What comes after the last frame, if there was `any`.
    fn end(&self, _out: &mut dyn Write, _any: bool) -> io::Result<()> {
        Ok(())
    }
}

/// A field to show, under the name it was asked for by.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) id: FieldId,
}

impl Column {
    /// Finds the fields with these names.
    pub(crate) fn find(names: &[String]) -> anyhow::Result<Vec<Self>> {
        let schema = registry::schema();
        let mut columns = Vec::with_capacity(names.len());
        let mut unknown = Vec::new();
        for name in names {
            match schema.resolve(name) {
                Some(found) => columns.push(Self { name: name.clone(), id: found.id }),
                None => unknown.push(name.as_str()),
            }
        }
        if unknown.is_empty() {
            return Ok(columns);
        }
        let all = || schema.fields().map(|(_, field)| field.name);
        let messages = unknown.iter().map(|name| match similar::names(name, all()).as_slice() {
            [] => format!("there is no field `{name}`; `strato fields` lists those there are"),
            near => format!("there is no field `{name}`; did you mean `{}`?", near.join("`, `")),
        });
        Err(anyhow::anyhow!("{}", messages.collect::<Vec<_>>().join("\n")))
    }

    /// Its values in a frame, in the order of the frame.
    fn values<'v, T>(
        &self,
        view: &View<'v>,
        show: impl Fn(&'static Field, &strato_filter_lang::access::Occurrence<'v>) -> T,
    ) -> Vec<T> {
        let field = registry::schema().field(self.id);
        let occurrences = view.found.occurrences.iter().filter(|occurrence| occurrence.field == self.id);
        occurrences.map(|occurrence| show(field.definition(occurrence.def), occurrence)).collect()
    }
}
