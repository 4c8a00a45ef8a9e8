//! Tests of numbers as intervals: every comparison, range, prefix and set is "the number lies in one of these".

use strato_filter_lang::{
    ir::{Compare, Element},
    types::Type,
    value::Value,
};

/// How the bits of a field stand for a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Unsigned; so are IPv4 and hardware addresses in network order.
    Unsigned,
    /// Two's complement.
    Signed,
    /// Whether any bit is set.
    Bool,
}

/// The numbers a field of `bits` bits can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Domain {
    pub(crate) kind: Kind,
    pub(crate) bits: u32,
}

/// Intervals, inclusive, in order and apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Intervals(pub(crate) Vec<(i128, i128)>);

impl Domain {
    /// Of a header field that covers `width` bytes; `None` when it is no number.
    pub(crate) fn of(ty: Type, mask: u64, width: u8) -> Option<Self> {
        let covered = if mask == 0 { u32::from(width) * 8 } else { mask.count_ones() };
        let kind = match ty {
            Type::Boolean => Kind::Bool,
            Type::Char | Type::Uint(_) | Type::Framenum | Type::Ipxnet => Kind::Unsigned,
            Type::Ipv4 if width == 4 && mask == 0 => Kind::Unsigned,
            Type::Ether if width == 6 && mask == 0 => Kind::Unsigned,
            Type::Int(_) if covered > 0 => Kind::Signed,
            _ => return None,
        };
        let contiguous = mask == 0 || (mask >> mask.trailing_zeros()).trailing_ones() == mask.count_ones();
        (width <= 8 && (contiguous || kind == Kind::Bool)).then_some(Self { kind, bits: covered })
    }

    /// Least and greatest.
    pub(crate) fn bounds(self) -> (i128, i128) {
        match self.kind {
            Kind::Unsigned => (0, (1i128 << self.bits) - 1),
            Kind::Signed => (-(1i128 << (self.bits - 1)), (1i128 << (self.bits - 1)) - 1),
            Kind::Bool => (0, 1),
        }
    }

    /// The numbers that compare so with a literal; `None` when the literal is no number of this field.
    pub(crate) fn compare(self, op: Compare, literal: &Value<'_>) -> Option<Intervals> {
        let (low, high) = bounds_of(literal)?;
        let (min, max) = self.bounds();
        // T16: with a prefix, numbers are compared by their network.
        Some(self.clip(match op {
            Compare::Eq => vec![(low, high)],
            Compare::Ne => vec![(min, low - 1), (high + 1, max)],
            Compare::Lt => vec![(min, low - 1)],
            Compare::Le => vec![(min, high)],
            Compare::Gt => vec![(high + 1, max)],
            Compare::Ge => vec![(low, max)],
        }))
    }

    /// The members of a set of constants.
    pub(crate) fn set(self, elements: &[Element]) -> Option<Intervals> {
        let of = |element: &Element| match element {
            Element::Value(one) => bounds_of(one),
            Element::Range(low, high) => Some((bounds_of(low)?.0, bounds_of(high)?.1)),
            Element::Expr(_) | Element::ExprRange(..) => None,
        };
        Some(self.clip(elements.iter().map(of).collect::<Option<_>>()?))
    }

    /// Everything but zero.
    pub(crate) fn truth(self) -> Intervals {
        let (min, max) = self.bounds();
        self.clip(vec![(min, -1), (1, max)])
    }

    fn clip(self, mut intervals: Vec<(i128, i128)>) -> Intervals {
        let (min, max) = self.bounds();
        intervals.retain_mut(|(low, high)| {
            (*low, *high) = ((*low).max(min), (*high).min(max));
            *low <= *high
        });
        intervals.sort_unstable();
        let mut joined: Vec<(i128, i128)> = Vec::with_capacity(intervals.len());
        for (low, high) in intervals {
            match joined.last_mut() {
                Some(last) if low <= last.1 + 1 => last.1 = last.1.max(high),
                _ => joined.push((low, high)),
            }
        }
        Intervals(joined)
    }
}

/// First and last number that equal a literal: several for a prefix.
fn bounds_of(literal: &Value<'_>) -> Option<(i128, i128)> {
    match literal {
        Value::Ipv4 { addr, prefix } => {
            let mask = u32::MAX.checked_shl(32 - u32::from(*prefix)).unwrap_or(0);
            Some(((addr & mask).into(), (addr | !mask).into()))
        }
        Value::Bytes(bytes) => {
            let bytes: &[u8; 6] = bytes.as_ref().try_into().ok()?;
            let number = bytes.iter().fold(0i128, |n, byte| n << 8 | i128::from(*byte));
            Some((number, number))
        }
        _ => literal.as_integer().map(|n| (n, n)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BYTE: Domain = Domain { kind: Kind::Unsigned, bits: 8 };

    #[test]
    fn comparisons_are_intervals() {
        let of = |op, n| BYTE.compare(op, &Value::Uint(n)).unwrap().0;
        assert_eq!(of(Compare::Eq, 3), [(3, 3)]);
        assert_eq!(of(Compare::Ne, 3), [(0, 2), (4, 255)]);
        assert_eq!(of(Compare::Ne, 0), [(1, 255)]);
        assert_eq!(of(Compare::Gt, 255), []);
        assert_eq!(of(Compare::Lt, 300), [(0, 255)]);
    }

    #[test]
    fn prefixes_compare_by_their_network() {
        let address = Domain::of(Type::Ipv4, 0, 4).unwrap();
        let net = Value::Ipv4 { addr: 0x0a01_0203, prefix: 8 };
        assert_eq!(address.compare(Compare::Eq, &net).unwrap().0, [(0x0a00_0000, 0x0aff_ffff)]);
        assert_eq!(address.compare(Compare::Gt, &net).unwrap().0, [(0x0b00_0000, 0xffff_ffff)]);
        let all = Value::Ipv4 { addr: 7, prefix: 0 };
        assert_eq!(address.compare(Compare::Ne, &all).unwrap().0, []);
    }

    #[test]
    fn sets_are_joined() {
        let element = |n| Element::Value(Value::Uint(n));
        let set = [element(9), element(2), element(1), Element::Range(Value::Uint(3), Value::Uint(5)), element(300)];
        assert_eq!(BYTE.set(&set).unwrap().0, [(1, 5), (9, 9)]);
    }
}
