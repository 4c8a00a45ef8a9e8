//! Measures SQL: over Parquet beside DuckDB, over captures, and the way from the one to the other beside tshark.

mod questions;

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use anyhow::Context;
use clap::Args;

use self::questions::{CONVERSIONS, Conversion, QUESTIONS, Question, Shape};
use crate::{
    run::{
        answers::Answers,
        measure::{self, Cost, Costs},
        report::{digits, holds},
        tools::{installed, strato},
    },
    scratch::Scratch,
};

/// Measure SQL on one thread: on Parquet beside DuckDB, on the capture, and conversion to Parquet beside tshark.
///
/// Times are medians of processor time, user and system; of strato's whole process, of DuckDB without the start of Python.
/// DuckDB is Python's package `duckdb`, of the interpreter that PYTHON names (default: python3); without it, its columns are
/// empty. Both must give the same answer: exit code 1 if they do not. tshark prints the same columns once; what that took
/// is kept in CAPTURE.answers. Targets are those of docs/performance.md, each with `goal`, `must` (the goal is missed)
/// or `MISSED`.
#[derive(Args, Clone, Debug)]
pub struct Sql {
    /// The capture, e.g. of `generate`.
    capture: PathBuf,
    /// Runs of each program.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// Do not run tshark; kept answers are used.
    #[arg(long)]
    no_tshark: bool,
    /// Keep the Parquet files in this folder.
    #[arg(long, value_name = "FOLDER")]
    keep: Option<PathBuf>,
}

