//! Laws, generators, sample captures and the conformance suite.

pub mod conformance;
