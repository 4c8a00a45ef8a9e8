//! `strato explain`.

use std::{
    io::{self, IsTerminal, Write},
    process::ExitCode,
};

use clap::ValueEnum;
use strato_engine::proto::registry;
use strato_filter_lang::{
    compile,
    diag::{codes, render::render},
    lexer::lex,
    macros::Macros,
    parse::parse,
};

/// Arguments of `strato explain`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  strato explain E0106\n  strato explain 'tcp.port in {80, 443}' --stage syntax")]
pub(crate) struct Args {
    /// A filter, or the code of an error such as E0106.
    what: String,
    /// Stage of the compiler to show.
    #[arg(long, value_enum, default_value = "ir")]
    stage: Stage,
}

/// Stages of the compiler.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Stage {
    /// What the lexer reads.
    Tokens,
    /// What the parser reads.
    Syntax,
    /// What every backend starts from.
    Ir,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> io::Result<ExitCode> {
    let mut out = anstream::stdout().lock();
    if let Some(code) = codes::find(&args.what) {
        writeln!(out, "{}: {}\n\n{}\n", code.code, code.title, code.explanation)?;
        writeln!(out, "  wrong: {}\n  right: {}", code.wrong, code.right)?;
        return Ok(ExitCode::SUCCESS);
    }
    let color = io::stderr().is_terminal();
    let compiled = match compile(&args.what, registry::schema(), &Macros::default()) {
        Ok(compiled) => compiled,
        Err(errors) => {
            writeln!(anstream::stderr(), "{}", render(&args.what, &errors, color))?;
            return Ok(ExitCode::from(1));
        }
    };
    if !compiled.warnings.is_empty() {
        writeln!(anstream::stderr(), "{}", render(&args.what, &compiled.warnings, color))?;
    }
    match args.stage {
        Stage::Tokens => {
            for (start, token, end) in lex(&args.what).0 {
                writeln!(out, "{start}..{end} {token:?}")?;
            }
        }
        Stage::Syntax => match parse(&args.what).0 {
            Some(expr) => writeln!(out, "{expr:#?}")?,
            None => writeln!(out, "(empty: every frame)")?,
        },
        Stage::Ir => writeln!(out, "{:#?}", compiled.ir.root)?,
    }
    Ok(ExitCode::SUCCESS)
}
