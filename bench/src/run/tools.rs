//! Commands of the programs that are measured.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Context;

use super::{
    measure,
    rows::{Rival, Row, Subject},
};

/// The programs at hand.
#[derive(Debug)]
pub(crate) struct Tools {
    strato: PathBuf,
    /// This program.
    bench: PathBuf,
    /// strato takes `--threads`.
    pub(crate) threads: bool,
    pub(crate) tshark: bool,
    pub(crate) tcpdump: bool,
    pub(crate) ngrep: bool,
}

/// The captures at hand.
#[derive(Debug)]
pub(crate) struct Captures {
    pub(crate) capture: PathBuf,
    pub(crate) pcapng: PathBuf,
    pub(crate) empty: PathBuf,
}

/// The release build of strato beside this program, or what `STRATO` says.
pub(crate) fn strato() -> anyhow::Result<PathBuf> {
    if let Some(path) = env::var_os("STRATO") {
        return Ok(path.into());
    }
    let bench = env::current_exe().context("cannot find out where this program is")?;
    // target/PROFILE/strato-bench
    let target = bench.parent().and_then(Path::parent).context("this program lies in no target folder")?;
    let strato = target.join("release").join("strato");
    anyhow::ensure!(strato.exists(), "{} is not there: cargo build --release -p strato", strato.display());
    Ok(strato)
}

/// Whether strato can be told how many threads to use.
pub(crate) fn has_threads(strato: &Path) -> anyhow::Result<bool> {
    Ok(measure::text(Command::new(strato).args(["query", "--help"]))?.1.contains("--threads"))
}

impl Tools {
    /// Finds the programs.
    pub(crate) fn find(with_tshark: bool) -> anyhow::Result<Self> {
        let strato = strato()?;
        Ok(Self {
            threads: has_threads(&strato)?,
            strato,
            bench: env::current_exe().context("cannot find out where this program is")?,
            tshark: with_tshark && installed("tshark"),
            tcpdump: installed("tcpdump"),
            ngrep: installed("ngrep"),
        })
    }

    /// strato as the row wants it.
    pub(crate) fn strato(&self, row: &Row, captures: &Captures) -> Command {
        self.strato_with(row.filter, row.subject, row.fields, captures)
    }

    /// strato, printing what tshark's answer is compared with.
    pub(crate) fn strato_answer(&self, row: &Row, captures: &Captures) -> Command {
        self.strato_with(row.filter, row.subject, answer_fields(row), captures)
    }

    fn strato_with(&self, filter: &str, subject: Subject, fields: &[&str], captures: &Captures) -> Command {
        let mut command = Command::new(&self.strato);
        command.arg("query");
        if self.threads {
            command.args(["--threads", if subject == Subject::TwoThreads { "2" } else { "1" }]);
        }
        if fields.is_empty() {
            command.arg("--count");
        } else {
            command.args(["-T", "fields"]);
            command.args(fields.iter().flat_map(|field| ["-e", *field]));
        }
        command.arg(filter).arg(match subject {
            Subject::Capture | Subject::TwoThreads => &captures.capture,
            Subject::Pcapng => &captures.pcapng,
            Subject::Empty => &captures.empty,
        });
        command
    }

    /// Writes all frames of a capture as pcapng.
    pub(crate) fn strato_to_pcapng(&self, from: &Path, to: &Path) -> Command {
        let mut command = Command::new(&self.strato);
        command.args(["query", "-F", "pcapng", "-w"]).arg(to).arg("").arg(from);
        command
    }

    /// tshark, printing what strato's answer is compared with.
    pub(crate) fn tshark_answer(&self, row: &Row, captures: &Captures) -> Command {
        let mut command = Command::new("tshark");
        command.arg("-n").arg("-r").arg(&captures.capture).args(["-Y", row.filter, "-T", "fields"]);
        command.args(answer_fields(row).iter().flat_map(|field| ["-e", *field]));
        command
    }

    /// Another program than tshark; `None` where it is not at hand.
    pub(crate) fn rival(&self, rival: Rival, row: &Row, captures: &Captures) -> Option<Command> {
        let capture = &captures.capture;
        match rival {
            Rival::Tshark => None,
            Rival::Tcpdump(expression) => self.tcpdump.then(|| {
                let mut command = Command::new("tcpdump");
                command.arg("-n").arg("-r").arg(capture).args(["-w", "/dev/null", expression]);
                command
            }),
            Rival::Ngrep(pattern) => self.ngrep.then(|| {
                let mut command = Command::new("ngrep");
                command.arg("-q").arg("-I").arg(capture).args(["-O", "/dev/null", pattern, "tcp"]);
                command
            }),
            // a bound that is not optimised says nothing
            Rival::Bound => (!cfg!(debug_assertions)).then(|| {
                let mut command = Command::new(&self.bench);
                command.arg("bound").arg(capture);
                command
            }),
            Rival::Filter(filter) => Some(self.strato_with(filter, row.subject, row.fields, captures)),
            Rival::Plain => Some(self.strato_with(row.filter, Subject::Capture, row.fields, captures)),
        }
    }
}

/// Answers are compared frame by frame.
fn answer_fields(row: &Row) -> &'static [&'static str] {
    if row.fields.is_empty() { &["frame.number"] } else { row.fields }
}

/// Whether a program is among those that the shell finds.
pub(crate) fn installed(name: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(name).is_file()))
}
