//! Display filters in SQL select what they select elsewhere.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use snapbox::{assert_data_eq, str};
use strato_engine::query::{Query, QueryOptions};
use strato_sql::{
    Captures, Session, Settings,
    arrow::{array::AsArray, datatypes::UInt32Type},
};
use strato_testkit::conformance;

use crate::{csv, session};

/// The plan of a statement, as far as captures are read.
fn scanned(sql: &str) -> String {
    let plan = csv("http.pcap", &format!("EXPLAIN {sql}"));
    plan.lines().filter_map(|line| Some(format!("{}\n", &line[line.find("CapturesExec")?..]))).collect()
}

#[test]
fn the_scan_decides_what_it_can() {
    assert_data_eq!(
        scanned("SELECT ip.src FROM frames WHERE tcp.port == 80"),
        str![[r#"
CapturesExec: files=1, columns=[ip.src], filter=tcp.port == 80

"#]]
    );
    assert_data_eq!(
        scanned("SELECT ip.src FROM frames WHERE ip.src = '10.0.0.0/8' AND tcp.srcport <> 80"),
        str![[r#"
CapturesExec: files=1, columns=[ip.src, tcp.srcport], filter=(ip.src >= 10.0.0.0) and (ip.src <= 10.255.255.255) and (tcp.srcport !== 80)

"#]]
    );
    assert_data_eq!(
        scanned("SELECT 1 FROM frames WHERE dfilter('http.request') OR udp"),
        str![[r#"
CapturesExec: files=1, columns=[], filter=(http.request) or (udp)

"#]]
    );
    assert_data_eq!(
        scanned("SELECT 1 FROM frames WHERE NOT dfilter('http.request') AND frame.len % 2 = 0"),
        str![[r#"
CapturesExec: files=1, columns=[frame.len], filter=not (http.request)

"#]]
    );
    assert_data_eq!(
        scanned("SELECT dfilter('http.request') AS asks FROM frames"),
        str![[r#"
CapturesExec: files=1, columns=[dfilter('http.request')]

"#]]
    );
    assert_data_eq!(
        scanned("SELECT 1 FROM frames WHERE http.host LIKE '%a%' AND http.host IS NOT NULL"),
        str![[r#"
CapturesExec: files=1, columns=[http.host], filter=http.host

"#]]
    );
    assert_data_eq!(
        scanned("SELECT 1 FROM frames WHERE tcp.dstport IN (80, 443, 8080, 8443, 3128) LIMIT 5"),
        str![[r#"
CapturesExec: files=1, columns=[tcp.dstport], filter=tcp.dstport in {80, 443, 8080, 8443, 3128}

"#]]
    );
    assert_data_eq!(
        scanned("SELECT 1 FROM frames WHERE http.response.code = 200 AND http.request.method = 'GET'"),
        str![[r#"
CapturesExec: files=1, columns=[http.response.code, http.request.method], filter=(http.response.code == 200) and (http.request.method == ""GET"")

"#]]
    );
}

#[test]
fn conditions_mean_the_same_in_the_scan_and_behind_it() {
    let conditions = [
        "tcp.port = 80",
        "tcp.port != 80",
        "NOT tcp.port = 80",
        "tcp.srcport <> 80",
        "NOT (tcp.srcport = 80 AND tcp.flags.syn)",
        "tcp.flags.syn == 1 AND tcp.flags.ack == 0",
        "ip.src IN ('10.0.0.0/8', '145.254.160.237')",
        "http.host IS NULL",
        "http.request.method = 'GET' OR dns",
        "tcp.len BETWEEN 1 AND 1000",
        "NOT tcp.len BETWEEN 1 AND 1000",
        "frame.number <= 10",
        "tcp.time_delta > 0.1",
        "dfilter('tcp.analysis.flags')",
        "NOT dfilter('http')",
    ];
    for condition in conditions {
        let pushed = csv("http.pcap", &format!("SELECT frame.number FROM frames WHERE {condition}"));
        let behind = format!(
            "SELECT frame.number FROM (SELECT frame.number, {condition} AS c FROM frames LIMIT 100000) WHERE c"
        );
        assert_eq!(pushed, csv("http.pcap", &behind), "{condition}");
    }
}

#[test]
fn a_filter_for_all() {
    let mut captures = Captures::new(vec![crate::capture("http.pcap")], QueryOptions::default());
    captures.filter = "http.request or http.response".to_owned();
    let mut filtered = Session::new(captures, Settings::default()).expect("a filter");
    let (_, batches) = filtered.collect("SELECT frame.number FROM frames WHERE tcp.srcport != 80").expect("an answer");
    let filtered: usize = batches.iter().map(|batch| batch.num_rows()).sum();
    let sql = "SELECT frame.number FROM frames WHERE dfilter('http.request')";
    let (_, batches) = session(&["http.pcap"]).collect(sql).expect("an answer");
    assert_eq!(filtered, batches.iter().map(|batch| batch.num_rows()).sum::<usize>());
}

/// Every so many rows of the truth table are asked; all of them where `STRATO_ALL_ROWS` is set.
const EVERY: usize = 40;

#[test]
fn dfilter_is_the_display_filter() {
    let Some(shared) = conformance::shared() else {
        println!("skipped: ../shared/conformance is not there");
        return;
    };
    let every = if std::env::var_os("STRATO_ALL_ROWS").is_some() { 1 } else { EVERY };
    let mut by_capture: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
    for row in conformance::truth(&shared).into_iter().step_by(every) {
        by_capture.entry(shared.join("captures").join(&row.capture)).or_default().push(row.filter);
    }
    let (mut asked, mut selecting) = (0, 0);
    for (path, filters) in by_capture {
        let captures = Captures::new(vec![path.clone()], QueryOptions::default());
        let Ok(mut session) = Session::new(captures, Settings::default()) else { continue };
        for filter in filters {
            let Ok(mut query) = Query::compile(&filter, QueryOptions::default()) else { continue };
            let expected: Vec<u64> = conformance::select(&mut query, &path);
            let found = numbers(&mut session, &filter, &path);
            assert_eq!(found, expected, "{}: {filter}", path.display());
            asked += 1;
            selecting += usize::from(!expected.is_empty());
        }
    }
    println!("{asked} filters, {selecting} of which select something");
    assert!(selecting * 10 >= asked * 3, "few filters select something: {selecting} of {asked}");
}

/// What `dfilter` selects, as a condition and as a value.
fn numbers(session: &mut Session, filter: &str, path: &Path) -> Vec<u64> {
    let filter = filter.replace('\'', "''");
    let mut ask = |sql: &str| {
        let (_, batches) = session.collect(sql).unwrap_or_else(|error| panic!("{}: {sql}: {error}", path.display()));
        let columns = batches.iter().map(|batch| batch.column(0).as_primitive::<UInt32Type>());
        columns
            .flat_map(|column| column.values().iter().map(|number| u64::from(*number)).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    let condition = ask(&format!("SELECT frame.number FROM frames WHERE dfilter('{filter}')"));
    let value = ask(&format!(
        "SELECT frame.number FROM (SELECT frame.number, dfilter('{filter}') AS is FROM frames LIMIT 10000000) AS t WHERE t.is"
    ));
    assert_eq!(condition, value, "{}: {filter}", path.display());
    condition
}
