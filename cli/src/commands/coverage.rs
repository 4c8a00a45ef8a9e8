//! `strato fields --coverage`: how many fields of a dictionary the schema has.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use serde_json::json;
use strato_engine::proto::registry;

/// What a dictionary says of one protocol.
#[derive(Default)]
struct Protocol<'a> {
    total: usize,
    missing: Vec<&'a str>,
}

/// Reads the dictionary, a table with the columns `field` and `protocol`, and prints a line a protocol; all of them, or
/// those whose name is `only`. Exit code 1 when it names none of them.
pub(super) fn run(file: &Path, only: &str, as_json: bool) -> io::Result<ExitCode> {
    let mut out = anstream::stdout().lock();
    let table = match fs::read_to_string(file) {
        Ok(table) => table,
        Err(error) => {
            writeln!(anstream::stderr(), "strato fields: {}: {error}", file.display())?;
            return Ok(ExitCode::from(2));
        }
    };
    let Some(protocols) = protocols(&table) else {
        writeln!(anstream::stderr(), "strato fields: {}: no columns `field` and `protocol`", file.display())?;
        return Ok(ExitCode::from(1));
    };
    let mut found = false;
    let (mut have, mut all, mut unknown) = (0, 0, 0);
    for (name, protocol) in &protocols {
        let known = protocol.total - protocol.missing.len();
        (have, all) = (have + known, all + protocol.total);
        if !only.is_empty() && *name != only {
            continue;
        }
        // Those of which the schema has nothing are only counted.
        if only.is_empty() && known == 0 {
            unknown += 1;
            continue;
        }
        found = true;
        if as_json {
            let row = json!({ "protocol": name, "known": known, "total": protocol.total, "missing": protocol.missing });
            writeln!(out, "{row}")?;
        } else {
            line(&mut out, name, known, protocol.total)?;
            for field in &protocol.missing {
                writeln!(out, "    {field}")?;
            }
        }
    }
    if only.is_empty() && !as_json {
        line(&mut out, "in all", have, all)?;
        writeln!(out, "protocols without any field: {unknown}")?;
    }
    if !found {
        writeln!(anstream::stderr(), "strato fields: no protocol `{only}` in the dictionary")?;
    }
    Ok(ExitCode::from(u8::from(!found)))
}

fn line(out: &mut impl Write, name: &str, known: usize, total: usize) -> io::Result<()> {
    let share = known as f64 / total.max(1) as f64 * 100.0;
    writeln!(out, "{name:24} {known:>6} of {total:>6}  {share:>6.2} %")
}

/// The protocols of a dictionary and what the schema lacks of each; a field counts once, whatever its definitions.
fn protocols(table: &str) -> Option<BTreeMap<&str, Protocol<'_>>> {
    let schema = registry::schema();
    let mut lines = table.lines();
    let header: Vec<_> = lines.next()?.split('\t').collect();
    let column = |name| header.iter().position(|column| *column == name);
    let (field, protocol) = (column("field")?, column("protocol")?);
    let mut rows: Vec<(&str, &str)> = lines
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .filter_map(|row| Some((*row.get(protocol)?, *row.get(field)?)))
        .collect();
    rows.sort_unstable();
    rows.dedup();
    let mut protocols = BTreeMap::<_, Protocol<'_>>::new();
    for (protocol, field) in rows {
        let entry = protocols.entry(protocol).or_default();
        entry.total += 1;
        if schema.resolve(field).is_none() {
            entry.missing.push(field);
        }
    }
    Some(protocols)
}
