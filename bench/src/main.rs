//! The `strato-bench` command.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use strato_bench::generate;

/// How fast strato is.
#[derive(Debug, Parser)]
#[command(name = "strato-bench", version, max_term_width = 110)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write a capture of synthetic traffic.
    Generate(generate::Generate),
}

fn main() -> anyhow::Result<ExitCode> {
    let out = &mut io::stdout().lock();
    match Cli::parse().command {
        Command::Generate(args) => generate::run(&args, out)?,
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
