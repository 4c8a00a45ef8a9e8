//! Laws, generators, sample captures and the conformance suite.
