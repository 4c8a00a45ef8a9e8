//! Parquet files answer as the captures do that they were made of.

use std::{
    collections::BTreeMap,
    fs::File,
    path::{Path, PathBuf},
};

use snapbox::{assert_data_eq, str};
use strato_engine::{
    proto::registry,
    query::{Query, QueryOptions},
};
use strato_filter_lang::{compile, ir::visit, macros::Macros};
use strato_sql::{
    Captures, Error, Format, Session, Settings,
    arrow::{array::AsArray, datatypes::UInt32Type},
    column::Column,
    convert::{Conversion, DEFAULT, Group},
};
use strato_testkit::conformance;

use crate::{capture, written};

pub(crate) fn opened(files: &[PathBuf]) -> Result<Session, Error> {
    Session::new(Captures::new(files.to_vec(), QueryOptions::default()), Settings { threads: 2, ..Settings::default() })
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.parquet"))
}

fn columns(names: &[&str]) -> Vec<Column> {
    names.iter().map(|name| Column::named(name).unwrap_or_else(|| panic!("{name}"))).collect()
}

/// Converts captures into a file of this name.
pub(crate) fn converted(files: &[PathBuf], name: &str, conversion: &Conversion) -> PathBuf {
    let path = path(name);
    let mut session = opened(files).expect("captures");
    let file = File::create(&path).expect("a file");
    let (_, file) = session.convert(conversion, file).unwrap_or_else(|error| panic!("{error}"));
    drop(file);
    path
}

/// The usual columns, and those of the tables.
pub(crate) fn usual() -> Conversion {
    let groups = [Group::Summary, Group::Flows, Group::Http, Group::Dns, Group::Tls];
    let columns = columns(DEFAULT).into_iter().chain(groups.iter().flat_map(|group| group.columns()));
    Conversion { columns: columns.collect(), ..Conversion::default() }
}

fn answer(files: &[PathBuf], sql: &str) -> String {
    let mut session = opened(files).unwrap_or_else(|error| panic!("{error}"));
    written(&mut session, sql, Format::Csv).unwrap_or_else(|error| panic!("{sql}\n{error}"))
}

fn error(files: &[PathBuf], sql: &str) -> String {
    match opened(files).and_then(|mut session| written(&mut session, sql, Format::Csv)) {
        Ok(text) => panic!("{sql}\n{text}"),
        Err(error) => error.to_string().replace(env!("CARGO_TARGET_TMPDIR"), "TMP"),
    }
}

const QUESTIONS: &[&str] = &[
    "SELECT count(*) FROM frames",
    "SELECT file, count(*), sum(frame.len), min(frame.time), max(frame.time) FROM frames GROUP BY 1 ORDER BY 1",
    "SELECT frame.number, eth.src, eth.dst, ip.src, ip.dst, tcp.srcport, tcp.dstport, udp.srcport FROM frames",
    "SELECT frame.number, ip.addr, tcp.port, udp.port, eth.addr, ipv6.addr FROM frames ORDER BY file, frame.number",
    "SELECT frame.number FROM frames WHERE tcp.port == 80 AND ip.src != '10.0.0.0/8' ORDER BY file, frame.number",
    "SELECT frame.number FROM frames WHERE NOT (tcp.port == 80 OR udp) ORDER BY file, frame.number",
    "SELECT ip.src, ip.dst, count(*), sum(frame.len) FROM frames WHERE ip GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2",
    "SELECT date_bin('1 second', frame.time) AS t, count(*) FROM frames GROUP BY 1 ORDER BY 1",
    "SELECT frame.number, _ws.col.protocol, _ws.col.info FROM frames ORDER BY file, frame.number",
    "SELECT frame.number FROM frames WHERE dfilter('tcp.flags.syn == 1 and not tcp.flags.ack') ORDER BY file, frame.number",
    "SELECT frame.number FROM frames WHERE dfilter('http.host contains \"a\" or dns.qry.name matches \"[a-z]\"') ORDER BY file, 1",
    "SELECT frame.number, dfilter('ip.addr == 10.0.0.0/8 and frame.len > 60') FROM frames ORDER BY file, frame.number",
    "SELECT frame.number FROM frames WHERE NOT dfilter('tcp.port in {80, 443}') ORDER BY file, frame.number",
    "SELECT frame.number FROM frames WHERE dfilter('frame.time_relative < 1 xor tcp.len > 0') ORDER BY file, frame.number",
    "SELECT * FROM flows ORDER BY file, protocol, stream",
    "SELECT * FROM http ORDER BY file, request_frame",
    "SELECT * FROM dns ORDER BY file, query_frame",
    "SELECT * FROM tls ORDER BY file, client_frame",
    "SELECT name(dns.qry.type), count(*) FROM frames WHERE dns.qry.type = 'A' GROUP BY 1",
    "SELECT min(ip.src), max(ip.dst), text(min(ip.src)) FROM frames",
];

