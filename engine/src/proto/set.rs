//! Sets of protocols.

use super::Proto;

const WORDS: usize = Proto::COUNT.div_ceil(64);

/// A set of protocols, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Protos([u64; WORDS]);

impl Protos {
    /// Adds a protocol; whether it is new.
    pub(crate) fn insert(&mut self, proto: Proto) -> bool {
        let (word, bit) = place(proto);
        let new = self.0[word] & bit == 0;
        self.0[word] |= bit;
        new
    }

    /// The same set without a protocol.
    pub(crate) fn without(mut self, proto: Proto) -> Self {
        let (word, bit) = place(proto);
        self.0[word] &= !bit;
        self
    }

    /// Whether it has a protocol.
    #[inline]
    pub(crate) fn contains(&self, proto: Proto) -> bool {
        let (word, bit) = place(proto);
        self.0[word] & bit != 0
    }

    /// Whether both have one.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).any(|(own, other)| own & other != 0)
    }

    /// What is in either.
    pub(crate) fn or(self, other: &Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] | other.0[word]))
    }

    /// What is in both.
    pub(crate) fn and(self, other: &Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] & other.0[word]))
    }

    /// Its protocols.
    pub(crate) fn iter(self) -> impl Iterator<Item = Proto> {
        (0..WORDS).flat_map(move |word| {
            let mut left = self.0[word];
            std::iter::from_fn(move || {
                let bit = left.checked_ilog2()? as usize;
                left &= !(1 << bit);
                Proto::ALL.get(word * 64 + bit).copied()
            })
        })
    }
}

impl FromIterator<Proto> for Protos {
    fn from_iter<T: IntoIterator<Item = Proto>>(protos: T) -> Self {
        let mut set = Self::default();
        protos.into_iter().for_each(|proto| _ = set.insert(proto));
        set
    }
}

#[inline]
fn place(proto: Proto) -> (usize, u64) {
    (proto as usize / 64, 1 << (proto as usize % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_protocols_fit() {
        let all: Protos = Proto::ALL.into_iter().collect();
        assert!(Proto::ALL.into_iter().all(|proto| all.contains(proto) && !all.without(proto).contains(proto)));
        let mut found: Vec<_> = all.iter().collect();
        found.sort_unstable();
        assert_eq!(found, Proto::ALL);
    }

    #[test]
    fn sets_are_joined_and_compared() {
        let of = |protos: &[Proto]| protos.iter().copied().collect::<Protos>();
        let (ip, both) = (of(&[Proto::Ip]), of(&[Proto::Ip, Proto::Tcp]));
        assert!(ip.meets(&both) && !ip.meets(&of(&[Proto::Tcp])));
        assert_eq!(ip.or(&of(&[Proto::Tcp])), both);
        assert_eq!(both.and(&ip), ip);
    }
}
