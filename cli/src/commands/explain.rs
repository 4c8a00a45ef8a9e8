//! `strato explain`.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::ValueEnum;
use strato_engine::{proto::registry, stage1};
use strato_filter_lang::{
    capability::{self, Capability},
    diag::{Diagnostic, codes, render::render},
    macros::Macros,
    stages,
};

use crate::render::color;

/// Arguments of `strato explain`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  strato explain E0106\n  strato explain 'tcp.port in {80, 443}' --stage syntax\n  \
    strato explain 'tcp.port == 80 && http.host contains \"x\"' --stage split --capability header\n  \
    strato explain 'ip.src == 10.0.0.0/8' --stage asm"
)]
pub(crate) struct Args {
    /// A filter, or the code of an error such as E0106.
    what: String,
    /// Stage of the compiler to show.
    #[arg(long, value_enum, default_value = "optimized")]
    stage: Stage,
    /// For the stage `split`: what a backend can decide.
    #[arg(long, default_value = "header", value_parser = capability_named)]
    capability: &'static Capability,
}

/// Stages of the compiler.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Stage {
    /// What the lexer reads.
    Tokens,
    /// What the parser reads.
    Syntax,
    /// With fields, types and values resolved.
    Typed,
    /// The intermediate representation as it was written.
    Ir,
    /// After all passes: what every backend starts from.
    Optimized,
    /// What a backend can decide, and what is left.
    Split,
    /// Cranelift's form of stage 1: what is decided from a frame's bytes before it is dissected.
    Clif,
    /// The machine code of stage 1.
    Asm,
}

fn capability_named(name: &str) -> Result<&'static Capability, String> {
    let known = || capability::ALL.iter().map(|row| format!("\n  {:8} {}", row.name, row.help)).collect::<String>();
    Capability::named(name).ok_or_else(|| format!("known are{}", known()))
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> io::Result<ExitCode> {
    let mut out = anstream::stdout().lock();
    if let Some(code) = codes::find(&args.what) {
        writeln!(out, "{}: {}\n\n{}\n", code.code, code.title, code.explanation)?;
        writeln!(out, "  wrong: {}\n  right: {}", code.wrong, code.right)?;
        return Ok(ExitCode::SUCCESS);
    }
    let (schema, macros) = (registry::schema(), Macros::default());
    let tell =
        |found: &[Diagnostic]| writeln!(anstream::stderr(), "{}", render(&args.what, found, color::of_messages()));
    let shown = match stages::show(&args.what, schema, &macros) {
        Ok(shown) => shown,
        Err(errors) => {
            tell(&errors)?;
            return Ok(ExitCode::from(1));
        }
    };
    if !shown.warnings.is_empty() {
        tell(&shown.warnings)?;
    }
    let text = match args.stage {
        Stage::Tokens => shown.tokens,
        Stage::Syntax => shown.syntax,
        Stage::Typed => shown.typed,
        Stage::Ir => shown.ir,
        Stage::Optimized => shown.optimized,
        Stage::Split => stages::split(&shown.filter, args.capability, schema),
        Stage::Clif | Stage::Asm => match (stage1::listing(&shown.filter), args.stage) {
            (Ok(listing), Stage::Clif) => listing.clif,
            (Ok(listing), _) => listing.asm,
            (Err(error), _) => {
                writeln!(anstream::stderr(), "strato explain: {error}; it is interpreted")?;
                return Ok(ExitCode::from(1));
            }
        },
    };
    writeln!(out, "{}", text.trim_end())?;
    Ok(ExitCode::SUCCESS)
}
