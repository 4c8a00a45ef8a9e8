//! A filter ready to run over a capture.

use std::{
    ops::AddAssign,
    path::Path,
    time::{Duration, Instant},
};

use strato_filter_jit::Verdict;
use strato_filter_lang::{
    bind, compile, diag::Diagnostic, interpret::interpret, ir::Ir, ir::visit, macros::Macros, schema::FieldId,
};

use crate::{
    exec::Session,
    frame::Frame,
    proto::{
        dissect::{Buffers, Dissection},
        plan::{Ask, Plan},
        registry,
        tcp::GivenUp,
    },
    read::{Item, RawBlock, Reader},
    stage1::Stage1,
};

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
        self.dissected += other.dissected;
        self.selected += other.selected;
        self.dissecting += other.dissecting;
    }
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
}

/// A compiled filter with the state of its run.
pub struct Query {
    ir: Ir,
    session: Session,
    ask: Ask,
    stage1: Option<Stage1>,
    /// What stage 1 said of a frame that was not passed over, by its number.
    judged: Option<(u64, Verdict)>,
    buffers: Buffers,
    backend: Backend,
    timed: bool,
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
        let session = Session::new(Plan::new(fields, options.ask.clone()));
        let ask = options.ask;
        let mut query = Self {
            ir: compiled.ir,
            session,
            ask,
            stage1: None,
            judged: None,
            buffers: Buffers::default(),
            backend: options.backend,
            timed: options.timed,
            shown,
            stats: Stats::default(),
            compiling: Duration::ZERO,
            secrets: Vec::new(),
            warnings: compiled.warnings,
        };
        query.make_code();
        query.compiling = start.elapsed();
        Ok(query)
    }

    /// Makes stage 1 of the filter as it is now.
    fn make_code(&mut self) {
        self.judged = None;
        self.stage1 = match self.backend {
            // What has no machine code is interpreted: slower, and the same.
            Backend::Jit => Stage1::new(&self.ir, self.session.plan(), &self.shown).ok().flatten(),
            Backend::Interpreter => None,
        };
        if let (Some(stage1), false) = (&mut self.stage1, self.secrets.is_empty()) {
            stage1.secrets();
        }
    }

    /// What the run did so far.
    pub fn stats(&self) -> Stats {
        self.stats
    }

    /// What was given up because more would not have been bounded: answers may lack what it would have shown.
    pub fn given_up(&self) -> GivenUp {
        self.session.given_up()
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

    /// Learns from a block between frames: secrets decrypt the frames after it.
    pub fn block(&mut self, block: &RawBlock<'_>) {
        self.session.block(block);
        if let (Some(stage1), Some(_)) = (&mut self.stage1, block.tls_secrets()) {
            stage1.secrets();
        }
    }

    /// Adds TLS secrets in the form of NSS' key log (`SSLKEYLOGFILE`).
    pub fn secrets(&mut self, log: &[u8]) {
        self.session.secrets(log);
        self.secrets.extend_from_slice(log);
        if let (Some(stage1), false) = (&mut self.stage1, log.is_empty()) {
            stage1.secrets();
        }
    }

    /// Passes over the frames in memory that the filter rejects, and with `count` over up to so many that it selects;
    /// says how many those were. What must be looked at is the reader's next item.
    pub fn pass(&mut self, reader: &mut Reader, count: u64) -> u64 {
        let Some(stage1) = &mut self.stage1 else { return 0 };
        let (stats, judged) = (&mut self.stats, &mut self.judged);
        let mut selected = 0;
        reader.pass(|packet| {
            let verdict = stage1.judge(packet);
            let passed = match verdict {
                Verdict::No => true,
                Verdict::Yes => selected < count,
                Verdict::More => false,
            };
            if passed {
                stats.frames += 1;
                stats.bytes += packet.data.len() as u64;
                selected += u64::from(verdict == Verdict::Yes);
                stats.stage1_no += u64::from(verdict == Verdict::No);
            } else {
                *judged = Some((packet.number, verdict));
            }
            passed
        });
        self.stats.stage1_yes += selected;
        self.stats.selected += selected;
        selected
    }

    /// Whether the filter selects the next frame. Frames must come in the order of the capture.
    #[inline]
    pub fn matches(&mut self, frame: &Frame<'_>) -> bool {
        match self.first(frame) {
            Verdict::No => false,
            Verdict::Yes => true,
            Verdict::More => self.dissect(frame, None, |_| ()).is_some(),
        }
    }

    /// Lets `look` read the next frame if the filter selects it. Frames must come in the order of the capture.
    pub fn select<R>(&mut self, frame: &Frame<'_>, look: impl FnOnce(&Dissection<'_>) -> R) -> Option<R> {
        match self.first(frame) {
            Verdict::No => None,
            Verdict::Yes => self.shown(frame, look),
            Verdict::More => self.dissect(frame, None, look),
        }
    }

    /// What stage 1 says.
    #[inline]
    fn first(&mut self, frame: &Frame<'_>) -> Verdict {
        self.stats.frames += 1;
        self.stats.bytes += frame.data.len() as u64;
        let verdict = match (self.judged.take(), &mut self.stage1) {
            (Some((number, verdict)), _) if number == frame.number => verdict,
            (_, Some(stage1)) => stage1.judge_frame(frame),
            (_, None) => Verdict::More,
        };
        match verdict {
            Verdict::No => self.stats.stage1_no += 1,
            Verdict::Yes => {
                self.stats.stage1_yes += 1;
                self.stats.selected += 1;
            }
            Verdict::More => {}
        }
        verdict
    }

    /// Reads what is shown of a frame that stage 1 selected, by the layers that it found if that is enough.
    fn shown<R>(&mut self, frame: &Frame<'_>, look: impl FnOnce(&Dissection<'_>) -> R) -> Option<R> {
        let mut found = Dissection::empty(std::mem::take(&mut self.buffers));
        let read = self.stage1.as_ref().is_some_and(|stage1| stage1.read(frame, &mut found.occurrences));
        if !read {
            self.buffers = found.into_buffers();
            return self.dissect(frame, Some(true), look);
        }
        let result = look(&found);
        self.buffers = found.into_buffers();
        Some(result)
    }

    /// Dissects a frame and judges it, unless that is `known`.
    fn dissect<R>(
        &mut self,
        frame: &Frame<'_>,
        known: Option<bool>,
        look: impl FnOnce(&Dissection<'_>) -> R,
    ) -> Option<R> {
        self.stats.dissected += 1;
        let start = self.timed.then(Instant::now);
        let (ir, stage1) = (&self.ir, &self.stage1);
        let judge = |dissection: &Dissection<'_>| match stage1 {
            Some(stage1) => stage1.compiled().stage2(dissection),
            None => interpret(ir, registry::schema(), dissection),
        };
        let result = self.session.with(frame, |dissection| {
            let selected = known.unwrap_or_else(|| judge(dissection));
            selected.then(|| look(dissection))
        });
        if let Some(start) = start {
            self.stats.dissecting += start.elapsed();
        }
        if result.is_some() {
            self.stats.selected += u64::from(known.is_none());
            self.session.displayed(frame);
        }
        result
    }
}
