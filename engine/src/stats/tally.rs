//! Counting by name, and times.

use std::{collections::BTreeMap, hash::Hash};

use rustc_hash::FxHashMap;

use super::{Cell, Table};

/// How often each of some things occurred.
#[derive(Debug)]
pub(super) struct Tally<K> {
    counts: FxHashMap<K, u64>,
    total: u64,
}

impl<K> Default for Tally<K> {
    fn default() -> Self {
        Self { counts: FxHashMap::default(), total: 0 }
    }
}

impl<K: Hash + Ord> Tally<K> {
    pub(super) fn add(&mut self, thing: K) {
        *self.counts.entry(thing).or_default() += 1;
        self.total += 1;
    }

    /// The things with their counts, the most frequent first.
    pub(super) fn sorted(&self) -> Vec<(&K, u64)> {
        let mut rows: Vec<_> = self.counts.iter().map(|(thing, count)| (thing, *count)).collect();
        rows.sort_unstable_by(|(a, count_a), (b, count_b)| count_b.cmp(count_a).then_with(|| a.cmp(b)));
        rows
    }

    /// A table of them, with the share of each.
    pub(super) fn table(
        &self,
        name: &str,
        title: &str,
        column: (&'static str, &'static str),
        show: impl Fn(&K) -> String,
    ) -> Table {
        let share = |count| Cell::Share(count as f64 / self.total.max(1) as f64);
        let row = |(thing, count)| vec![Cell::Text(show(thing)), Cell::Count(count), share(count)];
        Table {
            name: name.to_owned(),
            title: title.to_owned(),
            columns: vec![column, ("count", "Count"), ("share", "Share")],
            rows: self.sorted().into_iter().map(row).collect(),
        }
    }
}

/// Durations: how many, and how long.
#[derive(Debug, Default)]
pub(super) struct Times {
    /// By length, nanoseconds.
    lengths: BTreeMap<i128, u64>,
    count: u64,
    sum: i128,
}

impl Times {
    pub(super) fn add(&mut self, ns: i128) {
        *self.lengths.entry(ns).or_default() += 1;
        self.count += 1;
        self.sum = self.sum.saturating_add(ns);
    }

    /// The length that so many of a thousand do not exceed.
    fn quantile(&self, of_1000: u64) -> Cell {
        let rank = (self.count * of_1000).div_ceil(1000).max(1);
        let mut seen = 0;
        let found = self.lengths.iter().find(|(_, count)| {
            seen += **count;
            seen >= rank
        });
        found.map_or(Cell::None, |(ns, _)| Cell::Time(*ns))
    }

    /// A table of one row.
    pub(super) fn table(&self, name: &str, title: &str) -> Table {
        let mean = self.sum.checked_div(i128::from(self.count)).map_or(Cell::None, Cell::Time);
        let row = vec![
            Cell::Count(self.count),
            self.quantile(0),
            mean,
            self.quantile(500),
            self.quantile(950),
            self.quantile(990),
            self.quantile(1000),
        ];
        Table {
            name: name.to_owned(),
            title: title.to_owned(),
            columns: vec![
                ("count", "Count"),
                ("min", "Min"),
                ("mean", "Mean"),
                ("p50", "p50"),
                ("p95", "p95"),
                ("p99", "p99"),
                ("max", "Max"),
            ],
            rows: if self.count > 0 { vec![row] } else { Vec::new() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_lengths_that_occurred() {
        let mut times = Times::default();
        (1..=100).for_each(|ns| times.add(ns));
        let row = &times.table("t", "T").rows[0];
        let expected = [1, 50, 50, 95, 99, 100].map(Cell::Time);
        assert_eq!(row[1..], expected);
        assert!(Times::default().table("t", "T").rows.is_empty());
    }
}
