//! Messages of the binary protocol.

use super::{
    HEADER,
    fields::f,
    note, value,
    values::{MAGIC, OPCODE, STATUS},
};
use crate::proto::{
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// What an operation is about: which parts its messages have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Get,
    /// Set, add, replace.
    Store,
    /// Increment and decrement; `quiet` ones have no special response.
    Count {
        quiet: bool,
    },
    Delete,
    Quit,
    Flush,
    NoOp,
    Version,
    /// Append, prepend.
    Join,
    Statistics,
    Unknown,
}

impl Kind {
    fn of(opcode: u8) -> Self {
        match opcode {
            0x00 | 0x09 | 0x0c | 0x0d => Self::Get,
            0x01..=0x03 | 0x11..=0x13 => Self::Store,
            0x04 | 0x14 => Self::Delete,
            0x05 | 0x06 => Self::Count { quiet: false },
            0x15 | 0x16 => Self::Count { quiet: true },
            0x07 | 0x17 => Self::Quit,
            0x08 | 0x18 => Self::Flush,
            0x0a => Self::NoOp,
            0x0b => Self::Version,
            0x0e | 0x0f | 0x19 | 0x1a => Self::Join,
            0x10 => Self::Statistics,
            _ => Self::Unknown,
        }
    }
}

/// A message in hand.
struct Message<'f> {
    tvb: Tvb<'f>,
    opcode: u8,
    kind: Kind,
    request: bool,
}

impl Message<'_> {
    /// "Set Request", and so on.
    fn name(&self) -> String {
        format!("{} {}", opcode_name(self.opcode), if self.request { "Request" } else { "Response" })
    }
}

fn opcode_name(opcode: u8) -> String {
    OPCODE.name(opcode.into()).map_or_else(|| format!("Opcode {opcode}"), str::to_owned)
}

pub(super) fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let magic = cx.out.uint(f::MAGIC, tvb, 0, 1)? as u8;
    let opcode = cx.out.uint(f::OPCODE, tvb, 1, 1)? as u8;
    if OPCODE.name(opcode.into()).is_none() {
        note(cx, f::OPCODE_UNKNOWN, &format!("Unknown opcode: {opcode}"));
    }
    cx.column("MEMCACHE", || {
        let operation = OPCODE.name(opcode.into()).map_or_else(|| format!("Unknown opcode ({opcode})"), str::to_owned);
        format!("{operation} {}", MAGIC.name(magic.into()).unwrap_or("Unknown magic"))
    });
    let key = cx.out.uint(f::KEY_LENGTH, tvb, 2, 2)? as usize;
    let extras = cx.out.uint(f::EXTRAS_LENGTH, tvb, 4, 1)? as usize;
    cx.out.item(f::DATA_TYPE, tvb, 5, 1)?;
    let message = Message { tvb, opcode, kind: Kind::of(opcode), request: magic & 1 == 0 };
    // In a request the same bytes are reserved.
    let status = tvb.u16(6)?;
    if message.request {
        cx.out.item(f::RESERVED, tvb, 6, 2)?;
        if status != 0 {
            note(cx, f::RESERVED_EXPERT, &format!("Reserved value: {status}"));
        }
    } else {
        cx.out.item(f::STATUS, tvb, 6, 2)?;
        if status != 0 {
            let name = STATUS.name(status.into()).map_or_else(|| format!("Status: {status}"), str::to_owned);
            let operation =
                OPCODE.name(opcode.into()).map_or_else(|| format!("Unknown opcode ({opcode})"), str::to_owned);
            let text = format!("{operation}: {name}");
            cx.out.expert(f::STATUS_RESPONSE, Severity::Note, Group::Response, &text);
        }
    }
    let body = tvb.u32(8)?;
    let value_len = body.wrapping_sub(extras as u32).wrapping_sub(key as u32);
    cx.out.generated_uint(f::VALUE_LENGTH, value_len.into());
    cx.out.item(f::TOTAL_BODY_LENGTH, tvb, 8, 4)?;
    cx.out.item(f::OPAQUE, tvb, 12, 4)?;
    cx.out.item(f::CAS, tvb, 16, 8)?;
    if status == 0 {
        extras_of(cx, &message, HEADER, extras)?;
        key_of(cx, &message, HEADER + extras, key)?;
        value_of(cx, &message, HEADER + extras + key, value_len as usize)?;
    } else if body > 0 {
        value(cx, tvb, HEADER, body as usize)?;
    } else {
        let name = STATUS.name(status.into()).unwrap_or("Unknown");
        let text = format!("{} with status {name} ({status}) must have Value", opcode_name(opcode));
        note(cx, f::VALUE_MISSING, &text);
    }
    Ok(tvb.len())
}

