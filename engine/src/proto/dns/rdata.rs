//! Data of resource records: most types are a row of parts.

use strato_filter_lang::value::Value;

use super::{Message, fields::f, name::Name, opt, security, svcb};
use crate::proto::{
    dissect::Cx,
    out::{F, Group, Severity},
    tvb::Stop,
};

/// Where the data of a record lie, and how to read them.
#[derive(Clone, Copy)]
pub(super) struct Rdata {
    pub(super) at: usize,
    pub(super) len: usize,
    pub(super) ty: u16,
    pub(super) class: u16,
}

impl Rdata {
    pub(super) fn end(self) -> usize {
        self.at + self.len
    }
}

/// One part of a record's data.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// A domain name.
    Name(F),
    /// So many bytes, decoded by the field's type.
    Item(F, usize),
    /// A number and the fields of its bits.
    Bits(F, usize, &'static [F]),
    /// A byte that is the length of the text after it.
    Text(F, F),
    /// The same, as often as the data have room for.
    Texts(F, F),
    /// A byte that is the length of the bytes after it.
    Bytes(F, F),
    /// 32 bits of seconds since 1970.
    Time(F),
    /// The key tag of the key record, RFC 4034 appendix B.
    KeyTag(F),
    /// What remains.
    Rest(F),
    /// What remains, to be read again by the next part.
    Whole(F),
    /// A bitmap of record types in windows, RFC 4034 §4.1.2.
    Types,
    /// A bitmap of the first record types, RFC 2535 §5.2.
    OldTypes,
}

