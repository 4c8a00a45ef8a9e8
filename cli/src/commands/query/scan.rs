//! The run over the captures.

#[cfg(feature = "sql")]
mod table;

use std::{
    io::{self, BufWriter, IsTerminal, Write},
    ops::ControlFlow,
    path::Path,
    process::ExitCode,
    time::Instant,
};

use anyhow::{Context, anyhow};
use strato_engine::{
    error::{ReadError, WriteError},
    frame::Frame,
    parallel::{Selected, Taker, Wanted},
    proto::dissect::Dissection,
    query::{Query, Then},
    read::{Compression, Item, Reader, name_of},
    write::Writer,
};
use strato_filter_lang::diag::render::render;

use super::{
    Plan,
    first_pass::{first_pass, open},
    output,
    stats::Totals,
};
use crate::{
    commands::{Lost, scan::warn_of_limits},
    interrupt,
    progress::Progress,
    render::{Sink, View, color},
};

/// Answers for all files.
pub(super) fn run(plan: &Plan) -> anyhow::Result<ExitCode> {
    let Some(query) = compile(plan)? else { return Ok(ExitCode::from(1)) };
    if !query.warnings().is_empty() {
        writeln!(anstream::stderr(), "{}", render(&plan.filter, query.warnings(), color::of_messages()))?;
    }
    let writer = match &plan.write {
        Some((path, format)) if path == Path::new("-") => {
            Some(Writer::to_write(io::stdout(), *format, Compression::None)?)
        }
        Some((path, format)) => {
            let made = Writer::create(path, *format);
            Some(made.map_err(|error| anyhow!("{}: {error}", path.display()))?)
        }
        None => None,
    };
    let live = io::stdout().is_terminal();
    // Looking for colours to take out takes a sixth of the time that columns of fields do.
    let styled = live || plan.output.is_styled();
    let out: Box<dyn Write> =
        if styled { Box::new(anstream::AutoStream::auto(io::stdout())) } else { Box::new(io::stdout()) };
    let out = BufWriter::with_capacity(64 * 1024, out);
    let mut run = Run {
        plan,
        out,
        sink: output::sink(plan),
        writer,
        live,
        text: Vec::new(),
        selected: 0,
        totals: Totals::default(),
        answered: false,
        damaged: false,
    };
    let scanned = run.files(query);
    // Also after an error: what was done until then is kept whole.
    let finished = run.finish();
    scanned.and(finished)
}

/// Compiles the filter; `None` when its errors have been told.
fn compile(plan: &Plan) -> anyhow::Result<Option<Query>> {
    match Query::compile(&plan.filter, plan.options()) {
        Ok(mut query) => {
            query.secrets(&plan.secrets);
            Ok(Some(query))
        }
        Err(errors) => {
            writeln!(anstream::stderr(), "{}", render(&plan.filter, &errors, color::of_messages()))?;
            Ok(None)
        }
    }
}

struct Run<'a> {
    plan: &'a Plan,
    out: BufWriter<Box<dyn Write>>,
    sink: Option<Box<dyn Sink>>,
    writer: Option<Writer>,
    /// Results go to a terminal: line by line.
    live: bool,
    /// What is shown of a frame.
    text: Vec<u8>,
    selected: u64,
    totals: Totals,
    /// Some input was a capture.
    answered: bool,
    damaged: bool,
}