/// Measures, and prints what came out.
pub fn run(args: &Sql, out: &mut dyn Write) -> anyhow::Result<ExitCode> {
    let strato = strato()?;
    let scratch = Scratch::new()?;
    let packets = packets(&strato, &args.capture)?;
    let bytes = fs::metadata(&args.capture).context("the capture is gone")?.len();
    let name = args.capture.display();
    writeln!(out, "{name}: {:.0} MB, {packets} packets, medians of {} runs\n", bytes as f64 / 1e6, args.runs)?;
    let mut bench = Bench { args, strato, packets, bytes, duckdb: DuckDb::find(), agree: true };

    writeln!(
        out,
        "| to Parquet | ns/packet | MiB | × tshark | of the capture's bytes | targets |\n|---|---|---|---|---|---|"
    )?;
    let folder = args.keep.clone().unwrap_or_else(|| scratch.path("."));
    let mut answers = Answers::open(&args.capture)?;
    let mut files = Vec::new();
    for conversion in CONVERSIONS {
        let file = folder.join(conversion.file);
        bench.convert(conversion, &file, &mut answers, out)?;
        files.push(file);
    }
    let Some(parquet) = files.first() else { return Ok(ExitCode::SUCCESS) };

    writeln!(
        out,
        "\n| question | rows | of | ns/packet | ms | MiB | DuckDB ms | of DuckDB | targets |\n|---|---|---|---|---|---|---|---|---|"
    )?;
    for question in QUESTIONS {
        bench.ask(question, parquet, out)?;
    }
    Ok(if bench.agree { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How many frames a capture has.
fn packets(strato: &Path, capture: &Path) -> anyhow::Result<u64> {
    let (_, text) = measure::text(Command::new(strato).args(["query", "--count", ""]).arg(capture))?;
    text.parse().with_context(|| format!("strato printed no number: {text}"))
}

struct Bench<'a> {
    args: &'a Sql,
    strato: PathBuf,
    packets: u64,
    bytes: u64,
    duckdb: Option<DuckDb>,
    agree: bool,
}

impl Bench<'_> {
    fn ns(&self, cost: Cost) -> f64 {
        cost.cpu_s * 1e9 / self.packets.max(1) as f64
    }

    fn convert(
        &self,
        conversion: &Conversion,
        file: &Path,
        answers: &mut Answers,
        out: &mut dyn Write,
    ) -> anyhow::Result<()> {
        let mut costs = Costs::default();
        for _ in 0..self.args.runs {
            let mut command = Command::new(&self.strato);
            command.args(["convert", "--threads", "1", "--columns", &conversion.columns.join(",")]);
            costs.push(measure::run(command.arg(&self.args.capture).arg(file))?);
        }
        let cost = costs.median().context("nothing was run")?;
        let share = fs::metadata(file).context("the Parquet file is gone")?.len() as f64 / self.bytes as f64;
        let tshark = self.tshark(conversion, answers)?;
        let mut targets = Vec::new();
        if let Some(cpu_s) = tshark {
            let (must, goal) = conversion.gate;
            let ratio = cpu_s / cost.cpu_s;
            targets.push(format!(
                "{}: {} ({} × tshark)",
                conversion.target,
                holds(ratio, must, goal, true),
                digits(Some(ratio))
            ));
        }
        if let Some(most) = conversion.share {
            targets.push(format!("{}: {} (size)", conversion.target, holds(share, most, most, false)));
        }
        writeln!(
            out,
            "| {} | {} | {:.0} | {} | {:.1} % | {} |",
            conversion.name,
            digits(Some(self.ns(cost))),
            cost.mib,
            digits(tshark.map(|cpu_s| cpu_s / cost.cpu_s)),
            share * 100.0,
            targets.join(", "),
        )?;
        Ok(out.flush()?)
    }

    /// Processor time that tshark takes to print the columns, seconds.
    fn tshark(&self, conversion: &Conversion, answers: &mut Answers) -> anyhow::Result<Option<f64>> {
        let question = format!(" -e {}", conversion.columns.join(" -e "));
        if let Some(kept) = answers.find(&question) {
            return Ok(Some(kept.cpu_s));
        }
        if self.args.no_tshark || !installed("tshark") {
            return Ok(None);
        }
        let mut command = Command::new("tshark");
        command.arg("-n").arg("-r").arg(&self.args.capture).args(["-T", "fields"]);
        command.args(conversion.columns.iter().flat_map(|field| ["-e", field]));
        let answer = crate::run::answers::Answer::of(&mut command)?;
        answers.keep(&question, answer)?;
        Ok(Some(answer.cpu_s))
    }

    fn ask(&mut self, question: &Question, parquet: &Path, out: &mut dyn Write) -> anyhow::Result<()> {
        for (of, input, duckdb) in
            [("Parquet", parquet, self.duckdb.as_ref()), ("capture", self.args.capture.as_path(), None)]
        {
            let (mut own, mut other) = (Costs::default(), Costs::default());
            let (mut answer, mut others) = (String::new(), None);
            for _ in 0..self.args.runs {
                let mut command = Command::new(&self.strato);
                command.args(["sql", "--threads", "1", "-T", "csv", question.sql]).arg(input);
                let (cost, text) = measure::text(&mut command)?;
                own.push(cost);
                answer = text;
                if let Some(duckdb) = duckdb {
                    let (cost, text) = duckdb.ask(question.duckdb, parquet)?;
                    other.push(cost);
                    others = Some(text);
                }
            }
            let rows: Vec<&str> = answer.lines().skip(1).collect();
            let agrees = others.as_ref().map(|others| others.lines().eq(rows.iter().copied()));
            self.agree &= agrees != Some(false);
            let own = own.median().context("nothing was run")?;
            let other = other.median();
            let ratio = other.map(|other| own.cpu_s / other.cpu_s);
            let (must, goal) = match question.shape {
                Shape::Filter => (1.2, 1.0),
                Shape::Group => (2.0, 1.3),
            };
            let target = match (of, ratio) {
                ("Parquet", Some(ratio)) => format!("13: {}", holds(ratio, must, goal, false)),
                ("capture", _) if question.shape == Shape::Group => {
                    format!("14: {}", holds(self.ns(own), 600.0, 350.0, false))
                }
                _ => String::new(),
            };
            let differ = if agrees == Some(false) { " DIFFER" } else { "" };
            writeln!(
                out,
                "| `{}` | {}{differ} | {of} | {} | {:.0} | {:.0} | {} | {} | {target} |",
                question.sql,
                rows.len(),
                digits(Some(self.ns(own))),
                own.cpu_s * 1e3,
                own.mib,
                digits(other.map(|other| other.cpu_s * 1e3)),
                digits(ratio),
            )?;
            out.flush()?;
        }
        Ok(())
    }
}

/// DuckDB, as a package of Python.
struct DuckDb {
    python: PathBuf,
}

impl DuckDb {
    /// If it is installed.
    fn find() -> Option<Self> {
        let python = env::var_os("PYTHON").map_or_else(|| PathBuf::from("python3"), PathBuf::from);
        let found =
            Command::new(&python).args(["-c", "import duckdb"]).output().is_ok_and(|output| output.status.success());
        found.then_some(Self { python })
    }

    /// Answers a question on one thread: rows as CSV.
    fn ask(&self, sql: &str, parquet: &Path) -> anyhow::Result<(Cost, String)> {
        let mut command = Command::new(&self.python);
        command.args(["-c", include_str!("sql/duck.py"), sql]).arg(parquet);
        let (cost, text) = measure::text(&mut command)?;
        let (rows, cpu) = text.rsplit_once('\n').unwrap_or(("", &text));
        let cpu_s = cpu.trim().parse().with_context(|| format!("DuckDB's time is no number: {cpu}"))?;
        Ok((Cost { cpu_s, ..cost }, rows.to_owned()))
    }
}
