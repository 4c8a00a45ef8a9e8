//! One line a frame: number, time, source, destination, protocol, length, info.

use std::io::{self, Write};

use itoa::{Buffer, Integer};
use strato_engine::proto::columns::text;

use super::{Sink, View, color, value};

/// Width of an address: all of IPv4 fit.
const ADDRESS: usize = 15;

/// Summary lines.
pub(crate) struct Lines {
    /// In colour.
    pub(crate) styled: bool,
}

impl Sink for Lines {
    fn frame(&self, out: &mut Vec<u8>, view: &View<'_>) -> io::Result<()> {
        let info = &view.found.info;
        let style = self.styled.then(|| color::of_line(info));
        if let Some(style) = style {
            write!(out, "{style}")?;
        }
        right(out, 5, view.frame.number);
        out.push(b' ');
        let since = since(view);
        out.resize(out.len() + 12_usize.saturating_sub(since.len()), b' ');
        out.extend_from_slice(since.as_bytes());
        out.push(b' ');
        left(out, ADDRESS, &text(info.src));
        out.extend_from_slice(" → ".as_bytes());
        left(out, ADDRESS, &text(info.dst));
        out.push(b' ');
        left(out, 8, info.protocol_column);
        out.push(b' ');
        right(out, 5, view.frame.original_len);
        out.push(b' ');
        printable(out, &info.info_notes);
        printable(out, &info.info_column);
        if let Some(style) = style {
            write!(out, "{style:#}")?;
        }
        out.push(b'\n');
        Ok(())
    }
}

/// Writes a number to the right of a column.
fn right(out: &mut Vec<u8>, width: usize, number: impl Integer) {
    let mut buffer = Buffer::new();
    let digits = buffer.format(number);
    out.resize(out.len() + width.saturating_sub(digits.len()), b' ');
    out.extend_from_slice(digits.as_bytes());
}

/// Writes text, which is ASCII, to the left of a column.
fn left(out: &mut Vec<u8>, width: usize, text: &str) {
    out.extend_from_slice(text.as_bytes());
    out.resize(out.len() + width.saturating_sub(text.len()), b' ');
}

/// Writes text of packets: no control character reaches the terminal.
fn printable(out: &mut Vec<u8>, text: &str) {
    // 0xc2 begins U+0080 to U+009F.
    let control = |byte: &u8| *byte < 0x20 || *byte == 0x7f || *byte == 0xc2;
    // All of them are looked at, many at a time.
    if text.as_bytes().iter().fold(false, |any, byte| any | control(byte)) {
        out.extend_from_slice(value::escaped(text.as_bytes()).as_bytes());
    } else {
        out.extend_from_slice(text.as_bytes());
    }
}

/// Seconds after the first frame, with nine digits of fraction; empty for a frame without time.
pub(crate) fn since(view: &View<'_>) -> String {
    let Some(ns) = view.since_ns else { return String::new() };
    let mut out = String::with_capacity(24);
    out.push_str(if ns < 0 { "-" } else { "" });
    let (seconds, fraction) = (ns.unsigned_abs() / 1_000_000_000, ns.unsigned_abs() % 1_000_000_000);
    out.push_str(Buffer::new().format(seconds));
    out.push('.');
    // A one before it keeps its zeros.
    out.push_str(Buffer::new().format(1_000_000_000 + fraction).get(1..).unwrap_or_default());
    out
}
