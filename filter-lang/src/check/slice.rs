//! Slices (§12).

use super::Ctx;
use crate::{
    diag::{Diagnostic, codes},
    span::Span,
    syntax::{Operand, Range},
    typed,
    types::{Operation, Type},
};

impl Ctx<'_> {
    pub(super) fn slice(&mut self, span: Span, base: &Operand, ranges: &[Range]) -> Option<typed::Operand> {
        if self.is_constant(base) {
            let error = Diagnostic::error(codes::NOT_SLICEABLE, base.span, "a literal cannot be sliced", "a literal");
            return self.error(error);
        }
        let base = self.operand(base)?;
        if !base.ty.allows(Operation::Slice) {
            let message = format!("{} cannot be sliced", base.ty.words());
            let mut error = Diagnostic::error(codes::NOT_SLICEABLE, base.span, message, "not a sequence");
            if matches!(base.kind, typed::OperandKind::Field(_)) {
                let start = Span { start: base.span.start, end: base.span.start };
                error = error.suggest(start, "@", "`@` gives the bytes of a field");
            }
            return self.error(error);
        }
        let ty = if base.ty.is_string() { Type::String } else { Type::Bytes }; // E25
        let kind = typed::OperandKind::Slice { base: Box::new(base), ranges: ranges.to_vec() };
        Some(typed::Operand { span, ty, kind })
    }

    /// T4: to the right of a slice, protocols and addresses stand for their bytes.
    pub(super) fn beside_slice(left: &typed::Operand, right: typed::Operand) -> typed::Operand {
        let slice = matches!(left.kind, typed::OperandKind::Slice { .. }) && left.ty == Type::Bytes;
        if !slice || !matches!(right.ty, Type::Protocol | Type::Ipv4 | Type::Ipv6) {
            return right;
        }
        let kind = typed::OperandKind::AsBytes(Box::new(right.clone()));
        typed::Operand { span: right.span, ty: Type::Bytes, kind }
    }
}
