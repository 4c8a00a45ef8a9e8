//! A filter ready to run over a capture.

mod pass;
mod preview;
mod rest;

use std::{
    io,
    ops::AddAssign,
    path::Path,
    time::{Duration, Instant},
};

use strato_filter_lang::{bind, compile, diag::Diagnostic, ir::Ir, ir::visit, macros::Macros, schema::FieldId};

pub use self::pass::Then;
pub(crate) use self::rest::selects;
use self::{preview::Preview, rest::Rest};
use crate::{
    error::ReadError,
    exec::{Session, Sessions},
    frame::Frame,
    parallel::{self, Judge, Taker, Wanted},
    proto::{
        dissect::{Buffers, Dissection},
        plan::{Ask, Plan},
        registry,
        tcp::GivenUp,
    },
    read::{Border, Item, RawBlock, Reader},
    stage1::{First, Route, Stage1},
};

/// Bytes that a scan by several threads should cover: less is done before they have started.
const WORTH_A_SCAN: u64 = 4 * 1024 * 1024;

/// Who judges frames.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Backend {
    /// Machine code, as far as that goes.
    #[default]
    Jit,
    /// The reference interpreter, over every frame dissected.
    Interpreter,
}

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Frames judged.
    pub frames: u64,
    /// Their captured bytes.
    pub bytes: u64,
    /// Frames that stage 1 rejected.
    pub stage1_no: u64,
    /// Frames that stage 1 selected.
    pub stage1_yes: u64,
    /// Frames of which only their conversation was followed.
    pub followed: u64,
    /// Frames that were dissected.
    pub dissected: u64,
    /// Frames that were selected.
    pub selected: u64,
    /// Time that dissecting and stage 2 took; only measured when asked for.
    pub dissecting: Duration,
}

impl AddAssign for Stats {
    fn add_assign(&mut self, other: Self) {
        self.frames += other.frames;
        self.bytes += other.bytes;
        self.stage1_no += other.stage1_no;
        self.stage1_yes += other.stage1_yes;
        self.followed += other.followed;
        self.dissected += other.dissected;
        self.selected += other.selected;
        self.dissecting += other.dissecting;
    }
}

/// What is known of a frame that was come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Judged {
    /// It is not selected.
    No,
    /// Stage 1 says so.
    Stage1(First),
    /// It was dissected, and is selected.
    Selected,
    /// It is not selected, but frames after it may depend on it.
    Learn,
}

/// What a query is compiled with.
#[derive(Clone, Debug, Default)]
pub struct QueryOptions {
    /// Macros that the filter may call.
    pub macros: Macros,
    /// Fields that are read besides those of the filter.
    pub fields: Vec<FieldId>,
    /// What is read of each frame besides fields.
    pub ask: Ask,
    /// Who judges.
    pub backend: Backend,
    /// Measure how long dissecting takes.
    pub timed: bool,
    /// Threads that [`Query::scan`] may work with; 0 is one.
    pub threads: usize,
    /// Bytes that one of them judges at a time, however short the capture; 0 is what is best for long ones.
    pub part: u32,
}

/// A compiled filter with the state of its run.
pub struct Query {
    ir: Ir,
    sessions: Sessions,
    ask: Ask,
    stage1: Option<Stage1>,
    /// What judges beforehand, where every frame is dissected.
    preview: Option<Preview>,
    /// What stage 1 said of a frame that was not passed over, by its number.
    judged: Option<(u64, Judged)>,
    buffers: Buffers,
    backend: Backend,
    timed: bool,
    threads: usize,
    part: u32,
    /// Threads that worked.
    worked: usize,
    /// Offset in the capture before which threads are not worth starting.
    scan_from: u64,
    /// Fields that are read of selected frames.
    shown: Vec<FieldId>,
    stats: Stats,
    compiling: Duration,
    /// What was handed to [`Self::secrets`].
    secrets: Vec<u8>,
    warnings: Vec<Diagnostic>,
}

impl Query {
    /// Compiles a filter.
    ///
    /// # Errors
    /// All that is wrong with the filter's text.
    pub fn compile(filter: &str, options: QueryOptions) -> Result<Self, Vec<Diagnostic>> {
        let start = Instant::now();
        let compiled = compile(filter, registry::schema(), &options.macros)?;
        let shown = options.fields;
        let fields = visit::fields(&compiled.ir).into_iter().chain(shown.iter().copied());
        let sessions = Sessions::new(Plan::new(fields, options.ask.clone()));
        let ask = options.ask;
        let mut query = Self {
            ir: compiled.ir,
            sessions,
            ask,
            stage1: None,
            preview: None,
            judged: None,
            buffers: Buffers::default(),
            backend: options.backend,
            timed: options.timed,
            threads: options.threads.max(1),
            part: options.part,
            worked: 1,
            scan_from: 0,
            shown,
            stats: Stats::default(),
            compiling: Duration::ZERO,
            secrets: Vec::new(),
            warnings: compiled.warnings,
        };
        query.make_code();
        if query.threads > 1 && query.stage1.as_ref().is_some_and(Stage1::follows_streams) {
            query.sessions.split(query.threads);
        }
        query.compiling = start.elapsed();
        Ok(query)
    }

