//! Tables for people: columns as wide as what is in them.

use std::io::{self, Write};

use strato_engine::stats::{Cell, Table};

/// Writes a table under its title; text stands left, numbers right.
pub(crate) fn write(out: &mut dyn Write, table: &Table) -> io::Result<()> {
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(text).collect()).collect();
    let columns: Vec<(&str, usize, bool)> = table
        .columns
        .iter()
        .enumerate()
        .map(|(i, (_, title))| {
            let cells = rows.iter().filter_map(|row| row.get(i)).map(|cell| cell.chars().count());
            let left = table.rows.iter().all(|row| matches!(row.get(i), Some(Cell::Text(_) | Cell::None)));
            (*title, cells.max().unwrap_or_default().max(title.chars().count()), left)
        })
        .collect();
    let bold = clap::builder::styling::Style::new().bold();
    writeln!(out, "{bold}{}{bold:#}", table.title)?;
    line(out, &columns, columns.iter().map(|(title, ..)| *title))?;
    rows.iter().try_for_each(|row| line(out, &columns, row.iter().map(String::as_str)))
}

fn line<'c>(
    out: &mut dyn Write,
    columns: &[(&str, usize, bool)],
    cells: impl Iterator<Item = &'c str>,
) -> io::Result<()> {
    let mut line = String::new();
    for ((_, width, left), cell) in columns.iter().zip(cells) {
        let cell = if *left { format!("{cell:width$}") } else { format!("{cell:>width$}") };
        line.push_str(&cell);
        line.push_str("  ");
    }
    writeln!(out, "{}", line.trim_end())
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::None => String::new(),
        Cell::Text(text) => text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect(),
        Cell::Count(n) => n.to_string(),
        Cell::Time(ns) => {
            let sign = if *ns < 0 { "-" } else { "" };
            format!("{sign}{}.{:06}", ns.unsigned_abs() / 1_000_000_000, ns.unsigned_abs() % 1_000_000_000 / 1000)
        }
        Cell::Share(share) => format!("{:.2} %", share * 100.0),
    }
}
