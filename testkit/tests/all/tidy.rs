//! What the founders want of the tree, checked: sizes, boundaries, pins, nobody's paths.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the workspace is there")
}

/// Files below `folder` whose name ends so; build output and hidden folders apart.
fn files(folder: &Path, ends: &[&str], found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() {
            if !name.starts_with('.') && name != "target" {
                files(&path, ends, found);
            }
        } else if ends.iter().any(|end| name.ends_with(end)) {
            found.push(path);
        }
    }
}

fn all(ends: &[&str]) -> Vec<(String, String)> {
    let root = root();
    let mut found = Vec::new();
    files(&root, ends, &mut found);
    found.sort();
    let name = |path: &Path| path.strip_prefix(&root).unwrap_or(path).to_string_lossy().into_owned();
    found.iter().filter_map(|path| Some((name(path), fs::read_to_string(path).ok()?))).collect()
}

/// Longest file, lines.
const MAX_LINES: usize = 600;

#[test]
fn files_are_short_enough_to_hold_in_the_head() {
    let long: Vec<_> = all(&[".rs", ".lalrpop"])
        .into_iter()
        .filter(|(_, text)| text.lines().count() > MAX_LINES)
        .map(|(name, text)| format!("{name}: {} lines", text.lines().count()))
        .collect();
    assert!(long.is_empty(), "split them: {long:#?}");
}

/// Longest function, lines; of tests, which are read for what they expect, none.
const MAX_FUNCTION: usize = 100;
const LONG_FUNCTIONS: &[(&str, &str)] = &[("engine/src/proto/dns/rdata.rs", "a row a record type")];

#[test]
fn functions_are_short() {
    let mut long = Vec::new();
    let excepted = |name: &str| name.contains("/tests/") || LONG_FUNCTIONS.iter().any(|row| row.0 == name);
    for (name, text) in all(&[".rs"]).into_iter().filter(|(name, _)| !excepted(name)) {
        let lines: Vec<_> = text.lines().collect();
        for (i, line) in lines.iter().enumerate() {
            let code = line.trim_start();
            let starts =
                ["fn ", "pub fn ", "pub(crate) fn ", "pub(super) fn "].iter().any(|word| code.starts_with(word));
            if !starts || code.ends_with(';') {
                continue;
            }
            // Formatted code: a function ends at the first closing brace with its own indentation.
            let end = format!("{}}}", &line[..line.len() - code.len()]);
            let len = lines[i..].iter().position(|line| *line == end).unwrap_or(0);
            if len > MAX_FUNCTION {
                long.push(format!("{name}:{}: {len} lines", i + 1));
            }
        }
    }
    assert!(long.is_empty(), "split them: {long:#?}");
}

#[test]
fn what_comes_from_the_wire_is_read_with_checks_only() {
    let mut wrong = Vec::new();
    for (name, text) in all(&[".rs"]) {
        let wire = ["engine/src/proto/", "engine/src/read/"].iter().any(|folder| name.starts_with(folder));
        if !wire || name.ends_with("tests.rs") {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (i, line) in code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            if [".unwrap()", ".expect(", "panic!(", "unsafe "].iter().any(|word| line.contains(word)) {
                wrong.push(format!("{name}:{}: {}", i + 1, line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_machine_is_unsafe() {
    let wrong: Vec<_> = all(&[".rs"])
        .into_iter()
        .filter(|(name, text)| name != "filter-jit/src/machine.rs" && text.contains("unsafe {"))
        .map(|(name, _)| name)
        .filter(|name| !name.ends_with("tidy.rs"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn crates_know_only_what_they_may() {
    let may: &[(&str, &[&str])] = &[
        ("filter-lang", &[]),
        ("filter-jit", &["filter-lang"]),
        ("engine", &["filter-lang", "filter-jit"]),
        ("testkit", &["filter-lang", "filter-jit", "engine"]),
        ("sql", &["filter-lang", "engine"]),
        ("cli", &["filter-lang", "engine", "sql"]),
        ("bench", &[]),
    ];
    for (krate, known) in may {
        let manifest = fs::read_to_string(root().join(krate).join("Cargo.toml")).expect("a manifest");
        let dependencies = manifest.split("[dev-dependencies]").next().unwrap_or_default();
        for other in ["filter-lang", "filter-jit", "engine", "sql", "testkit", "cli", "bench"] {
            let named = dependencies.contains(&format!("strato-{other}.workspace"));
            assert!(!named || known.contains(&other), "{krate} may not know {other}");
        }
    }
}

#[test]
fn dependencies_are_pinned_and_used() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("a manifest");
    let table = manifest.split("[workspace.dependencies]").nth(1).and_then(|rest| rest.split("\n[").next());
    let members: Vec<String> =
        all(&["Cargo.toml"]).into_iter().filter(|(name, _)| name != "Cargo.toml").map(|(_, text)| text).collect();
    for line in table.expect("the table").lines().filter(|line| line.contains(" = ") && !line.starts_with('#')) {
        let (name, rest) = line.split_once(" = ").expect("NAME = …");
        assert!(rest.contains("path = ") || rest.contains("\"="), "{name} is not pinned with `=`");
        if rest.contains("path = ") {
            continue;
        }
        let forms = [format!("{name}.workspace"), format!("{name} = {{ workspace = true")];
        let used = members.iter().any(|text| forms.iter().any(|form| text.contains(form)));
        assert!(used, "nobody uses {name}");
    }
}

#[test]
fn no_path_of_one_machine() {
    let ends = [".rs", ".md", ".toml", ".tsv", ".txt", ".snap", ".filter", "run", "test", "record", "judge"];
    // Put together so that this file does not name them.
    let paths = ["work", "root", "home"].map(|folder| format!("/{folder}/"));
    let wrong: Vec<_> = all(&ends)
        .into_iter()
        .filter(|(_, text)| paths.iter().any(|path| text.contains(path.as_str())))
        .map(|(name, _)| name)
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_page_is_in_the_index() {
    let index = fs::read_to_string(root().join("docs/README.md")).expect("docs/README.md");
    let pages: BTreeSet<_> = all(&[".md"])
        .into_iter()
        .filter_map(|(name, _)| Some(name.strip_prefix("docs/")?.to_owned()))
        .filter(|name| name != "README.md")
        .collect();
    let missing: Vec<_> = pages.iter().filter(|page| !index.contains(page.as_str())).collect();
    assert!(missing.is_empty(), "docs/README.md does not list {missing:?}");
}
