//! `-T fields`: chosen fields in columns, as tshark prints them.

use std::io::{self, Write};

use anyhow::{Context, bail};
use strato_engine::proto::registry;

use super::{Column, Sink, View, value};

/// Which of a field's occurrences are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Occurrence {
    First,
    Last,
    All,
}

/// The `-E` options.
#[derive(Clone, Debug)]
pub(crate) struct Format {
    header: bool,
    bom: bool,
    separator: char,
    pub(crate) occurrence: Occurrence,
    pub(crate) aggregator: char,
    quote: Option<char>,
}

impl Default for Format {
    fn default() -> Self {
        let occurrence = Occurrence::All;
        Self { header: false, bom: false, separator: '\t', occurrence, aggregator: ',', quote: None }
    }
}

impl Format {
    /// Takes one option, `NAME=VALUE`.
    pub(crate) fn set(&mut self, option: &str) -> anyhow::Result<()> {
        let known = "header=, separator=, occurrence=, aggregator=, quote= and bom= are known";
        let (name, value) = option.split_once('=').with_context(|| format!("-E {option}: not NAME=VALUE; {known}"))?;
        match name {
            "header" => self.header = yes(option, value)?,
            "bom" => self.bom = yes(option, value)?,
            "separator" => self.separator = character(option, value)?,
            "aggregator" => self.aggregator = character(option, value)?,
            "occurrence" => {
                self.occurrence = match value {
                    "f" => Occurrence::First,
                    "l" => Occurrence::Last,
                    "a" => Occurrence::All,
                    _ => bail!("-E {option}: f (first), l (last) or a (all) is expected"),
                }
            }
            "quote" => {
                self.quote = match value {
                    "d" => Some('"'),
                    "s" => Some('\''),
                    "n" => None,
                    _ => bail!("-E {option}: d (double), s (single) or n (none) is expected"),
                }
            }
            _ => bail!("-E {option}: there is no `{name}`; {known}"),
        }
        Ok(())
    }
}

fn yes(option: &str, value: &str) -> anyhow::Result<bool> {
    match value {
        "y" => Ok(true),
        "n" => Ok(false),
        _ => bail!("-E {option}: y or n is expected"),
    }
}

fn character(option: &str, value: &str) -> anyhow::Result<char> {
    let mut chars = value.chars();
    match (value, chars.next(), chars.next()) {
        ("/t", ..) => Ok('\t'),
        ("/s", ..) => Ok(' '),
        (_, Some(c), None) => Ok(c),
        _ => bail!("-E {option}: one character, /t (tab) or /s (space) is expected"),
    }
}

/// Columns of fields.
pub(crate) struct Fields {
    columns: Vec<Column>,
    format: Format,
}

impl Fields {
    pub(crate) fn new(columns: Vec<Column>, format: Format) -> Self {
        Self { columns, format }
    }
}

impl Sink for Fields {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.format.bom {
            write!(out, "\u{feff}")?;
        }
        if self.format.header {
            let names: Vec<_> = self.columns.iter().map(|column| column.name.as_str()).collect();
            writeln!(out, "{}", names.join(&self.format.separator.to_string()))?;
        }
        Ok(())
    }

    fn frame(&self, line: &mut Vec<u8>, view: &View<'_>) -> io::Result<()> {
        let Format { separator, quote, aggregator, occurrence, .. } = self.format;
        for (i, column) in self.columns.iter().enumerate() {
            if i > 0 {
                push(line, separator);
            }
            let field = registry::schema().field(column.id);
            let start = line.len();
            let mut first = true;
            for found in view.found.occurrences.iter().filter(|found| found.field == column.id) {
                match (first, occurrence) {
                    (true, _) => {
                        if let Some(quote) = quote {
                            push(line, quote);
                        }
                    }
                    (false, Occurrence::First) => break,
                    (false, Occurrence::Last) => line.truncate(start + quote.map_or(0, char::len_utf8)),
                    (false, Occurrence::All) => push(line, aggregator),
                }
                first = false;
                value::put(line, field.definition(found.def), found);
            }
            if let (false, Some(quote)) = (first, quote) {
                push(line, quote);
            }
        }
        line.push(b'\n');
        Ok(())
    }
}

#[inline]
fn push(line: &mut Vec<u8>, c: char) {
    if c.is_ascii() {
        return line.push(c as u8);
    }
    line.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

/// The occurrences that are shown.
pub(crate) fn chosen(mut values: Vec<String>, occurrence: Occurrence) -> Vec<String> {
    match occurrence {
        Occurrence::First => values.truncate(1),
        Occurrence::Last => values = values.pop().into_iter().collect(),
        Occurrence::All => {}
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_those_of_tshark() {
        let mut format = Format::default();
        for option in ["header=y", "separator=/s", "occurrence=l", "aggregator=;", "quote=d", "bom=n"] {
            format.set(option).unwrap();
        }
        assert_eq!((format.separator, format.quote, format.aggregator), (' ', Some('"'), ';'));
        for wrong in ["header", "header=1", "separator=ab", "occurrence=x", "quote=x", "colour=y", "aggregator="] {
            assert!(format.set(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn occurrences_are_chosen() {
        let values = || vec!["a".to_owned(), "b".to_owned()];
        assert_eq!(chosen(values(), Occurrence::First), ["a"]);
        assert_eq!(chosen(values(), Occurrence::Last), ["b"]);
        assert_eq!(chosen(values(), Occurrence::All), ["a", "b"]);
    }
}
