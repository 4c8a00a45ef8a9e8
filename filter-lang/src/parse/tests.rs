use proptest::prelude::*;

use super::parse;
use crate::syntax::{CompareOp, ExprKind, OperandKind, Quant};

fn kind(text: &str) -> ExprKind {
    let (expr, errors) = parse(text);
    assert!(errors.is_empty(), "{text}: {errors:?}");
    expr.map_or(ExprKind::Error, |expr| expr.kind)
}

fn codes(text: &str) -> Vec<&'static str> {
    parse(text).1.into_iter().map(|error| error.code).collect()
}

#[test]
fn not_is_looser_than_a_comparison() {
    assert!(matches!(kind("!ip.ttl == 1"), ExprKind::Not(inner) if matches!(inner.kind, ExprKind::Compare { .. })));
}

#[test]
fn or_is_loosest_then_xor_then_and() {
    let ExprKind::Or(parts) = kind("a and b xor c or d") else { panic!("an or") };
    let [ExprKind::Xor(inner), ExprKind::Truth(_)] = [parts[0].kind.clone(), parts[1].kind.clone()] else {
        panic!("xor, then a field")
    };
    assert!(matches!(inner[0].kind, ExprKind::And(_)));
}

#[test]
fn comparisons_chain() {
    let ExprKind::Compare { quant, links, .. } = kind("all 1 < ip.ttl <= 9") else { panic!("a comparison") };
    assert_eq!(quant, Some(Quant::All));
    assert_eq!(links.iter().map(|link| link.0).collect::<Vec<_>>(), [CompareOp::Lt, CompareOp::Le]);
}

#[test]
fn names_with_dashes_and_slashes_are_one_word() {
    for text in ["mac-lte", "diameter.3GPP-Reporting-Reason", "10.0.0.0/8", "00:11:22:33:44:55"] {
        let ExprKind::Truth(operand) = kind(text) else { panic!("an operand") };
        assert_eq!(operand.kind, OperandKind::Word(text.to_owned()));
    }
}

#[test]
fn all_independent_errors_are_reported() {
    assert_eq!(codes("tcp.port = 80 and (ip.src ==) or 'ab' == 1"), ["E0106", "E0111", "E0104"]);
}

#[test]
fn parentheses_do_not_group_arithmetic() {
    assert_eq!(codes("(ip.ttl + 1) == 2"), ["E0111"]);
    assert!(codes("{ip.ttl + 1} == 2").is_empty());
}

#[test]
fn deep_nesting_is_an_error_not_a_crash() {
    for open in ["(", "!", "-", "{", "len(", "f + {"] {
        assert!(codes(&open.repeat(100_000)).contains(&"E0401"), "{open}");
    }
}

#[test]
fn a_long_set_is_fine_and_a_longer_one_an_error() {
    let set = |n: usize| format!("ip.ttl in {{{}}}", vec!["1"; n].join(","));
    assert!(codes(&set(10_000)).is_empty());
    assert_eq!(codes(&set(100_001)), ["E0403"]);
}

proptest! {
    #[test]
    fn any_text_gives_a_tree_or_an_error(text in "\\PC{0,40}") {
        let (expr, errors) = parse(&text);
        prop_assert!(expr.is_some() || !errors.is_empty() || text.trim().is_empty());
    }

    #[test]
    fn any_tokens_give_a_tree_or_an_error(words in prop::collection::vec(
        prop::sample::select(vec!["a.b", "==", "and", "(", ")", "{", "}", "in", "not", "#1", "[1:2]", "@", "${", "7", "\"x\"", ",", "-", "any"]), 0..20,
    )) {
        let text = words.join(" ");
        let (expr, errors) = parse(&text);
        prop_assert!(expr.is_some() || !errors.is_empty() || text.trim().is_empty());
        for error in errors {
            for (span, _) in error.labels {
                prop_assert!(span.start <= span.end && span.end as usize <= text.len());
            }
        }
    }
}
