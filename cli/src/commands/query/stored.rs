//! Parquet files among the inputs.

use std::path::{Path, PathBuf};

use strato_engine::{error::ReadError, read::Reader};

/// How they are read: as captures where they kept their frames, else by their columns.
#[derive(Default)]
pub(super) struct Stored {
    #[cfg(feature = "sql")]
    kept: std::collections::BTreeMap<PathBuf, strato_sql::Payload>,
    #[cfg(feature = "sql")]
    tables: std::collections::BTreeSet<PathBuf>,
}

impl Stored {
    /// Finds them among the files; names of captures take the place of those that kept them.
    #[cfg(feature = "sql")]
    pub(super) fn among(files: &[PathBuf]) -> anyhow::Result<(Vec<PathBuf>, Self)> {
        use strato_sql::Held;
        let (mut found, mut stored) = (Vec::new(), Self::default());
        for file in files {
            match strato_sql::held(file).map_err(|damage| anyhow::anyhow!("{}: {}", damage.file, damage.message))? {
                Held::Capture => found.push(file.clone()),
                Held::Columns => {
                    stored.tables.insert(file.clone());
                    found.push(file.clone());
                }
                Held::Frames(kept) => {
                    for (name, kept) in kept {
                        // Several files may hold captures of one name.
                        let mut path = PathBuf::from(&name);
                        if stored.kept.contains_key(&path) || files.contains(&path) {
                            path = PathBuf::from(format!("{}:{name}", file.display()));
                        }
                        stored.kept.insert(path.clone(), kept);
                        found.push(path);
                    }
                }
            }
        }
        Ok((found, stored))
    }

    /// There are none.
    #[cfg(not(feature = "sql"))]
    pub(super) fn among(files: &[PathBuf]) -> anyhow::Result<(Vec<PathBuf>, Self)> {
        Ok((files.to_vec(), Self::default()))
    }

    /// Whether there are any.
    #[cfg(feature = "sql")]
    pub(super) fn is_some(&self) -> bool {
        !self.kept.is_empty() || !self.tables.is_empty()
    }

    #[cfg(not(feature = "sql"))]
    pub(super) fn is_some(&self) -> bool {
        false
    }

    /// Opens one that kept its frames.
    #[cfg(feature = "sql")]
    pub(super) fn open(&self, file: &Path) -> Option<Result<Reader, ReadError>> {
        let kept = self.kept.get(file)?;
        Some(kept.open().map_err(|message| ReadError::Open(std::io::Error::other(message))))
    }

    #[cfg(not(feature = "sql"))]
    pub(super) fn open(&self, _file: &Path) -> Option<Result<Reader, ReadError>> {
        None
    }

    /// Whether it has columns alone.
    #[cfg(feature = "sql")]
    pub(super) fn is_table(&self, file: &Path) -> bool {
        self.tables.contains(file)
    }
}
