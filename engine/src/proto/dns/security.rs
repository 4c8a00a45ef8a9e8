//! Records of DNSSEC, transaction security and certificate policy that need code.

use strato_filter_lang::value::Value;

use super::{
    Message,
    fields::f,
    rdata::{Part, Rdata, types, walk},
};
use crate::proto::{
    dissect::Cx,
    out::{F, Group, Severity},
    tvb::Stop,
};

/// KEY, RFC 2535; the flags say more only when there is a key.
pub(super) fn key<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    const NO_KEY: u16 = 0xc000;
    let tvb = msg.tvb;
    let flags = [f::KEY_FLAGS, f::KEY_FLAGS_AUTHENTICATION, f::KEY_FLAGS_CONFIDENTIALITY];
    let more = [
        f::KEY_FLAGS_REQUIRED,
        f::KEY_FLAGS_ASSOCIATED_USER,
        f::KEY_FLAGS_ASSOCIATED_NAMED_ENTITY,
        f::KEY_FLAGS_IPSEC,
        f::KEY_FLAGS_MIME,
        f::KEY_FLAGS_SIGNATORY,
    ];
    flags.into_iter().try_for_each(|field| cx.out.item(field, tvb, rdata.at, 2))?;
    if tvb.u16(rdata.at)? & NO_KEY != NO_KEY {
        more.into_iter().try_for_each(|field| cx.out.item(field, tvb, rdata.at, 2))?;
    }
    cx.out.item(f::KEY_PROTOCOL, tvb, rdata.at + 2, 1)?;
    cx.out.item(f::KEY_ALGORITHM, tvb, rdata.at + 3, 1)?;
    key_tag(cx, msg, rdata, f::KEY_KEY_ID)?;
    rest(cx, msg, f::KEY_PUBLIC_KEY, rdata.at + 4, rdata)
}

/// The key tag, RFC 4034 appendix B.
pub(super) fn key_tag<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata, field: F) -> Result<(), Stop> {
    let bytes = msg.tvb.bytes(rdata.at, rdata.len)?;
    let tag = if let ([_, _, _, 1, ..], [.., high, low, _]) = (bytes, bytes) {
        // RSA/MD5: the upper two of the lowest three bytes of the modulus.
        u16::from_be_bytes([*high, *low])
    } else {
        let sum = bytes.chunks(2).fold(0u32, |sum, pair| {
            let high = pair.first().copied().unwrap_or(0);
            let low = pair.get(1).copied().unwrap_or(0);
            sum.wrapping_add(u32::from(u16::from_be_bytes([high, low])))
        });
        (sum + (sum >> 16 & 0xffff)) as u16
    };
    cx.out.generated_uint(field, tag.into());
    Ok(())
}

/// NSEC3, RFC 5155.
pub(super) fn nsec3<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    let parts = [
        Part::Item(f::NSEC3_ALGO, 1),
        Part::Bits(f::NSEC3_FLAGS, 1, &[f::NSEC3_FLAGS_OPT_OUT]),
        Part::Item(f::NSEC3_ITERATIONS, 2),
        Part::Bytes(f::NSEC3_SALT_LENGTH, f::NSEC3_SALT_VALUE),
    ];
    let at = walk(cx, msg, rdata, &parts)?;
    let len = cx.out.uint(f::NSEC3_HASH_LENGTH, msg.tvb, at, 1)? as usize;
    let hash = msg.tvb.bytes(at + 1, len)?;
    if cx.out.wants(f::NSEC3_HASH_VALUE) {
        let text = cx.out.alloc_str(&base32_hex(hash));
        cx.out.add(f::NSEC3_HASH_VALUE, hash, Value::str(text));
    }
    types(cx, msg, at + 1 + len, rdata.end()).map(drop)
}

/// Base 32 with the extended hex alphabet, RFC 4648 §7, without padding.
fn base32_hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghijklmnopqrstuv";
    let mut text = String::with_capacity(bytes.len().div_ceil(5) * 8);
    for chunk in bytes.chunks(5) {
        let bits = chunk.iter().fold(0u64, |n, b| n << 8 | u64::from(*b)) << (8 * (5 - chunk.len()));
        for i in 0..(chunk.len() * 8).div_ceil(5) {
            let digit = bits >> (35 - 5 * i) & 0x1f;
            text.push(char::from(DIGITS.get(digit as usize).copied().unwrap_or(b'0')));
        }
    }
    text
}

/// IPSECKEY, RFC 4025.
pub(super) fn ipsec_key<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    let tvb = msg.tvb;
    cx.out.item(f::IPSECKEY_GATEWAY_PRECEDENCE, tvb, rdata.at, 1)?;
    let gateway = cx.out.uint(f::IPSECKEY_GATEWAY_TYPE, tvb, rdata.at + 1, 1)?;
    cx.out.item(f::IPSECKEY_GATEWAY_ALGORITHM, tvb, rdata.at + 2, 1)?;
    let at = rdata.at + 3;
    let len = match gateway {
        1 => {
            cx.out.item(f::IPSECKEY_GATEWAY_IPV4, tvb, at, 4)?;
            4
        }
        2 => {
            cx.out.item(f::IPSECKEY_GATEWAY_IPV6, tvb, at, 16)?;
            16
        }
        3 => msg.name(cx, f::IPSECKEY_GATEWAY_DNS, at)?,
        _ => 0,
    };
    rest(cx, msg, f::IPSECKEY_PUBLIC_KEY, at + len, rdata)
}

