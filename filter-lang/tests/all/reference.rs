//! The pages of `grammar/reference` that are made from registries are up to date.

use std::{env, fmt::Write, fs, path::Path};

use strato_filter_lang::diag::codes;

/// Compares a page with what it should be; with `UPDATE_REFERENCE` set, writes it.
fn check(page: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../grammar/reference").join(page);
    if env::var_os("UPDATE_REFERENCE").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == text, "{page} is stale: run the tests with UPDATE_REFERENCE=1");
}

#[test]
fn errors() {
    let mut text = "# Errors and warnings\n\nWhat `strato explain CODE` says. Made from `filter-lang/src/diag/codes`: \
        change it there.\n"
        .to_owned();
    let mut before = "";
    for row in codes::all() {
        let ranges = [
            ("E01", "Text, grammar and macros"),
            ("E02", "Names"),
            ("E03", "Types and values"),
            ("W", "Warnings"),
            ("E04", "Limits"),
            ("E05", "Backends"),
            ("E06", "Text of the IR"),
        ];
        let (_, range) = ranges.iter().find(|(prefix, _)| row.code.starts_with(prefix)).unwrap();
        if *range != before {
            write!(text, "\n## {range}\n").unwrap();
            before = range;
        }
        let codes::Code { code, title, explanation, wrong, right } = row;
        write!(text, "\n### {code}: {title}\n\n{explanation}\n\n    wrong:  {wrong}\n    right:  {right}\n").unwrap();
    }
    check("errors.md", &text);
}

#[test]
fn codes_are_unique_and_sorted() {
    let all: Vec<_> = codes::all().map(|row| row.code).collect();
    for prefix in ["E01", "E02", "E03", "E04", "E05", "E06", "W"] {
        let range: Vec<_> = all.iter().filter(|code| code.starts_with(prefix)).collect();
        assert!(range.is_sorted_by(|a, b| a < b), "{range:?}");
    }
    assert!(all.iter().all(|code| codes::find(code).is_some_and(|row| row.code == *code)));
}
