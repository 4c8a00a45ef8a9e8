//! Measures strato beside tshark, tcpdump, ngrep and the bare bound, and compares its answers with tshark's.

pub(crate) mod answers;
pub(crate) mod measure;
pub(crate) mod report;
mod rows;
pub(crate) mod tools;

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context;
use clap::Args;
use regex::Regex;

use self::{
    answers::{Answer, Answers},
    measure::{Cost, Costs},
    report::{Measured, RowCosts, Size},
    rows::{ROWS, Rival, Row, Subject},
    tools::{Captures, Tools},
};
use crate::{
    generate::{Format, file::CaptureWriter},
    scratch::Scratch,
};

/// Measure strato beside other programs on the same filters, in turn, and compare what they select.
///
/// Times are medians of processor time, user and system. tshark runs once for each filter; its answer is kept in
/// CAPTURE.answers and need not be asked for again (`~` before its ratio: measured then, not now). A ratio above 1 says
/// that strato takes less. `DIFFER`: not the frames that tshark selects; `?`: nobody knows. Targets are those of
/// docs/performance.md, each with `goal`, `must` (the goal is missed) or `MISSED`. Exit code 1 if frames differ.
#[derive(Args, Clone, Debug)]
pub struct Run {
    /// The capture, e.g. of `generate`.
    capture: PathBuf,
    /// Runs of each program.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// Only filters that this regular expression matches; also matches `pcapng`, `threads`, `empty`, `fields`.
    #[arg(long, value_name = "REGEX")]
    only: Option<Regex>,
    /// Do not run tshark; kept answers are used.
    #[arg(long)]
    no_tshark: bool,
    /// Run tshark even where its answer is kept.
    #[arg(long, conflicts_with = "no_tshark")]
    again: bool,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// Measures, and prints what came out.
pub fn run(args: &Run, out: &mut dyn Write) -> anyhow::Result<ExitCode> {
    let tools = Tools::find(!args.no_tshark)?;
    let scratch = Scratch::new()?;
    let captures = Captures {
        capture: args.capture.clone(),
        pcapng: scratch.path("capture.pcapng"),
        empty: scratch.path("empty.pcap"),
    };
    write_empty(&captures.empty)?;
    let rows: Vec<&'static Row> =
        ROWS.iter().filter(|row| args.only.as_ref().is_none_or(|only| named(row, only))).collect();
    if rows.iter().any(|row| row.subject == Subject::Pcapng) {
        measure::run(&mut tools.strato_to_pcapng(&captures.capture, &captures.pcapng))?;
    }
    let size = size(&tools, &captures)?;
    let mut bench = Bench { args, tools, captures, size, answers: Answers::open(&args.capture)? };
    if !args.json {
        let (name, mb) = (args.capture.display(), size.bytes as f64 / 1e6);
        writeln!(out, "{name}: {mb:.0} MB, {} packets, medians of {} runs\n", size.packets, args.runs)?;
        report::head(out)?;
    }
    let (mut measured, mut left_out) = (Vec::new(), 0);
    for row in rows {
        if row.subject == Subject::TwoThreads && !bench.tools.threads {
            left_out += 1;
            continue;
        }
        let row = bench.measure(row)?;
        if !args.json {
            report::line(out, &row)?;
        }
        measured.push(row);
    }
    if args.json {
        serde_json::to_writer_pretty(&mut *out, &measured)?;
        writeln!(out)?;
    } else if left_out > 0 {
        writeln!(out, "\nskipped: {left_out} rows with two threads: this strato has no --threads")?;
    }
    let differ = measured.iter().any(|row| row.agrees == Some(false));
    Ok(if differ { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Writes a capture without frames.
pub(crate) fn write_empty(path: &Path) -> anyhow::Result<()> {
    let context = || format!("cannot write {}", path.display());
    let file = fs::File::create(path).with_context(context)?;
    CaptureWriter::new(file, Format::Pcap).and_then(CaptureWriter::finish).with_context(context)?;
    Ok(())
}

fn named(row: &Row, only: &Regex) -> bool {
    let subject = match row.subject {
        Subject::Capture if row.fields.is_empty() => "",
        Subject::Capture => "fields",
        Subject::Pcapng => "pcapng",
        Subject::Empty => "empty",
        Subject::TwoThreads => "threads",
    };
    only.is_match(row.filter) && !row.filter.is_empty() || only.is_match(subject) && !subject.is_empty()
}

fn size(tools: &Tools, captures: &Captures) -> anyhow::Result<Size> {
    let all = Row { filter: "", subject: Subject::Capture, fields: &[], rivals: &[], gates: &[] };
    let (_, output) = measure::text(&mut tools.strato(&all, captures))?;
    let bytes = fs::metadata(&captures.capture).context("the capture is gone")?.len();
    Ok(Size { packets: count(&output)?, bytes })
}

/// The number that `--count` prints.
fn count(output: &str) -> anyhow::Result<u64> {
    output.parse().with_context(|| format!("strato printed no number: {output}"))
}

struct Bench<'a> {
    args: &'a Run,
    tools: Tools,
    captures: Captures,
    size: Size,
    answers: Answers,
}

impl Bench<'_> {
    fn measure(&mut self, row: &'static Row) -> anyhow::Result<Measured> {
        let (answer, remembered) = self.tshark(row)?;
        let own = Answer::of(&mut self.tools.strato_answer(row, &self.captures))?;
        let mut agrees = match row.subject {
            Subject::Empty => Some(own.frames == 0),
            Subject::Capture | Subject::Pcapng | Subject::TwoThreads => answer.map(|answer| answer.agrees(&own)),
        };

        let (mut strato, mut rivals) = (Costs::default(), vec![Costs::default(); row.rivals.len()]);
        for _ in 0..self.args.runs {
            let mut command = self.tools.strato(row, &self.captures);
            if row.fields.is_empty() {
                let (cost, output) = measure::text(&mut command)?;
                strato.push(cost);
                // what is counted must be what is shown
                agrees = agrees.map(|agrees| agrees && output == own.frames.to_string());
            } else {
                strato.push(measure::run(&mut command)?);
            }
            for (rival, costs) in row.rivals.iter().zip(&mut rivals) {
                if let Some(mut command) = self.tools.rival(*rival, row, &self.captures) {
                    costs.push(measure::run(&mut command)?);
                }
            }
        }
        let mut rivals: Vec<(Rival, Cost)> =
            row.rivals.iter().zip(&rivals).filter_map(|(rival, costs)| Some((*rival, costs.median()?))).collect();
        if let Some(answer) = answer.filter(|_| row.rivals.contains(&Rival::Tshark)) {
            rivals.push((Rival::Tshark, Cost { cpu_s: answer.cpu_s, wall_s: answer.cpu_s, mib: answer.mib }));
        }
        let strato = strato.median().context("nothing was run")?;
        let costs = RowCosts { strato, rivals, tshark_remembered: remembered };
        Ok(Measured::new(row, self.size, &costs, own.frames, agrees))
    }

    /// tshark's answer, and whether it was kept.
    fn tshark(&mut self, row: &Row) -> anyhow::Result<(Option<Answer>, bool)> {
        if row.subject == Subject::Empty {
            return Ok((None, false));
        }
        let question = match row.fields {
            [] => row.filter.to_owned(),
            fields => format!("{} -e {}", row.filter, fields.join(" -e ")),
        };
        let kept = self.answers.find(&question);
        // other rows ask the same and do not compare times: what is kept is enough for them
        let ask = self.tools.tshark && (kept.is_none() || self.args.again && row.rivals.contains(&Rival::Tshark));
        if !ask {
            return Ok((kept, kept.is_some()));
        }
        let answer = Answer::of(&mut self.tools.tshark_answer(row, &self.captures))?;
        self.answers.keep(&question, answer)?;
        Ok((Some(answer), false))
    }
}
