//! What needs no frame is worked out now.

use std::ops::ControlFlow;

use super::{and, or};
use crate::{
    access::{Access, Occurrence},
    interpret::{self, interpret},
    ir::{Expr, ExprKind, Ir, Node, Test, TestKind, visit},
    schema::{FieldId, Schema},
};

pub(super) fn run(ir: Ir, schema: &Schema) -> Ir {
    Ir { root: node(ir.root, schema) }
}

fn node(part: Node, schema: &Schema) -> Node {
    match part {
        Node::Const(value) => Node::Const(value),
        Node::And(parts) => list(parts, schema, true),
        Node::Or(parts) => list(parts, schema, false),
        Node::Xor(left, right) => match (node(*left, schema), node(*right, schema)) {
            (Node::Const(false), other) | (other, Node::Const(false)) => other,
            (Node::Const(true), other) | (other, Node::Const(true)) => not(other),
            (left, right) => Node::Xor(Box::new(left), Box::new(right)),
        },
        Node::Not(part) => not(node(*part, schema)),
        Node::Test(test) => leaf(test, schema),
    }
}

/// `neutral` is true for `and`: such parts say nothing, and the opposite decides.
fn list(parts: Vec<Node>, schema: &Schema, neutral: bool) -> Node {
    let mut left = Vec::with_capacity(parts.len());
    for part in parts {
        match node(part, schema) {
            Node::Const(value) if value == neutral => {}
            Node::Const(value) => return Node::Const(value),
            other => left.push(other),
        }
    }
    if neutral { and(left) } else { or(left) }
}

fn not(part: Node) -> Node {
    match part {
        Node::Const(value) => Node::Const(!value),
        other => Node::Not(Box::new(other)),
    }
}

fn leaf(mut test: Test, schema: &Schema) -> Node {
    if visit::reads(&test.kind) {
        operands(&mut test.kind, schema);
        return Node::Test(test);
    }
    Node::Const(interpret(&Ir { root: Node::Test(test) }, schema, &Nothing))
}

/// Works the constant parts of a test's operands out.
fn operands(kind: &mut TestKind, schema: &Schema) {
    match kind {
        TestKind::Exists(_) => {}
        TestKind::Truth(one) | TestKind::Matches { left: one, .. } => expr(one, schema),
        TestKind::Compare { left, right, .. } | TestKind::Contains { left, right, .. } => {
            expr(left, schema);
            expr(right, schema);
        }
        TestKind::Member { left, set, .. } => {
            expr(left, schema);
            // A member that is an expression has a field: else it were a value.
            set.exprs_mut().for_each(|one| inner(one, schema));
        }
    }
}

/// Puts a constant in the place of an expression without fields that has exactly one value.
fn expr(one: &mut Expr, schema: &Schema) {
    if matches!(one.kind, ExprKind::Const(_)) {
        return;
    }
    if visit::reads_expr(one) {
        return inner(one, schema);
    }
    let values = interpret::values_owned(one, schema, &Nothing);
    if let Some([value]) = values.as_deref()
        && crate::ir::verify::suits(one.ty, value)
    {
        one.kind = ExprKind::Const(value.clone());
    }
}

/// The same for the parts of an expression.
fn inner(one: &mut Expr, schema: &Schema) {
    match &mut one.kind {
        ExprKind::Field(_)
        | ExprKind::Reference(_)
        | ExprKind::Bound(_)
        | ExprKind::Const(_)
        | ExprKind::Names { .. } => {}
        ExprKind::Slice { base, .. } => expr(base, schema),
        ExprKind::Negate(base) => expr(base, schema),
        ExprKind::Binary { left, right, .. } => {
            expr(left, schema);
            expr(right, schema);
        }
        ExprKind::Call { args, .. } => args.iter_mut().for_each(|arg| expr(arg, schema)),
    }
}

/// A frame without fields.
struct Nothing;

impl Access for Nothing {
    fn each<'s>(&'s self, _: FieldId, _: &mut dyn FnMut(&Occurrence<'s>) -> ControlFlow<()>) {}
}
