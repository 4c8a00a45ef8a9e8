//! X.520 Selected Attribute Types: what stands in names

mod fields;

use super::{Proto, Protocol, asn1::Builder};

/// X.520 Selected Attribute Types.
pub static X509SAT: Protocol = Protocol {
    name: "x509sat",
    title: "X.509 Selected Attribute Types",
    frame_name: "x509sat",
    fields: fields::FIELDS,
    parents: super::x509af::CARRIERS,
    ..Protocol::DEFAULT
};

/// Adds its notation.
pub(super) fn asn1(builder: &mut Builder) {
    builder.module(Proto::X509sat, "x509sat", &[], include_str!("x509sat/module.asn1"));
}
