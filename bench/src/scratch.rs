//! A folder for the time of a run.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process,
};

use anyhow::Context;

/// A folder that is removed in the end.
#[derive(Debug)]
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// A new folder among the temporary files.
    pub(crate) fn new() -> anyhow::Result<Self> {
        let path = env::temp_dir().join(format!("strato-bench-{}", process::id()));
        fs::create_dir(&path).with_context(|| format!("cannot make {}", path.display()))?;
        Ok(Self(path))
    }

    /// A file in it.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let removed: io::Result<()> = fs::remove_dir_all::<&Path>(&self.0);
        debug_assert!(removed.is_ok(), "the folder is ours");
    }
}