#[test]
fn a_file_answers_as_its_captures_do() {
    let sets: &[(&str, &[&str])] =
        &[("round-http", &["http.pcap"]), ("round-dns", &["dns.pcap"]), ("round-both", &["http.pcap", "dns.pcap"])];
    for (name, files) in sets {
        let captures: Vec<PathBuf> = files.iter().map(|name| capture(name)).collect();
        let columns = converted(&captures, name, &usual());
        let payload = Conversion { payload: true, sort: true, ..Conversion::default() };
        let payload = converted(&captures, &format!("{name}-payload"), &payload);
        for sql in QUESTIONS {
            let expected = answer(&captures, sql);
            assert_eq!(answer(std::slice::from_ref(&columns), sql), expected, "{name}: {sql}");
            assert_eq!(answer(std::slice::from_ref(&payload), sql), expected, "{name}, dissected again: {sql}");
        }
    }
}

#[test]
fn captures_and_files_are_one_table() {
    let (http, dns) = (capture("http.pcap"), capture("dns.pcap"));
    let file = converted(std::slice::from_ref(&http), "mixed", &usual());
    for sql in QUESTIONS.iter().filter(|sql| sql.contains("ORDER BY") || sql.contains("count(*)")) {
        assert_eq!(answer(&[file.clone(), dns.clone()], sql), answer(&[http.clone(), dns.clone()], sql), "{sql}");
    }
    // Frames of one capture, and what was made of it, are told apart.
    let files = answer(&[file, http], "SELECT file, count(*) AS n FROM frames GROUP BY 1 ORDER BY 1");
    let files = files.replace(env!("CARGO_TARGET_TMPDIR"), "TMP").replace(env!("CARGO_MANIFEST_DIR"), "HERE");
    let mut lines: Vec<&str> = files.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines.len(), 3, "{files}");
}

/// Filters of the truth table are asked of captures and of files made of them; all of them where `STRATO_ALL_ROWS` is set.
const EVERY: usize = 60;

#[test]
fn dfilter_is_the_same_on_files() {
    let Some(shared) = conformance::shared() else {
        println!("skipped: ../shared/conformance is not there");
        return;
    };
    let every = if std::env::var_os("STRATO_ALL_ROWS").is_some() { 1 } else { EVERY };
    let mut by_capture: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
    for row in conformance::truth(&shared).into_iter().skip(7).step_by(every) {
        by_capture.entry(shared.join("captures").join(&row.capture)).or_default().push(row.filter);
    }
    let (mut asked, mut selecting, mut by_columns) = (0, 0, 0);
    for (capture, filters) in by_capture {
        let captures = [capture.clone()];
        let Ok(session) = opened(&captures) else { continue };
        let fields = filters.iter().filter_map(|filter| {
            let compiled = compile(filter, registry::schema(), &Macros::default()).ok()?;
            Some(visit::fields(&compiled.ir))
        });
        let names = fields.flatten().map(|id| registry::schema().field(id).name);
        let conversion = Conversion { columns: names.filter_map(Column::named).collect(), ..Conversion::default() };
        let columns = converted(&captures, "law-columns", &conversion);
        let payload = converted(&captures, "law-payload", &Conversion { payload: true, ..Conversion::default() });
        drop(session.captures().damages());
        for filter in filters {
            let Ok(mut query) = Query::compile(&filter, QueryOptions::default()) else { continue };
            let expected: Vec<u64> = conformance::select(&mut query, &capture);
            let mut one = opened(std::slice::from_ref(&columns)).expect("a file");
            match numbers(&mut one, &filter) {
                Ok(found) => {
                    assert_eq!(found, expected, "{}: {filter}", capture.display());
                    by_columns += 1;
                }
                Err(Error::Sql { .. }) => {}
                Err(error) => panic!("{}: {filter}: {error}", capture.display()),
            }
            let mut one = opened(std::slice::from_ref(&payload)).expect("a file");
            let found = numbers(&mut one, &filter).unwrap_or_else(|error| panic!("{}: {error}", capture.display()));
            assert_eq!(found, expected, "{}, dissected again: {filter}", capture.display());
            asked += 1;
            selecting += usize::from(!expected.is_empty());
        }
    }
    println!("{asked} filters, {selecting} of which select something, {by_columns} answered by columns");
    assert!(by_columns * 2 > asked, "few filters are answered by columns: {by_columns} of {asked}");
}

/// What `dfilter` selects, as a condition and as a value, and what it does not.
fn numbers(session: &mut Session, filter: &str) -> Result<Vec<u64>, Error> {
    let filter = filter.replace('\'', "''");
    let mut ask = |sql: &str| {
        let (_, batches) = session.collect(sql)?;
        let columns = batches.iter().map(|batch| batch.column(0).as_primitive::<UInt32Type>());
        let numbers = columns.flat_map(|column| column.values().iter().map(|n| u64::from(*n)).collect::<Vec<_>>());
        Ok::<_, Error>(numbers.collect::<Vec<u64>>())
    };
    let condition = ask(&format!("SELECT frame.number FROM frames WHERE dfilter('{filter}')"))?;
    let value = ask(&format!(
        "SELECT n FROM (SELECT frame.number AS n, dfilter('{filter}') AS yes FROM frames LIMIT 10000000) AS t WHERE t.yes"
    ))?;
    assert_eq!(condition, value, "{filter}");
    let not = ask(&format!("SELECT frame.number FROM frames WHERE NOT dfilter('{filter}')"))?;
    let all = ask("SELECT frame.number FROM frames")?;
    let rest: Vec<u64> = all.into_iter().filter(|number| condition.binary_search(number).is_err()).collect();
    assert_eq!(not, rest, "not {filter}");
    Ok(condition)
}

