//! What is asked: which of the inputs are captures, which Parquet files, and how each of them answers a statement.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use strato_engine::{
    proto::registry,
    read::{Reader, name_of},
};
use strato_filter_lang::{compile, ir::Ir};

use crate::{
    captures::{Captures, Damage},
    column::{Column, PAYLOAD, SUMMARY, Source},
    error::Error,
    parquet::{
        payload::Payload,
        source::{self, Files, Naming},
        stored::{Stored, is_parquet},
    },
};

/// The Parquet files among the inputs; all inputs can be opened.
pub(crate) fn stored(captures: &Captures) -> Result<Vec<Arc<Stored>>, Damage> {
    let mut found = Vec::new();
    for file in captures.files.iter().filter(|file| *file != Path::new("-")) {
        if is_parquet(file) {
            found.push(Arc::new(Stored::open(file)?));
        } else if let Err(error) = Reader::open(file) {
            return Err(Damage { file: name_of(file), message: error.to_string(), answered: false });
        }
    }
    Ok(found)
}

/// What a file holds.
#[derive(Debug)]
pub enum Held {
    /// It is a capture, or not known to be anything else.
    Capture,
    /// A Parquet file that kept the frames of captures, with their names.
    Frames(Vec<(String, Payload)>),
    /// A Parquet file of columns alone.
    Columns,
}

/// What a file holds.
///
/// # Errors
/// What is wrong with a Parquet file.
pub fn held(file: &Path) -> Result<Held, Damage> {
    if file == Path::new("-") || !is_parquet(file) {
        return Ok(Held::Capture);
    }
    let stored = Arc::new(Stored::open(file)?);
    Ok(if stored.has_payload() { Held::Frames(Payload::all(&stored)) } else { Held::Columns })
}

/// What `*` stands for: what a summary line shows, or what all the Parquet files have.
pub(crate) fn star(stored: &[Arc<Stored>]) -> Vec<String> {
    let held = |name: &str| {
        let column = Column::named(name).filter(|column| column.name != PAYLOAD);
        column.is_some_and(|column| stored.iter().all(|one| one.holds(&column)))
    };
    if SUMMARY.iter().all(|name| held(name)) {
        return SUMMARY.map(str::to_owned).to_vec();
    }
    let Some(first) = stored.first() else { return Vec::new() };
    first.schema().fields().iter().map(|field| field.name().clone()).filter(|name| held(name)).collect()
}

/// The inputs that are dissected, and those whose columns answer.
///
/// # Errors
/// A Parquet file that does not have what is asked.
pub(crate) fn split(
    captures: &Arc<Captures>,
    stored: &[Arc<Stored>],
    columns: &[Column],
) -> Result<(Arc<Captures>, Files), Error> {
    if stored.is_empty() {
        return Ok((Arc::clone(captures), Files::default()));
    }
    let filters = filters(captures, columns);
    by(captures, stored, &|one| source::lacks(one, columns, &filters))
}

/// The inputs, all of which are dissected.
///
/// # Errors
/// A Parquet file that did not keep its frames.
pub(crate) fn dissected(captures: &Arc<Captures>, stored: &[Arc<Stored>]) -> Result<Arc<Captures>, Error> {
    if let Some(one) = stored.iter().find(|one| !one.has_payload()) {
        let message = format!("{} does not hold the frames themselves", one.path.display());
        return Err(Error::lacking(&message, "convert the capture with --payload, or name the capture"));
    }
    let all = |_: &Stored| vec![source::Lack::Frames(String::new())];
    Ok(by(captures, stored, &all)?.0)
}

fn by(
    captures: &Arc<Captures>,
    stored: &[Arc<Stored>],
    lacks: &dyn Fn(&Stored) -> Vec<source::Lack>,
) -> Result<(Arc<Captures>, Files), Error> {
    let mut dissected = captures.of(Vec::new(), BTreeMap::new());
    let mut files = Files { files: Vec::new(), macros: captures.options.macros.clone() };
    let names = names(captures, stored);
    for file in &captures.files {
        let Some(one) = stored.iter().find(|one| one.path == *file) else {
            dissected.files.push(file.clone());
            continue;
        };
        let is_known_elsewhere =
            one.captures().iter().any(|name| names.get(name.as_str()).is_some_and(|times| *times > 1));
        let path = one.path.display().to_string();
        let lacks = lacks(one);
        if lacks.is_empty() {
            let naming = match (one.has_file(), is_known_elsewhere) {
                (false, _) => Naming::Path(path),
                (true, true) => Naming::Both(path),
                (true, false) => Naming::Own,
            };
            files.files.push((Arc::clone(one), naming));
        } else if one.has_payload() {
            for (name, payload) in Payload::all(one) {
                let name = if is_known_elsewhere { format!("{path}:{name}") } else { name };
                dissected.files.push(PathBuf::from(&name));
                dissected.payloads.insert(PathBuf::from(name), payload);
            }
        } else {
            let (message, help) = source::advice(&one.path, &lacks);
            return Err(Error::lacking(&message, &help));
        }
    }
    Ok((Arc::new(dissected), files))
}

/// How often each capture is among the inputs, as itself and in Parquet files.
fn names(captures: &Captures, stored: &[Arc<Stored>]) -> BTreeMap<String, usize> {
    let mut names = BTreeMap::new();
    for file in &captures.files {
        let own = match stored.iter().find(|one| one.path == *file) {
            Some(one) => one.captures(),
            None => vec![file.display().to_string()],
        };
        own.into_iter().for_each(|name| *names.entry(name).or_insert(0) += 1);
    }
    names
}

/// The display filters of a statement, and the one for all frames.
fn filters(captures: &Captures, columns: &[Column]) -> Vec<Ir> {
    let texts = columns.iter().filter_map(|column| match &column.source {
        Source::Filter(text) => Some(text),
        Source::Field(_) | Source::File | Source::Payload => None,
    });
    let all = texts.chain(Some(&captures.filter));
    // They were compiled before, or will be: here it is only what they read.
    let compiled = all.map(|text| compile(text, registry::schema(), &captures.options.macros));
    compiled.filter_map(Result::ok).map(|compiled| compiled.ir).collect()
}
