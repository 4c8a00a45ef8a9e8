use super::*;
use crate::{
    capability::{EVENT, HEADER},
    compile,
    ir::text,
    macros::Macros,
    schema::{Schema, field},
};

fn schema() -> Schema {
    let fields = [
        field("ip", "").protocol(),
        field("ip.ttl", "").u8().at(8),
        field("ip.src", "").ipv4().at(12),
        field("http.host", "").str(),
        field("ebpf.pid", "").u32().event(0, 4),
    ];
    Schema::new(fields, &[])
}

#[track_caller]
fn check(filter: &str, capability: &Capability, pre: &str, rest: &str) {
    let schema = schema();
    let ir = compile(filter, &schema, &Macros::default()).unwrap_or_else(|errors| panic!("{filter}: {errors:?}")).ir;
    let split = split(&ir, capability, &schema);
    let text = |ir| text::print(ir, &schema);
    assert_eq!((text(&split.pre).as_str(), text(&split.rest).as_str()), (pre, rest), "{filter}");
}

const TTL: &str = "(any == ip.ttl (UINT8 5))";
const HOST: &str = "(any == http.host (STRING \"a\"))";

#[test]
fn what_is_decided_is_not_left() {
    check("ip.ttl == 5", &HEADER, TTL, "true");
    check("ip.ttl == 5 and http.host == \"a\"", &HEADER, TTL, HOST);
    check("http.host == \"a\"", &HEADER, "true", HOST);
    check("ip.ttl == 5 and ebpf.pid == 7", &EVENT, "(any == ebpf.pid (UINT32 7))", TTL);
}

#[test]
fn unknown_keeps_the_frame() {
    let either = format!("(or {TTL} {HOST})");
    check("ip.ttl == 5 or http.host == \"a\"", &HEADER, "true", &either);
    check("not (ip.ttl == 5 or http.host == \"a\")", &HEADER, &format!("(not {TTL})"), &format!("(not {HOST})"));
    check("not (ip.ttl == 5 and http.host == \"a\")", &HEADER, "true", &format!("(or (not {TTL}) (not {HOST}))"));
    check("ip xor http.host == \"a\"", &HEADER, "true", &format!("(xor (exists ip) {HOST})"));
    check(
        "(ip.ttl == 5 and http.host == \"a\") or (ip.ttl == 6 and http.host == \"b\")",
        &HEADER,
        "(any in ip.ttl (range 5 6))",
        "(or\n  (and (any == ip.ttl (UINT8 5)) (any == http.host (STRING \"a\")))\n  \
         (and (any == ip.ttl (UINT8 6)) (any == http.host (STRING \"b\"))))",
    );
}
