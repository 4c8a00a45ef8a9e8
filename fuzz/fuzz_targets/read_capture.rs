//! See `testkit/src/fuzz/read_capture.rs`.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| strato_testkit::fuzz::run("read_capture", input));
