//! Telnet, RFC 854, and its options.

mod fields;
mod option;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// Telnet.
pub static TELNET: Protocol = Protocol {
    name: "telnet",
    title: "Telnet",
    frame_name: "telnet",
    fields: FIELDS,
    parents: &[Parent::TcpPort(23)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Interpret as command.
const IAC: u8 = 255;
const SUBOPTION: u8 = 250;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("TELNET", || "Telnet Data ...".to_owned());
    let bytes = tvb.data();
    let (mut at, mut text_at) = (0, 0);
    while let Some(found) = memchr::memchr(IAC, bytes.get(at..).unwrap_or_default()) {
        let iac = at + found;
        // Twice is the byte itself.
        if bytes.get(iac + 1) == Some(&IAC) {
            at = iac + 2;
            continue;
        }
        text(cx, tvb, text_at, iac)?;
        at = command(cx, tvb, iac)?;
        text_at = at;
    }
    text(cx, tvb, text_at, bytes.len())?;
    Ok(tvb.len().max(1))
}

/// Text, line by line; a byte that was doubled counts once.
fn text<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, from: usize, to: usize) -> Result<(), Stop> {
    let mut at = from;
    while at < to {
        let rest = tvb.captured(at, to - at);
        let len = match memchr::memchr2(b'\r', b'\n', rest) {
            Some(end) if matches!(rest.get(end..end + 2), Some(b"\r\n" | b"\r\0")) => end + 2,
            Some(end) => end + 1,
            None => rest.len(),
        };
        cx.out.item(f::DATA, tvb, at, len)?;
        at += len;
    }
    Ok(())
}

/// A command; returns where it ends.
fn command<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let command = tvb.u8(at + 1)?;
    cx.out.item(f::CMD, tvb, at + 1, 1)?;
    match command {
        SUBOPTION => {
            let end = suboption_end(tvb.captured(at, tvb.len())).map_or(tvb.len(), |len| at + len);
            let option = tvb.u8(at + 2)?;
            cx.out.item(f::SUBCMD, tvb, at + 2, 1)?;
            let body = tvb.rest(at + 3)?.limit(end.saturating_sub(at + 3));
            if !body.is_empty() {
                option::dissect(cx, option, body)?;
            }
            Ok(end)
        }
        // Will, won't, do, don't.
        251..=254 => {
            cx.out.item(f::SUBCMD, tvb, at + 2, 1)?;
            Ok(at + 3)
        }
        _ => Ok(at + 2),
    }
}

/// Where a suboption ends: at the next command.
fn suboption_end(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        at += memchr::memchr(IAC, bytes.get(at..)?)?;
        match bytes.get(at + 1) {
            Some(&IAC) => at += 2,
            _ => return Some(at),
        }
    }
}
