//! Which filters compile: the rows of the conformance tables against what Wireshark 4.6 does with them.

use strato_filter_lang::{compile, macros::Macros, schema::Schema};

use crate::dictionary::{rows, schema, shared};

/// Undoes the escapes of the tables.
fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('t') => plain.push('\t'),
                Some('n') => plain.push('\n'),
                Some('r') => plain.push('\r'),
                Some(other) => plain.push(other),
                None => plain.push('\\'),
            },
            (c, false) => plain.push(c),
        }
    }
    plain
}

/// The first error, or nothing.
fn verdict(filter: &str, schema: &Schema, macros: &Macros) -> Result<(), String> {
    match compile(filter, schema, macros) {
        Ok(_) => Ok(()),
        Err(errors) => Err(errors.first().map_or("no reason".into(), |e| format!("{}: {}", e.code, e.message))),
    }
}

/// A filter, what it shall give, and the message or a part of it.
type Row = (String, String, String);

/// The rows that say what 4.6 does. Left out: crashes and `'\\n'`, which is refused by mistake (§20.3).
fn conformance() -> Option<Vec<Row>> {
    let (suite, probes) = (shared("conformance/dfilter.tsv")?, shared("conformance/probes.tsv")?);
    let suite = rows(&suite).filter(|row| row[13].is_empty() && !row[12].starts_with('>')).map(|row| {
        let expect = if row[4] == "C" { row[8] } else { row[17] };
        (unescape(row[3]), expect.to_owned(), row[9].to_owned())
    });
    let probes = rows(&probes).map(|row| (unescape(row[2]), row[6].to_owned(), row[8].to_owned()));
    let sane =
        |row: &Row| !row.1.starts_with("crash") && !matches!(row.1.as_str(), "" | "-") && !row.0.contains(r"'\n'");
    Some(suite.chain(probes).filter(sane).collect())
}

/// The macros that the tables use.
fn macros() -> Option<Macros> {
    let table = shared("conformance/macros.tsv")?;
    let mut macros = Macros::default();
    for row in rows(&table) {
        macros.define(row[0], row[1]).unwrap();
    }
    Some(macros)
}

#[test]
fn filters_compile_as_in_wireshark() {
    let (Some(schema), Some(rows), Some(macros)) = (schema(), conformance(), macros()) else { return };
    let count = rows.len();
    let mut wrong = Vec::new();
    for (filter, expect, message) in rows {
        let because = match (verdict(&filter, &schema, &macros), expect == "error") {
            (Ok(()), false) => continue,
            (Ok(()), true) => format!("should not compile: {message}"),
            (Err(why), false) => why,
            // A field that this schema lacks is no good reason to be right.
            (Err(why), true) if why.starts_with("E0201") && message.contains("FT_") => why,
            (Err(_), true) => continue,
        };
        wrong.push(format!("{filter}\n     {because}"));
    }
    let list = wrong.join("\n");
    assert!(wrong.len() * 400 <= count, "{} of {count} verdicts are wrong:\n{list}", wrong.len());
}
