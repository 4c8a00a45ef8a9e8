//! The syntax tree back to text, in one canonical spelling: parsing what is printed gives the same tree.

use std::fmt::Write;

use crate::syntax::{ArithOp, CompareOp, Element, Expr, ExprKind, FieldRef, Operand, OperandKind, Quant, Range};

/// Prints a filter.
pub fn print(expr: &Expr) -> String {
    let mut out = Printer { out: String::new() };
    out.expr(expr, Level::Or);
    out.out
}

/// Prints an operand.
pub fn print_operand(operand: &Operand) -> String {
    let mut out = Printer { out: String::new() };
    out.operand(operand, Level::BitAnd);
    out.out
}

/// How tightly something binds (rule G1); what binds less than its place wants gets brackets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Or,
    Xor,
    And,
    Test,
    BitAnd,
    Sum,
    Product,
    Sign,
    Entity,
}

struct Printer {
    out: String,
}

impl Printer {
    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn write(&mut self, args: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(args);
    }

    fn expr(&mut self, expr: &Expr, wanted: Level) {
        let level = match expr.kind {
            ExprKind::Or(_) => Level::Or,
            ExprKind::Xor(_) => Level::Xor,
            ExprKind::And(_) => Level::And,
            _ => Level::Test,
        };
        if level < wanted {
            self.text("(");
        }
        match &expr.kind {
            ExprKind::Or(parts) => self.joined(parts, " or ", Level::Xor),
            ExprKind::Xor(parts) => self.joined(parts, " xor ", Level::And),
            ExprKind::And(parts) => self.joined(parts, " and ", Level::Test),
            ExprKind::Not(inner) => {
                self.text("not ");
                self.expr(inner, Level::Test);
            }
            ExprKind::Compare { quant, first, links } => {
                self.quant(*quant);
                self.operand(first, Level::BitAnd);
                for (op, _, operand) in links {
                    self.write(format_args!(" {} ", compare_op(*op)));
                    self.operand(operand, Level::BitAnd);
                }
            }
            ExprKind::Contains { quant, left, right } => self.search(*quant, left, " contains ", right),
            ExprKind::Matches { quant, left, right } => self.search(*quant, left, " matches ", right),
            ExprKind::In { quant, negated, left, set } => {
                self.quant(*quant);
                self.operand(left, Level::Entity);
                self.text(if *negated { " not in {" } else { " in {" });
                self.listed(set, |out, element| out.element(element));
                self.text("}");
            }
            ExprKind::Truth(operand) => self.operand(operand, Level::BitAnd),
            ExprKind::Error => self.text("<error>"),
        }
        if level < wanted {
            self.text(")");
        }
    }

