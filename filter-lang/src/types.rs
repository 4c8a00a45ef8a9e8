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
