//! A filter over packets: machine code over walked layers answers as the interpreter over dissected frames, and the
//! walk finds what the dissectors find.
//!
//! Input: the filter, a line feed, packets.

use std::cell::RefCell;

use strato_engine::query::{Backend, Query, QueryOptions};

use super::packets::Packets;
use crate::laws::walk::Comparison;

thread_local! {
    // What is planned is kept: it takes longer than most packets.
    static COMPARISON: RefCell<Comparison> = RefCell::default();
}

pub(super) fn check(input: &[u8]) {
    let Some(end) = input.iter().position(|byte| *byte == b'\n') else { return };
    let (filter, rest) = input.split_at(end);
    let Ok(filter) = std::str::from_utf8(filter) else { return };
    let Some(packets) = rest.get(1..).and_then(Packets::parse) else { return };
    COMPARISON.with_borrow_mut(|comparison| {
        comparison.restart();
        for frame in packets.frames() {
            if let Err(error) = comparison.frame(&frame) {
                panic!("{error}");
            }
        }
    });
    let compile = |backend| Query::compile(filter, QueryOptions { backend, ..QueryOptions::default() });
    let (Ok(mut fast), Ok(mut meant)) = (compile(Backend::Jit), compile(Backend::Interpreter)) else { return };
    for frame in packets.frames() {
        assert_eq!(fast.matches(&frame), meant.matches(&frame), "{filter:?} on frame {}", frame.number);
    }
}
