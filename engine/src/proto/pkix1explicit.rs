//! PKIX1Explicit, RFC 5280, 3779, 7633: policies, addresses, features

mod fields;

use super::{Proto, Protocol, asn1::Builder};

/// PKIX1Explicit, RFC 5280, 3779, 7633.
pub static PKIX1EXPLICIT: Protocol = Protocol {
    name: "pkix1explicit",
    title: "PKIX1Explicit",
    frame_name: "pkix1explicit",
    fields: fields::FIELDS,
    parents: super::x509af::CARRIERS,
    ..Protocol::DEFAULT
};

/// Adds its notation.
pub(super) fn asn1(builder: &mut Builder) {
    builder.module(Proto::Pkix1explicit, "pkix1explicit", &[], include_str!("pkix1explicit/module.asn1"));
}
