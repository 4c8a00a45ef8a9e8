//! Field types (Wireshark's `FT_*`) and which operations they allow
//! (dfilter-semantics §5).

/// The type of a field or expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// A label without a value (`FT_NONE`).
    None,
    /// A protocol: presence and the bytes it covers.
    Protocol,
    /// True or false.
    Boolean,
    /// One character, an 8-bit unsigned integer.
    Char,
    /// An unsigned integer of 8..=64 bits.
    Uint(u8),
    /// A signed integer of 8..=64 bits.
    Int(u8),
    /// Single precision; values are held widened to double.
    Float,
    /// Double precision.
    Double,
    /// IEEE 11073 16-bit float (`FT_IEEE_11073_SFLOAT`).
    Ieee11073Sfloat,
    /// IEEE 11073 32-bit float (`FT_IEEE_11073_FLOAT`).
    Ieee11073Float,
    /// Nanoseconds since the Unix epoch.
    AbsoluteTime,
    /// A signed duration in nanoseconds.
    RelativeTime,
    /// Text, all of `FT_STRING*` and `FT_UINT_STRING`.
    String,
    /// A byte sequence.
    Bytes,
    /// A length-prefixed byte sequence.
    UintBytes,
    /// A 6-byte hardware address.
    Ether,
    /// An 8-byte EUI-64.
    Eui64,
    /// A Fibre Channel world-wide name.
    Fcwwn,
    /// A Banyan VINES address.
    Vines,
    /// An ASN.1 object identifier, in its encoded form.
    Oid,
    /// A relative OID.
    RelOid,
    /// An OSI system id.
    SystemId,
    /// An AX.25 call sign (a string).
    Ax25,
    /// An IPv4 address.
    Ipv4,
    /// An IPv6 address.
    Ipv6,
    /// An IPX network number (32 bits).
    Ipxnet,
    /// A number of another frame.
    Framenum,
    /// A GUID / UUID.
    Guid,
}

/// An operation a type may or may not allow (the columns of the table in §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operation {
    /// `==`, `<`, … and `in`.
    Compare,
    /// `contains`.
    Contains,
    /// `matches`.
    Matches,
    /// `[…]` and `len()`.
    Slice,
    /// `&`.
    BitAnd,
    /// Unary minus.
    Negate,
    /// `+` and `-`.
    Add,
    /// `*` and `/`.
    Multiply,
    /// `%`.
    Modulo,
    /// Use as a condition.
    Truth,
}

impl Type {
    /// Tells whether values of this type allow an operation.
    pub fn allows(self, operation: Operation) -> bool {
        use Operation as Op;
        match self {
            Self::None => false,
            Self::Protocol => {
                matches!(operation, Op::Compare | Op::Contains | Op::Matches | Op::Slice | Op::Truth)
            }
            Self::Boolean => matches!(operation, Op::Compare | Op::Truth),
            Self::Char | Self::Uint(_) | Self::Int(_) | Self::Framenum => {
                !matches!(operation, Op::Contains | Op::Matches | Op::Slice)
            }
            Self::Ipxnet => matches!(operation, Op::Compare | Op::BitAnd | Op::Negate | Op::Truth),
            Self::Float | Self::Double | Self::AbsoluteTime | Self::RelativeTime => {
                matches!(operation, Op::Compare | Op::Negate | Op::Add | Op::Multiply | Op::Truth)
            }
            Self::Ieee11073Sfloat | Self::Ieee11073Float => {
                matches!(operation, Op::Compare | Op::Negate | Op::Truth)
            }
            Self::String | Self::Ax25 => {
                matches!(operation, Op::Compare | Op::Contains | Op::Matches | Op::Slice | Op::Truth)
            }
            Self::Bytes | Self::Ether | Self::Vines | Self::Fcwwn | Self::Eui64 => {
                matches!(operation, Op::Compare | Op::Contains | Op::Matches | Op::Slice | Op::BitAnd | Op::Truth)
            }
            Self::UintBytes | Self::Oid | Self::RelOid | Self::SystemId => {
                matches!(operation, Op::Compare | Op::Contains | Op::Slice | Op::BitAnd | Op::Truth)
            }
            Self::Ipv4 | Self::Ipv6 => {
                matches!(operation, Op::Compare | Op::Slice | Op::BitAnd | Op::Truth)
            }
            Self::Guid => operation == Op::Compare,
        }
    }

    /// Tells whether an operand of this type may have one of type `right` to its right; not symmetric (rules T1, T2).
    pub fn accepts(self, right: Self) -> bool {
        match self {
            _ if self.is_integer() => right.is_integer() || right == Self::Boolean,
            Self::Float | Self::Double => matches!(right, Self::Float | Self::Double),
            _ if self.is_bytes() => right.is_bytes(),
            _ if self.is_string() => right.is_string(),
            _ => self == right,
        }
    }

    /// Unsigned integers, `CHAR`, `FRAMENUM`, `IPXNET`.
    pub fn is_unsigned(self) -> bool {
        matches!(self, Self::Uint(_) | Self::Char | Self::Framenum | Self::Ipxnet)
    }

    /// All integers.
    pub fn is_integer(self) -> bool {
        self.is_unsigned() || matches!(self, Self::Int(_))
    }

    /// All byte sequences; a protocol is none (rule T3).
    pub fn is_bytes(self) -> bool {
        matches!(
            self,
            Self::Bytes
                | Self::UintBytes
                | Self::Ether
                | Self::Eui64
                | Self::Fcwwn
                | Self::Vines
                | Self::Oid
                | Self::RelOid
                | Self::SystemId
        )
    }

