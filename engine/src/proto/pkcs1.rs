//! PKCS #1 and its relatives: keys, RFC 8017, 3279

mod fields;

use super::{Proto, Protocol, asn1::Builder};

/// PKCS #1 and its relatives.
pub static PKCS1: Protocol = Protocol {
    name: "pkcs-1",
    title: "PKCS#1",
    frame_name: "pkcs-1",
    fields: fields::FIELDS,
    parents: super::x509af::CARRIERS,
    ..Protocol::DEFAULT
};

/// Adds its notation.
pub(super) fn asn1(builder: &mut Builder) {
    builder.module(Proto::Pkcs1, "pkcs1", &[], include_str!("pkcs1/module.asn1"));
}
