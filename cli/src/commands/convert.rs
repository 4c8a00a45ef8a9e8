//! `strato convert`.

mod back;

use std::{
    io::{self, BufWriter, IsTerminal, Write},
    num::NonZeroUsize,
    path::{Path, PathBuf},
    process::ExitCode,
    thread::available_parallelism,
};

use anyhow::{anyhow, bail};
use clap::ValueEnum;
use glob::Pattern;
use strato_engine::proto::registry;
use strato_filter_lang::diag::{render::render, similar};
use strato_sql::{
    Captures, Error, Session, Settings,
    column::Column,
    convert::{Conversion, DEFAULT, Group},
};

use super::{Lost, dissecting::Dissecting, sql};
use crate::{interrupt, render::color, unfinished::Unfinished};

/// Arguments of `strato convert`.
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "strato convert [OPTIONS] <CAPTURE>... <OUT>",
    after_help = "Exit codes: 0 done; 1 an option, a filter or a file name is wrong; 2 a capture is damaged, and what could be \
    read was written, or the file could not be written, and is not there; 130 stopped by Ctrl-C, and nothing was written.\n\n\
    `strato convert --help` has examples.",
    after_long_help = EXAMPLES
)]
pub(crate) struct Args {
    /// Captures: pcap or pcapng, plain or compressed (gzip, zstd, lz4), Parquet files with their frames, folders and
    /// quoted patterns of such; then the file to write, whose name ends in .parquet, or as that of a capture.
    #[arg(value_name = "CAPTURE OUT", required = true, num_args = 2..)]
    files: Vec<PathBuf>,
    /// Only frames that this display filter selects.
    #[arg(short = 'Y', long, value_name = "FILTER", default_value = "")]
    filter: String,

    /// A field to have as a column beside the usual ones; give it once a field, or several with commas. `*` and `?` stand
    /// for any letters: `http.*`.
    #[arg(short = 'e', long = "field", value_name = "FIELD", value_delimiter = ',', help_heading = "Columns")]
    fields: Vec<String>,
    /// Columns that belong together, beside the usual ones.
    #[arg(long = "with", value_enum, value_name = "GROUP", value_delimiter = ',', help_heading = "Columns")]
    with: Vec<With>,
    /// Only these fields instead of the usual ones: the file is smaller, and written faster.
    #[arg(long, value_name = "FIELDS", value_delimiter = ',', help_heading = "Columns")]
    columns: Option<Vec<String>>,
    /// Keep the frames themselves, too: any display filter can be asked of the file then, and the captures can be had back.
    #[arg(long, help_heading = "Columns")]
    payload: bool,
    /// Sort the frames by time, e.g. those of several captures.
    #[arg(long)]
    sort: bool,

    /// Rows of a row group: what is passed over at once where it holds nothing that is asked for. Default: 131072.
    #[arg(long, value_name = "ROWS")]
    row_group: Option<NonZeroUsize>,
    /// Memory that sorting may take before it uses the disk, e.g. 500M or 4G.
    #[arg(long, value_name = "SIZE", value_parser = sql::size, default_value = "512M")]
    memory: usize,
    /// Threads to work with. Default: as many as there are processors.
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    #[command(flatten)]
    dissecting: Dissecting,
}

/// Columns that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum With {
    /// What a summary line shows: addresses, protocol, info.
    Summary,
    /// What the table `flows` needs.
    Flows,
    /// What the table `http` needs.
    Http,
    /// What the table `dns` needs.
    Dns,
    /// What the table `tls` needs.
    Tls,
}

const EXAMPLES: &str = "Examples:
  A capture as a table, and a question to it:
      strato convert capture.pcapng capture.parquet
      strato sql 'SELECT ip.src, sum(frame.len) FROM frames GROUP BY 1 ORDER BY 2 DESC LIMIT 10' capture.parquet
  Columns for the table `http`, and all fields of TLS hellos:
      strato convert capture.pcapng web.parquet --with http -e 'tls.handshake.*'
  Few columns, of one protocol:
      strato convert big.pcapng dns.parquet -Y dns --columns ip.src,dns.qry.name,dns.flags.rcode,dns.time
  All captures of a folder, sorted by time:
      strato convert captures/ all.parquet --sort
  A file that answers every display filter, and gives the capture back:
      strato convert capture.pcapng whole.parquet --payload
      strato convert whole.parquet capture-again.pcapng
  With another program:
      duckdb -c 'SELECT \"tcp.dstport\", count(*) FROM \"capture.parquet\" GROUP BY 1'

The columns frame.number, frame.time and file are always there. docs/convert.md lists the others, and what the file says of
itself.

Exit codes:
  0    done
  1    an option, a filter or a file name is wrong; nothing was written
  2    a capture is damaged, and what could be read was written; or the file could not be written, and is not there
  130  stopped by Ctrl-C; nothing was written";

