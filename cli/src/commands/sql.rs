//! `strato sql`.

mod output;

use std::{
    io::{IsTerminal, Write},
    num::NonZeroUsize,
    path::{Path, PathBuf},
    process::ExitCode,
    thread::available_parallelism,
};

use anyhow::{anyhow, bail};
use clap::ValueEnum;
use strato_filter_lang::diag::render::render;
use strato_sql::{Captures, Error, Format, Session, Settings};

use self::output::Output;
use super::{Lost, dissecting::Dissecting};
use crate::{interrupt, render::color};

/// Arguments of `strato sql`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Exit codes: 0 done; 1 the query, an option or a file name is wrong, and nothing was answered; 2 a capture \
    is damaged or the answer was lost, and what could be read was answered; 130 stopped by Ctrl-C.\n\n\
    `strato sql --help` has examples.",
    after_long_help = EXAMPLES
)]
pub(crate) struct Args {
    /// A SELECT (or EXPLAIN SELECT) from `frames`, which has a row for each frame and a column for each field.
    #[arg(value_name = "QUERY")]
    query: String,
    /// Captures: pcap or pcapng, plain or compressed (gzip, zstd, lz4), Parquet files of `strato convert`, folders and
    /// quoted patterns of such (`'captures/*.pcapng'`); `-` for standard input.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Only frames that this display filter selects.
    #[arg(short = 'Y', long, value_name = "FILTER", default_value = "")]
    filter: String,
    /// Form of the answer; by the name of the file that is written, else a table.
    #[arg(short = 'T', long, value_enum, value_name = "FORMAT")]
    format: Option<Form>,
    /// Write the answer to this file; it has its name only when it is whole.
    #[arg(short = 'w', long = "write", value_name = "FILE")]
    write: Option<PathBuf>,
    /// Memory that sorting, grouping and joining may take before they use the disk, e.g. 500M or 4G.
    #[arg(long, value_name = "SIZE", value_parser = size)]
    memory: Option<usize>,
    /// Threads to work with. Default: as many as there are processors.
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    #[command(flatten)]
    dissecting: Dissecting,
}

/// Forms of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// Columns for people, as wide as the terminal.
    Table,
    /// Comma-separated values with a line of names.
    Csv,
    /// An array of objects.
    Json,
    /// An object a line.
    Ndjson,
    /// A stream of Arrow's IPC.
    Arrow,
    /// A Parquet file.
    Parquet,
}

const EXAMPLES: &str = "Examples:
  Who sent most over TLS' port:
      strato sql 'SELECT ip.src, count(*), sum(frame.len) FROM frames WHERE tcp.port == 443
                  GROUP BY 1 ORDER BY 2 DESC LIMIT 10' capture.pcapng
  A display filter as a condition:
      strato sql \"SELECT frame.number, http.host FROM frames WHERE dfilter('http.request.method == \\\"POST\\\"')\" c.pcap
  Bytes of each second, as comma-separated values:
      strato sql \"SELECT date_bin('1 second', frame.time) AS t, sum(frame.len) FROM frames GROUP BY 1 ORDER BY 1\" c.pcap -T csv
  Networks, where text is compared with addresses:
      strato sql \"SELECT count(*) FROM frames WHERE ip.dst == '10.0.0.0/8' AND ip.src != '10.0.0.0/8'\" c.pcap
  What the scan decides itself:
      strato sql \"EXPLAIN SELECT ip.src FROM frames WHERE tcp.port == 443\" c.pcap
  A Parquet file for other programs:
      strato sql 'SELECT frame.time, ip.src, ip.dst, frame.len FROM frames WHERE ip' c.pcap -w packets.parquet

Names of fields with a dash or a leading digit stand in double quotes; text stands in single quotes. Fields that repeat
in a frame (tcp.port, ip.addr, dns.a …) are lists, and some value is enough for a comparison; of other fields the column
holds the first value. `strato fields` lists all.

Exit codes:
  0    done
  1    the query, an option or a file name is wrong; nothing was answered
  2    a capture is damaged or the answer was lost; what could be read was answered
  130  stopped by Ctrl-C; the answer is about what was read until then";

