//! The IR as text that parses back: what `strato explain --stage ir` shows and snapshots hold.
//!
//! Lists in brackets, described in `grammar/reference/ir.md`. A constant is written by what it holds, not by its
//! type, so that nothing is lost.

mod parse;
mod sexp;

use std::fmt::Write;

pub use parse::parse;

use self::sexp::Sexp;
use super::{ArithOp, Compare, Element, Expr, ExprKind, Ir, Node, Quant, Read, TestKind};
use crate::{schema::Schema, syntax::Range, value::Value};

/// Prints a filter.
pub fn print(ir: &Ir, schema: &Schema) -> String {
    print_node(&ir.root, schema)
}

/// Prints a part of a filter.
pub fn print_node(part: &Node, schema: &Schema) -> String {
    node(part, schema).pretty()
}

/// Prints an expression.
pub fn print_expr(operand: &Expr, schema: &Schema) -> String {
    expr(operand, schema).pretty()
}

fn node(part: &Node, schema: &Schema) -> Sexp {
    let all = |word: &str, parts: &[Node]| {
        list(std::iter::once(atom(word)).chain(parts.iter().map(|part| node(part, schema))))
    };
    match part {
        Node::Const(true) => atom("true"),
        Node::Const(false) => atom("false"),
        Node::And(parts) => all("and", parts),
        Node::Or(parts) => all("or", parts),
        Node::Xor(left, right) => list([atom("xor"), node(left, schema), node(right, schema)]),
        Node::Not(part) => list([atom("not"), node(part, schema)]),
        Node::Test(test) => kind(&test.kind, schema),
    }
}

fn kind(kind: &TestKind, schema: &Schema) -> Sexp {
    match kind {
        TestKind::Exists(what) => list([atom("exists"), atom(read(what, schema))]),
        TestKind::Truth(operand) => list([atom("truth"), expr(operand, schema)]),
        TestKind::Compare { op, quant, left, right } => {
            list([atom(quant_word(*quant)), atom(compare_word(*op)), expr(left, schema), expr(right, schema)])
        }
        TestKind::Contains { quant, left, right } => {
            list([atom(quant_word(*quant)), atom("contains"), expr(left, schema), expr(right, schema)])
        }
        TestKind::Matches { quant, left, pattern } => {
            let pattern = atom(quoted(pattern.text()));
            list([atom(quant_word(*quant)), atom("matches"), expr(left, schema), pattern])
        }
        TestKind::Member { quant, negated, left, set } => {
            let word = if *negated { "not-in" } else { "in" };
            let head = [atom(quant_word(*quant)), atom(word), expr(left, schema)];
            list(head.into_iter().chain(set.elements().iter().map(|one| element(one, schema))))
        }
    }
}

fn element(one: &Element, schema: &Schema) -> Sexp {
    match one {
        Element::Value(value) => atom(constant(value)),
        Element::Range(low, high) => list([atom("range"), atom(constant(low)), atom(constant(high))]),
        Element::Expr(one) => list([atom("expr"), expr(one, schema)]),
        Element::ExprRange(low, high) => list([atom("expr-range"), expr(low, schema), expr(high, schema)]),
    }
}

fn expr(operand: &Expr, schema: &Schema) -> Sexp {
    let ty = || atom(operand.ty.name());
    match &operand.kind {
        ExprKind::Field(what) if operand.ty == declared(what, schema) => atom(read(what, schema)),
        // One of several definitions of the name.
        ExprKind::Field(what) => list([atom("as"), ty(), atom(read(what, schema))]),
        ExprKind::Reference(what) => list([atom("reference"), ty(), atom(read(what, schema))]),
        ExprKind::Bound(values) => {
            list([atom("bound"), ty()].into_iter().chain(values.iter().map(|value| atom(constant(value)))))
        }
        ExprKind::Const(value) => list([ty(), atom(constant(value))]),
        ExprKind::Names { read: what, lowercase } => {
            list([atom(if *lowercase { "folded-names" } else { "names" }), atom(read(what, schema))])
        }
        ExprKind::Slice { base, ranges: parts } => {
            list([atom("slice"), ty(), atom(format!("[{}]", ranges(parts))), expr(base, schema)])
        }
        ExprKind::Negate(inner) => list([atom("negate"), ty(), expr(inner, schema)]),
        ExprKind::Binary { op, left, right } => {
            list([atom(arith_word(*op)), ty(), expr(left, schema), expr(right, schema)])
        }
        ExprKind::Call { function, args } => {
            let head = [atom("call"), atom(function.name), ty()];
            list(head.into_iter().chain(args.iter().map(|arg| expr(arg, schema))))
        }
    }
}

