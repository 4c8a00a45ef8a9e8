//! Generic Security Service API tokens, RFC 2743 §3.1: which mechanism, and its token.

mod fields;

use strato_filter_lang::{types::Type, value::Value};

use self::fields::f;
use super::{
    Parent, Proto, Protocol,
    asn1::{Class, Element},
    dissect::Cx,
    ntlmssp,
    out::{Group, Severity},
    recent::Recent,
    spnego,
    tvb::{Stop, Tvb},
};

/// GSS-API.
pub static GSS_API: Protocol = Protocol {
    name: "gss-api",
    title: "GSS-API Generic Security Service Application Program Interface",
    frame_name: "gss-api",
    fields: fields::FIELDS,
    parents: &[Parent::Below(Proto::Ldap), Parent::Below(Proto::Smb2), Parent::Below(Proto::Dcerpc)],
    stateful: &["gss-api"],
    dissect,
    ..Protocol::DEFAULT
};

/// The identifier of SPNEGO, 1.3.6.1.5.5.2.
const SPNEGO: &[u8] = &[0x2b, 6, 1, 5, 5, 2];
/// The identifier of NTLMSSP, 1.3.6.1.4.1.311.2.2.10.
pub(super) const NTLMSSP: &[u8] = &[0x2b, 6, 1, 4, 1, 0x82, 0x37, 2, 2, 10];
/// The identifiers of Kerberos 5: 1.2.840.113554.1.2.2, the one Windows sends, and user to user.
const KERBEROS: [&[u8]; 3] = [
    &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x12, 1, 2, 2],
    &[0x2a, 0x86, 0x48, 0x82, 0xf7, 0x12, 1, 2, 2],
    &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x12, 1, 2, 2, 3],
];

/// Mechanisms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mechanism {
    Spnego,
    Kerberos,
    Ntlmssp,
}

impl Mechanism {
    /// What an identifier stands for.
    pub(super) fn of(oid: &[u8]) -> Option<Self> {
        match oid {
            SPNEGO => Some(Self::Spnego),
            NTLMSSP => Some(Self::Ntlmssp),
            _ if KERBEROS.contains(&oid) => Some(Self::Kerberos),
            _ => None,
        }
    }
}

/// Mechanisms of conversations.
#[derive(Default)]
struct Known {
    by_flow: Recent<u32, Mechanism>,
}

/// Remembers what a conversation uses.
pub(super) fn remember(cx: &mut Cx<'_>, mechanism: Mechanism) {
    if let Some(flow) = cx.info.flow.filter(|_| !cx.info.in_error) {
        cx.state.of::<Known>(Proto::GssApi).by_flow.insert(flow.id, mechanism);
    }
}

fn remembered(cx: &mut Cx<'_>) -> Option<Mechanism> {
    let flow = cx.info.flow.filter(|_| !cx.info.in_error)?;
    cx.state.of::<Known>(Proto::GssApi).by_flow.get(flow.id).copied()
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let first = tvb.u8(0)?;
    if first != 0x60 {
        return continued(cx, tvb, first);
    }
    let token = Element::read(tvb, 0)?;
    let oid = Element::read(tvb, token.at)?;
    let name = tvb.bytes(oid.at, oid.len)?;
    if cx.out.wants(f::OID) {
        let text = Value::bytes(name).text(Type::Oid);
        cx.out.text(f::OID, tvb, oid.at, oid.len, &text)?;
    }
    let mechanism = Mechanism::of(name);
    if let Some(mechanism) = mechanism {
        remember(cx, mechanism);
    }
    let inner = tvb.rest(oid.end)?;
    match mechanism {
        Some(Mechanism::Spnego) => _ = cx.call(Proto::Spnego, inner),
        Some(Mechanism::Ntlmssp) => _ = cx.call(Proto::Ntlmssp, inner),
        // Its tokens are dissected with what stands before them.
        Some(Mechanism::Kerberos) => return spnego::kerberos(cx, tvb),
        None => cx.out.item(f::TOKEN_OBJECT, inner, 0, inner.reported_len())?,
    }
    Ok(tvb.len())
}

/// A token of a mechanism that earlier ones named.
fn continued<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, first: u8) -> Result<usize, Stop> {
    if tvb.captured(0, 8) == ntlmssp::SIGNATURE {
        cx.call(Proto::Ntlmssp, tvb);
        return Ok(tvb.len());
    }
    match remembered(cx) {
        Some(Mechanism::Kerberos) => spnego::kerberos(cx, tvb),
        Some(Mechanism::Spnego) if Class::of(first) == Class::Context => {
            cx.call(Proto::Spnego, tvb);
            Ok(tvb.len())
        }
        Some(Mechanism::Spnego) if spnego::is_wrapped(tvb) => spnego::kerberos(cx, tvb),
        // Signed by whom both agreed on.
        Some(Mechanism::Spnego | Mechanism::Ntlmssp) if ntlmssp::is_verifier(tvb) => {
            cx.call(Proto::Ntlmssp, tvb);
            Ok(tvb.len())
        }
        Some(Mechanism::Spnego | Mechanism::Ntlmssp) | None => {
            let (class, constructed, tag) = (first >> 6, first >> 5 & 1, first & 0x1f);
            let text = format!("Unknown header (class={class}, pc={constructed}, tag={tag})");
            cx.out.expert(f::UNKNOWN_HEADER, Severity::Warn, Group::Protocol, &text);
            Ok(tvb.len())
        }
    }
}
