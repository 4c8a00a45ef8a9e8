//! How fast strato is: captures to measure with, measurements beside other tools, and counts of instructions.

pub mod bound;
pub mod generate;
pub mod instructions;
pub mod run;
mod scratch;
pub mod sql;
