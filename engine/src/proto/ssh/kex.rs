//! Packets in the clear: the key exchange, RFC 4253 §7, and its methods.

use std::fmt::Write;

use md5::{Digest, Md5};

use super::{
    Went, f, keys, message_code,
    session::{Method, Proposal, Session},
    wait,
};
use crate::proto::{
    cursor::Cursor,
    dissect::{Cx, More},
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

const INIT: u8 = 20;
const NEW_KEYS: u8 = 21;
/// Packets are not longer, Wireshark says.
const MAX_PACKET: usize = 0xffff;

/// A packet and its padding.
pub(super) fn packet<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    start: usize,
    session: &mut Session,
    server: bool,
) -> Result<Went, Stop> {
    let left = tvb.len() - start.min(tvb.len());
    if cx.info.can_desegment && left < 4 {
        return Ok(wait(cx, start, More::OneSegment));
    }
    let mut len = tvb.u32(start)? as usize;
    if cx.info.can_desegment && len.saturating_add(4) > left {
        return Ok(wait(cx, start, More::Bytes(len + 4 - left)));
    }
    let mut at = Cursor::new(tvb, start);
    at.item(cx, f::PACKET_LENGTH, 4)?;
    if len >= MAX_PACKET {
        let text = format!("Overly large number {}", len as i32);
        cx.out.expert(f::PACKET_LENGTH_ERROR, Severity::Warn, Group::Protocol, &text);
        len = left.saturating_sub(4);
    }
    let padding = at.uint(cx, f::PADDING_LENGTH, 1)? as usize;
    let number = message(cx, &mut at, session, server)?;
    let end = (start + 4 + len).checked_sub(padding).ok_or(Stop::Malformed)?;
    if end < at.at {
        return Err(Stop::Malformed);
    }
    if end > at.at {
        let rest = end - at.at;
        at.item(cx, f::PAYLOAD, rest)?;
    }
    at.item(cx, f::PADDING_STRING, padding)?;
    cx.out.generated_uint(f::SEQ_NUM, number.into());
    Ok(Went::To(at.at))
}

/// What the packet says; returns the number of the message.
fn message<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, session: &mut Session, server: bool) -> Result<u32, Stop> {
    let code = at.tvb.u8(at.at)?;
    if (30..40).contains(&code) {
        return match session.method.unwrap_or_default() {
            Method::DiffieHellman => diffie_hellman(cx, at, session, server),
            Method::GroupExchange => group_exchange(cx, at, session, server),
            Method::EllipticCurve => elliptic_curve(cx, at, session, server),
        };
    }
    message_code(cx, at.tvb, at.at, 0)?;
    at.at += 1;
    let frame = cx.frame.number;
    match code {
        INIT => {
            let peer = session.peer(server);
            if peer.kex_from.is_some_and(|from| from != frame) {
                return Ok(0);
            }
            let number = peer.number(INIT);
            proposal(cx, at, session, server)?;
            session.peer(server).kex_from = Some(frame);
            Ok(number)
        }
        NEW_KEYS => {
            let peer = session.peer(server);
            let number = peer.number(NEW_KEYS);
            peer.take_keys(frame, at.at);
            Ok(number)
        }
        _ => Ok(0),
    }
}

/// A list of names; returns it.
fn names<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, len: F, field: F) -> Result<String, Stop> {
    Ok(String::from_utf8_lossy(at.counted(cx, len, field, 4)?).into_owned())
}

/// The algorithms that an end proposes.
fn proposal<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, session: &mut Session, server: bool) -> Result<(), Stop> {
    at.item(cx, f::COOKIE, 16)?;
    let kex = names(cx, at, f::KEX_ALGORITHMS_LENGTH, f::KEX_ALGORITHMS)?;
    names(cx, at, f::SERVER_HOST_KEY_ALGORITHMS_LENGTH, f::SERVER_HOST_KEY_ALGORITHMS)?;
    let encryption = [
        names(
            cx,
            at,
            f::ENCRYPTION_ALGORITHMS_CLIENT_TO_SERVER_LENGTH,
            f::ENCRYPTION_ALGORITHMS_CLIENT_TO_SERVER,
        )?,
        names(
            cx,
            at,
            f::ENCRYPTION_ALGORITHMS_SERVER_TO_CLIENT_LENGTH,
            f::ENCRYPTION_ALGORITHMS_SERVER_TO_CLIENT,
        )?,
    ];
    let mac = [
        names(cx, at, f::MAC_ALGORITHMS_CLIENT_TO_SERVER_LENGTH, f::MAC_ALGORITHMS_CLIENT_TO_SERVER)?,
        names(cx, at, f::MAC_ALGORITHMS_SERVER_TO_CLIENT_LENGTH, f::MAC_ALGORITHMS_SERVER_TO_CLIENT)?,
    ];
    let compression = [
        names(
            cx,
            at,
            f::COMPRESSION_ALGORITHMS_CLIENT_TO_SERVER_LENGTH,
            f::COMPRESSION_ALGORITHMS_CLIENT_TO_SERVER,
        )?,
        names(
            cx,
            at,
            f::COMPRESSION_ALGORITHMS_SERVER_TO_CLIENT_LENGTH,
            f::COMPRESSION_ALGORITHMS_SERVER_TO_CLIENT,
        )?,
    ];
    names(cx, at, f::LANGUAGES_CLIENT_TO_SERVER_LENGTH, f::LANGUAGES_CLIENT_TO_SERVER)?;
    names(cx, at, f::LANGUAGES_SERVER_TO_CLIENT_LENGTH, f::LANGUAGES_SERVER_TO_CLIENT)?;
    at.item(cx, f::FIRST_KEX_PACKET_FOLLOWS, 1)?;
    at.item(cx, f::KEX_RESERVED, 4)?;
    let proposal = Proposal { kex, encryption, mac, compression };
    fingerprint(cx, &proposal, server);
    session.peer(server).proposal = Some(proposal);
    session.choose_method();
    Ok(())
}

