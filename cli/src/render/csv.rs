//! `-T csv`: RFC 4180, with a header.

use std::io::{self, Write};

use strato_engine::proto::columns::text;

use super::{
    Column, Sink, View,
    fields::{Format, chosen},
    lines, value,
};

/// Fields, or the columns of the summary when none are chosen.
pub(crate) struct Csv {
    pub(crate) columns: Vec<Column>,
    pub(crate) format: Format,
}

/// Wireshark's names of the summary columns.
const SUMMARY: [&str; 7] = ["No.", "Time", "Source", "Destination", "Protocol", "Length", "Info"];

impl Sink for Csv {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.columns.is_empty() {
            return record(out, SUMMARY.iter().map(|name| (*name).to_owned()));
        }
        record(out, self.columns.iter().map(|column| column.name.clone()))
    }

    fn frame(&self, out: &mut Vec<u8>, view: &View<'_>) -> io::Result<()> {
        if self.columns.is_empty() {
            let info = &view.found.info;
            let (number, len) = (view.frame.number.to_string(), view.frame.original_len.to_string());
            let protocol = info.protocol_column.to_owned();
            let row = [number, lines::since(view), text(info.src), text(info.dst), protocol, len, info.summary()];
            return record(out, row.into_iter());
        }
        let aggregator = self.format.aggregator.to_string();
        let values = |column: &Column| chosen(column.values(view, value::plain), self.format.occurrence);
        record(out, self.columns.iter().map(|column| values(column).join(&aggregator)))
    }
}

fn record(out: &mut dyn Write, values: impl Iterator<Item = String>) -> io::Result<()> {
    for (i, value) in values.enumerate() {
        if i > 0 {
            write!(out, ",")?;
        }
        if value.contains(['"', ',', '\n', '\r']) {
            write!(out, "\"{}\"", value.replace('"', "\"\""))?;
        } else {
            write!(out, "{value}")?;
        }
    }
    writeln!(out)
}
