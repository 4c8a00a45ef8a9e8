//! Runs the engine over captures and fills columns with what it selects.

mod rows;

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use datafusion::arrow::{array::RecordBatch, datatypes::SchemaRef};
use strato_engine::{
    frame::Frame,
    parallel,
    proto::registry,
    query::{Query, QueryOptions, Then},
    read::{Item, Reader, name_of},
};
use strato_filter_lang::{compile, diag::Diagnostic, ir::Ir};

use self::rows::Batches;
use crate::{
    captures::Captures,
    column::{Column, Source},
    fill::{Fill, fields_of},
};

/// What a scan delivers.
#[derive(Debug)]
pub(crate) struct Wanted {
    pub(crate) captures: Arc<Captures>,
    pub(crate) columns: Vec<Column>,
    pub(crate) schema: SchemaRef,
    /// The display filter of the frames, empty for all.
    pub(crate) filter: String,
    /// Rows after which nothing more is wanted.
    pub(crate) limit: Option<usize>,
    /// Rows of a batch.
    pub(crate) batch: usize,
    /// Threads that may work on a capture.
    pub(crate) threads: usize,
}

/// Why a scan failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ScanError {
    #[error("{0}: {1}")]
    Capture(String, String),
    #[error("the display filter `{0}` does not compile: {1}")]
    Filter(String, String),
    #[error(transparent)]
    Arrow(#[from] datafusion::arrow::error::ArrowError),
}

impl ScanError {
    fn filter(text: &str, errors: &[Diagnostic]) -> Self {
        Self::Filter(text.to_owned(), errors.first().map_or_else(String::new, |error| error.message.clone()))
    }
}

/// Reads all captures and hands batches on, until `hand_on` says `false`.
pub(crate) fn scan(wanted: &Wanted, hand_on: &mut dyn FnMut(RecordBatch) -> bool) -> Result<(), ScanError> {
    let mut left = wanted.limit.unwrap_or(usize::MAX);
    for file in &wanted.captures.files {
        if left == 0 || (wanted.captures.stop)() {
            break;
        }
        let mut one = One::new(wanted, file, left)?;
        if !one.run(hand_on)? {
            break;
        }
        left = one.left;
    }
    Ok(())
}

/// The scan of one capture: streams, references and frame numbers start anew.
struct One<'w> {
    wanted: &'w Wanted,
    file: &'w Path,
    query: Query,
    reader: Reader,
    fill: Fill,
    /// What threads fill is like this; locked once a part.
    pattern: Mutex<Fill>,
    left: usize,
    first_ns: Option<i128>,
}

impl<'w> One<'w> {
    fn new(wanted: &'w Wanted, file: &'w Path, left: usize) -> Result<Self, ScanError> {
        let Wanted { captures, columns, schema, filter, .. } = wanted;
        let filters = filters(columns, captures)?;
        // Frames that are kept come one by one.
        let keeps = columns.iter().any(|column| column.source == Source::Payload);
        let threads = if keeps { 1 } else { wanted.threads };
        let options = QueryOptions { fields: fields_of(columns, &filters), threads, ..captures.options.clone() };
        let mut query = Query::compile(filter, options).map_err(|errors| ScanError::filter(filter, &errors))?;
        query.secrets(&captures.secrets);
        let reader =
            captures.open(file, query.is_shared()).map_err(|error| ScanError::Capture(name_of(file), error))?;
        let mut fill = Fill::new(Arc::clone(schema), columns, file, filters);
        fill.keep(|blocks| blocks.input(&reader));
        let pattern = Mutex::new(fill.fork());
        Ok(Self { wanted, file, query, reader, fill, pattern, left, first_ns: None })
    }

