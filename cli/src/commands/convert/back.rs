//! Captures out of Parquet files that kept their frames.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{anyhow, bail};
use strato_engine::{
    read::{Compression, Item, Reader, name_of},
    write::{Format, Writer},
};

use super::Args;
use strato_sql::{Held, Payload};

use crate::{commands::Lost, interrupt, unfinished::Unfinished};

/// Writes all frames of the inputs into one capture.
pub(super) fn run(args: &Args, files: &[PathBuf], out: &Path) -> anyhow::Result<ExitCode> {
    if args.payload || args.sort || args.columns.is_some() || !args.fields.is_empty() || !args.with.is_empty() {
        bail!("{}: --columns, -e, --with, --payload and --sort are for Parquet files", out.display());
    }
    if !args.filter.is_empty() {
        bail!("{}: `strato query FILTER FILE -w {0}` writes the frames that a filter selects", out.display());
    }
    let mut inputs = Vec::new();
    for file in files {
        match strato_sql::held(file).map_err(|damage| anyhow!("{}: {}", damage.file, damage.message))? {
            Held::Capture => inputs.push((name_of(file), Input::Capture(file))),
            Held::Columns => {
                bail!("{}: it does not hold the frames themselves; convert the capture with --payload", file.display())
            }
            Held::Frames(kept) => inputs.extend(kept.into_iter().map(|(name, kept)| (name, Input::Kept(kept)))),
        }
    }
    let compression = match out.extension().and_then(|ending| ending.to_str()) {
        Some("gz") => Compression::Gzip,
        Some("zst") => Compression::Zstd,
        Some("lz4") => Compression::Lz4,
        _ => Compression::None,
    };
    let unfinished = Unfinished::create(out).map_err(|error| anyhow!("{}: cannot make it: {error}", out.display()))?;
    let lost = |error: &dyn std::fmt::Display| {
        anyhow::Error::from(Lost(format!("{}: {error}; nothing was written", out.display())))
    };
    let file = unfinished.file().map_err(|error| lost(&error))?;
    let writer = Writer::to_write(file, Format::of_path(out), compression);
    let mut writer = writer.map_err(|error| lost(&error))?;
    interrupt::watch();
    let mut damaged = false;
    for (name, input) in &inputs {
        let mut reader = input.open().map_err(|message| anyhow!("{name}: {message}"))?;
        writer.input(&reader).map_err(|error| lost(&error))?;
        while !interrupt::asked() {
            let written = match reader.next() {
                Ok(Some(Item::Frame(frame))) => writer.frame(&frame),
                Ok(Some(Item::Block(block))) => writer.block(&block),
                Ok(None) => break,
                Err(error) => {
                    damaged = true;
                    writeln!(anstream::stderr(), "strato convert: {name}: {error}")?;
                    break;
                }
            };
            written.map_err(|error| lost(&error))?;
        }
    }
    if interrupt::asked() {
        return Ok(ExitCode::from(interrupt::EXIT_CODE));
    }
    writer.finish().map_err(|error| lost(&error))?;
    unfinished.finish().map_err(|error| lost(&error))?;
    Ok(ExitCode::from(if damaged { 2 } else { 0 }))
}

enum Input<'i> {
    Capture(&'i Path),
    Kept(Payload),
}

impl Input<'_> {
    fn open(&self) -> Result<Reader, String> {
        match self {
            Self::Capture(path) if *path == Path::new("-") => Reader::stdin().map_err(|error| error.to_string()),
            Self::Capture(path) => Reader::open_ahead(path).map_err(|error| error.to_string()),
            Self::Kept(kept) => kept.open(),
        }
    }
}
