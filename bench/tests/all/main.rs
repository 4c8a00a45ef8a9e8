//! What holds of the benchmarks' captures.

mod generate;
