//! Where an answer goes: standard output, or a file that has its name only when it is whole.

use std::{
    io::{self, BufWriter, IsTerminal, Write},
    path::{Path, PathBuf},
};

use anyhow::anyhow;
use strato_sql::{Format, Sink};

use crate::{commands::Lost, unfinished::Unfinished};

/// A table that goes into a file or a pipe is as wide as it is.
const ANY_WIDTH: usize = usize::MAX;

pub(super) struct Output {
    sink: Box<dyn Sink>,
    file: Option<(PathBuf, Unfinished)>,
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
        let wrong = |error| anyhow!("{}: {error}", path.display());
        let unfinished = Unfinished::create(path).map_err(wrong)?;
        let file = unfinished.file().map_err(wrong)?;
        let sink = format.sink(BufWriter::with_capacity(64 * 1024, file), ANY_WIDTH);
        Ok(Self { sink, file: Some((path.to_owned(), unfinished)) })
    }

    pub(super) fn sink(&mut self) -> &mut dyn Sink {
        &mut *self.sink
    }

    /// The answer is whole.
    pub(super) fn done(self) -> anyhow::Result<()> {
        let Self { sink, file } = self;
        drop(sink);
        let Some((path, unfinished)) = file else { return Ok(io::stdout().flush()?) };
        unfinished.finish().map_err(|error| Lost(format!("{}: {error}", path.display())).into())
    }
}
