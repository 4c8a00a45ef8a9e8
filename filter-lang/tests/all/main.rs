//! The tests that see the crate from outside.

mod dictionary;
mod robust;
mod verdicts;