/// Runs the command.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let form = form(args)?;
    let settled = args.dissecting.settle()?;
    let files = strato_sql::expand(&args.files).map_err(|error| anyhow!("{error}"))?;
    let mut captures = Captures::new(files, settled.options());
    captures.secrets = settled.secrets;
    captures.filter.clone_from(&args.filter);
    captures.stop = interrupt::asked;
    let threads = args.threads.or_else(|| available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let settings = Settings { threads, memory: args.memory, ..Settings::default() };
    let mut session = match Session::new(captures, settings) {
        Ok(session) => session,
        Err(error) => return refuse(error),
    };
    let mut output = Output::new(args.write.as_deref(), form)?;
    interrupt::watch();
    let answered = session.run(&args.query, output.sink());
    let warnings = session.warnings();
    for (text, warnings) in &warnings {
        writeln!(anstream::stderr(), "{}", render(text, warnings, color::of_messages()))?;
    }
    if let Err(error) = answered {
        drop(output);
        return refuse(error);
    }
    output.done()?;
    let damages = session.captures().damages();
    for damage in &damages {
        writeln!(anstream::stderr(), "strato sql: {}: {}", damage.file, damage.message)?;
    }
    Ok(ExitCode::from(match (interrupt::asked(), damages.is_empty()) {
        (true, _) => interrupt::EXIT_CODE,
        (false, true) => 0,
        (false, false) => 2,
    }))
}

/// Says why there is no answer.
pub(super) fn refuse(error: Error) -> anyhow::Result<ExitCode> {
    match error {
        Error::Output(error) => Err(error.into()),
        Error::Run(message) => Err(Lost(message).into()),
        error @ Error::Capture(_) => bail!("{error}"),
        error @ (Error::Filter { .. } | Error::Sql { .. }) => {
            writeln!(anstream::stderr(), "{}", error.render(color::of_messages()).trim_end())?;
            Ok(ExitCode::from(1))
        }
    }
}

/// The form of the answer.
fn form(args: &Args) -> anyhow::Result<Format> {
    let ending = args.write.as_ref().and_then(|path| path.extension()?.to_str());
    let format = match (args.format, ending) {
        (Some(Form::Table), _) => Format::Table,
        (Some(Form::Csv), _) | (None, Some("csv")) => Format::Csv,
        (Some(Form::Json), _) | (None, Some("json")) => Format::Json,
        (Some(Form::Ndjson), _) | (None, Some("ndjson" | "jsonl")) => Format::Ndjson,
        (Some(Form::Arrow), _) | (None, Some("arrow" | "arrows")) => Format::Arrow,
        (Some(Form::Parquet), _) | (None, Some("parquet")) => Format::Parquet,
        (None, _) => Format::Table,
    };
    if matches!(format, Format::Arrow | Format::Parquet) && args.write.is_none() && std::io::stdout().is_terminal() {
        bail!("this form is no text for a terminal; pipe it into a program or name a file with -w");
    }
    let same =
        |file: &Path, path: &Path| matches!((file.canonicalize(), path.canonicalize()), (Ok(a), Ok(b)) if a == b);
    if let Some(path) = &args.write
        && args.files.iter().any(|file| same(file, path))
    {
        bail!("-w {}: it is read, too; write to another file", path.display());
    }
    Ok(format)
}

/// Bytes, perhaps with a letter for how many of them.
pub(super) fn size(text: &str) -> Result<usize, String> {
    let wrong = || format!("`{text}` is no size such as 500M or 4G");
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let number: usize = digits.parse().map_err(|_| wrong())?;
    let shift = match text[digits.len()..].to_ascii_uppercase().trim_end_matches("IB").trim_end_matches('B') {
        "" => 0,
        "K" => 10,
        "M" => 20,
        "G" => 30,
        "T" => 40,
        _ => return Err(wrong()),
    };
    number.checked_mul(1 << shift).filter(|size| *size > 0).ok_or_else(wrong)
}