    /// Makes stage 1 of the filter as it is now.
    fn make_code(&mut self) {
        self.judged = None;
        self.stage1 = match self.backend {
            // What has no machine code is interpreted: slower, and the same.
            Backend::Jit => Stage1::new(&self.ir, self.sessions.plan(), &self.shown).ok().flatten(),
            Backend::Interpreter => None,
        };
        self.preview = match self.stage1 {
            None if self.backend == Backend::Jit => Preview::new(&self.ir, self.sessions.plan(), &self.ask),
            _ => None,
        };
        if !self.secrets.is_empty() {
            self.secrets_came();
        }
    }

    /// Secrets are known, of which stage 1 must know.
    fn secrets_came(&mut self) {
        let preview = self.preview.as_mut().map(Preview::stage1);
        self.stage1.as_mut().into_iter().chain(preview).for_each(Stage1::secrets);
    }

    /// What the run did so far.
    pub fn stats(&self) -> Stats {
        self.stats
    }

    /// What was given up because more would not have been bounded: answers may lack what it would have shown.
    pub fn given_up(&self) -> GivenUp {
        self.sessions.given_up()
    }

    /// Facts of the first pass for which there was no room: answers lack them.
    pub fn lost(&self) -> u64 {
        self.sessions.lost()
    }

    /// Time from the filter's text to machine code.
    pub fn compiling(&self) -> Duration {
        self.compiling
    }

    /// Stage 1 of the filter, where it has one.
    pub fn stage1(&self) -> Option<&Stage1> {
        self.stage1.as_ref()
    }

    /// Warnings about the filter.
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    /// The filter as the backends see it.
    pub fn ir(&self) -> &Ir {
        &self.ir
    }

    /// Binds `${field}` to the values in frame `number` of a capture; `false` when there is no such frame.
    pub fn bind_to_frame(&mut self, capture: &Path, number: u64) -> bool {
        let ask = Ask { tree: false, columns: false, ..self.ask.clone() };
        let mut session = Session::new(Plan::new(visit::fields(&self.ir), ask));
        session.secrets(&self.secrets);
        let Ok(mut reader) = Reader::open(capture) else { return false };
        while let Ok(Some(item)) = reader.next() {
            let frame = match item {
                Item::Frame(frame) => frame,
                Item::Block(block) => {
                    session.block(&block);
                    continue;
                }
            };
            let found = frame.number == number;
            let bound =
                session.with(&frame, |dissection| found.then(|| bind::bind(&self.ir, registry::schema(), dissection)));
            if let Some(ir) = bound {
                self.ir = ir;
                self.make_code();
                return true;
            }
        }
        false
    }

    /// Starts the first of two passes over a capture: what frames tell of those before them is kept for the second.
    pub fn first_pass(&mut self) {
        self.sessions.each().for_each(Session::first_pass);
    }

    /// Goes back before the first frame: from now on each is known as far as the first pass showed it.
    pub fn second_pass(&mut self) {
        self.sessions.each().for_each(Session::second_pass);
        self.sessions.secrets(&self.secrets);
        self.stats = Stats::default();
        self.scan_from = 0;
        self.make_code();
    }

    /// Learns from a block between frames: secrets decrypt the frames after it.
    pub fn block(&mut self, block: &RawBlock<'_>) {
        self.sessions.block(block);
        if block.tls_secrets().is_some() {
            self.secrets_came();
        }
    }

    /// Adds TLS secrets in the form of NSS' key log (`SSLKEYLOGFILE`).
    pub fn secrets(&mut self, log: &[u8]) {
        self.sessions.secrets(log);
        self.secrets.extend_from_slice(log);
        if !log.is_empty() {
            self.secrets_came();
        }
    }

    /// Whether several threads can share the work on a capture.
    pub fn is_shared(&self) -> bool {
        self.threads > 1 && self.stage1.is_some()
    }

    /// Threads that worked so far.
    pub fn worked(&self) -> usize {
        self.worked
    }

