use crate::{functions, parse::parse, test_schema::schema};

/// Checks a filter; `expect` lists the codes of all diagnostics, each followed by the text it points at.
fn check(text: &str, expect: &str) {
    let (tree, mut diagnostics) = parse(text);
    let mut typed = None;
    if let Some(tree) = &tree {
        let (checked, found) = super::check(tree, &schema());
        typed = checked;
        diagnostics.extend(found);
    }
    let found: Vec<_> = diagnostics
        .iter()
        .map(|d| {
            let (span, _) = d.labels[0];
            format!("{} {}", d.code, &text[span.start as usize..span.end as usize])
        })
        .collect();
    assert_eq!(found.join(" | "), expect, "{text}");
    assert_eq!(typed.is_some(), !expect.contains('E') || expect.starts_with('W'), "{text}");
}

#[test]
fn words_are_fields_or_literals() {
    check("tcp", "");
    check("TCP", "E0201 TCP");
    check("tcp.prot == 80", "E0201 tcp.prot");
    check("bogus == 1 and tcp.bogus", "E0201 bogus | E0201 tcp.bogus");
    check("http.host == bogus", "");
    check("bogus == http.host", "E0201 bogus");
    check("10.0.0.5 == ip.src", "");
    check("tcp.port == tcp", "E0302 tcp");
    check("ip.src & bogus == 1.1.1.1", "E0201 bogus");
    check("tcp.payload[0:2] & 1f:ff == 00:00", "");
    check("tcp[13] & 08 == 08", "");
    check("10.0.0.5", "E0203 10.0.0.5");
    check("bootp", "W0201 bootp");
    check("bootp.type == 1", "W0201 bootp.type");
    check("frame contains fc", "W0202 fc");
    check("frame contains .fc", "");
}

#[test]
fn types_go_together_or_not() {
    check("tcp.port == ip.ttl", "");
    check("frame.number == tcp.flags.push", "");
    check("tcp.flags.push == frame.number", "E0302 frame.number");
    check("icmp.resptime == ip.len", "E0302 ip.len");
    check("tcp.analysis == 1", "E0301 tcp.analysis");
    check("test.guid + 1 == 2", "E0301 test.guid");
    check("frame[6:6] == eth.src", "");
    check("eth.src == frame[6:6]", "");
    check("frame[26:4] == ip.src", "");
    check("ip.src == frame[26:4]", "E0302 frame[26:4]");
    check("frame[6:6] == http.host", "E0302 http.host");
    check("frame[6:6] == tcp.port", "E0302 tcp.port");
    check("frame contains eth.src", "E0302 eth.src");
    check("@ip.src == 0a:00:00:05", "");
    check("tcp.port[0] == 00", "E0314 tcp.port");
    check("@tcp.port[0] == 00", "");
    check("frame == \"00\"[1]", "E0314 \"00\"");
    check("-http.host", "E0301 http.host");
    check("tcp & udp", "E0301 tcp");
}

#[test]
fn literals_suit_the_other_side() {
    check("tcp.port == 65536", "E0304 65536");
    check("tcp.port == 80 and ip.ttl == 300 or bogus", "E0304 300 | E0201 bogus");
    check("ip.ttl * 3 == 384", "E0304 384");
    check("ip.ttl + 300 > 255", "E0304 300");
    check("tcp.port > -1", "");
    check("tcp.dstport == 40 * 2", "");
    check("tcp.dstport == 60000 + 6000", "E0304 60000 + 6000");
    check("tcp.dstport == 1 / 0", "E0308 1 / 0");
    check("tcp.dstport / 0 == 1", "");
    check("1 - -1 == frame.number + 1", "E0308 1 - -1");
    check("tcp.dstport == 80.0", "E0303 80.0");
    check("eth.src == \"00:09:6b:88:f5:c9\"", "E0303 \"00:09:6b:88:f5:c9\"");
    check("eth.src contains 09:6b", "");
    check("tcp.port == \"http\"", "E0303 \"http\"");
    check("icmp.resptime < nan", "E0309 nan");
    check("icmp.resptime > 1.0 + nan", "E0309 1.0 + nan");
    check("icmp.resptime != nan", "");
    check("icmp.resptime > -infinity", "");
    check("frame.time_relative * {1 + 1} >= -1.5", "");
    check("frame.time_relative * frame.number == 0", "E0302 frame.number");
    check("frame.time_relative + frame.number == 0", "E0302 frame.number");
    check("frame.time > 2*min(2, 3)", "E0302 min(2, 3)");
    check("frame.time + frame.time_relative == frame.time", "");
    check("1 == 1", "E0307 1 == 1");
    check("tcp.port > 79 < 100", "E0307 79 < 100");
    check("${frame.number} == 1", "E0307 ${frame.number} == 1");
    check("frame.number == ${frame.number}", "");
    check("test.id == \"x\" and test.id == 70000", "");
}

