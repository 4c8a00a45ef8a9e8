//! `not` goes down to the tests: De Morgan's laws hold, for every test is either true or false.

use crate::{
    ir::{Ir, Node},
    schema::Schema,
};

pub(super) fn run(ir: Ir, _: &Schema) -> Ir {
    Ir { root: node(ir.root, false) }
}

/// The part, or its opposite. A test keeps its `not`: the opposite of a comparison is no comparison where the field
/// is absent.
fn node(part: Node, opposite: bool) -> Node {
    let all = |parts: Vec<Node>| parts.into_iter().map(|part| node(part, opposite)).collect();
    match part {
        Node::Const(value) => Node::Const(value != opposite),
        Node::And(parts) if opposite => Node::Or(all(parts)),
        Node::And(parts) => Node::And(all(parts)),
        Node::Or(parts) if opposite => Node::And(all(parts)),
        Node::Or(parts) => Node::Or(all(parts)),
        // One side turned round turns the whole.
        Node::Xor(left, right) => Node::Xor(Box::new(node(*left, opposite)), Box::new(node(*right, false))),
        Node::Not(part) => node(*part, !opposite),
        Node::Test(test) if opposite => Node::Not(Box::new(Node::Test(test))),
        Node::Test(test) => Node::Test(test),
    }
}
