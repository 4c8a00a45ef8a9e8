use super::*;

/// Converts an unquoted word, `"string"`, number or float.
fn read(text: &str, ty: Type) -> Option<Value<'static>> {
    let literal = if let Some(string) = text.strip_prefix('"') {
        Literal::String(string.trim_end_matches('"').as_bytes())
    } else if let Ok(value) = text.trim_start_matches('-').parse() {
        Literal::Integer { negative: text.starts_with('-'), value, text: text.trim_start_matches('-') }
    } else if let (Ok(value), true) = (text.parse(), text.contains('.')) {
        Literal::Float { value, text }
    } else {
        Literal::Word(text)
    };
    convert(&literal, ty, false).ok()
}

fn check(text: &str, ty: Type, expect: Option<Value<'static>>) {
    assert_eq!(read(text, ty), expect, "{text} as {ty:?}");
}

fn bytes(bytes: &[u8]) -> Option<Value<'static>> {
    Some(Value::bytes(bytes).into_owned())
}

#[test]
fn integers_are_checked_against_the_width() {
    check("255", Type::Uint(8), Some(Value::Uint(255)));
    check("256", Type::Uint(8), None);
    check("-1", Type::Uint(8), Some(Value::Int(-1)));
    check("-128", Type::Int(8), Some(Value::Int(-128)));
    check("-129", Type::Int(8), None);
    check("127", Type::Int(8), Some(Value::Int(127)));
    check("128", Type::Int(8), None);
    check("9223372036854775807", Type::Int(64), Some(Value::Int(i64::MAX)));
    check("9223372036854775808", Type::Int(64), None);
    check("-9223372036854775808", Type::Int(64), Some(Value::Int(i64::MIN)));
    check("18446744073709551615", Type::Uint(64), Some(Value::Uint(u64::MAX)));
    check("1.5", Type::Uint(8), None);
    check("\"5\"", Type::Uint(8), None);
}

#[test]
fn bytes_have_many_forms() {
    for text in ["aa:bb:cc", "aa-bb-cc", "aa.bb.cc", "aabb.cc", "aabbcc", ":aabbcc", "aabbcc:", "AA:bb-cc"] {
        check(text, Type::Bytes, bytes(&[0xaa, 0xbb, 0xcc]));
    }
    check("0:9:6b", Type::Bytes, bytes(&[0, 9, 0x6b]));
    check("a", Type::Bytes, bytes(&[0x0a]));
    check("fc:", Type::Bytes, bytes(&[0xfc]));
    check("0b00000101", Type::Bytes, bytes(&[5]));
    check("72", Type::Bytes, bytes(&[72]));
    check("4845", Type::Bytes, None);
    check("\"HE\"", Type::Bytes, bytes(b"HE"));
    check("abc", Type::Bytes, None);
    check("aa::bb", Type::Bytes, None);
    check("aa.bb.hh", Type::Protocol, None);
    check("00:09:6b:88:f5:c9", Type::Ether, bytes(&[0, 9, 0x6b, 0x88, 0xf5, 0xc9]));
    check("00:09:6b", Type::Ether, None);
    check("1.3.6.1", Type::Oid, bytes(&[0x2b, 6, 1]));
    check("1.2.840.113549", Type::Oid, bytes(&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d]));
    check("2b:06", Type::Oid, None);
}

#[test]
fn addresses_have_prefixes() {
    check("10.0.0.5", Type::Ipv4, Some(Value::ipv4(0x0a00_0005)));
    check("10.0.0.5/024", Type::Ipv4, Some(Value::Ipv4 { addr: 0x0a00_0005, prefix: 24 }));
    for text in ["10.0.0", "10.0.0.256", "010.0.0.5", "10.0.0.5/", "10.0.0.5/33", "::1", "\"10.0.0.5\"", "host"] {
        check(text, Type::Ipv4, None);
    }
    check("::1/128", Type::Ipv6, Some(Value::ipv6(1)));
    check("::FFFF:129.144.52.38", Type::Ipv6, Some(Value::ipv6(0xffff_8190_3426)));
    check("ff05::/129", Type::Ipv6, None);
}

#[test]
fn times_are_exact() {
    let at = |seconds: i128, ns: i128| Some(Value::Time(seconds * 1_000_000_000 + ns));
    let expect = at(1_041_342_931, 300_000_000);
    for text in [
        "\"2002-12-31 13:55:31.3Z\"",
        "\"2002-12-31T13:55:31,3Z\"",
        "\"2002-12-31 14:55:31.3 +01:00\"",
        "\"2002-12-31 14:55:31.3+0100\"",
        "\"2002-12-31 19:55:31.3    F\"",
        "\"Dec 31, 2002 08:55:31.3 EST\"",
        "\"December 31, 2002 13:55:31.3 UTC\"",
        "1041342931.3",
        "\"1041342931.300000000\"",
    ] {
        check(text, Type::AbsoluteTime, expect.clone());
    }
    check("2002", Type::AbsoluteTime, at(2002, 0));
    for text in [
        "\"2002-12-31 13\"",
        "\"2002-12-31 13:55.3\"",
        "\"2002-12-31T13:55:31.3 Z\"",
        "\" 2002-12-31\"",
        "\"2002-365\"",
        "\"2002-02-30\"",
        "\"31 Dec 2002 13:55:31.3\"",
        "\"mrt 1, 2000 00:00:00\"",
        "\"Dec 31, 2002 13:56:31.3 WET\"",
        "1041342931.3000000001",
        "\"\"",
        "\"é\"",
    ] {
        check(text, Type::AbsoluteTime, None);
    }
    check("1.5", Type::RelativeTime, at(1, 500_000_000));
    check("-2", Type::RelativeTime, at(-2, 0));
    check("500ms", Type::RelativeTime, None);
}

#[test]
fn the_rest() {
    check("abc", Type::String, Some(Value::str("abc")));
    check("48", Type::String, None);
    check("TRUE", Type::Boolean, Some(Value::Bool(true)));
    check("kc1abc-1", Type::Ax25, Some(Value::str("KC1ABC-1")));
    check("\"TOOLONGCALL\"", Type::Ax25, None);
    check("kc1abc-16", Type::Ax25, None);
    let guid = *b"\x12\x34\x56\x78\x12\x34\x12\x34\x12\x34\x12\x34\x56\x78\x9a\xbc";
    check("12345678-1234-1234-1234-123456789abc", Type::Guid, Some(Value::Guid(guid)));
    check("x", Type::None, None);
}
