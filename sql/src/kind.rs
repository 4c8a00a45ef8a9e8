//! Kinds of values that Arrow has no type for: addresses and the like.
//!
//! They stand in fixed-width columns, marked by Arrow's extension types, so that grouping and joining work on numbers;
//! text is made of them only where text is asked for, and text is compared with them as such a value.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
};

use datafusion::{
    arrow::datatypes::{DataType, Field},
    common::ScalarValue,
};

/// The key of an extension type's name in a field's metadata.
const EXTENSION: &str = "ARROW:extension:name";

/// A kind of value behind a plainer type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// IPv4 address, as an unsigned number in host order.
    Ipv4,
    /// IPv6 address, 16 bytes.
    Ipv6,
    /// Hardware address, 6 bytes.
    Ether,
    /// EUI-64, 8 bytes.
    Eui64,
    /// GUID, 16 bytes in the order of its text.
    Guid,
}

/// Every kind with the name of its extension type.
const KINDS: [(Kind, &str); 5] = [
    (Kind::Ipv4, "strato.ipv4"),
    (Kind::Ipv6, "strato.ipv6"),
    (Kind::Ether, "strato.mac"),
    (Kind::Eui64, "strato.eui64"),
    (Kind::Guid, "arrow.uuid"),
];

/// What a text stands for: one value, or all from one to another, as a prefix does.
#[derive(Clone, Debug, PartialEq)]
pub enum Meant {
    /// One value.
    One(ScalarValue),
    /// First and last.
    Range(ScalarValue, ScalarValue),
}

impl Kind {
    /// The kind of a column, or of the elements of a list.
    pub fn of(field: &Field) -> Option<Self> {
        if let DataType::List(inner) = field.data_type() {
            return Self::of(inner);
        }
        let name = field.metadata().get(EXTENSION)?;
        KINDS.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// The type of its column.
    pub fn data_type(self) -> DataType {
        match self {
            Self::Ipv4 => DataType::UInt32,
            Self::Ipv6 | Self::Guid => DataType::FixedSizeBinary(16),
            Self::Ether => DataType::FixedSizeBinary(6),
            Self::Eui64 => DataType::FixedSizeBinary(8),
        }
    }

    /// What marks its column.
    pub fn metadata(self) -> HashMap<String, String> {
        let name = KINDS.iter().find(|row| row.0 == self).map_or("", |row| row.1);
        HashMap::from([(EXTENSION.to_owned(), name.to_owned())])
    }

    /// What it is, with an article.
    pub fn words(self) -> &'static str {
        match self {
            Self::Ipv4 => "an IPv4 address",
            Self::Ipv6 => "an IPv6 address",
            Self::Ether => "a hardware address",
            Self::Eui64 => "an EUI-64 address",
            Self::Guid => "a GUID",
        }
    }

    /// What is written so, e.g. for a message.
    pub fn example(self) -> &'static str {
        match self {
            Self::Ipv4 => "10.0.0.1 or 10.0.0.0/8",
            Self::Ipv6 => "2001:db8::1 or 2001:db8::/32",
            Self::Ether => "00:1b:21:0a:ff:01",
            Self::Eui64 => "00:1b:21:ff:fe:0a:ff:01",
            Self::Guid => "01234567-89ab-cdef-0123-456789abcdef",
        }
    }

    /// What a text stands for; `None` where it is none of this kind.
    pub fn parse(self, text: &str) -> Option<Meant> {
        match self {
            Self::Ipv4 | Self::Ipv6 => {
                let (address, prefix) = match text.split_once('/') {
                    Some((address, prefix)) => (address, Some(prefix.parse::<u8>().ok()?)),
                    None => (text, None),
                };
                match (self, address.trim().parse().ok()?) {
                    (Self::Ipv4, IpAddr::V4(address)) => ipv4(address, prefix),
                    (Self::Ipv6, IpAddr::V6(address)) => ipv6(address, prefix),
                    _ => None,
                }
            }
            Self::Ether => Some(Meant::One(fixed(hex(text)?, 6)?)),
            Self::Eui64 => Some(Meant::One(fixed(hex(text)?, 8)?)),
            Self::Guid => Some(Meant::One(fixed(hex(&text.replace(['-', '{', '}'], ""))?, 16)?)),
        }
    }

    /// The text of a number; `None` for kinds that are bytes.
    pub fn number_text(self, number: u32) -> Option<String> {
        (self == Self::Ipv4).then(|| Ipv4Addr::from(number).to_string())
    }

    /// The text of bytes.
    pub fn bytes_text(self, bytes: &[u8]) -> String {
        match (self, <[u8; 16]>::try_from(bytes)) {
            (Self::Ipv6, Ok(bytes)) => Ipv6Addr::from(bytes).to_string(),
            (Self::Guid, Ok(bytes)) => {
                let text = hex_text(&bytes, "");
                let part = |from, to| text.get(from..to).unwrap_or_default();
                format!("{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
            }
            _ => hex_text(bytes, ":"),
        }
    }
}

