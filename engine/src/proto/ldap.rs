//! Lightweight Directory Access Protocol, RFC 4511, over TCP, TLS and protected by SASL; over UDP it is [`cldap`].
//!
//! [`cldap`]: super::cldap

mod fields;
mod netlogon;

use rustc_hash::FxHashMap;
use strato_filter_lang::value::Value;

use self::fields::f;
use super::{
    Extent, Parent, Proto, Protocol,
    asn1::{Builder, Class, Found, Hook, Walk, encode},
    dissect::{Cx, Taken},
    ntlmssp,
    out::F,
    recent::Recent,
    tcp::pdus::dissect_pdus,
    tls,
    tvb::{Stop, Tvb},
    x509af,
};

/// LDAP.
pub static LDAP: Protocol = Protocol {
    name: "ldap",
    title: "Lightweight Directory Access Protocol",
    frame_name: "ldap",
    fields: fields::FIELDS,
    parents: &[
        Parent::TcpPort(389),
        Parent::TcpPort(3268),
        Parent::Below(Proto::Tls),
        Parent::Below(Proto::Cldap),
    ],
    stateful: &["ldap"],
    extent: Extent::Whole,
    may_reject: true,
    waits_silently: true,
    dissect,
    ..Protocol::DEFAULT
};

/// Longest message that is believed.
const MAX_MESSAGE: usize = 1 << 28;

/// Requests remembered of a conversation.
const MAX_CALLS: usize = 4096;

/// The extended operation after which TLS begins, RFC 4511 §4.14.
const START_TLS: &[u8] = b"1.3.6.1.4.1.1466.20037";

/// Where the walk notes things: the message's number, the attribute's kind.
const MESSAGE: usize = 0;
const ATTRIBUTE: usize = 1;

/// Adds its notation.
pub(super) fn asn1(builder: &mut Builder) {
    let hooks = &[
        ("message", message_number as Hook),
        ("operation", operation),
        ("mechanism", mechanism),
        ("credentials", credentials),
        ("server_credentials", server_credentials),
        ("ntlmssp", security),
        ("matched", matched),
        ("operation_name", operation_name),
        ("operation_value", operation_value),
        ("control_value", operation_value),
        ("attribute", attribute),
        ("attribute_value", attribute_value),
        ("assertion", assertion),
        ("dirsync", dirsync),
    ];
    builder.module(Proto::Ldap, "ldap", hooks, include_str!("ldap/module.asn1"));
}

/// A request.
#[derive(Clone, Copy, Debug)]
struct Call {
    frame: u64,
    time_ns: Option<i128>,
}

/// What is remembered of a conversation.
#[derive(Debug, Default)]
struct Conversation {
    calls: FxHashMap<i64, Call>,
    starts_tls: bool,
    sasl: bool,
}

#[derive(Default)]
struct Conversations {
    by_flow: Recent<u32, Conversation>,
}

fn conversation<'s>(cx: &'s mut Cx<'_>) -> Option<&'s mut Conversation> {
    let flow = cx.info.flow.filter(|_| !cx.info.in_error)?;
    Some(cx.state.of::<Conversations>(Proto::Ldap).by_flow.entry(flow.id, Conversation::default))
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if tvb.len() >= 6 && !is_message(tvb) && !is_protected(tvb) {
        return Ok(0);
    }
    cx.column("LDAP", String::new);
    dissect_pdus(
        cx,
        tvb,
        6,
        |tvb, at| {
            if tvb.u8(at)? != 0x30 {
                return Ok(Some(4 + tvb.u32(at)? as usize));
            }
            Ok(Some(match tvb.u8(at + 1)? {
                long @ 0x81..=0x84 => {
                    let octets = usize::from(long & 0x7f);
                    2 + octets + tvb.uint(at + 2, octets)? as usize
                }
                short => 2 + usize::from(short & 0x7f),
            }))
        },
        |cx, tvb| if tvb.u8(0)? == 0x30 { messages(cx, tvb, 0) } else { protected(cx, tvb) },
    )
}

/// A sequence that begins with a number.
fn is_message(tvb: Tvb<'_>) -> bool {
    tvb.u8(0) == Ok(0x30)
        && match tvb.u8(1) {
            Ok(long @ 0x81..=0x84) => {
                let octets = usize::from(long & 0x7f);
                tvb.u8(2 + octets).is_ok_and(|tag| tag == 2) && tvb.uint(2, octets).is_ok_and(|len| len < MAX_MESSAGE as u64)
            }
            Ok(short) => short < 0x80 && tvb.u8(2) == Ok(2),
            Err(_) => false,
        }
}

/// A length, then a token of GSS-API.
fn is_protected(tvb: Tvb<'_>) -> bool {
    tvb.u32(0).is_ok_and(|len| (2..MAX_MESSAGE).contains(&(len as usize))) && matches!(tvb.u8(4), Ok(0x05 | 0x60))
}

