//! Values of fields and literals.

pub mod arith;
mod compare;
pub mod header;
mod text;

use std::borrow::Cow;

/// One value. Its exact field type is known statically (from the schema or the IR), so a value carries
/// only the representation that operations need.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `FT_NONE`: presence only.
    Label,
    /// BOOLEAN.
    Bool(bool),
    /// UINT*, CHAR, FRAMENUM, IPXNET.
    Uint(u64),
    /// INT*.
    Int(i64),
    /// FLOAT (widened), DOUBLE, IEEE 11073.
    Float(f64),
    /// ABSOLUTE_TIME: since the epoch; RELATIVE_TIME: a duration. Nanoseconds.
    Time(i128),
    /// All string types: UTF-8 text of a packet; a literal may hold any bytes.
    Str(Cow<'a, [u8]>),
    /// BYTES, ETHER, OID, EUI64, … and every slice of bytes.
    Bytes(Cow<'a, [u8]>),
    /// IPv4 address in host order; packet values have prefix 32.
    Ipv4 {
        /// The address.
        addr: u32,
        /// Number of leading bits that take part in comparisons, 0..=32.
        prefix: u8,
    },
    /// IPv6 address in host order; packet values have prefix 128.
    Ipv6 {
        /// The address.
        addr: u128,
        /// Number of leading bits that take part in comparisons, 0..=128.
        prefix: u8,
    },
    /// GUID, in text order (big endian).
    Guid([u8; 16]),
    /// PROTOCOL: the bytes it covers, and its descriptive text for those with none.
    Protocol {
        /// Bytes covered by the protocol's item.
        bytes: Cow<'a, [u8]>,
        /// Text of the protocol's item, used only when it has no bytes.
        text: &'static str,
    },
}

impl<'a> Value<'a> {
    /// Text that lives as long as the frame.
    pub fn str(text: &'a str) -> Self {
        Self::Str(Cow::Borrowed(text.as_bytes()))
    }

    /// Bytes that live as long as the frame.
    pub fn bytes(bytes: &'a [u8]) -> Self {
        Self::Bytes(Cow::Borrowed(bytes))
    }

    /// A single IPv4 address.
    pub fn ipv4(addr: u32) -> Self {
        Self::Ipv4 { addr, prefix: 32 }
    }

    /// A single IPv6 address.
    pub fn ipv6(addr: u128) -> Self {
        Self::Ipv6 { addr, prefix: 128 }
    }

    /// The same value, owning its bytes.
    pub fn into_owned(self) -> Value<'static> {
        match self {
            Self::Label => Value::Label,
            Self::Bool(b) => Value::Bool(b),
            Self::Uint(n) => Value::Uint(n),
            Self::Int(n) => Value::Int(n),
            Self::Float(x) => Value::Float(x),
            Self::Time(t) => Value::Time(t),
            Self::Str(s) => Value::Str(Cow::Owned(s.into_owned())),
            Self::Bytes(b) => Value::Bytes(Cow::Owned(b.into_owned())),
            Self::Ipv4 { addr, prefix } => Value::Ipv4 { addr, prefix },
            Self::Ipv6 { addr, prefix } => Value::Ipv6 { addr, prefix },
            Self::Guid(g) => Value::Guid(g),
            Self::Protocol { bytes, text } => Value::Protocol { bytes: Cow::Owned(bytes.into_owned()), text },
        }
    }
}
