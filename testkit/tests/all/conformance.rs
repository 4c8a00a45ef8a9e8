//! Agreement with Wireshark over the shared tables; the ratchet file lets it only rise.

use std::{fmt::Write as _, fs, path::Path};

use strato_testkit::conformance::{self, Tally};

/// Totals that may only rise, `prefix<TAB>agreed`.
const RATCHET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/conformance.ratchet");
const TABLES: [&str; 4] = ["dfilter", "probes", "truth", "decode_as"];

#[test]
fn tables_agree_no_less_than_before() {
    let Some(shared) = conformance::shared() else {
        println!("skipped: ../shared/conformance is not there");
        return;
    };
    let mut rows = conformance::dfilter(&shared);
    rows.extend(conformance::probes(&shared));
    rows.extend(conformance::truth(&shared));
    rows.extend(conformance::decode_as(&shared).expect("options that are known"));
    let tally = conformance::run_all(rows, &shared, &conformance::macros(&shared));
    print!("{}", report(&tally));
    write_differing(&tally);
    let before = fs::read_to_string(RATCHET).unwrap_or_default();
    let now: String = TABLES.iter().map(|table| format!("{table}\t{}\n", tally.total(table).0)).collect();
    if std::env::var_os("STRATO_RATCHET").is_some() {
        fs::write(RATCHET, &now).expect("the ratchet file can be written");
        return;
    }
    for line in before.lines() {
        let (table, least) = line.split_once('\t').expect("`table<TAB>agreed` a line");
        let least: u32 = least.parse().expect("a number");
        let agreed = tally.total(table).0;
        assert!(agreed >= least, "{table}: {agreed} rows agree, {least} did before (see the list above)");
    }
}

fn report(tally: &Tally) -> String {
    let mut text = String::new();
    for (group, (agreed, all)) in &tally.groups {
        _ = writeln!(text, "{group:32} {agreed:5} of {all:5}  {:6.2} %", share(*agreed, *all));
    }
    for table in TABLES {
        let (agreed, all) = tally.total(table);
        _ = writeln!(text, "TOTAL {table:26} {agreed:5} of {all:5}  {:6.2} %", share(agreed, all));
    }
    text
}

fn share(agreed: u32, all: u32) -> f64 {
    100.0 * f64::from(agreed) / f64::from(all.max(1))
}

/// Lists the differing rows in the target folder, for people.
fn write_differing(tally: &Tally) {
    let mut text = String::new();
    for (row, why) in &tally.differing {
        _ = writeln!(text, "{}\t{}\t{}\t{}\t{why}", row.group, row.id, row.capture, row.filter.escape_debug());
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("differing.tsv");
    if fs::write(&path, text).is_ok() {
        println!("rows that differ: {}", path.display());
    }
}

#[test]
fn two_passes_answer_as_tshark_does() {
    own_table_agrees(strato_testkit::own::two_pass());
}

#[test]
fn preferences_change_what_they_change_in_tshark() {
    own_table_agrees(strato_testkit::own::preferences().expect("preferences that are known"));
}

/// All rows of a table of this repository agree.
fn own_table_agrees(rows: Vec<conformance::Row>) {
    let Some(shared) = conformance::shared() else {
        println!("skipped: ../shared/conformance is not there");
        return;
    };
    assert!(rows.len() >= 50, "the table is there");
    let tally = conformance::run_all(rows, &shared, &conformance::macros(&shared));
    let differing: Vec<_> =
        tally.differing.iter().map(|(row, why)| format!("{} {} {}: {why}", row.id, row.capture, row.filter)).collect();
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
