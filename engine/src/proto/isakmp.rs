//! Internet Security Association and Key Management Protocol: IKE version 1 (RFC 2408, 2409) and 2 (RFC 7296). Nothing is
//! decrypted.

mod attributes;
mod fields;
mod identity;
mod notify;
mod proposals;
mod values;
mod vendors;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    tvb::{Stop, Tvb},
    x509af,
};

/// ISAKMP.
pub static ISAKMP: Protocol = Protocol {
    name: "isakmp",
    title: "Internet Security Association and Key Management Protocol",
    frame_name: "isakmp",
    fields: FIELDS,
    parents: &[Parent::UdpPort(500), Parent::TcpPort(500), Parent::Below(Proto::Udpencap)],
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of the header.
const HEADER: usize = 28;
/// Bytes of the header of a payload.
const PAYLOAD: usize = 4;
/// More than that many payloads are in no message.
const MOST: usize = 256;

/// Of which version a message is, and how it goes on.
#[derive(Clone, Copy, Debug)]
struct Message {
    /// Version 2.
    second: bool,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if tvb.reported_len() == 1 && tvb.u8(0) == Ok(0xff) {
        cx.column("ISAKMP", || "NAT Keepalive".to_owned());
        cx.out.label(f::IKE_NAT_KEEPALIVE, tvb, 0, 1);
        return Ok(1);
    }
    if tvb.reported_len() < HEADER || tvb.u32(HEADER - 4)? < HEADER as u32 {
        return Ok(0);
    }
    let at = &mut Cursor::new(tvb, 0);
    at.item(cx, f::ISPI, 8)?;
    at.item(cx, f::RSPI, 8)?;
    let first = at.uint(cx, f::NEXTPAYLOAD, 1)? as u8;
    let version = at.bits(cx, &[f::VERSION, f::MJVER, f::MNVER], 1)?;
    let message = Message { second: version >> 4 == 2 };
    let exchange = at.uint(cx, f::EXCHANGETYPE, 1)?;
    cx.column("ISAKMP", || values::EXCHANGETYPE.name(exchange).unwrap_or("Unknown").to_owned());
    cx.out.item(f::FLAGS, tvb, at.at, 1)?;
    let flags: &[_] = if message.second {
        &[f::FLAG_I, f::FLAG_V, f::FLAG_R]
    } else {
        &[f::FLAG_E, f::FLAG_C, f::FLAG_A]
    };
    let encrypted = at.bits(cx, flags, 1)? & 1 != 0 && !message.second;
    at.item(cx, f::MESSAGEID, 4)?;
    let len = at.uint(cx, f::LENGTH, 4)? as usize;
    let body = tvb.rest(at.at)?.limit(len - HEADER);
    if encrypted {
        if body.reported_len() > 0 {
            cx.out.label(f::ENC_DATA, body, 0, body.reported_len());
        }
    } else {
        chain(cx, message, body, first)?;
    }
    Ok(tvb.len())
}

/// The payloads, each of which says what the next one is.
fn chain<'f>(cx: &mut Cx<'f>, message: Message, tvb: Tvb<'f>, first: u8) -> Result<(), Stop> {
    let (mut kind, mut at) = (first, 0);
    for _ in 0..MOST {
        if kind == 0 || tvb.reported_rest(at) == 0 {
            break;
        }
        let (next, len) = header(cx, message, tvb, at, kind)?;
        if len < PAYLOAD {
            break;
        }
        if len > tvb.reported_rest(at) {
            return payload(cx, message, kind, tvb.rest(at + PAYLOAD)?);
        }
        payload(cx, message, kind, tvb.sub(at + PAYLOAD, len - PAYLOAD)?)?;
        // Behind what is encrypted nothing stands; the next type is that of the first payload inside.
        if matches!(kind, ENCRYPTED | ENCRYPTED_FRAGMENT) {
            break;
        }
        (kind, at) = (next, at + len);
    }
    Ok(())
}

/// A payload's header: the type of the next one, and the length.
fn header<'f>(
    cx: &mut Cx<'f>,
    message: Message,
    tvb: Tvb<'f>,
    at: usize,
    kind: u8,
) -> Result<(u8, usize), Stop> {
    let len = usize::from(tvb.u16(at + 2)?);
    cx.out.add(f::TYPEPAYLOAD, tvb.captured(at, len), Value::Uint(kind.into()));
    cx.out.item(f::NEXTPAYLOAD, tvb, at, 1)?;
    // The parts of an association have no critical bit.
    if message.second && !matches!(kind, PROPOSAL | TRANSFORM) {
        cx.out.item(f::CRITICALPAYLOAD, tvb, at + 1, 1)?;
        cx.out.item(f::RESERVED7, tvb, at + 1, 1)?;
    } else {
        cx.out.item(f::RESERVED, tvb, at + 1, 1)?;
    }
    cx.out.item(f::PAYLOADLENGTH, tvb, at + 2, 2)?;
    Ok((tvb.u8(at)?, len))
}

const PROPOSAL: u8 = 2;
const TRANSFORM: u8 = 3;
const ENCRYPTED: u8 = 46;
const ENCRYPTED_FRAGMENT: u8 = 53;

