//! `strato fields`.

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use serde_json::{Map, Value, json};
use strato_engine::{preferences, proto::registry};
use strato_filter_lang::schema::{Field, Names, Source};

/// Arguments of `strato fields`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    strato fields udp.                    fields whose name, label or description holds `udp.`\n  \
    strato fields --values 'no such name' also what numbers are called\n  \
    strato fields --json tcp.flags        for machines\n  \
    strato fields --preferences tcp       what -o sets of TCP\n  \
    strato fields --coverage FILE tcp     fields of a dictionary that are known of `tcp`")]
pub(crate) struct Args {
    /// Part of a name, label, description or name of a value, in any case; all fields when left out.
    #[arg(default_value = "")]
    pattern: String,
    /// List the names that values have.
    #[arg(long)]
    values: bool,
    /// Only fields of this type, e.g. `IPv4` or `FT_UINT16`.
    #[arg(long = "type", short, value_name = "TYPE")]
    ty: Option<String>,
    /// One JSON object a line.
    #[arg(long)]
    json: bool,
    /// Compare with a dictionary instead: a tab-separated table with the columns `field` and `protocol`. Lists how many
    /// fields of each protocol are known, and the names of those that are not; PATTERN is the name of one protocol then.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["values", "ty"])]
    coverage: Option<PathBuf>,
    /// List the preferences instead, which `-o NAME:VALUE` sets: name, kind of value, usual value, what it does.
    #[arg(long, conflicts_with_all = ["values", "ty", "coverage"])]
    preferences: bool,
}

/// Runs the command; exit code 1 when nothing is found.
pub(crate) fn run(args: &Args) -> io::Result<ExitCode> {
    if let Some(file) = &args.coverage {
        return super::coverage::run(file, &args.pattern, args.json);
    }
    if args.preferences {
        return preferences(&args.pattern.to_lowercase(), args.json);
    }
    let mut out = anstream::stdout().lock();
    let wanted = args.pattern.to_lowercase();
    let mut fields: Vec<&Field> = registry::schema().fields().map(|(_, field)| field).collect();
    fields.retain(|field| matches(field, &wanted) && args.ty.as_deref().is_none_or(|ty| has_type(field, ty)));
    fields.sort_by_key(|field| field.name);
    for field in &fields {
        if args.json {
            writeln!(out, "{}", object(field))?;
        } else {
            text(&mut out, field, &wanted, args.values)?;
        }
    }
    if fields.is_empty() {
        writeln!(anstream::stderr(), "strato fields: nothing matches `{}`", args.pattern)?;
    }
    Ok(ExitCode::from(u8::from(fields.is_empty())))
}

/// Lists preferences; exit code 1 when none matches.
fn preferences(wanted: &str, as_json: bool) -> io::Result<ExitCode> {
    let mut out = anstream::stdout().lock();
    let mut found = preferences::all();
    found.retain(|one| [&one.name, &one.help].iter().any(|text| text.to_lowercase().contains(wanted)));
    for one in &found {
        if as_json {
            let row = json!({ "name": one.name, "kind": one.kind, "default": one.usual, "help": one.help });
            writeln!(out, "{row}")?;
        } else {
            writeln!(out, "{}: {}\n    {}; {}", one.name, one.usual, one.kind, one.help)?;
        }
    }
    if found.is_empty() {
        writeln!(anstream::stderr(), "strato fields: no preference matches `{wanted}`")?;
    }
    Ok(ExitCode::from(u8::from(found.is_empty())))
}

/// Shorter patterns are in the names of too many values to mean them.
const LEAST_OF_VALUE: usize = 3;

fn matches(field: &Field, wanted: &str) -> bool {
    let in_values =
        || field.definitions().any(|field| value_names(field).iter().any(|row| row.2.to_lowercase().contains(wanted)));
    in_texts(field, wanted) || wanted.len() >= LEAST_OF_VALUE && in_values()
}

fn in_texts(field: &Field, wanted: &str) -> bool {
    [field.name, field.label, field.help].iter().any(|text| text.to_lowercase().contains(wanted))
}

fn has_type(field: &Field, ty: &str) -> bool {
    field.definitions().any(|field| {
        let name = field.ty.name().to_ascii_lowercase();
        let ty = ty.to_ascii_lowercase();
        name == ty.strip_prefix("ft_").unwrap_or(&ty)
    })
}

fn text(out: &mut impl Write, field: &Field, wanted: &str, all: bool) -> io::Result<()> {
    let unit = if field.unit.is_empty() { String::new() } else { format!(" [{}]", field.unit) };
    writeln!(out, "{:44} {:18} {}{unit}", field.name, field.ty.name(), field.label)?;
    if !field.help.is_empty() {
        writeln!(out, "    {}", field.help)?;
    }
    // A field found only by the name of a value shows that name.
    let only_by_value = !in_texts(field, wanted);
    for field in field.definitions() {
        for (low, high, name) in value_names(field) {
            if all || only_by_value && name.to_lowercase().contains(wanted) {
                let numbers = if low == high { low.to_string() } else { format!("{low}..{high}") };
                writeln!(out, "    {numbers:>12}  {name}")?;
            }
        }
    }
    Ok(())
}

/// `(low, high, name)` of the values that have names.
fn value_names(field: &Field) -> Vec<(u64, u64, &'static str)> {
    match field.names {
        Names::Table(values) => values.ranges.to_vec(),
        Names::Bool(yes, no) => vec![(1, 1, yes), (0, 0, no)],
        Names::None | Names::Format(_) => Vec::new(),
    }
}

fn object(field: &Field) -> Value {
    let mut row = Map::new();
    row.insert("name".to_owned(), json!(field.name));
    row.insert("label".to_owned(), json!(field.label));
    row.insert("type".to_owned(), json!(field.ty.name()));
    for (key, value) in [("help", field.help), ("unit", field.unit)] {
        if !value.is_empty() {
            row.insert(key.to_owned(), json!(value));
        }
    }
    let source = match field.source {
        Source::Header { .. } => "header",
        Source::Payload => "payload",
        Source::Record(_) => "record",
        Source::Computed => "computed",
        Source::Event { .. } => "event",
        Source::Resolved { .. } => "resolved",
    };
    row.insert("source".to_owned(), json!(source));
    let values: Vec<_> = value_names(field)
        .into_iter()
        .map(|(low, high, name)| json!({ "low": low, "high": high, "name": name }))
        .collect();
    if !values.is_empty() {
        row.insert("values".to_owned(), Value::Array(values));
    }
    Value::Object(row)
}
