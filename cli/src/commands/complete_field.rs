//! `strato complete-field`: what a shell asks for while a filter is typed.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use strato_engine::proto::registry;

/// Arguments of `strato complete-field`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The word so far: a filter whose last name is not complete.
    word: String,
    /// Print only the names, not the word with each of them at its end.
    #[arg(long)]
    names: bool,
}

/// Prints the possible words, one a line.
pub(crate) fn run(args: &Args) -> io::Result<ExitCode> {
    let mut out = anstream::stdout().lock();
    let (before, begun) = split(&args.word);
    if begun.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    let before = if args.names { "" } else { before };
    let mut names: Vec<_> = registry::schema().fields().map(|(_, field)| field.name).collect();
    names.retain(|name| name.starts_with(begun));
    names.sort_unstable();
    for name in names {
        writeln!(out, "{before}{name}")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What stands before the last name, and the name.
fn split(word: &str) -> (&str, &str) {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let start = word.trim_end_matches(is_name).len();
    word.split_at(start)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn the_last_name_is_completed() {
        assert_eq!(split("tcp.po"), ("", "tcp.po"));
        assert_eq!(split("ip && !(udp.s"), ("ip && !(", "udp.s"));
        assert_eq!(split("tcp.port == "), ("tcp.port == ", ""));
    }
}