/// HIP, RFC 8005.
pub(super) fn host_identity<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    let tvb = msg.tvb;
    let hit = cx.out.uint(f::HIP_HIT_LENGTH, tvb, rdata.at, 1)? as usize;
    cx.out.item(f::HIP_HIT_PK_ALGO, tvb, rdata.at + 1, 1)?;
    let key = cx.out.uint(f::HIP_PK_LENGTH, tvb, rdata.at + 2, 2)? as usize;
    let mut at = rdata.at + 4;
    cx.out.item(f::HIP_HIT, tvb, at, hit)?;
    at += hit;
    cx.out.item(f::HIP_PK, tvb, at, key)?;
    at += key;
    while at < rdata.end() {
        at += msg.name(cx, f::HIP_RENDEZVOUS_SERVER, at)?;
    }
    Ok(())
}

/// TKEY, RFC 2930.
pub(super) fn tkey<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    let parts = [
        Part::Name(f::TKEY_ALGO_NAME),
        Part::Time(f::TKEY_SIGNATURE_INCEPTION),
        Part::Time(f::TKEY_SIGNATURE_EXPIRATION),
        Part::Item(f::TKEY_MODE, 2),
        Part::Item(f::TKEY_ERROR, 2),
    ];
    let mut at = walk(cx, msg, rdata, &parts)?;
    at += counted16(cx, msg, f::TKEY_KEY_SIZE, f::TKEY_KEY_DATA, at)?;
    counted16(cx, msg, f::TKEY_OTHER_SIZE, f::TKEY_OTHER_DATA, at).map(drop)
}

/// TSIG, RFC 8945.
pub(super) fn tsig<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    let tvb = msg.tvb;
    let mut at = rdata.at;
    at += msg.name(cx, f::TSIG_ALGORITHM_NAME, at)?;
    let seconds = i128::from(tvb.uint(at, 6)?);
    cx.out.add(f::TSIG_TIME_SIGNED, tvb.bytes(at, 6)?, Value::Time(seconds * 1_000_000_000));
    cx.out.item(f::TSIG_FUDGE, tvb, at + 6, 2)?;
    at += 8;
    let mac = cx.out.uint(f::TSIG_MAC_SIZE, tvb, at, 2)? as usize;
    tvb.bytes(at + 2, mac)?;
    if mac > 0 {
        cx.out.label(f::TSIG_MAC, tvb, at + 2, mac);
        cx.out.expert(f::TSIG_NOALG, Severity::Warn, Group::Undecoded, "No dissector for algorithm");
    }
    at += 2 + mac;
    cx.out.item(f::TSIG_ORIGINAL_ID, tvb, at, 2)?;
    cx.out.item(f::TSIG_ERROR, tvb, at + 2, 2)?;
    counted16(cx, msg, f::TSIG_OTHER_LEN, f::TSIG_OTHER_DATA, at + 4).map(drop)
}

/// CAA, RFC 8659.
pub(super) fn authorization<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    let tvb = msg.tvb;
    cx.out.item(f::CAA_FLAGS, tvb, rdata.at, 1)?;
    cx.out.item(f::CAA_FLAGS_ISSUER_CRITICAL, tvb, rdata.at, 1)?;
    let len = usize::from(tvb.u8(rdata.at + 1)?);
    let (tag, value) = (rdata.at + 2, rdata.at + 2 + len);
    let label = match tvb.bytes(tag, len)? {
        b"issue" => f::CAA_ISSUE,
        b"issuewild" => f::CAA_ISSUEWILD,
        b"iodef" => f::CAA_IODEF,
        _ => f::CAA_UNKNOWN,
    };
    let value_len = rdata.end().saturating_sub(value);
    cx.out.item(label, tvb, value, value_len)?;
    cx.out.item(f::CAA_TAG_LENGTH, tvb, rdata.at + 1, 1)?;
    cx.out.item(f::CAA_TAG, tvb, tag, len)?;
    cx.out.item(f::CAA_VALUE, tvb, value, value_len)
}

/// Bytes after their 16-bit length; returns both lengths.
fn counted16<'f>(cx: &mut Cx<'f>, msg: Message<'f>, length: F, bytes: F, at: usize) -> Result<usize, Stop> {
    let len = cx.out.uint(length, msg.tvb, at, 2)? as usize;
    if len > 0 {
        cx.out.item(bytes, msg.tvb, at + 2, len)?;
    }
    Ok(2 + len)
}

/// What remains of the data.
fn rest<'f>(cx: &mut Cx<'f>, msg: Message<'f>, field: F, at: usize, rdata: Rdata) -> Result<(), Stop> {
    match rdata.end().saturating_sub(at) {
        0 => Ok(()),
        len => cx.out.item(field, msg.tvb, at, len),
    }
}
