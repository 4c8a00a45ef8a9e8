//! Frames and bytes in each interval.

use std::{collections::BTreeMap, time::Duration};

use strato_filter_lang::schema::FieldId;

use super::{Cell, Table, Tap};
use crate::{frame::Frame, proto::dissect::Dissection};

/// Empty intervals between two others are told, but not more than these: clocks jump.
const MAX_EMPTY: i128 = 100_000;

/// Counts by time after the first frame.
#[derive(Debug)]
pub(super) struct Io {
    interval_ns: i128,
    first_ns: Option<i128>,
    last_ns: i128,
    /// Frames and bytes, by the number of the interval.
    intervals: BTreeMap<i128, (u64, u64)>,
}

impl Io {
    /// Intervals of this length; at least a nanosecond.
    pub(super) fn new(interval: Duration) -> Self {
        let interval_ns = i128::try_from(interval.as_nanos()).unwrap_or(i128::MAX).max(1);
        Self { interval_ns, first_ns: None, last_ns: 0, intervals: BTreeMap::new() }
    }
}

impl Tap for Io {
    fn fields(&self) -> Vec<FieldId> {
        Vec::new()
    }

    fn frame(&mut self, frame: &Frame<'_>, _: &Dissection<'_>) {
        let Some(now) = frame.timestamp_ns else { return };
        let since = now - *self.first_ns.get_or_insert(now);
        self.last_ns = self.last_ns.max(since);
        let (frames, bytes) = self.intervals.entry(since.div_euclid(self.interval_ns)).or_default();
        *frames += 1;
        *bytes += u64::from(frame.original_len);
    }

    fn tables(&self) -> Vec<Table> {
        let mut rows = Vec::new();
        let mut next = None;
        for (number, (frames, bytes)) in &self.intervals {
            let from = next.filter(|next| number - next <= MAX_EMPTY).unwrap_or(*number);
            for empty in from..*number {
                rows.push(self.row(empty, 0, 0));
            }
            rows.push(self.row(*number, *frames, *bytes));
            next = Some(number + 1);
        }
        vec![Table {
            name: "io".to_owned(),
            title: "Frames and bytes over time".to_owned(),
            columns: vec![("start", "Start"), ("end", "End"), ("frames", "Frames"), ("bytes", "Bytes")],
            rows,
        }]
    }
}

impl Io {
    fn row(&self, number: i128, frames: u64, bytes: u64) -> Vec<Cell> {
        let start = number.saturating_mul(self.interval_ns);
        let end = start.saturating_add(self.interval_ns);
        vec![Cell::Time(start), Cell::Time(end), Cell::Count(frames), Cell::Count(bytes)]
    }
}
