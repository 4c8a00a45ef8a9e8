//! JSON: an array of objects, or an object a line.

use std::io::{self, Write};

use datafusion::arrow::{array::RecordBatch, datatypes::SchemaRef};

use super::{Sink, shown};
use crate::show::quote;

pub(super) struct Json<W> {
    out: W,
    array: bool,
    names: Vec<String>,
    rows: u64,
}

impl<W: Write> Json<W> {
    pub(super) fn new(out: W, array: bool) -> Self {
        Self { out, array, names: Vec::new(), rows: 0 }
    }
}

impl<W: Write> Sink for Json<W> {
    fn begin(&mut self, schema: &SchemaRef) -> io::Result<()> {
        for field in schema.fields() {
            let mut name = String::new();
            quote(field.name(), &mut name);
            self.names.push(name);
        }
        if self.array { self.out.write_all(b"[") } else { Ok(()) }
    }

    fn batch(&mut self, batch: &RecordBatch) -> io::Result<()> {
        let columns = shown(batch)?;
        let mut line = String::new();
        for row in 0..batch.num_rows() {
            line.clear();
            if self.array {
                line.push_str(if self.rows == 0 { "\n" } else { ",\n" });
            }
            line.push('{');
            for (i, (name, column)) in self.names.iter().zip(&columns).enumerate() {
                line.push_str(if i == 0 { "" } else { "," });
                line.push_str(name);
                line.push(':');
                column.push_json(row, &mut line);
            }
            line.push('}');
            if !self.array {
                line.push('\n');
            }
            self.out.write_all(line.as_bytes())?;
            self.rows += 1;
        }
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        if self.array {
            self.out.write_all(b"\n]\n")?;
        }
        self.out.flush()
    }
}
