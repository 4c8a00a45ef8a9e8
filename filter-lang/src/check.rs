//! The checker: names, types and literals (§5–§18). From what was written to the typed tree.
//!
//! Every independent mistake of a filter is reported; a part that has one yields `None`, which silences
//! whatever depends on it.

mod arithmetic;
mod call;
mod constant;
mod layer;
mod membership;
mod names;
mod operand;
mod relation;
mod slice;

use crate::{
    diag::{Diagnostic, Severity, codes},
    limits,
    schema::Schema,
    span::Span,
    syntax::{self, OperandKind},
    typed::{self, ExprKind},
    types::Operation,
};

/// Checks a filter. There is a tree unless one of the diagnostics is an error.
pub fn check(expr: &syntax::Expr, schema: &Schema) -> (Option<typed::Expr>, Vec<Diagnostic>) {
    let mut ctx = Ctx { schema, diagnostics: Vec::new() };
    let typed = ctx.expr(expr);
    let typed = typed.filter(|_| ctx.diagnostics.iter().all(|d| d.severity == Severity::Warning));
    (typed, ctx.diagnostics)
}

struct Ctx<'s> {
    schema: &'s Schema,
    diagnostics: Vec<Diagnostic>,
}

impl Ctx<'_> {
    /// Reports and yields nothing.
    fn error<T>(&mut self, diagnostic: Diagnostic) -> Option<T> {
        self.report(diagnostic);
        None
    }

    /// Keeps a diagnostic, unless there are enough of its severity.
    fn report(&mut self, diagnostic: Diagnostic) {
        if !self.enough(diagnostic.severity) {
            self.diagnostics.push(diagnostic);
        }
    }

    fn enough(&self, severity: Severity) -> bool {
        self.diagnostics.iter().filter(|d| d.severity == severity).count() >= limits::ERRORS
    }

    fn expr(&mut self, expr: &syntax::Expr) -> Option<typed::Expr> {
        let span = expr.span;
        let kind = match &expr.kind {
            syntax::ExprKind::Or(parts) => ExprKind::Or(self.exprs(parts)?),
            syntax::ExprKind::Xor(parts) => ExprKind::Xor(self.exprs(parts)?),
            syntax::ExprKind::And(parts) => ExprKind::And(self.exprs(parts)?),
            syntax::ExprKind::Not(part) => ExprKind::Not(Box::new(self.expr(part)?)),
            syntax::ExprKind::Compare { quant, first, links } => self.chain(span, *quant, first, links)?,
            syntax::ExprKind::Contains { quant, left, right } => self.contains(*quant, left, right)?,
            syntax::ExprKind::Matches { quant, left, right } => self.matches(*quant, left, right)?,
            syntax::ExprKind::In { quant, negated, left, set } => self.membership(*quant, *negated, left, set)?,
            syntax::ExprKind::Truth(operand) => self.condition(operand)?,
            syntax::ExprKind::Error => return None,
        };
        Some(typed::Expr { span, kind })
    }

    fn exprs(&mut self, parts: &[syntax::Expr]) -> Option<Vec<typed::Expr>> {
        let checked: Vec<_> = parts.iter().map(|part| self.expr(part)).collect();
        checked.into_iter().collect()
    }

    /// An operand as a condition (rules E14, E15).
    fn condition(&mut self, operand: &syntax::Operand) -> Option<ExprKind> {
        if let OperandKind::Word(_) | OperandKind::Field(_) = operand.kind {
            return self.field(operand).map(|(read, _)| ExprKind::Exists(read));
        }
        if self.is_constant(operand) {
            return self.constant_test(operand.span, false);
        }
        let operand = self.operand(operand)?;
        if !operand.reads_field() {
            return self.constant_test(operand.span, true);
        }
        let slice = matches!(operand.kind, typed::OperandKind::Slice { .. });
        if !slice && !operand.ty.allows(Operation::Truth) {
            return self.error(Diagnostic::error(
                codes::OPERATION,
                operand.span,
                format!("{} is neither true nor false", operand.ty.words()),
                "used as a condition",
            ));
        }
        Some(ExprKind::Truth(operand))
    }

    /// Reports a test that reads nothing (rule T9), or references at most.
    fn constant_test<T>(&mut self, span: Span, references: bool) -> Option<T> {
        let error = Diagnostic::error(codes::CONSTANT, span, "the test reads no field", "the same for every frame");
        self.error(match references {
            true => error.note("a reference is a constant: the values in the selected frame"),
            false => error.note("compare a field with it"),
        })
    }
}

#[cfg(test)]
mod tests;
