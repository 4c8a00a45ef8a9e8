//! What is shown of a selected frame is the same whether or not machine code rejected others before they were dissected.

use std::path::Path;

use strato_engine::{
    proto::{plan::Ask, registry},
    query::{Backend, Query, QueryOptions},
    read::{Item, Reader},
};

use crate::backends::captures;

/// Filters that reject frames on whose conversations those depend that they select.
const FILTERS: &[&str] = &[
    "tcp.flags.push == 1 && tcp.srcport < 1024",
    "tcp.dstport >= 1024",
    "frame.len > 200",
    "ip.ttl < 65 || ipv6.hlim < 65",
    "tcp.seq > 1000",
    "!(udp.srcport == 53)",
    "frame.number >= 9",
    "http.response || dns.flags.response == 1",
    "tls.handshake.type == 2 || tcp.flags.fin == 1",
    "http2 || ftp || smtp || tcp.port == 3306",
];

/// Reads all of a capture, so that frames are known as far as later ones tell of them.
fn look_ahead(path: &Path, query: &mut Query) {
    let mut reader = Reader::open(path).expect("it was opened before");
    query.first_pass();
    loop {
        match reader.next() {
            Ok(Some(Item::Frame(frame))) => _ = query.matches(&frame),
            Ok(Some(Item::Block(block))) => query.block(&block),
            Ok(None) | Err(_) => return query.second_pass(),
        }
    }
}

/// The selected frames: their summary lines, each with the fields that were asked for.
fn shown(path: &Path, filter: &str, ask: &Ask, two_pass: bool, backend: Backend) -> Vec<String> {
    let options = QueryOptions { ask: ask.clone(), backend, ..QueryOptions::default() };
    let mut query = Query::compile(filter, options).unwrap_or_else(|errors| panic!("{filter}: {errors:?}"));
    if two_pass {
        look_ahead(path, &mut query);
    }
    let mut reader = Reader::open(path).expect("it was opened before");
    let (schema, mut lines) = (registry::schema(), Vec::new());
    loop {
        match reader.next() {
            Ok(Some(Item::Frame(frame))) => {
                query.select(&frame, |found| {
                    let (info, protocol) = (found.info.summary(), found.info.protocol_column);
                    lines.push(format!("{}: {protocol} {info}", frame.number));
                    for one in &found.occurrences {
                        let name = schema.field(one.field).name;
                        lines.push(format!("{}: {name} {:?} {}", frame.number, one.value, one.raw.len()));
                    }
                });
            }
            Ok(Some(Item::Block(block))) => query.block(&block),
            Ok(None) | Err(_) => return lines,
        }
    }
}

#[test]
fn what_is_shown_does_not_depend_on_what_is_not() {
    let asks = [Ask { columns: true, ..Ask::default() }, Ask { tree: true, columns: true, ..Ask::default() }];
    let mut compared = 0;
    for (i, path) in captures().iter().enumerate() {
        if Reader::open(path).is_err() {
            continue;
        }
        for (k, ask) in asks.iter().enumerate() {
            // Each capture sees one of the filters with each form.
            let filter = FILTERS.iter().cycle().nth(i + 3 * k).copied().unwrap_or_default();
            let two_pass = i % 3 == 0;
            let meant = shown(path, filter, ask, two_pass, Backend::Interpreter);
            let fast = shown(path, filter, ask, two_pass, Backend::Jit);
            let same = fast.iter().zip(&meant).take_while(|(fast, meant)| fast == meant).count();
            let (fast, meant_there) = (fast.get(same), meant.get(same));
            assert_eq!(fast, meant_there, "{}: {filter}, {ask:?}, two passes: {two_pass}", path.display());
            compared += meant.len();
        }
    }
    println!("{compared} lines and fields were shown");
    assert!(compared > 100, "{compared} lines and fields were shown");
}
