//! Online Certificate Status Protocol, RFC 6960.

mod fields;

use strato_filter_lang::{types::Type, value::Value};

use self::fields::f;
use super::{
    Parent, Proto, Protocol,
    asn1::{Builder, Found, Host, Walk},
    registry::registry,
    tvb::{Stop, Tvb},
};

/// OCSP.
pub static OCSP: Protocol = Protocol {
    name: "ocsp",
    title: "Online Certificate Status Protocol",
    frame_name: "ocsp",
    fields: fields::FIELDS,
    parents: &[Parent::Below(Proto::Tls)],
    ..Protocol::DEFAULT
};

/// Adds its notation.
pub(super) fn asn1(builder: &mut Builder) {
    builder.module(Proto::Ocsp, "ocsp", &[("response_type", response_type)], include_str!("ocsp/module.asn1"));
}

/// Dissects a response that stands in another protocol.
pub(super) fn response<'f>(host: &mut dyn Host<'f>, der: Tvb<'f>) {
    let mut walk = Walk::new(host);
    let own = registry().protocol_id(Proto::Ocsp);
    if walk.out().plan.wants(own) {
        walk.out().push_protocol(own, der.data());
    }
    _ = walk.pdu("ocsp.OCSPResponse", None, der, 0);
}

/// The type is shown as text.
fn response_type<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    walk.oid = found.contents();
    if walk.out().wants(f::RESPONSE_TYPE_ID) {
        let text = Value::bytes(found.contents()).text(Type::Oid);
        walk.out().text(f::RESPONSE_TYPE_ID, found.tvb, found.at, found.len, &text)?;
    }
    Ok(())
}
