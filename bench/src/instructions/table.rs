//! The counts that are kept.

use std::{fs, io, path::Path};

use anyhow::Context;

/// Counts by filter, and what compiled the program that was counted.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// What `rustc --version` says.
    pub(super) rustc: Option<String>,
    /// Filters with their instructions for each packet.
    pub(super) rows: Vec<(String, f64)>,
}

/// Before the version of the compiler.
const RUSTC: &str = "# release build of ";

impl Table {
    /// Reads the table; an empty one if there is none.
    pub(super) fn read(path: &Path) -> anyhow::Result<Self> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
        };
        Self::parse(&text).with_context(|| format!("{} has a line that is none", path.display()))
    }

    fn parse(text: &str) -> anyhow::Result<Self> {
        let mut table = Self::default();
        for line in text.lines() {
            if let Some(version) = line.strip_prefix(RUSTC) {
                table.rustc = Some(version.to_owned());
            } else if !line.starts_with('#') {
                let (count, filter) = line.split_once('\t').context("a count, a tab, a filter")?;
                table.rows.push((filter.to_owned(), count.parse()?));
            }
        }
        Ok(table)
    }

    /// The count of a filter.
    pub(super) fn find(&self, filter: &str) -> Option<f64> {
        self.rows.iter().find(|row| row.0 == filter).map(|row| row.1)
    }

    /// Writes the table.
    pub(super) fn write(&self, path: &Path) -> anyhow::Result<()> {
        fs::write(path, self.print()).with_context(|| format!("cannot write {}", path.display()))
    }

    fn print(&self) -> String {
        let mut text =
            "# Instructions for each packet of the 10 MB capture: `strato-bench instructions --update`\n".to_owned();
        if let Some(version) = &self.rustc {
            text.push_str(&format!("{RUSTC}{version}\n"));
        }
        for (filter, count) in &self.rows {
            text.push_str(&format!("{count:.1}\t{filter}\n"));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_reads_as_written() {
        let rows = vec![("dns".to_owned(), 123.5), ("tcp.port in {80, 443}".to_owned(), 7.0)];
        let table = Table { rustc: Some("rustc 1.2.3".to_owned()), rows };
        let read = Table::parse(&table.print()).expect("a table");
        assert_eq!(read.rustc, table.rustc);
        assert_eq!(read.rows, table.rows);
    }
}
