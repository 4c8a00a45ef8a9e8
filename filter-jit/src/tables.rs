//! Sets too large for comparisons.

/// Intervals found by the high bits of a number, then by halving what shares them.
#[derive(Debug)]
pub(crate) struct Ranges {
    intervals: Box<[(u64, u64)]>,
    least: u64,
    greatest: u64,
    /// Bits of the distance from `least` that are dropped to find the bucket.
    shift: u32,
    /// The first interval that ends in the bucket or behind it; one more than there are buckets.
    buckets: Box<[u32]>,
}

impl Ranges {
    /// Intervals in order and apart.
    pub(crate) fn new(intervals: Vec<(u64, u64)>) -> Self {
        let least = intervals.first().map_or(0, |interval| interval.0);
        let greatest = intervals.last().map_or(0, |interval| interval.1);
        // About two buckets an interval.
        let wanted = (intervals.len() * 2).next_power_of_two().ilog2();
        let shift = (u64::BITS - (greatest - least).leading_zeros()).saturating_sub(wanted);
        let count = ((greatest - least) >> shift) as usize + 1;
        let mut buckets = vec![intervals.len() as u32; count + 1];
        let mut next = 0;
        for (bucket, first) in buckets.iter_mut().enumerate().take(count) {
            let start = least + ((bucket as u64) << shift);
            while intervals.get(next).is_some_and(|interval| interval.1 < start) {
                next += 1;
            }
            *first = next as u32;
        }
        Self { intervals: intervals.into(), least, greatest, shift, buckets: buckets.into() }
    }

    /// Whether a number lies in one of them.
    #[inline]
    pub(crate) fn contains(&self, number: u64) -> bool {
        if number < self.least || number > self.greatest {
            return false;
        }
        let bucket = ((number - self.least) >> self.shift) as usize;
        let first = self.buckets.get(bucket).copied().unwrap_or_default() as usize;
        // The next bucket's first interval may start in this one.
        let last = self.buckets.get(bucket + 1).map_or(self.intervals.len(), |next| *next as usize + 1);
        let here = self.intervals.get(first..last.min(self.intervals.len())).unwrap_or_default();
        let at = here.partition_point(|interval| interval.1 < number);
        here.get(at).is_some_and(|interval| interval.0 <= number)
    }
}

/// One bit a number.
pub(crate) fn bitmap(intervals: &[(u64, u64)], bits: u32) -> Box<[u8]> {
    let mut map = vec![0u8; 1usize << bits.saturating_sub(3)];
    for number in intervals.iter().flat_map(|(low, high)| *low..=*high) {
        if let Some(byte) = map.get_mut((number >> 3) as usize) {
            *byte |= 1 << (number & 7);
        }
    }
    map.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_the_intervals() {
        let sets: [Vec<(u64, u64)>; 5] = [
            vec![(5, 5)],
            vec![(0, 3), (10, 10), (12, 40), (u64::MAX - 1, u64::MAX)],
            (0..1000).map(|i| (i * 7, i * 7)).collect(),
            (0..100).map(|i| (0x0a00_0000 + i * 3, 0x0a00_0001 + i * 3)).chain([(0xc0a8_0000, 0xc0a8_ffff)]).collect(),
            vec![(0, u64::MAX)],
        ];
        for set in sets {
            let ranges = Ranges::new(set.clone());
            let near = set.iter().flat_map(|(low, high)| {
                [low.wrapping_sub(1), *low, low + (high - low) / 2, *high, high.wrapping_add(1)]
            });
            for number in near {
                let meant = set.iter().any(|(low, high)| (*low..=*high).contains(&number));
                assert_eq!(ranges.contains(number), meant, "{number} in {} intervals", set.len());
            }
        }
    }

    #[test]
    fn bitmaps_have_a_bit_a_number() {
        let map = bitmap(&[(1, 2), (8, 8), (255, 255)], 8);
        assert_eq!(map.len(), 32);
        assert_eq!((map[0], map[1], map[31]), (0b110, 1, 0x80));
    }
}
