//! Values as text, the way `string()` and listings show them.

use std::{
    fmt::Write,
    net::{Ipv4Addr, Ipv6Addr},
};

use super::Value;
use crate::types::Type;

impl Value<'_> {
    /// The canonical text of a value of type `ty`: decimal numbers, addresses as usually written, bytes as hex.
    /// Times are in seconds (an absolute one since the epoch).
    pub fn text(&self, ty: Type) -> String {
        match self {
            Self::Label => String::new(),
            Self::Bool(b) => if *b { "True" } else { "False" }.to_owned(),
            Self::Uint(n) if ty == Type::Ipxnet => format!("0x{n:08X}"),
            Self::Uint(n) => n.to_string(),
            Self::Int(n) => n.to_string(),
            Self::Float(x) if ty == Type::Float => (*x as f32).to_string(),
            Self::Float(x) => x.to_string(),
            Self::Time(t) => {
                let sign = if *t < 0 { "-" } else { "" };
                let ns = t.unsigned_abs();
                format!("{sign}{}.{:09}", ns / 1_000_000_000, ns % 1_000_000_000)
            }
            Self::Str(s) => String::from_utf8_lossy(s).into_owned(),
            Self::Bytes(b) => match ty {
                Type::Oid => oid(b, false),
                Type::RelOid => oid(b, true),
                Type::Ether | Type::Eui64 | Type::Fcwwn => hex(b, ":"),
                _ => hex(b, ""),
            },
            Self::Ipv4 { addr, prefix: 32 } => Ipv4Addr::from(*addr).to_string(),
            Self::Ipv4 { addr, prefix } => format!("{}/{prefix}", Ipv4Addr::from(*addr)),
            Self::Ipv6 { addr, prefix: 128 } => Ipv6Addr::from(*addr).to_string(),
            Self::Ipv6 { addr, prefix } => format!("{}/{prefix}", Ipv6Addr::from(*addr)),
            Self::Guid(g) => {
                let part = |from, to| g.get(from..to).map(|b| hex(b, "")).unwrap_or_default();
                format!("{}-{}-{}-{}-{}", part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 16))
            }
            Self::Protocol { bytes, text } if bytes.is_empty() => (*text).to_owned(),
            Self::Protocol { bytes, .. } => hex(bytes, ""),
        }
    }
}

fn hex(bytes: &[u8], separator: &str) -> String {
    let mut text = String::with_capacity(bytes.len() * 3);
    for (i, byte) in bytes.iter().enumerate() {
        let separator = if i == 0 { "" } else { separator };
        // Writing to a string cannot fail.
        let _ = write!(text, "{separator}{byte:02x}");
    }
    text
}

/// Dotted numbers of an encoded object identifier (X.690 §8.19).
fn oid(bytes: &[u8], relative: bool) -> String {
    let mut arcs: Vec<u64> = Vec::new();
    let mut arc = 0u64;
    for byte in bytes {
        arc = arc << 7 | u64::from(byte & 0x7f);
        if byte & 0x80 != 0 {
            continue;
        }
        if arcs.is_empty() && !relative {
            let first = (arc / 40).min(2);
            arcs.push(first);
            arc -= first * 40;
        }
        arcs.push(arc);
        arc = 0;
    }
    arcs.iter().map(u64::to_string).collect::<Vec<_>>().join(".")
}
