use super::*;
use crate::{ir::text, lowered, macros::Macros, test_schema::schema};

#[track_caller]
fn check(filter: &str, expect: &str) {
    let schema = schema();
    let ir = lowered(filter, &schema, &Macros::default()).unwrap_or_else(|errors| panic!("{filter}: {errors:?}")).ir;
    assert_eq!(text::print(&optimize(ir, &schema), &schema), expect, "{filter}");
}

#[test]
fn constants_are_folded() {
    check("tcp.port == 1 + 2 * 3", "(any == tcp.port (UINT16 7))");
    check("max(1, 2) < ip.len", "(any < (UINT16 2) ip.len)");
    check("udp.port == ${tcp.port}", "(any == udp.port (reference UINT16 tcp.port))");
    check("tcp or udp or not tcp", "true");
    check("ip and (tcp or not tcp)", "(exists ip)");
}

#[test]
fn negations_go_to_the_leaves() {
    check("not (tcp and not udp)", "(or (not (exists tcp)) (exists udp))");
    check("not (tcp xor udp)", "(xor (not (exists tcp)) (exists udp))");
    check("not not tcp", "(exists tcp)");
    check("not tcp.port == 80", "(not (any == tcp.port (UINT16 80)))");
}

#[test]
fn lists_are_flat_and_without_repetition() {
    check("tcp and (udp and tcp) and ip", "(and (exists tcp) (exists udp) (exists ip))");
    check("tcp or tcp", "(exists tcp)");
}

#[test]
fn comparisons_become_sets() {
    check(
        "tcp.port == 80 or tcp.port == 443 or tcp.port in {81, 1..9}",
        "(any in tcp.port (range 1 9) (range 80 81) 443)",
    );
    check("tcp.port != 80 and tcp.port not in {443}", "(any not-in tcp.port 80 443)");
    check("tcp.port != 80 or tcp.port != 443", "(or (all != tcp.port (UINT16 80)) (all != tcp.port (UINT16 443)))");
    check("ip.src == 1.2.3.4 or ip.src == 10.0.0.0/8", "(any in ip.src 1.2.3.4/32 10.0.0.0/8)");
}

#[test]
fn cheap_tests_come_first() {
    check(
        r#"http.host matches "x" and tcp.port == tcp.srcport and tcp"#,
        r#"(and (exists tcp) (any == tcp.port tcp.srcport) (any matches http.host "x"))"#,
    );
}
