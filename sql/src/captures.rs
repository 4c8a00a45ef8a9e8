//! The captures that are asked, and what became of reading them.

use std::{
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use strato_engine::{
    error::ReadError,
    query::QueryOptions,
    read::{Reader, name_of},
};

/// What is read, and how.
#[derive(Debug)]
pub struct Captures {
    /// Captures, one after another; `-` is standard input.
    pub files: Vec<PathBuf>,
    /// How they are dissected.
    pub options: QueryOptions,
    /// TLS secrets.
    pub secrets: Vec<u8>,
    /// A display filter that all frames must satisfy; empty for none.
    pub filter: String,
    /// Whether reading must end.
    pub stop: fn() -> bool,
    damages: Mutex<Vec<Damage>>,
    stdin_taken: AtomicBool,
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
            damages: Mutex::default(),
            stdin_taken: AtomicBool::new(false),
        }
    }

    /// Opens one of the captures.
    pub(crate) fn open(&self, file: &Path) -> Result<Reader, String> {
        if file != Path::new("-") {
            return Reader::open_ahead(file).map_err(|error| error.to_string());
        }
        if self.stdin_taken.swap(true, Ordering::Relaxed) {
            return Err("it cannot be read twice, as this query needs; name a file".to_owned());
        }
        Reader::stdin().map_err(|error| error.to_string())
    }

    /// Checks that captures can be opened, before there is any answer.
    ///
    /// # Errors
    /// The first one that cannot.
    pub fn check(&self) -> Result<(), Damage> {
        for file in self.files.iter().filter(|file| *file != Path::new("-")) {
            if let Err(error) = Reader::open(file) {
                return Err(Damage { file: name_of(file), message: error.to_string(), answered: false });
            }
        }
        Ok(())
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

    /// What went wrong since the last call.
    pub fn damages(&self) -> Vec<Damage> {
        std::mem::take(&mut self.damages.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
