//! The `strato` command.

mod commands;
mod render;

use std::process::ExitCode;

use clap::Parser;

/// Wireshark's display-filter language over packets and system calls.
#[derive(Debug, Parser)]
#[command(name = "strato", version, about)]
struct Cli {
    #[command(subcommand)]
    command: commands::Command,
}

fn main() -> ExitCode {
    match Cli::try_parse() {
        Ok(cli) => commands::run(cli.command),
        Err(error) => {
            let wrong = error.use_stderr();
            // Exit code 1 for a wrong option, 2 when the message itself could not be written.
            if error.print().is_ok() { ExitCode::from(u8::from(wrong)) } else { ExitCode::from(2) }
        }
    }
}
