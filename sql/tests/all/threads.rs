//! Several threads answer as one does.

use std::fs;

use strato_engine::query::QueryOptions;
use strato_sql::{Captures, Format, Session, Settings};

use crate::{capture, written};

const STATEMENTS: &[&str] = &[
    "SELECT frame.number, frame.time, ip.src, tcp.srcport, tcp.flags.syn, tcp.port, file FROM frames",
    "SELECT count(*) FROM frames",
    "SELECT count(*) FROM frames WHERE ip.ttl > 10",
    "SELECT frame.number, frame.time_relative FROM frames WHERE frame.len > 100 LIMIT 7",
    "SELECT frame.number, http.request.uri, http.response.code, http.time FROM frames WHERE http",
    "SELECT frame.number, dfilter('tcp.flags.fin == 1 or dns') FROM frames WHERE udp OR tcp.stream < 3",
    "SELECT frame.number, tcp.analysis.ack_rtt FROM frames WHERE tcp.analysis.ack_rtt IS NOT NULL LIMIT 20",
    "SELECT ip.dst, count(*), sum(frame.len) FROM frames GROUP BY 1 ORDER BY 3 DESC, 1",
];

#[test]
fn threads_answer_as_one_does() {
    let files: Vec<_> = fs::read_dir(capture(""))
        .expect("the repository has captures")
        .filter_map(Result::ok)
        .filter(|entry| entry.metadata().is_ok_and(|file| file.is_file()))
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "pcap" || ending == "pcapng"))
        .collect();
    let mut rows = 0;
    for file in &files {
        // Parts so short that records reach over several.
        let options = QueryOptions { part: 700, ..QueryOptions::default() };
        let answer = |sql: &str, threads: usize| {
            let captures = Captures::new(vec![file.clone()], options.clone());
            let settings = Settings { threads, ..Settings::default() };
            let mut session = Session::new(captures, settings).expect("captures that are there");
            written(&mut session, sql, Format::Csv).unwrap_or_else(|error| panic!("{sql}\n{error}"))
        };
        for sql in STATEMENTS {
            let alone = answer(sql, 1);
            assert_eq!(answer(sql, 3), alone, "{}: {sql}", file.display());
            rows += alone.lines().count() - 1;
        }
    }
    assert!(rows > 500, "{rows} rows of {} captures", files.len());
}
