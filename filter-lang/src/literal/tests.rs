use std::borrow::Cow;

use super::{Converted, convert, negate};
use crate::{
    parse::parse,
    schema::field,
    syntax::{ExprKind, OperandKind},
    types::Type,
    value::Value,
};

fn literal(text: &str) -> OperandKind {
    match parse(&format!("f == {text}")).0.map(|expr| expr.kind) {
        Some(ExprKind::Compare { mut links, .. }) => links.remove(0).2.kind,
        other => panic!("{text}: {other:?}"),
    }
}

fn value(text: &str, ty: Type) -> Option<Value<'static>> {
    match convert(&literal(text), ty, None, false) {
        Ok(Converted::Value(value)) => Some(value),
        Ok(Converted::Name(_)) | Err(_) => None,
    }
}

fn bytes(bytes: &[u8]) -> Option<Value<'static>> {
    Some(Value::Bytes(Cow::Owned(bytes.to_vec())))
}

#[test]
fn numbers_are_checked_against_the_width() {
    assert_eq!(value("0x50", Type::Uint(8)), Some(Value::Uint(80)));
    assert_eq!(value("0173", Type::Uint(16)), Some(Value::Uint(123)));
    assert_eq!(value("256", Type::Uint(8)), None);
    assert_eq!(value("1.5", Type::Uint(8)), None);
    assert_eq!(value("127", Type::Int(8)), Some(Value::Int(127)));
    assert_eq!(value("128", Type::Int(8)), None);
    assert!(matches!(negate(&literal("128"), Type::Int(8)), Ok(Value::Int(-128))));
    assert!(negate(&literal("129"), Type::Int(8)).is_err());
}

#[test]
fn bytes_have_many_spellings() {
    for text in ["aa:bb:cc", "aa-bb-cc", "aa.bb.cc", "aabb.cc", "aabbcc", ":aabbcc", "aa:bb:cc:"] {
        assert_eq!(value(text, Type::Bytes), bytes(&[0xaa, 0xbb, 0xcc]), "{text}");
    }
    assert_eq!(value("48", Type::Bytes), bytes(&[48]), "a bare number is one byte with that value");
    assert_eq!(value("4845", Type::Bytes), None);
    assert_eq!(value("00:11:22:33:44", Type::Ether), None);
}

#[test]
fn addresses_take_a_prefix() {
    assert_eq!(value("10.0.0.0/8", Type::Ipv4), Some(Value::Ipv4 { addr: 0x0a00_0000, prefix: 8 }));
    assert_eq!(value("10.0.0.0/33", Type::Ipv4), None);
    assert_eq!(value("fe80::/10", Type::Ipv6), Some(Value::Ipv6 { addr: 0xfe80 << 112, prefix: 10 }));
}

#[test]
fn times_are_exact() {
    assert_eq!(value("1.000000001", Type::RelativeTime), Some(Value::Time(1_000_000_001)));
    assert_eq!(value("\"1970-01-01T00:00:01.5Z\"", Type::AbsoluteTime), Some(Value::Time(1_500_000_000)));
    assert_eq!(value("\"Jan 1, 1970 00:00:02 UTC\"", Type::AbsoluteTime), Some(Value::Time(2_000_000_000)));
    assert_eq!(value("2002", Type::AbsoluteTime), Some(Value::Time(2_002_000_000_000)));
}

#[test]
fn names_of_values_ignore_case() {
    let flag = field("f", "F").bool().words("Set", "Not set");
    let named = |text| convert(&literal(text), Type::Boolean, Some(&flag), false);
    assert!(matches!(named("\"not SET\""), Ok(Converted::Value(Value::Bool(false)))));
    assert!(named("\"True\"").is_err());
}
