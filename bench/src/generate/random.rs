//! Random numbers that are the same on every machine: integers only.

use std::ops::RangeInclusive;

/// A stream of random numbers (SplitMix64), wholly determined by its seed.
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    /// A stream of its own for each pair of numbers.
    pub(crate) fn new(seed: u64, stream: u64) -> Self {
        let mut random = Self(seed);
        let seed = random.next();
        Self(seed ^ stream.wrapping_mul(0xd605_bbb5_8c8a_bc03))
    }

    /// Any number.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Any number of 32 bits.
    pub(crate) fn u32(&mut self) -> u32 {
        (self.next() >> 32) as u32
    }

    /// Any number of 16 bits.
    pub(crate) fn u16(&mut self) -> u16 {
        (self.next() >> 48) as u16
    }

    /// A number below `end`, each as likely.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(end)) >> 64) as u64
    }

    /// A number of a range, each as likely.
    pub(crate) fn within(&mut self, range: RangeInclusive<u64>) -> u64 {
        range.start() + self.below(range.end() - range.start() + 1)
    }

    /// True in so many of 10 000 cases.
    pub(crate) fn chance(&mut self, of_ten_thousand: u64) -> bool {
        self.below(10_000) < of_ten_thousand
    }

    /// A number below `end`, small ones far more often.
    pub(crate) fn mostly_small(&mut self, end: u64) -> u64 {
        let first = self.below(end);
        let second = self.below(first + 1);
        self.below(second + 1)
    }

    /// A size from `least` up to `least` doubled so many times: small ones often, large ones now and then.
    pub(crate) fn size(&mut self, least: usize, doublings: u64) -> usize {
        let base = least << self.mostly_small(doublings + 1);
        base + self.below(base as u64) as usize
    }

    /// One of several.
    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len() as u64) as usize]
    }

    /// Appends so many random bytes.
    pub(crate) fn fill(&mut self, out: &mut Vec<u8>, len: usize) {
        let end = out.len() + len;
        while out.len() < end {
            let bytes = self.next().to_le_bytes();
            out.extend_from_slice(&bytes[..bytes.len().min(end - out.len())]);
        }
    }
}