#[test]
fn values_have_names() {
    check("ip.proto == \"tcp\"", "");
    check("ip.proto == TCP", "W0301 TCP");
    check("ip.proto == \"bogus\"", "E0305 \"bogus\"");
    check("ip.proto > \"ICMP\"", "");
    check("ip.proto in {\"ICMP\" .. \"UDP\", 99}", "");
    check("ip.proto contains \"CP\" and ip.proto matches \"^tc\"", "");
    check("ip.proto contains 6", "E0303 6");
    check("test.level == \"low\"", "");
    check("test.level > \"low\"", "E0306 \"low\"");
    check("test.level in {\"low\"..9}", "E0306 \"low\"");
    check("vlan.priority == \"spare\"", "");
    check("test.custom == \"<5>\"", "");
    check("kafka.error == \"unknown\"", "");
    check("tcp.flags.push == \"set\" and tcp.flags.push == TRUE", "");
    check("tcp.flags.push == \"True\"", "E0305 \"True\"");
    check("http.request == \"True\"", "");
    check("vals(tcp.port) == \"x\"", "E0311 tcp.port");
}

#[test]
fn calls_and_sets() {
    check("len(tcp) == 20 and count(tcp.port) == 2", "");
    check("LEN(tcp)", "E0202 LEN");
    check("len()", "E0310 len()");
    check("len(http.hots) == 1", "E0201 http.hots");
    check("count(eth.src[0])", "E0311 eth.src[0]");
    check("string(123) == \"123\"", "E0311 123");
    check("string(tcp.payload) == \"x\"", "E0311 tcp.payload");
    check("upper(tcp.port) == 4", "E0311 tcp.port");
    check("min(tcp.port, ip.src) == 80", "E0311 ip.src");
    check("max(tcp.port, -200, udp.port) == 80", "");
    check("tcp.port == abs(-80)", "");
    check("max(1, 2) == 2", "E0307 max(1, 2) == 2");
    check("float(3) == 3", "E0307 float(3) == 3");
    check("double(ip.len) / 2 == 96.5", "");
    check("80 in {tcp.port}", "E0203 80");
    check("len(http.host) in {27}", "E0203 len(http.host)");
    check("eth.dst in {eth.dst[0:6], 00:11}", "E0315 eth.dst[0:6] | E0303 00:11");
    check("ip.addr in {10.0.0.0/8, 10.0.0.5 .. ip.dst}", "");
    check("tcp.port contains 80", "E0301 tcp.port");
    check("\"abc\" contains \"b\"", "E0203 \"abc\"");
    check("http.host matches update", "E0312 update");
    check("http.host matches \"[\"", "E0313 \"[\"");
    check("all 79 < tcp.port < 3268", "W0302 all");
}

#[test]
fn examples_of_functions_compile() {
    for function in functions::ALL {
        assert!(!function.examples.is_empty(), "{}", function.name);
        for (filter, _) in function.examples {
            check(filter, "");
        }
    }
}
