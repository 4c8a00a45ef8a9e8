//! Comparisons of one field with constants become one look into a set; numbers in sets are put in order.
//!
//! `f == a or f in {b, c}` is `f in {a, b, c}`, and `f != a and f not in {b}` is `f not in {a, b}`: some value equal
//! to some member, or none equal to any; an absent field makes all of them false.

use std::collections::HashMap;

use crate::{
    ir::{Compare, Element, Expr, ExprKind, Ir, Node, Quant, Set, Test, TestKind, text},
    schema::Schema,
    span::Span,
    value::Value,
};

pub(super) fn run(ir: Ir, schema: &Schema) -> Ir {
    Ir { root: node(ir.root, schema) }
}

fn node(part: Node, schema: &Schema) -> Node {
    let all = |parts: Vec<Node>| parts.into_iter().map(|part| node(part, schema)).collect::<Vec<_>>();
    match part {
        Node::Const(_) => part,
        Node::And(parts) => super::and(merged(all(parts), true, schema)),
        Node::Or(parts) => super::or(merged(all(parts), false, schema)),
        Node::Xor(left, right) => Node::Xor(Box::new(node(*left, schema)), Box::new(node(*right, schema))),
        Node::Not(part) => Node::Not(Box::new(node(*part, schema))),
        Node::Test(Test { span, kind: TestKind::Member { quant, negated, left, set } }) => {
            let set = Set::new(ordered(set.into_elements()));
            Node::Test(Test { span, kind: TestKind::Member { quant, negated, left, set } })
        }
        Node::Test(test) => Node::Test(test),
    }
}

/// Tests of one field, collected.
struct Group {
    /// Where in the list the first of them stood.
    at: usize,
    span: Span,
    left: Expr,
    elements: Vec<Element>,
    tests: usize,
}

/// The parts with the tests that are about one field put together; `negated`: those of the form `not in`.
fn merged(parts: Vec<Node>, negated: bool, schema: &Schema) -> Vec<Node> {
    let mut out: Vec<Node> = Vec::new();
    let mut groups: Vec<Group> = Vec::new();
    let mut group_of: HashMap<String, usize> = HashMap::new();
    for part in parts {
        let Some((span, left, elements)) = as_member(&part, negated) else {
            out.push(part);
            continue;
        };
        let key = text::print_expr(&left, schema);
        match group_of.get(&key).and_then(|i| groups.get_mut(*i)) {
            Some(group) => {
                group.span = group.span.to(span);
                group.elements.extend(elements);
                group.tests += 1;
            }
            None => {
                group_of.insert(key, groups.len());
                groups.push(Group { at: out.len(), span, left, elements, tests: 1 });
                out.push(part);
            }
        }
    }
    for Group { at, span, left, elements, tests } in groups {
        if tests > 1
            && elements.len() <= crate::limits::SET_MEMBERS
            && let Some(place) = out.get_mut(at)
        {
            let set = Set::new(ordered(elements));
            *place = Node::Test(Test { span, kind: TestKind::Member { quant: Quant::Any, negated, left, set } });
        }
    }
    out
}

/// A test that is membership in a set of constants.
fn as_member(part: &Node, negated: bool) -> Option<(Span, Expr, Vec<Element>)> {
    let Node::Test(Test { span, kind }) = part else { return None };
    let (wanted_op, wanted_quant) = if negated { (Compare::Ne, Quant::All) } else { (Compare::Eq, Quant::Any) };
    match kind {
        TestKind::Compare { op, quant, left, right: Expr { kind: ExprKind::Const(value), .. } }
            if *op == wanted_op && *quant == wanted_quant && !matches!(left.kind, ExprKind::Const(_)) =>
        {
            Some((*span, left.clone(), vec![Element::Value(value.clone())]))
        }
        TestKind::Member { quant: Quant::Any, negated: is, left, set } if *is == negated => {
            let constant = |element: &Element| matches!(element, Element::Value(_) | Element::Range(..));
            set.elements().iter().all(constant).then(|| (*span, left.clone(), set.elements().to_vec()))
        }
        _ => None,
    }
}

/// Unsigned numbers in order, overlapping and neighbouring ones joined; other members as they are.
fn ordered(elements: Vec<Element>) -> Vec<Element> {
    let Some(mut ranges) = elements.iter().map(Element::uints).collect::<Option<Vec<_>>>() else { return elements };
    // A range whose end is before its start holds nothing; a set may not become empty by that.
    if ranges.iter().any(|(low, high)| low > high) {
        return elements;
    }
    ranges.sort_unstable();
    let mut joined: Vec<(u64, u64)> = Vec::with_capacity(ranges.len());
    for (low, high) in ranges {
        match joined.last_mut() {
            Some(last) if low <= last.1.saturating_add(1) => last.1 = last.1.max(high),
            _ => joined.push((low, high)),
        }
    }
    let element = |(low, high)| match low == high {
        true => Element::Value(Value::Uint(low)),
        false => Element::Range(Value::Uint(low), Value::Uint(high)),
    };
    joined.into_iter().map(element).collect()
}