/// Runs the command.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let Some((out, files)) = args.files.split_last() else { bail!("a capture and a file to write are needed") };
    let files = strato_sql::expand(files).map_err(|error| anyhow!("{error}"))?;
    let same = |file: &Path| matches!((file.canonicalize(), out.canonicalize()), (Ok(a), Ok(b)) if a == b);
    if let Some(file) = files.iter().find(|file| same(file)) {
        bail!("{}: it is read, too ({}); write to another file", out.display(), file.display());
    }
    match out.extension().and_then(|ending| ending.to_str()) {
        _ if out == Path::new("-") => {}
        Some("parquet" | "parq" | "pq") => {}
        Some("pcapng" | "pcap" | "cap" | "gz" | "zst" | "lz4") => return back::run(args, &files, out),
        _ => bail!("{}: a name that ends in .parquet, or in .pcapng or .pcap, is expected", out.display()),
    }
    let settled = args.dissecting.settle()?;
    let mut captures = Captures::new(files, settled.options());
    captures.secrets = settled.secrets;
    captures.filter.clone_from(&args.filter);
    captures.stop = interrupt::asked;
    let threads = args.threads.or_else(|| available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let settings = Settings { threads, memory: Some(args.memory), ..Settings::default() };
    let conversion = Conversion {
        columns: columns(args)?,
        payload: args.payload,
        sort: args.sort,
        rows: args.row_group.map(NonZeroUsize::get),
    };
    let mut session = match Session::new(captures, settings) {
        Ok(session) => session,
        Err(error) => return sql::refuse(error),
    };
    for (text, warnings) in &session.warnings() {
        writeln!(anstream::stderr(), "{}", render(text, warnings, color::of_messages()))?;
    }
    interrupt::watch();
    let converted = match out == Path::new("-") {
        true => to_stdout(&mut session, &conversion),
        false => to_file(&mut session, &conversion, out),
    };
    if let Err(error) = converted {
        return match error {
            Failed::Answer(Error::Output(error)) | Failed::Output(error) => {
                Err(Lost(format!("{}: cannot write to it: {error}; nothing was written", out.display())).into())
            }
            Failed::Answer(error) => sql::refuse(error),
            Failed::Make(error) => bail!("{}: cannot make it: {error}", out.display()),
            Failed::Stopped => Ok(ExitCode::from(interrupt::EXIT_CODE)),
        };
    }
    let damages = session.captures().damages();
    for damage in &damages {
        writeln!(anstream::stderr(), "strato convert: {}: {}", damage.file, damage.message)?;
    }
    Ok(ExitCode::from(if damages.is_empty() { 0 } else { 2 }))
}

/// Why there is no file.
enum Failed {
    Answer(Error),
    Make(io::Error),
    Output(io::Error),
    Stopped,
}

fn to_file(session: &mut Session, conversion: &Conversion, path: &Path) -> Result<(), Failed> {
    let unfinished = Unfinished::create(path).map_err(Failed::Make)?;
    let file = BufWriter::with_capacity(256 * 1024, unfinished.file().map_err(Failed::Make)?);
    let (_, mut file) = session.convert(conversion, file).map_err(Failed::Answer)?;
    if interrupt::asked() {
        return Err(Failed::Stopped);
    }
    file.flush().map_err(Failed::Output)?;
    unfinished.finish().map_err(Failed::Output)
}

fn to_stdout(session: &mut Session, conversion: &Conversion) -> Result<(), Failed> {
    if io::stdout().is_terminal() {
        return Err(Failed::Make(io::Error::other("a Parquet file is no text for a terminal")));
    }
    let (_, mut out) = session.convert(conversion, BufWriter::new(io::stdout())).map_err(Failed::Answer)?;
    out.flush().map_err(Failed::Output)
}

/// The columns that the options mean together.
fn columns(args: &Args) -> anyhow::Result<Vec<Column>> {
    let mut found = Vec::new();
    match &args.columns {
        Some(names) => names.iter().try_for_each(|name| named(name, &mut found))?,
        None => found.extend(DEFAULT.iter().filter_map(|name| Column::named(name))),
    }
    for with in &args.with {
        let group = match with {
            With::Summary => Group::Summary,
            With::Flows => Group::Flows,
            With::Http => Group::Http,
            With::Dns => Group::Dns,
            With::Tls => Group::Tls,
        };
        found.extend(group.columns());
    }
    args.fields.iter().try_for_each(|name| named(name, &mut found))?;
    Ok(found)
}

/// The columns of a name, or of a pattern of names.
fn named(name: &str, found: &mut Vec<Column>) -> anyhow::Result<()> {
    let all = || registry::schema().fields().map(|(_, field)| field.name);
    if name.contains(['*', '?']) {
        let pattern = Pattern::new(name).map_err(|error| anyhow!("`{name}` is no pattern: {error}"))?;
        let before = found.len();
        found.extend(all().filter(|field| pattern.matches(field)).filter_map(Column::named));
        if found.len() == before {
            bail!("no field is called `{name}`; `strato fields` lists those there are");
        }
        return Ok(());
    }
    if let Some(column) = Column::named(name) {
        found.push(column);
        return Ok(());
    }
    match similar::names(name, all()).as_slice() {
        [] => bail!("there is no field `{name}`; `strato fields` lists those there are"),
        near => bail!("there is no field `{name}`; did you mean `{}`?", near.join("`, `")),
    }
}
