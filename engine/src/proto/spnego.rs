//! Simple and Protected GSS-API Negotiation, RFC 4178, and the tokens of its mechanism Kerberos 5, RFC 1964, RFC 4121.

mod fields;

use strato_filter_lang::{types::Type, value::Value};

use self::fields::f;
use super::{
    Extent, Parent, Proto, Protocol,
    asn1::{Builder, Element, Found, Hook, Walk},
    dissect::Cx,
    gssapi::{self, Mechanism},
    ntlmssp,
    tvb::{Stop, Tvb},
};

/// SPNEGO.
pub static SPNEGO: Protocol = Protocol {
    name: "spnego",
    title: "Simple Protected Negotiation",
    frame_name: "spnego",
    fields: fields::FIELDS,
    parents: &[Parent::Below(Proto::Ldap), Parent::Below(Proto::GssApi), Parent::Below(Proto::Dcerpc)],
    stateful: &["spnego"],
    needs: &[Proto::GssApi],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Any message of Kerberos.
const APPLICATIONS: &str = "kerberos.Applications";

/// Where the walk notes what the token is of: one more than the [`Mechanism`].
const MECHANISM: usize = 0;

/// Adds its notation.
pub(super) fn asn1(builder: &mut Builder) {
    let hooks =
        &[("mechanism", mechanism as Hook), ("supported", supported), ("token", token), ("signed", signed)];
    builder.module(Proto::Spnego, "spnego", hooks, include_str!("spnego/module.asn1"));
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    gssapi::remember(cx, Mechanism::Spnego);
    // Some send the first token with its name again.
    let at = match Element::read(tvb, 0) {
        Ok(outer) if tvb.u8(0)? == 0x60 => Element::read(tvb, outer.at)?.end,
        _ => 0,
    };
    Walk::new(cx).pdu("spnego.NegotiationToken", None, tvb, at)?;
    Ok(tvb.len())
}

/// The first of those offered is that of the token.
fn mechanism<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    if walk.notes[MECHANISM] == 0 {
        walk.notes[MECHANISM] = Mechanism::of(found.contents()).map_or(i64::MAX, |mechanism| mechanism as i64 + 1);
    }
    Ok(())
}

fn supported<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    walk.notes[MECHANISM] = 0;
    mechanism(walk, found)
}

/// The mechanism's own token.
fn token<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    let token = found.tvb.sub(found.at, found.len)?;
    let is_kerberos = walk.notes[MECHANISM] == Mechanism::Kerberos as i64 + 1;
    let Some(cx) = walk.host.cx() else { return Ok(()) };
    if token.captured(0, 8) == ntlmssp::SIGNATURE {
        cx.call(Proto::Ntlmssp, token);
    } else if token.reported_len() > 0 && (is_kerberos || token.u8(0) == Ok(0x60) || is_wrapped(token)) {
        kerberos(cx, token)?;
    }
    Ok(())
}

/// What signs the list of mechanisms.
fn signed<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    let token = found.tvb.sub(found.at, found.len)?;
    if let Some(cx) = walk.host.cx().filter(|_| ntlmssp::is_verifier(token)) {
        cx.call(Proto::Ntlmssp, token);
    }
    Ok(())
}

/// Whether a token of RFC 4121 stands there without a header.
pub(super) fn is_wrapped(tvb: Tvb<'_>) -> bool {
    matches!(tvb.u16(0), Ok(0x0404 | 0x0504))
}

