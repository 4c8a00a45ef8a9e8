//! X.509 Authentication Framework: certificates and lists of revoked ones, RFC 5280.

mod fields;

use strato_filter_lang::value::Value;

use self::fields::f;
use super::{
    Parent, Proto, Protocol,
    asn1::{Builder, Element, Found, Hook, Host, Walk},
    ber,
    out::F,
    plan::Plan,
    tls,
    tvb::{Stop, Tvb},
};

/// The protocols that certificates are found in.
pub(super) const CARRIERS: &[Parent] = &[
    Parent::Below(Proto::Tls),
    Parent::Below(Proto::Dtls),
    Parent::Below(Proto::Ldap),
    Parent::Below(Proto::Isakmp),
];

/// Certificates.
pub static X509AF: Protocol = Protocol {
    name: "x509af",
    title: "X.509 Authentication Framework",
    frame_name: "x509af",
    fields: fields::FIELDS,
    parents: CARRIERS,
    ..Protocol::DEFAULT
};

/// What certificates are shown by.
const PROTOS: [Proto; 10] = [
    Proto::X509af,
    Proto::X509if,
    Proto::X509sat,
    Proto::X509ce,
    Proto::NsCertExts,
    Proto::Pkix1implicit,
    Proto::Pkix1explicit,
    Proto::Pkcs1,
    Proto::Ocsp,
    Proto::Ber,
];

/// What a certificate and a list of revoked ones are shown by where they stand alone.
pub(super) const CERTIFICATE: F = f::CERTIFICATE_ELEMENT;
pub(super) const CERTIFICATE_LIST: F = f::CERTIFICATE_LIST_ELEMENT;

/// The identifier of RSA keys.
const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];

/// The identifier of the extension that holds signed timestamps, RFC 6962 §3.3.
const TIMESTAMPS: &[u8] = &[0x2b, 0x06, 0x01, 0x04, 0x01, 0xd6, 0x79, 0x02, 0x04, 0x02];

/// Adds its notation.
pub(super) fn asn1(builder: &mut Builder) {
    let hooks = &[("public_key", public_key as Hook), ("extension", extension)];
    builder.module(Proto::X509af, "x509af", hooks, include_str!("x509af/module.asn1"));
}

/// Whether anybody reads what is in certificates.
pub(super) fn is_read(host: &mut dyn Host<'_>) -> bool {
    is_needed(host.out().plan)
}

/// The same of a plan.
pub(super) fn is_needed(plan: &Plan) -> bool {
    PROTOS.into_iter().any(|proto| plan.needs(proto))
}

/// Dissects a certificate; malformed ones as far as they can be read.
pub(super) fn certificate<'f>(host: &mut dyn Host<'f>, der: Tvb<'f>) {
    _ = Walk::new(host).pdu("x509af.Certificate", None, der, 0);
}

/// Dissects a name.
pub(super) fn name<'f>(host: &mut dyn Host<'f>, der: Tvb<'f>) {
    _ = Walk::new(host).pdu("x509if.RDNSequence", None, der, 0);
}

/// Keys of RSA are structures inside their string of bits.
fn public_key<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    let bits = Element::read(found.tvb, found.at)?;
    let key = Found { at: bits.at + 1, len: bits.len.saturating_sub(1), ..found };
    if walk.oid != RSA {
        walk.out().item(ber::f::BITSTRING_PADDING, found.tvb, bits.at, 1)?;
    }
    walk.out().add(f::SUBJECT_PUBLIC_KEY, key.contents(), Value::bytes(key.contents()));
    if walk.oid == RSA {
        walk.pdu("pkcs1.RSAPublicKey", None, found.tvb.limit(key.at + key.len), key.at)?;
    }
    Ok(())
}

/// Extensions are what their identifiers say.
fn extension<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    if walk.oid == TIMESTAMPS {
        walk.enter(Proto::Tls);
        let list = Element::read(found.tvb, found.at)?;
        return tls::timestamps(walk.out(), found.tvb.sub(list.at, list.len)?);
    }
    walk.by_oid(found)
}
