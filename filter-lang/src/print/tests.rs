use proptest::{collection::vec, option, prelude::*};

use super::print;
use crate::{
    parse::parse,
    span::Span,
    syntax::{ArithOp, CompareOp, Element, Expr, ExprKind, FieldRef, Operand, OperandKind, Quant, Range},
};

/// The canonical text of a filter.
fn check(text: &str, expect: &str) {
    let (tree, diagnostics) = parse(text);
    assert!(diagnostics.is_empty(), "{text}: {diagnostics:?}");
    assert_eq!(print(&tree.unwrap()), expect, "{text}");
}

#[test]
fn spellings_become_one() {
    check("tcp.port eq 80&&!(udp||ip)", "tcp.port == 80 and not (udp or ip)");
    check("a or (b or c) and (d)", "a or (b or c) and d");
    check("(a xor b) xor c ^^ d", "(a xor b) xor c xor d");
    check("{{a + 1}} * 2 - {b - c} & d == -{1 + 2}", "{a + 1} * 2 - {b - c} & d == -{1 + 2}");
    check("f#[1] == $g[0:3, 2-3,1:,:]", "f#1 == ${g}[:3, 2-3, 1:, :]");
    check(r#"f == "a\"\x00\xff\u00e9" "#, "f == \"a\\\"\\x00\\xffé\"");
    check(r"f == '\'' or f == '\u20ac'", r"f == '\x27' or f == '\U000020ac'");
    check("any f not in {1 .. 2,a}", "any f not in {1..2, a}");
}

/// A tree without its places.
fn shape(tree: &Expr) -> String {
    let places = regex::Regex::new(r"Span \{ start: \d+, end: \d+ \}").unwrap();
    places.replace_all(&format!("{tree:?}"), "_").into_owned()
}

fn operand(kind: OperandKind) -> Operand {
    Operand::new(0, 0, kind)
}

fn name() -> impl Strategy<Value = String> {
    // `q` keeps keywords and `nan` out.
    "q[a-z0-9_]{0,4}(\\.[a-z0-9_]{1,4}){0,2}"
}

fn ranges() -> impl Strategy<Value = Vec<Range>> {
    let range = prop_oneof![
        any::<i32>().prop_map(Range::One),
        (any::<i32>(), 1..i32::MAX).prop_map(|(i, n)| Range::Length(i, n)),
        (0..1000, 1001..i32::MAX).prop_map(|(i, j)| Range::Through(i, j)),
        (-1000..-500, -400..0).prop_map(|(i, j)| Range::Through(i, j)),
        any::<i32>().prop_map(Range::From),
    ];
    vec(range, 1..3)
}

fn field() -> impl Strategy<Value = FieldRef> {
    (name(), any::<bool>(), any::<bool>(), option::of(ranges())).prop_map(|(name, raw, dotted, layers)| FieldRef {
        name,
        name_span: Span::default(),
        raw,
        dotted,
        layers,
    })
}

fn leaf() -> impl Strategy<Value = Operand> {
    prop_oneof![
        name().prop_map(OperandKind::Word),
        "(10\\.0\\.0\\.0/8|[a-f0-9]{2}(:[a-f0-9]{2}){1,3}:?|::1|2[0-9]-[a-z]{3})".prop_map(OperandKind::Word),
        field()
            .prop_filter("a plain name is a word", |f| f.raw || f.dotted || f.layers.is_some())
            .prop_map(OperandKind::Field),
        field().prop_map(OperandKind::Reference),
        any::<u64>().prop_map(|value| OperandKind::Integer { value, text: value.to_string() }),
        any::<u32>().prop_map(|n| OperandKind::Float { value: f64::from(n), text: format!("{n}.0") }),
        vec(any::<u8>(), 0..8).prop_map(|bytes| OperandKind::String { bytes, raw: false }),
        "[a-z.$(]{0,6}".prop_map(|text| OperandKind::String { bytes: text.into_bytes(), raw: true }),
        (0_u32..0x100).prop_map(OperandKind::Char),
        (0x100_u32..0xd800).prop_map(OperandKind::Char),
    ]
    .prop_map(operand)
}

/// Operands; the flag asks for an entity (rule G6).
fn operands(only_entities: bool) -> impl Strategy<Value = Operand> {
    leaf().prop_recursive(3, 16, 3, move |inner| {
        let entity = inner.clone().prop_filter("sliced and searched are entities", is_entity);
        let slice = (entity, ranges()).prop_map(|(base, ranges)| OperandKind::Slice { base: Box::new(base), ranges });
        let call = ("f[a-z_]{1,2}", vec(inner.clone(), 0..3)).prop_map(|(name, args)| OperandKind::Call {
            name,
            name_span: Span::default(),
            args,
        });
        if only_entities {
            return prop_oneof![slice, call].prop_map(operand).boxed();
        }
        let op = prop_oneof![
            Just(ArithOp::Add),
            Just(ArithOp::Subtract),
            Just(ArithOp::Multiply),
            Just(ArithOp::Divide),
            Just(ArithOp::Modulo),
            Just(ArithOp::BitAnd)
        ];
        let binary = (op, inner.clone(), inner.clone())
            .prop_map(|(op, left, right)| Operand::binary(0, 0, left, op, Span::default(), right).kind);
        prop_oneof![
            slice,
            call,
            inner.clone().prop_map(|inner| OperandKind::Negate(Box::new(inner))),
            inner.prop_map(|inner| OperandKind::Plus(Box::new(inner))),
            binary
        ]
        .prop_map(operand)
        .boxed()
    })
}

fn is_entity(operand: &Operand) -> bool {
    !matches!(operand.kind, OperandKind::Binary { .. } | OperandKind::Negate(_) | OperandKind::Plus(_))
}

fn tests() -> impl Strategy<Value = ExprKind> {
    let quant = || option::of(prop_oneof![Just(Quant::Any), Just(Quant::All)]);
    let op = prop_oneof![
        Just(CompareOp::AnyEq),
        Just(CompareOp::AllNe),
        Just(CompareOp::AllEq),
        Just(CompareOp::AnyNe),
        Just(CompareOp::Lt),
        Just(CompareOp::Le),
        Just(CompareOp::Gt),
        Just(CompareOp::Ge)
    ];
    let link = (op, operands(false)).prop_map(|(op, operand)| (op, Span::default(), operand));
    let element = (operands(false), option::of(operands(false))).prop_map(|(low, high)| Element { low, high });
    prop_oneof![
        operands(false).prop_map(ExprKind::Truth),
        (quant(), operands(false), vec(link, 1..3)).prop_map(|(quant, first, links)| ExprKind::Compare {
            quant,
            first,
            links
        }),
        (quant(), operands(true), operands(true)).prop_map(|(quant, left, right)| ExprKind::Contains {
            quant,
            left,
            right
        }),
        (quant(), operands(true), operands(true)).prop_map(|(quant, left, right)| ExprKind::Matches {
            quant,
            left,
            right
        }),
        (quant(), any::<bool>(), operands(true), vec(element, 1..3))
            .prop_map(|(quant, negated, left, set)| ExprKind::In { quant, negated, left, set }),
    ]
}

fn filters() -> impl Strategy<Value = Expr> {
    tests().prop_map(|kind| Expr::new(0, 0, kind)).prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 2..4).prop_map(ExprKind::Or),
            vec(inner.clone(), 2..4).prop_map(ExprKind::Xor),
            vec(inner.clone(), 2..4).prop_map(ExprKind::And),
            inner.prop_map(|inner| ExprKind::Not(Box::new(inner))),
        ]
        .prop_map(|kind| Expr::new(0, 0, kind))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_parses_back(tree in filters()) {
        let text = print(&tree);
        let (again, diagnostics) = parse(&text);
        prop_assert!(diagnostics.is_empty(), "{}: {:?}", text, diagnostics);
        prop_assert_eq!(shape(&again.unwrap()), shape(&tree), "{}", text);
    }

    /// Any text at all: no panic, and an error has a place in the text.
    #[test]
    fn any_text_is_survived(text in "([a-z]{1,3}|[0-9.:/-]{1,6}|[ -~]|[“é≠]|and |or |not | in ?\\{|==|\\$\\{?|#\\[?|[\"'\\\\(){}\\[\\],]){0,24}") {
        let (tree, diagnostics) = parse(&text);
        prop_assert!(tree.is_some() || !diagnostics.is_empty() || text.trim().is_empty());
        for diagnostic in &diagnostics {
            for (span, _) in &diagnostic.labels {
                prop_assert!(span.start <= span.end && span.end as usize <= text.len(), "{:?}", diagnostic);
            }
        }
        let shown = crate::diag::render::render(&text, &diagnostics, false);
        prop_assert_eq!(shown.is_empty(), diagnostics.is_empty());
    }
}
