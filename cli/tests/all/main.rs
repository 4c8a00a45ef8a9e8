//! The `strato` command as users run it.

#![expect(clippy::print_stdout, reason = "a skipped test says why")]

mod captures;
mod completions;
#[cfg(feature = "sql")]
mod convert;
mod fields;
#[cfg(feature = "sql")]
mod python;
mod query;
#[cfg(feature = "sql")]
mod questions;
#[cfg(feature = "sql")]
mod sql;
mod stats;

use std::{
    fs,
    path::{Path, PathBuf},
};

use snapbox::cmd::{Command, cargo_bin};

/// A folder of one test with its captures; removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        drop(fs::remove_dir_all(&path));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// One with the capture `sample.pcap`.
    fn with_sample(test: &str) -> Self {
        let folder = Self::new(test);
        folder.file("sample.pcap", captures::pcap(&captures::sample()));
        folder
    }

    /// Writes a file and gives its path.
    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// The command, run in the folder, whatever the user's own settings.
    fn strato(&self) -> Command {
        Command::new(cargo_bin!("strato"))
            .current_dir(&self.0)
            .env("XDG_CONFIG_HOME", &self.0)
            .env("STRATO_MANUF", "")
            .env("TZ", "UTC")
            .env_remove("NO_COLOR")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}
