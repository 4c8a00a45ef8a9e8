//! Attributes, RFC 8489 §14, RFC 8656 §18, [MS-TURN], [MS-ICE2].

use strato_filter_lang::value::Value;

use super::{HEADER, Message, f};
use crate::proto::{
    checksum,
    cursor::Cursor,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

const FINGERPRINT: u16 = 0x8028;
/// What the checksum of a fingerprint is combined with.
const FINGERPRINT_XOR: u32 = 0x5354_554e;
const IPV4: u8 = 1;
const IPV6: u8 = 2;

/// What an attribute holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Address,
    XoredAddress,
    /// One field over all of it.
    Single(crate::proto::out::F),
    Change,
    Error,
    Unknowns,
    Channel,
    Data,
    AddressType,
    Transport,
    Algorithms,
    Icmp,
    Fingerprint,
    Sequence,
    Quality,
    Network,
    /// Bytes that Wireshark shows as such.
    Value,
    Nothing,
}

/// The form of an attribute; `None` for those without a name.
fn form(kind: u16) -> Option<Form> {
    Some(match kind {
        0x0001 | 0x0002 | 0x0004 | 0x0005 | 0x000b | 0x8023 | 0x802b | 0x802c | 0x8006 => Form::Address,
        0x0012 | 0x0016 | 0x0020 | 0x8020 | 0x8090 => Form::XoredAddress,
        0x0003 => Form::Change,
        0x0006 => Form::Single(f::ATT_USERNAME),
        0x0007 => Form::Single(f::ATT_PASSWORD),
        0x0008 | 0x001c => Form::Single(f::ATT_HMAC),
        0x0009 => Form::Error,
        0x000a => Form::Unknowns,
        0x000c => Form::Channel,
        0x000d => Form::Single(f::ATT_LIFETIME),
        0x000f => Form::Single(f::ATT_MAGIC_COOKIE),
        0x0010 => Form::Single(f::PORT_BANDWIDTH),
        0x0013 => Form::Data,
        0x0014 => Form::Single(f::ATT_REALM),
        0x0015 => Form::Single(f::ATT_NONCE),
        0x0017 | 0x8000 => Form::AddressType,
        0x0018 => Form::Single(f::ATT_EVEN_PORT_RESERVE_NEXT),
        0x0019 => Form::Transport,
        0x001d | 0x8002 => Form::Algorithms,
        0x0022 => Form::Single(f::ATT_TOKEN),
        0x0024 => Form::Single(f::ATT_PRIORITY),
        0x001a | 0x0025 => Form::Nothing,
        0x8004 => Form::Icmp,
        0x8008 => Form::Single(f::ATT_MS_VERSION),
        0x8022 => Form::Single(f::ATT_SOFTWARE),
        0x8027 => Form::Single(f::ATT_CACHE_TIMEOUT),
        FINGERPRINT => Form::Fingerprint,
        0x8029 | 0x802a => Form::Single(f::ATT_TIE_BREAKER),
        0x8050 => Form::Sequence,
        0x8054 => Form::Single(f::ATT_MS_FOUNDATION),
        0x8055 => Form::Quality,
        0x8070 => Form::Single(f::ATT_MS_VERSION_ICE),
        0x8095 => Form::Single(f::ATT_MS_MULTIPLEXED_TURN_SESSION_ID),
        0xc057 => Form::Network,
        0x001e | 0x0026 | 0x0027 | 0x002a | 0x8001 | 0x8003 | 0x802d | 0x802e | 0x802f | 0x8030 | 0x8032 | 0x8037 | 0x8039 | 0x8056 | 0x8058
        | 0x8059 | 0x805b | 0x805c | 0x8061 | 0x8062 | 0x8068 | 0x806b | 0x806e | 0xc001..=0xc003 | 0xc056 | 0xc058
        | 0xc059 | 0xff04 | 0xff05 => Form::Value,
        _ => return None,
    })
}

