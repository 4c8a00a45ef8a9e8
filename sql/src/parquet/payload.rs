//! A capture that stands in a Parquet file: its frames' blocks, one after another.

mod sorted;

use std::{
    fs::File,
    io::{self, Read},
    path::PathBuf,
    sync::Arc,
};

use datafusion::{
    arrow::{
        array::{Array, ArrayRef, AsArray, RecordBatch},
        compute::cast,
        datatypes::DataType,
        error::ArrowError,
    },
    parquet::arrow::{ProjectionMask, arrow_reader::ParquetRecordBatchReaderBuilder},
};
use strato_engine::read::Reader;

use super::stored::Stored;
use crate::column::{FILE, PAYLOAD};

/// Columns that are read.
const WANTED: [&str; 2] = [FILE, PAYLOAD];
/// Frames that are read at a time: they may be large.
const BATCH: usize = 256;

/// Rows, batch after batch.
type Frames = Box<dyn Iterator<Item = Result<RecordBatch, String>> + Send>;

/// A capture in a Parquet file.
#[derive(Clone, Debug)]
pub struct Payload {
    stored: Arc<Stored>,
    /// Its name there, if there are others.
    name: Option<String>,
    /// Blocks behind the last frame.
    rest: Vec<u8>,
    /// Frames have the order that they had in the capture.
    in_order: bool,
}

impl Payload {
    /// The captures of a file, with their names.
    pub(crate) fn all(stored: &Arc<Stored>) -> Vec<(String, Self)> {
        let Some(about) = stored.about.as_ref().filter(|_| stored.has_payload()) else { return Vec::new() };
        let several = about.captures.len() > 1;
        let one = |(name, rest): &(String, Vec<u8>)| {
            let payload = Self {
                stored: Arc::clone(stored),
                name: several.then(|| name.clone()),
                rest: rest.clone(),
                in_order: about.in_order,
            };
            (name.clone(), payload)
        };
        about.captures.iter().map(one).collect()
    }

    /// Reads it as a capture.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn open(&self) -> Result<Reader, String> {
        let path = self.stored.path.clone();
        let frames = if self.in_order { self.frames() } else { sorted::frames(&self.stored) };
        let frames = frames.map_err(|error| format!("{}: {error}", path.display()))?;
        let (name, rest) = (self.name.clone(), self.rest.clone());
        let stream = Stream { path, frames: Some(frames), name, rest, bytes: Vec::new(), at: 0 };
        Reader::from_read(stream).map_err(|error| error.to_string())
    }

    /// The rows as they stand in the file.
    fn frames(&self) -> Result<Frames, String> {
        let file = File::open(&self.stored.path).map_err(|error| format!("cannot open it: {error}"))?;
        let metadata = &self.stored.metadata;
        let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(file, metadata.clone());
        // By number: names with dots would be those of columns inside of others.
        let roots = metadata.schema().fields().iter().enumerate();
        let roots = roots.filter(|(_, field)| WANTED.contains(&field.name().as_str())).map(|(at, _)| at);
        let mask = ProjectionMask::roots(builder.parquet_schema(), roots);
        let reader = builder.with_projection(mask).with_batch_size(BATCH).build();
        let reader = reader.map_err(|error| format!("this Parquet file is damaged: {error}"))?;
        Ok(Box::new(reader.map(|batch| batch.map_err(|error| format!("this Parquet file is damaged: {error}")))))
    }
}

/// The capture's bytes.
struct Stream {
    path: PathBuf,
    frames: Option<Frames>,
    name: Option<String>,
    rest: Vec<u8>,
    bytes: Vec<u8>,
    at: usize,
}

impl Read for Stream {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at == self.bytes.len() {
            self.at = 0;
            self.bytes.clear();
            match self.frames.as_mut().and_then(Iterator::next) {
                Some(batch) => {
                    let Self { bytes, name, path, .. } = self;
                    let damaged = |error: String| io::Error::other(format!("{}: {error}", path.display()));
                    let added = add(&batch.map_err(damaged)?, name.as_deref(), bytes);
                    added.map_err(|error| damaged(error.to_string()))?;
                }
                None if self.rest.is_empty() => return Ok(0),
                None => {
                    self.frames = None;
                    self.bytes = std::mem::take(&mut self.rest);
                }
            }
        }
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let len = rest.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..len), rest.get(..len)) {
            to.copy_from_slice(from);
        }
        self.at += len;
        Ok(len)
    }
}

/// Adds the parts of the frames of one capture.
fn add(batch: &RecordBatch, name: Option<&str>, bytes: &mut Vec<u8>) -> Result<(), ArrowError> {
    let column = |name: &str, data_type: DataType| -> Result<ArrayRef, ArrowError> {
        let column = batch.column_by_name(name);
        let column = column.ok_or_else(|| ArrowError::SchemaError(format!("there is no column {name}")))?;
        cast(column, &data_type)
    };
    let (files, parts) = (column(FILE, DataType::Utf8View)?, column(PAYLOAD, DataType::BinaryView)?);
    let (files, parts) = (files.as_string_view(), parts.as_binary_view());
    for row in 0..batch.num_rows() {
        let own = name.is_none_or(|name| files.is_valid(row) && files.value(row) == name);
        if own && parts.is_valid(row) {
            bytes.extend_from_slice(parts.value(row));
        }
    }
    Ok(())
}