/// Dissects a token of Kerberos 5; gives how much of it is not what it protects.
pub(super) fn kerberos<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if cx.out.plan.everything {
        cx.protocols.append(&mut cx.out.names);
        cx.protocols.push("spnego-krb5");
    }
    let blob = cx.out.occurrences.len();
    cx.out.item(f::KRB5_BLOB, tvb, 0, tvb.reported_len())?;
    let mut at = 0;
    if tvb.u8(0)? == 0x60 {
        let outer = Element::read(tvb, 0)?;
        let oid = Element::read(tvb, outer.at)?;
        if cx.out.wants(f::KRB5_OID) {
            let text = Value::bytes(tvb.bytes(oid.at, oid.len)?).text(Type::Oid);
            cx.out.text(f::KRB5_OID, tvb, oid.at, oid.len, &text)?;
        }
        at = oid.end;
    } else if !is_wrapped(tvb) {
        // A message of Kerberos without any header, as DCE/RPC has it.
        super::kerberos::message(cx, tvb, APPLICATIONS)?;
        return Ok(tvb.len());
    }
    let id = cx.out.uint_le(f::KRB5_TOK_ID, tvb, at, 2)?;
    at += 2;
    match id {
        1..=3 | 0x0004 | 0x0104 => {
            let ty = match id {
                0x0004 => "kerberos.TGT-REQ",
                0x0104 => "kerberos.TGT-REP",
                _ => APPLICATIONS,
            };
            super::kerberos::message(cx, tvb.rest(at)?, ty)?;
            return Ok(tvb.len());
        }
        0x0101 => at = signature(cx, tvb, at, false)?,
        0x0102 => at = signature(cx, tvb, at, true)?,
        0x0404 => at = message_check(cx, tvb, at)?,
        0x0405 => at = wrap(cx, tvb, at)?,
        _ => at = tvb.reported_len(),
    }
    // Of what protects something else only itself is shown.
    let shown = tvb.captured(0, at);
    if let Some(occurrence) = cx.out.occurrences.get_mut(blob).filter(|_| cx.out.plan.wants(cx.out.plan.id(f::KRB5_BLOB))) {
        occurrence.value = Value::bytes(shown);
        occurrence.raw = shown;
    }
    Ok(at)
}

/// GetMIC and Wrap of RFC 1964 §1.2.
fn signature<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize, sealed: bool) -> Result<usize, Stop> {
    /// HMAC of RC4 keys, RFC 4757.
    const HMAC: u64 = 0x0011;
    let algorithm = cx.out.uint_le(f::KRB5_SGN_ALG, tvb, at, 2)?;
    at += 2;
    if sealed {
        cx.out.item_le(f::KRB5_SEAL_ALG, tvb, at, 2)?;
        at += 4;
    } else {
        at += 4;
    }
    cx.out.item(f::KRB5_SND_SEQ, tvb, at, 8)?;
    at += 8;
    let len = match algorithm {
        0x0004 => 20,
        0x0000 | 0x0001 | 0x0002 | HMAC => 8,
        _ => 8,
    };
    cx.out.item(f::KRB5_SGN_CKSUM, tvb, at, len)?;
    at += len;
    if sealed {
        cx.out.item(f::KRB5_CONFOUNDER, tvb, at, 8)?;
        at += 8;
    }
    Ok(at)
}

fn token_flags<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<u64, Stop> {
    let flags = cx.out.uint(f::KRB5_CFX_FLAGS, tvb, at, 1)?;
    for bit in [f::KRB5_ACCEPTOR_SUBKEY, f::KRB5_SEALED, f::KRB5_SEND_BY_ACCEPTOR] {
        cx.out.item(bit, tvb, at, 1)?;
    }
    Ok(flags)
}

/// RFC 4121 §4.2.6.1.
fn message_check<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    token_flags(cx, tvb, at)?;
    cx.out.item(f::KRB5_FILLER, tvb, at + 1, 5)?;
    cx.out.item(f::KRB5_CFX_SEQ, tvb, at + 6, 8)?;
    cx.out.item(f::KRB5_SGN_CKSUM, tvb, at + 14, tvb.reported_rest(at + 14))?;
    Ok(tvb.reported_len())
}

/// RFC 4121 §4.2.6.2.
fn wrap<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let sealed = token_flags(cx, tvb, at)? & 2 != 0;
    cx.out.item(f::KRB5_FILLER, tvb, at + 1, 1)?;
    let extra = cx.out.uint(f::KRB5_CFX_EC, tvb, at + 2, 2)? as usize;
    cx.out.item(f::KRB5_CFX_RRC, tvb, at + 4, 2)?;
    cx.out.item(f::KRB5_CFX_SEQ, tvb, at + 6, 8)?;
    // Sealed: confounder, header and checksum of the AES suites, turned to the front.
    let len = if sealed { 44 + extra } else { extra };
    cx.out.item(f::KRB5_SGN_CKSUM, tvb, at + 14, len)?;
    Ok(at + 14 + len)
}
