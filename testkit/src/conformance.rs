//! The conformance tables: filters with the answers real tools gave.
//!
//! `dfilter.tsv` and `probes.tsv` judge the language (their answers are those of Wireshark 4.6), `truth.tsv` the
//! dissection (tshark 4.0.17). Each row runs as a user would run it: a filter of its own over the capture.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};
use strato_engine::{
    decode_as::DecodeAs,
    preferences::Preferences,
    proto::{plan::Ask, registry},
    query::{Query, QueryOptions},
    read::{Item, Reader},
};
use strato_filter_lang::macros::Macros;

/// One row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Group in which it is counted.
    pub group: String,
    /// What names it in a report.
    pub id: String,
    /// Capture, relative to the captures' folder; empty when the row only compiles.
    pub capture: String,
    /// The filter.
    pub filter: String,
    /// Preferences it needs.
    pub preferences: Preferences,
    /// Which protocols it says that bytes are.
    pub decode_as: DecodeAs,
    /// The capture is read twice.
    pub two_pass: bool,
    /// Frame that references are bound to.
    pub reference: Option<u64>,
    /// The right answer.
    pub expected: Expected,
}

/// A right answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// So many frames.
    Count(u64),
    /// So many frames, and the SHA-256 of their numbers in decimal joined by line feeds.
    Frames(u64, String),
    /// It compiles.
    Compiles,
    /// It does not.
    Error,
}

/// What a row gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The right answer.
    Agrees,
    /// Another one: what was wrong.
    Differs(String),
}

/// The folder of tables, when it is there: beside the checkout, or where `STRATO_SHARED` says.
pub fn shared() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let path = std::env::var_os("STRATO_SHARED").map_or(beside, PathBuf::from);
    path.join("conformance").is_dir().then_some(path)
}

/// Undoes the escapes of `dfilter.tsv` and `probes.tsv`.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('t') => out.push('\t'),
                Some('n') => out.push('\n'),
                Some('r') => out.push('\r'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            (c, false) => out.push(c),
        }
    }
    out
}

fn verdict(text: &str) -> Option<Expected> {
    match text {
        "error" => Some(Expected::Error),
        "ok" => Some(Expected::Compiles),
        _ => Some(Expected::Count(text.strip_prefix("count=")?.parse().ok()?)),
    }
}

