//! ClientHello and ServerHello, RFC 8446 §4.1, RFC 5246 §7.4.1.

use super::{
    extensions::{self, In},
    f,
    fingerprint::{self, Hello},
    session::{Negotiated, TLS13},
    walk::Walk,
};
use crate::proto::{
    dtls,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// The random of a HelloRetryRequest: SHA-256 of that word.
pub(super) const RETRY_RANDOM: [u8; 32] = [
    0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91, 0xc2, 0xa2, 0x11,
    0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c,
];

/// Dissects a ClientHello.
pub(super) fn client(walk: &mut Walk<'_, '_>, known: &mut Negotiated) -> Result<(), Stop> {
    let mut hello = Hello { version: common(walk, known.is_tls13() || known.turns_tls13)?, ..Hello::default() };
    if known.datagrams {
        cookie(walk)?;
    }
    cipher_suites(walk, &mut hello)?;
    let mut methods = walk.vector(f::HANDSHAKE_COMP_METHODS_LENGTH, 1)?;
    let len = methods.left();
    if len > 0 {
        methods.label(f::HANDSHAKE_COMP_METHODS, len);
        methods.each(f::HANDSHAKE_COMP_METHOD, 1)?;
    }
    if walk.left() > 0 {
        extensions::dissect(walk, In::ClientHello, known, &mut hello)?;
    }
    fingerprint::client(walk.out, &hello);
    if hello.version == TLS13 {
        let text = "Client Hello legacy version field specifies version 1.3, not version 1.2";
        walk.out.expert(f::HANDSHAKE_CLIENT_VERSION_ERROR, Severity::Warn, Group::Protocol, text);
    }
    Ok(())
}

fn cipher_suites(walk: &mut Walk<'_, '_>, hello: &mut Hello) -> Result<(), Stop> {
    let mut suites = walk.vector(f::HANDSHAKE_CIPHER_SUITES_LENGTH, 2)?;
    let len = suites.left();
    suites.label(f::HANDSHAKE_CIPHERSUITES, len);
    if !suites.out.wants(f::HANDSHAKE_CIPHERSUITE) {
        let each = suites.tvb.bytes(suites.at, len - len % 2)?.chunks_exact(2);
        hello.ciphers.extend(each.map(|suite| suite.iter().fold(0, |number, byte| number << 8 | u16::from(*byte))));
        return Ok(());
    }
    while suites.left() >= 2 {
        hello.ciphers.push(suites.uint(f::HANDSHAKE_CIPHERSUITE, 2)? as u16);
    }
    Ok(())
}

/// Dissects a ServerHello or, told by its random, a HelloRetryRequest.
pub(super) fn server(walk: &mut Walk<'_, '_>, known: &mut Negotiated) -> Result<(), Stop> {
    let legacy = walk.tvb.u16(walk.at)?;
    let draft13 = extensions::is_tls13(legacy);
    let retry = walk.tvb.bytes(2, 32).is_ok_and(|random| random == RETRY_RANDOM);
    let mut hello = Hello { version: legacy, ..Hello::default() };
    known.version = real_version(walk.tvb).unwrap_or(legacy);
    let tls13 = known.is_tls13();
    if draft13 {
        // Drafts up to 21 have no session and no compression.
        walk.item(f::HANDSHAKE_VERSION, 2)?;
        random(walk, tls13)?;
    } else {
        common(walk, tls13)?;
    }
    let cipher = walk.uint(f::HANDSHAKE_CIPHERSUITE, 2)? as u16;
    known.cipher = cipher;
    hello.ciphers.push(cipher);
    if !draft13 {
        walk.item(f::HANDSHAKE_COMP_METHOD, 1)?;
    }
    if walk.left() > 0 {
        let place = if retry { In::HelloRetryRequest } else { In::ServerHello };
        extensions::dissect(walk, place, known, &mut hello)?;
    }
    fingerprint::server(walk.out, &hello);
    if legacy == TLS13 {
        let text = "Server Hello legacy version field specifies version 1.3, not version 1.2";
        walk.out.expert(f::HANDSHAKE_SERVER_VERSION_ERROR, Severity::Warn, Group::Protocol, text);
    }
    Ok(())
}

/// The version that an extension of a ServerHello overrides the old field with.
fn real_version(hello: Tvb<'_>) -> Option<u16> {
    let session = usize::from(hello.u8(34).ok()?);
    // Version, random, session, cipher, compression; then the extensions' length.
    let mut at = 2 + 32 + 1 + session + 2 + 1 + 2;
    loop {
        let (number, len) = (hello.u16(at).ok()?, hello.u16(at + 2).ok()?);
        if number == 43 {
            return hello.u16(at + 4).ok();
        }
        at += 4 + usize::from(len);
    }
}

/// Version, random and session: the start of both hellos. Returns the version.
fn common(walk: &mut Walk<'_, '_>, tls13: bool) -> Result<u16, Stop> {
    let version = walk.uint(f::HANDSHAKE_VERSION, 2)? as u16;
    random(walk, tls13)?;
    let len = walk.uint(f::HANDSHAKE_SESSION_ID_LENGTH, 1)? as usize;
    if len > 32 {
        walk.out.expert(
            f::HANDSHAKE_SESSION_ID_LENGTH_ERROR,
            Severity::Error,
            Group::Malformed,
            "Session ID length error",
        );
    }
    if len > 0 {
        walk.item(f::HANDSHAKE_SESSION_ID, len)?;
    }
    Ok(version)
}

/// The random; up to TLS 1.2 it starts with the time.
fn random(walk: &mut Walk<'_, '_>, tls13: bool) -> Result<(), Stop> {
    let random = walk.item(f::HANDSHAKE_RANDOM, 32)?;
    if !tls13 {
        let mut parts = Walk::new(walk.out, random);
        parts.time(f::HANDSHAKE_RANDOM_TIME, 4, 1_000_000_000)?;
        parts.rest(f::HANDSHAKE_RANDOM_BYTES)?;
    }
    Ok(())
}

/// Dissects a HelloVerifyRequest of DTLS, RFC 6347 §4.2.1.
pub(super) fn verify_request(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    walk.item(f::HANDSHAKE_VERSION, 2)?;
    cookie(walk)
}

fn cookie(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    let len = walk.uint(dtls::COOKIE_LENGTH, 1)? as usize;
    if len > 0 {
        walk.item(dtls::COOKIE, len)?;
    }
    Ok(())
}

/// Dissects a HelloRetryRequest as TLS 1.3 drafts up to 21 had it.
pub(super) fn retry(walk: &mut Walk<'_, '_>, known: &mut Negotiated) -> Result<(), Stop> {
    let version = walk.uint(f::HANDSHAKE_VERSION, 2)? as u16;
    known.version = version;
    // From draft 19 on the cipher suite is there too.
    if version >= 0x7f13 {
        known.cipher = walk.uint(f::HANDSHAKE_CIPHERSUITE, 2)? as u16;
    }
    extensions::dissect(walk, In::HelloRetryRequest, known, &mut Hello::default())
}

/// The ClientHello of SSL 2 (also sent by early clients of SSL 3 and TLS 1.0), after its message type.
pub(super) fn client_v2(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    walk.item(f::HANDSHAKE_VERSION, 2)?;
    let ciphers = walk.uint(f::HANDSHAKE_CIPHER_SPEC_LEN, 2)? as usize;
    let session = walk.uint(f::HANDSHAKE_SESSION_ID_LENGTH, 2)? as usize;
    let challenge = walk.uint(f::HANDSHAKE_CHALLENGE_LENGTH, 2)? as usize;
    let specs: Tvb<'_> = walk.skip(ciphers)?;
    Walk::new(walk.out, specs).each(f::HANDSHAKE_CIPHERSPEC, 3)?;
    if session > 0 {
        walk.item(f::HANDSHAKE_SESSION_ID, session)?;
    }
    if challenge > 0 {
        walk.item(f::HANDSHAKE_CHALLENGE, challenge)?;
    }
    Ok(())
}