    fn joined(&mut self, parts: &[Expr], word: &str, level: Level) {
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                self.text(word);
            }
            self.expr(part, level);
        }
    }

    fn listed<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.text(", ");
            }
            each(self, item);
        }
    }

    fn quant(&mut self, quant: Option<Quant>) {
        match quant {
            Some(Quant::Any) => self.text("any "),
            Some(Quant::All) => self.text("all "),
            None => {}
        }
    }

    fn search(&mut self, quant: Option<Quant>, left: &Operand, word: &str, right: &Operand) {
        self.quant(quant);
        self.operand(left, Level::Entity);
        self.text(word);
        self.operand(right, Level::Entity);
    }

    fn element(&mut self, element: &Element) {
        self.operand(&element.low, Level::BitAnd);
        if let Some(high) = &element.high {
            self.text("..");
            self.operand(high, Level::BitAnd);
        }
    }

    fn operand(&mut self, operand: &Operand, wanted: Level) {
        let level = level(&operand.kind);
        if level < wanted {
            self.text("{");
        }
        match &operand.kind {
            OperandKind::Word(text) | OperandKind::Integer { text, .. } | OperandKind::Float { text, .. } => {
                self.text(text);
            }
            OperandKind::Field(field) => self.field(field),
            OperandKind::Reference(field) => {
                self.text("${");
                self.field(field);
                self.text("}");
            }
            OperandKind::String { bytes, raw } => self.string(bytes, *raw),
            OperandKind::Char(code) => self.character(*code),
            OperandKind::Call { name, args, .. } => {
                self.write(format_args!("{name}("));
                self.listed(args, |out, arg| out.operand(arg, Level::BitAnd));
                self.text(")");
            }
            OperandKind::Slice { base, ranges } => {
                self.operand(base, Level::Entity);
                self.ranges(ranges);
            }
            OperandKind::Negate(inner) => {
                self.text("-");
                self.operand(inner, Level::Sign);
            }
            OperandKind::Plus(inner) => {
                self.text("+");
                self.operand(inner, Level::Sign);
            }
            OperandKind::Binary { op, left, right, .. } => {
                self.operand(left, level);
                self.write(format_args!(" {} ", arith_op(*op)));
                self.operand(right, tighter(level));
            }
            OperandKind::Error => self.text("<error>"),
        }
        if level < wanted {
            self.text("}");
        }
    }

    fn field(&mut self, field: &FieldRef) {
        self.text(if field.raw { "@" } else { "" });
        self.text(if field.dotted { "." } else { "" });
        self.text(&field.name);
        match field.layers.as_deref() {
            None => {}
            Some([Range::One(layer @ 0..)]) => self.write(format_args!("#{layer}")),
            Some(ranges) => {
                self.text("#");
                self.ranges(ranges);
            }
        }
    }

    fn ranges(&mut self, ranges: &[Range]) {
        self.text("[");
        self.listed(ranges, |out, range| match *range {
            Range::One(i) => out.write(format_args!("{i}")),
            Range::Length(0, n) => out.write(format_args!(":{n}")),
            Range::Length(i, n) => out.write(format_args!("{i}:{n}")),
            Range::Through(i, j) => out.write(format_args!("{i}-{j}")),
            Range::From(0) => out.text(":"),
            Range::From(i) => out.write(format_args!("{i}:")),
        });
        self.text("]");
    }

    fn string(&mut self, bytes: &[u8], raw: bool) {
        if raw {
            return self.write(format_args!("r\"{}\"", String::from_utf8_lossy(bytes)));
        }
        self.text("\"");
        for chunk in bytes.utf8_chunks() {
            for c in chunk.valid().chars() {
                match c {
                    '"' | '\\' => self.write(format_args!("\\{c}")),
                    ' '..='~' => self.out.push(c),
                    c if c.is_ascii() => self.write(format_args!("\\x{:02x}", u32::from(c))),
                    c => self.out.push(c),
                }
            }
            for byte in chunk.invalid() {
                self.write(format_args!("\\x{byte:02x}"));
            }
        }
        self.text("\"");
    }

    fn character(&mut self, code: u32) {
        match char::from_u32(code) {
            Some(c @ (' '..='&' | '('..='[' | ']'..='~')) => self.write(format_args!("'{c}'")),
            _ if code < 0x100 => self.write(format_args!("'\\x{code:02x}'")),
            _ => self.write(format_args!("'\\U{code:08x}'")),
        }
    }
}

fn level(kind: &OperandKind) -> Level {
    match kind {
        OperandKind::Binary { op, .. } => match op {
            ArithOp::BitAnd => Level::BitAnd,
            ArithOp::Add | ArithOp::Subtract => Level::Sum,
            ArithOp::Multiply | ArithOp::Divide | ArithOp::Modulo => Level::Product,
        },
        OperandKind::Negate(_) | OperandKind::Plus(_) => Level::Sign,
        _ => Level::Entity,
    }
}

/// The operators associate to the left: their right operand binds more tightly.
fn tighter(level: Level) -> Level {
    match level {
        Level::BitAnd => Level::Sum,
        Level::Sum => Level::Product,
        _ => Level::Sign,
    }
}

/// The canonical spelling of a comparison operator.
pub fn compare_op(op: CompareOp) -> &'static str {
    match op {
        CompareOp::AnyEq => "==",
        CompareOp::AllNe => "!=",
        CompareOp::AllEq => "===",
        CompareOp::AnyNe => "!==",
        CompareOp::Lt => "<",
        CompareOp::Le => "<=",
        CompareOp::Gt => ">",
        CompareOp::Ge => ">=",
    }
}

/// The canonical spelling of an arithmetic operator.
pub fn arith_op(op: ArithOp) -> &'static str {
    match op {
        ArithOp::Add => "+",
        ArithOp::Subtract => "-",
        ArithOp::Multiply => "*",
        ArithOp::Divide => "/",
        ArithOp::Modulo => "%",
        ArithOp::BitAnd => "&",
    }
}

#[cfg(test)]
mod tests;
