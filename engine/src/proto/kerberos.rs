//! Kerberos 5, RFC 4120; over TCP a record mark stands before each message (§7.2.2).

mod fields;

use self::fields::f;
use super::{
    Parent, Proto, Protocol,
    asn1::{Builder, Class, Element, Found, Hook, Walk},
    dissect::Cx,
    out::F,
    registry::registry,
    tcp::pdus::dissect_pdus,
    tvb::{Stop, Tvb},
};

/// Kerberos.
pub static KERBEROS: Protocol = Protocol {
    name: "kerberos",
    title: "Kerberos",
    frame_name: "kerberos",
    fields: fields::FIELDS,
    parents: &[
        Parent::UdpPort(88),
        Parent::TcpPort(88),
        Parent::Below(Proto::Spnego),
        Parent::Below(Proto::GssApi),
    ],
    may_reject: true,
    waits_silently: true,
    dissect,
    ..Protocol::DEFAULT
};

/// Longest message over TCP that is believed.
const MAX_MESSAGE: usize = 10 << 20;

/// Where the walk notes the type of what comes next.
const TYPE: usize = 0;

/// KDC_ERR_PREAUTH_REQUIRED, KDC_ERR_PREAUTH_FAILED, KDC_ERR_ETYPE_NOSUPP: the data says what would do.
const PREAUTHENTICATION: [i64; 3] = [25, 24, 14];

/// Adds its notation.
pub(super) fn asn1(builder: &mut Builder) {
    let hooks = &[
        ("note", note as Hook),
        ("error", note),
        ("address", address),
        ("padata", preauthentication),
        ("error_data", error_data),
        ("armor", armor),
    ];
    builder.module(Proto::Kerberos, "kerberos", hooks, include_str!("kerberos/module.asn1"));
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if cx.parent() != Some(Proto::Tcp) {
        if !begins(tvb, 0) {
            return Ok(0);
        }
        cx.column("KRB5", String::new);
        return Walk::new(cx).pdu("kerberos.Applications", None, tvb, 0);
    }
    if tvb.len() >= 5 && !(begins(tvb, 4) && mark(tvb, 0)? <= MAX_MESSAGE) {
        return Ok(0);
    }
    cx.column("KRB5", String::new);
    dissect_pdus(
        cx,
        tvb,
        4,
        |tvb, at| Ok(Some(4 + mark(tvb, at)?)),
        |cx, tvb| {
            cx.out.item(f::RM_RESERVED, tvb, 0, 4)?;
            cx.out.item(f::RM_LENGTH, tvb, 0, 4)?;
            Walk::new(cx).pdu("kerberos.Applications", None, tvb, 4)
        },
    )
}

/// The length that a record mark tells.
fn mark(tvb: Tvb<'_>, at: usize) -> Result<usize, Stop> {
    Ok(tvb.u32(at)? as usize & 0x7fff_ffff)
}

/// Whether a message starts there.
fn begins(tvb: Tvb<'_>, at: usize) -> bool {
    tvb.u8(at).is_ok_and(|first| Class::of(first) == Class::Application && matches!(first & 0x1f, 1..=3 | 10..=15 | 20..=30))
}

/// Dissects a message of a type inside a token, without a layer of its own in `frame.protocols`.
pub(super) fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, ty: &str) -> Result<(), Stop> {
    if !cx.out.needs(Proto::Kerberos) {
        return Ok(());
    }
    let own = registry().protocol_id(Proto::Kerberos);
    if cx.out.plan.wants(own) {
        cx.out.push_protocol(own, tvb.data());
    }
    Walk::new(cx).pdu(ty, None, tvb, 0).map(drop)
}

fn note<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    walk.notes[TYPE] = found.value;
    Ok(())
}

/// Addresses are shown by their type.
fn address<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    let Found { tvb, at, len, .. } = found;
    match (walk.notes[TYPE], len) {
        (2, 4) => walk.out().item(f::ADDR_IP, tvb, at, 4),
        (24, 16) => walk.out().item(f::ADDR_IPV6, tvb, at, 16),
        (20, 16) => {
            // Fifteen characters filled up with blanks, and what the name is for.
            let name = String::from_utf8_lossy(tvb.captured(at, 15)).trim_end_matches([' ', '\0']).to_owned();
            let name = match tvb.u8(at + 15)? {
                b' ' => name,
                kind => format!("{name}<{kind:02x}>"),
            };
            walk.out().text(f::ADDR_NB, tvb, at, len, &name)
        }
        _ => walk.out().item(f::ADDRESS, tvb, at, len),
    }
}

/// Dissects contents as a named type.
fn inside<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>, name: &str, field: Option<F>) -> Result<(), Stop> {
    let kept = walk.notes;
    walk.pdu(name, field, found.tvb.limit(found.at + found.len), found.at)?;
    walk.notes = kept;
    Ok(())
}

/// What pre-authentication data holds, by its type.
fn preauthentication<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    if found.len == 0 {
        return Ok(());
    }
    let name = match walk.notes[TYPE] {
        1 => "kerberos.Applications",
        2 => "kerberos.EncryptedData",
        3 => {
            walk.out().item(f::PW_SALT, found.tvb, found.at, found.len)?;
            return Ok(());
        }
        11 => "kerberos.ETYPE-INFO",
        19 => "kerberos.ETYPE-INFO2",
        128 => "kerberos.PA-PAC-REQUEST",
        129 => "kerberos.PA-S4U2Self",
        130 => "kerberos.PA-S4U-X509-USER",
        136 => "kerberos.PA-FX-FAST-REQUEST",
        165 => return encryption_types(walk, found),
        167 => "kerberos.PA-PAC-OPTIONS",
        _ => return Ok(()),
    };
    inside(walk, found, name, None)
}

/// PA-SUPPORTED-ENCTYPES, MS-KILE §2.2.8: bits.
fn encryption_types<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    const BITS: [F; 10] = [
        f::SUPPORTED_ENTYPES,
        f::SUPPORTED_ENTYPES_DES_CBC_CRC,
        f::SUPPORTED_ENTYPES_DES_CBC_MD5,
        f::SUPPORTED_ENTYPES_RC4_HMAC,
        f::SUPPORTED_ENTYPES_AES128_CTS_HMAC_SHA1_96,
        f::SUPPORTED_ENTYPES_AES256_CTS_HMAC_SHA1_96,
        f::SUPPORTED_ENTYPES_FAST_SUPPORTED,
        f::SUPPORTED_ENTYPES_COMPOUND_IDENTITY_SUPPORTED,
        f::SUPPORTED_ENTYPES_CLAIMS_SUPPORTED,
        f::SUPPORTED_ENTYPES_RESOURCE_SID_COMPRESSION_DISABLED,
    ];
    BITS.into_iter().try_for_each(|bit| walk.out().item_le(bit, found.tvb, found.at, 4))
}

/// The data of an error, if it says how to authenticate.
fn error_data<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    let sequence = Element::read(found.tvb, found.at).is_ok_and(|e| e.class == Class::Universal && e.number == 16);
    if sequence && PREAUTHENTICATION.contains(&walk.notes[TYPE]) {
        inside(walk, found, "kerberos.METHOD-DATA", None)?;
    }
    Ok(())
}

/// The armor of FAST is a request.
fn armor<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    inside(walk, found, "kerberos.Applications", None)
}
