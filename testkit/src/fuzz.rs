//! What fuzzing checks, as functions: any input is survived, and laws hold on it.
//!
//! The targets in `fuzz/fuzz_targets` call these, and so do the tests, with the seeds and with what is kept in
//! `fuzz/corpus`.

mod dissect;
mod filter_text;
mod filters;
mod interpret;
mod ir_text;
mod jit;
mod packets;
mod read_capture;
mod stream;

use std::path::{Path, PathBuf};

pub use dissect::differences;
pub use packets::seeds_of_capture;
pub use stream::conversations_of_capture;

/// A target of fuzzing.
#[derive(Debug)]
pub struct Target {
    /// Name of the target and of its folder in the corpus.
    pub name: &'static str,
    /// Panics when the input breaks a law.
    pub check: fn(&[u8]),
    /// Inputs to start from.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// All targets.
pub const TARGETS: &[Target] = &[
    Target { name: "filter_text", check: filter_text::check, seeds: filter_text::seeds },
    Target { name: "ir_text", check: ir_text::check, seeds: ir_text::seeds },
    Target { name: "read_capture", check: read_capture::check, seeds: read_capture::seeds },
    Target { name: "dissect", check: dissect::check, seeds: dissect::seeds },
    Target { name: "stream", check: stream::check, seeds: stream::seeds },
    Target { name: "interpret", check: interpret::check, seeds: interpret::seeds },
    Target { name: "jit", check: jit::check, seeds: interpret::seeds },
];

/// Runs the target of this name.
///
/// # Panics
/// The input breaks a law, or there is no such target.
pub fn run(name: &str, input: &[u8]) {
    let target = TARGETS.iter().find(|target| target.name == name);
    match target {
        Some(target) => (target.check)(input),
        None => panic!("there is no fuzz target {name}"),
    }
}

/// Where inputs of a target are kept.
pub fn corpus(target: &Target) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(target.name)
}
