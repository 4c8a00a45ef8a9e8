//! What clients send.

use super::{State, f, list, set_state, text, values_at};
use crate::proto::{
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// Codes in the place of a version.
const CANCEL: u32 = 80_877_102;
const SSL: u32 = 80_877_103;
const GSS: u32 = 80_877_104;
const VERSION_3: u32 = 3 << 16;

/// The name of a message.
pub(super) fn name(tvb: Tvb<'_>, kind: u8, auth: State) -> &'static str {
    match kind {
        0 => match (tvb.u32(0), tvb.u32(4)) {
            (Ok(16), Ok(CANCEL)) => "Cancel request",
            (Ok(8), Ok(SSL)) => "SSL request",
            (Ok(8), Ok(GSS)) => "GSS encrypt request",
            (_, Ok(VERSION_3)) => "Startup message",
            _ => "Unknown",
        },
        b'p' => match auth {
            State::SaslRequested => "SASLInitialResponse message",
            State::SaslContinued => "SASLResponse message",
            State::Gssapi => "GSSResponse message",
            State::Messages | State::TlsAsked(_) => "Password message",
        },
        b'Q' => "Simple query",
        b'P' => "Parse",
        b'B' => "Bind",
        b'E' => "Execute",
        b'D' => "Describe",
        b'C' => "Close",
        b'H' => "Flush",
        b'S' => "Sync",
        b'F' => "Function call",
        b'd' => "Copy data",
        b'c' => "Copy completion",
        b'f' => "Copy failure",
        b'X' => "Termination",
        _ => "Unknown",
    }
}

pub(super) fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, kind: u8, auth: State) -> Result<(), Stop> {
    let at = 5;
    match kind {
        0 => untyped(cx, tvb)?,
        b'p' => password(cx, tvb, auth)?,
        b'Q' => _ = text(cx, f::QUERY, tvb, at)?,
        b'P' => {
            let at = text(cx, f::STATEMENT, tvb, at)?;
            let at = text(cx, f::QUERY, tvb, at)?;
            list(cx, f::OID_TYPE, 4, tvb, at)?;
        }
        b'B' => {
            let at = text(cx, f::PORTAL, tvb, at)?;
            let at = text(cx, f::STATEMENT, tvb, at)?;
            let at = list(cx, f::FORMAT, 2, tvb, at)?;
            let at = values_at(cx, tvb, at)?;
            list(cx, f::FORMAT, 2, tvb, at)?;
        }
        b'E' => {
            let at = text(cx, f::PORTAL, tvb, at)?;
            cx.out.item(f::RETURNS, tvb, at, 4)?;
        }
        b'D' | b'C' => {
            let field = if tvb.u8(at)? == b'P' { f::PORTAL } else { f::STATEMENT };
            text(cx, field, tvb, at + 1)?;
        }
        b'F' => {
            cx.out.item(f::OID, tvb, at, 4)?;
            let at = list(cx, f::FORMAT, 2, tvb, at + 4)?;
            let at = values_at(cx, tvb, at)?;
            cx.out.item(f::FORMAT, tvb, at, 2)?;
        }
        b'd' => cx.out.item(f::COPYDATA, tvb, at, tvb.reported_rest(at))?,
        b'f' => _ = text(cx, f::ERROR, tvb, at)?,
        _ => {}
    }
    Ok(())
}

/// The first message, which has no type byte.
fn untyped<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    match (tvb.u32(0)?, tvb.u32(4)?) {
        (16, CANCEL) => {
            cx.out.item(f::PID, tvb, 8, 4)?;
            cx.out.item(f::KEY, tvb, 12, 4)?;
        }
        (8, SSL) => {
            let asked = cx.frame.number;
            set_state(cx, State::TlsAsked(asked));
        }
        (len, VERSION_3) => {
            cx.out.item(f::VERSION_MAJOR, tvb, 4, 2)?;
            cx.out.item(f::VERSION_MINOR, tvb, 6, 2)?;
            let mut at = 8;
            // An empty name ends the list.
            while at + 1 < len as usize && tvb.u8(at)? != 0 {
                at = text(cx, f::PARAMETER_NAME, tvb, at)?;
                at = text(cx, f::PARAMETER_VALUE, tvb, at)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// One type of message for all ways to prove who one is.
fn password<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, auth: State) -> Result<(), Stop> {
    let at = 5;
    match auth {
        State::SaslRequested => {
            let at = text(cx, f::AUTH_SASL_MECH, tvb, at)?;
            let len = cx.out.uint(f::AUTH_SASL_DATA_LENGTH, tvb, at, 4)? as u32;
            if let Ok(len @ 1..) = usize::try_from(len.cast_signed()) {
                cx.out.item(f::AUTH_SASL_DATA, tvb, at + 4, len)?;
            }
        }
        State::SaslContinued => cx.out.item(f::AUTH_SASL_DATA, tvb, at, tvb.reported_rest(at))?,
        State::Gssapi => cx.out.item(f::AUTH_GSSAPI_SSPI_DATA, tvb, at, tvb.reported_rest(at))?,
        State::Messages | State::TlsAsked(_) => {
            text(cx, f::PASSWORD, tvb, at)?;
        }
    }
    Ok(())
}
