//! `and` within `and` is one list, likewise `or`; a part that stands there already says nothing more.

use std::collections::HashSet;

use super::{and, or};
use crate::{
    ir::{Ir, Node, text},
    schema::Schema,
};

pub(super) fn run(ir: Ir, schema: &Schema) -> Ir {
    Ir { root: node(ir.root, schema) }
}

fn node(part: Node, schema: &Schema) -> Node {
    match part {
        Node::Const(_) | Node::Test(_) => part,
        Node::And(parts) => {
            let parts = parts.into_iter().map(|part| node(part, schema)).flat_map(|part| match part {
                Node::And(inner) => inner,
                other => vec![other],
            });
            and(distinct(parts.collect(), false, schema))
        }
        Node::Or(parts) => {
            let parts = parts.into_iter().map(|part| node(part, schema)).flat_map(|part| match part {
                Node::Or(inner) => inner,
                other => vec![other],
            });
            or(distinct(parts.collect(), true, schema))
        }
        Node::Xor(left, right) => Node::Xor(Box::new(node(*left, schema)), Box::new(node(*right, schema))),
        Node::Not(part) => Node::Not(Box::new(node(*part, schema))),
    }
}

/// The parts without repetitions, or only what a part and its opposite make together. Their text compares what they
/// mean and not where they were written.
fn distinct(parts: Vec<Node>, with_opposite: bool, schema: &Schema) -> Vec<Node> {
    if parts.len() < 2 {
        return parts;
    }
    let text = |part: &Node| text::print_node(part, schema);
    let mut seen = HashSet::new();
    let distinct: Vec<_> = parts.into_iter().filter(|part| seen.insert(text(part))).collect();
    let opposite = |part: &Node| matches!(part, Node::Not(inner) if seen.contains(&text(inner)));
    if distinct.iter().any(opposite) { vec![Node::Const(with_opposite)] } else { distinct }
}
