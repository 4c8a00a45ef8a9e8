//! Text of the IR goes both ways.

use crate::{compile, diag::codes, ir::text, macros::Macros, test_schema::schema};

#[test]
fn every_form_parses_back() {
    let schema = schema();
    let filters = [
        "",
        "tcp",
        "not tcp or udp and ip xor eth",
        "all tcp.port != 80 and any tcp.port !== 443",
        "ip.addr in {10.0.0.0/8, 192.168.0.1 .. 192.168.0.9} and ip.src not in {1.2.3.4}",
        r#"http.host contains "a\"b\\" or http.host matches "(?-i)^x\\x00""#,
        "tcp.payload[0:2,-1,3-4,5:] == 01:02",
        "tcp.port#[1-2] == 80 and @tcp.port#[-1] == 00:50",
        "len(http.host) + 2 * 3 > ip.len % 4 and -tcp.scale < 3 and ip.ttl & 1",
        r#"test.level == "low" or test.level in {"twice", "low"} or vals(test.level) contains "L""#,
        "frame.time_relative > 1.5 and icmp.resptime < -2.5e300 and frame.time >= \"2026-01-02 03:04:05Z\"",
        "max(tcp.port, 80) == ${tcp.port} and tcp.port in {${udp.port} .. 9, udp.port}",
        "eth.src == 00:11:22:33:44:55 and ipv6.src == 2001:db8::/32 and http.request == 1",
        "test.guid == 12345678-1234-1234-1234-123456789abc",
        "tcp contains 01:02",
    ];
    for filter in filters {
        let ir =
            compile(filter, &schema, &Macros::default()).unwrap_or_else(|errors| panic!("{filter}: {errors:?}")).ir;
        let printed = text::print(&ir, &schema);
        let back = text::parse(&printed, &schema).unwrap_or_else(|errors| panic!("{printed}: {errors:?}"));
        assert_eq!(text::print(&back, &schema), printed, "{filter}");
    }
}

#[test]
fn wrong_text_has_a_place_and_a_code() {
    let schema = schema();
    let wrong = [
        ("", codes::IR_TEXT, 0..0),
        ("(and true", codes::IR_TEXT, 0..1),
        ("true)", codes::IR_TEXT, 4..5),
        ("true false", codes::IR_TEXT, 5..10),
        ("(exists tcp.prot)", codes::IR_TEXT, 8..16),
        ("(any == tcp.port (UINT16 x))", codes::IR_TEXT, 25..26),
        ("(any ~ tcp.port (UINT16 1))", codes::IR_TEXT, 0..27),
        ("(any matches http.host \"[\")", codes::IR_TEXT, 23..26),
        ("(truth (slice BYTES [x] tcp.payload))", codes::IR_TEXT, 20..23),
        ("(and true)", codes::IR_RULE, 0..0),
        ("(any == tcp.port (STRING \"80\"))", codes::IR_RULE, 0..31),
        ("(any in tcp.port)", codes::IR_RULE, 0..17),
        ("(any contains (names tcp.port) (STRING \"a\"))", codes::IR_RULE, 0..44),
        ("(any == (call len UINT32) (UINT32 1))", codes::IR_RULE, 0..37),
    ];
    for (text, code, place) in wrong {
        let errors = text::parse(text, &schema).expect_err(text);
        let span = errors[0].labels[0].0;
        assert_eq!(errors[0].code, code, "{text}: {}", errors[0].message);
        assert_eq!(span.start as usize..span.end as usize, place, "{text}: {}", errors[0].message);
    }
    let deep = format!("{}true{}", "(not ".repeat(10_000), ")".repeat(10_000));
    assert_eq!(text::parse(&deep, &schema).unwrap_err()[0].code, codes::IR_TEXT);
}
