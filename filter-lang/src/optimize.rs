//! Passes over the IR: pure, each keeps the meaning, in this order.
//!
//! A test of the language's laws runs every pass against the interpreter.

mod flatten;
mod fold;
mod negate;
mod order;
mod sets;

use crate::{
    ir::{Ir, Node, verify::verify},
    schema::Schema,
};

/// A pass.
#[derive(Clone, Copy, Debug)]
pub struct Pass {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub run: fn(Ir, &Schema) -> Ir,
}

/// All passes in the order they run.
pub static PASSES: &[Pass] = &[
    // Constants first: what they decide need not be looked at again.
    Pass { name: "fold", run: fold::run },
    // Then negations go to the leaves, which brings `and` next to `and`.
    Pass { name: "negate", run: negate::run },
    // Neighbours of a kind become one list, in which equal parts meet.
    Pass { name: "flatten", run: flatten::run },
    // In one list the comparisons of one field become one look into a set.
    Pass { name: "sets", run: sets::run },
    // A list of one set is no list any more, which may join what is around it.
    Pass { name: "flatten", run: flatten::run },
    // A part and its opposite made a constant.
    Pass { name: "fold", run: fold::run },
    // Last, for it is about the tests that remain: the cheap before the dear.
    Pass { name: "order", run: order::run },
];

/// Runs all passes.
pub fn optimize(ir: Ir, schema: &Schema) -> Ir {
    PASSES.iter().fold(ir, |ir, pass| {
        let better = (pass.run)(ir, schema);
        debug_assert!(verify(&better, schema).is_empty(), "{}: {:?}", pass.name, verify(&better, schema));
        better
    })
}

/// The conjunction of parts, however many.
pub(crate) fn and(parts: Vec<Node>) -> Node {
    joined(parts, true, Node::And)
}

/// The disjunction of parts, however many.
pub(crate) fn or(parts: Vec<Node>) -> Node {
    joined(parts, false, Node::Or)
}

fn joined(mut parts: Vec<Node>, neutral: bool, list: fn(Vec<Node>) -> Node) -> Node {
    match parts.len() {
        0 => Node::Const(neutral),
        1 => parts.remove(0),
        _ => list(parts),
    }
}

#[cfg(test)]
mod tests;