/// A number that `EXPLAIN ANALYZE` tells of the scan.
fn metric(plan: &str, name: &str) -> String {
    let start = plan.find(&format!("{name}=")).unwrap_or_else(|| panic!("{name}: {plan}")) + name.len() + 1;
    plan[start..].split([',', ']']).next().and_then(|value| value.split(" ->").next()).expect("a value").to_owned()
}

#[test]
fn row_groups_are_passed_over() {
    let http = [capture("http.pcap")];
    let conversion = Conversion { rows: Some(10), sort: true, ..usual() };
    let file = [converted(&http, "groups", &conversion)];
    let groups = |condition: &str, name: &str| {
        let sql = format!("EXPLAIN ANALYZE SELECT frame.number FROM frames WHERE {condition}");
        metric(&answer(&file, &sql), name)
    };
    let statistics = "row_groups_pruned_statistics";
    assert_eq!(groups("frame.number <= 10", statistics), "9 total → 1 matched");
    assert_eq!(groups("dfilter('frame.number in {11 .. 30}')", statistics), "9 total → 2 matched");
    assert_eq!(groups("NOT dfilter('frame.number > 5')", statistics), "9 total → 1 matched");
}

#[test]
fn files_are_passed_over_by_time() {
    let (http, dns) = (capture("http.pcap"), capture("dns.pcap"));
    let files = [http, dns].map(|file| {
        let name = format!("time-{}", file.file_stem().unwrap().display());
        converted(&[file], &name, &usual())
    });
    let last = answer(&files[1..], "SELECT max(frame.time) FROM frames");
    let last = last.lines().nth(1).expect("a time");
    let plan = answer(&files, &format!("EXPLAIN SELECT frame.number FROM frames WHERE frame.time > '{last}'"));
    assert!(plan.contains("time-http.parquet") && !plan.contains("time-dns.parquet"), "{plan}");
    let plan = answer(&files, "EXPLAIN SELECT frame.number FROM frames WHERE frame.time < '1999-01-01'");
    assert!(plan.contains("EmptyExec") && !plan.contains("parquet"), "{plan}");
    assert_eq!(answer(&files, "SELECT frame.number AS n FROM frames WHERE frame.time < '1999-01-01'"), "n\n");
}

#[test]
fn what_a_file_does_not_hold_is_said() {
    let http = [capture("http.pcap")];
    let file = [converted(&http, "lacking", &Conversion { columns: columns(DEFAULT), ..Conversion::default() })];
    assert_data_eq!(
        error(&file, "SELECT http.host FROM frames WHERE dfilter('dns.a')"),
        str![[r#"
error: TMP/lacking.parquet does not hold `dns.a`, `http.host`
 |
 = note: convert the capture again with -e dns.a -e http.host, or with --payload, which keeps the frames for any question

"#]]
    );
    assert_data_eq!(
        error(&file, "SELECT 1 FROM frames WHERE dfilter('tcp.srcport#1 == 80')"),
        str![[r#"
error: TMP/lacking.parquet cannot answer this filter: it reads bytes or layers of `tcp.srcport`
 |
 = note: convert the capture again with --payload

"#]]
    );
}

#[test]
fn damaged_files_are_named() {
    let http = [capture("http.pcap")];
    let whole = std::fs::read(converted(&http, "whole", &usual())).expect("a file");
    let cut = path("cut");
    std::fs::write(&cut, &whole[..whole.len() / 2]).expect("a file");
    assert_data_eq!(
        error(std::slice::from_ref(&cut), "SELECT 1 FROM frames"),
        str![[r#"
TMP/cut.parquet: this Parquet file is cut short: of [..] bytes the last are not its footer; copy it, or convert the capture, again
"#]]
    );
    let mut footer = whole.clone();
    let end = footer.len();
    footer[end - 200..end - 100].fill(0xff);
    std::fs::write(&cut, &footer).expect("a file");
    let message = error(std::slice::from_ref(&cut), "SELECT 1 FROM frames");
    assert!(message.starts_with("TMP/cut.parquet: "), "{message}");
    let mut pages = whole;
    pages[100..2000].fill(0xff);
    std::fs::write(&cut, &pages).expect("a file");
    let message = error(&[cut], "SELECT * FROM frames");
    assert!(message.starts_with("TMP/cut.parquet: this Parquet file is damaged: "), "{message}");
}
