use crate::{
    check::check,
    ir::{Compare, Element, ExprKind, Node, Quant, TestKind},
    parse::parse,
    test_schema::schema,
    value::Value,
};

fn lower(text: &str) -> Node {
    let (tree, errors) = parse(text);
    assert_eq!(errors, [], "{text}");
    let (typed, errors) = check(&tree.unwrap(), &schema());
    super::lower(&typed.unwrap_or_else(|| panic!("{text}: {errors:?}"))).root
}

fn test(text: &str) -> TestKind {
    match lower(text) {
        Node::Test(test) => test.kind,
        node => panic!("{text} is no single test: {node:?}"),
    }
}

#[test]
fn operators_have_quantifiers() {
    use {Compare::*, Quant::*};
    let table = [
        ("==", Eq, Any, Any, All),
        ("!=", Ne, All, Any, All),
        ("===", Eq, All, Any, All),
        ("!==", Ne, Any, Any, All),
        ("<", Lt, Any, Any, All),
        ("<=", Le, Any, Any, All),
        (">", Gt, Any, Any, All),
        (">=", Ge, Any, Any, All),
    ];
    for (word, op, default, any, all) in table {
        for (prefix, expect) in [("", default), ("any ", any), ("all ", all)] {
            let text = format!("{prefix}tcp.port {word} 80");
            let TestKind::Compare { op: found, quant, .. } = test(&text) else { panic!("{text}") };
            assert_eq!((found, quant), (op, expect), "{text}");
        }
    }
}

#[test]
fn chains_are_conjunctions() {
    let Node::And(links) = lower("all 1 < tcp.port != 5 < ip.len") else { panic!() };
    let quants: Vec<_> = links
        .iter()
        .map(|link| match link {
            Node::Test(test) => match &test.kind {
                TestKind::Compare { quant, .. } => *quant,
                _ => panic!(),
            },
            _ => panic!(),
        })
        .collect();
    assert_eq!(quants, [Quant::Any, Quant::All, Quant::Any]);
    assert!(matches!(lower("tcp xor udp xor ip"), Node::Xor(..)));
}

#[test]
fn value_names_become_numbers_where_one_has_them() {
    let right = |text| match test(text) {
        TestKind::Compare { left, right, .. } => (matches!(left.kind, ExprKind::Names { .. }), right.kind),
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(right("ip.proto == \"tcp\""), (false, ExprKind::Const(Value::Uint(6))));
    assert_eq!(right("kafka.error == \"UNKNOWN\""), (false, ExprKind::Const(Value::Int(-1))));
    let name = |text| ExprKind::Const(Value::str(text));
    assert_eq!(right("test.level == \"Twice\""), (true, name("twice")));
    assert_eq!(right("test.level == \"LOW\""), (true, name("low")));
    assert_eq!(right("vlan.priority == \"Spare\""), (true, name("spare")));
    assert_eq!(right("test.custom == \"<5>\""), (true, name("<5>")));
}

#[test]
fn sets_are_of_values_or_of_names() {
    let TestKind::Member { negated: true, set, .. } = test("tcp.port not in {1, 2..3, ip.len, 4..ip.len}") else {
        panic!()
    };
    assert!(matches!(
        set.elements()[..],
        [
            Element::Value(Value::Uint(1)),
            Element::Range(Value::Uint(2), Value::Uint(3)),
            Element::Expr(_),
            Element::ExprRange(..)
        ]
    ));
    assert!(matches!(lower("test.level in {\"low\", 5, \"none\"}"), Node::Or(parts) if parts.len() == 2));
    let Node::And(parts) = lower("test.level not in {\"low\"}") else { panic!() };
    assert!(matches!(&parts[..], [Node::Test(_), Node::Not(_)]));
}

#[test]
fn conditions_are_presence_or_truth() {
    assert!(matches!(test("tcp.flags.push"), TestKind::Exists(_)));
    assert!(matches!(test("@tcp.port#2"), TestKind::Exists(read) if read.raw && read.layers.is_some()));
    assert!(matches!(test("eth.src[0]"), TestKind::Truth(_)));
    assert!(matches!(test("tcp.flags & 3"), TestKind::Truth(_)));
    let TestKind::Contains { left, .. } = test("ip.proto contains \"CP\"") else { panic!() };
    assert!(matches!(left.kind, ExprKind::Names { lowercase: false, .. }));
}
