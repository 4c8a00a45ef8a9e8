//! Stage 1: from text to machine code, a verdict, the walk over layers.

#![expect(clippy::print_stdout, reason = "it prints a table")]

use std::{
    fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

use criterion::{Criterion, criterion_group, criterion_main};
use strato_engine::{
    proto::{
        plan::{Ask, Plan},
        registry,
    },
    read::{Packet, Reader},
    stage1::Stage1,
};
use strato_filter_lang::{compile, ir::visit, macros::Macros};
use strato_testkit::conformance;

/// One filter for each form of code.
const SHAPES: &[(&str, &str)] = &[
    ("presence", "tcp"),
    ("address", "ip.src == 10.9.0.1"),
    ("prefix", "ip.src == 10.0.0.0/8"),
    ("bit", "tcp.flags.syn == 1"),
    ("two numbers", "tcp.flags.syn == 1 && tcp.flags.ack == 0"),
    ("ports", "tcp.port in {80, 443, 8080}"),
    ("bitmap", "tcp.port in {20, 22, 25, 53, 80, 110, 143, 443, 993, 5432, 6379, 8080}"),
    ("search", "tcp.payload contains \"HTTP/1.1 500\""),
    ("pattern", "tcp.payload matches \"^GET /[a-z]+\""),
    ("left to a function", "ip.src[0:2] == 0a:09"),
];

fn stage1(filter: &str) -> Option<Stage1> {
    let ir = compile(filter, registry::schema(), &Macros::default()).ok()?.ir;
    Stage1::new(&ir, &Plan::new(visit::fields(&ir), Ask::default()), &[]).ok()?
}

/// Packets of a capture of the project.
fn packets() -> Vec<(Vec<u8>, u32)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/captures/web.pcapng");
    let mut reader = Reader::open(&path).expect("the capture is committed");
    let mut packets = Vec::new();
    while let Ok(Some(frame)) = reader.next_frame() {
        packets.push((frame.data.to_vec(), frame.original_len));
    }
    packets
}

/// A thousand addresses, a tenth of them networks.
fn large_set() -> String {
    let member = |i: u32| {
        if i.is_multiple_of(10) {
            format!("10.{}.{}.0/24", i % 200, i / 7 % 250)
        } else {
            format!("172.16.{}.{}", i / 250, i % 250)
        }
    };
    format!("ip.src in {{{}}}", (0..1000).map(member).collect::<Vec<_>>().join(", "))
}

fn code(c: &mut Criterion) {
    let mut group = c.benchmark_group("text to machine code");
    let set = large_set();
    for (name, filter) in SHAPES.iter().copied().chain([("a set of 1 000", set.as_str())]) {
        group.bench_function(name, |b| b.iter(|| black_box(stage1(black_box(filter)))));
    }
    group.finish();
}

fn verdict(c: &mut Criterion) {
    let packets = packets();
    let mut group = c.benchmark_group(format!("walk and verdict, {} packets", packets.len()));
    let set = large_set();
    for (name, filter) in SHAPES.iter().copied().chain([("a set of 1 000", set.as_str())]) {
        let mut stage1 = stage1(filter).expect("it has a stage 1");
        group.bench_function(name, |b| {
            b.iter(|| {
                for (number, (data, original_len)) in (1..).zip(&packets) {
                    let packet = Packet { number, data, original_len: *original_len, link_type: 1 };
                    black_box(stage1.judge(black_box(&packet)));
                }
            });
        });
    }
    group.finish();
}

/// How long the filters of the conformance tables take, each once warm.
fn tables(_: &mut Criterion) {
    let own = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/captures/filters.txt"));
    let own = own.expect("the file is committed");
    let mut filters: Vec<String> = own.lines().filter_map(|line| Some(line.split_once('\t')?.1.to_owned())).collect();
    if let Some(shared) = conformance::shared() {
        let rows = [conformance::dfilter(&shared), conformance::probes(&shared), conformance::truth(&shared)];
        filters.extend(rows.into_iter().flatten().map(|row| row.filter));
    }
    let mut times: Vec<(Duration, &str)> = filters
        .iter()
        .filter_map(|filter| {
            // The best of some: what others do on the machine is not the filter's.
            let once = |_| {
                let start = Instant::now();
                black_box(stage1(filter)).map(|_| start.elapsed())
            };
            let best = (0..5).filter_map(once).min()?;
            Some((best, filter.as_str()))
        })
        .collect();
    times.sort_unstable();
    let at = |percent: usize| times.get(times.len() * percent / 100).map_or(Duration::ZERO, |(time, _)| *time);
    println!(
        "{} filters, text to machine code: median {:?}, 95 % within {:?}, 99 % within {:?}",
        times.len(),
        at(50),
        at(95),
        at(99)
    );
    if let Some((time, filter)) = times.last() {
        println!("slowest: {time:?}: {}", filter.chars().take(120).collect::<String>());
    }
}

criterion_group!(benches, tables, code, verdict);
criterion_main!(benches);
