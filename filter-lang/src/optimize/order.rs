//! Cheap tests first: in `and` and `or` the order changes no answer, only how soon it is known.

use crate::{
    ir::{Expr, ExprKind, Ir, Node, Read, TestKind},
    schema::{Schema, Source},
    types::Type,
};

pub(super) fn run(ir: Ir, schema: &Schema) -> Ir {
    Ir { root: node(ir.root, schema) }
}

fn node(part: Node, schema: &Schema) -> Node {
    let sorted = |parts: Vec<Node>| {
        let mut parts: Vec<_> = parts.into_iter().map(|part| node(part, schema)).collect();
        // Stable: among equals the author's order stays.
        parts.sort_by_cached_key(|part| cost(part, schema));
        parts
    };
    match part {
        Node::Const(_) | Node::Test(_) => part,
        Node::And(parts) => Node::And(sorted(parts)),
        Node::Or(parts) => Node::Or(sorted(parts)),
        Node::Xor(left, right) => Node::Xor(Box::new(node(*left, schema)), Box::new(node(*right, schema))),
        Node::Not(part) => Node::Not(Box::new(node(*part, schema))),
    }
}

/// What deciding takes, in steps of about a load and a comparison.
fn cost(part: &Node, schema: &Schema) -> u32 {
    match part {
        Node::Const(_) => 0,
        Node::And(parts) | Node::Or(parts) => {
            parts.iter().fold(0, |sum, part| u32::saturating_add(sum, cost(part, schema)))
        }
        Node::Xor(left, right) => cost(left, schema).saturating_add(cost(right, schema)),
        Node::Not(part) => cost(part, schema),
        Node::Test(test) => match &test.kind {
            TestKind::Exists(what) => read(what, schema),
            TestKind::Truth(one) => expr(one, schema),
            TestKind::Compare { left, right, .. } => expr(left, schema) + expr(right, schema),
            TestKind::Contains { left, right, .. } => 10 + expr(left, schema) + expr(right, schema),
            TestKind::Matches { left, .. } => 50 + expr(left, schema),
            TestKind::Member { left, set, .. } => 2 + set.elements().len().ilog2() + expr(left, schema),
        },
    }
}

fn expr(one: &Expr, schema: &Schema) -> u32 {
    match &one.kind {
        ExprKind::Field(what) => read(what, schema),
        ExprKind::Reference(_) | ExprKind::Bound(_) | ExprKind::Const(_) => 0,
        ExprKind::Names { read: what, .. } => 10 + read(what, schema),
        ExprKind::Slice { base, .. } => 3 + expr(base, schema),
        ExprKind::Negate(inner) => 1 + expr(inner, schema),
        ExprKind::Binary { left, right, .. } => 2 + expr(left, schema) + expr(right, schema),
        ExprKind::Call { args, .. } => 5 + args.iter().map(|arg| expr(arg, schema)).sum::<u32>(),
    }
}

/// A field in a header is a load; what a dissector works out takes that dissector.
fn read(what: &Read, schema: &Schema) -> u32 {
    let field = schema.field(what.field);
    let source = match field.source {
        _ if field.ty == Type::Protocol => 1,
        Source::Header { .. } | Source::Event { .. } | Source::Record(_) | Source::Payload => 2,
        Source::Resolved { .. } => 5,
        // Its parts may be headers; nobody else knows.
        Source::Computed if !field.occurs_as.is_empty() => 3,
        Source::Computed => 20,
    };
    source + if what.layers.is_some() { 1 } else { 0 }
}
