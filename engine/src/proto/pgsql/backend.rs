//! What servers send.

use super::{State, f, list, set_state, text, text_len, value, values_at};
use crate::proto::{
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// The name of a message.
pub(super) fn name(kind: u8) -> &'static str {
    match kind {
        b'R' => "Authentication request",
        b'K' => "Backend key data",
        b'S' => "Parameter status",
        b'1' => "Parse completion",
        b'2' => "Bind completion",
        b'3' => "Close completion",
        b'C' => "Command completion",
        b't' => "Parameter description",
        b'T' => "Row description",
        b'D' => "Data row",
        b'I' => "Empty query",
        b'n' => "No data",
        b'E' => "Error",
        b'N' => "Notice",
        b's' => "Portal suspended",
        b'Z' => "Ready for query",
        b'A' => "Notification",
        b'V' => "Function call response",
        b'G' => "CopyIn response",
        b'H' => "CopyOut response",
        b'd' => "Copy data",
        b'c' => "Copy completion",
        b'v' => "Negotiate protocol version",
        _ => "Unknown",
    }
}

pub(super) fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, kind: u8) -> Result<(), Stop> {
    let at = 5;
    match kind {
        b'R' => authentication(cx, tvb)?,
        b'K' => {
            cx.out.item(f::PID, tvb, at, 4)?;
            cx.out.item(f::KEY, tvb, at + 4, 4)?;
        }
        b'S' => {
            let at = text(cx, f::PARAMETER_NAME, tvb, at)?;
            text(cx, f::PARAMETER_VALUE, tvb, at)?;
        }
        b't' => _ = list(cx, f::OID_TYPE, 4, tvb, at)?,
        b'T' => columns(cx, tvb)?,
        b'D' => {
            cx.out.item(f::FIELD_COUNT, tvb, at, 2)?;
            values_at(cx, tvb, at)?;
        }
        b'Z' => cx.out.item(f::STATUS, tvb, at, 1)?,
        b'C' => _ = text(cx, f::TAG, tvb, at)?,
        b'A' => {
            cx.out.item(f::PID, tvb, at, 4)?;
            let at = text(cx, f::CONDITION, tvb, at + 4)?;
            if text_len(tvb, at)? > 1 {
                text(cx, f::TEXT, tvb, at)?;
            }
        }
        b'E' | b'N' => notice(cx, tvb)?,
        b'V' => _ = value(cx, tvb, at)?,
        b'G' | b'H' => copy(cx, tvb)?,
        b'd' => cx.out.item(f::COPYDATA, tvb, at, tvb.reported_rest(at))?,
        b'v' => {
            cx.out.item(f::VERSION_SUPPORTED_MINOR, tvb, at, 4)?;
            cx.out.item(f::NUMBER_NONSUPPORTED_OPTIONS, tvb, at + 4, 4)?;
            texts(cx, f::NONSUPPORTED_OPTION, tvb, at + 8)?;
        }
        _ => {}
    }
    Ok(())
}

fn authentication<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let at = 5;
    let rest = tvb.reported_rest(at + 4);
    match cx.out.uint(f::AUTHTYPE, tvb, at, 4)? {
        // crypt() and MD5
        4 | 5 => cx.out.item(f::SALT, tvb, at + 4, if rest < 4 { 2 } else { 4 })?,
        8 => {
            set_state(cx, State::Gssapi);
            // As Wireshark shows it: from the type on, so that the end is cut off.
            cx.out.item(f::AUTH_GSSAPI_SSPI_DATA, tvb, at, rest)?;
        }
        10 => {
            set_state(cx, State::SaslRequested);
            // The list ends with an empty name.
            let names = tvb.limit(tvb.reported_len().saturating_sub(1));
            texts(cx, f::AUTH_SASL_MECH, names, at + 4)?;
        }
        kind @ (11 | 12) => {
            if kind == 11 {
                set_state(cx, State::SaslContinued);
            }
            cx.out.item(f::AUTH_SASL_DATA, tvb, at + 4, rest)?;
        }
        _ => {}
    }
    Ok(())
}

/// Texts until the end.
fn texts<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let mut at = at;
    while at < tvb.reported_len() {
        at = text(cx, field, tvb, at)?;
    }
    Ok(())
}

fn columns<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let count = cx.out.uint(f::FIELD_COUNT, tvb, 5, 2)?;
    let mut at = 7;
    for _ in 0..count {
        at = text(cx, f::COL_NAME, tvb, at)?;
        for (field, width) in [
            (f::OID_TABLE, 4),
            (f::COL_INDEX, 2),
            (f::OID_TYPE, 4),
            (f::VAL_LENGTH, 2),
            (f::COL_TYPEMOD, 4),
            (f::FORMAT, 2),
        ] {
            cx.out.item(field, tvb, at, width)?;
            at += width;
        }
    }
    Ok(())
}

/// The format of a copy and those of its columns, of which Wireshark leaves out the last two.
fn copy<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::FORMAT, tvb, 5, 1)?;
    let count = usize::from(tvb.u16(6)?);
    for i in 0..count.saturating_sub(2) {
        cx.out.item(f::FORMAT, tvb, 8 + 2 * i, 2)?;
    }
    Ok(())
}

/// Texts, each with a byte that tells what it says; the item covers that byte, too.
fn notice<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 5;
    while at < tvb.reported_len() {
        let field = match tvb.u8(at)? {
            0 => break,
            b'S' => f::SEVERITY,
            b'C' => f::CODE,
            b'M' => f::MESSAGE,
            b'D' => f::DETAIL,
            b'H' => f::HINT,
            b'P' => f::POSITION,
            b'p' => f::INTERNAL_POSITION,
            b'q' => f::INTERNAL_QUERY,
            b'W' => f::WHERE,
            b's' => f::SCHEMA_NAME,
            b't' => f::TABLE_NAME,
            b'c' => f::COLUMN_NAME,
            b'd' => f::TYPE_NAME,
            b'n' => f::CONSTRAINT_NAME,
            b'F' => f::FILE,
            b'L' => f::LINE,
            b'R' => f::ROUTINE,
            _ => f::TEXT,
        };
        let len = text_len(tvb, at + 1)?;
        cx.out.ascii(field, tvb, at, (at + 1, len), len + 1)?;
        at += len + 1;
    }
    Ok(())
}
