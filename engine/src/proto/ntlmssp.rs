//! NT LAN Manager Security Support Provider, MS-NLMP §2.2.

mod fields;

use strato_filter_lang::value::Value;

use self::fields::f;
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// NTLMSSP.
pub static NTLMSSP: Protocol = Protocol {
    name: "ntlmssp",
    title: "NTLM Secure Service Provider",
    frame_name: "ntlmssp",
    fields: fields::FIELDS,
    parents: &[Parent::Below(Proto::Ldap), Parent::Below(Proto::GssApi), Parent::Below(Proto::Spnego), Parent::Below(Proto::Smb2), Parent::Below(Proto::Dcerpc)],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

/// What every message begins with.
pub(super) const SIGNATURE: &[u8] = b"NTLMSSP\0";

/// Bytes of a verifier.
const VERIFIER: usize = 16;

/// NTLMSSP_NEGOTIATE_UNICODE.
const UNICODE: u32 = 1;
/// NTLMSSP_NEGOTIATE_VERSION.
const VERSION: u32 = 0x0200_0000;

/// The bits of the flags, as Wireshark lists them.
const FLAGS: [F; 32] = [
    f::NEGOTIATE56,
    f::NEGOTIATEKEYEXCH,
    f::NEGOTIATE128,
    f::NEGOTIATENT10000000,
    f::NEGOTIATENT08000000,
    f::NEGOTIATENT04000000,
    f::NEGOTIATEVERSION,
    f::NEGOTIATENT01000000,
    f::NEGOTIATETARGETINFO,
    f::REQUESTNONNTSESSION,
    f::NEGOTIATENT00200000,
    f::NEGOTIATEIDENTIFY,
    f::NEGOTIATENTLM2,
    f::TARGETTYPESHARE,
    f::TARGETTYPESERVER,
    f::TARGETTYPEDOMAIN,
    f::NEGOTIATEALWAYSSIGN,
    f::NEGOTIATE00004000,
    f::NEGOTIATEOEMWORKSTATIONSUPPLIED,
    f::NEGOTIATEOEMDOMAINSUPPLIED,
    f::NEGOTIATEANONYMOUS,
    f::NEGOTIATENTONLY,
    f::NEGOTIATENTLM,
    f::NEGOTIATE00000100,
    f::NEGOTIATELMKEY,
    f::NEGOTIATEDATAGRAM,
    f::NEGOTIATESEAL,
    f::NEGOTIATESIGN,
    f::NEGOTIATE00000008,
    f::REQUESTTARGET,
    f::NEGOTIATEOEM,
    f::NEGOTIATEUNICODE,
];

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if tvb.captured(0, 8) != SIGNATURE {
        return verifier(cx, tvb);
    }
    cx.out.item(f::IDENTIFIER, tvb, 0, 8)?;
    match cx.out.uint_le(f::MESSAGETYPE, tvb, 8, 4)? {
        1 => negotiate(cx, tvb)?,
        2 => challenge(cx, tvb)?,
        3 => authenticate(cx, tvb)?,
        _ => {}
    }
    Ok(tvb.len())
}

/// Whether it is what signs a message.
pub(super) fn is_verifier(tvb: Tvb<'_>) -> bool {
    tvb.reported_len() == VERIFIER && tvb.u32_le(0) == Ok(1)
}

/// What signs a message once both know each other, [MS-NLMP] §2.2.2.9: it has no item of its own.
fn verifier<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if !is_verifier(tvb) {
        return Ok(0);
    }
    cx.withdraw_item(Proto::Ntlmssp);
    cx.out.label(f::VERF, tvb, 0, VERIFIER);
    cx.out.item_le(f::VERF_VERS, tvb, 0, 4)?;
    cx.out.item(f::VERF_BODY, tvb, 4, VERIFIER - 4)?;
    Ok(VERIFIER)
}

fn flags<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<u32, Stop> {
    cx.out.item_le(f::NEGOTIATEFLAGS, tvb, at, 4)?;
    for flag in FLAGS {
        cx.out.item_le(flag, tvb, at, 4)?;
    }
    tvb.u32_le(at)
}

fn version<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    cx.out.label(f::VERSION, tvb, at, 8);
    cx.out.item(f::VERSION_MAJOR, tvb, at, 1)?;
    cx.out.item(f::VERSION_MINOR, tvb, at + 1, 1)?;
    cx.out.item_le(f::VERSION_BUILD_NUMBER, tvb, at + 2, 2)?;
    cx.out.item(f::VERSION_NTLM_CURRENT_REVISION, tvb, at + 7, 1)
}

/// Where something stands: length and offset.
#[derive(Clone, Copy)]
struct Place {
    len: usize,
    offset: usize,
}

impl Place {
    fn read(tvb: Tvb<'_>, at: usize) -> Result<Self, Stop> {
        Ok(Self { len: tvb.u16_le(at)?.into(), offset: tvb.u32_le(at + 4)? as usize })
    }
}

