//! Laws, generators, sample captures and the conformance suite.

pub mod conformance;
pub mod fuzz;
pub mod gen_filter;
pub mod gen_frame;
pub mod gen_layers;
pub mod laws;
pub mod own;
pub mod samples;
pub mod walk;
