//! Tables of this repository: filters over the shared captures with the answers of tshark 4.0.17.

use std::path::Path;

use strato_engine::{decode_as::DecodeAs, preferences::Preferences};

use crate::conformance::{Expected, Row, lines};

/// Where they are.
const FOLDER: &str = env!("CARGO_MANIFEST_DIR");

/// `two_pass.tsv`: capture, filter, how many frames and which as `tshark -2` answers; then how many without `-2`.
pub fn two_pass() -> Vec<Row> {
    rows("two_pass.tsv").map(|(row, _)| Row { two_pass: true, ..row }).collect()
}

/// `preferences.tsv`: the same as `tshark -o` answers, with the preferences in the fifth cell; then how many frames there
/// are without them.
///
/// # Errors
/// A preference that is not known.
pub fn preferences() -> Result<Vec<Row>, String> {
    let with = |(row, rest): (Row, Vec<String>)| {
        let mut preferences = Preferences::default();
        rest.first().map_or("", String::as_str).split('|').try_for_each(|setting| preferences.set(setting))?;
        Ok(Row { preferences, ..row })
    };
    rows("preferences.tsv").map(with).collect()
}

/// The rows of a table, with their other cells.
fn rows(table: &'static str) -> impl Iterator<Item = (Row, Vec<String>)> {
    let lines = lines(&Path::new(FOLDER).join(table));
    lines.into_iter().enumerate().filter_map(move |(number, mut cells)| {
        if cells.len() < 4 || cells[0].starts_with('#') {
            return None;
        }
        let rest = cells.split_off(4);
        let row = Row {
            group: table.trim_end_matches(".tsv").to_owned(),
            id: format!("{table}:{}", number + 1),
            capture: cells[0].clone(),
            filter: cells[1].clone(),
            preferences: Preferences::default(),
            decode_as: DecodeAs::default(),
            two_pass: false,
            reference: None,
            expected: Expected::Frames(cells[2].parse().ok()?, cells[3].clone()),
        };
        Some((row, rest))
    })
}
