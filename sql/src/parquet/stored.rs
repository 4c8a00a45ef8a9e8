//! A Parquet file that is asked: its footer, read once.

use std::{
    fs::File,
    io::{Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

use datafusion::{
    arrow::{compute::can_cast_types, datatypes::SchemaRef},
    object_store::{ObjectMeta, path::Path as StorePath},
    parquet::arrow::arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions},
};
use strato_engine::read::name_of;

use super::about::{About, Held};
use crate::{
    captures::Damage,
    column::{Column, FILE, PAYLOAD, Source},
    output::plain_field,
};

/// First and last bytes of a Parquet file.
const MAGIC: &[u8; 4] = b"PAR1";

/// A Parquet file.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    pub(crate) path: PathBuf,
    /// Where DataFusion finds it.
    pub(crate) object: ObjectMeta,
    /// Its footer.
    pub(crate) metadata: ArrowReaderMetadata,
    /// What it says of itself; nothing where others wrote it.
    pub(crate) about: Option<About>,
}

/// Whether a file starts like a Parquet file.
pub(crate) fn is_parquet(path: &Path) -> bool {
    let mut start = [0; 4];
    File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == *MAGIC
}

impl Stored {
    /// Reads the footer.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub(crate) fn open(path: &Path) -> Result<Self, Damage> {
        Self::try_open(path).map_err(|message| Damage { file: name_of(path), message, answered: false })
    }

    fn try_open(path: &Path) -> Result<Self, String> {
        let mut file = File::open(path).map_err(|error| format!("cannot open it: {error}"))?;
        let absolute = path.canonicalize().map_err(|error| format!("cannot open it: {error}"))?;
        let about_file = file.metadata().map_err(|error| format!("cannot read it: {error}"))?;
        let mut end = [0; 4];
        let ends = about_file.len() >= 12
            && file.seek(SeekFrom::End(-4)).and_then(|_| file.read_exact(&mut end)).is_ok()
            && end == *MAGIC;
        if !ends {
            return Err(format!(
                "this Parquet file is cut short: of {} bytes the last are not its footer; copy it, or convert the \
                 capture, again",
                about_file.len()
            ));
        }
        let location = StorePath::from_absolute_path(&absolute).map_err(|error| error.to_string())?;
        let modified = about_file.modified().map_or_else(|_| Default::default(), Into::into);
        let object =
            ObjectMeta { location, last_modified: modified, size: about_file.len(), e_tag: None, version: None };
        let metadata = ArrowReaderMetadata::load(&file, ArrowReaderOptions::new())
            .map_err(|error| format!("this Parquet file is damaged: {error}"))?;
        let pairs = metadata.metadata().file_metadata().key_value_metadata();
        let about = About::read(pairs.map_or(&[], Vec::as_slice))?;
        Ok(Self { path: path.to_owned(), object, metadata, about })
    }

    /// Its columns.
    pub(crate) fn schema(&self) -> &SchemaRef {
        self.metadata.schema()
    }

    /// Whether it has a column, of the type that `frames` has it in.
    pub(crate) fn holds(&self, column: &Column) -> bool {
        let Ok(own) = self.schema().field_with_name(column.name.as_str()) else { return false };
        let wanted = plain_field(&column.arrow().into());
        let (own, wanted) = (plain_field(&own.clone().into()), wanted);
        own.data_type().equals_datatype(wanted.data_type())
            || matches!(column.source, Source::File) && can_cast_types(own.data_type(), wanted.data_type())
    }

    /// What a column holds of its field; `None` where that is not known.
    pub(crate) fn held(&self, name: &str) -> Option<Held> {
        self.about.as_ref()?.columns.get(name).copied()
    }

    /// Whether the frames themselves are kept.
    pub(crate) fn has_payload(&self) -> bool {
        self.about.as_ref().is_some_and(|about| about.payload) && self.schema().field_with_name(PAYLOAD).is_ok()
    }

    /// Whether it says of which capture each frame is.
    pub(crate) fn has_file(&self) -> bool {
        self.schema().field_with_name(FILE).is_ok()
    }

    /// The names of the captures in it; its own, where it does not say.
    pub(crate) fn captures(&self) -> Vec<String> {
        match &self.about {
            Some(about) => about.captures.iter().map(|(name, _)| name.clone()).collect(),
            None => vec![name_of(&self.path)],
        }
    }
}

/// Reads all of a file; says what is wrong with it.
///
/// # Errors
/// The first thing that is damaged.
pub(crate) fn verify(stored: &Stored) -> Result<(), String> {
    use datafusion::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
    let file = File::open(&stored.path).map_err(|error| error.to_string())?;
    let reader = ParquetRecordBatchReaderBuilder::new_with_metadata(file, stored.metadata.clone());
    let reader = reader.with_batch_size(1024).build().map_err(|error| error.to_string())?;
    for batch in reader {
        drop(batch.map_err(|error| error.to_string())?);
    }
    Ok(())
}
