//! Comma-separated values (RFC 4180), with a line of names.

use std::io::{self, Write};

use datafusion::arrow::{array::RecordBatch, datatypes::SchemaRef};

use super::{Sink, shown};

pub(super) struct Csv<W> {
    out: W,
    text: String,
}

impl<W: Write> Csv<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, text: String::new() }
    }
}

/// A cell, in quotes where it takes them.
fn cell(line: &mut String, text: &str) {
    if text.contains(['"', ',', '\n', '\r']) {
        line.push('"');
        line.push_str(&text.replace('"', "\"\""));
        line.push('"');
    } else {
        line.push_str(text);
    }
}

impl<W: Write> Sink for Csv<W> {
    fn begin(&mut self, schema: &SchemaRef) -> io::Result<()> {
        let mut line = String::new();
        for (i, field) in schema.fields().iter().enumerate() {
            line.push_str(if i == 0 { "" } else { "," });
            cell(&mut line, field.name());
        }
        writeln!(self.out, "{line}")
    }

    fn batch(&mut self, batch: &RecordBatch) -> io::Result<()> {
        let columns = shown(batch)?;
        let mut line = String::new();
        for row in 0..batch.num_rows() {
            line.clear();
            for (i, column) in columns.iter().enumerate() {
                line.push_str(if i == 0 { "" } else { "," });
                self.text.clear();
                column.push(row, &mut self.text);
                cell(&mut line, &self.text);
            }
            line.push('\n');
            self.out.write_all(line.as_bytes())?;
        }
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
