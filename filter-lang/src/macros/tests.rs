use super::{Macros, expand};
use crate::{diag::codes, span::Span};

fn macros() -> Macros {
    let mut macros = Macros::default();
    let file = "# comment\n\"private\" $1 == 10.0.0.0/8 or $1 == 172.16.0.0/12\n\n\"nfs\" rpc.program == 100003\r\n\
        \"both\" $private($1) and ${private:$2}\n\"loop\" ${loop}\n\"two\" ${nothing}${nothing}\n";
    macros.define_lines(file).unwrap();
    macros
}

fn is_field(name: &str) -> bool {
    matches!(name, "ip.src" | "tcp.port" | "frame.number")
}

fn check(text: &str, expect: &str) {
    let expansion = expand(text, &macros(), &is_field).unwrap_or_else(|error| panic!("{text}: {error:?}"));
    assert_eq!(expansion.text, expect, "{text}");
}

fn check_error(text: &str, code: &str) {
    let error = expand(text, &macros(), &is_field).expect_err(text);
    assert_eq!(error.code, code, "{text}: {error:?}");
}

#[test]
fn all_forms_expand() {
    let private = "ip.src == 10.0.0.0/8 or ip.src == 172.16.0.0/12";
    for text in ["${private:ip.src}", "${private;ip.src}", "$private(ip.src)", "$private{ip.src}"] {
        check(text, private);
    }
    for text in ["${nfs}", "${nfs:}", "$nfs()", "$nfs{}"] {
        check(text, "rpc.program == 100003");
    }
    check("a == \"$nfs()\"", "a == \"rpc.program == 100003\"");
    check("$private(max(a, b))", "max(a, b) == 10.0.0.0/8 or max(a, b) == 172.16.0.0/12");
    check("$private(a\\,b)", "a,b == 10.0.0.0/8 or a,b == 172.16.0.0/12");
    check("$both(a;b)", "a == 10.0.0.0/8 or a == 172.16.0.0/12 and b == 10.0.0.0/8 or b == 172.16.0.0/12");
}

#[test]
fn references_stay() {
    for text in [
        "f matches \"^a$\"",
        "${ip.src} == 1",
        "${@ip.src#2}[0-2] == 1",
        "$ip.src",
        "$nfs (1)",
        "frame.number == $frame.number -1",
        "a $",
    ] {
        check(text, text);
    }
}

#[test]
fn mistakes_have_codes() {
    check_error("${bogus:1}", codes::MACRO_UNKNOWN);
    check_error("${tcp}", codes::MACRO_UNKNOWN);
    check_error("$bogus(1)", codes::MACRO_UNKNOWN);
    check_error("$private()", codes::MACRO_ARITY);
    check_error("${private:}", codes::MACRO_ARITY);
    check_error("${private:a;b}", codes::MACRO_ARITY);
    check_error("$private(a,)", codes::MACRO_NULL);
    check_error("frame.number == ${frame.number", codes::MACRO_FORM);
    check_error("$private(a", codes::MACRO_FORM);
    check_error("${loop}", codes::MACRO_DEPTH);
    let mut bad = Macros::default();
    assert_eq!(bad.define_lines("name text").unwrap_err().code, codes::MACRO_DEFINITION);
    assert_eq!(bad.define_lines("\n\"a b\" text").unwrap_err().labels[0].0, Span::new(2, 5));
}

#[test]
fn expansion_is_bounded() {
    let mut macros = Macros::default();
    for level in 0..31 {
        macros.define(&format!("m{level}"), &format!("${{m{0}}}${{m{0}}}", level + 1)).unwrap();
    }
    macros.define("m31", "").unwrap();
    assert_eq!(expand("${m0}", &macros, &is_field).unwrap_err().code, codes::MACRO_DEPTH);
    macros.define("m31", &"a".repeat(1 << 20)).unwrap();
    assert_eq!(expand("${m0}", &macros, &is_field).unwrap_err().code, codes::FILTER_TOO_LONG);
}

#[test]
fn places_map_back() {
    let macros = macros();
    let text = "tcp and $nfs() or udp";
    let expansion = expand(text, &macros, &is_field).unwrap();
    let place = |needle: &str| {
        let at = expansion.text.find(needle).unwrap();
        expansion.original(Span::new(at, at + needle.len()))
    };
    assert_eq!(place("tcp"), Span::new(0, 3));
    assert_eq!(place("udp"), Span::new(18, 21));
    assert_eq!(place("100003"), Span::new(8, 14));
    assert_eq!(place("and rpc"), Span::new(4, 14));
}