fn ipv4(address: Ipv4Addr, prefix: Option<u8>) -> Option<Meant> {
    let number = u32::from(address);
    let value = |number| ScalarValue::UInt32(Some(number));
    let Some(prefix) = prefix.filter(|prefix| *prefix != 32) else { return Some(Meant::One(value(number))) };
    let host = u32::MAX.checked_shr(prefix.into()).filter(|_| prefix < 32)?;
    Some(Meant::Range(value(number & !host), value(number | host)))
}

fn ipv6(address: Ipv6Addr, prefix: Option<u8>) -> Option<Meant> {
    let number = u128::from(address);
    let value = |number: u128| ScalarValue::FixedSizeBinary(16, Some(number.to_be_bytes().to_vec()));
    let Some(prefix) = prefix.filter(|prefix| *prefix != 128) else { return Some(Meant::One(value(number))) };
    let host = u128::MAX.checked_shr(prefix.into()).filter(|_| prefix < 128)?;
    Some(Meant::Range(value(number & !host), value(number | host)))
}

fn fixed(bytes: Vec<u8>, len: usize) -> Option<ScalarValue> {
    (bytes.len() == len).then(|| ScalarValue::FixedSizeBinary(len as i32, Some(bytes)))
}

/// Bytes written in hexadecimal, with `:`, `-` or `.` between them or nothing.
pub fn hex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text.bytes().filter(|byte| !b":-.".contains(byte)).collect();
    let pairs = digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
    (!digits.is_empty() && digits.len().is_multiple_of(2)).then(|| pairs.collect()).flatten()
}

/// Bytes in hexadecimal.
pub fn hex_text(bytes: &[u8], between: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * (2 + between.len()));
    for (i, byte) in bytes.iter().enumerate() {
        text.push_str(if i == 0 { "" } else { between });
        text.extend([byte >> 4, byte & 15].map(|digit| char::from(DIGITS[usize::from(digit)])));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_ranges() {
        let v4 = |number| ScalarValue::UInt32(Some(number));
        assert_eq!(Kind::Ipv4.parse("10.1.2.3"), Some(Meant::One(v4(0x0a01_0203))));
        assert_eq!(Kind::Ipv4.parse("10.1.2.3/8"), Some(Meant::Range(v4(0x0a00_0000), v4(0x0aff_ffff))));
        assert_eq!(Kind::Ipv4.parse("10.1.2.3/0"), Some(Meant::Range(v4(0), v4(u32::MAX))));
        assert_eq!(Kind::Ipv4.parse("10.1.2.3/33"), None);
        assert_eq!(Kind::Ipv4.parse("10.1.2"), None);
        assert_eq!(Kind::Ipv4.parse("2001:db8::1"), None);
        assert!(matches!(Kind::Ipv6.parse("2001:db8::/32"), Some(Meant::Range(..))));
    }

    #[test]
    fn texts_read_back() {
        let texts = [
            (Kind::Ipv6, "2001:db8::1"),
            (Kind::Ether, "00:1b:21:0a:ff:01"),
            (Kind::Eui64, "00:1b:21:ff:fe:0a:ff:01"),
            (Kind::Guid, "01234567-89ab-cdef-0123-456789abcdef"),
        ];
        for (kind, text) in texts {
            let Some(Meant::One(ScalarValue::FixedSizeBinary(_, Some(bytes)))) = kind.parse(text) else {
                panic!("{text}")
            };
            assert_eq!(kind.bytes_text(&bytes), text);
        }
        assert_eq!(Kind::Ipv4.number_text(0x0a00_0001).as_deref(), Some("10.0.0.1"));
    }
}
