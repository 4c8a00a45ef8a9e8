//! Lowering: from the typed tree to the IR. All that the text leaves implicit becomes explicit here.

use crate::{
    ir::{self, Compare, Element, Expr, ExprKind, Ir, Node, Quant, Read, Set, Test, TestKind},
    span::Span,
    syntax::{CompareOp, Range},
    typed::{self, Operand, OperandKind, Relation},
    types::Type,
    value::Value,
};

/// Lowers a checked filter.
pub fn lower(expr: &typed::Expr) -> Ir {
    Ir { root: node(expr) }
}

fn node(expr: &typed::Expr) -> Node {
    let span = expr.span;
    match &expr.kind {
        typed::ExprKind::Or(parts) => Node::Or(parts.iter().map(node).collect()),
        typed::ExprKind::And(parts) => Node::And(parts.iter().map(node).collect()),
        typed::ExprKind::Xor(parts) => xor(parts),
        typed::ExprKind::Not(part) => Node::Not(Box::new(node(part))),
        typed::ExprKind::Chain(links) => match links.as_slice() {
            [link] => relation(link),
            links => Node::And(links.iter().map(relation).collect()), // G4
        },
        typed::ExprKind::Contains { quant, left, right } => {
            let quant = quant.unwrap_or(Quant::Any);
            test(span, TestKind::Contains { quant, left: value(left), right: value(right) })
        }
        typed::ExprKind::Matches { quant, left, pattern } => {
            let quant = quant.unwrap_or(Quant::Any);
            test(span, TestKind::Matches { quant, left: value(left), pattern: pattern.clone() })
        }
        typed::ExprKind::In { quant, negated, left, set } => {
            member(span, quant.unwrap_or(Quant::Any), *negated, left, set)
        }
        typed::ExprKind::Exists(read) => test(span, TestKind::Exists(read.clone())),
        typed::ExprKind::Truth(operand) => test(span, TestKind::Truth(value(operand))),
    }
}

fn test(span: Span, kind: TestKind) -> Node {
    Node::Test(Test { span, kind })
}

/// `xor` is associative, so halves keep the tree shallow.
fn xor(parts: &[typed::Expr]) -> Node {
    match parts {
        [] => Node::Const(false),
        [part] => node(part),
        parts => {
            let (left, right) = parts.split_at(parts.len() / 2);
            Node::Xor(Box::new(xor(left)), Box::new(xor(right)))
        }
    }
}

/// The table of rule E6.
fn relation(relation: &Relation) -> Node {
    let (op, default) = match relation.op {
        CompareOp::AnyEq => (Compare::Eq, Quant::Any),
        CompareOp::AllEq => (Compare::Eq, Quant::All),
        CompareOp::AnyNe => (Compare::Ne, Quant::Any),
        CompareOp::AllNe => (Compare::Ne, Quant::All),
        CompareOp::Lt => (Compare::Lt, Quant::Any),
        CompareOp::Le => (Compare::Le, Quant::Any),
        CompareOp::Gt => (Compare::Gt, Quant::Any),
        CompareOp::Ge => (Compare::Ge, Quant::Any),
    };
    let quant = relation.quant.unwrap_or(default);
    let (left, right) = match (&relation.left.kind, &relation.right.kind) {
        (OperandKind::Field(read), OperandKind::ValueName { text, value: None }) => (names(read), name(text)),
        (OperandKind::ValueName { text, value: None }, OperandKind::Field(read)) => (name(text), names(read)),
        _ => (value(&relation.left), value(&relation.right)),
    };
    test(relation.span, TestKind::Compare { op, quant, left, right })
}

/// The names of a field's values, for a comparison that ignores case.
fn names(read: &Read) -> Expr {
    Expr { ty: Type::String, kind: ExprKind::Names { read: read.clone(), lowercase: true } }
}

fn name_value(text: &[u8]) -> Value<'static> {
    Value::Str(text.to_ascii_lowercase().into())
}

fn name(text: &[u8]) -> Expr {
    Expr { ty: Type::String, kind: ExprKind::Const(name_value(text)) }
}

/// Membership. Names that several values share are looked for among the names of the field, all other members
/// among its values (rule E42).
fn member(span: Span, quant: Quant, negated: bool, left: &Operand, set: &[typed::Element]) -> Node {
    let mut elements = Vec::with_capacity(set.len());
    let mut shared = Vec::new();
    for element in set {
        match (&element.low.kind, &element.high) {
            (OperandKind::ValueName { text, value: None }, None) => shared.push(Element::Value(name_value(text))),
            (_, high) => elements.push(member_element(&element.low, high.as_ref())),
        }
    }
    let OperandKind::Field(read) = &left.kind else {
        return in_set(span, quant, negated, value(left), elements);
    };
    if shared.is_empty() {
        return in_set(span, quant, negated, value(left), elements);
    }
    let mut parts = vec![in_set(span, quant, false, names(read), shared)];
    if !elements.is_empty() {
        parts.push(in_set(span, quant, false, value(left), elements));
    }
    let inside = match (parts.pop(), parts.pop()) {
        (Some(one), Some(other)) => Node::Or(vec![other, one]),
        (Some(one), None) => one,
        (None, _) => Node::Const(false),
    };
    if !negated {
        return inside;
    }
    // E19: the field is there, and not inside; values without a name are there, too.
    Node::And(vec![test(span, TestKind::Exists(read.clone())), Node::Not(Box::new(inside))])
}

fn in_set(span: Span, quant: Quant, negated: bool, left: Expr, elements: Vec<Element>) -> Node {
    test(span, TestKind::Member { quant, negated, left, set: Set::new(elements) })
}

fn member_element(low: &Operand, high: Option<&Operand>) -> Element {
    match (value(low), high.map(value)) {
        (Expr { kind: ExprKind::Const(value), .. }, None) => Element::Value(value),
        (Expr { kind: ExprKind::Const(low), .. }, Some(Expr { kind: ExprKind::Const(high), .. })) => {
            Element::Range(low, high)
        }
        (low, None) => Element::Expr(low),
        (low, Some(high)) => Element::ExprRange(low, high),
    }
}

fn value(operand: &Operand) -> Expr {
    let kind = match &operand.kind {
        OperandKind::Field(read) => ExprKind::Field(read.clone()),
        OperandKind::Reference(read) => ExprKind::Reference(read.clone()),
        OperandKind::Names(read) => ExprKind::Names { read: read.clone(), lowercase: false },
        OperandKind::Literal(value) | OperandKind::ValueName { value: Some(value), .. } => {
            ExprKind::Const(value.clone())
        }
        OperandKind::ValueName { text, value: None } => return name(text),
        OperandKind::AsBytes(base) => ExprKind::Slice { base: Box::new(value(base)), ranges: vec![Range::From(0)] },
        OperandKind::Slice { base, ranges } => ExprKind::Slice { base: Box::new(value(base)), ranges: ranges.clone() },
        OperandKind::Negate(inner) => ExprKind::Negate(Box::new(value(inner))),
        OperandKind::Binary { op, left, right } => {
            ExprKind::Binary { op: *op, left: Box::new(value(left)), right: Box::new(value(right)) }
        }
        OperandKind::Call { function, args } => ExprKind::Call { function, args: args.iter().map(value).collect() },
    };
    ir::Expr { ty: operand.ty, kind }
}

#[cfg(test)]
mod tests;
