//! The `strato` command.

mod commands;
mod config;
mod interrupt;
mod progress;
mod render;
#[cfg(feature = "sql")]
mod unfinished;

use std::process::ExitCode;

use clap::{ColorChoice, Parser};
use strato_engine::vendors;

/// Wireshark's display-filter language over packets and system calls.
///
/// Filters are those of Wireshark, e.g. `tcp.port == 443 && ip.src in {10.0.0.0/8}`. `strato help query` tells how
/// frames are selected and shown, `strato fields` which fields there are, `strato explain` what a filter means.
#[derive(Debug, Parser)]
#[command(name = "strato", version, max_term_width = 110)]
struct Cli {
    /// When to use colours; `auto` means on a terminal, unless `NO_COLOR` is set.
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN")]
    color: ColorChoice,
    #[command(subcommand)]
    command: commands::Command,
}

fn main() -> ExitCode {
    writes_fail();
    match Cli::try_parse() {
        Ok(cli) => {
            vendors::look_in(config::vendor_files());
            render::color::choose(cli.color);
            commands::run(cli.command)
        }
        Err(error) => {
            let wrong = error.use_stderr();
            // Exit code 1 for a wrong option, 2 when the message itself could not be written.
            if error.print().is_ok() { ExitCode::from(u8::from(wrong)) } else { ExitCode::from(2) }
        }
    }
}

/// Lets writing past the limit of a file's size be an error like any other, instead of the end of the program.
#[cfg(unix)]
fn writes_fail() {
    use nix::sys::signal::{SigSet, Signal};
    let mut signals = SigSet::empty();
    signals.add(Signal::SIGXFSZ);
    // Threads inherit it. Without it, the signal ends the program: that is no reason not to run.
    _ = signals.thread_block();
}

#[cfg(not(unix))]
fn writes_fail() {}
