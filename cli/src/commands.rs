//! The commands: a file each.

mod complete_field;
mod completions;
#[cfg(feature = "sql")]
mod convert;
mod coverage;
mod dissecting;
mod explain;
mod fields;
mod follow;
mod query;
mod scan;
#[cfg(feature = "sql")]
mod sql;
mod stats;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::Subcommand;

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print the frames of captures that a display filter selects.
    Query(Box<query::Args>),
    /// Ask captures in SQL: a row for each frame, a column for each field.
    #[cfg(feature = "sql")]
    Sql(Box<sql::Args>),
    /// Write captures into a Parquet file, which `strato sql` and other programs ask; or get captures back from one.
    #[cfg(feature = "sql")]
    Convert(Box<convert::Args>),
    /// Count what captures hold: protocols, conversations, endpoints, over time, HTTP, DNS, expert notes.
    Stats(stats::Args),
    /// Show what both ends of a conversation said.
    Follow(follow::Args),
    /// Show what a filter becomes, or explain the code of an error.
    Explain(explain::Args),
    /// Search the fields by name, label, description and names of values.
    Fields(fields::Args),
    /// Write a script that lets a shell complete commands, options and field names.
    Completions(completions::Args),
    /// Complete the field name at the end of a word (for the scripts of `completions`).
    #[command(hide = true)]
    CompleteField(complete_field::Args),
}

/// Runs a command; exit code 1 says that a filter or an option was wrong, 2 that input or output was lost.
pub(crate) fn run(command: Command) -> ExitCode {
    let result = match command {
        Command::Explain(args) => explain::run(&args).map_err(anyhow::Error::from),
        Command::Query(args) => query::run(&args),
        #[cfg(feature = "sql")]
        Command::Sql(args) => sql::run(&args),
        #[cfg(feature = "sql")]
        Command::Convert(args) => convert::run(&args),
        Command::Stats(args) => stats::run(&args),
        Command::Follow(args) => follow::run(&args),
        Command::Fields(args) => fields::run(&args).map_err(anyhow::Error::from),
        Command::Completions(args) => completions::run(&args).map_err(anyhow::Error::from),
        Command::CompleteField(args) => complete_field::run(&args).map_err(anyhow::Error::from),
    };
    let Err(error) = result else { return result.unwrap_or(ExitCode::SUCCESS) };
    match error.downcast_ref::<io::Error>() {
        // The reader of our output went away: it has seen enough.
        Some(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Some(error) => complain(&format!("cannot write: {error}"), 2),
        None => complain(&format!("{error:#}"), if error.is::<Lost>() { 2 } else { 1 }),
    }
}

/// Part of an answer was given, and the rest is lost: exit code 2.
#[derive(Debug)]
pub(crate) struct Lost(pub(crate) String);

impl std::fmt::Display for Lost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Lost {}

fn complain(message: &str, code: u8) -> ExitCode {
    // Where standard error is gone too, the exit code must do.
    drop(writeln!(anstream::stderr(), "strato: {message}"));
    ExitCode::from(code)
}