/// Dissects the attributes of a message.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, message: Message<'f>) -> Result<(), Stop> {
    let tvb = message.tvb;
    let mut at = HEADER;
    while tvb.reported_rest(at) > 0 {
        let (kind, len) = (tvb.u16(at)?, usize::from(tvb.u16(at + 2)?));
        let padded = len.next_multiple_of(4);
        let form = form(kind);
        match form {
            Some(_) => {
                cx.out.number(f::ATTRIBUTE, tvb, at, (4 + padded).min(tvb.reported_rest(at)), kind.into())?;
                for field in [f::ATT_TYPE, f::ATT_TYPE_COMPREHENSION, f::ATT_TYPE_ASSIGNMENT] {
                    cx.out.item(field, tvb, at, 2)?;
                }
            }
            None => {
                let text = format!("Unknown attribute 0x{kind:04x}");
                cx.out.expert(f::UNKNOWN_ATTRIBUTE, Severity::Warn, Group::Undecoded, &text);
            }
        }
        cx.out.item(f::ATT_LENGTH, tvb, at + 2, 2)?;
        let value = tvb.sub(at + 4, len)?;
        if len > 0 {
            content(cx, message, at, value, form.unwrap_or(Form::Value))?;
        }
        if padded > len {
            let there = (padded - len).min(tvb.reported_rest(at + 4 + len));
            cx.out.number(f::ATT_PADDING, tvb, at + 4 + len, there, (padded - len) as u64)?;
        }
        at += 4 + padded;
    }
    Ok(())
}

fn content<'f>(
    cx: &mut Cx<'f>,
    message: Message<'f>,
    start: usize,
    tvb: Tvb<'f>,
    form: Form,
) -> Result<(), Stop> {
    let mut at = Cursor::new(tvb, 0);
    match form {
        Form::Address => address(cx, &mut at, None)?,
        Form::XoredAddress => address(cx, &mut at, Some(message.tvb.u128(4)?))?,
        Form::Single(field) => {
            let len = match field {
                f::ATT_USERNAME | f::ATT_PASSWORD | f::ATT_REALM | f::ATT_NONCE | f::ATT_SOFTWARE => at.left(),
                f::ATT_MS_FOUNDATION | f::ATT_HMAC => at.left(),
                f::ATT_EVEN_PORT_RESERVE_NEXT => 1,
                f::ATT_TIE_BREAKER | f::ATT_TOKEN | f::ATT_MS_MULTIPLEXED_TURN_SESSION_ID => 8,
                _ => 4,
            };
            at.item(cx, field, len)?;
        }
        Form::Change => {
            cx.out.item(f::ATT_CHANGE_IP, tvb, 3, 1)?;
            cx.out.item(f::ATT_CHANGE_PORT, tvb, 3, 1)?;
        }
        Form::Error => {
            at.item(cx, f::ATT_RESERVED, 2)?;
            at.item(cx, f::ATT_ERROR_CLASS, 1)?;
            at.item(cx, f::ATT_ERROR, 1)?;
            if at.left() > 0 {
                at.item(cx, f::ATT_ERROR_REASON, at.left())?;
            }
        }
        Form::Unknowns => {
            while at.left() > 1 {
                at.item(cx, f::ATT_UNKNOWN, 2)?;
            }
        }
        Form::Channel => {
            at.item(cx, f::ATT_CHANNELNUM, 2)?;
            at.item(cx, f::ATT_RESERVED, 2)?;
        }
        Form::Data => {
            at.item(cx, f::VALUE, at.left())?;
            super::inner(cx, tvb);
        }
        Form::AddressType => {
            at.item(cx, f::ATT_FAMILY, 1)?;
            at.item(cx, f::ATT_RESERVED, 3)?;
        }
        Form::Transport => {
            at.item(cx, f::ATT_TRANSP, 1)?;
            at.item(cx, f::ATT_RESERVED, 3)?;
        }
        Form::Algorithms => {
            while at.left() >= 4 {
                at.item(cx, f::ATT_PW_ALG, 2)?;
                let len = at.uint(cx, f::ATT_PW_ALG_LEN, 2)? as usize;
                if len > 0 {
                    at.item(cx, f::ATT_PW_ALG_DATA, len)?;
                    at.at = at.at.next_multiple_of(4);
                }
            }
        }
        Form::Icmp => {
            at.item(cx, f::ATT_ICMP_TYPE, 1)?;
            at.item(cx, f::ATT_ICMP_CODE, 1)?;
        }
        Form::Fingerprint => fingerprint(cx, message.tvb, start, tvb)?,
        Form::Sequence => {
            at.item(cx, f::ATT_MS_CONNECTION_ID, 20)?;
            at.item(cx, f::ATT_MS_SEQUENCE_NUMBER, 4)?;
        }
        Form::Quality => {
            at.item(cx, f::ATT_MS_STREAM_TYPE, 2)?;
            at.item(cx, f::ATT_MS_SERVICE_QUALITY, 2)?;
        }
        Form::Network => {
            at.item(cx, f::ATT_GOOGLE_NETWORK_ID, 2)?;
            at.item(cx, f::ATT_GOOGLE_NETWORK_COST, 2)?;
        }
        Form::Value => at.item(cx, f::VALUE, at.left())?,
        Form::Nothing => {}
    }
    Ok(())
}

