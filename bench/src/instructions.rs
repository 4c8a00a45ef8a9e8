//! The gate against getting slower: instructions for each packet, which repeat to a thousandth where times do not.
//!
//! valgrind's cachegrind counts what strato executes over the capture of 10 MB; what it executes over an empty one,
//! its start, is taken off. `bench/instructions.tsv` keeps the counts that were reached.

mod table;

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use anyhow::{Context, bail};
use clap::Args;

use self::table::Table;
use crate::{
    generate::{self, Format, Options},
    run::{measure, tools, write_empty},
    scratch::Scratch,
};

/// Count the instructions that strato executes for a packet, and compare them with those of `bench/instructions.tsv`.
///
/// Exit code 1 if a filter takes more than 3 % more. Counts of another compiler only warn. Without valgrind nothing is
/// compared.
#[derive(Args, Clone, Debug)]
pub struct Instructions {
    /// Keep the counts that are lower than before, and those of new filters.
    #[arg(long)]
    update: bool,
    /// With `--update`: keep the counts that are higher, too.
    #[arg(long, requires = "update")]
    force: bool,
}

/// One filter for each way through the engine.
const FILTERS: &[&str] = &[
    "frame.len > 1000",
    "tcp.flags.syn == 1",
    "ip.src == 10.0.0.1",
    "tcp.port in {80, 443}",
    r#"tcp.payload contains "checkout""#,
    r#"dns.qry.name contains "internal""#,
    "http.response.code == 500",
    r#"tls.handshake.extensions_server_name contains "payments""#,
    "tcp.analysis.retransmission",
];
/// What a count may be above the one kept.
const TOLERANCE: f64 = 0.03;
/// Length of the capture.
const CAPTURE_LEN: u64 = 10_000_000;

/// Counts, compares, and perhaps keeps the counts.
pub fn run(args: &Instructions, out: &mut dyn Write) -> anyhow::Result<ExitCode> {
    if !tools::installed("valgrind") {
        writeln!(out, "skipped: valgrind is not installed")?;
        return Ok(ExitCode::SUCCESS);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("instructions.tsv");
    let kept = Table::read(&path)?;
    let rustc = rustc()?;
    if let Some(other) = kept.rustc.as_ref().filter(|other| **other != rustc) {
        writeln!(out, "warning: the counts kept are of {other}; this is {rustc}, so nothing fails")?;
    }
    let counter = Counter::new()?;
    let (mut counted, mut failed) = (Vec::new(), false);
    for filter in FILTERS {
        let count = counter.count(filter)?;
        let before = kept.find(filter);
        let change = before.map(|before| count / before - 1.0);
        let worse = change.is_some_and(|change| change > TOLERANCE);
        let change = change.map_or_else(|| "new".to_owned(), |change| format!("{:+.1} %", change * 100.0));
        writeln!(out, "{count:>8.0} {change:>8}  {filter}{}", if worse { "  TOO MANY" } else { "" })?;
        out.flush()?;
        failed |= worse;
        let keep = before.is_none_or(|before| count < before || args.force);
        counted.push(((*filter).to_owned(), if keep { count } else { before.unwrap_or(count) }));
    }
    let same_compiler = kept.rustc.as_ref().is_none_or(|other| *other == rustc);
    if args.update {
        if !same_compiler && !args.force {
            bail!("counts of two compilers do not mix: add --force");
        }
        Table { rustc: Some(rustc), rows: counted }.write(&path)?;
    }
    Ok(if failed && same_compiler && !args.force { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn rustc() -> anyhow::Result<String> {
    Ok(measure::text(Command::new("rustc").arg("--version"))?.1)
}

/// Runs strato under cachegrind.
struct Counter {
    strato: PathBuf,
    /// strato takes `--threads`.
    threads: bool,
    scratch: Scratch,
    capture: PathBuf,
    empty: PathBuf,
    packets: u64,
}

impl Counter {
    fn new() -> anyhow::Result<Self> {
        let scratch = Scratch::new()?;
        let (capture, empty) = (scratch.path("capture.pcap"), scratch.path("empty.pcap"));
        write_empty(&empty)?;
        let options = Options { size: CAPTURE_LEN, seed: 1, no_loss: false, flows: None, one_stream: None };
        let file = BufWriter::new(File::create(&capture).context("cannot write a capture")?);
        let (_, summary) = generate::generate(file, Format::Pcap, &options).context("cannot write a capture")?;
        let strato = tools::strato()?;
        let threads = tools::has_threads(&strato)?;
        Ok(Self { strato, threads, scratch, capture, empty, packets: summary.packets })
    }

    /// Instructions for each packet.
    fn count(&self, filter: &str) -> anyhow::Result<f64> {
        let (all, start) = (self.instructions(filter, &self.capture)?, self.instructions(filter, &self.empty)?);
        Ok(all.saturating_sub(start) as f64 / self.packets as f64)
    }

    fn instructions(&self, filter: &str, capture: &Path) -> anyhow::Result<u64> {
        let report = self.scratch.path("cachegrind");
        let mut command = Command::new("valgrind");
        command.args(["--tool=cachegrind", "--cache-sim=no", "--quiet"]);
        command.arg(format!("--cachegrind-out-file={}", report.display()));
        command.arg(&self.strato).args(["query", "--count"]);
        if self.threads {
            // what threads wait for each other differs from run to run
            command.args(["--threads", "1"]);
        }
        command.arg(filter).arg(capture);
        measure::run(&mut command)?;
        let text = std::fs::read_to_string(&report).context("cachegrind left no report")?;
        let total = text.lines().rev().find_map(|line| line.strip_prefix("summary:"));
        total.and_then(|total| total.trim().parse().ok()).context("cachegrind's report has no summary")
    }
}
