//! Every limit on a filter gives an error with its code, and soon.

use strato_filter_lang::{
    compile, limits,
    macros::Macros,
    schema::{Schema, field},
};

fn schema() -> Schema {
    let fields = [
        field("tcp", "TCP").protocol(),
        field("tcp.port", "Port").u16(),
        field("tcp.payload", "Payload").bytes(),
        field("http.host", "Host").str(),
    ];
    Schema::new(fields, &[])
}

#[track_caller]
fn check(filter: &str, code: &str) {
    let errors = compile(filter, &schema(), &Macros::default()).expect_err("it is beyond the limit");
    assert_eq!(errors[0].code, code, "{}", errors[0].message);
}

#[test]
fn nesting() {
    for open in ["not ", "(", "-", "len("] {
        let filter =
            format!("{}tcp.port == 1{}", open.repeat(10_000), ")".repeat(if open.contains('(') { 10_000 } else { 0 }));
        let errors = compile(&filter, &schema(), &Macros::default()).expect_err("it is nested too deeply");
        assert!(!errors.is_empty(), "{open}");
    }
    check(&format!("{}tcp", "not ".repeat(limits::NESTING + 1)), "E0401");
    check(&format!("{}tcp{}", "(".repeat(limits::NESTING + 1), ")".repeat(limits::NESTING + 1)), "E0401");
}

#[test]
fn lengths() {
    check(&format!("http.host == \"{}\"", "a".repeat(limits::LITERAL_BYTES + 1)), "E0403");
    check(&format!("tcp or {}", " ".repeat(limits::FILTER_BYTES)), "E0402");
}

#[test]
fn members_and_ranges() {
    let members: Vec<_> = (0..=limits::SET_MEMBERS).map(|n| (n % 65_536).to_string()).collect();
    check(&format!("tcp.port in {{{}}}", members.join(",")), "E0404");
    let ranges = vec!["0"; limits::RANGES + 1].join(",");
    check(&format!("tcp.payload[{ranges}] == 00"), "E0404");
}

#[test]
fn patterns() {
    check(r#"http.host matches "((a{1000}){1000}){1000}""#, "E0313");
}

#[test]
fn macros_that_call_themselves() {
    let mut macros = Macros::default();
    macros.define("loop", "${loop}").unwrap();
    macros.define("twice", "${wide} ${wide}").unwrap();
    macros.define("wide", &"tcp or ".repeat(100_000)).unwrap();
    for (filter, code) in [("${loop}", "E0405"), ("${twice} ${twice} ${twice} tcp", "E0402")] {
        assert_eq!(compile(filter, &schema(), &macros).unwrap_err()[0].code, code, "{filter}");
    }
}
