//! X.501 Information Framework: names

mod fields;

use super::{Proto, Protocol, asn1::Builder};

/// X.501 Information Framework.
pub static X509IF: Protocol = Protocol {
    name: "x509if",
    title: "X.509 Information Framework",
    frame_name: "x509if",
    fields: fields::FIELDS,
    parents: super::x509af::CARRIERS,
    ..Protocol::DEFAULT
};

/// Adds its notation.
pub(super) fn asn1(builder: &mut Builder) {
    builder.module(Proto::X509if, "x509if", &[], include_str!("x509if/module.asn1"));
}
