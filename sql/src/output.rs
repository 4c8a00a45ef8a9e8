//! Forms of an answer: a file a form.

mod arrow;
mod csv;
mod json;
mod parquet;
mod table;

use std::io::{self, Write};

use datafusion::arrow::{
    array::{ArrayRef, RecordBatch},
    compute::cast,
    datatypes::{DataType, Field, FieldRef, Schema, SchemaRef},
    error::ArrowError,
};

use crate::show::Shown;

/// Takes an answer, batch after batch.
pub trait Sink {
    /// What its columns are; comes first.
    ///
    /// # Errors
    /// The answer cannot be written.
    fn begin(&mut self, schema: &SchemaRef) -> io::Result<()>;

    /// Some rows.
    ///
    /// # Errors
    /// The answer cannot be written.
    fn batch(&mut self, batch: &RecordBatch) -> io::Result<()>;

    /// There are no more rows.
    ///
    /// # Errors
    /// The answer cannot be written.
    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Forms of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Columns for people.
    Table,
    /// Comma-separated values with a line of names.
    Csv,
    /// An array of objects.
    Json,
    /// An object a line.
    Ndjson,
    /// A stream of Arrow's IPC.
    Arrow,
    /// A Parquet file.
    Parquet,
}

impl Format {
    /// Writes answers of this form; a table is `width` columns wide at most.
    pub fn sink<'w>(self, out: impl Write + Send + 'w, width: usize) -> Box<dyn Sink + 'w> {
        match self {
            Self::Table => Box::new(table::Table::new(out, width)),
            Self::Csv => Box::new(csv::Csv::new(out)),
            Self::Json => Box::new(json::Json::new(out, true)),
            Self::Ndjson => Box::new(json::Json::new(out, false)),
            Self::Arrow => Box::new(arrow::Stream::new(out)),
            Self::Parquet => Box::new(parquet::File::new(out)),
        }
    }
}

/// The columns of a batch, ready to be written as text.
fn shown<'b>(batch: &'b RecordBatch) -> io::Result<Vec<Shown<'b>>> {
    let schema = batch.schema_ref().fields().iter();
    let columns = schema.zip(batch.columns()).map(|(field, array)| Shown::new(array, field));
    columns.collect::<Result<_, _>>().map_err(io::Error::other)
}

/// The declaration of a column for other programs: views, which not all know, as what they are views of.
pub(crate) fn plain_field(field: &FieldRef) -> FieldRef {
    let data_type = match field.data_type() {
        DataType::Utf8View => DataType::Utf8,
        DataType::BinaryView => DataType::Binary,
        DataType::List(item) => DataType::List(plain_field(item)),
        _ => return FieldRef::clone(field),
    };
    Field::clone(field).with_data_type(data_type).into()
}

pub(crate) fn plain_schema(schema: &SchemaRef) -> SchemaRef {
    let fields = schema.fields().iter().map(plain_field).collect::<Vec<_>>();
    Schema::new_with_metadata(fields, schema.metadata().clone()).into()
}

pub(crate) fn plain(batch: &RecordBatch, schema: &SchemaRef) -> Result<RecordBatch, ArrowError> {
    let columns = schema.fields().iter().zip(batch.columns());
    let columns = columns.map(|(field, column)| match field.data_type() == column.data_type() {
        true => Ok(ArrayRef::clone(column)),
        false => cast(column, field.data_type()),
    });
    let options = datafusion::arrow::array::RecordBatchOptions::new().with_row_count(Some(batch.num_rows()));
    RecordBatch::try_new_with_options(SchemaRef::clone(schema), columns.collect::<Result<_, _>>()?, &options)
}
