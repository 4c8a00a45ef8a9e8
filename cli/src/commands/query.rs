//! `strato query`.

mod first_pass;
mod output;
mod scan;
mod stats;
mod stored;

use std::{
    ffi::OsString,
    io::{self, IsTerminal},
    num::NonZeroUsize,
    path::{Path, PathBuf},
    process::ExitCode,
    thread::available_parallelism,
};

use anyhow::bail;
use clap::ValueEnum;
use strato_engine::{
    proto::plan::Ask,
    query::{Backend, QueryOptions},
    write,
};
use strato_filter_lang::macros::Macros;

use super::dissecting::{Dissecting, Settled};
use crate::{
    config, interrupt,
    render::{Column, fields::Format},
};

/// Arguments of `strato query`.
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "strato query [OPTIONS] <FILTER> <FILE>...\n       strato query [OPTIONS] -Y <FILTER> -r <FILE>",
    after_help = "Exit codes: 0 done; 1 the filter, an option or a file name is wrong, and nothing was answered; 2 a \
    capture is damaged or something was lost, and what could be read was answered; 130 stopped by Ctrl-C.\n\n\
    `strato query --help` has examples.",
    after_long_help = EXAMPLES
)]
pub(crate) struct Args {
    /// A display filter (an empty one selects every frame), then captures: pcap or pcapng, plain or compressed
    /// (gzip, zstd, lz4), or Parquet files of `strato convert`; `-` for standard input.
    #[arg(value_name = "FILTER FILE")]
    words: Vec<OsString>,
    /// The display filter; all other words are captures then.
    #[arg(short = 'Y', long = "filter", value_name = "FILTER")]
    filter: Option<String>,
    /// A capture to read, as if it stood at the end.
    #[arg(short = 'r', long = "read-file", value_name = "FILE")]
    read: Vec<PathBuf>,

    /// Print only how many frames were selected.
    #[arg(long)]
    count: bool,
    /// Say on standard error what was read, how it was decided and how long it took.
    #[arg(long)]
    stats: bool,
    /// Threads to work with; 1 leaves reading and judging to one. Default: as many as there are processors.
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// Stop after so many selected frames.
    #[arg(short = 'c', long = "max-count", value_name = "N")]
    max: Option<u64>,

    /// How frames are shown; `-e` alone means `-T fields`.
    #[arg(short = 'T', long = "format", value_enum, value_name = "FORMAT", help_heading = "Output")]
    format: Option<Form>,
    /// A field to show; give it once a column, or several names with commas.
    #[arg(short = 'e', long = "field", value_name = "FIELD", value_delimiter = ',', help_heading = "Output")]
    fields: Vec<String>,
    /// For fields: header=y|n, separator=/t|/s|CHAR, occurrence=f|l|a, aggregator=,|/s|CHAR, quote=d|s|n, bom=y|n; for
    /// csv: occurrence and aggregator.
    #[arg(short = 'E', value_name = "OPTION", help_heading = "Output")]
    options: Vec<String>,
    /// Show every field of every layer.
    #[arg(short = 'V', long, help_heading = "Output")]
    verbose: bool,
    /// Show the bytes, too.
    #[arg(short = 'x', long, help_heading = "Output")]
    hex: bool,
    /// Write the selected frames to a capture, with all blocks, options and comments of the input; `-` for standard
    /// output. Compressed if its name ends in .gz, .zst or .lz4.
    #[arg(short = 'w', long = "write", value_name = "FILE", help_heading = "Output")]
    write: Option<PathBuf>,
    /// Format of that capture: pcapng, pcap or nsecpcap; pcap where its name ends in .pcap, else pcapng.
    #[arg(short = 'F', long = "file-type", value_name = "TYPE", requires = "write", help_heading = "Output")]
    file_type: Option<String>,
    /// Print the frames that are written, too.
    #[arg(short = 'P', long, requires = "write", help_heading = "Output")]
    print: bool,

