//! Answers of tshark, kept beside the capture, so that it need not run each time.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Context;

use super::measure;

/// What a program printed, and what that took.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Answer {
    /// Lines: frames.
    pub(crate) frames: u64,
    /// Of all lines.
    pub(crate) digest: u64,
    /// tshark's processor time, seconds.
    pub(crate) cpu_s: f64,
    /// tshark's memory, MiB.
    pub(crate) mib: f64,
}

impl Answer {
    /// Runs a program for its answer.
    pub(crate) fn of(command: &mut Command) -> anyhow::Result<Self> {
        let mut printed = Printed { lines: 0, digest: FNV_START };
        let cost = measure::read(command, &mut printed)?;
        Ok(Self { frames: printed.lines, digest: printed.digest, cpu_s: cost.cpu_s, mib: cost.mib })
    }

    /// Whether both select the same frames and print the same of them.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        (self.frames, self.digest) == (other.frames, other.digest)
    }
}

/// What a program prints, as far as it is compared.
struct Printed {
    lines: u64,
    digest: u64,
}

impl Write for Printed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.lines += bytes.iter().filter(|&&byte| byte == b'\n').count() as u64;
        self.digest = digest(self.digest, bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Where FNV-1a begins.
const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a, continued: differences are mistakes here, not attacks.
fn digest(before: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(before, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The answers about a capture.
#[derive(Debug)]
pub(crate) struct Answers {
    path: PathBuf,
    /// What tells the capture from another of the same name.
    capture: String,
    rows: BTreeMap<String, Answer>,
}

impl Answers {
    /// Reads what is known about a capture; nothing if the file is about another one.
    pub(crate) fn open(capture: &Path) -> anyhow::Result<Self> {
        let mut path = capture.as_os_str().to_owned();
        path.push(".answers");
        let path = PathBuf::from(path);
        let capture = describe(capture)?;
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
        };
        let mut lines = text.lines();
        let rows = if lines.next() == Some(&capture) { lines.filter_map(parse).collect() } else { BTreeMap::new() };
        Ok(Self { path, capture, rows })
    }

    /// The answer to a question: a filter and its fields.
    pub(crate) fn find(&self, question: &str) -> Option<Answer> {
        self.rows.get(question).copied()
    }

    /// Keeps an answer, at once: tshark takes long, and may be interrupted.
    pub(crate) fn keep(&mut self, question: &str, answer: Answer) -> anyhow::Result<()> {
        self.rows.insert(question.to_owned(), answer);
        let mut text = format!("{}\n", self.capture);
        for (question, answer) in &self.rows {
            let Answer { frames, digest, cpu_s, mib } = answer;
            text.push_str(&format!("{frames}\t{digest:016x}\t{cpu_s:.3}\t{mib:.0}\t{question}\n"));
        }
        fs::write(&self.path, text).with_context(|| format!("cannot write {}", self.path.display()))
    }
}

fn parse(line: &str) -> Option<(String, Answer)> {
    let mut parts = line.splitn(5, '\t');
    let frames = parts.next()?.parse().ok()?;
    let digest = u64::from_str_radix(parts.next()?, 16).ok()?;
    let (cpu_s, mib) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some((parts.next()?.to_owned(), Answer { frames, digest, cpu_s, mib }))
}

/// Length and digest of the start.
fn describe(capture: &Path) -> anyhow::Result<String> {
    /// Enough to tell seeds apart.
    const START: u64 = 64 << 10;
    let context = || format!("cannot read {}", capture.display());
    let file = fs::File::open(capture).with_context(context)?;
    let len = file.metadata().with_context(context)?.len();
    let mut start = Vec::new();
    file.take(START).read_to_end(&mut start).with_context(context)?;
    Ok(format!("# tshark about a capture of {len} bytes that starts with {:016x}", digest(FNV_START, &start)))
}
