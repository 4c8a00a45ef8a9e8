//! Extensions of hellos and of the messages after them, RFC 8446 §4.2 and the IANA registry.

mod client_hello;
mod keys;
mod quic;
mod requests;

pub(super) use self::{
    keys::{signature_algorithm, signature_algorithms},
    requests::{certificate_status, distinguished_names},
};
use super::{f, fingerprint::Hello, session::Negotiated, walk::Walk};
use crate::proto::{
    dtls,
    out::{Group, Severity},
    tvb::Stop,
};

/// The message an extension stands in: it decides the extension's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum In {
    ClientHello,
    ServerHello,
    HelloRetryRequest,
    EncryptedExtensions,
    Certificate,
    CertificateRequest,
    NewSessionTicket,
}

/// TLS 1.3 or a draft of it (Facebook's too).
pub(super) fn is_tls13(version: u16) -> bool {
    version == 0x0304 || matches!(version >> 8, 0x7f | 0xfb)
}

/// A value reserved so that peers learn to ignore the unknown, RFC 8701.
pub(super) fn is_grease(value: u16) -> bool {
    value & 0x0f0f == 0x0a0a && value >> 8 == value & 0xff
}

/// Dissects the length of the extensions and all of them.
pub(super) fn dissect(
    walk: &mut Walk<'_, '_>,
    place: In,
    known: &mut Negotiated,
    hello: &mut Hello,
) -> Result<(), Stop> {
    let mut list = walk.vector(f::HANDSHAKE_EXTENSIONS_LENGTH, 2)?;
    while list.left() >= 4 {
        let len = usize::from(list.tvb.u16(list.at + 2)?);
        list.label(f::HANDSHAKE_EXTENSION, 4 + len.min(list.left() - 4));
        let number = list.uint(f::HANDSHAKE_EXTENSION_TYPE, 2)? as u16;
        hello.extensions.push(number);
        let mut one = list.vector(f::HANDSHAKE_EXTENSION_LEN, 2)?;
        extension(&mut one, number, place, known, hello)?;
        trailing(&mut one);
    }
    trailing(&mut list);
    Ok(())
}

/// Notes bytes that nothing explains.
pub(super) fn trailing(walk: &mut Walk<'_, '_>) {
    if walk.left() > 0 {
        let text = "Undecoded trailing data is present";
        walk.out.expert(f::MALFORMED_TRAILING_DATA, Severity::Warn, Group::Undecoded, text);
        walk.at = walk.tvb.reported_len();
    }
}

fn extension(
    walk: &mut Walk<'_, '_>,
    number: u16,
    place: In,
    known: &mut Negotiated,
    hello: &mut Hello,
) -> Result<(), Stop> {
    match number {
        0 => client_hello::server_name(walk),
        1 => walk.item(f::HANDSHAKE_MAX_FRAGMENT_LENGTH, 1).map(drop),
        5 if place == In::ClientHello => requests::status_request(walk),
        5 if place == In::Certificate => certificate_status(walk),
        17 if place == In::ClientHello => requests::status_request_v2(walk),
        9 | 19 | 20 => requests::cert_type(walk, place),
        10 => keys::groups(walk, hello),
        11 => keys::point_formats(walk, hello),
        12 => walk.counted(f::HANDSHAKE_EXTENSIONS_SRP_LEN, 1, f::HANDSHAKE_EXTENSIONS_SRP_USERNAME).map(drop),
        13 | 50 => signature_algorithms(walk, (number == 13).then_some(hello)),
        34 if place != In::Certificate => signature_algorithms(walk, None),
        15 => walk.item(f::HANDSHAKE_EXTENSION_HEARTBEAT_MODE, 1).map(drop),
        16 => client_hello::alpn(walk, place, known, hello),
        18 if walk.left() > 0 => super::certificate::timestamps(walk),
        21 => walk.rest(f::HANDSHAKE_EXTENSIONS_PADDING_DATA).map(drop),
        24 => requests::token_binding(walk),
        27 => {
            let mut list = walk.vector(f::COMPRESS_CERTIFICATE_ALGORITHMS_LENGTH, 1)?;
            list.each(f::COMPRESS_CERTIFICATE_ALGORITHM, 2)
        }
        28 => walk.item(f::RECORD_SIZE_LIMIT, 2).map(drop),
        35 => session_ticket(walk),
        41 => keys::pre_shared_key(walk, place),
        42 if place == In::NewSessionTicket => walk.item(f::EARLY_DATA_MAX_EARLY_DATA_SIZE, 4).map(drop),
        43 => client_hello::supported_versions(walk, place, known, hello),
        44 => {
            walk.counted(f::HANDSHAKE_EXTENSIONS_COOKIE_LEN, 2, f::HANDSHAKE_EXTENSIONS_COOKIE).map(drop)
        }
        45 => walk.vector(f::EXTENSION_PSK_KE_MODES_LENGTH, 1)?.each(f::EXTENSION_PSK_KE_MODE, 1),
        47 => distinguished_names(walk),
        48 => requests::oid_filters(walk),
        53 | 54 => {
            let id = walk.counted(f::CONNECTION_ID_LENGTH, 1, f::CONNECTION_ID)?;
            known.connection_id = Some(id.reported_len());
            Ok(())
        }
        14 if known.datagrams => srtp(walk, known),
        40 | 51 => keys::key_share(walk, place),
        57 | 65445 => quic::parameters(walk, known.version),
        13172 => client_hello::next_protocols(walk),
        17513 | 17613 => client_hello::application_settings(walk, place),
        65037 => {
            // Wireshark 4.0 shows it as data only.
            walk.out.item(f::HANDSHAKE_EXTENSION_DATA, walk.tvb, walk.at, walk.left())?;
            keys::encrypted_client_hello(walk, place)
        }
        65281 => {
            let len = walk.uint(f::HANDSHAKE_EXTENSIONS_RENEG_INFO_LEN, 1)? as usize;
            if len > 0 {
                walk.item(f::HANDSHAKE_EXTENSIONS_RENEG_INFO, len)?;
            }
            Ok(())
        }
        65486 if place == In::ClientHello => keys::encrypted_server_name(walk),
        // What says all by being there.
        5 | 17 | 18 | 22 | 23 | 42 | 49 => Ok(()),
        _ => walk.rest(f::HANDSHAKE_EXTENSION_DATA).map(drop),
    }
}

/// RFC 5764 §4.1.1.
fn srtp(walk: &mut Walk<'_, '_>, known: &mut Negotiated) -> Result<(), Stop> {
    let [length, profile, key_length, key] = dtls::USE_SRTP;
    let mut profiles = walk.vector(length, 2)?;
    if profiles.left() == 2 {
        known.media = Some(profiles.tvb.u16(profiles.at)?);
    }
    profiles.each(profile, 2)?;
    let len = walk.uint(key_length, 1)? as usize;
    if len > 0 {
        walk.item(key, len)?;
    }
    Ok(())
}

/// RFC 5077 §3.2. Wireshark 4.0 shows it as data, 4.6 in a field of its own.
fn session_ticket(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    let len = walk.left();
    if len > 0 {
        walk.out.item(f::HANDSHAKE_EXTENSIONS_SESSION_TICKET, walk.tvb, walk.at, len)?;
    }
    walk.rest(f::HANDSHAKE_EXTENSION_DATA).map(drop)
}
