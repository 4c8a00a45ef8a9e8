//! See `testkit/src/fuzz/stream.rs`.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| strato_testkit::fuzz::run("stream", input));
