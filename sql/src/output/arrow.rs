//! A stream of Arrow's IPC.

use std::io::{self, Write};

use datafusion::arrow::{array::RecordBatch, datatypes::SchemaRef, ipc::writer::StreamWriter};

use super::{Sink, plain, plain_schema};

pub(super) enum Stream<W: Write> {
    Waiting(Option<W>),
    Writing(Box<StreamWriter<W>>, SchemaRef),
}

impl<W: Write> Stream<W> {
    pub(super) fn new(out: W) -> Self {
        Self::Waiting(Some(out))
    }
}

impl<W: Write> Sink for Stream<W> {
    fn begin(&mut self, schema: &SchemaRef) -> io::Result<()> {
        if let Self::Waiting(out) = self
            && let Some(out) = out.take()
        {
            let schema = plain_schema(schema);
            let writer = StreamWriter::try_new(out, &schema).map_err(io::Error::other)?;
            *self = Self::Writing(Box::new(writer), schema);
        }
        Ok(())
    }

    fn batch(&mut self, batch: &RecordBatch) -> io::Result<()> {
        let Self::Writing(writer, schema) = self else { return Ok(()) };
        plain(batch, schema).and_then(|batch| writer.write(&batch)).map_err(io::Error::other)
    }

    fn end(&mut self) -> io::Result<()> {
        let Self::Writing(writer, _) = self else { return Ok(()) };
        writer.finish().map_err(io::Error::other)?;
        writer.flush().map_err(io::Error::other)
    }
}
