//! One corpus, all stages: each file is one meaning, each of its lines a spelling of it.

use std::{fs, path::Path};

use strato_filter_lang::{
    capability::HEADER,
    diag::render::render,
    ir::text,
    macros::Macros,
    schema::{Schema, Values, field},
    stages,
};

static PROTOCOLS: Values = Values { ranges: &[(1, 1, "ICMP"), (6, 6, "TCP"), (17, 17, "UDP")] };

/// Names and sources as in the real schema, few enough that a new protocol changes no snapshot.
fn schema() -> Schema {
    let fields = [
        field("frame", "Frame").protocol(),
        field("frame.time", "Time").abs_time(),
        field("eth", "Ethernet").protocol(),
        field("eth.dst", "Destination").ether().at(0),
        field("eth.src", "Source").ether().at(6),
        field("ip", "IPv4").protocol(),
        field("ip.ttl", "Time to live").u8().at(8),
        field("ip.proto", "Protocol").u8().at(9).values(&PROTOCOLS),
        field("ip.flags.df", "Don't fragment").bool().at(6).mask(0x40).words("Set", "Not set"),
        field("ip.src", "Source").ipv4().at(12),
        field("ip.dst", "Destination").ipv4().at(16),
        field("ip.addr", "Address").ipv4().occurs_as(&["ip.src", "ip.dst"]),
        field("icmp.resptime", "Response time").f64(),
        field("tcp", "TCP").protocol(),
        field("tcp.port", "Port").u16().occurs_as(&["tcp.srcport", "tcp.dstport"]),
        field("tcp.srcport", "Source port").u16().at(0),
        field("tcp.dstport", "Destination port").u16().at(2),
        field("udp", "UDP").protocol(),
        field("udp.port", "Port").u16(),
        field("http.host", "Host").str(),
    ];
    Schema::new(fields, &[])
}

#[test]
fn every_stage_of_every_filter() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/snapshots/filters");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "filter"));
    files.sort();
    assert!(files.len() >= 50, "{}", files.len());
    let (schema, macros) = (schema(), Macros::default());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for file in files {
            let lines = fs::read_to_string(&file).unwrap();
            let spellings: Vec<_> = if lines == "\n" { vec![""] } else { lines.lines().collect() };
            let all = spellings.iter().map(|spelling| {
                let shown = stages::show(spelling, &schema, &macros);
                (spelling, shown.unwrap_or_else(|errors| panic!("{}", render(spelling, &errors, false))))
            });
            let all: Vec<_> = all.collect();
            let first = &all[0].1;
            for (spelling, shown) in &all {
                assert_eq!(shown.ir, first.ir, "`{spelling}` means something else than `{}`", all[0].0);
                let back = text::parse(&shown.optimized, &schema).unwrap();
                assert_eq!(text::print(&back, &schema), shown.optimized);
            }
            let sections = [
                ("tokens", first.tokens.as_str()),
                ("syntax", &first.syntax),
                ("ir", &first.ir),
                ("optimized", &first.optimized),
                ("split", &stages::split(&first.filter, &HEADER, &schema)),
            ];
            let shown = sections.map(|(name, text)| format!("--- {name}\n{}\n", text.trim_end())).concat();
            insta::assert_snapshot!(file.file_stem().unwrap().to_str().unwrap(), shown);
        }
    });
}