/// HASSH of a client, or of a server: the algorithms it proposes for what it sends.
fn fingerprint(cx: &mut Cx<'_>, proposal: &Proposal, server: bool) {
    let (list, hash) = match server {
        false => (f::KEX_HASSH_ALGORITHMS, f::KEX_HASSH),
        true => (f::KEX_HASSHSERVER_ALGORITHMS, f::KEX_HASSHSERVER),
    };
    if !cx.out.wants(list) && !cx.out.wants(hash) {
        return;
    }
    let way = usize::from(server);
    let of = |lists: &[String; 2]| lists.get(way).cloned().unwrap_or_default();
    let (encryption, mac) = (of(&proposal.encryption), of(&proposal.mac));
    let text = format!("{};{encryption};{mac};{}", proposal.kex, of(&proposal.compression));
    cx.out.generated_str(list, &text);
    let hex = Md5::digest(&text).iter().fold(String::new(), |mut hex, byte| {
        _ = write!(hex, "{byte:02x}");
        hex
    });
    cx.out.generated_str(hash, &hex);
}

fn diffie_hellman<'f>(
    cx: &mut Cx<'f>,
    at: &mut Cursor<'f>,
    session: &mut Session,
    server: bool,
) -> Result<u32, Stop> {
    let code = message_code(cx, at.tvb, at.at, 1)?;
    at.at += 1;
    match code {
        30 => keys::mpint(cx, at, f::DH_E)?,
        31 => {
            keys::host_key(cx, at)?;
            session.agree();
            keys::mpint(cx, at, f::DH_F)?;
            keys::signature(cx, at)?;
        }
        _ => return Ok(0),
    }
    Ok(session.peer(server).next_number(code))
}

fn group_exchange<'f>(
    cx: &mut Cx<'f>,
    at: &mut Cursor<'f>,
    session: &mut Session,
    server: bool,
) -> Result<u32, Stop> {
    let code = message_code(cx, at.tvb, at.at, 2)?;
    at.at += 1;
    match code {
        30 => {
            at.item(cx, f::DH_GEX_NBITS, 4)?;
            return Ok(0);
        }
        31 => {
            keys::mpint(cx, at, f::DH_GEX_P)?;
            keys::mpint(cx, at, f::DH_GEX_G)?;
        }
        32 => keys::mpint(cx, at, f::DH_E)?,
        33 => {
            // Wireshark does not go on to choose algorithms here.
            keys::host_key(cx, at)?;
            keys::mpint(cx, at, f::DH_F)?;
            keys::signature(cx, at)?;
        }
        34 => {
            for field in [f::DH_GEX_MIN, f::DH_GEX_NBITS, f::DH_GEX_MAX] {
                at.item(cx, field, 4)?;
            }
        }
        _ => return Ok(0),
    }
    Ok(session.peer(server).next_number(code))
}

fn elliptic_curve<'f>(
    cx: &mut Cx<'f>,
    at: &mut Cursor<'f>,
    session: &mut Session,
    server: bool,
) -> Result<u32, Stop> {
    let code = message_code(cx, at.tvb, at.at, 3)?;
    at.at += 1;
    match code {
        30 => _ = at.counted(cx, f::ECDH_Q_C_LENGTH, f::ECDH_Q_C, 4)?,
        31 => {
            keys::host_key(cx, at)?;
            session.agree();
            at.counted(cx, f::ECDH_Q_S_LENGTH, f::ECDH_Q_S, 4)?;
            keys::signature(cx, at)?;
        }
        _ => return Ok(0),
    }
    Ok(session.peer(server).number(code))
}