fn extras_of<'f>(cx: &mut Cx<'f>, message: &Message<'f>, at: usize, len: usize) -> Result<(), Stop> {
    let (tvb, request) = (message.tvb, message.request);
    let (expected, fields): (bool, &[_]) = match (message.kind, request) {
        (Kind::Get, false) => (true, &[(f::EXTRAS_FLAGS, 4)]),
        (Kind::Store, true) => (true, &[(f::EXTRAS_FLAGS, 4), (f::EXTRAS_EXPIRATION, 4)]),
        (Kind::Count { .. }, true) => {
            (true, &[(f::EXTRAS_DELTA, 8), (f::EXTRAS_INITIAL, 8), (f::EXTRAS_EXPIRATION, 4)])
        }
        (Kind::Flush, _) => (false, &[(f::EXTRAS_EXPIRATION, 4)]),
        _ => (false, &[]),
    };
    if len == 0 {
        if expected {
            note(cx, f::EXTRAS_MISSING, &format!("{} must have Extras", message.name()));
        }
        return Ok(());
    }
    cx.out.label(f::EXTRAS, tvb, at, len);
    let mut end = at;
    for (field, width) in fields {
        cx.out.item(*field, tvb, end, *width)?;
        end += width;
    }
    if fields.is_empty() {
        cx.out.item(f::EXTRAS_UNKNOWN, tvb, at, len)?;
        end += len;
        if !matches!(message.kind, Kind::Unknown | Kind::NoOp) {
            note(cx, f::EXTRAS_NOTEXPECTED, &format!("{} shall not have Extras", message.name()));
        }
    }
    if end - at != len {
        note(cx, f::EXTRAS_NOTEXPECTED, &format!("Illegal Extras length, should be {}", end - at));
    }
    Ok(())
}

fn key_of<'f>(cx: &mut Cx<'f>, message: &Message<'f>, at: usize, len: usize) -> Result<(), Stop> {
    if len == 0 {
        let needs = matches!(message.kind, Kind::Get | Kind::Store | Kind::Delete | Kind::Count { .. });
        if needs && message.request {
            note(cx, f::KEY_MISSING, &format!("{} Request must have Key", opcode_name(message.opcode)));
        }
        return Ok(());
    }
    cx.out.ascii(f::KEY, message.tvb, at, (at, len), len)?;
    let illegal = match message.kind {
        Kind::Quit | Kind::NoOp | Kind::Version => true,
        Kind::Store | Kind::Delete | Kind::Flush | Kind::Join => !message.request,
        Kind::Get | Kind::Count { .. } | Kind::Statistics | Kind::Unknown => false,
    };
    if illegal {
        note(cx, f::KEY_NOTEXPECTED, &format!("{} shall not have Key", message.name()));
    }
    Ok(())
}

fn value_of<'f>(cx: &mut Cx<'f>, message: &Message<'f>, at: usize, len: usize) -> Result<(), Stop> {
    if len == 0 {
        if message.request && matches!(message.kind, Kind::Store | Kind::Join) {
            note(cx, f::VALUE_MISSING, &format!("{} must have Value", message.name()));
        }
        return Ok(());
    }
    if !message.request && message.kind == (Kind::Count { quiet: false }) {
        cx.out.item(f::EXTRAS_RESPONSE, message.tvb, at, 8)?;
        if len != 8 {
            note(cx, f::VALUE_INVALID, "Illegal Value length, should be 8");
        }
    } else {
        value(cx, message.tvb, at, len)?;
    }
    let illegal = match message.kind {
        Kind::Get | Kind::Count { .. } | Kind::Version => message.request,
        Kind::Delete | Kind::Quit | Kind::Flush | Kind::NoOp => true,
        Kind::Store | Kind::Join => !message.request,
        Kind::Statistics | Kind::Unknown => false,
    };
    if illegal {
        note(cx, f::VALUE_NOTEXPECTED, &format!("{} shall not have Value", message.name()));
    }
    Ok(())
}
