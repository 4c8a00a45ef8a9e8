//! A Parquet file, compressed with zstd.

use std::io::{self, Write};

use datafusion::{
    arrow::{array::RecordBatch, datatypes::SchemaRef},
    parquet::{
        arrow::ArrowWriter,
        basic::{Compression, ZstdLevel},
        file::properties::WriterProperties,
    },
};

use super::{Sink, plain, plain_schema};

pub(super) enum File<W: Write + Send> {
    Waiting(Option<W>),
    Writing(Box<ArrowWriter<W>>, SchemaRef),
    Done,
}

impl<W: Write + Send> File<W> {
    pub(super) fn new(out: W) -> Self {
        Self::Waiting(Some(out))
    }
}

impl<W: Write + Send> Sink for File<W> {
    fn begin(&mut self, schema: &SchemaRef) -> io::Result<()> {
        if let Self::Waiting(out) = self
            && let Some(out) = out.take()
        {
            let schema = plain_schema(schema);
            let properties =
                WriterProperties::builder().set_compression(Compression::ZSTD(ZstdLevel::default())).build();
            let writer = ArrowWriter::try_new(out, SchemaRef::clone(&schema), Some(properties));
            *self = Self::Writing(Box::new(writer.map_err(io::Error::other)?), schema);
        }
        Ok(())
    }

    fn batch(&mut self, batch: &RecordBatch) -> io::Result<()> {
        let Self::Writing(writer, schema) = self else { return Ok(()) };
        let batch = plain(batch, schema).map_err(io::Error::other)?;
        writer.write(&batch).map_err(io::Error::other)
    }

    fn end(&mut self) -> io::Result<()> {
        if let Self::Writing(writer, _) = std::mem::replace(self, Self::Done) {
            let mut out = writer.into_inner().map_err(io::Error::other)?;
            out.flush()?;
        }
        Ok(())
    }
}