    /// Judges the rest of a file, or much of it, with several threads, and hands on what is selected; `false` if that
    /// cannot be. What must be looked at then is the reader's next item.
    ///
    /// # Errors
    /// [`ReadError::Input`]: a thread that cannot be started, a file that cannot be read.
    pub fn scan(&mut self, reader: &mut Reader, wanted: Wanted<'_>, taker: &mut dyn Taker) -> Result<bool, ReadError> {
        let (true, Some(stage1)) = (self.threads > 1, &self.stage1) else { return Ok(false) };
        let (part, worth) = if self.part == 0 { (parallel::PART, WORTH_A_SCAN) } else { (self.part, 1) };
        let Some(rest) = reader.rest(worth) else { return Ok(false) };
        let start = rest.start();
        if start.offset < self.scan_from {
            return Ok(false);
        }
        self.judged = None;
        self.worked = self.threads;
        let (sessions, threads, timed) = (&mut self.sessions, self.threads, self.timed);
        let judge = Judge { ir: &self.ir, stage1, sessions, threads, part, timed };
        let (stats, end) = parallel::run(&rest, judge, wanted, taker).map_err(|error| failed(error, start))?;
        self.stats += stats;
        if let Some(end) = end {
            // Where much must be looked at one by one, starting threads again and again costs more than it brings.
            let short = end.offset - start.offset < worth;
            self.scan_from = if short { end.offset + worth } else { 0 };
            reader.resume(end).map_err(|error| failed(error, end))?;
        }
        Ok(true)
    }

    /// Whether the filter selects the next frame. Frames must come in the order of the capture.
    #[inline]
    pub fn matches(&mut self, frame: &Frame<'_>) -> bool {
        match self.first(frame) {
            Judged::No | Judged::Stage1(First::No) => false,
            Judged::Learn => self.learn(frame),
            Judged::Selected | Judged::Stage1(First::Yes) => true,
            Judged::Stage1(First::More(route)) => self.dissect(frame, route, None, |_| ()).is_some(),
        }
    }

    /// Lets `look` read the next frame if the filter selects it. Frames must come in the order of the capture.
    pub fn select<R>(&mut self, frame: &Frame<'_>, look: impl FnOnce(&Dissection<'_>) -> R) -> Option<R> {
        match self.first(frame) {
            Judged::No | Judged::Stage1(First::No) => None,
            Judged::Learn => {
                self.learn(frame);
                None
            }
            Judged::Selected | Judged::Stage1(First::Yes) => self.shown(frame, look),
            Judged::Stage1(First::More(route)) => self.dissect(frame, route, None, look),
        }
    }

    /// What is known of a frame before it is dissected.
    #[inline]
    fn first(&mut self, frame: &Frame<'_>) -> Judged {
        self.stats.frames += 1;
        self.stats.bytes += frame.data.len() as u64;
        let judged = match (self.judged.take(), &mut self.stage1) {
            (Some((number, judged)), _) if number == frame.number => judged,
            (_, Some(stage1)) => Judged::Stage1(stage1.judge_frame(frame)),
            (_, None) if self.preview.as_mut().is_some_and(|preview| preview.rejects(frame)) => Judged::Learn,
            (_, None) => Judged::Stage1(First::More(Route::All)),
        };
        match judged {
            Judged::Stage1(First::No) => self.stats.stage1_no += 1,
            Judged::Stage1(First::Yes) => {
                self.stats.stage1_yes += 1;
                self.stats.selected += 1;
            }
            Judged::Selected => self.stats.selected += 1,
            Judged::No | Judged::Learn | Judged::Stage1(First::More(_)) => {}
        }
        judged
    }

    /// Dissects a frame that is not selected, for those after it.
    fn learn(&mut self, frame: &Frame<'_>) -> bool {
        let start = self.timed.then(Instant::now);
        if let Some(preview) = &self.preview {
            self.sessions.learn(preview.plan(), frame);
        }
        self.stats.dissected += 1;
        if let Some(start) = start {
            self.stats.dissecting += start.elapsed();
        }
        false
    }

    /// Reads what is shown of a frame that stage 1 selected, by the layers that it found if that is enough.
    fn shown<R>(&mut self, frame: &Frame<'_>, look: impl FnOnce(&Dissection<'_>) -> R) -> Option<R> {
        let mut found = Dissection::empty(std::mem::take(&mut self.buffers));
        let read = self.stage1.as_ref().is_some_and(|stage1| stage1.read(frame, &mut found.occurrences));
        if !read {
            self.buffers = found.into_buffers();
            return self.dissect(frame, Route::Any, Some(true), look);
        }
        let result = look(&found);
        self.buffers = found.into_buffers();
        Some(result)
    }

    /// Dissects a frame and judges it, unless that is `known`.
    fn dissect<R>(
        &mut self,
        frame: &Frame<'_>,
        route: Route,
        known: Option<bool>,
        look: impl FnOnce(&Dissection<'_>) -> R,
    ) -> Option<R> {
        let Self { ir, sessions, stats, timed, .. } = self;
        let mut rest = Rest { ir, sessions, stats, timed: *timed, whole: true };
        let result = rest.dissect(self.stage1.as_ref(), frame, route, known, look);
        if result.is_some() {
            self.stats.selected += u64::from(known.is_none());
        }
        result
    }
}

/// The file cannot be read on from a border.
fn failed(source: io::Error, at: Border) -> ReadError {
    ReadError::Input { source, offset: at.offset, frames: at.frames }
}
