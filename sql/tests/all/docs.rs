//! The examples of the manual.

use std::path::Path;

use strato_sql::Format;

use crate::{session, written};

#[test]
fn the_examples_of_the_manual_run() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/sql.md");
    let page = std::fs::read_to_string(page).expect("docs/sql.md");
    let mut run = 0;
    for example in page.split("```sql\n").skip(1) {
        let sql = example.split("```").next().expect("an end");
        let answer = written(&mut session(&["dns.pcap", "http.pcap"]), sql, Format::Table);
        let answer = answer.unwrap_or_else(|error| panic!("{sql}\n{error}"));
        assert!(answer.lines().count() > 2, "{sql} answers nothing");
        run += 1;
    }
    assert!(run > 8, "{run} examples");
}
