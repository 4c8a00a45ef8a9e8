//! The `strato-bench` command.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use strato_bench::{bound, generate, instructions, run, sql};

/// How fast strato is.
#[derive(Debug, Parser)]
#[command(name = "strato-bench", version, max_term_width = 110)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Generate(generate::Generate),
    Bound(bound::Bound),
    Run(run::Run),
    Sql(sql::Sql),
    Instructions(instructions::Instructions),
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            // Where even this cannot be written, the exit code tells.
            drop(writeln!(io::stderr(), "error: {error:#}"));
            ExitCode::from(2)
        }
    }
}

/// Exit code 1 is for what was found, 2 for what could not be done.
fn run(command: Command) -> anyhow::Result<ExitCode> {
    let out = &mut io::stdout().lock();
    let code = match command {
        Command::Generate(args) => generate::run(&args, out).map(|()| ExitCode::SUCCESS),
        Command::Bound(args) => bound::run(&args, out).map(|()| ExitCode::SUCCESS),
        Command::Run(args) => run::run(&args, out),
        Command::Sql(args) => sql::run(&args, out),
        Command::Instructions(args) => instructions::run(&args, out),
    }?;
    out.flush()?;
    Ok(code)
}
