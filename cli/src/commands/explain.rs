//! `strato explain`.

use std::{
    io::{self, IsTerminal, Write},
    process::ExitCode,
};

use clap::ValueEnum;
use strato_filter_lang::{
    diag::{codes, render::render},
    lexer::lex,
    parse::parse,
};

/// Arguments of `strato explain`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  strato explain E0106\n  strato explain 'tcp.port in {80, 443}' --stage syntax")]
pub(crate) struct Args {
    /// A filter, or the code of an error such as E0106.
    what: String,
    /// Stage of the compiler to show.
    #[arg(long, value_enum, default_value = "syntax")]
    stage: Stage,
}

/// Stages of the compiler.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Stage {
    /// What the lexer reads.
    Tokens,
    /// What the parser reads.
    Syntax,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> io::Result<ExitCode> {
    let mut out = anstream::stdout().lock();
    if let Some(code) = codes::lookup(&args.what) {
        writeln!(out, "{}: {}\n\n  wrong: {}\n  right: {}", code.code, code.title, code.wrong, code.right)?;
        return Ok(ExitCode::SUCCESS);
    }
    let (expr, errors) = parse(&args.what);
    if !errors.is_empty() {
        let color = io::stderr().is_terminal();
        writeln!(anstream::stderr(), "{}", render(&errors, &args.what, color))?;
        return Ok(ExitCode::from(1));
    }
    match args.stage {
        Stage::Tokens => {
            for (start, token, end) in lex(&args.what).0 {
                writeln!(out, "{start}..{end} {token:?}")?;
            }
        }
        Stage::Syntax => match expr {
            Some(expr) => writeln!(out, "{expr:#?}")?,
            None => writeln!(out, "(empty: every frame)")?,
        },
    }
    Ok(ExitCode::SUCCESS)
}
