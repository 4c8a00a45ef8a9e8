//! One line a frame: number, time, source, destination, protocol, length, info.

use std::io::{self, Write};

use strato_engine::proto::columns::text;

use super::{Sink, View, color};

/// Summary lines.
pub(crate) struct Lines;

impl Sink for Lines {
    fn frame(&self, out: &mut Vec<u8>, view: &View<'_>) -> io::Result<()> {
        let info = &view.found.info;
        let style = color::of_line(info);
        writeln!(
            out,
            "{style}{:5} {:>12} {:15} → {:15} {:8} {:5} {}{}{style:#}",
            view.frame.number,
            since(view),
            text(info.src),
            text(info.dst),
            info.protocol_column,
            view.frame.original_len,
            info.info_notes,
            info.info_column,
        )
    }
}

/// Seconds after the first frame, with nine digits of fraction; empty for a frame without time.
pub(crate) fn since(view: &View<'_>) -> String {
    let Some(ns) = view.since_ns else { return String::new() };
    let sign = if ns < 0 { "-" } else { "" };
    format!("{sign}{}.{:09}", ns.unsigned_abs() / 1_000_000_000, ns.unsigned_abs() % 1_000_000_000)
}
