//! Readers and dissectors over real captures, as one binary.

#![expect(clippy::print_stdout, reason = "says why something was skipped")]

mod captures;
