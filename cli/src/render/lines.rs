//! One line a frame: number, time, source, destination, protocol, length, info.

use std::io::{self, Write};

use strato_engine::{
    frame::Frame,
    proto::{columns::text, dissect::Info},
};

/// Writes the line of a frame; `since_ns` is its time after the first frame of the capture.
pub(crate) fn write(out: &mut impl Write, frame: &Frame<'_>, info: &Info, since_ns: Option<i128>) -> io::Result<()> {
    let time = since_ns.map_or_else(String::new, seconds);
    writeln!(
        out,
        "{:5} {time:>12} {:15} → {:15} {:8} {:5} {}",
        frame.number,
        text(info.src),
        text(info.dst),
        info.protocol_column,
        frame.original_len,
        info.info_column,
    )
}

/// Seconds with nine digits of fraction.
fn seconds(ns: i128) -> String {
    let sign = if ns < 0 { "-" } else { "" };
    format!("{sign}{}.{:09}", ns.unsigned_abs() / 1_000_000_000, ns.unsigned_abs() % 1_000_000_000)
}
