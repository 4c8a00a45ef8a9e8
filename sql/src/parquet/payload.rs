//! A capture that stands in a Parquet file: its frames' blocks, one after another.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, Read},
    path::PathBuf,
};

use datafusion::{
    arrow::{
        array::{Array, ArrayRef, AsArray, RecordBatch},
        compute::cast,
        datatypes::{DataType, UInt32Type},
        error::ArrowError,
    },
    parquet::arrow::{
        ProjectionMask,
        arrow_reader::{ArrowReaderMetadata, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder},
    },
};
use strato_engine::read::Reader;

use super::stored::Stored;
use crate::column::{FILE, PCAPNG};

/// Frames that are read at a time: they may be large.
const BATCH: usize = 256;

/// A capture in a Parquet file.
#[derive(Clone, Debug)]
pub struct Payload {
    path: PathBuf,
    metadata: ArrowReaderMetadata,
    /// Its name there, if there are others.
    name: Option<String>,
    /// Blocks behind the last frame.
    rest: Vec<u8>,
    /// Frames have the order that they had in the capture.
    in_order: bool,
}

impl Payload {
    /// The captures of a file, with their names.
    pub(crate) fn all(stored: &Stored) -> Vec<(String, Self)> {
        let Some(about) = stored.about.as_ref().filter(|_| stored.has_payload()) else { return Vec::new() };
        let several = about.captures.len() > 1;
        let one = |(name, rest): &(String, Vec<u8>)| {
            let payload = Self {
                path: stored.path.clone(),
                metadata: stored.metadata.clone(),
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
        let stream = self.stream().map_err(|error| format!("{}: {error}", self.path.display()))?;
        Reader::from_read(stream).map_err(|error| error.to_string())
    }

    fn stream(&self) -> Result<Stream, String> {
        let file = File::open(&self.path).map_err(|error| format!("cannot open it: {error}"))?;
        let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(file, self.metadata.clone());
        let wanted = [FILE, "frame.number", PCAPNG];
        // By number: names with dots would be those of columns inside of others.
        let roots = self.metadata.schema().fields().iter().enumerate();
        let roots = roots.filter(|(_, field)| wanted.contains(&field.name().as_str())).map(|(at, _)| at);
        let mask = ProjectionMask::roots(builder.parquet_schema(), roots);
        let reader = builder.with_projection(mask).with_batch_size(BATCH).build();
        let reader = reader.map_err(|error| format!("this Parquet file is damaged: {error}"))?;
        let mut stream = Stream {
            path: self.path.clone(),
            reader: Some(reader),
            name: self.name.clone(),
            rest: self.rest.clone(),
            bytes: Vec::new(),
            at: 0,
        };
        if !self.in_order {
            stream.sort().map_err(|error| error.to_string())?;
        }
        Ok(stream)
    }
}

/// The capture's bytes.
struct Stream {
    path: PathBuf,
    reader: Option<ParquetRecordBatchReader>,
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
            match self.reader.as_mut().and_then(Iterator::next) {
                Some(batch) => {
                    let batch = batch.map_err(|error| self.damaged(&error))?;
                    let Self { bytes, name, .. } = self;
                    let added = each(&batch, name.as_deref(), &mut |_, part| bytes.extend_from_slice(part));
                    added.map_err(|error| self.damaged(&error))?;
                }
                None if self.rest.is_empty() => return Ok(0),
                None => {
                    self.reader = None;
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

impl Stream {
    fn damaged(&self, error: &ArrowError) -> io::Error {
        io::Error::other(format!("{}: this Parquet file is damaged: {error}", self.path.display()))
    }

    /// Puts the frames into the order of the capture: they were sorted by time, which was another one. All of them are held
    /// for that.
    fn sort(&mut self) -> io::Result<()> {
        let mut frames: BTreeMap<u32, Vec<u8>> = BTreeMap::new();
        while let Some(batch) = self.reader.as_mut().and_then(Iterator::next) {
            let batch = batch.map_err(|error| self.damaged(&error))?;
            let mut add = |number: u32, part: &[u8]| drop(frames.insert(number, part.to_vec()));
            each(&batch, self.name.as_deref(), &mut add).map_err(|error| self.damaged(&error))?;
        }
        self.reader = None;
        self.bytes = frames.into_values().flatten().collect();
        Ok(())
    }
}

/// The numbers and parts of the frames of one capture.
fn each(batch: &RecordBatch, name: Option<&str>, take: &mut dyn FnMut(u32, &[u8])) -> Result<(), ArrowError> {
    let column = |name: &str, data_type: DataType| -> Result<ArrayRef, ArrowError> {
        let column = batch.column_by_name(name);
        let column = column.ok_or_else(|| ArrowError::SchemaError(format!("there is no column {name}")))?;
        cast(column, &data_type)
    };
    let (files, numbers) = (column(FILE, DataType::Utf8View)?, column("frame.number", DataType::UInt32)?);
    let parts = column(PCAPNG, DataType::BinaryView)?;
    let (files, numbers) = (files.as_string_view(), numbers.as_primitive::<UInt32Type>());
    let parts = parts.as_binary_view();
    for row in 0..batch.num_rows() {
        let own = name.is_none_or(|name| files.is_valid(row) && files.value(row) == name);
        if own && parts.is_valid(row) {
            take(numbers.value(row), parts.value(row));
        }
    }
    Ok(())
}
