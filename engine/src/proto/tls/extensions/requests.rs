//! What one end asks of the other's certificates, and token binding.

use super::In;
use crate::proto::{
    ocsp,
    tls::{f, walk::Walk},
    tvb::Stop,
    x509af,
};

/// RFC 6066 §8, as a client asks.
pub(super) fn status_request(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    // Some servers echo it empty.
    if walk.left() == 0 {
        return Ok(());
    }
    if walk.uint(f::HANDSHAKE_EXTENSIONS_STATUS_REQUEST_TYPE, 1)? == 1 {
        ocsp_request(walk)?;
    }
    Ok(())
}

fn ocsp_request(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    for length in
        [f::HANDSHAKE_EXTENSIONS_STATUS_REQUEST_RESPONDER_IDS_LEN, f::HANDSHAKE_EXTENSIONS_STATUS_REQUEST_EXTS_LEN]
    {
        let len = walk.uint(length, 2)? as usize;
        walk.skip(len)?;
    }
    Ok(())
}

/// RFC 6961.
pub(super) fn status_request_v2(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    let mut list = walk.vector(f::HANDSHAKE_EXTENSIONS_STATUS_REQUEST_LIST_LEN, 2)?;
    while list.left() > 0 {
        let kind = list.uint(f::HANDSHAKE_EXTENSIONS_STATUS_REQUEST_TYPE, 1)?;
        let mut one = list.vector(f::HANDSHAKE_EXTENSIONS_STATUS_REQUEST_LEN, 2)?;
        if matches!(kind, 1 | 2) {
            ocsp_request(&mut one)?;
        }
    }
    Ok(())
}

/// The answer to a status request: in TLS 1.3 an extension, before a message of its own.
pub(in crate::proto::tls) fn certificate_status(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    match walk.uint(f::HANDSHAKE_EXTENSIONS_STATUS_REQUEST_TYPE, 1)? {
        1 => {
            status(walk.vector(f::HANDSHAKE_OCSP_RESPONSE_LEN, 3)?);
        }
        2 => {
            let mut list = walk.vector(f::HANDSHAKE_OCSP_RESPONSE_LIST_LEN, 3)?;
            while list.left() > 0 {
                status(list.vector(f::HANDSHAKE_OCSP_RESPONSE_LEN, 3)?);
            }
        }
        _ => {}
    }
    Ok(())
}

fn status(response: Walk<'_, '_>) {
    if response.left() > 0 && x509af::is_read(response.out) {
        ocsp::response(response.out, response.tvb);
    }
}

/// RFC 6091: which of X.509 and OpenPGP; RFC 7250: raw public keys.
pub(super) fn cert_type(walk: &mut Walk<'_, '_>, place: In) -> Result<(), Stop> {
    if place != In::ClientHello {
        return walk.item(f::HANDSHAKE_CERT_TYPE_TYPE, 1).map(drop);
    }
    let mut list = walk.vector(f::HANDSHAKE_CERT_TYPE_TYPES_LEN, 1)?;
    let len = list.left();
    list.label(f::HANDSHAKE_CERT_TYPE_TYPES, len);
    list.each(f::HANDSHAKE_CERT_TYPE_TYPE, 1)
}

/// RFC 8472.
pub(super) fn token_binding(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    walk.item(f::TOKEN_BINDING_VERSION_MAJOR, 1)?;
    walk.item(f::TOKEN_BINDING_VERSION_MINOR, 1)?;
    let mut list = walk.vector(f::TOKEN_BINDING_KEY_PARAMETERS_LENGTH, 1)?;
    let len = list.left();
    list.label(f::TOKEN_BINDING_KEY_PARAMETERS, len);
    list.each(f::TOKEN_BINDING_KEY_PARAMETER, 1)
}

/// Distinguished names of certificate authorities, RFC 8446 §4.2.4, RFC 5246 §7.4.4.
pub(in crate::proto::tls) fn distinguished_names(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    let len = usize::from(walk.tvb.u16(walk.at)?);
    if len == 0 {
        return walk.item(f::HANDSHAKE_DNAMES_LEN, 2).map(drop);
    }
    let mut list = walk.vector(f::HANDSHAKE_DNAMES_LEN, 2)?;
    let len = list.left();
    list.label(f::HANDSHAKE_DNAMES, len);
    while list.left() > 0 {
        let name = list.counted(f::HANDSHAKE_DNAME_LEN, 2, f::HANDSHAKE_DNAME)?;
        if x509af::is_read(list.out) {
            x509af::name(list.out, name);
        }
    }
    Ok(())
}

/// RFC 8446 §4.2.5.
pub(super) fn oid_filters(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    let mut list = walk.vector(f::EXTENSION_OID_FILTERS_LENGTH, 2)?;
    while list.left() > 0 {
        list.counted(f::EXTENSION_OID_FILTERS_OID_LENGTH, 1, f::EXTENSION_OID_FILTERS_OID)?;
        let len = list.uint(f::EXTENSION_OID_FILTERS_VALUES_LENGTH, 2)? as usize;
        list.skip(len)?;
    }
    Ok(())
}
