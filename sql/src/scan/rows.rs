//! Batches of what several threads select, in the order of the capture.

use std::{any::Any, ops::ControlFlow};

use datafusion::arrow::{
    array::RecordBatch,
    compute::{concat_batches, interleave_record_batch},
    error::ArrowError,
};
use strato_engine::{
    frame::Frame,
    parallel::{Rows, Selected, Taker},
    proto::dissect::Dissection,
};

use crate::fill::Fill;

/// Columns that one thread fills.
struct OfThread {
    fill: Fill,
    /// Time of the capture's first frame.
    first_ns: Option<i128>,
}

/// Begins columns like these.
pub(super) fn begin(pattern: &Fill, first_ns: Option<i128>) -> Box<dyn Rows> {
    Box::new(OfThread { fill: pattern.fork(), first_ns })
}

impl Rows for OfThread {
    fn frame(&mut self, frame: &Frame<'_>, found: &Dissection<'_>) {
        self.fill.frame(frame, found, self.first_ns);
    }
}

/// Takes what threads select, and hands on batches that are large enough.
pub(super) struct Batches<'s> {
    fill: &'s mut Fill,
    hand_on: &'s mut dyn FnMut(RecordBatch) -> bool,
    /// Rows of a batch.
    batch: usize,
    left: &'s mut usize,
    stop: fn() -> bool,
    ready: Vec<RecordBatch>,
    rows: usize,
    enough: bool,
    error: Option<ArrowError>,
}

impl<'s> Batches<'s> {
    /// Takes up to `left` rows; `fill` learns what becomes of them.
    pub(super) fn new(
        fill: &'s mut Fill,
        hand_on: &'s mut dyn FnMut(RecordBatch) -> bool,
        batch: usize,
        left: &'s mut usize,
        stop: fn() -> bool,
    ) -> Self {
        Self { fill, hand_on, batch, left, stop, ready: Vec::new(), rows: 0, enough: false, error: None }
    }

    /// Hands on the rest; whether nobody wants more.
    pub(super) fn end(mut self) -> Result<bool, ArrowError> {
        match self.error.take() {
            Some(error) => Err(error),
            None => self.flush().map(|()| self.enough),
        }
    }

    /// Adds the rows of a part, which threads filled.
    fn add(&mut self, rows: Vec<Box<dyn Rows>>, order: &[(usize, usize)]) -> Result<(), ArrowError> {
        if self.fill.rows() > 0 {
            // They came before.
            self.rows += self.fill.rows();
            self.ready.push(self.fill.batch()?);
        }
        let mut batches = Vec::with_capacity(rows.len());
        for rows in rows {
            let Ok(mut of_thread) = (rows as Box<dyn Any>).downcast::<OfThread>() else { continue };
            batches.push(of_thread.fill.batch()?);
            self.fill.learn(&of_thread.fill);
        }
        let batch = match batches.as_slice() {
            [one] => one.clone(),
            _ => interleave_record_batch(&batches.iter().collect::<Vec<_>>(), order)?,
        };
        let taken = batch.num_rows().min(*self.left);
        *self.left -= taken;
        self.rows += taken;
        self.ready.push(batch.slice(0, taken));
        if self.rows >= self.batch { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), ArrowError> {
        let Some(first) = self.ready.first() else { return Ok(()) };
        let whole = concat_batches(&first.schema(), &self.ready)?;
        self.ready.clear();
        self.rows = 0;
        self.enough |= !(self.hand_on)(whole);
        Ok(())
    }

    fn flow(&self) -> ControlFlow<()> {
        if self.enough || *self.left == 0 || (self.stop)() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

impl Taker for Batches<'_> {
    fn take(&mut self, selected: &Selected<'_>) -> ControlFlow<()> {
        // Nothing is read of them: they are only counted.
        let frames = usize::try_from(selected.frames).unwrap_or(usize::MAX).min(*self.left);
        *self.left -= frames;
        self.fill.count(frames);
        match self.fill.batch() {
            Ok(batch) => self.enough |= !(self.hand_on)(batch),
            Err(error) => {
                self.error = Some(error);
                return ControlFlow::Break(());
            }
        }
        self.flow()
    }

    fn rows(&mut self, rows: Vec<Box<dyn Rows>>, order: &[(usize, usize)]) -> ControlFlow<()> {
        match self.add(rows, order) {
            Ok(()) => self.flow(),
            Err(error) => {
                self.error = Some(error);
                ControlFlow::Break(())
            }
        }
    }

    fn progress(&mut self, _position: u64) -> ControlFlow<()> {
        self.flow()
    }
}
