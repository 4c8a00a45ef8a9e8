//! What Active Directory's domain controllers answer to a ping, MS-ADTS §6.3.1, §6.3.5.

use strato_filter_lang::value::Value;

use super::f;
use crate::proto::{
    out::{F, Out},
    tvb::{Stop, Tvb},
};

/// Most labels of a name that is followed: pointers can go round.
const MAX_LABELS: usize = 64;

const VERSION: [F; 11] = [
    f::NTVER_FLAGS,
    f::NTVER_SEARCHFLAGS_V1,
    f::NTVER_SEARCHFLAGS_V5,
    f::NTVER_SEARCHFLAGS_V5EX,
    f::NTVER_SEARCHFLAGS_V5EP,
    f::NTVER_SEARCHFLAGS_VCS,
    f::NTVER_SEARCHFLAGS_VNT4,
    f::NTVER_SEARCHFLAGS_VPDC,
    f::NTVER_SEARCHFLAGS_VIP,
    f::NTVER_SEARCHFLAGS_VL,
    f::NTVER_SEARCHFLAGS_VGC,
];

const FLAGS: [F; 16] = [
    f::NETLOGON_FLAGS,
    f::NETLOGON_FLAGS_FORESTNC,
    f::NETLOGON_FLAGS_DEFAULTNC,
    f::NETLOGON_FLAGS_DNSNAME,
    f::NETLOGON_FLAGS_WRITABLEDC,
    f::NETLOGON_FLAGS_RODC,
    f::NETLOGON_FLAGS_NDNC,
    f::NETLOGON_FLAGS_GOOD_TIMESERV,
    f::NETLOGON_FLAGS_WRITABLE,
    f::NETLOGON_FLAGS_CLOSEST,
    f::NETLOGON_FLAGS_TIMESERV,
    f::NETLOGON_FLAGS_KDC,
    f::NETLOGON_FLAGS_DS,
    f::NETLOGON_FLAGS_LDAP,
    f::NETLOGON_FLAGS_GC,
    f::NETLOGON_FLAGS_PDC,
];

/// LOGON_SAM_LOGON_RESPONSE_EX and LOGON_SAM_USER_UNKNOWN_EX.
const EXTENDED: [u16; 2] = [23, 25];

/// `NETLOGON_NT_VERSION`.
pub(super) fn version<'f>(out: &mut Out<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    VERSION.into_iter().try_for_each(|field| out.item_le(field, tvb, at, 4))
}

/// A GUID whose first three parts are little endian.
pub(super) fn guid<'f>(out: &mut Out<'f>, tvb: Tvb<'f>, at: usize, field: F) -> Result<(), Stop> {
    let mut value = tvb.array::<16>(at)?;
    for part in [0..4, 4..6, 6..8] {
        if let Some(part) = value.get_mut(part) {
            part.reverse();
        }
    }
    out.add(field, tvb.bytes(at, 16)?, Value::Guid(value));
    Ok(())
}

/// A security identifier as text, MS-DTYP §2.4.2.
pub(super) fn sid(raw: &[u8]) -> Option<String> {
    let ([revision, count], rest) = raw.split_first_chunk::<2>()?;
    let (authority, rest) = rest.split_first_chunk::<6>()?;
    if rest.len() != usize::from(*count) * 4 {
        return None;
    }
    let authority = authority.iter().fold(0u64, |n, byte| n << 8 | u64::from(*byte));
    let mut text = format!("S-{revision}-{authority}");
    for part in rest.chunks_exact(4) {
        text.push_str(&format!("-{}", part.iter().rev().fold(0u32, |n, byte| n << 8 | u32::from(*byte))));
    }
    Some(text)
}

/// The value of the attribute `netlogon`.
pub(super) fn response<'f>(out: &mut Out<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let code = tvb.u16_le(0)?;
    out.item_le(f::NETLOGON_OPCODE, tvb, 0, 2)?;
    if !EXTENDED.contains(&code) {
        return Ok(());
    }
    for field in FLAGS {
        out.item_le(field, tvb, 4, 4)?;
    }
    guid(out, tvb, 8, f::DOMAIN_GUID)?;
    let mut at = 24;
    let names = [
        f::FOREST,
        f::DOMAIN,
        f::HOSTNAME,
        f::NB_DOMAIN,
        f::NB_HOSTNAME,
        f::USERNAME,
        f::SITENAME,
        f::CLIENTSITENAME,
    ];
    for field in names {
        let (text, end) = name(tvb, at)?;
        out.text(field, tvb, at, end - at, if text.is_empty() { "<Root>" } else { &text })?;
        at = end;
    }
    version(out, tvb, at)?;
    out.item_le(f::NETLOGON_LM_TOKEN, tvb, at + 4, 2)?;
    out.item_le(f::NETLOGON_NT_TOKEN, tvb, at + 6, 2)
}

/// A name compressed as in DNS, RFC 1035 §4.1.4; gives where it ends, too.
fn name(tvb: Tvb<'_>, start: usize) -> Result<(String, usize), Stop> {
    let (mut text, mut at, mut end) = (String::new(), start, None);
    for _ in 0..MAX_LABELS {
        let len = usize::from(tvb.u8(at)?);
        if len == 0 {
            return Ok((text, end.unwrap_or(at + 1)));
        }
        if len & 0xc0 == 0xc0 {
            end.get_or_insert(at + 2);
            at = (len & 0x3f) << 8 | usize::from(tvb.u8(at + 1)?);
            continue;
        }
        if !text.is_empty() {
            text.push('.');
        }
        text.push_str(&String::from_utf8_lossy(tvb.bytes(at + 1, len)?));
        at += 1 + len;
    }
    Err(Stop::Malformed)
}
