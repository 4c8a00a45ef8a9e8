//! Certificate extensions of Netscape.

mod fields;

use super::{Proto, Protocol, asn1::Builder};

/// Certificate extensions of Netscape.
pub static NS_CERT_EXTS: Protocol = Protocol {
    name: "ns_cert_exts",
    title: "NetScape Certificate Extensions",
    frame_name: "ns_cert_exts",
    fields: fields::FIELDS,
    parents: super::x509af::CARRIERS,
    ..Protocol::DEFAULT
};

/// Adds its notation.
pub(super) fn asn1(builder: &mut Builder) {
    builder.module(Proto::NsCertExts, "ns_cert_exts", &[], include_str!("ns_cert_exts/module.asn1"));
}