/// Emits length, room and offset.
fn place<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, fields: [F; 3]) -> Result<(), Stop> {
    let [length, room, offset] = fields;
    cx.out.item_le(length, tvb, at, 2)?;
    cx.out.item_le(room, tvb, at + 2, 2)?;
    cx.out.item_le(offset, tvb, at + 4, 4)
}

const STRING: [F; 3] = [f::STRING_LENGTH, f::STRING_MAXLEN, f::STRING_OFFSET];
const BLOB: [F; 3] = [f::BLOB_LENGTH, f::BLOB_MAXLEN, f::BLOB_OFFSET];

/// A string that the header at `at` points to; gives where it stands.
fn string<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, field: F, unicode: bool) -> Result<Place, Stop> {
    let found = Place::read(tvb, at)?;
    if found.len == 0 {
        cx.out.text(field, tvb, at, 8, "NULL")?;
        return Ok(found);
    }
    text(cx, tvb, found.offset, found.len, field, unicode)?;
    place(cx, tvb, at, STRING)?;
    Ok(found)
}

/// Text of one or two bytes a character.
fn text<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize, field: F, unicode: bool) -> Result<(), Stop> {
    if !unicode {
        return cx.out.item(field, tvb, at, len);
    }
    let units = tvb.bytes(at, len)?.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
    let text: String = char::decode_utf16(units.take_while(|unit| *unit != 0))
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    cx.out.text(field, tvb, at, len, &text)
}

/// Bytes that the header at `at` points to; an empty place shows the header itself.
fn blob<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, field: F) -> Result<Place, Stop> {
    let found = Place::read(tvb, at)?;
    if found.len == 0 {
        cx.out.item(field, tvb, at, 8)?;
        return Ok(found);
    }
    cx.out.item(field, tvb, found.offset, found.len)?;
    place(cx, tvb, at, BLOB)?;
    Ok(found)
}

fn negotiate<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let flags = flags(cx, tvb, 12)?;
    // Old clients send nothing more.
    if tvb.reported_len() < 32 {
        return Ok(());
    }
    string(cx, tvb, 16, f::NEGOTIATE_DOMAIN, false)?;
    string(cx, tvb, 24, f::NEGOTIATE_CALLINGWORKSTATION, false)?;
    if flags & VERSION != 0 {
        version(cx, tvb, 32)?;
    }
    Ok(())
}

fn challenge<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let unicode = tvb.u32_le(20)? & UNICODE != 0;
    let name = string(cx, tvb, 12, f::CHALLENGE_TARGET_NAME, unicode)?;
    let flags = flags(cx, tvb, 20)?;
    cx.out.item(f::NTLMSERVERCHALLENGE, tvb, 24, 8)?;
    // What old servers send ends where their data begins.
    let data = if name.len == 0 { tvb.reported_len() } else { name.offset };
    if data < 40 {
        return Ok(());
    }
    cx.out.item(f::RESERVED, tvb, 32, 8)?;
    if data < 48 {
        return Ok(());
    }
    let info = Place::read(tvb, 40)?;
    if info.len > 0 {
        cx.out.label(f::CHALLENGE_TARGET_INFO, tvb, info.offset, info.len);
        let header = [f::CHALLENGE_TARGET_INFO_LENGTH, f::CHALLENGE_TARGET_INFO_MAXLEN, f::CHALLENGE_TARGET_INFO_OFFSET];
        place(cx, tvb, 40, header)?;
        attributes(cx, tvb, info.offset, info.offset.saturating_add(info.len), &CHALLENGE)?;
    }
    if flags & VERSION != 0 {
        version(cx, tvb, 48)?;
    }
    Ok(())
}

/// Fields of attributes: type, length, then those of the types from 1 on.
type Attributes = [F; 12];

const CHALLENGE: Attributes = [
    f::CHALLENGE_TARGET_INFO_ITEM_TYPE,
    f::CHALLENGE_TARGET_INFO_ITEM_LENGTH,
    f::CHALLENGE_TARGET_INFO_NB_COMPUTER_NAME,
    f::CHALLENGE_TARGET_INFO_NB_DOMAIN_NAME,
    f::CHALLENGE_TARGET_INFO_DNS_COMPUTER_NAME,
    f::CHALLENGE_TARGET_INFO_DNS_DOMAIN_NAME,
    f::CHALLENGE_TARGET_INFO_DNS_TREE_NAME,
    f::CHALLENGE_TARGET_INFO_FLAGS,
    f::CHALLENGE_TARGET_INFO_TIMESTAMP,
    f::CHALLENGE_TARGET_INFO_RESTRICTIONS,
    f::CHALLENGE_TARGET_INFO_TARGET_NAME,
    f::CHALLENGE_TARGET_INFO_CHANNEL_BINDINGS,
];

