//! Arithmetic and `&` (§16).

use super::{Ctx, operand::Wanted};
use crate::{
    diag::{Diagnostic, codes},
    schema::Names,
    span::Span,
    syntax::{ArithOp, Operand},
    typed,
    types::{Operation, Type},
};

impl Ctx<'_> {
    /// A combination of which at least one side has a type.
    pub(super) fn arithmetic(
        &mut self,
        span: Span,
        op: ArithOp,
        op_span: Span,
        left: &Operand,
        right: &Operand,
    ) -> Option<typed::Operand> {
        let (left, right) = if self.is_constant(right) {
            let left = self.operand(left)?;
            if !self.allows(op, op_span, left.ty, left.span) {
                return None;
            }
            let scaled = left.ty.is_time() && matches!(op, ArithOp::Multiply | ArithOp::Divide);
            let right = if scaled { self.factor(right) } else { self.constant(right, Wanted::of(left.ty)) };
            (left, right?)
        } else if self.is_constant(left) {
            let right = self.operand(right)?;
            if !self.allows(op, op_span, right.ty, right.span) {
                return None;
            }
            let left = self.constant(left, Wanted::of(right.ty))?;
            self.pair(op, &left, &right)?;
            (left, right)
        } else {
            let left = self.operand(left);
            let right = self.operand(right);
            let (left, right) = (left?, right?);
            if !self.allows(op, op_span, left.ty, left.span) {
                return None;
            }
            self.pair(op, &left, &right)?;
            (left, right)
        };
        let ty = left.ty; // E35
        let kind = typed::OperandKind::Binary { op, left: Box::new(left), right: Box::new(right) };
        Some(typed::Operand { span, ty, kind })
    }

    /// Reports an operator that a type does not allow.
    pub(super) fn allows(&mut self, op: ArithOp, op_span: Span, ty: Type, span: Span) -> bool {
        let (operation, verb) = match op {
            ArithOp::Add => (Operation::Add, "added to"),
            ArithOp::Subtract => (Operation::Add, "subtracted from"),
            ArithOp::Multiply => (Operation::Multiply, "multiplied"),
            ArithOp::Divide => (Operation::Multiply, "divided"),
            ArithOp::Modulo => (Operation::Modulo, "used with `%`"),
            ArithOp::BitAnd => (Operation::BitAnd, "used with `&`"),
        };
        if ty.allows(operation) {
            return true;
        }
        let message = format!("{} cannot be {verb}", ty.words());
        let mut error = Diagnostic::error(codes::OPERATION, span, message, "not with this type");
        error.labels.push((op_span, "this operator".to_owned()));
        if op == ArithOp::BitAnd && ty == Type::Protocol {
            error = error.suggest(op_span, "and", "to combine conditions");
        }
        self.report(error);
        false
    }

    /// Checks that two typed operands go together.
    fn pair(&mut self, op: ArithOp, left: &typed::Operand, right: &typed::Operand) -> Option<()> {
        let (good, wanted) = match op {
            ArithOp::Add | ArithOp::Subtract if left.ty.is_time() => (right.ty.is_time(), "a time is expected"),
            ArithOp::Multiply | ArithOp::Divide if left.ty.is_time() => (
                matches!(right.ty, Type::Int(64) | Type::Double),
                "a constant, a 64-bit signed number or a double is expected; times stand on the left",
            ),
            ArithOp::BitAnd => (left.ty.accepts(right.ty) && right.ty.allows(Operation::BitAnd), "same type expected"),
            ArithOp::Add | ArithOp::Subtract | ArithOp::Multiply | ArithOp::Divide | ArithOp::Modulo => {
                (left.ty.accepts(right.ty) && right.ty.allows(Operation::Add), "same kind of number expected")
            }
        };
        if good { Some(()) } else { self.incompatible(left, right, wanted) }
    }

    /// Reports two operands that do not go together.
    pub(super) fn incompatible<T>(&mut self, left: &typed::Operand, right: &typed::Operand, why: &str) -> Option<T> {
        let message = format!("{} and {} do not go together", left.ty.words(), right.ty.words());
        let mut error = Diagnostic::error(codes::INCOMPATIBLE, right.span, message, right.ty.words());
        error.labels.push((left.span, left.ty.words().to_owned()));
        if !why.is_empty() {
            error = error.note(why);
        }
        if left.ty.is_float() && right.ty.is_integer() || left.ty.is_integer() && right.ty.is_float() {
            error = error.note("convert the whole number: `double(field)`");
        }
        if let Some(name) = self.name_meant(left, right) {
            error = error.suggest(right.span, format!("\"{name}\""), "a value of the field has this name");
        }
        self.error(error)
    }

    /// E43: a word that is a protocol here, and was meant as the name of a value of the left field.
    fn name_meant(&self, left: &typed::Operand, right: &typed::Operand) -> Option<&'static str> {
        let (typed::OperandKind::Field(left), typed::OperandKind::Field(right)) = (&left.kind, &right.kind) else {
            return None;
        };
        let word = self.schema.field(right.field).name;
        let named = |table: Names| match table {
            Names::Table(table) => table.named(word.as_bytes()).next().is_some(),
            Names::None | Names::Bool(..) | Names::Format(_) => false,
        };
        self.schema.field(left.field).definitions().any(|d| named(d.names)).then_some(word)
    }
}