impl Run<'_> {
    /// Nobody looks at the frames that are selected.
    fn counts_only(&self) -> bool {
        self.sink.is_none() && self.writer.is_none()
    }

    fn stopped(&self) -> bool {
        interrupt::asked() || self.plan.max.is_some_and(|max| self.selected >= max)
    }

    fn files(&mut self, mut query: Query) -> anyhow::Result<()> {
        if let Some(sink) = &self.sink {
            sink.begin(&mut self.out)?;
        }
        for (i, file) in self.plan.files.iter().enumerate() {
            if self.stopped() {
                break;
            }
            if i > 0 {
                // Each capture is one of its own: streams, references and frame numbers start anew.
                query = compile(self.plan)?.context("the filter compiled before")?;
            }
            self.file(&mut query, file)?;
        }
        Ok(())
    }

    fn file(&mut self, query: &mut Query, file: &Path) -> anyhow::Result<()> {
        #[cfg(feature = "sql")]
        if self.plan.stored.is_table(file) {
            return self.table(file);
        }
        if let Some(number) = self.plan.reference_frame
            && !query.bind_to_frame(file, number)
        {
            return Err(anyhow!("{}: there is no frame {number} for --reference-frame", file.display()));
        }
        if self.plan.two_pass {
            first_pass(self.plan, query, file)?;
        }
        let mut reader = match open(self.plan, query, file) {
            Ok(reader) => reader,
            Err(error) => return self.report(file, &error),
        };
        self.answered = true;
        if let Some(writer) = &mut self.writer {
            writer.input(&reader).map_err(|error| self.plan.lost(error))?;
        }
        let start = Instant::now();
        let read = self.frames(query, &mut reader, file)?;
        let threads = query.worked().max(reader.threads());
        self.totals.add(query, threads, start.elapsed());
        self.flush()?;
        warn_of_limits("query", &name_of(file), query.given_up())?;
        match read {
            Ok(()) => Ok(()),
            Err(error) => self.report(file, &error),
        }
    }

    fn report(&mut self, file: &Path, error: &ReadError) -> anyhow::Result<()> {
        self.damaged = true;
        // What was found before comes before the message.
        self.flush()?;
        writeln!(anstream::stderr(), "strato query: {}: {error}", name_of(file))?;
        Ok(())
    }

    /// Reads the frames; the inner error is that of the capture.
    fn frames(&mut self, query: &mut Query, reader: &mut Reader, file: &Path) -> anyhow::Result<Result<(), ReadError>> {
        let progress = Progress::start(file, reader, self.live && self.sink.is_some());
        let mut first_ns = None;
        while !self.stopped() {
            progress.tick(reader);
            if first_ns.is_some() {
                match self.shared(query, reader, &progress, first_ns)? {
                    Ok(true) => continue,
                    Ok(false) => {}
                    Err(error) => return Ok(Err(error)),
                }
                let then = match (self.counts_only(), &self.sink) {
                    (true, _) => Then::Count(self.plan.max.map_or(u64::MAX, |max| max - self.selected)),
                    (false, None) => Then::Match,
                    (false, Some(_)) => Then::Select,
                };
                self.selected += query.pass(reader, then);
                if self.stopped() {
                    break;
                }
            }
            let must_wait = reader.must_wait();
            if must_wait {
                self.flush()?;
                interrupt::waiting(true);
            }
            let item = reader.next();
            if must_wait {
                interrupt::waiting(false);
            }
            match item {
                Ok(Some(Item::Frame(frame))) => {
                    first_ns = first_ns.or(frame.timestamp_ns);
                    self.frame(query, &frame, first_ns)?;
                }
                Ok(Some(Item::Block(block))) => {
                    query.block(&block);
                    if let Some(writer) = &mut self.writer {
                        writer.block(&block).map_err(|error| self.plan.lost(error))?;
                    }
                }
                Ok(None) => break,
                Err(error) => return Ok(Err(error)),
            }
        }
        Ok(Ok(()))
    }

    fn frame(&mut self, query: &mut Query, frame: &Frame<'_>, first_ns: Option<i128>) -> anyhow::Result<()> {
        match &mut self.sink {
            Some(sink) => {
                let text = &mut self.text;
                text.clear();
                let show = |found: &Dissection<'_>| sink.frame(text, &View::new(frame, found, first_ns));
                let Some(shown) = query.select(frame, show) else { return Ok(()) };
                shown?;
                if self.selected > 0 {
                    self.out.write_all(sink.between().as_bytes())?;
                }
                self.out.write_all(&self.text)?;
                if self.live {
                    self.out.flush()?;
                }
            }
            None if query.matches(frame) => {}
            None => return Ok(()),
        }
        self.selected += 1;
        if let Some(writer) = &mut self.writer {
            writer.frame(frame).map_err(|error| self.plan.lost(error))?;
        }
        Ok(())
    }

    /// Lets several threads judge as much of the rest as they can; `false` if they cannot. The inner error is that of the
    /// capture.
    fn shared(
        &mut self,
        query: &mut Query,
        reader: &mut Reader,
        progress: &Progress,
        first_ns: Option<i128>,
    ) -> anyhow::Result<Result<bool, ReadError>> {
        if self.counts_only() && self.plan.max.is_some() {
            return Ok(Ok(false));
        }
        let sink = self.sink.take();
        let show = |frame: &Frame<'_>, found: &Dissection<'_>, text: &mut Vec<u8>| {
            if let Some(sink) = &sink {
                // Writing into memory does not fail.
                drop(sink.frame(text, &View::new(frame, found, first_ns)));
            }
        };
        let between = sink.as_ref().map_or("", |sink| sink.between());
        let each = self.writer.is_some() || self.plan.max.is_some() || self.live || !between.is_empty();
        let wanted = Wanted { show: sink.is_some().then_some(&show), each, ..Wanted::default() };
        let mut taker = Answers { run: self, progress, between, error: None };
        let scanned = query.scan(reader, wanted, &mut taker);
        let error = taker.error;
        self.sink = sink;
        error.map_or(Ok(()), Err)?;
        Ok(scanned)
    }

    fn flush(&mut self) -> anyhow::Result<()> {
        self.out.flush()?;
        if let Some(writer) = &mut self.writer {
            writer.flush().map_err(|error| self.plan.lost(error))?;
        }
        Ok(())
    }

    fn finish(mut self) -> anyhow::Result<ExitCode> {
        if let Some(sink) = &self.sink {
            sink.end(&mut self.out, self.selected > 0)?;
        }
        if self.plan.count && (self.answered || !self.damaged) {
            writeln!(self.out, "{}", self.selected)?;
        }
        self.out.flush()?;
        if self.plan.stats {
            self.totals.write(&mut anstream::stderr())?;
        }
        if let Some(writer) = self.writer.take() {
            writer.finish().map_err(|error| self.plan.lost(error))?;
        }
        Ok(ExitCode::from(match (interrupt::asked(), self.damaged, self.answered) {
            (true, ..) => interrupt::EXIT_CODE,
            (false, false, _) => 0,
            (false, true, true) => 2,
            (false, true, false) => 1,
        }))
    }
}

