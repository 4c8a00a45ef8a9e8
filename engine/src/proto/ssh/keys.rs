//! Host keys and signatures, RFC 4253 §6.6.

use super::f;
use crate::proto::{
    cursor::Cursor,
    dissect::Cx,
    out::{F, Group, Severity},
    tvb::Stop,
};

/// A number of any length.
pub(super) fn mpint<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, field: F) -> Result<(), Stop> {
    at.counted(cx, f::MPINT_LENGTH, field, 4)?;
    Ok(())
}

/// A host key; the cursor ends behind it whatever it holds.
pub(super) fn host_key<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    let start = at.at;
    let len = at.uint(cx, f::HOST_KEY_LENGTH, 4)? as usize;
    let kind = at.counted(cx, f::HOST_KEY_TYPE_LENGTH, f::HOST_KEY_TYPE, 4)?;
    match kind {
        b"ssh-rsa" => {
            mpint(cx, at, f::HOST_KEY_RSA_E)?;
            mpint(cx, at, f::HOST_KEY_RSA_N)?;
        }
        b"ssh-dss" => {
            for field in [f::HOST_KEY_DSA_P, f::HOST_KEY_DSA_Q, f::HOST_KEY_DSA_G, f::HOST_KEY_DSA_Y] {
                mpint(cx, at, field)?;
            }
        }
        _ if kind.starts_with(b"ecdsa-sha2-") => {
            at.counted(cx, f::HOST_KEY_ECDSA_ID_LENGTH, f::HOST_KEY_ECDSA_ID, 4)?;
            at.counted(cx, f::HOST_KEY_ECDSA_Q_LENGTH, f::HOST_KEY_ECDSA_Q, 4)?;
        }
        _ if kind.starts_with(b"ssh-ed") => {
            at.counted(cx, f::HOST_KEY_EDDSA_KEY_LENGTH, f::HOST_KEY_EDDSA_KEY, 4)?;
        }
        _ => {
            let rest = len.checked_sub(kind.len() + 4).ok_or(Stop::Malformed)?;
            at.item(cx, f::HOST_KEY_DATA, rest)?;
        }
    }
    at.at = start.saturating_add(4).saturating_add(len);
    Ok(())
}

/// A signature of the exchange.
pub(super) fn signature<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    let start = at.at;
    let len = at.uint(cx, f::HOST_SIG_LENGTH, 4)? as usize;
    let kind = at.counted(cx, f::HOST_SIG_TYPE_LENGTH, f::HOST_SIG_TYPE, 4)?;
    match kind {
        b"ssh-rsa" => mpint(cx, at, f::HOST_SIG_RSA)?,
        b"ssh-dss" => mpint(cx, at, f::HOST_SIG_DSA)?,
        // Read no further by Wireshark.
        _ if kind.starts_with(b"ecdsa-sha2-") || kind.starts_with(b"ssh-ed") => {}
        _ => {
            let rest = len.checked_sub(kind.len() + 4).ok_or(Stop::Malformed)?;
            cx.out.item(f::HOST_SIG_DATA, at.tvb, at.at, rest)?;
        }
    }
    let decoded = at.at - start;
    if decoded != len.saturating_add(4) {
        let text = format!("Decoded {decoded} bytes, but packet legnth is {len} bytes");
        cx.out.expert(f::PACKET_DECODE_ERROR, Severity::Warn, Group::Protocol, &text);
    }
    at.at = start.saturating_add(4).saturating_add(len);
    Ok(())
}