/// The parts of the record types that need no code.
fn parts(ty: u16) -> Option<&'static [Part]> {
    use Part::{Bits, Bytes, Item, KeyTag, Name, OldTypes, Rest, Text, Texts, Time, Types, Whole};
    Some(match ty {
        2 => &[Name(f::NS)],
        3 => &[Name(f::MD)],
        4 => &[Name(f::MF)],
        5 => &[Name(f::CNAME)],
        6 => &[
            Name(f::SOA_MNAME),
            Name(f::SOA_RNAME),
            Item(f::SOA_SERIAL_NUMBER, 4),
            Item(f::SOA_REFRESH_INTERVAL, 4),
            Item(f::SOA_RETRY_INTERVAL, 4),
            Item(f::SOA_EXPIRE_LIMIT, 4),
            Item(f::SOA_MINIMUM_TTL, 4),
        ],
        7 => &[Name(f::MB)],
        8 => &[Name(f::MG)],
        9 => &[Name(f::MR)],
        10 => &[Rest(f::NULL)],
        12 => &[Name(f::PTR_DOMAIN_NAME)],
        13 => &[Text(f::HINFO_CPU_LENGTH, f::HINFO_CPU), Text(f::HINFO_OS_LENGTH, f::HINFO_OS)],
        14 => &[Name(f::MINFO_R), Name(f::MINFO_E)],
        15 => &[Item(f::MX_PREFERENCE, 2), Name(f::MX_MAIL_EXCHANGE)],
        16 => &[Texts(f::TXT_LENGTH, f::TXT)],
        17 => &[Name(f::RP_MAILBOX), Name(f::RP_TXT_RR)],
        18 => &[Item(f::AFSDB_SUBTYPE, 2), Name(f::AFSDB_HOSTNAME)],
        19 => &[Text(f::X25_LENGTH, f::X25_PSDN_ADDRESS)],
        20 => &[Text(f::IDSN_LENGTH, f::IDSN_ADDRESS), Texts(f::IDSN_SA_LENGTH, f::IDSN_SA_ADDRESS)],
        21 => &[Item(f::RT_SUBTYPE, 2), Name(f::RT_INTERMEDIATE_HOST)],
        22 => &[Rest(f::NSAP_RDATA)],
        23 => &[Name(f::NSAP_PTR_OWNER)],
        24 | 46 => &[
            Item(f::RRSIG_TYPE_COVERED, 2),
            Item(f::RRSIG_ALGORITHM, 1),
            Item(f::RRSIG_LABELS, 1),
            Item(f::RRSIG_ORIGINAL_TTL, 4),
            Time(f::RRSIG_SIGNATURE_EXPIRATION),
            Time(f::RRSIG_SIGNATURE_INCEPTION),
            Item(f::RRSIG_KEY_TAG, 2),
            Name(f::RRSIG_SIGNERS_NAME),
            Rest(f::RRSIG_SIGNATURE),
        ],
        26 => &[Item(f::PX_PREFERENCE, 2), Name(f::PX_MAP822), Name(f::PX_MAP400)],
        27 => &[
            Text(f::GPOS_LONGITUDE_LENGTH, f::GPOS_LONGITUDE),
            Text(f::GPOS_LATITUDE_LENGTH, f::GPOS_LATITUDE),
            Text(f::GPOS_ALTITUDE_LENGTH, f::GPOS_ALTITUDE),
        ],
        28 => &[Item(f::AAAA, 16)],
        30 => &[Name(f::NXT_NEXT_DOMAIN_NAME), OldTypes],
        33 => &[Item(f::SRV_PRIORITY, 2), Item(f::SRV_WEIGHT, 2), Item(f::SRV_PORT, 2), Name(f::SRV_TARGET)],
        36 => &[Item(f::KX_PREFERENCE, 2), Name(f::KX_KEY_EXCHANGE)],
        37 => &[Item(f::CERT_TYPE, 2), Item(f::CERT_KEY_TAG, 2), Item(f::CERT_ALGORITHM, 1), Rest(f::CERT_CERTIFICATE)],
        39 => &[Name(f::DNAME)],
        43 | 59 | 32769 => {
            &[Item(f::DS_KEY_ID, 2), Item(f::DS_ALGORITHM, 1), Item(f::DS_DIGEST_TYPE, 1), Rest(f::DS_DIGEST)]
        }
        44 => &[Item(f::SSHFP_ALGORITHM, 1), Item(f::SSHFP_FINGERPRINT_TYPE, 1), Rest(f::SSHFP_FINGERPRINT)],
        47 => &[Name(f::NSEC_NEXT_DOMAIN_NAME), Types],
        48 | 60 => &[
            Bits(
                f::DNSKEY_FLAGS,
                2,
                &[
                    f::DNSKEY_FLAGS_ZONE_KEY,
                    f::DNSKEY_FLAGS_KEY_REVOKED,
                    f::DNSKEY_FLAGS_SECURE_ENTRY_POINT,
                    f::DNSKEY_FLAGS_RESERVED,
                ],
            ),
            Item(f::DNSKEY_PROTOCOL, 1),
            Item(f::DNSKEY_ALGORITHM, 1),
            KeyTag(f::DNSKEY_KEY_ID),
            Rest(f::DNSKEY_PUBLIC_KEY),
        ],
        49 => &[Rest(f::DHCID_RDATA)],
        51 => &[
            Item(f::NSEC3_ALGO, 1),
            Item(f::NSEC3_FLAGS, 1),
            Item(f::NSEC3_ITERATIONS, 2),
            Bytes(f::NSEC3_SALT_LENGTH, f::NSEC3_SALT_VALUE),
        ],
        52 => &[
            Item(f::TLSA_CERTIFICATE_USAGE, 1),
            Item(f::TLSA_SELECTOR, 1),
            Item(f::TLSA_MATCHING_TYPE, 1),
            Rest(f::TLSA_CERTIFICATE_ASSOCIATION_DATA),
        ],
        61 => &[Rest(f::OPENPGPKEY)],
        62 => &[
            Item(f::CSYNC_SOA, 4),
            Bits(f::CSYNC_FLAGS, 2, &[f::CSYNC_FLAGS_IMMEDIATE, f::CSYNC_FLAGS_SOAMINIMUM]),
            Whole(f::CSYNC_TYPE_BITMAP),
            Types,
        ],
        63 => &[
            Item(f::ZONEMD_SERIAL, 4),
            Item(f::ZONEMD_SCHEME, 1),
            Item(f::ZONEMD_HASH_ALGO, 1),
            Rest(f::ZONEMD_DIGEST),
        ],
        66 => &[
            Item(f::DSYNC_TYPE, 2),
            Item(f::DSYNC_SCHEME, 1),
            Item(f::DSYNC_TARGET_PORT, 2),
            Name(f::DSYNC_TARGET_NAME),
        ],
        99 => &[Texts(f::SPF_LENGTH, f::SPF)],
        104 => &[Item(f::ILNP_NID_PREFERENCE, 2), Item(f::ILNP_NID, 8)],
        105 => &[Item(f::ILNP_L32_PREFERENCE, 2), Item(f::ILNP_L32, 4)],
        106 => &[Item(f::ILNP_L64_PREFERENCE, 2), Item(f::ILNP_L64, 8)],
        107 => &[Item(f::ILNP_LP_PREFERENCE, 2), Name(f::ILNP_LP)],
        108 => &[Item(f::EUI48, 6)],
        109 => &[Item(f::EUI64, 8)],
        65282 => &[
            Bits(f::WINSR_LOCAL_FLAG, 4, &[]),
            Item(f::WINSR_LOOKUP_TIMEOUT, 4),
            Item(f::WINSR_CACHE_TIMEOUT, 4),
            Name(f::WINSR_NAME_RESULT_DOMAIN),
        ],
        _ => return None,
    })
}

