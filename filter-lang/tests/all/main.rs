//! The tests that see the crate from outside.

mod dictionary;
mod errors;
mod limits;
mod reference;
mod robust;
mod stages;
mod verdicts;
