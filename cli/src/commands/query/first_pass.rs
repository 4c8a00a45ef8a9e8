//! `--two-pass`: a capture is read once to learn what frames tell of those before them.

use std::{fs, ops::ControlFlow, path::Path};

use anyhow::bail;
use strato_engine::{
    error::ReadError,
    parallel::{Selected, Taker, Wanted},
    query::{Query, Then},
    read::{Item, Reader},
};

use super::Plan;
use crate::{interrupt, progress::Progress};

/// Opens a capture as the run reads it best.
pub(super) fn open(plan: &Plan, query: &Query, file: &Path) -> Result<Reader, ReadError> {
    if let Some(kept) = plan.stored.open(file) {
        return kept;
    }
    match file {
        file if file == Path::new("-") => Reader::stdin(),
        file if query.is_shared() => Reader::open_shared(file),
        file if plan.threads > 1 => Reader::open_ahead(file),
        file => Reader::open(file),
    }
}

/// Reads a capture for the first time. Where it is damaged the first pass ends; the second one says so.
pub(super) fn first_pass(plan: &Plan, query: &mut Query, file: &Path) -> anyhow::Result<()> {
    // What cannot be opened is told when it is opened again.
    if fs::metadata(file).is_ok_and(|metadata| !metadata.is_file()) {
        bail!("--two-pass: {}: only a file can be read twice", file.display());
    }
    let Ok(mut reader) = open(plan, query, file) else { return Ok(()) };
    query.first_pass();
    let progress = Progress::start(file, &reader, false);
    let mut started = false;
    while !interrupt::asked() {
        progress.tick(&reader);
        // The first packet tells the link type.
        if started {
            if let Ok(true) = query.scan(&mut reader, Wanted::default(), &mut Nothing(&progress)) {
                continue;
            }
            query.pass(&mut reader, Then::Count(u64::MAX));
        }
        match reader.next() {
            Ok(Some(Item::Frame(frame))) => {
                query.matches(&frame);
                started = true;
            }
            Ok(Some(Item::Block(block))) => query.block(&block),
            Ok(None) | Err(_) => break,
        }
    }
    query.second_pass();
    Ok(())
}

/// Takes nothing of what is selected: the second pass shows it.
struct Nothing<'a>(&'a Progress);

impl Taker for Nothing<'_> {
    fn take(&mut self, _: &Selected<'_>) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn progress(&mut self, position: u64) -> ControlFlow<()> {
        self.0.set(position);
        if interrupt::asked() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}