const RESPONSE: Attributes = [
    f::NTLMV2_RESPONSE_ITEM_TYPE,
    f::NTLMV2_RESPONSE_ITEM_LENGTH,
    f::NTLMV2_RESPONSE_NB_COMPUTER_NAME,
    f::NTLMV2_RESPONSE_NB_DOMAIN_NAME,
    f::NTLMV2_RESPONSE_DNS_COMPUTER_NAME,
    f::NTLMV2_RESPONSE_DNS_DOMAIN_NAME,
    f::NTLMV2_RESPONSE_DNS_TREE_NAME,
    f::NTLMV2_RESPONSE_FLAGS,
    f::NTLMV2_RESPONSE_TIMESTAMP,
    f::NTLMV2_RESPONSE_RESTRICTIONS,
    f::NTLMV2_RESPONSE_TARGET_NAME,
    f::NTLMV2_RESPONSE_CHANNEL_BINDINGS,
];

/// A list of attributes (AV_PAIR) up to the one that ends it; gives where that is.
fn attributes<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize, end: usize, fields: &Attributes) -> Result<usize, Stop> {
    while at.saturating_add(4) <= end {
        let (kind, len) = (usize::from(tvb.u16_le(at)?), usize::from(tvb.u16_le(at + 2)?));
        cx.out.item_le(fields[0], tvb, at, 2)?;
        cx.out.item_le(fields[1], tvb, at + 2, 2)?;
        at += 4;
        match (kind, fields.get(kind.saturating_add(1)).copied()) {
            (0, _) => return Ok(at),
            (1..=5 | 9, Some(field)) => text(cx, tvb, at, len, field, true)?,
            (6, Some(field)) => cx.out.item_le(field, tvb, at, 4)?,
            (7, Some(field)) => file_time(cx, tvb, at, field)?,
            (_, Some(field)) => cx.out.item(field, tvb, at, len)?,
            (_, None) => {}
        }
        at += len;
    }
    Ok(at)
}

/// Hundreds of nanoseconds since 1601.
fn file_time<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, field: F) -> Result<(), Stop> {
    /// 1970 on that scale.
    const EPOCH: i128 = 116_444_736_000_000_000;
    let time = i128::from(tvb.u64_le(at)?);
    cx.out.add(field, tvb.bytes(at, 8)?, Value::Time((time - EPOCH) * 100));
    Ok(())
}

fn authenticate<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let lm = blob(cx, tvb, 12, f::AUTH_LMRESPONSE)?;
    // With session security it is the client's challenge, filled up.
    if lm.len == 24 && tvb.bytes(lm.offset.saturating_add(8), 16).is_ok_and(|rest| rest.iter().all(|byte| *byte == 0)) {
        cx.out.item(f::NTLMCLIENTCHALLENGE, tvb, lm.offset, 8)?;
    }
    let nt = blob(cx, tvb, 20, f::AUTH_NTRESPONSE)?;
    if nt.len > 24 {
        response(cx, tvb, nt)?;
    }
    // Flags are missing from old messages: their data begins where they would stand.
    let places = [28, 36, 44].map(|at| Place::read(tvb, at));
    let [Ok(domain), Ok(user), Ok(host)] = places else { return Err(Stop::Malformed) };
    let data = [lm, nt, domain, user, host].into_iter().filter(|place| place.len > 0).map(|place| place.offset).min();
    let data = data.unwrap_or(tvb.reported_len());
    let flagged = data >= 64;
    let unicode = !flagged || tvb.u32_le(60)? & UNICODE != 0;
    string(cx, tvb, 28, f::AUTH_DOMAIN, unicode)?;
    string(cx, tvb, 36, f::AUTH_USERNAME, unicode)?;
    string(cx, tvb, 44, f::AUTH_HOSTNAME, unicode)?;
    if data < 60 {
        return Ok(());
    }
    blob(cx, tvb, 52, f::AUTH_SESSKEY)?;
    if !flagged {
        return Ok(());
    }
    let mut at = 64;
    if flags(cx, tvb, 60)? & VERSION != 0 && data >= 72 {
        version(cx, tvb, at)?;
        at += 8;
    }
    if data >= at + 16 {
        cx.out.item(f::AUTHENTICATE_MIC, tvb, at, 16)?;
    }
    Ok(())
}

/// NTLMv2_RESPONSE.
fn response<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, Place { len, offset: at }: Place) -> Result<(), Stop> {
    cx.out.item(f::NTLMV2_RESPONSE, tvb, at, len)?;
    cx.out.item(f::NTLMV2_RESPONSE_NTPROOFSTR, tvb, at, 16)?;
    cx.out.item(f::NTLMV2_RESPONSE_RVERSION, tvb, at + 16, 1)?;
    cx.out.item(f::NTLMV2_RESPONSE_HIRVERSION, tvb, at + 17, 1)?;
    cx.out.item(f::NTLMV2_RESPONSE_Z, tvb, at + 18, 6)?;
    file_time(cx, tvb, at + 24, f::NTLMV2_RESPONSE_TIME)?;
    cx.out.item(f::NTLMV2_RESPONSE_CHAL, tvb, at + 32, 8)?;
    cx.out.item(f::NTLMV2_RESPONSE_Z, tvb, at + 40, 4)?;
    let end = at + len;
    let after = attributes(cx, tvb, at + 44, end, &RESPONSE)?;
    if after < end {
        cx.out.item(f::NTLMV2_RESPONSE_PAD, tvb, after, end - after)?;
    }
    Ok(())
}
