//! PKIX1Implicit, RFC 5280: access to information, notices

mod fields;

use super::{Proto, Protocol, asn1::Builder};

/// PKIX1Implicit, RFC 5280.
pub static PKIX1IMPLICIT: Protocol = Protocol {
    name: "pkix1implicit",
    title: "PKIX1Implitit",
    frame_name: "pkix1implicit",
    fields: fields::FIELDS,
    parents: super::x509af::CARRIERS,
    ..Protocol::DEFAULT
};

/// Adds its notation.
pub(super) fn asn1(builder: &mut Builder) {
    builder.module(Proto::Pkix1implicit, "pkix1implicit", &[], include_str!("pkix1implicit/module.asn1"));
}
