use super::parse;

/// Parses what must parse.
fn check(text: &str) {
    let (tree, diagnostics) = parse(text);
    assert!(diagnostics.is_empty(), "{text}: {diagnostics:#?}");
    assert!(tree.is_some(), "{text}");
}

#[test]
fn every_form_parses() {
    for text in [
        "tcp",
        ".fc",
        "tcp.port == 80 and not udp or ip.src == 1.1.1.1 xor frame.number == 1",
        "!a == b",
        "any tcp.port != 80",
        "all ip.src#[2-3] > 1.1.1.1",
        "a < b <= c === d",
        "tcp.port not in {80, 443, 8000..8010, a + 1 .. {b - 2} * 3}",
        "{tcp.port + 1} * 2 & 3 == -1 - +2",
        "eth.dst[0:3,-1,2-4,:2,3:,:][1] == 00:e0:81",
        "${ip.src#2}[0] == $@tcp.port",
        "@ip.src#1[0:2] contains :0a",
        "max(1, len(http.host[0:3]), tcp.port) == 0x50",
        r#"http.host matches r"\.com$" and a ~ "x\"\x41\u00e9\101""#,
        r"f == '\n' or f == '\'' or f == 'x'",
        "len() > 1e+3",
        "nan(x) == f",
        "(((tcp)))",
        "frame.time == 2002-12-31T13:55:31.3Z",
    ] {
        check(text);
    }
    assert_eq!(parse(" \t\n"), (None, Vec::new()));
}
