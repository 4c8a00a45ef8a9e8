//! The corpus and the laws, as one binary.

#![expect(clippy::print_stdout, reason = "the suites print their tables")]

mod backends;
mod captures;
mod conformance;
mod fuzz;
mod laws;
mod shown;
mod tidy;
mod truncation;