    /// Read each capture twice: frames then show what only later ones tell of them, e.g. `dns.response_in`,
    /// `tcp.reassembled_in`, and `tcp.completeness` of the whole conversation, as with tshark's -2.
    #[arg(short = '2', long = "two-pass", help_heading = "Filter")]
    two_pass: bool,
    /// Frame that `${field}` in the filter refers to.
    #[arg(long, value_name = "N", help_heading = "Filter")]
    reference_frame: Option<u64>,
    /// Define a macro, e.g. `web=tcp.port in {80, $1}`; used as `$web(443)`.
    #[arg(long = "macro", value_name = "NAME=TEXT", help_heading = "Filter")]
    macros: Vec<String>,
    /// Read macros from a file in the form of Wireshark's `dmacros`.
    #[arg(long, value_name = "FILE", help_heading = "Filter")]
    macro_file: Option<PathBuf>,
    /// Who judges frames: all answer the same, at different speed.
    #[arg(long, value_enum, value_name = "BACKEND", default_value = "jit", help_heading = "Filter")]
    backend: Judge,
    #[command(flatten)]
    dissecting: Dissecting,
}

/// Who judges frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Judge {
    /// Machine code, as far as that goes.
    Jit,
    /// The reference interpreter, over every frame dissected.
    Interpreter,
}

/// Forms of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// One summary line a frame.
    Text,
    /// The fields of `-e` in columns.
    Fields,
    /// An array of documents, as tshark writes it.
    Json,
    /// One flat object a line; numbers are numbers.
    Ndjson,
    /// The fields of `-e`, or the summary, as comma-separated values.
    Csv,
}

const EXAMPLES: &str = "Examples:
  Connections that were opened:
      strato query 'tcp.flags.syn == 1 && tcp.flags.ack == 0' capture.pcapng
  How many answers had an error, in several captures:
      strato query --count 'dns.flags.rcode != 0' a.pcap b.pcap.gz
  Who asked for which host:
      strato query http.request capture.pcapng -e ip.src -e http.host -E header=y
  Frames of one conversation into a capture of their own:
      strato query 'tcp.stream == 7' big.pcapng -w seven.pcapng
  What comes through a pipe, as JSON:
      tcpdump -U -w - | strato query 'icmp' - -T ndjson -e ip.src -e icmp.type
  HTTP/2 without TLS on a port of its own:
      strato query -d tcp.port==50051,http2 'http2.headers.path' capture.pcapng -e http2.headers.path
  Everything about frame 12:
      strato query 'frame.number == 12' capture.pcapng -V -x

Exit codes:
  0    done
  1    the filter, an option or a file name is wrong; nothing was answered
  2    a capture is damaged or something was lost; what could be read was answered
  130  stopped by Ctrl-C; what was done until then is kept";

/// What a run needs, checked.
struct Plan {
    filter: String,
    files: Vec<PathBuf>,
    count: bool,
    max: Option<u64>,
    output: output::Output,
    columns: Vec<Column>,
    format: Format,
    write: Option<(PathBuf, write::Format)>,
    two_pass: bool,
    reference_frame: Option<u64>,
    macros: Macros,
    /// TLS secrets.
    secrets: Vec<u8>,
    ask: Ask,
    backend: Backend,
    threads: usize,
    stats: bool,
    /// Parquet files among the captures.
    stored: stored::Stored,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let plan = plan(args)?;
    interrupt::watch();
    scan::run(&plan)
}

impl Plan {
    fn options(&self) -> QueryOptions {
        let fields = self.columns.iter().map(|column| column.id).collect();
        QueryOptions {
            macros: self.macros.clone(),
            fields,
            ask: self.ask.clone(),
            backend: self.backend,
            timed: self.stats,
            threads: self.threads,
            ..QueryOptions::default()
        }
    }
}

