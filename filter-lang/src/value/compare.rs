//! The order of values (§7) and when one counts as true (rule E14).

use std::cmp::Ordering;

use super::Value;

impl Value<'_> {
    /// Orders two values of compatible types; `None`: they are not comparable, so that only `!=` holds.
    pub fn order(&self, right: &Value<'_>) -> Option<Ordering> {
        match (self, right) {
            (Self::Uint(a), Value::Uint(b)) => Some(a.cmp(b)),
            (Self::Float(a), Value::Float(b)) => match (a.is_nan(), b.is_nan()) {
                (true, true) => Some(Ordering::Equal), // T15
                _ => a.partial_cmp(b),
            },
            (Self::Time(a), Value::Time(b)) => Some(a.cmp(b)),
            (Self::Str(a), Value::Str(b)) | (Self::Bytes(a), Value::Bytes(b)) => Some(a.cmp(b)),
            (Self::Ipv4 { addr: a, prefix: p }, Value::Ipv4 { addr: b, prefix: q }) => {
                let mask = u32::MAX.checked_shl(32 - u32::from(*p.min(q))).unwrap_or(0); // T16
                Some((a & mask).cmp(&(b & mask)))
            }
            (Self::Ipv6 { addr: a, prefix: p }, Value::Ipv6 { addr: b, prefix: q }) => {
                let mask = u128::MAX.checked_shl(128 - u32::from(*p.min(q))).unwrap_or(0); // T17
                Some((a & mask).cmp(&(b & mask)))
            }
            (Self::Guid(a), Value::Guid(b)) => Some(a.cmp(b)),
            (Self::Protocol { bytes: a, text: s }, Value::Protocol { bytes: b, text: t }) => {
                Some(if a.is_empty() || b.is_empty() {
                    let text = |bytes: &[u8], text: &str| if text.is_empty() { bytes.to_vec() } else { text.into() };
                    text(a, s).cmp(&text(b, t)) // T19
                } else {
                    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
                })
            }
            // T13: integers compare mathematically, whatever their signs; T2: booleans as 0 and 1.
            _ => Some(self.as_integer()?.cmp(&right.as_integer()?)),
        }
    }

    /// The number an integer or boolean stands for.
    pub fn as_integer(&self) -> Option<i128> {
        match self {
            Self::Uint(n) => Some(i128::from(*n)),
            Self::Int(n) => Some(i128::from(*n)),
            Self::Bool(b) => Some(i128::from(*b)),
            _ => None,
        }
    }

    /// The number as a float; a time in seconds.
    pub fn as_float(&self) -> Option<f64> {
        match self {
            Self::Float(x) => Some(*x),
            // Seconds and the rest apart: both are exact, their sum is rounded once.
            Self::Time(t) => Some((t / 1_000_000_000) as f64 + (t % 1_000_000_000) as f64 / 1e9),
            _ => self.as_integer().map(|n| n as f64),
        }
    }

    /// Tells whether a computed value counts as true. A slice counts by its length instead.
    pub fn truth(&self) -> bool {
        match self {
            Self::Label => true,
            Self::Bool(b) => *b,
            Self::Uint(n) => *n != 0,
            Self::Int(n) => *n != 0,
            Self::Float(x) => *x != 0.0,
            Self::Time(t) => *t != 0,
            Self::Str(s) => !s.is_empty(),
            Self::Bytes(b) => b.iter().any(|byte| *byte != 0),
            Self::Ipv4 { addr, .. } => *addr != 0,
            Self::Ipv6 { addr, .. } => *addr != 0,
            Self::Guid(g) => g.iter().any(|byte| *byte != 0),
            Self::Protocol { bytes, .. } => !bytes.is_empty(),
        }
    }
}
