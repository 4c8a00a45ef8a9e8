//! Where an answer goes: standard output, or a file that has its name only when it is whole.

use std::{
    fs::{self, File},
    io::{self, BufWriter, IsTerminal, Write},
    path::{Path, PathBuf},
};

use anyhow::anyhow;
use strato_sql::{Format, Sink};

use crate::commands::Lost;

/// A table that goes into a file or a pipe is as wide as it is.
const ANY_WIDTH: usize = usize::MAX;

pub(super) struct Output {
    sink: Box<dyn Sink>,
    file: Option<Unfinished>,
}

/// A file under another name.
struct Unfinished {
    path: PathBuf,
    unfinished: PathBuf,
}

impl Output {
    /// Standard output, or a file.
    pub(super) fn new(path: Option<&Path>, format: Format) -> anyhow::Result<Self> {
        let Some(path) = path.filter(|path| *path != Path::new("-")) else {
            let width = match io::stdout().is_terminal() {
                true => terminal_size::terminal_size().map_or(80, |(width, _)| width.0.into()),
                false => ANY_WIDTH,
            };
            let out = BufWriter::with_capacity(64 * 1024, io::stdout());
            return Ok(Self { sink: format.sink(out, width), file: None });
        };
        let mut name = path.file_name().map(ToOwned::to_owned).unwrap_or_default();
        name.push(format!(".{}.unfinished", std::process::id()));
        let unfinished = path.with_file_name(name);
        let file = File::create(&unfinished).map_err(|error| anyhow!("{}: {error}", path.display()))?;
        let sink = format.sink(BufWriter::with_capacity(64 * 1024, file), ANY_WIDTH);
        Ok(Self { sink, file: Some(Unfinished { path: path.to_owned(), unfinished }) })
    }

    pub(super) fn sink(&mut self) -> &mut dyn Sink {
        &mut *self.sink
    }

    /// The answer is whole.
    pub(super) fn done(self) -> anyhow::Result<()> {
        let Self { sink, file } = self;
        drop(sink);
        let Some(Unfinished { path, unfinished }) = file else { return Ok(io::stdout().flush()?) };
        fs::rename(&unfinished, &path).map_err(|error| Lost(format!("{}: {error}", path.display())).into())
    }

    /// There is no answer, or only part of one.
    pub(super) fn give_up(self) {
        let Self { sink, file } = self;
        drop(sink);
        if let Some(file) = file {
            // Nothing can be done about one that cannot be removed.
            drop(fs::remove_file(file.unfinished));
        }
    }
}