/// Messages one after the other.
pub(super) fn messages<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize) -> Result<usize, Stop> {
    let field = Some(f::LDAPMESSAGE_ELEMENT);
    while at < tvb.reported_len() && tvb.u8(at)? == 0x30 {
        at = Walk::new(cx).pdu("ldap.LDAPMessage", field, tvb, at)?;
    }
    Ok(tvb.reported_len())
}

/// Messages that SASL protects (RFC 4513 §5.2.1.2): a length, the mechanism's token, what it protects.
fn protected<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.out.item(f::SASL_BUFFER_LENGTH, tvb, 0, 4)?;
    let token = tvb.rest(4)?;
    let taken = match cx.call(Proto::GssApi, token) {
        Taken::Bytes(len) if cx.out.needs(Proto::GssApi) => len,
        _ => header_len(token),
    };
    let payload = token.rest(taken.min(token.reported_len()))?;
    if payload.reported_len() == 0 {
        return Ok(tvb.reported_len());
    }
    if is_message(payload) {
        return messages(cx, payload, 0);
    }
    cx.out.item(f::GSSAPI_ENCRYPTED_PAYLOAD, payload, 0, payload.reported_len())?;
    Ok(tvb.reported_len())
}

/// How long the token of RFC 4121 is, should nobody ask for it.
fn header_len(token: Tvb<'_>) -> usize {
    let extra = token.u16(4).map_or(0, usize::from);
    match token.u16(0) {
        Ok(0x0504) if token.u8(2).is_ok_and(|flags| flags & 2 != 0) => 60 + extra,
        Ok(0x0504) => 16 + extra,
        _ => token.reported_len(),
    }
}

fn message_number<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    walk.notes[MESSAGE] = found.value;
    Ok(())
}

/// Requests are remembered; what answers one says which, and how long it took.
fn operation<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    let number = walk.notes[MESSAGE];
    let Some(cx) = walk.host.cx() else { return Ok(()) };
    let now = Call { frame: cx.frame.number, time_ns: cx.frame.timestamp_ns };
    let Some(known) = conversation(cx) else { return Ok(()) };
    if matches!(found.value, 0 | 3 | 6 | 8 | 10 | 12 | 14 | 23) {
        if known.calls.len() >= MAX_CALLS {
            known.calls.clear();
        }
        known.calls.insert(number, now);
        cx.tell(number as u32, f::RESPONSE_IN);
        return Ok(());
    }
    let starts_tls = found.value == 24 && std::mem::take(&mut known.starts_tls);
    if let Some(call) = known.calls.get(&number).copied().filter(|_| !matches!(found.value, 2 | 16)) {
        cx.note_frame_for(call.frame, number as u32, f::RESPONSE_IN);
        cx.out.generated_uint(f::RESPONSE_TO, call.frame);
        if let Some((now, then)) = now.time_ns.zip(call.time_ns) {
            cx.out.generated(f::TIME, Value::Time(now - then));
        }
    }
    if starts_tls {
        tls::start(cx, LDAP.title);
    }
    Ok(())
}

fn mechanism<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    let gss = matches!(found.contents(), b"GSS-SPNEGO" | b"GSSAPI");
    let Some(cx) = walk.host.cx() else { return Ok(()) };
    if let Some(known) = conversation(cx) {
        known.sasl = gss;
    }
    Ok(())
}

/// Tokens of SPNEGO stand there with or without the header of GSS-API.
fn credentials<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    let token = found.tvb.sub(found.at, found.len)?;
    let Some(cx) = walk.host.cx() else { return Ok(()) };
    if token.captured(0, 8) == ntlmssp::SIGNATURE {
        cx.call(Proto::Ntlmssp, token);
    } else if let Ok(first) = token.u8(0) {
        let proto = if Class::of(first) == Class::Context { Proto::Spnego } else { Proto::GssApi };
        cx.call(proto, token);
    }
    Ok(())
}

fn server_credentials<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    let Some(cx) = walk.host.cx() else { return Ok(()) };
    if conversation(cx).is_none_or(|known| !known.sasl) {
        return Ok(());
    }
    credentials(walk, found)
}

/// The binds of Windows before SASL.
fn security<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    let token = found.tvb.sub(found.at, found.len)?;
    if let Some(cx) = walk.host.cx() {
        cx.call(Proto::Ntlmssp, token);
    }
    Ok(())
}

/// Their answers stand where a name should.
fn matched<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    if found.contents().starts_with(ntlmssp::SIGNATURE) { security(walk, found) } else { Ok(()) }
}

fn operation_name<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    walk.oid = found.contents();
    if walk.oid == START_TLS
        && let Some(cx) = walk.host.cx()
        && let Some(known) = conversation(cx)
    {
        known.starts_tls = true;
    }
    Ok(())
}

