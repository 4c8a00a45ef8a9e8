//! Columns for people, no wider than the terminal.

use std::io::{self, Write};

use datafusion::arrow::{array::RecordBatch, datatypes::SchemaRef};

use super::{Sink, shown};

/// Rows that are looked at before the widths are settled.
const LOOKED_AT: usize = 1000;
/// Narrowest column that is cut.
const LEAST: usize = 8;
/// Between two columns.
const GAP: &str = "  ";

pub(super) struct Table<W> {
    out: W,
    width: usize,
    names: Vec<String>,
    /// Columns whose values stand to the right.
    right: Vec<bool>,
    /// Rows that wait for the widths.
    rows: Vec<Vec<String>>,
    widths: Option<Vec<usize>>,
}

impl<W: Write> Table<W> {
    pub(super) fn new(out: W, width: usize) -> Self {
        Self { out, width, names: Vec::new(), right: Vec::new(), rows: Vec::new(), widths: None }
    }

    /// Settles the widths and writes what waits.
    fn settle(&mut self) -> io::Result<()> {
        let longest = |i: usize| {
            let rows = self.rows.iter().filter_map(|row| row.get(i)).flat_map(|text| text.lines());
            rows.chain(self.names.get(i).map(String::as_str)).map(|text| text.chars().count()).max().unwrap_or(0)
        };
        let mut widths: Vec<usize> = (0..self.names.len()).map(longest).collect();
        // The widest columns give way.
        let gaps = GAP.len() * widths.len().saturating_sub(1);
        while widths.iter().sum::<usize>() + gaps > self.width {
            match widths.iter_mut().max() {
                Some(widest) if *widest > LEAST => *widest -= 1,
                _ => break,
            }
        }
        let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
        line(&mut self.out, &self.names, &widths, &self.right)?;
        line(&mut self.out, &rule, &widths, &self.right)?;
        for row in self.rows.drain(..) {
            line(&mut self.out, &row, &widths, &self.right)?;
        }
        self.widths = Some(widths);
        Ok(())
    }
}

/// Writes a row, a line for each line of its longest cell.
fn line(out: &mut impl Write, cells: &[String], widths: &[usize], right: &[bool]) -> io::Result<()> {
    let height = cells.iter().map(|cell| cell.lines().count()).max().unwrap_or(1).max(1);
    for number in 0..height {
        let mut text = String::new();
        for (i, (cell, width)) in cells.iter().zip(widths).enumerate() {
            let cell = cell.lines().nth(number).unwrap_or_default();
            let cell = cut(cell, *width);
            let room = width.saturating_sub(cell.chars().count());
            let right = right.get(i).copied().unwrap_or_default();
            let (before, after) = if right { (room, 0) } else { (0, room) };
            text.push_str(if i == 0 { "" } else { GAP });
            text.push_str(&" ".repeat(before));
            text.push_str(&cell);
            text.push_str(&" ".repeat(after));
        }
        writeln!(out, "{}", text.trim_end())?;
    }
    Ok(())
}

/// At most so many characters; control characters, which would disturb the terminal, as dots.
fn cut(text: &str, width: usize) -> String {
    let plain = |c: char| if c.is_control() { '·' } else { c };
    if text.chars().count() <= width {
        return text.chars().map(plain).collect();
    }
    text.chars().take(width.saturating_sub(1)).map(plain).chain(['…']).collect()
}

impl<W: Write> Sink for Table<W> {
    fn begin(&mut self, schema: &SchemaRef) -> io::Result<()> {
        self.names = schema.fields().iter().map(|field| field.name().clone()).collect();
        self.right = vec![false; self.names.len()];
        Ok(())
    }

    fn batch(&mut self, batch: &RecordBatch) -> io::Result<()> {
        let columns = shown(batch)?;
        self.right = columns.iter().map(crate::show::Shown::is_number).collect();
        for row in 0..batch.num_rows() {
            let cells = columns.iter().map(|column| {
                let mut text = String::new();
                column.push(row, &mut text);
                text
            });
            let cells: Vec<String> = cells.collect();
            match &self.widths {
                Some(widths) => line(&mut self.out, &cells, widths, &self.right)?,
                None => self.rows.push(cells),
            }
            if self.rows.len() >= LOOKED_AT {
                self.settle()?;
            }
        }
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        if self.widths.is_none() {
            self.settle()?;
        }
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_column_gives_way() {
        let mut out = Vec::new();
        let mut table = Table::new(&mut out, 24);
        table.names = vec!["n".to_owned(), "text".to_owned()];
        table.right = vec![true, false];
        table.rows = vec![vec!["7".to_owned(), "a".repeat(40)], vec!["123".to_owned(), "b\u{1b}c".to_owned()]];
        table.settle().unwrap();
        let lines: Vec<_> = String::from_utf8(out).unwrap().lines().map(str::to_owned).collect();
        assert_eq!(lines[0], "  n  text");
        assert_eq!(lines[2], "  7  aaaaaaaaaaaaaaaaaa…");
        assert_eq!(lines[3], "123  b·c");
    }
}