/// The cells of a table, line by line.
pub(crate) fn lines(path: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// Rows of `dfilter.tsv` in force for 4.6, without preferences.
pub fn dfilter(shared: &Path) -> Vec<Row> {
    let rows = lines(&shared.join("conformance/dfilter.tsv"));
    let in_force = |row: &&Vec<String>| {
        let (min, max) = (row[12].as_str(), row[13].as_str());
        row[11] != "suites" && max.is_empty() && matches!(min, "" | "4.0" | "4.2" | "4.4" | "4.6")
    };
    rows.iter()
        .filter(|row| row.len() >= 18)
        .filter(in_force)
        .filter_map(|row| {
            let expected = match (verdict(&row[8])?, row[4].as_str()) {
                (Expected::Count(_), "C") => Expected::Compiles,
                (expected, _) => expected,
            };
            let compile_only = row[2] == "(none)" || row[4] == "C";
            let capture = if compile_only { String::new() } else { format!("wireshark/{}", row[2]) };
            Some(Row {
                group: format!("dfilter/{}", row[1]),
                id: row[0].clone(),
                capture,
                filter: unescape(&row[3]),
                preferences: preferences(&row[6]),
                decode_as: DecodeAs::default(),
                two_pass: false,
                reference: row[5].parse().ok(),
                expected,
            })
        })
        .collect()
}

/// Preferences that are supported; a row that needs others just differs.
fn preferences(text: &str) -> Preferences {
    let mut preferences = Preferences::default();
    text.split('|').for_each(|setting| drop(preferences.set(setting)));
    preferences
}

/// Rows of `probes.tsv` with the answer of 4.6.4; those that crash it are left out.
pub fn probes(shared: &Path) -> Vec<Row> {
    let rows = lines(&shared.join("conformance/probes.tsv"));
    rows.iter()
        .enumerate()
        .skip(1)
        .filter(|(_, row)| row.len() >= 7)
        .filter_map(|(number, row)| {
            Some(Row {
                group: format!("probes/{}", row[0]),
                id: format!("probes:{}", number + 1),
                capture: if row[1] == "(none)" { String::new() } else { format!("wireshark/{}", row[1]) },
                filter: unescape(&row[2]),
                preferences: Preferences::default(),
                decode_as: DecodeAs::default(),
                two_pass: false,
                reference: None,
                expected: verdict(&row[6])?,
            })
        })
        .collect()
}

/// Rows of `truth.tsv`, in groups of the first protocol that the filter names, `frame` last.
pub fn truth(shared: &Path) -> Vec<Row> {
    let rows = lines(&shared.join("conformance/truth.tsv"));
    rows.iter()
        .enumerate()
        .filter(|(_, row)| row.len() >= 6 && !row[0].starts_with('#'))
        .filter_map(|(number, row)| {
            let mut named =
                words(&row[1]).into_iter().filter(|word| is_field(word)).filter_map(|w| w.split('.').next());
            let first = named.next().unwrap_or("none");
            let main = std::iter::once(first).chain(named).find(|name| *name != "frame").unwrap_or(first);
            Some(Row {
                group: format!("truth/{main}"),
                id: format!("truth:{}", number + 1),
                capture: row[0].clone(),
                filter: row[1].clone(),
                preferences: Preferences::default(),
                decode_as: DecodeAs::default(),
                two_pass: false,
                reference: None,
                expected: Expected::Frames(row[2].parse().ok()?, row[3].clone()),
            })
        })
        .collect()
}

/// Rows of `truth_decode_as.tsv`, in groups of the protocol that bytes are said to be.
///
/// # Errors
/// Options that are not understood.
pub fn decode_as(shared: &Path) -> Result<Vec<Row>, String> {
    let mut found = Vec::new();
    for (number, row) in lines(&shared.join("conformance/truth_decode_as.tsv")).into_iter().enumerate() {
        if row.len() < 7 || row[0].starts_with('#') {
            continue;
        }
        let (mut decode_as, mut group) = (DecodeAs::default(), String::from("none"));
        let mut words = row[6].split_whitespace();
        while let (Some(option), Some(rule)) = (words.next(), words.next()) {
            if option != "-d" {
                return Err(format!("truth_decode_as.tsv:{}: `{option}`", number + 1));
            }
            // A protocol that is not dissected yet: the row differs.
            drop(decode_as.add(rule));
            group = rule.rsplit(',').next().unwrap_or_default().to_owned();
        }
        let count = row[2].parse().map_err(|_| format!("truth_decode_as.tsv:{}: `{}`", number + 1, row[2]))?;
        found.push(Row {
            group: format!("decode_as/{group}"),
            id: format!("decode_as:{}", number + 1),
            capture: row[0].clone(),
            filter: row[1].clone(),
            preferences: Preferences::default(),
            decode_as,
            two_pass: false,
            reference: None,
            expected: Expected::Frames(count, row[3].clone()),
        });
    }
    Ok(found)
}

/// Whether a word is a field, or is written like one: segments of which the first two begin with a letter.
fn is_field(word: &str) -> bool {
    let mut segments = word.split('.');
    let mut letter = || segments.next().is_some_and(|s| s.starts_with(|c: char| c.is_ascii_alphabetic()));
    registry::schema().resolve(word).is_some() || letter() && letter() && !word.ends_with('.')
}

/// Words of a filter outside quotes.
fn words(filter: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for (i, part) in filter.split('"').enumerate() {
        if i % 2 == 0 {
            words.extend(
                part.split(|c: char| !(c.is_ascii_alphanumeric() || "._-".contains(c))).filter(|w| !w.is_empty()),
            );
        }
    }
    words
}

/// The macros that the tables presuppose.
pub fn macros(shared: &Path) -> Macros {
    let rows = lines(&shared.join("conformance/macros.tsv"));
    let mut macros = Macros::default();
    for row in rows.iter().skip(1).filter(|row| row.len() == 2) {
        // A table that cannot be read shows in the rows that need it.
        drop(macros.define(&row[0], &row[1]));
    }
    macros
}

/// Runs a row.
pub fn run(row: &Row, shared: &Path, macros: &Macros) -> Outcome {
    let ask = Ask { preferences: row.preferences.clone(), decode_as: row.decode_as.clone(), ..Ask::default() };
    let options = QueryOptions { macros: macros.clone(), ask, ..QueryOptions::default() };
    let query = Query::compile(&row.filter, options);
    let mut query = match (query, &row.expected) {
        (Err(_), Expected::Error) => return Outcome::Agrees,
        (Ok(_), Expected::Error) => return Outcome::Differs("compiles, should not".to_owned()),
        (Err(errors), _) => {
            let first = errors.first().map_or_else(String::new, |e| format!("{}: {}", e.code, e.message));
            return Outcome::Differs(format!("does not compile: {first}"));
        }
        (Ok(_), Expected::Compiles) => return Outcome::Agrees,
        (Ok(query), _) => query,
    };
    let path = shared.join("captures").join(&row.capture);
    if row.capture.is_empty() {
        return Outcome::Agrees;
    }
    if let Some(number) = row.reference {
        query.bind_to_frame(&path, number);
    }
    if row.two_pass {
        query.first_pass();
        select(&mut query, &path);
        query.second_pass();
    }
    let frames = select(&mut query, &path);
    let count = frames.len() as u64;
    match &row.expected {
        Expected::Count(expected) if count == *expected => Outcome::Agrees,
        Expected::Count(expected) => Outcome::Differs(format!("{count} frames, not {expected}")),
        Expected::Frames(_, sha) if *sha == digest(&frames) => Outcome::Agrees,
        Expected::Frames(expected, _) if count == *expected => Outcome::Differs(format!("{count} other frames")),
        Expected::Frames(expected, _) => Outcome::Differs(format!("{count} frames, not {expected}")),
        Expected::Compiles | Expected::Error => Outcome::Agrees,
    }
}

/// Numbers of the selected frames; a damaged file gives those before the damage.
pub fn select(query: &mut Query, path: &Path) -> Vec<u64> {
    let mut frames = Vec::new();
    let Ok(mut reader) = Reader::open(path) else { return frames };
    while let Ok(Some(item)) = reader.next() {
        match item {
            Item::Frame(frame) if query.matches(&frame) => frames.push(frame.number),
            Item::Frame(_) => {}
            Item::Block(block) => query.block(&block),
        }
    }
    frames
}

fn digest(frames: &[u64]) -> String {
    let text = frames.iter().map(u64::to_string).collect::<Vec<_>>().join("\n");
    Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

/// Agreement by group.
#[derive(Debug, Default)]
pub struct Tally {
    /// Group: agreed, total.
    pub groups: BTreeMap<String, (u32, u32)>,
    /// Rows that differ: id, capture, filter, what was wrong.
    pub differing: Vec<(Row, String)>,
}

impl Tally {
    /// Counts a row.
    pub fn add(&mut self, row: Row, outcome: Outcome) {
        let entry = self.groups.entry(row.group.clone()).or_default();
        entry.1 += 1;
        match outcome {
            Outcome::Agrees => entry.0 += 1,
            Outcome::Differs(why) => self.differing.push((row, why)),
        }
    }

    /// Agreed and total of all groups below a prefix.
    pub fn total(&self, prefix: &str) -> (u32, u32) {
        let of_prefix = self.groups.iter().filter(|(group, _)| group.starts_with(prefix));
        of_prefix.fold((0, 0), |sum, (_, (agreed, all))| (sum.0 + agreed, sum.1 + all))
    }
}

/// Runs rows on all cores.
pub fn run_all(rows: Vec<Row>, shared: &Path, macros: &Macros) -> Tally {
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let mut results: Vec<(usize, Outcome)> = std::thread::scope(|scope| {
        let work = || {
            let mut done = Vec::new();
            loop {
                let i = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                let Some(row) = rows.get(i) else { return done };
                done.push((i, run(row, shared, macros)));
            }
        };
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let join = |worker: std::thread::ScopedJoinHandle<'_, Vec<_>>| match worker.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        workers.into_iter().flat_map(join).collect()
    });
    results.sort_by_key(|(i, _)| *i);
    let mut tally = Tally::default();
    for (row, (_, outcome)) in rows.into_iter().zip(results) {
        tally.add(row, outcome);
    }
    tally
}