/// Dissects the data of a record.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    if let Some(parts) = parts(rdata.ty) {
        walk(cx, msg, rdata, parts)?;
        return Ok(());
    }
    match rdata.ty {
        1 => address(cx, msg, rdata),
        25 => security::key(cx, msg, rdata),
        11 => services(cx, msg, rdata),
        29 => location(cx, msg, rdata),
        35 => naming_authority(cx, msg, rdata),
        38 => address6(cx, msg, rdata),
        41 => opt::options(cx, msg, rdata),
        42 => prefixes(cx, msg, rdata),
        45 => security::ipsec_key(cx, msg, rdata),
        50 => security::nsec3(cx, msg, rdata),
        55 => security::host_identity(cx, msg, rdata),
        64 | 65 => svcb::dissect(cx, msg, rdata),
        249 => security::tkey(cx, msg, rdata),
        250 => security::tsig(cx, msg, rdata),
        257 => security::authorization(cx, msg, rdata),
        65281 => wins(cx, msg, rdata),
        65422 => forwarded(cx, msg, rdata),
        _ => {
            cx.out.expert(f::UNDECODED_TYPE, Severity::Note, Group::Undecoded, "Undecoded option");
            cx.out.item(f::DATA, msg.tvb, rdata.at, rdata.len)
        }
    }
}

/// Reads part after part; returns where they end.
pub(super) fn walk<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata, parts: &[Part]) -> Result<usize, Stop> {
    let tvb = msg.tvb;
    let end = rdata.end();
    let mut at = rdata.at;
    for part in parts {
        match *part {
            Part::Name(field) => at += msg.name(cx, field, at)?,
            Part::Item(field, len) => {
                cx.out.item(field, tvb, at, len)?;
                at += len;
            }
            Part::Bits(field, len, bits) => {
                cx.out.item(field, tvb, at, len)?;
                bits.iter().try_for_each(|bit| cx.out.item(*bit, tvb, at, len))?;
                at += len;
            }
            Part::Text(length, text) => at += counted(cx, msg, length, text, at)?,
            Part::Bytes(length, bytes) => {
                let len = cx.out.uint(length, tvb, at, 1)? as usize;
                if len > 0 {
                    cx.out.item(bytes, tvb, at + 1, len)?;
                }
                at += 1 + len;
            }
            Part::Texts(length, text) => {
                while at < end {
                    at += counted(cx, msg, length, text, at)?;
                }
            }
            Part::Time(field) => {
                let seconds = i128::from(tvb.u32(at)?);
                cx.out.add(field, tvb.bytes(at, 4)?, Value::Time(seconds * 1_000_000_000));
                at += 4;
            }
            Part::KeyTag(field) => security::key_tag(cx, msg, rdata, field)?,
            Part::Whole(field) => cx.out.item(field, msg.tvb, at, end.saturating_sub(at))?,
            Part::Types => at = types(cx, msg, at, end)?,
            Part::OldTypes => {
                let bits = msg.tvb.bytes(at, end.saturating_sub(at))?;
                window(cx, bits, 0);
                at = end;
            }
            Part::Rest(field) => {
                let len = end.saturating_sub(at);
                if len > 0 {
                    cx.out.item(field, tvb, at, len)?;
                }
                at += len;
            }
        }
    }
    Ok(at)
}

