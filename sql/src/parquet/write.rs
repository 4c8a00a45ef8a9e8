//! Writes frames into a Parquet file.

use std::io::{self, Write};

use datafusion::{
    arrow::{
        array::{Array, AsArray, RecordBatch},
        datatypes::{DataType, SchemaRef, UInt32Type},
    },
    common::HashMap,
    parquet::{
        arrow::ArrowWriter,
        basic::{Compression, Encoding, ZstdLevel},
        file::{
            metadata::SortingColumn,
            properties::{EnabledStatistics, WriterProperties},
        },
        schema::types::ColumnPath,
    },
};

use super::about::About;
use crate::{
    captures::Noted,
    column::{Cell, Column, FILE, PAYLOAD, Shape},
    convert::Conversion,
    output::{plain, plain_schema},
};

/// Rows of a row group: what is passed over at once, and what threads share.
const ROWS: usize = 128 * 1024;
/// Bytes after which a row group ends anyway: what is held in memory.
const BYTES: usize = 128 * 1024 * 1024;
/// Rows of a page.
const PAGE_ROWS: usize = 8 * 1024;

/// Writes a file.
pub(crate) struct Writer<W: Write + Send> {
    writer: ArrowWriter<W>,
    schema: SchemaRef,
    columns: Vec<Column>,
    order: Order,
    /// Rows so far.
    pub(crate) rows: u64,
}

impl<W: Write + Send> Writer<W> {
    /// Starts a file of these columns.
    pub(crate) fn new(out: W, schema: &SchemaRef, columns: &[Column], conversion: &Conversion) -> io::Result<Self> {
        let schema = plain_schema(schema);
        let properties = properties(columns, conversion);
        let writer = ArrowWriter::try_new(out, SchemaRef::clone(&schema), Some(properties)).map_err(error)?;
        Ok(Self { writer, schema, columns: columns.to_vec(), order: Order::default(), rows: 0 })
    }

    /// Adds rows.
    pub(crate) fn batch(&mut self, batch: &RecordBatch) -> io::Result<()> {
        self.order.look(batch);
        self.rows += batch.num_rows() as u64;
        let batch = plain(batch, &self.schema).map_err(io::Error::other)?;
        self.writer.write(&batch).map_err(error)?;
        // Frames may be large: rows do not bound what is held.
        if self.writer.in_progress_size() > BYTES || self.writer.memory_size() > 2 * BYTES {
            self.writer.flush().map_err(error)?;
        }
        Ok(())
    }

    /// Ends the file.
    pub(crate) fn finish(mut self, about: About, noted: &Noted) -> io::Result<W> {
        let about = About { in_order: self.order.is_kept(), ..about };
        for pair in about.pairs(&self.columns, noted) {
            self.writer.append_key_value_metadata(pair);
        }
        self.writer.into_inner().map_err(error)
    }
}

/// What the disk said, if it did.
fn error(error: datafusion::parquet::errors::ParquetError) -> io::Error {
    use datafusion::parquet::errors::ParquetError;
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    }
}

/// How columns are encoded.
fn properties(columns: &[Column], conversion: &Conversion) -> WriterProperties {
    let path = |name: &str| ColumnPath::new(vec![name.to_owned()]);
    let mut properties = WriterProperties::builder()
        .set_created_by(concat!("strato ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_statistics_enabled(EnabledStatistics::Page)
        .set_max_row_group_row_count(Some(conversion.rows.unwrap_or(ROWS).max(1)))
        .set_data_page_row_count_limit(PAGE_ROWS);
    for column in columns {
        let name = column.name.as_str();
        let (cell, list) = match column.shape() {
            Shape::Presence => continue,
            Shape::First(cell) => (cell, false),
            Shape::List(cell) => (cell, true),
        };
        if name == PAYLOAD {
            properties = properties
                .set_column_dictionary_enabled(path(name), false)
                .set_column_statistics_enabled(path(name), EnabledStatistics::None);
        } else if !list && grows(name) {
            // Each value is near the one before.
            properties = properties
                .set_column_dictionary_enabled(path(name), false)
                .set_column_encoding(path(name), Encoding::DELTA_BINARY_PACKED);
        } else if !list && is_sought(name, cell) {
            properties = properties
                .set_column_bloom_filter_enabled(path(name), true)
                .set_column_bloom_filter_fpp(path(name), 0.01);
        }
    }
    let time = columns.iter().position(|column| column.name == "frame.time");
    if let Some(time) = time.filter(|_| conversion.sort) {
        let time = SortingColumn { column_idx: leaves(&columns[..time]) as i32, descending: false, nulls_first: false };
        properties = properties.set_sorting_columns(Some(vec![time]));
    }
    properties.build()
}

/// Every column is one leaf: lists have one kind of element.
fn leaves(columns: &[Column]) -> usize {
    columns.len()
}

/// Whether values mostly grow from frame to frame.
fn grows(name: &str) -> bool {
    matches!(name, "frame.number" | "frame.time" | "frame.time_epoch")
}

/// Whether single values of a column are looked for, that a row group has few of: statistics do not help there.
fn is_sought(name: &str, cell: Cell) -> bool {
    match cell {
        Cell::Kind(_) => true,
        Cell::Text => name != FILE && !name.starts_with("_ws.col") && name != "frame.protocols",
        Cell::Uint(32) => name.ends_with(".stream"),
        _ => false,
    }
}

/// Whether the frames of each capture come in the order of their numbers.
#[derive(Default)]
struct Order {
    last: HashMap<String, u32>,
    broken: bool,
}

impl Order {
    fn look(&mut self, batch: &RecordBatch) {
        let (Some(files), Some(numbers)) = (batch.column_by_name(FILE), batch.column_by_name("frame.number")) else {
            self.broken = true;
            return;
        };
        let (DataType::Utf8View, DataType::UInt32) = (files.data_type(), numbers.data_type()) else {
            self.broken = true;
            return;
        };
        let (files, numbers) = (files.as_string_view(), numbers.as_primitive::<UInt32Type>());
        let mut row = 0;
        while row < batch.num_rows() {
            let file = files.value(row);
            let last = self.last.entry_ref(file).or_insert(0);
            while row < batch.num_rows() && files.value(row) == file {
                self.broken |= numbers.value(row) <= *last;
                *last = numbers.value(row);
                row += 1;
            }
        }
    }

    fn is_kept(&self) -> bool {
        !self.broken
    }
}