    /// Reads to the end; `false` if nobody wants more.
    fn run(&mut self, hand_on: &mut dyn FnMut(RecordBatch) -> bool) -> Result<bool, ScanError> {
        let counts_only = self.wanted.columns.is_empty();
        let mut started = false;
        while self.left > 0 && !(self.wanted.captures.stop)() {
            if started {
                match self.shared(hand_on)? {
                    Shared::Not => {}
                    Shared::Read => continue,
                    Shared::Enough => return Ok(false),
                    Shared::Damaged => break,
                }
            }
            if started && counts_only {
                let then = Then::Count(self.left.min(self.wanted.batch) as u64);
                let counted = self.query.pass(&mut self.reader, then) as usize;
                self.left -= counted;
                self.fill.count(counted);
            } else if started {
                let Self { query, reader, fill, left, first_ns, .. } = self;
                let batch = self.wanted.batch;
                query.pass_selected(reader, &mut |frame, found| {
                    fill.frame(frame, found, *first_ns);
                    *left -= 1;
                    *left > 0 && fill.rows() < batch
                });
            }
            if self.fill.rows() >= self.wanted.batch && !hand_on(self.fill.batch()?) {
                return Ok(false);
            }
            if self.left == 0 {
                break;
            }
            // What is known is handed on before waiting for more.
            if self.reader.must_wait() && self.fill.rows() > 0 && !hand_on(self.fill.batch()?) {
                return Ok(false);
            }
            match self.reader.next() {
                Ok(Some(Item::Frame(frame))) => {
                    started = true;
                    self.first_ns = self.first_ns.or(frame.timestamp_ns);
                    self.left -= usize::from(select(&mut self.query, &mut self.fill, &frame, self.first_ns));
                }
                Ok(Some(Item::Block(block))) => {
                    self.query.block(&block);
                    self.fill.keep(|blocks| blocks.block(&block));
                }
                Ok(None) => break,
                Err(error) => {
                    self.wanted.captures.damaged(self.file, &error);
                    break;
                }
            }
        }
        self.fill.note(self.wanted.captures.as_ref(), self.file, &self.wanted.columns);
        Ok(self.fill.rows() == 0 || hand_on(self.fill.batch()?))
    }
}

/// What several threads did.
enum Shared {
    /// Nothing: what comes next is for one alone.
    Not,
    /// They read on as far as they could.
    Read,
    /// Nobody wants more.
    Enough,
    /// The capture cannot be read on.
    Damaged,
}

impl One<'_> {
    /// Lets several threads read on.
    fn shared(&mut self, hand_on: &mut dyn FnMut(RecordBatch) -> bool) -> Result<Shared, ScanError> {
        if !self.query.is_shared() {
            return Ok(Shared::Not);
        }
        let counts_only = self.wanted.columns.is_empty();
        let (pattern, first_ns) = (&self.pattern, self.first_ns);
        let begin = || rows::begin(&pattern.lock().unwrap_or_else(PoisonError::into_inner), first_ns);
        let rows = if counts_only { None } else { Some(&begin as parallel::Begin<'_>) };
        let wanted = parallel::Wanted { rows, ..parallel::Wanted::default() };
        let (batch, left, stop) = (self.wanted.batch, &mut self.left, self.wanted.captures.stop);
        let mut batches = Batches::new(&mut self.fill, hand_on, batch, left, stop);
        let scanned = self.query.scan(&mut self.reader, wanted, &mut batches);
        let enough = batches.end()?;
        match scanned {
            _ if enough => Ok(Shared::Enough),
            Ok(true) => Ok(Shared::Read),
            Ok(false) => Ok(Shared::Not),
            Err(error) => {
                self.wanted.captures.damaged(self.file, &error);
                Ok(Shared::Damaged)
            }
        }
    }
}

/// Adds a frame if it is selected.
#[inline]
fn select(query: &mut Query, fill: &mut Fill, frame: &Frame<'_>, first_ns: Option<i128>) -> bool {
    query.select(frame, |found| fill.frame(frame, found, first_ns)).is_some()
}

/// The filters of the columns that answer one.
fn filters(columns: &[Column], captures: &Captures) -> Result<Vec<Ir>, ScanError> {
    let texts = columns.iter().filter_map(|column| match &column.source {
        Source::Filter(text) => Some(text),
        Source::Field(_) | Source::File | Source::Payload => None,
    });
    texts
        .map(|text| {
            let compiled = compile(text, registry::schema(), &captures.options.macros);
            compiled.map(|compiled| compiled.ir).map_err(|errors| ScanError::filter(text, &errors))
        })
        .collect()
}
