//! Credentials and verifiers of RPC, RFC 5531 §8.2, RFC 2203.

use super::{fields::f, xdr};
use crate::proto::{
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

const UNIX: u32 = 1;
const SHORT: u32 = 2;
const GSS: u32 = 6;
/// RPCSEC_GSS: data, not the setting up of a context.
const GSS_DATA: u32 = 0;
/// Groups that AUTH_UNIX may name; more are noise.
const MAX_GROUPS: u32 = 1 << 12;

/// How the body of a message is wrapped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Wrapping {
    /// It stands as it is.
    #[default]
    Plain,
    /// RPCSEC_GSS: signed, encrypted, or no body of the program at all.
    Gss,
}

/// Flavor, length and what they say; returns the offset behind it.
pub(super) fn credentials<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(usize, Wrapping), Stop> {
    let (flavor, end) = head(cx, tvb, at)?;
    let mut wrapping = Wrapping::Plain;
    match flavor {
        UNIX => unix(cx, tvb, at + 8)?,
        SHORT => _ = xdr::counted(cx, tvb, at + 8, f::OPAQUE_DATA)?,
        GSS => {
            let numbers = [f::AUTHGSS_VERSION, f::AUTHGSS_PROCEDURE, f::AUTHGSS_SEQNUM, f::AUTHGSS_SERVICE];
            for (i, field) in numbers.into_iter().enumerate() {
                cx.out.item(field, tvb, at + 8 + 4 * i, 4)?;
            }
            blob(cx, tvb, at + 24, f::AUTHGSS_CONTEXT_LENGTH, f::AUTHGSS_CONTEXT)?;
            // Service 1 leaves bodies alone.
            if tvb.u32(at + 12)? != GSS_DATA || tvb.u32(at + 20)? != 1 {
                wrapping = Wrapping::Gss;
            }
        }
        _ => {}
    }
    Ok((end, wrapping))
}

/// The same for what proves a message.
pub(super) fn verifier<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let (flavor, end) = head(cx, tvb, at)?;
    match flavor {
        UNIX => unix(cx, tvb, at + 8)?,
        GSS => blob(cx, tvb, at + 4, f::AUTHGSS_TOKEN_LENGTH, f::AUTHGSS_TOKEN)?,
        _ => {}
    }
    Ok(end)
}

fn head<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(u32, usize), Stop> {
    cx.out.item(f::AUTH_FLAVOR, tvb, at, 4)?;
    cx.out.item(f::AUTH_LENGTH, tvb, at + 4, 4)?;
    let len = usize::try_from(tvb.u32(at + 4)?).unwrap_or(usize::MAX);
    let end = len.checked_next_multiple_of(4).and_then(|len| len.checked_add(at + 8)).ok_or(Stop::Malformed)?;
    Ok((tvb.u32(at)?, end))
}

/// A stamp, the machine's name, user and groups.
fn unix<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    cx.out.item(f::AUTH_STAMP, tvb, at, 4)?;
    let mut at = xdr::counted(cx, tvb, at + 4, f::AUTH_MACHINENAME)?;
    cx.out.item(f::AUTH_UID, tvb, at, 4)?;
    cx.out.item(f::AUTH_GID, tvb, at + 4, 4)?;
    let groups = tvb.u32(at + 8)?;
    at += 12;
    for _ in 0..groups.min(MAX_GROUPS) {
        cx.out.item(f::AUTH_GID, tvb, at, 4)?;
        at += 4;
    }
    Ok(())
}

fn blob<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, length: F, bytes: F) -> Result<(), Stop> {
    let len = usize::try_from(cx.out.uint(length, tvb, at, 4)?).unwrap_or(usize::MAX);
    cx.out.item(bytes, tvb, at + 4, len)
}
