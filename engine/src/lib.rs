//! Readers, dissection and execution of filters over captures.

pub mod frame;
