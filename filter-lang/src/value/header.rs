//! Values as they stand in headers: the same for every backend.

use std::borrow::Cow;

use super::Value;
use crate::{schema::Order, types::Type};

/// Decodes `raw` as a value of type `ty`; numbers are masked and shifted down.
pub fn decode(ty: Type, mask: u64, raw: &[u8], order: Order) -> Value<'_> {
    let number = || number(mask, raw, order);
    let array = |n: usize| raw.get(..n.min(raw.len())).unwrap_or_default();
    match ty {
        Type::None => Value::Label,
        Type::Boolean => Value::Bool(number() != 0),
        Type::Char | Type::Uint(_) | Type::Framenum | Type::Ipxnet => Value::Uint(number()),
        Type::Int(_) => {
            let bits = if mask == 0 { raw.len() as u32 * 8 } else { mask.count_ones() };
            let unused = 64u32.saturating_sub(bits.clamp(1, 64));
            Value::Int(((number() << unused).cast_signed()) >> unused)
        }
        Type::Float => Value::Float(f64::from(f32::from_bits(number() as u32))),
        Type::Double => Value::Float(f64::from_bits(number())),
        Type::Ieee11073Sfloat | Type::Ieee11073Float => Value::Float(ieee_11073(number(), raw.len())),
        // Times have many encodings: their dissectors compute them.
        Type::AbsoluteTime | Type::RelativeTime => Value::Time(i128::from(number())),
        Type::String | Type::Ax25 => Value::Str(text(raw)),
        Type::Bytes
        | Type::UintBytes
        | Type::Ether
        | Type::Eui64
        | Type::Fcwwn
        | Type::Vines
        | Type::Oid
        | Type::RelOid
        | Type::SystemId => Value::bytes(raw),
        Type::Ipv4 => Value::ipv4(number() as u32),
        Type::Ipv6 => Value::ipv6(array(16).iter().fold(0u128, |n, b| n << 8 | u128::from(*b))),
        Type::Guid => {
            let mut guid = [0; 16];
            for (to, from) in guid.iter_mut().zip(raw) {
                *to = *from;
            }
            Value::Guid(guid)
        }
        Type::Protocol => Value::Protocol { bytes: Cow::Borrowed(raw), text: "" },
    }
}

/// The number in `raw`, of which only the last 8 bytes count, masked and shifted down.
fn number(mask: u64, raw: &[u8], order: Order) -> u64 {
    let n = match (order, raw) {
        (_, &[a]) => a.into(),
        (Order::Big, &[a, b]) => u16::from_be_bytes([a, b]).into(),
        (Order::Big, &[a, b, c, d]) => u32::from_be_bytes([a, b, c, d]).into(),
        (Order::Big, raw) => raw.iter().fold(0u64, |n, b| n << 8 | u64::from(*b)),
        (Order::Little, raw) => raw.iter().rev().fold(0u64, |n, b| n << 8 | u64::from(*b)),
    };
    if mask == 0 { n } else { (n & mask) >> mask.trailing_zeros() }
}

/// Decodes text: UTF-8, U+FFFD for what is none, up to the first NUL.
fn text(raw: &[u8]) -> Cow<'_, [u8]> {
    let raw = memchr::memchr(0, raw).and_then(|end| raw.get(..end)).unwrap_or(raw);
    match String::from_utf8_lossy(raw) {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    }
}

/// IEEE 11073-20601: a signed mantissa (12 or 24 bits) times ten to a signed exponent (4 or 8 bits).
fn ieee_11073(bits: u64, len: usize) -> f64 {
    let (mantissa_bits, exponent_bits) = if len <= 2 { (12, 4) } else { (24, 8) };
    let signed = |value: u64, width: u32| ((value << (64 - width)).cast_signed()) >> (64 - width);
    let mantissa = signed(bits & ((1 << mantissa_bits) - 1), mantissa_bits);
    let exponent = signed(bits >> mantissa_bits & ((1 << exponent_bits) - 1), exponent_bits);
    let special = 1i64 << (mantissa_bits - 1);
    match mantissa {
        m if exponent == 0 && m == special - 1 || m == -special => f64::NAN,
        m if exponent == 0 && m == special - 2 => f64::INFINITY,
        m if exponent == 0 && m == -special + 2 => f64::NEG_INFINITY,
        m => format!("{m}e{exponent}").parse().unwrap_or(f64::NAN),
    }
}
