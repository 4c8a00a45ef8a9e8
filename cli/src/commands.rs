//! The commands: a file each.

mod explain;
mod fields;
mod query;

use std::process::ExitCode;

use clap::Subcommand;

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print the frames of captures that a display filter selects.
    Query(query::Args),
    /// Show what a filter becomes, or explain the code of an error.
    Explain(explain::Args),
    /// Search the fields by name and label.
    Fields(fields::Args),
}

/// Runs a command; exit code 1 says that a filter or an option was wrong.
pub(crate) fn run(command: Command) -> ExitCode {
    let result = match command {
        Command::Explain(args) => explain::run(&args),
        Command::Query(args) => query::run(&args),
        Command::Fields(args) => fields::run(&args),
    };
    match result {
        Ok(code) => code,
        // The reader of our output went away: it has seen enough.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}
