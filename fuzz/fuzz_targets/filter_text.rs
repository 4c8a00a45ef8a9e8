//! See `testkit/src/fuzz/filter_text.rs`.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| strato_testkit::fuzz::run("filter_text", input));