/// The value of an operation or a control, if its name is known.
fn operation_value<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    let name = std::str::from_utf8(walk.oid).map(encode).unwrap_or_default();
    let known = found.len > 0 && walk.named(&name, found)?;
    if !known && found.field.is_none() {
        walk.out().add(f::CONTROL_VALUE, found.contents(), Value::bytes(found.contents()));
    }
    Ok(())
}

/// Attributes whose values are not shown as bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Attribute {
    Other,
    Identifiers,
    Guid,
    Certificate,
    Revoked,
    Netlogon,
    Version,
    Sid,
    /// Shown by fields of Windows' security descriptors.
    Security,
}

const KINDS: [Attribute; 9] = [
    Attribute::Other,
    Attribute::Identifiers,
    Attribute::Guid,
    Attribute::Certificate,
    Attribute::Revoked,
    Attribute::Netlogon,
    Attribute::Version,
    Attribute::Sid,
    Attribute::Security,
];

fn attribute<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    let name = found.contents().to_ascii_lowercase();
    walk.notes[ATTRIBUTE] = match name.strip_suffix(b";binary").unwrap_or(&name) {
        b"supportedcontrol" | b"supportedcapabilities" | b"supportedextension" | b"supportedfeatures" => {
            Attribute::Identifiers
        }
        b"objectguid" | b"domainguid" | b"guid" => Attribute::Guid,
        b"cacertificate" | b"usercertificate" => Attribute::Certificate,
        b"certificaterevocationlist" | b"authorityrevocationlist" => Attribute::Revoked,
        b"netlogon" => Attribute::Netlogon,
        b"ntver" => Attribute::Version,
        b"objectsid" => Attribute::Sid,
        b"ntsecuritydescriptor" => Attribute::Security,
        _ => Attribute::Other,
    } as i64;
    Ok(())
}

fn kind(walk: &Walk<'_, '_>) -> Attribute {
    usize::try_from(walk.notes[ATTRIBUTE]).ok().and_then(|kind| KINDS.get(kind)).copied().unwrap_or(Attribute::Other)
}

fn attribute_value<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    let Found { tvb, at, len, .. } = found;
    let inner = tvb.limit(at + len);
    match kind(walk) {
        Attribute::Identifiers => walk.out().item(f::OID, tvb, at, len),
        Attribute::Guid if len == 16 => guid(walk, tvb, at, f::GUID),
        Attribute::Certificate => {
            walk.enter(Proto::X509af);
            walk.pdu("x509af.Certificate", Some(x509af::CERTIFICATE), inner, at).map(drop)
        }
        Attribute::Revoked => {
            walk.enter(Proto::X509af);
            walk.pdu("x509af.CertificateList", Some(x509af::CERTIFICATE_LIST), inner, at).map(drop)
        }
        Attribute::Netlogon => netlogon::response(walk.out(), tvb.sub(at, len)?),
        Attribute::Security | Attribute::Sid => Ok(()),
        Attribute::Other | Attribute::Guid | Attribute::Version => walk.out().item(f::ATTRIBUTE_VALUE, tvb, at, len),
    }
}

/// What an attribute is compared with: text, or bytes written as text.
fn assertion<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    let Found { tvb, at, len, .. } = found;
    match kind(walk) {
        Attribute::Version if len == 4 => return netlogon::version(walk.out(), tvb, at),
        Attribute::Guid if len == 16 => return guid(walk, tvb, at, f::GUID),
        Attribute::Sid => {
            if let Some(text) = netlogon::sid(tvb.bytes(at, len)?) {
                return walk.out().text(f::SID, tvb, at, len, &text);
            }
        }
        _ => {}
    }
    let raw = tvb.bytes(at, len)?;
    if raw.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ') {
        return walk.out().item(f::ASSERTION_VALUE, tvb, at, len);
    }
    let hex: String = raw.iter().map(|byte| format!("{byte:02x}")).collect();
    walk.out().text(f::ASSERTION_VALUE, tvb, at, len, &hex)
}

/// A GUID whose first parts are little endian.
fn guid<'f>(walk: &mut Walk<'_, 'f>, tvb: Tvb<'f>, at: usize, field: F) -> Result<(), Stop> {
    netlogon::guid(walk.out(), tvb, at, field)
}

fn dirsync<'f>(walk: &mut Walk<'_, 'f>, found: Found<'f>) -> Result<(), Stop> {
    const FLAGS: [(F, i64); 4] = [
        (f::OBJECT_SECURITY_FLAG, 0x1),
        (f::ANCESTOR_FIRST_FLAG, 0x800),
        (f::PUBLIC_DATA_ONLY_FLAG, 0x2000),
        (f::INCREMENTAL_VALUE_FLAG, 0x8000_0000),
    ];
    for (field, mask) in FLAGS {
        walk.out().add(field, found.contents(), Value::Bool(found.value & mask != 0));
    }
    Ok(())
}

