//! Certificate messages and signed certificate timestamps.

use super::{
    extensions::{self, In},
    f,
    fingerprint::Hello,
    session::Negotiated,
    walk::Walk,
};
use crate::proto::{
    out::F,
    tvb::Stop,
    x509af,
};

/// What timestamps are shown by.
const TIMESTAMP_FIELDS: [F; 13] = [
    f::SCT_SCTS_LENGTH,
    f::SCT_SCT_LENGTH,
    f::SCT_SCT_VERSION,
    f::SCT_SCT_LOGID,
    f::SCT_SCT_TIMESTAMP,
    f::SCT_SCT_EXTENSIONS,
    f::SCT_SCT_EXTENSIONS_LENGTH,
    f::SCT_SCT_SIGNATURE,
    f::SCT_SCT_SIGNATURE_LENGTH,
    f::HANDSHAKE_SIG_HASH_ALG,
    f::HANDSHAKE_SIG_HASH_HASH,
    f::HANDSHAKE_SIG_HASH_SIG,
    // What is malformed there is told, too.
    f::MALFORMED_BUFFER_TOO_SMALL,
];

/// Dissects a Certificate message.
pub(super) fn message(walk: &mut Walk<'_, '_>, known: &mut Negotiated) -> Result<(), Stop> {
    let tls13 = known.is_tls13();
    if tls13 {
        let len = walk.uint(f::HANDSHAKE_CERTIFICATE_REQUEST_CONTEXT_LENGTH, 1)? as usize;
        if len > 0 {
            walk.item(f::HANDSHAKE_CERTIFICATE_REQUEST_CONTEXT, len)?;
        }
    }
    let mut list = walk.vector(f::HANDSHAKE_CERTIFICATES_LENGTH, 3)?;
    let len = list.left();
    if len > 0 {
        list.label(f::HANDSHAKE_CERTIFICATES, len);
    }
    while list.left() > 0 {
        let der = list.counted(f::HANDSHAKE_CERTIFICATE_LENGTH, 3, f::HANDSHAKE_CERTIFICATE)?;
        if x509af::is_read(list.out) || TIMESTAMP_FIELDS.iter().any(|field| list.out.wants(*field)) {
            x509af::certificate(list.out, der);
        }
        if tls13 {
            extensions::dissect(&mut list, In::Certificate, known, &mut Hello::default())?;
        }
    }
    Ok(())
}

/// A list of signed certificate timestamps, RFC 6962 §3.2.
pub(super) fn timestamps(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    let mut list = walk.vector(f::SCT_SCTS_LENGTH, 2)?;
    while list.left() > 0 {
        let mut one = list.vector(f::SCT_SCT_LENGTH, 2)?;
        one.item(f::SCT_SCT_VERSION, 1)?;
        one.item(f::SCT_SCT_LOGID, 32)?;
        one.time(f::SCT_SCT_TIMESTAMP, 8, 1_000_000)?;
        let len = one.uint(f::SCT_SCT_EXTENSIONS_LENGTH, 2)? as usize;
        if len > 0 {
            one.item(f::SCT_SCT_EXTENSIONS, len)?;
        }
        extensions::signature_algorithm(&mut one)?;
        one.counted(f::SCT_SCT_SIGNATURE_LENGTH, 2, f::SCT_SCT_SIGNATURE)?;
    }
    Ok(())
}

/// Dissects a CertificateRequest.
pub(super) fn request(walk: &mut Walk<'_, '_>, known: &mut Negotiated) -> Result<(), Stop> {
    if known.is_tls13() {
        let len = walk.uint(f::HANDSHAKE_CERTIFICATE_REQUEST_CONTEXT_LENGTH, 1)? as usize;
        if len > 0 {
            walk.item(f::HANDSHAKE_CERTIFICATE_REQUEST_CONTEXT, len)?;
        }
        return extensions::dissect(walk, In::CertificateRequest, known, &mut Hello::default());
    }
    let mut types = walk.vector(f::HANDSHAKE_CERT_TYPES_COUNT, 1)?;
    let len = types.left();
    if len > 0 {
        types.label(f::HANDSHAKE_CERT_TYPES, len);
        types.each(f::HANDSHAKE_CERT_TYPE, 1)?;
    }
    if known.is_tls12() {
        extensions::signature_algorithms(walk, None)?;
    }
    extensions::distinguished_names(walk)
}

/// Dissects a message that points to a certificate, RFC 6066 §5.
pub(super) fn url(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    walk.item(f::HANDSHAKE_CERT_URL_TYPE, 1)?;
    let mut list = walk.vector(f::HANDSHAKE_CERT_URL_URL_HASH_LEN, 2)?;
    while list.left() > 0 {
        list.counted(f::HANDSHAKE_CERT_URL_URL_LEN, 2, f::HANDSHAKE_CERT_URL_URL)?;
        list.item(f::HANDSHAKE_CERT_URL_PADDING, 1)?;
        list.item(f::HANDSHAKE_CERT_URL_SHA1, 20)?;
    }
    Ok(())
}
