//! The examples of the manual.

use std::path::Path;

use strato_sql::{Error, Format};

use crate::{
    capture,
    parquet::{converted, opened, usual},
    session, written,
};

#[test]
fn the_examples_of_the_manual_run() {
    let run = examples("sql.md", &mut |sql| written(&mut session(&["dns.pcap", "http.pcap"]), sql, Format::Table));
    assert!(run > 8, "{run} examples");
}

#[test]
fn the_examples_about_parquet_run() {
    let captures = [capture("dns.pcap"), capture("http.pcap")];
    let file = [converted(&captures, "manual", &usual())];
    let run = examples("convert.md", &mut |sql| written(&mut opened(&file)?, sql, Format::Table));
    assert!(run > 3, "{run} examples");
}

fn examples(page: &str, answer: &mut dyn FnMut(&str) -> Result<String, Error>) -> usize {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(page);
    let text = std::fs::read_to_string(path).expect(page);
    let mut run = 0;
    for example in text.split("```sql\n").skip(1) {
        let sql = example.split("```").next().expect("an end");
        let answer = answer(sql).unwrap_or_else(|error| panic!("{sql}\n{error}"));
        assert!(answer.lines().count() > 2, "{sql} answers nothing");
        run += 1;
    }
    run
}