fn atom(text: impl Into<String>) -> Sexp {
    Sexp::atom(text.into())
}

fn list(parts: impl IntoIterator<Item = Sexp>) -> Sexp {
    Sexp::list(parts.into_iter().collect())
}

/// The type a read has unless something else is said.
pub(super) fn declared(what: &Read, schema: &Schema) -> crate::types::Type {
    if what.raw { crate::types::Type::Bytes } else { schema.field(what.field).ty }
}

/// `@tcp.port#[1,-1]`.
fn read(what: &Read, schema: &Schema) -> String {
    let raw = if what.raw { "@" } else { "" };
    let layers = what.layers.as_ref().map_or_else(String::new, |layers| format!("#[{}]", ranges(layers)));
    format!("{raw}{}{layers}", schema.field(what.field).name)
}

fn ranges(parts: &[Range]) -> String {
    let one = |range: &Range| match range {
        Range::One(i) => i.to_string(),
        Range::Length(i, n) => format!("{i}:{n}"),
        Range::Through(i, j) => format!("{i}-{j}"),
        Range::From(i) => format!("{i}:"),
    };
    parts.iter().map(one).collect::<Vec<_>>().join(",")
}

/// A constant by its representation.
fn constant(value: &Value<'_>) -> String {
    match value {
        Value::Label => "label".to_owned(),
        Value::Bool(b) => b.to_string(),
        Value::Uint(n) => n.to_string(),
        Value::Int(n) => format!("{n}i"),
        Value::Float(x) => format!("{x:?}f"),
        Value::Time(ns) => format!("{ns}ns"),
        Value::Str(text) => quoted(text),
        Value::Bytes(bytes) => format!("0x{}", hex(bytes)),
        Value::Ipv4 { addr, prefix } => format!("{}/{prefix}", std::net::Ipv4Addr::from(*addr)),
        Value::Ipv6 { addr, prefix } => format!("{}/{prefix}", std::net::Ipv6Addr::from(*addr)),
        Value::Guid(guid) => format!("guid:{}", hex(guid)),
        Value::Protocol { bytes, .. } => format!("protocol:{}", hex(bytes)),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        _ = write!(text, "{byte:02x}");
        text
    })
}

/// Bytes in quotes; what is no printable ASCII as `\xHH`.
fn quoted(bytes: &[u8]) -> String {
    let mut text = String::from("\"");
    for &byte in bytes {
        match byte {
            b'"' | b'\\' => text.extend(['\\', char::from(byte)]),
            b' '..=b'~' => text.push(char::from(byte)),
            _ => _ = write!(text, "\\x{byte:02x}"),
        }
    }
    text.push('"');
    text
}

fn quant_word(quant: Quant) -> &'static str {
    match quant {
        Quant::Any => "any",
        Quant::All => "all",
    }
}

/// Words of the comparisons.
const COMPARE: [(Compare, &str); 6] = [
    (Compare::Eq, "=="),
    (Compare::Ne, "!="),
    (Compare::Lt, "<"),
    (Compare::Le, "<="),
    (Compare::Gt, ">"),
    (Compare::Ge, ">="),
];

fn compare_word(op: Compare) -> &'static str {
    COMPARE.iter().find(|row| row.0 == op).map_or("", |row| row.1)
}

/// Words of arithmetic.
const ARITH: [ArithOp; 6] =
    [ArithOp::Add, ArithOp::Subtract, ArithOp::Multiply, ArithOp::Divide, ArithOp::Modulo, ArithOp::BitAnd];

fn arith_word(op: ArithOp) -> &'static str {
    crate::print::arith_op(op)
}

#[cfg(test)]
mod tests;
