//! X.509 Certificate Extensions, RFC 5280.

mod fields;

use strato_filter_lang::value::Value;

use self::fields::f;
use super::{
    Proto, Protocol,
    asn1::{Builder, Found, Walk},
    tvb::Stop,
};

/// Certificate extensions.
pub static X509CE: Protocol = Protocol {
    name: "x509ce",
    title: "X.509 Certificate Extensions",
    frame_name: "x509ce",
    fields: fields::FIELDS,
    parents: super::x509af::CARRIERS,
    ..Protocol::DEFAULT
};

/// Adds its notation.
pub(super) fn asn1(builder: &mut Builder) {
    builder.module(Proto::X509ce, "x509ce", &[("address", address)], include_str!("x509ce/module.asn1"));
}

/// An address is shown by its length.
fn address<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    match found.len {
        4 => walk.out().item(f::IPADDRESS_IPV4, found.tvb, found.at, 4),
        16 => walk.out().item(f::IPADDRESS_IPV6, found.tvb, found.at, 16),
        _ => {
            walk.out().add(f::I_PADDRESS, found.contents(), Value::bytes(found.contents()));
            Ok(())
        }
    }
}
