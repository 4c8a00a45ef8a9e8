//! The meaning of the IR: every backend answers as this does.
//!
//! Written for reading. Comments name the rules of dfilter-semantics.

mod expr;
mod part;

use std::{borrow::Cow, cmp::Ordering, ops::ControlFlow};

use self::expr::{Values, values};
use crate::{
    access::Access,
    ir::{Compare, Element, Expr, ExprKind, Ir, Node, Quant, Read, Set, Test, TestKind},
    schema::Schema,
    value::Value,
};

/// What is read while a filter is judged.
struct Cx<'s, A> {
    frame: &'s A,
    schema: &'s Schema,
}

impl<A> Clone for Cx<'_, A> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<A> Copy for Cx<'_, A> {}

/// Whether the frame satisfies the filter.
pub fn interpret<A: Access>(ir: &Ir, schema: &Schema, frame: &A) -> bool {
    node(&ir.root, Cx { frame, schema })
}

/// Whether the frame satisfies one test: for backends that leave it to the reference.
pub fn holds_for<A: Access>(test: &Test, schema: &Schema, frame: &A) -> bool {
    decide(test, Cx { frame, schema })
}

/// All values of a read, owned; none when the field is absent.
pub(crate) fn read_owned<A: Access>(read: &Read, schema: &Schema, frame: &A) -> Vec<Value<'static>> {
    let found = expr::field(read, Cx { frame, schema }).unwrap_or_default();
    found.into_iter().map(Value::into_owned).collect()
}

/// The values of an expression, owned; `None` when a field is absent.
pub(crate) fn values_owned<A: Access>(one: &Expr, schema: &Schema, frame: &A) -> Option<Vec<Value<'static>>> {
    let found = values(one, Cx { frame, schema })?;
    Some(found.into_iter().map(Value::into_owned).collect())
}

fn node<A: Access>(part: &Node, cx: Cx<'_, A>) -> bool {
    match part {
        Node::Const(value) => *value,
        Node::And(parts) => parts.iter().all(|part| node(part, cx)),
        Node::Or(parts) => parts.iter().any(|part| node(part, cx)),
        // G8
        Node::Xor(left, right) => node(left, cx) != node(right, cx),
        // E16: plain negation, also of what is false for want of a field.
        Node::Not(part) => !node(part, cx),
        Node::Test(test) => decide(test, cx),
    }
}

fn decide<A: Access>(test: &Test, cx: Cx<'_, A>) -> bool {
    match &test.kind {
        TestKind::Exists(read) => exists(read, cx),
        // E14: a slice is true when it has an element, anything else when it is not zero or empty.
        TestKind::Truth(expr) if matches!(expr.kind, ExprKind::Slice { .. }) => {
            values(expr, cx).is_some_and(|found| found.iter().any(|part| !bytes_of(part).is_empty()))
        }
        TestKind::Truth(expr) => values(expr, cx).is_some_and(|found| found.iter().any(Value::truth)),
        TestKind::Compare { op, quant, left, right } => match (&left.kind, &right.kind) {
            (ExprKind::Field(read), ExprKind::Const(literal)) => against_literal(*op, *quant, read, literal, cx),
            _ => pairs(*quant, left, right, cx, |l, r| holds(*op, l, r)),
        },
        TestKind::Contains { quant, left, right } => pairs(*quant, left, right, cx, contains),
        TestKind::Matches { quant, left, pattern } => {
            let found = values(left, cx);
            found.is_some_and(|found| every_or_some(*quant, &found, |value| pattern.is_match(&bytes_of(value))))
        }
        TestKind::Member { quant, negated, left, set } => {
            // E19: absent is false either way.
            let found = values(left, cx);
            found.is_some_and(|found| every_or_some(*quant, &found, |value| member(value, set, cx)) != *negated)
        }
    }
}

fn exists<A: Access>(read: &Read, cx: Cx<'_, A>) -> bool {
    if let Some(layers) = &read.layers {
        return !expr::in_layers(read, layers, cx).is_empty();
    }
    let mut found = false;
    cx.frame.each(read.field, &mut |_| {
        found = true;
        ControlFlow::Break(())
    });
    found
}

