//! Wrong filters and what is said about each: the whole rendered text, beside the filter.

use std::{fs, path::Path};

use strato_filter_lang::{
    compile,
    diag::{codes, render::render},
    macros::Macros,
    schema::{Alias, Schema, Values, field},
};

static PROTOCOLS: Values = Values { ranges: &[(1, 1, "ICMP"), (6, 6, "TCP"), (17, 17, "UDP")] };
static TYPES: Values = Values { ranges: &[(0, 0, "Echo reply"), (1, 2, "Reserved"), (8, 8, "Echo request")] };

/// Names as in the real schema, few enough that a new protocol changes no message here.
fn schema() -> Schema {
    let fields = [
        field("frame", "Frame").protocol(),
        field("frame.number", "Number").u32(),
        field("frame.time", "Time").abs_time(),
        field("eth", "Ethernet").protocol(),
        field("eth.dst", "Destination").ether(),
        field("eth.src", "Source").ether(),
        field("ip", "IPv4").protocol(),
        field("ip.proto", "Protocol").u8().values(&PROTOCOLS),
        field("ip.flags.df", "Don't fragment").bool().words("Set", "Not set"),
        field("ip.src", "Source").ipv4(),
        field("ip.dst", "Destination").ipv4(),
        field("ip.addr", "Address").ipv4(),
        field("icmp", "ICMP").protocol(),
        field("icmp.type", "Type").u8().values(&TYPES),
        field("icmp.resptime", "Response time").f64(),
        field("tcp", "TCP").protocol(),
        field("tcp.port", "Port").u16(),
        field("tcp.srcport", "Source port").u16(),
        field("tcp.dstport", "Destination port").u16(),
        field("udp", "UDP").protocol(),
        field("udp.port", "Port").u16(),
        field("http", "HTTP").protocol(),
        field("http.host", "Host").str(),
        field("http.server", "Server").str(),
        field("dhcp", "DHCP").protocol(),
        field("dhcp.ip.your", "Your address").ipv4(),
        field("dcerpc.obj_id", "Object").guid(),
        field("fc", "Fibre Channel").protocol(),
    ];
    Schema::new(fields, &[Alias { name: "bootp", target: "dhcp", deprecated_prefix: true }])
}

#[test]
fn wrong_filters_are_explained() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/snapshots/errors");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "filter"));
    files.sort();
    assert!(files.len() >= 25);
    let schema = schema();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            let text = text.trim_end_matches('\n');
            let found =
                compile(text, &schema, &Macros::default()).map_or_else(|errors| errors, |compiled| compiled.warnings);
            assert!(!found.is_empty(), "{text} has nothing wrong");
            let name = file.file_stem().unwrap().to_str().unwrap();
            insta::assert_snapshot!(name, render(text, &found, false));
        }
    });
}

/// What `strato explain CODE` shows is true: the wrong filter has this problem, the right one has none.
#[test]
fn examples_of_codes_are_true() {
    let schema = schema();
    // Macros are expanded before, limits would take pages, the text of the IR is no filter.
    let shown_only = |code: &str| ["E013", "E04", "E06"].iter().any(|group| code.starts_with(group));
    for row in codes::all().filter(|row| !shown_only(row.code)) {
        let found =
            compile(row.wrong, &schema, &Macros::default()).map_or_else(|errors| errors, |compiled| compiled.warnings);
        let codes: Vec<_> = found.iter().map(|diagnostic| diagnostic.code).collect();
        assert!(codes.contains(&row.code), "{}: `{}` gives {codes:?}", row.code, row.wrong);
        let found =
            compile(row.right, &schema, &Macros::default()).map_or_else(|errors| errors, |compiled| compiled.warnings);
        assert!(found.is_empty(), "{}: `{}` has {found:?}", row.code, row.right);
    }
}