fn plan(args: &Args) -> anyhow::Result<Plan> {
    let (filter, files) = inputs(args)?;
    let (files, stored) = stored::Stored::among(&files)?;
    let Settled { mut config, decode_as, secrets } = args.dissecting.settle()?;
    if let Some(path) = &args.macro_file {
        config::macros_of(&mut config.macros, path)?;
    }
    for definition in &args.macros {
        let Some((name, text)) = definition.split_once('=') else {
            bail!("--macro {definition}: NAME=TEXT is expected, e.g. `web=tcp.port in {{80, 443}}`");
        };
        config::define(&mut config.macros, name.trim(), text)?;
    }
    let output = output::of(args)?;
    let mut format = Format::default();
    for option in &args.options {
        format.set(option)?;
        output.takes(option)?;
    }
    let columns = Column::find(&args.fields)?;
    let write = match &args.write {
        Some(path) => Some((path.clone(), file_type(path, args.file_type.as_deref())?)),
        None => None,
    };
    if let Some((path, _)) = &write {
        writable(path, &files, output)?;
    }
    if let (Some(number), true) = (args.reference_frame, files.iter().any(|file| file == Path::new("-"))) {
        bail!("--reference-frame {number}: standard input cannot be read twice; name a file");
    }
    if let (Some(number), true) = (args.reference_frame, stored.is_some()) {
        bail!(
            "--reference-frame {number}: frames of a Parquet file are not referred to; `strato convert` gives the capture back"
        );
    }
    if args.two_pass && files.iter().any(|file| file == Path::new("-")) {
        bail!("--two-pass: standard input cannot be read twice; name a file");
    }
    let ask = Ask {
        tree: output.tree(&columns),
        columns: output.summary(&columns),
        preferences: config.preferences,
        decode_as,
        ..Ask::default()
    };
    Ok(Plan {
        filter,
        files,
        count: args.count,
        max: args.max,
        output,
        columns,
        format,
        write,
        two_pass: args.two_pass,
        reference_frame: args.reference_frame,
        macros: config.macros,
        secrets,
        ask,
        backend: match args.backend {
            Judge::Jit => Backend::Jit,
            Judge::Interpreter => Backend::Interpreter,
        },
        threads: args.threads.or_else(|| available_parallelism().ok()).map_or(1, NonZeroUsize::get),
        stats: args.stats,
        stored,
    })
}

/// The filter and the captures.
fn inputs(args: &Args) -> anyhow::Result<(String, Vec<PathBuf>)> {
    let mut words = args.words.iter();
    let filter = match &args.filter {
        Some(filter) => filter.clone(),
        None => match words.next() {
            Some(word) => match word.to_str() {
                Some(text) => text.to_owned(),
                None => bail!("the filter is not valid UTF-8"),
            },
            None if args.read.is_empty() => bail!("a filter and a capture are needed: strato query FILTER FILE…"),
            None => String::new(),
        },
    };
    let files: Vec<PathBuf> = words.map(PathBuf::from).chain(args.read.iter().cloned()).collect();
    if files.is_empty() {
        let hint = if Path::new(&filter).is_file() { "; the filter comes first, '' selects every frame" } else { "" };
        bail!("a capture is needed: strato query FILTER FILE…{hint}");
    }
    Ok((filter, files))
}

/// Refuses an output that would destroy an input or mix with text.
fn writable(path: &Path, files: &[PathBuf], output: output::Output) -> anyhow::Result<()> {
    if path == Path::new("-") {
        if io::stdout().is_terminal() {
            bail!("-w -: a capture is no text for a terminal; pipe it into a program or name a file");
        }
        if output != output::Output::Nothing {
            bail!("-w -: frames cannot be printed where the capture goes; write it to a file");
        }
        return Ok(());
    }
    let same = |file: &PathBuf| matches!((file.canonicalize(), path.canonicalize()), (Ok(a), Ok(b)) if a == b);
    if let Some(file) = files.iter().find(|file| same(file)) {
        bail!("-w {}: it is read, too ({}); write to another file", path.display(), file.display());
    }
    Ok(())
}

fn file_type(path: &Path, named: Option<&str>) -> anyhow::Result<write::Format> {
    let Some(name) = named else { return Ok(write::Format::of_path(path)) };
    let Some(format) = write::Format::named(name) else {
        let known = write::FORMATS.iter().map(|row| format!("\n  {:9} {}", row.0, row.2));
        bail!("-F {name}: no such file type; known are{}", known.collect::<String>());
    };
    Ok(format)
}
