//! A bar on standard error while a long file is read; none when that is no terminal.

use std::{
    io::{self, IsTerminal},
    path::Path,
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use strato_engine::read::Reader;

/// Shorter files are done before a bar could be seen, bytes.
const LONG: u64 = 32 * 1024 * 1024;
/// Frames between two looks at how far it is.
const EVERY: u64 = 4096;

/// Progress through one input.
pub(crate) struct Progress(Option<ProgressBar>);

impl Progress {
    /// Starts a bar if there is something to show; `quiet` when results themselves go to the terminal.
    pub(crate) fn start(path: &Path, reader: &Reader, quiet: bool) -> Self {
        let size = reader.size().filter(|size| *size >= LONG && !quiet && io::stderr().is_terminal());
        Self(size.map(|size| {
            let bar = ProgressBar::with_draw_target(Some(size), ProgressDrawTarget::stderr_with_hz(5));
            let form = "{msg} {wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta}";
            if let Ok(style) = ProgressStyle::with_template(form) {
                bar.set_style(style);
            }
            bar.set_message(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
            bar
        }))
    }

    /// Tells how far it is.
    pub(crate) fn tick(&self, reader: &Reader) {
        if let Some(bar) = &self.0
            && reader.frames().is_multiple_of(EVERY)
        {
            bar.set_position(reader.position());
        }
    }

    /// Tells that so many bytes were read.
    pub(crate) fn set(&self, position: u64) {
        if let Some(bar) = &self.0 {
            bar.set_position(position);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