/// Text after its length byte; returns both lengths.
pub(super) fn counted<'f>(cx: &mut Cx<'f>, msg: Message<'f>, length: F, text: F, at: usize) -> Result<usize, Stop> {
    let len = cx.out.uint(length, msg.tvb, at, 1)? as usize;
    cx.out.item(text, msg.tvb, at + 1, len)?;
    Ok(1 + len)
}

/// The windows of a bitmap of record types; returns where they end.
pub(super) fn types<'f>(cx: &mut Cx<'f>, msg: Message<'f>, mut at: usize, end: usize) -> Result<usize, Stop> {
    while at < end {
        let (number, len) = (msg.tvb.u8(at)?, usize::from(msg.tvb.u8(at + 1)?));
        let bits = msg.tvb.bytes(at + 2, len)?;
        window(cx, bits, u64::from(number) << 8);
        at += 2 + len;
    }
    Ok(at)
}

/// Every type whose bit is set.
fn window<'f>(cx: &mut Cx<'f>, bits: &'f [u8], first: u64) {
    for (raw, ty) in bits.chunks(1).zip((first..).step_by(8)) {
        let byte = raw.first().copied().unwrap_or_default();
        for bit in (0..8).filter(|bit| byte & 0x80 >> bit != 0) {
            cx.out.add(f::RESP_TYPE, raw, Value::Uint(ty + bit));
        }
    }
}

const CLASS_CHAOS: u16 = 3;

fn address<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    match rdata.class & 0x7fff {
        1 => cx.out.item(f::A, msg.tvb, rdata.at, 4),
        CLASS_CHAOS => {
            let len = msg.name(cx, f::A_CH_DOMAIN, rdata.at)?;
            cx.out.item(f::A_CH_ADDR, msg.tvb, rdata.at + len, 2)
        }
        _ => {
            cx.out.expert(f::A_CLASS_UNDECODED, Severity::Note, Group::Undecoded, "Undecoded class");
            Ok(())
        }
    }
}

/// Well-known services, RFC 1035 §3.4.2.
fn services<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    cx.out.item(f::WKS_ADDRESS, msg.tvb, rdata.at, 4)?;
    cx.out.item(f::WKS_PROTOCOL, msg.tvb, rdata.at + 4, 1)?;
    for at in rdata.at + 5..rdata.end() {
        if msg.tvb.u8(at)? != 0 {
            cx.out.item(f::WKS_BITS, msg.tvb, at, 1)?;
        }
    }
    Ok(())
}

fn location<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    let version = cx.out.uint(f::LOC_VERSION, msg.tvb, rdata.at, 1)?;
    let (skip, parts): (usize, &[Part]) = if version == 0 {
        (
            1,
            &[
                Part::Item(f::LOC_SIZE, 1),
                Part::Item(f::LOC_HORIZONTAL_PRECISION, 1),
                Part::Item(f::LOC_VERTICAL_PRECISION, 1),
                Part::Item(f::LOC_LATITUDE, 4),
                Part::Item(f::LOC_LONGITUDE, 4),
                Part::Item(f::LOC_ALTITUDE, 4),
            ],
        )
    } else {
        (0, &[Part::Rest(f::LOC_UNKNOWN_DATA)])
    };
    let rest = Rdata { at: rdata.at + skip, len: rdata.len - skip, ..rdata };
    walk(cx, msg, rest, parts).map(drop)
}

fn naming_authority<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    let parts = [
        Part::Item(f::NAPTR_ORDER, 2),
        Part::Item(f::NAPTR_PREFERENCE, 2),
        Part::Text(f::NAPTR_FLAGS_LENGTH, f::NAPTR_FLAGS),
        Part::Text(f::NAPTR_SERVICE_LENGTH, f::NAPTR_SERVICE),
        Part::Text(f::NAPTR_REGEX_LENGTH, f::NAPTR_REGEX),
    ];
    let at = walk(cx, msg, rdata, &parts)?;
    let name = Name::read(msg.tvb, at, msg.base, None)?;
    cx.out.number(f::NAPTR_REPLACEMENT_LENGTH, msg.tvb, at, name.len, name.bytes().len() as u64)?;
    msg.emit_name(cx, f::NAPTR_REPLACEMENT, at, &name);
    Ok(())
}