fn payload<'f>(cx: &mut Cx<'f>, message: Message, kind: u8, body: Tvb<'f>) -> Result<(), Stop> {
    let all = body.reported_len();
    let at = &mut Cursor::new(body, 0);
    match kind {
        1 | 33 => proposals::association(cx, message, body)?,
        4 | 34 => {
            if message.second {
                at.item(cx, f::KEY_EXCHANGE_DH_GROUP, 2)?;
                at.item(cx, f::RESERVED, 2)?;
            }
            at.item(cx, f::KEY_EXCHANGE_DATA, at.left())?;
        }
        5 | 35 | 36 => identity::identity(cx, message, body)?,
        6 | 37 => certificate(cx, body)?,
        7 | 38 => certificate_request(cx, message, body)?,
        8 => cx.out.item(f::HASH, body, 0, all)?,
        9 => cx.out.item(f::SIG, body, 0, all)?,
        10 | 40 => cx.out.item(f::NONCE, body, 0, all)?,
        11 | 41 => notify::notify(cx, message, body)?,
        12 | 42 => notify::delete(cx, message, body)?,
        13 | 43 => vendors::vendor(cx, body)?,
        14 | 47 => attributes::configuration(cx, message, body)?,
        18 => at.item(cx, f::SEQ_SEQ, 4)?,
        20 | 130 => cx.out.item(f::IKE_NAT_HASH, body, 0, all)?,
        21 | 131 => original_address(cx, at)?,
        39 => authentication(cx, at)?,
        44 | 45 => identity::selectors(cx, body)?,
        ENCRYPTED => encrypted(cx, at)?,
        48 => cx.out.item(f::EAP_DATA, body, 0, all)?,
        49 => cx.out.item(f::GSPM_DATA, body, 0, all)?,
        ENCRYPTED_FRAGMENT => {
            at.item(cx, f::FRAG_NUMBER, 2)?;
            at.item(cx, f::FRAG_TOTAL, 2)?;
            encrypted(cx, at)?;
        }
        132 => {
            at.item(cx, f::FRAG_PACKETID, 2)?;
            at.item(cx, f::FRAG_SEQ, 1)?;
            at.item(cx, f::FRAG_LAST, 1)?;
        }
        _ => cx.out.item(f::DATAPAYLOAD, body, 0, all)?,
    }
    Ok(())
}

/// Without keys nobody knows how long the vector is: four bytes are shown as such.
fn encrypted<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    at.item(cx, f::ENC_IV, 4)?;
    if at.left() > 0 {
        cx.out.label(f::ENC_DATA, at.tvb, at.at, at.left());
    }
    Ok(())
}

fn certificate<'f>(cx: &mut Cx<'f>, body: Tvb<'f>) -> Result<(), Stop> {
    const HASH_AND_URL: [u64; 2] = [12, 13];
    let at = &mut Cursor::new(body, 0);
    let encoding = at.uint(cx, f::CERT_ENCODING, 1)?;
    cx.out.label(f::CERT_DATA, body, at.at, at.left());
    if HASH_AND_URL.contains(&encoding) {
        at.item(cx, f::CERT_X509_HASH, 20)?;
        at.item(cx, f::CERT_X509_URL, at.left())?;
    } else {
        x509af::certificate(cx, body.rest(1)?);
    }
    Ok(())
}

fn certificate_request<'f>(cx: &mut Cx<'f>, message: Message, body: Tvb<'f>) -> Result<(), Stop> {
    const SIGNATURE: u64 = 4;
    let kind = cx.out.uint(f::CERTREQ_TYPE, body, 0, 1)?;
    let rest = body.reported_rest(1);
    if rest == 0 {
        return Ok(());
    }
    if message.second {
        // Each authority is told by the hash of its key.
        for at in (1..body.reported_len()).step_by(20) {
            cx.out.item(f::IKE_CERTREQ_AUTHORITY, body, at, body.reported_rest(at).min(20))?;
        }
    } else if kind == SIGNATURE {
        x509af::name(cx, body.rest(1)?);
    } else {
        cx.out.item(f::IKE_CERTREQ_AUTHORITY, body, 1, rest)?;
    }
    Ok(())
}

fn authentication<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    const DIGITAL_SIGNATURE: u64 = 14;
    let method = at.uint(cx, f::AUTH_METHOD, 1)?;
    at.item(cx, f::RESERVED, 3)?;
    cx.out.item(f::AUTH_DATA, at.tvb, at.at, at.left())?;
    if method == DIGITAL_SIGNATURE {
        let len = at.uint(cx, f::AUTH_DATA_SIG_ASN1_LEN, 1)? as usize;
        at.item(cx, f::AUTH_DATA_SIG_ASN1_DATA, len)?;
        at.item(cx, f::AUTH_DATA_SIG_VALUE, at.left())?;
    }
    Ok(())
}

/// The address before a translator changed it.
fn original_address<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    let kind = at.uint(cx, f::ID_TYPE, 1)?;
    at.item(cx, f::RESERVED, 3)?;
    match kind {
        1 => at.item(cx, f::IKE_NAT_ORIGINAL_ADDRESS_IPV4, 4),
        5 => at.item(cx, f::IKE_NAT_ORIGINAL_ADDRESS_IPV6, 16),
        _ => Ok(()),
    }
}
