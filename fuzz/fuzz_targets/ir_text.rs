//! See `testkit/src/fuzz/ir_text.rs`.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| strato_testkit::fuzz::run("ir_text", input));
