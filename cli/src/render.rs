//! Selected frames as people and machines read them.

pub(crate) mod lines;
