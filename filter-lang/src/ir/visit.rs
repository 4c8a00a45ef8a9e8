//! Walks over the IR.

use std::collections::BTreeSet;

use super::{Element, Expr, ExprKind, Ir, Node, Read, TestKind};
use crate::schema::FieldId;

/// The fields a filter reads from a frame, references included, each once.
pub fn fields(ir: &Ir) -> Vec<FieldId> {
    let mut found = BTreeSet::new();
    node(&ir.root, &mut |read| {
        found.insert(read.field);
    });
    found.into_iter().collect()
}

/// Whether a test reads a field, or a reference that may yet be bound.
pub fn reads(kind: &TestKind) -> bool {
    matches!(kind, TestKind::Exists(_)) || exprs(kind).into_iter().any(reads_expr)
}

/// The same for an expression.
pub fn reads_expr(expr: &Expr) -> bool {
    let mut any = false;
    each(expr, &mut |_| any = true);
    any
}

/// Visits every read of a field.
fn node(part: &Node, visit: &mut dyn FnMut(&Read)) {
    match part {
        Node::Const(_) => {}
        Node::And(parts) | Node::Or(parts) => parts.iter().for_each(|part| node(part, visit)),
        Node::Xor(left, right) => {
            node(left, visit);
            node(right, visit);
        }
        Node::Not(part) => node(part, visit),
        Node::Test(test) => match &test.kind {
            TestKind::Exists(read) => visit(read),
            kind => exprs(kind).into_iter().for_each(|expr| each(expr, visit)),
        },
    }
}

/// The outermost expressions of a test.
fn exprs(kind: &TestKind) -> Vec<&Expr> {
    match kind {
        TestKind::Exists(_) => Vec::new(),
        TestKind::Truth(expr) | TestKind::Matches { left: expr, .. } => vec![expr],
        TestKind::Compare { left, right, .. } | TestKind::Contains { left, right, .. } => vec![left, right],
        TestKind::Member { left, set, .. } => {
            let members = set.elements().iter().flat_map(|element| match element {
                Element::Value(_) | Element::Range(..) => Vec::new(),
                Element::Expr(expr) => vec![expr],
                Element::ExprRange(low, high) => vec![low, high],
            });
            std::iter::once(left).chain(members).collect()
        }
    }
}

fn each(expr: &Expr, visit: &mut dyn FnMut(&Read)) {
    match &expr.kind {
        ExprKind::Field(read) | ExprKind::Reference(read) | ExprKind::Names { read, .. } => visit(read),
        ExprKind::Bound(_) | ExprKind::Const(_) => {}
        ExprKind::Slice { base, .. } => each(base, visit),
        ExprKind::Negate(inner) => each(inner, visit),
        ExprKind::Binary { left, right, .. } => {
            each(left, visit);
            each(right, visit);
        }
        ExprKind::Call { args, .. } => args.iter().for_each(|arg| each(arg, visit)),
    }
}
