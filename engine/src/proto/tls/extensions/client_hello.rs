//! Names, applications and versions that a client offers and a server picks.

use super::{super::application, In};
use crate::proto::{
    tls::{f, fingerprint::Hello, session::Negotiated, walk::Walk},
    tvb::Stop,
};

/// RFC 6066 §3. Empty in a ServerHello.
pub(super) fn server_name(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    if walk.left() == 0 {
        return Ok(());
    }
    let mut list = walk.vector(f::HANDSHAKE_EXTENSIONS_SERVER_NAME_LIST_LEN, 2)?;
    while list.left() > 0 {
        list.item(f::HANDSHAKE_EXTENSIONS_SERVER_NAME_TYPE, 1)?;
        list.counted(f::HANDSHAKE_EXTENSIONS_SERVER_NAME_LEN, 2, f::HANDSHAKE_EXTENSIONS_SERVER_NAME)?;
    }
    Ok(())
}

/// RFC 7301.
pub(super) fn alpn(
    walk: &mut Walk<'_, '_>,
    place: In,
    known: &mut Negotiated,
    hello: &mut Hello,
) -> Result<(), Stop> {
    let mut list = walk.vector(f::HANDSHAKE_EXTENSIONS_ALPN_LEN, 2)?;
    let len = list.left();
    list.label(f::HANDSHAKE_EXTENSIONS_ALPN_LIST, len);
    let mut first = true;
    while list.left() > 0 {
        let len = list.uint(f::HANDSHAKE_EXTENSIONS_ALPN_STR_LEN, 1)? as usize;
        let name = list.item(f::HANDSHAKE_EXTENSIONS_ALPN_STR, len)?;
        if !std::mem::take(&mut first) {
            continue;
        }
        match place {
            In::ClientHello => hello.alpn = name.data().to_vec(),
            _ => known.application = application::by_alpn(name.data()).or(known.application),
        }
    }
    Ok(())
}

/// RFC 8446 §4.2.1: a list from the client, one version from the server.
pub(super) fn supported_versions(
    walk: &mut Walk<'_, '_>,
    place: In,
    known: &mut Negotiated,
    hello: &mut Hello,
) -> Result<(), Stop> {
    if place != In::ClientHello {
        known.version = walk.uint(f::HANDSHAKE_EXTENSIONS_SUPPORTED_VERSION, 2)? as u16;
        return Ok(());
    }
    let mut list = walk.vector(f::HANDSHAKE_EXTENSIONS_SUPPORTED_VERSIONS_LEN, 1)?;
    while list.left() >= 2 {
        hello.versions.push(list.uint(f::HANDSHAKE_EXTENSIONS_SUPPORTED_VERSION, 2)? as u16);
    }
    Ok(())
}

/// Next Protocol Negotiation, the draft before ALPN.
pub(super) fn next_protocols(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    while walk.left() > 0 {
        walk.counted(f::HANDSHAKE_EXTENSIONS_NPN_STR_LEN, 1, f::HANDSHAKE_EXTENSIONS_NPN)?;
    }
    Ok(())
}

/// Application-Layer Protocol Settings, draft-vvv-tls-alps.
pub(super) fn application_settings(walk: &mut Walk<'_, '_>, place: In) -> Result<(), Stop> {
    if place != In::ClientHello {
        return walk.rest(f::HANDSHAKE_EXTENSIONS_ALPS_SETTINGS).map(drop);
    }
    let mut list = walk.vector(f::HANDSHAKE_EXTENSIONS_ALPS_LEN, 2)?;
    let len = list.left();
    list.label(f::HANDSHAKE_EXTENSIONS_ALPS_ALPN_LIST, len);
    while list.left() > 0 {
        list.counted(f::HANDSHAKE_EXTENSIONS_ALPS_ALPN_STR_LEN, 1, f::HANDSHAKE_EXTENSIONS_ALPS_ALPN_STR)?;
    }
    Ok(())
}
