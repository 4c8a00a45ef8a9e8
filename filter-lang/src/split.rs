//! What one backend decides of a filter, and what is left.
//!
//! `split(ir, capability)` gives `(pre, rest)` with `ir ≡ pre ∧ rest`. A test that cannot be evaluated is unknown, the
//! connectives are Kleene's, and unknown keeps the frame: `pre` never loses a match.

use crate::{
    capability::Capability,
    ir::{Ir, Node},
    optimize::{and, optimize, or},
    schema::Schema,
};

/// A filter in two parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// What the backend decides; whatever the filter selects passes.
    pub pre: Ir,
    /// What must be decided of the frames that passed.
    pub rest: Ir,
}

/// Splits a filter.
pub fn split(ir: &Ir, capability: &Capability, schema: &Schema) -> Split {
    let cx = Cx { capability, schema };
    let pre = optimize(Ir { root: cx.bound(&ir.root, true) }, schema);
    let parts = match &ir.root {
        Node::And(parts) => parts.as_slice(),
        one => std::slice::from_ref(one),
    };
    // A part that is wholly decided stands in `pre` as it is.
    let left = parts.iter().filter(|part| !capability.decides_all(part, schema)).cloned();
    Split { pre, rest: optimize(Ir { root: and(left.collect()) }, schema) }
}

struct Cx<'s> {
    capability: &'s Capability,
    schema: &'s Schema,
}

impl Cx<'_> {
    /// The strongest part that is decided: above the filter (whatever it selects passes) or, for what stands below a
    /// `not`, under it.
    fn bound(&self, part: &Node, above: bool) -> Node {
        let all = |parts: &[Node]| parts.iter().map(|part| self.bound(part, above)).collect();
        match part {
            Node::Const(_) => part.clone(),
            Node::And(parts) => and(all(parts)),
            Node::Or(parts) => or(all(parts)),
            Node::Not(part) => Node::Not(Box::new(self.bound(part, !above))),
            Node::Xor(..) if self.capability.decides_all(part, self.schema) => part.clone(),
            // Either and not both, each side once with and once without.
            Node::Xor(left, right) => {
                let side = |yes: &Node, no: &Node| {
                    let no = Node::Not(Box::new(self.bound(no, !above)));
                    Node::And(vec![self.bound(yes, above), no])
                };
                Node::Or(vec![side(left, right), side(right, left)])
            }
            Node::Test(test) if self.capability.decides(&test.kind, self.schema) => part.clone(),
            Node::Test(_) => Node::Const(above),
        }
    }
}

#[cfg(test)]
mod tests;
