//! `strato stats`.

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
    time::Duration,
};

use anyhow::bail;
use clap::ValueEnum;
use serde_json::{Map, Value, json};
use strato_engine::stats::{Cell, Ends, Kind, Table, tap};

use super::{
    dissecting::Dissecting,
    scan::{self, Read},
};
use crate::{interrupt, render::table};

/// Arguments of `strato stats`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    strato stats hierarchy capture.pcapng                        which protocols there are\n  \
    strato stats conversations --type tcp capture.pcapng         who talked to whom, the busiest first\n  \
    strato stats io --interval 10 -Y 'tcp.analysis.flags' a.pcap what goes wrong, over time\n  \
    strato stats http --json capture.pcapng                      for machines")]
pub(crate) struct Args {
    /// What is counted.
    #[arg(value_enum, value_name = "WHAT")]
    what: What,
    /// Captures; `-` for standard input.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Count only the frames that this display filter selects.
    #[arg(short = 'Y', long = "filter", value_name = "FILTER", default_value = "")]
    filter: String,
    /// Layers of conversations and endpoints; all that occur when left out.
    #[arg(long = "type", short = 't', value_enum, value_name = "LAYER", value_delimiter = ',')]
    layers: Vec<Layer>,
    /// Length of the intervals of `io`, seconds.
    #[arg(long, value_name = "SECONDS", default_value = "1")]
    interval: f64,
    /// Show only so many rows of each table.
    #[arg(long, short = 'n', value_name = "N")]
    limit: Option<usize>,
    /// One JSON object: an array of rows for each table.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    dissecting: Dissecting,
}

/// What can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    /// Frames and bytes of each protocol, by what it stands in.
    Hierarchy,
    /// Who talked to whom.
    Conversations,
    /// Who talked.
    Endpoints,
    /// Frames and bytes in each interval.
    Io,
    /// Requests, answers, hosts and times of HTTP.
    Http,
    /// Questions, answers and times of DNS.
    Dns,
    /// What the dissectors noted, the worst first.
    Expert,
}

/// Layers with ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Layer {
    Eth,
    Ip,
    Ipv6,
    Tcp,
    Udp,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let kind = kind(args)?;
    if !args.layers.is_empty() && !matches!(kind, Kind::Conversations | Kind::Endpoints) {
        bail!("--type: it tells the layers of conversations and endpoints only");
    }
    let ends: Vec<Ends> = args.layers.iter().map(|layer| layer.ends()).collect();
    interrupt::watch();
    let settled = args.dissecting.settle()?;
    let mut worst = 0;
    let mut objects = Vec::new();
    for file in &args.files {
        let mut tap = tap(kind, &ends);
        let mut options = settled.options();
        options.fields = tap.fields();
        let Some(mut query) = scan::compile(&args.filter, options)? else { return Ok(ExitCode::from(1)) };
        query.secrets(&settled.secrets);
        let read = scan::scan("stats", &mut query, file, |frame, found| {
            tap.frame(frame, found);
            Ok(())
        })?;
        worst = worst.max(read.exit_code());
        if read == Read::Not {
            continue;
        }
        let mut tables = tap.tables();
        if let Some(limit) = args.limit {
            tables.iter_mut().for_each(|table| table.rows.truncate(limit));
        }
        if args.json {
            objects.push(object(&tables));
        } else {
            let mut out = anstream::stdout().lock();
            if args.files.len() > 1 {
                writeln!(out, "{}", file.display())?;
            }
            print(&mut out, &tables)?;
        }
        if interrupt::asked() {
            break;
        }
    }
    if args.json {
        let document = if args.files.len() > 1 { Value::Array(objects) } else { objects.pop().unwrap_or_default() };
        writeln!(anstream::stdout(), "{}", serde_json::to_string_pretty(&document)?)?;
    }
    Ok(ExitCode::from(worst))
}

fn kind(args: &Args) -> anyhow::Result<Kind> {
    Ok(match args.what {
        What::Hierarchy => Kind::Hierarchy,
        What::Conversations => Kind::Conversations,
        What::Endpoints => Kind::Endpoints,
        What::Io => match Duration::try_from_secs_f64(args.interval) {
            Ok(interval) if !interval.is_zero() => Kind::Io(interval),
            _ => bail!("--interval {}: more than 0 seconds are expected", args.interval),
        },
        What::Http => Kind::Http,
        What::Dns => Kind::Dns,
        What::Expert => Kind::Expert,
    })
}

impl Layer {
    fn ends(self) -> Ends {
        match self {
            Self::Eth => Ends::Eth,
            Self::Ip => Ends::Ip,
            Self::Ipv6 => Ends::Ipv6,
            Self::Tcp => Ends::Tcp,
            Self::Udp => Ends::Udp,
        }
    }
}

/// Tables for people.
fn print(out: &mut dyn Write, tables: &[Table]) -> io::Result<()> {
    if tables.iter().all(|table| table.rows.is_empty()) {
        return writeln!(out, "nothing was found");
    }
    for (i, found) in tables.iter().filter(|table| !table.rows.is_empty()).enumerate() {
        if i > 0 {
            writeln!(out)?;
        }
        table::write(out, found)?;
    }
    Ok(())
}

/// Tables for machines: times in seconds, shares of 1.
fn object(tables: &[Table]) -> Value {
    let cell = |cell: &Cell| match cell {
        Cell::None => Value::Null,
        Cell::Text(text) => json!(text.trim_start()),
        Cell::Count(n) => json!(n),
        Cell::Time(ns) => json!(*ns as f64 / 1e9),
        Cell::Share(share) => json!(share),
    };
    let row = |table: &Table, row: &Vec<Cell>| {
        let names = table.columns.iter().map(|(name, _)| (*name).to_owned());
        Value::Object(names.zip(row.iter().map(cell)).collect::<Map<_, _>>())
    };
    let rows = |table: &Table| table.rows.iter().map(|cells| row(table, cells)).collect();
    Value::Object(tables.iter().map(|table| (table.name.clone(), Value::Array(rows(table)))).collect())
}
