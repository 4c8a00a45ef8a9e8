//! Operands that have a type of their own; see [`super::constant`] for those that take one from others.

use super::Ctx;
use crate::{
    diag::{Diagnostic, codes},
    functions::{self, Argument},
    schema::FieldId,
    syntax::{Operand, OperandKind},
    typed,
    types::{Operation, Type},
};

/// What a literal shall become.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    /// The type of the other operand.
    pub(super) ty: Type,
    /// The other operand is this field, whose value names may be used.
    pub(super) field: Option<FieldId>,
    /// A part of an address will do, for `contains`.
    pub(super) partial: bool,
}

impl Wanted {
    pub(super) fn of(ty: Type) -> Self {
        Self { ty, field: None, partial: false }
    }

    /// What a literal beside this operand becomes.
    pub(super) fn beside(operand: &typed::Operand) -> Self {
        let field = match &operand.kind {
            typed::OperandKind::Field(read) if !read.raw => Some(read.field),
            _ => None,
        };
        Self { ty: operand.ty, field, partial: false }
    }
}

impl Ctx<'_> {
    /// Tells whether an operand has only literals, so that its type comes from elsewhere. Bare words must be
    /// fields here if they can be (rule L18).
    pub(super) fn is_constant(&self, operand: &Operand) -> bool {
        match &operand.kind {
            OperandKind::Word(word) => self.is_literal_word(word),
            OperandKind::Integer { .. }
            | OperandKind::Float { .. }
            | OperandKind::String { .. }
            | OperandKind::Char(_) => true,
            OperandKind::Field(_) | OperandKind::Reference(_) | OperandKind::Slice { .. } | OperandKind::Error => false,
            OperandKind::Negate(inner) | OperandKind::Plus(inner) => self.is_constant(inner),
            OperandKind::Binary { left, right, .. } => self.is_constant(left) && self.is_constant(right),
            OperandKind::Call { name, args, .. } => {
                functions::lookup(name).is_some_and(|function| function.argument == Argument::Context)
                    && args.iter().all(|arg| self.may_be_literal(arg))
            }
        }
    }

    /// The same where any word that is no field is a literal: right of an operator, in sets and calls.
    pub(super) fn may_be_literal(&self, operand: &Operand) -> bool {
        match &operand.kind {
            OperandKind::Word(word) => !self.is_field(word),
            _ => self.is_constant(operand),
        }
    }

    /// Checks an operand that has a type.
    pub(super) fn operand(&mut self, operand: &Operand) -> Option<typed::Operand> {
        let span = operand.span;
        let (ty, kind) = match &operand.kind {
            OperandKind::Word(_) | OperandKind::Field(_) => {
                let (read, ty) = self.field(operand)?;
                (ty, typed::OperandKind::Field(read))
            }
            OperandKind::Reference(field) => {
                let (read, ty) = self.field_ref(field)?;
                (ty, typed::OperandKind::Reference(read))
            }
            OperandKind::Slice { base, ranges } => return self.slice(span, base, ranges),
            OperandKind::Call { name, name_span, args } => return self.call(span, name, *name_span, args),
            OperandKind::Negate(inner) => {
                let inner = self.signed(inner)?;
                (inner.ty, typed::OperandKind::Negate(Box::new(inner)))
            }
            OperandKind::Plus(inner) => {
                let inner = self.signed(inner)?;
                (inner.ty, inner.kind)
            }
            OperandKind::Binary { op, op_span, left, right } => {
                return self.arithmetic(span, *op, *op_span, left, right);
            }
            OperandKind::Integer { .. }
            | OperandKind::Float { .. }
            | OperandKind::String { .. }
            | OperandKind::Char(_) => return self.constant_test(span, false),
            OperandKind::Error => return None,
        };
        Some(typed::Operand { span, ty, kind })
    }

    /// The operand of a sign.
    fn signed(&mut self, inner: &Operand) -> Option<typed::Operand> {
        let inner = self.operand(inner)?;
        if inner.ty.allows(Operation::Negate) {
            return Some(inner);
        }
        let message = format!("{} has no sign", inner.ty.words());
        self.error(Diagnostic::error(codes::OPERATION, inner.span, message, "not a number or time"))
    }
}
