//! The rules of the IR. Lowering and every pass keep them; text is checked against them.

use super::{Element, Expr, ExprKind, Ir, Node, Read, TestKind};
use crate::{schema::Schema, span::Span, types::Type, value::Value};

/// A broken rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The test; empty for a connective.
    pub span: Span,
    /// What is wrong.
    pub message: String,
}

/// Tells which rules a filter breaks.
pub fn verify(ir: &Ir, schema: &Schema) -> Vec<Problem> {
    let mut cx = Cx { schema, span: Span::default(), problems: Vec::new() };
    cx.node(&ir.root);
    cx.problems
}

struct Cx<'s> {
    schema: &'s Schema,
    span: Span,
    problems: Vec<Problem>,
}

impl Cx<'_> {
    fn problem(&mut self, message: impl Into<String>) {
        self.problems.push(Problem { span: self.span, message: message.into() });
    }

    fn node(&mut self, part: &Node) {
        match part {
            Node::Const(_) => {}
            Node::And(parts) | Node::Or(parts) => {
                if parts.len() < 2 {
                    self.problem("`and` and `or` have two parts or more");
                }
                parts.iter().for_each(|part| self.node(part));
            }
            Node::Xor(left, right) => {
                self.node(left);
                self.node(right);
            }
            Node::Not(part) => self.node(part),
            Node::Test(test) => {
                let outer = std::mem::replace(&mut self.span, test.span);
                self.test(&test.kind);
                self.span = outer;
            }
        }
    }

    fn test(&mut self, kind: &TestKind) {
        match kind {
            TestKind::Exists(read) => self.read(read),
            TestKind::Truth(expr) => self.expr(expr),
            TestKind::Matches { left, .. } => self.expr(left),
            TestKind::Compare { left, right, .. } => {
                self.expr(left);
                self.expr(right);
                if !left.ty.accepts(right.ty) && !right.ty.accepts(left.ty) {
                    self.problem(format!("{} cannot be compared with {}", left.ty.words(), right.ty.words()));
                }
            }
            TestKind::Contains { left, right, .. } => {
                self.expr(left);
                self.expr(right);
            }
            TestKind::Member { left, set, .. } => {
                self.expr(left);
                if set.elements().is_empty() {
                    self.problem("a set has a member");
                }
                for element in set.elements() {
                    match element {
                        Element::Value(_) | Element::Range(..) => {}
                        Element::Expr(Expr { kind: ExprKind::Const(_), .. }) => {
                            self.problem("a constant member is written without `expr`");
                        }
                        Element::Expr(expr) => self.expr(expr),
                        Element::ExprRange(low, high) => {
                            self.expr(low);
                            self.expr(high);
                        }
                    }
                }
            }
        }
    }

    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Field(read) | ExprKind::Reference(read) => {
                self.read(read);
                let field = self.schema.field(read.field);
                let right =
                    if read.raw { expr.ty == Type::Bytes } else { field.definitions().any(|def| def.ty == expr.ty) };
                if !right {
                    self.problem(format!("`{}` is not {}", field.name, expr.ty.words()));
                }
            }
            ExprKind::Bound(values) => {
                if values.iter().any(|value| !suits(expr.ty, value)) {
                    self.problem(format!("a value is not of type {}", expr.ty.name()));
                }
            }
            ExprKind::Const(value) => {
                if !suits(expr.ty, value) {
                    self.problem(format!("the constant is not of type {}", expr.ty.name()));
                }
            }
            ExprKind::Names { read, .. } => {
                self.read(read);
                if !self.schema.field(read.field).definitions().any(crate::schema::Field::has_names) {
                    self.problem(format!("values of `{}` have no names", self.schema.field(read.field).name));
                }
            }
            ExprKind::Slice { base, ranges } => {
                self.expr(base);
                if ranges.is_empty() {
                    self.problem("a slice has a range");
                }
            }
            ExprKind::Negate(inner) => self.expr(inner),
            ExprKind::Binary { left, right, .. } => {
                self.expr(left);
                self.expr(right);
            }
            ExprKind::Call { function, args } => {
                if args.len() < function.min_args || function.max_args.is_some_and(|max| args.len() > max) {
                    self.problem(format!("`{}` is not called with {} arguments", function.name, args.len()));
                }
                args.iter().for_each(|arg| self.expr(arg));
            }
        }
    }

    fn read(&mut self, read: &Read) {
        if read.layers.as_ref().is_some_and(Vec::is_empty) {
            self.problem("`#` has a layer");
        }
    }
}

/// Whether values of a type are held like this one.
pub fn suits(ty: Type, value: &Value<'_>) -> bool {
    match value {
        Value::Label => ty == Type::None,
        Value::Bool(_) => ty == Type::Boolean,
        // A boolean is compared with any number (T2).
        Value::Uint(_) => ty.is_unsigned() || matches!(ty, Type::Boolean | Type::Char | Type::Framenum | Type::Ipxnet),
        // Unsigned numbers are compared with negative ones, too (T13).
        Value::Int(_) => ty.is_integer() || ty == Type::Boolean,
        Value::Float(_) => ty.is_float(),
        Value::Time(_) => ty.is_time(),
        Value::Str(_) => ty.is_string(),
        Value::Bytes(_) => ty.is_bytes() || ty == Type::Protocol,
        Value::Ipv4 { .. } => ty == Type::Ipv4,
        Value::Ipv6 { .. } => ty == Type::Ipv6,
        Value::Guid(_) => ty == Type::Guid,
        Value::Protocol { .. } => ty == Type::Protocol,
    }
}
