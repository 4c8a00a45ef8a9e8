//! References `${field}` become the values of the selected frame (§15).

use crate::{
    access::Access,
    interpret,
    ir::{Expr, ExprKind, Ir, Node, TestKind},
    schema::Schema,
};

/// Puts the values of the selected frame in the place of every reference.
pub fn bind<A: Access>(ir: &Ir, schema: &Schema, frame: &A) -> Ir {
    let mut bound = ir.clone();
    node(&mut bound.root, &mut |expr| {
        if let ExprKind::Reference(read) = &expr.kind {
            expr.kind = ExprKind::Bound(interpret::read_owned(read, schema, frame));
        }
    });
    bound
}

fn node(part: &mut Node, visit: &mut dyn FnMut(&mut Expr)) {
    match part {
        Node::Const(_) => {}
        Node::And(parts) | Node::Or(parts) => parts.iter_mut().for_each(|part| node(part, visit)),
        Node::Xor(left, right) => {
            node(left, visit);
            node(right, visit);
        }
        Node::Not(part) => node(part, visit),
        Node::Test(test) => match &mut test.kind {
            TestKind::Exists(_) => {}
            TestKind::Truth(expr) | TestKind::Matches { left: expr, .. } => each(expr, visit),
            TestKind::Compare { left, right, .. } | TestKind::Contains { left, right, .. } => {
                each(left, visit);
                each(right, visit);
            }
            TestKind::Member { left, set, .. } => {
                each(left, visit);
                set.exprs_mut().for_each(|expr| each(expr, visit));
            }
        },
    }
}

fn each(expr: &mut Expr, visit: &mut dyn FnMut(&mut Expr)) {
    visit(expr);
    match &mut expr.kind {
        ExprKind::Field(_)
        | ExprKind::Reference(_)
        | ExprKind::Bound(_)
        | ExprKind::Const(_)
        | ExprKind::Names { .. } => {}
        ExprKind::Slice { base, .. } => each(base, visit),
        ExprKind::Negate(inner) => each(inner, visit),
        ExprKind::Binary { left, right, .. } => {
            each(left, visit);
            each(right, visit);
        }
        ExprKind::Call { args, .. } => args.iter_mut().for_each(|arg| each(arg, visit)),
    }
}