/// An address and port, combined with cookie and transaction when `key` is given, RFC 8489 §14.2.
fn address<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, key: Option<u128>) -> Result<(), Stop> {
    at.item(cx, f::ATT_RESERVED, 1)?;
    let family = at.uint(cx, f::ATT_FAMILY, 1)? as u8;
    let Some(key) = key else {
        at.item(cx, f::ATT_PORT, 2)?;
        return match family {
            IPV4 => at.item(cx, f::ATT_IPV4, 4),
            IPV6 => at.item(cx, f::ATT_IPV6, 16),
            _ => Ok(()),
        };
    };
    let port = u64::from(at.tvb.u16(at.at)? ^ (key >> 112) as u16);
    cx.out.item(f::ATT_PORT_XORD, at.tvb, at.at, 2)?;
    cx.out.number(f::ATT_PORT, at.tvb, at.at, 2, port)?;
    at.at += 2;
    match family {
        IPV4 => {
            let plain = at.tvb.u32(at.at)? ^ (key >> 96) as u32;
            cx.out.item(f::ATT_IPV4_XORD, at.tvb, at.at, 4)?;
            cx.out.add(f::ATT_IPV4, at.tvb.bytes(at.at, 4)?, Value::Ipv4 { addr: plain, prefix: 32 });
        }
        IPV6 => {
            let plain = at.tvb.u128(at.at)? ^ key;
            cx.out.item(f::ATT_IPV6_XORD, at.tvb, at.at, 16)?;
            cx.out.add(f::ATT_IPV6, at.tvb.bytes(at.at, 16)?, Value::Ipv6 { addr: plain, prefix: 128 });
        }
        _ => {}
    }
    Ok(())
}

/// A checksum over the message as far as here.
fn fingerprint<'f>(cx: &mut Cx<'f>, message: Tvb<'f>, start: usize, tvb: Tvb<'f>) -> Result<(), Stop> {
    let given = cx.out.uint(f::ATT_CRC32, tvb, 0, 4)?;
    let right = checksum::crc32(message.bytes(0, start)?) ^ FINGERPRINT_XOR;
    let good = given == u64::from(right);
    if !good {
        let text = format!("Bad Fingerprint [should be 0x{right:08x}]");
        cx.out.expert(f::ATT_CRC32_BAD, Severity::Warn, Group::Checksum, &text);
    }
    cx.out.generated_uint(f::ATT_CRC32_STATUS, if good { checksum::GOOD } else { checksum::BAD });
    Ok(())
}