/// The common comparison, without collecting the values.
fn against_literal<A: Access>(op: Compare, quant: Quant, read: &Read, literal: &Value<'_>, cx: Cx<'_, A>) -> bool {
    if read.raw || read.layers.is_some() {
        let found = expr::field(read, cx);
        return found.is_some_and(|found| every_or_some(quant, &found, |value| holds(op, value, literal)));
    }
    // E11: absent is false, also for "every".
    let mut verdict = None;
    cx.frame.each(read.field, &mut |occurrence| {
        let held = holds(op, &occurrence.value, literal);
        verdict = Some(held);
        if held == (quant == Quant::Any) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    verdict.unwrap_or(false)
}

/// E6: a relation over all pairs; E13: every pair of none holds.
fn pairs<A: Access>(
    quant: Quant,
    left: &Expr,
    right: &Expr,
    cx: Cx<'_, A>,
    relation: impl Fn(&Value<'_>, &Value<'_>) -> bool,
) -> bool {
    let (Some(left), Some(right)) = (values(left, cx), values(right, cx)) else { return false };
    every_or_some(quant, &left, |l| every_or_some(quant, &right, |r| relation(l, r)))
}

fn every_or_some(quant: Quant, values: &Values<'_>, test: impl Fn(&Value<'_>) -> bool) -> bool {
    match quant {
        Quant::Any => values.iter().any(test),
        Quant::All => values.iter().all(test),
    }
}

/// One comparison of two values; what cannot be compared is only different (T13).
fn holds(op: Compare, left: &Value<'_>, right: &Value<'_>) -> bool {
    let order = left.order(right);
    match op {
        Compare::Eq => order == Some(Ordering::Equal),
        Compare::Ne => order != Some(Ordering::Equal),
        Compare::Lt => order == Some(Ordering::Less),
        Compare::Le => matches!(order, Some(Ordering::Less | Ordering::Equal)),
        Compare::Gt => order == Some(Ordering::Greater),
        Compare::Ge => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
    }
}

/// §11: a part of the bytes; nothing is contained in anything.
fn contains(left: &Value<'_>, right: &Value<'_>) -> bool {
    let (left, right) = (bytes_of(left), bytes_of(right));
    !right.is_empty() && memchr::memmem::find(&left, &right).is_some()
}

/// The bytes that `contains`, `matches` and slices see.
pub fn bytes_of<'v>(value: &'v Value<'_>) -> Cow<'v, [u8]> {
    match value {
        Value::Str(bytes) | Value::Bytes(bytes) | Value::Protocol { bytes, .. } => Cow::Borrowed(bytes),
        Value::Ipv4 { addr, .. } => Cow::Owned(addr.to_be_bytes().to_vec()),
        Value::Ipv6 { addr, .. } => Cow::Owned(addr.to_be_bytes().to_vec()),
        Value::Guid(guid) => Cow::Borrowed(guid),
        Value::Label | Value::Bool(_) | Value::Uint(_) | Value::Int(_) | Value::Float(_) | Value::Time(_) => {
            Cow::Borrowed(&[])
        }
    }
}

/// E17, E18: equal to an element or within a range.
fn member<A: Access>(value: &Value<'_>, set: &Set, cx: Cx<'_, A>) -> bool {
    if let Value::Uint(number) = value
        && let Some(found) = set.has_uint(*number)
    {
        return found;
    }
    let some = |expr: &Expr, op| values(expr, cx).is_some_and(|found| found.iter().any(|v| holds(op, value, v)));
    set.elements().iter().any(|element| match element {
        Element::Value(one) => holds(Compare::Eq, value, one),
        Element::Range(low, high) => holds(Compare::Ge, value, low) && holds(Compare::Le, value, high),
        Element::Expr(expr) => some(expr, Compare::Eq),
        Element::ExprRange(low, high) => some(low, Compare::Ge) && some(high, Compare::Le),
    })
}
