//! `strato query`.

use std::{
    io::{self, BufWriter, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use strato_engine::{
    error::ReadError,
    frame::Frame,
    proto::{dissect::Dissection, plan::Ask},
    query::{Query, QueryOptions},
    read::{Item, Reader},
};
use strato_filter_lang::diag::render::render;

use crate::render::lines;

/// Arguments of `strato query`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  strato query 'tcp.flags.syn == 1' capture.pcapng\n  \
    strato query --count 'dns.flags.rcode != 0' a.pcap b.pcap.gz\n  tcpdump -w - | strato query 'ip.ttl < 5' -\n\n\
    Exit codes: 0 done; 1 the filter, an option or a file name is wrong; 2 a capture is damaged, what could be read \
    was answered.")]
pub(crate) struct Args {
    /// A display filter; an empty one selects every frame.
    filter: String,
    /// Captures, pcap or pcapng, plain or compressed; `-` for standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Print only how many frames were selected.
    #[arg(long)]
    count: bool,
    /// Stop after so many selected frames.
    #[arg(short = 'c', value_name = "N")]
    max: Option<u64>,
    /// Frame that `${field}` in the filter refers to.
    #[arg(long, value_name = "N")]
    reference_frame: Option<u64>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> io::Result<ExitCode> {
    let mut out = BufWriter::new(anstream::stdout().lock());
    let mut run = Run { args, selected: 0, read_any: false, damaged: false };
    for file in &args.files {
        if let Err(stop) = run.file(file, &mut out)? {
            out.flush()?;
            return Ok(stop);
        }
        if run.full() {
            break;
        }
    }
    if args.count {
        writeln!(out, "{}", run.selected)?;
    }
    out.flush()?;
    Ok(ExitCode::from(match (run.damaged, run.read_any) {
        (false, _) => 0,
        (true, true) => 2,
        (true, false) => 1,
    }))
}

struct Run<'a> {
    args: &'a Args,
    selected: u64,
    read_any: bool,
    damaged: bool,
}

impl Run<'_> {
    fn full(&self) -> bool {
        self.args.max.is_some_and(|max| self.selected >= max)
    }

    /// Answers for one file; `Err` with an exit code when nothing more makes sense.
    fn file(&mut self, file: &Path, out: &mut impl Write) -> io::Result<Result<(), ExitCode>> {
        let ask = Ask { columns: !self.args.count, ..Ask::default() };
        let mut query = match Query::compile(&self.args.filter, QueryOptions { ask, ..QueryOptions::default() }) {
            Ok(query) => query,
            Err(errors) => {
                let color = io::stderr().is_terminal();
                writeln!(anstream::stderr(), "{}", render(&self.args.filter, &errors, color))?;
                return Ok(Err(ExitCode::from(1)));
            }
        };
        if let Some(number) = self.args.reference_frame
            && !query.bind_to_frame(file, number)
        {
            writeln!(anstream::stderr(), "strato query: {}: there is no frame {number}", file.display())?;
            return Ok(Err(ExitCode::from(1)));
        }
        let opened = if file == Path::new("-") { Reader::from_read(Box::new(io::stdin())) } else { Reader::open(file) };
        match opened {
            Ok(reader) => {
                self.read_any = true;
                if let Err(error) = self.frames(&mut query, reader, out)? {
                    self.report(file, &error)?;
                }
            }
            Err(error) => self.report(file, &error)?,
        }
        Ok(Ok(()))
    }

    fn report(&mut self, file: &Path, error: &ReadError) -> io::Result<()> {
        self.damaged = true;
        writeln!(anstream::stderr(), "strato query: {}: {error}", file.display())
    }

    /// Prints the selected frames; the inner error is that of the capture, after what came before it was printed.
    fn frames(
        &mut self,
        query: &mut Query,
        mut reader: Reader,
        out: &mut impl Write,
    ) -> io::Result<Result<(), ReadError>> {
        let mut first_ns = None;
        let live = io::stdout().is_terminal();
        while !self.full() {
            let frame = match reader.next() {
                Ok(Some(Item::Frame(frame))) => frame,
                Ok(Some(Item::Block(_))) => continue,
                Ok(None) => break,
                Err(error) => return Ok(Err(error)),
            };
            first_ns = first_ns.or(frame.timestamp_ns);
            if self.args.count {
                self.selected += u64::from(query.matches(&frame));
                continue;
            }
            let print = |found: &Dissection<'_>| line(out, &frame, found, first_ns, live);
            if let Some(printed) = query.select(&frame, print) {
                printed?;
                self.selected += 1;
            }
        }
        Ok(Ok(()))
    }
}

fn line(
    out: &mut impl Write,
    frame: &Frame<'_>,
    found: &Dissection<'_>,
    first_ns: Option<i128>,
    live: bool,
) -> io::Result<()> {
    let since = frame.timestamp_ns.zip(first_ns).map(|(now, first)| now - first);
    lines::write(out, frame, &found.info, since)?;
    if live { out.flush() } else { Ok(()) }
}
