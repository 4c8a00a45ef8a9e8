//! What holds of the benchmarks' captures.

mod bound;
mod generate;
