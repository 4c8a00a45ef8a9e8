//! Key exchange messages up to TLS 1.2; their form follows from the cipher suite.

use super::{extensions, f, session::Negotiated, values, walk::Walk};
use crate::proto::{out::F, tvb::Stop};

/// How keys are exchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exchange {
    Rsa,
    RsaExport,
    Dh { signed: bool },
    EcDh { signed: bool },
    Psk,
    RsaPsk,
    DhPsk,
    EcDhPsk,
    /// SRP, Kerberos, GOST, J-PAKE and what is not known.
    Other,
}

impl Exchange {
    /// Tells the exchange by the name of the suite: `TLS_<exchange>_WITH_…`.
    fn of(cipher: u16) -> Self {
        let name = values::CIPHER_SUITE.name(cipher.into()).unwrap_or_default();
        let Some((exchange, _)) = name.split_once("_WITH_") else { return Self::Other };
        let exchange = exchange.split_once('_').map_or(exchange, |(_, exchange)| exchange);
        match exchange {
            "RSA" => Self::Rsa,
            "RSA_EXPORT" | "RSA_EXPORT1024" => Self::RsaExport,
            "PSK" => Self::Psk,
            "RSA_PSK" => Self::RsaPsk,
            "DHE_PSK" => Self::DhPsk,
            "ECDHE_PSK" => Self::EcDhPsk,
            "DH_anon" | "DH_anon_EXPORT" => Self::Dh { signed: false },
            "ECDH_anon" => Self::EcDh { signed: false },
            _ if exchange.starts_with("DHE_") => Self::Dh { signed: true },
            _ if exchange.starts_with("ECDHE_") => Self::EcDh { signed: true },
            // Fixed keys: the server sends none, the client its point.
            _ if exchange.starts_with("ECDH_") => Self::EcDh { signed: true },
            _ if exchange.starts_with("DH_") => Self::Dh { signed: true },
            _ => Self::Other,
        }
    }
}

/// Dissects a ServerKeyExchange.
pub(super) fn server(walk: &mut Walk<'_, '_>, known: &Negotiated) -> Result<(), Stop> {
    match Exchange::of(known.cipher) {
        Exchange::EcDh { signed } => {
            curve(walk)?;
            if signed { signature(walk, known) } else { Ok(()) }
        }
        Exchange::Dh { signed } => {
            group(walk)?;
            if signed { signature(walk, known) } else { Ok(()) }
        }
        Exchange::RsaExport => {
            walk.counted(f::HANDSHAKE_MODULUS_LEN, 2, f::HANDSHAKE_MODULUS)?;
            walk.counted(f::HANDSHAKE_EXPONENT_LEN, 2, f::HANDSHAKE_EXPONENT)?;
            signature(walk, known)
        }
        Exchange::Psk | Exchange::RsaPsk => hint(walk),
        Exchange::DhPsk => {
            hint(walk)?;
            group(walk)
        }
        Exchange::EcDhPsk => {
            hint(walk)?;
            curve(walk)
        }
        Exchange::Rsa | Exchange::Other => Ok(()),
    }
}

fn hint(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    walk.counted(f::HANDSHAKE_HINT_LEN, 2, f::HANDSHAKE_HINT).map(drop)
}

/// Parameters of a named curve; those of explicit curves are not taken apart.
fn curve(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    if walk.uint(f::HANDSHAKE_SERVER_CURVE_TYPE, 1)? != 3 {
        walk.at = walk.tvb.reported_len();
        return Ok(());
    }
    walk.item(f::HANDSHAKE_SERVER_NAMED_CURVE, 2)?;
    walk.counted(f::HANDSHAKE_SERVER_POINT_LEN, 1, f::HANDSHAKE_SERVER_POINT).map(drop)
}

fn group(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    let parts = [
        (f::HANDSHAKE_P_LEN, f::HANDSHAKE_P),
        (f::HANDSHAKE_G_LEN, f::HANDSHAKE_G),
        (f::HANDSHAKE_YS_LEN, f::HANDSHAKE_YS),
    ];
    parts.into_iter().try_for_each(|(length, content)| walk.counted(length, 2, content).map(drop))
}

fn signature(walk: &mut Walk<'_, '_>, known: &Negotiated) -> Result<(), Stop> {
    signed(walk, known, f::HANDSHAKE_SIG_LEN, f::HANDSHAKE_SIG)
}

/// A signature; from TLS 1.2 on with its algorithm.
fn signed(walk: &mut Walk<'_, '_>, known: &Negotiated, length: F, content: F) -> Result<(), Stop> {
    if walk.left() == 0 {
        return Ok(());
    }
    if known.is_tls12() || known.is_tls13() {
        extensions::signature_algorithm(walk)?;
    }
    walk.counted(length, 2, content).map(drop)
}

/// Dissects a CertificateVerify.
pub(super) fn verify(walk: &mut Walk<'_, '_>, known: &Negotiated) -> Result<(), Stop> {
    signed(walk, known, f::HANDSHAKE_CLIENT_CERT_VRFY_SIG_LEN, f::HANDSHAKE_CLIENT_CERT_VRFY_SIG)
}

/// Dissects a ClientKeyExchange.
pub(super) fn client(walk: &mut Walk<'_, '_>, known: &Negotiated) -> Result<(), Stop> {
    match Exchange::of(known.cipher) {
        Exchange::Rsa | Exchange::RsaExport => pre_master(walk, known),
        Exchange::Dh { .. } => yc(walk),
        Exchange::EcDh { .. } => point(walk),
        Exchange::Psk => identity(walk),
        Exchange::RsaPsk => {
            identity(walk)?;
            pre_master(walk, known)
        }
        Exchange::DhPsk => {
            identity(walk)?;
            yc(walk)
        }
        Exchange::EcDhPsk => {
            identity(walk)?;
            point(walk)
        }
        Exchange::Other => Ok(()),
    }
}

fn identity(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    walk.counted(f::HANDSHAKE_IDENTITY_LEN, 2, f::HANDSHAKE_IDENTITY).map(drop)
}

fn yc(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    walk.counted(f::HANDSHAKE_YC_LEN, 2, f::HANDSHAKE_YC).map(drop)
}

fn point(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    walk.counted(f::HANDSHAKE_CLIENT_POINT_LEN, 1, f::HANDSHAKE_CLIENT_POINT).map(drop)
}

/// The encrypted secret; SSL 3 has no length before it.
fn pre_master(walk: &mut Walk<'_, '_>, known: &Negotiated) -> Result<(), Stop> {
    // So has the DTLS of before RFC 4347.
    if matches!(known.version, 0x0300 | 0x0100) {
        return walk.rest(f::HANDSHAKE_EPMS).map(drop);
    }
    walk.counted(f::HANDSHAKE_EPMS_LEN, 2, f::HANDSHAKE_EPMS).map(drop)
}
