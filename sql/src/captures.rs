//! The captures that are asked, and what became of reading them.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use strato_engine::{
    error::ReadError,
    query::QueryOptions,
    read::{Reader, name_of},
};

use crate::parquet::payload::Payload;

/// What is read, and how.
#[derive(Clone, Debug)]
pub struct Captures {
    /// Captures and Parquet files, one after another; `-` is standard input.
    pub files: Vec<PathBuf>,
    /// How they are dissected.
    pub options: QueryOptions,
    /// TLS secrets.
    pub secrets: Vec<u8>,
    /// A display filter that all frames must satisfy; empty for none.
    pub filter: String,
    /// Whether reading must end.
    pub stop: fn() -> bool,
    /// Captures that stand in Parquet files, by the name that they have among `files`.
    pub(crate) payloads: BTreeMap<PathBuf, Payload>,
    damages: Arc<Mutex<Vec<Damage>>>,
    stdin_taken: Arc<AtomicBool>,
    noted: Arc<Mutex<Noted>>,
}

/// What whoever writes a Parquet file must know of what was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Noted {
    /// Columns whose fields some frame has more than once: they hold the first value.
    pub(crate) repeats: BTreeSet<String>,
    /// Columns that cannot hold some value as it is.
    pub(crate) lossy: BTreeSet<String>,
    /// What stands behind the last frame of a capture.
    pub(crate) rests: Vec<(String, Vec<u8>)>,
}

/// Why a capture was not read to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The capture's name.
    pub file: String,
    /// What is wrong.
    pub message: String,
    /// Something of it was read.
    pub answered: bool,
}

impl Captures {
    /// Captures to be read with these options.
    pub fn new(files: Vec<PathBuf>, options: QueryOptions) -> Self {
        Self {
            files,
            options,
            secrets: Vec::new(),
            filter: String::new(),
            stop: || false,
            payloads: BTreeMap::new(),
            damages: Arc::default(),
            stdin_taken: Arc::default(),
            noted: Arc::default(),
        }
    }

    /// The same for other files.
    pub(crate) fn of(&self, files: Vec<PathBuf>, payloads: BTreeMap<PathBuf, Payload>) -> Self {
        Self { files, payloads, ..self.clone() }
    }

    /// Opens one of the captures; `shared` for threads that read it by themselves.
    pub(crate) fn open(&self, file: &Path, shared: bool) -> Result<Reader, String> {
        if let Some(payload) = self.payloads.get(file) {
            return payload.open();
        }
        if file != Path::new("-") {
            let opened = if shared { Reader::open_shared(file) } else { Reader::open_ahead(file) };
            return opened.map_err(|error| error.to_string());
        }
        if self.stdin_taken.swap(true, Ordering::Relaxed) {
            return Err("it cannot be read twice, as this query needs; name a file".to_owned());
        }
        Reader::stdin().map_err(|error| error.to_string())
    }

    /// Remembers why a capture was not read to its end.
    pub(crate) fn damaged(&self, file: &Path, error: &ReadError) {
        let damage = Damage { file: name_of(file), message: error.to_string(), answered: true };
        let mut damages = self.damages.lock().unwrap_or_else(PoisonError::into_inner);
        // A query may read a capture several times.
        if !damages.contains(&damage) {
            damages.push(damage);
        }
    }

    /// Lets the writer know something.
    pub(crate) fn note(&self, note: impl FnOnce(&mut Noted)) {
        note(&mut self.noted.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// What was noted since the last call.
    pub(crate) fn noted(&self) -> Noted {
        std::mem::take(&mut self.noted.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What went wrong since the last call.
    pub fn damages(&self) -> Vec<Damage> {
        std::mem::take(&mut self.damages.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
