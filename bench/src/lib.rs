//! How fast strato is: captures to measure with, measurements beside other tools, and counts of instructions.

pub mod generate;