/// A6, RFC 2874: the last bits of an address, then the name of the rest.
fn address6<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    let prefix = cx.out.uint(f::A6_PREFIX_LEN, msg.tvb, rdata.at, 1)?;
    let len = 128u64.saturating_sub(prefix).div_ceil(8) as usize;
    let suffix = msg.tvb.bytes(rdata.at + 1, len)?;
    let address = suffix.iter().fold(0u128, |n, b| n << 8 | u128::from(*b));
    if len > 0 {
        cx.out.add(f::A6_ADDRESS_SUFFIX, suffix, Value::ipv6(address));
    }
    if prefix > 0 {
        msg.name(cx, f::A6_PREFIX_NAME, rdata.at + 1 + len)?;
    }
    Ok(())
}

/// Address prefix lists, RFC 3123.
fn prefixes<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    let tvb = msg.tvb;
    let mut at = rdata.at;
    while at < rdata.end() {
        let family = cx.out.uint(f::APL_ADDRESS_FAMILY, tvb, at, 2)?;
        cx.out.item(f::APL_CODED_PREFIX, tvb, at + 2, 1)?;
        cx.out.item(f::APL_NEGATION, tvb, at + 3, 1)?;
        let len = usize::from(tvb.u8(at + 3)? & 0x7f);
        cx.out.item(f::APL_AFDLENGTH, tvb, at + 3, 1)?;
        let bytes = tvb.bytes(at + 4, len)?;
        let mut address = [0u8; 16];
        for (to, from) in address.iter_mut().zip(bytes) {
            *to = *from;
        }
        let address = u128::from_be_bytes(address);
        match family {
            1 => cx.out.add(f::APL_AFDPART_IPV4, bytes, Value::ipv4((address >> 96) as u32)),
            2 => cx.out.add(f::APL_AFDPART_IPV6, bytes, Value::ipv6(address)),
            _ => cx.out.add(f::APL_AFDPART_DATA, bytes, Value::bytes(bytes)),
        }
        at += 4 + len;
    }
    Ok(())
}

fn wins<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    let tvb = msg.tvb;
    cx.out.item(f::WINS_LOCAL_FLAG, tvb, rdata.at, 4)?;
    cx.out.item(f::WINS_LOOKUP_TIMEOUT, tvb, rdata.at + 4, 4)?;
    cx.out.item(f::WINS_CACHE_TIMEOUT, tvb, rdata.at + 8, 4)?;
    let count = cx.out.uint(f::WINS_NB_WINS_SERVERS, tvb, rdata.at + 12, 4)?;
    let servers = (rdata.at + 16..rdata.end()).step_by(4);
    for (at, _) in servers.zip(0..count) {
        cx.out.item(f::WINS_WINS_SERVER, tvb, at, 4)?;
    }
    Ok(())
}

/// X-Proxied-For, draft-bellis-dnsop-xpf.
fn forwarded<'f>(cx: &mut Cx<'f>, msg: Message<'f>, rdata: Rdata) -> Result<(), Stop> {
    let tvb = msg.tvb;
    let version = cx.out.uint(f::XPF_IP_VERSION, tvb, rdata.at, 1)? & 0xf;
    cx.out.item(f::XPF_PROTOCOL, tvb, rdata.at + 1, 1)?;
    let (source, destination, len) = match version {
        4 => (f::XPF_SOURCE_IPV4, f::XPF_DESTINATION_IPV4, 4),
        6 => (f::XPF_SOURCE_IPV6, f::XPF_DESTINATION_IPV6, 16),
        _ => return Ok(()),
    };
    let at = rdata.at + 2;
    cx.out.item(source, tvb, at, len)?;
    cx.out.item(destination, tvb, at + len, len)?;
    cx.out.item(f::XPF_SPORT, tvb, at + 2 * len, 2)?;
    cx.out.item(f::XPF_DPORT, tvb, at + 2 * len + 2, 2)
}
