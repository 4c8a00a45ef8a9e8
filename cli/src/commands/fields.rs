//! `strato fields`.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use strato_engine::proto::registry;

/// Arguments of `strato fields`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  strato fields udp.")]
pub(crate) struct Args {
    /// Part of a name or label; all fields when left out.
    #[arg(default_value = "")]
    pattern: String,
}

/// Runs the command; exit code 1 when nothing is found.
pub(crate) fn run(args: &Args) -> io::Result<ExitCode> {
    let mut out = anstream::stdout().lock();
    let wanted = args.pattern.to_lowercase();
    let mut found = false;
    for (_, field) in registry::schema().fields() {
        if field.name.contains(&wanted) || field.label.to_lowercase().contains(&wanted) {
            found = true;
            writeln!(out, "{:44} {:14} {}", field.name, field.ty.name(), field.label)?;
        }
    }
    if !found {
        writeln!(anstream::stderr(), "strato fields: nothing matches `{}`", args.pattern)?;
    }
    Ok(ExitCode::from(u8::from(!found)))
}