    /// All texts.
    pub fn is_string(self) -> bool {
        matches!(self, Self::String | Self::Ax25)
    }

    /// Points in time and durations.
    pub fn is_time(self) -> bool {
        matches!(self, Self::AbsoluteTime | Self::RelativeTime)
    }

    /// All floating point types.
    pub fn is_float(self) -> bool {
        matches!(self, Self::Float | Self::Double | Self::Ieee11073Sfloat | Self::Ieee11073Float)
    }

    /// Width of an integer in bits.
    pub fn bits(self) -> Option<u8> {
        match self {
            Self::Uint(bits) | Self::Int(bits) => Some(bits),
            Self::Char => Some(8),
            Self::Framenum | Self::Ipxnet => Some(32),
            _ => None,
        }
    }

    /// Short name as in listings, `UINT16`.
    pub fn name(self) -> &'static str {
        self.names().0
    }

    /// Words for messages, with an article: `a 16-bit number`.
    pub fn words(self) -> &'static str {
        self.names().1
    }

    /// The type of a short name, the inverse of [`Type::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|ty| ty.name() == name)
    }

    /// Every type.
    pub const ALL: &'static [Self] = &[
        Self::None,
        Self::Protocol,
        Self::Boolean,
        Self::Char,
        Self::Uint(8),
        Self::Uint(16),
        Self::Uint(24),
        Self::Uint(32),
        Self::Uint(40),
        Self::Uint(48),
        Self::Uint(56),
        Self::Uint(64),
        Self::Int(8),
        Self::Int(16),
        Self::Int(24),
        Self::Int(32),
        Self::Int(40),
        Self::Int(48),
        Self::Int(56),
        Self::Int(64),
        Self::Float,
        Self::Double,
        Self::Ieee11073Sfloat,
        Self::Ieee11073Float,
        Self::AbsoluteTime,
        Self::RelativeTime,
        Self::String,
        Self::Bytes,
        Self::UintBytes,
        Self::Ether,
        Self::Eui64,
        Self::Fcwwn,
        Self::Vines,
        Self::Oid,
        Self::RelOid,
        Self::SystemId,
        Self::Ax25,
        Self::Ipv4,
        Self::Ipv6,
        Self::Ipxnet,
        Self::Framenum,
        Self::Guid,
    ];

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::None => ("NONE", "a label without a value"),
            Self::Protocol => ("PROTOCOL", "a protocol"),
            Self::Boolean => ("BOOLEAN", "a boolean"),
            Self::Char => ("CHAR", "a character"),
            Self::Uint(bits) => match bits {
                0..=8 => ("UINT8", "an 8-bit unsigned number"),
                9..=16 => ("UINT16", "a 16-bit unsigned number"),
                17..=24 => ("UINT24", "a 24-bit unsigned number"),
                25..=32 => ("UINT32", "a 32-bit unsigned number"),
                33..=40 => ("UINT40", "a 40-bit unsigned number"),
                41..=48 => ("UINT48", "a 48-bit unsigned number"),
                49..=56 => ("UINT56", "a 56-bit unsigned number"),
                57.. => ("UINT64", "a 64-bit unsigned number"),
            },
            Self::Int(bits) => match bits {
                0..=8 => ("INT8", "an 8-bit signed number"),
                9..=16 => ("INT16", "a 16-bit signed number"),
                17..=24 => ("INT24", "a 24-bit signed number"),
                25..=32 => ("INT32", "a 32-bit signed number"),
                33..=40 => ("INT40", "a 40-bit signed number"),
                41..=48 => ("INT48", "a 48-bit signed number"),
                49..=56 => ("INT56", "a 56-bit signed number"),
                57.. => ("INT64", "a 64-bit signed number"),
            },
            Self::Float => ("FLOAT", "a single-precision float"),
            Self::Double => ("DOUBLE", "a double-precision float"),
            Self::Ieee11073Sfloat => ("IEEE_11073_SFLOAT", "a 16-bit IEEE 11073 float"),
            Self::Ieee11073Float => ("IEEE_11073_FLOAT", "a 32-bit IEEE 11073 float"),
            Self::AbsoluteTime => ("ABSOLUTE_TIME", "a date and time"),
            Self::RelativeTime => ("RELATIVE_TIME", "a time span"),
            Self::String => ("STRING", "a string"),
            Self::Bytes => ("BYTES", "a byte sequence"),
            Self::UintBytes => ("UINT_BYTES", "a length-prefixed byte sequence"),
            Self::Ether => ("ETHER", "a hardware address"),
            Self::Eui64 => ("EUI64", "an EUI-64 address"),
            Self::Fcwwn => ("FCWWN", "a Fibre Channel name"),
            Self::Vines => ("VINES", "a VINES address"),
            Self::Oid => ("OID", "an object identifier"),
            Self::RelOid => ("REL_OID", "a relative object identifier"),
            Self::SystemId => ("SYSTEM_ID", "an OSI system id"),
            Self::Ax25 => ("AX25", "an AX.25 call sign"),
            Self::Ipv4 => ("IPv4", "an IPv4 address"),
            Self::Ipv6 => ("IPv6", "an IPv6 address"),
            Self::Ipxnet => ("IPXNET", "an IPX network number"),
            Self::Framenum => ("FRAMENUM", "a frame number"),
            Self::Guid => ("GUID", "a GUID"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_read_back() {
        for ty in Type::ALL {
            assert_eq!(Type::from_name(ty.name()), Some(*ty));
        }
    }
}
