//! Statements over small captures, as one binary.

#![expect(clippy::print_stdout, reason = "a skipped test says why")]

mod answers;
mod docs;
mod errors;
mod filters;
mod outputs;
mod parquet;
mod threads;
mod views;

use std::path::{Path, PathBuf};

use strato_sql::{Captures, Error, Format, Session, Settings};

/// One of the repository's captures.
fn capture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/captures").join(name)
}

fn session(files: &[&str]) -> Session {
    let captures = Captures::new(files.iter().map(|name| capture(name)).collect(), Default::default());
    Session::new(captures, Settings { threads: 2, ..Settings::default() }).expect("captures that are there")
}

fn written(session: &mut Session, sql: &str, format: Format) -> Result<String, Error> {
    let mut out = Vec::new();
    session.run(sql, &mut *format.sink(&mut out, 110))?;
    Ok(String::from_utf8(out).expect("text"))
}

/// The answer as comma-separated values.
fn csv(file: &str, sql: &str) -> String {
    match written(&mut session(&[file]), sql, Format::Csv) {
        Ok(text) => text,
        Err(error) => panic!("{sql}\n{error}"),
    }
}

/// What is wrong with a statement.
fn error(sql: &str) -> String {
    match written(&mut session(&["dns.pcap"]), sql, Format::Csv) {
        Ok(text) => panic!("{sql}\n{text}"),
        Err(error) => error.to_string(),
    }
}