/// Takes what several threads selected.
struct Answers<'a, 'r> {
    run: &'a mut Run<'r>,
    progress: &'a Progress,
    between: &'static str,
    error: Option<anyhow::Error>,
}

impl Answers<'_, '_> {
    fn answer(&mut self, selected: &Selected<'_>) -> anyhow::Result<()> {
        let run = &mut *self.run;
        if run.selected > 0 {
            run.out.write_all(self.between.as_bytes())?;
        }
        run.out.write_all(selected.text)?;
        if run.live {
            run.out.flush()?;
        }
        run.selected += selected.frames;
        if let (Some(writer), Some(frame)) = (&mut run.writer, selected.frame) {
            writer.frame(frame).map_err(|error| run.plan.lost(error))?;
        }
        Ok(())
    }
}

impl Taker for Answers<'_, '_> {
    fn take(&mut self, selected: &Selected<'_>) -> ControlFlow<()> {
        self.error = self.answer(selected).err();
        if self.error.is_some() || self.run.stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn progress(&mut self, position: u64) -> ControlFlow<()> {
        self.progress.set(position);
        if self.run.stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

impl Plan {
    /// An error of the capture that is written, with its name.
    fn lost(&self, error: WriteError) -> anyhow::Error {
        match (error, &self.write) {
            (WriteError::Output(error), _) if error.kind() == io::ErrorKind::BrokenPipe => error.into(),
            (error, Some((path, _))) => Lost(format!("{}: {error}", path.display())).into(),
            (error, None) => Lost(error.to_string()).into(),
        }
    }
}
