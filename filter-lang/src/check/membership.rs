//! Membership in sets (§10).

use super::{Ctx, operand::Wanted};
use crate::{
    diag::{Diagnostic, codes},
    syntax::{self, Operand, OperandKind, Quant},
    typed::{self, Element, ExprKind},
};

impl Ctx<'_> {
    pub(super) fn membership(
        &mut self,
        quant: Option<Quant>,
        negated: bool,
        left: &Operand,
        set: &[syntax::Element],
    ) -> Option<ExprKind> {
        let left = match &left.kind {
            OperandKind::Field(_) => self.comparable(left),
            OperandKind::Word(word) if !self.is_literal_word(word) => self.comparable(left),
            OperandKind::Error => None,
            _ => {
                let message = "only a field may be tested for membership in a set";
                let error = Diagnostic::error(codes::FIELD_EXPECTED, left.span, message, "not a field");
                self.error(error.note("compare with each member instead, joined by `or`"))
            }
        };
        // Without a type for the members there is nothing more to check.
        let left = left?;
        let mut elements = Vec::with_capacity(set.len());
        let mut good = true;
        for element in set {
            let low = self.member(&left, &element.low, element.high.is_some());
            let high = element.high.as_ref().map(|high| self.member(&left, high, true));
            match (low, high) {
                (Some(low), None) => elements.push(Element { low, high: None }),
                (Some(low), Some(Some(high))) => elements.push(Element { low, high: Some(high) }),
                (None, _) | (_, Some(None)) => good = false,
            }
        }
        good.then_some(ExprKind::In { quant, negated, left, set: elements })
    }

    fn member(&mut self, left: &typed::Operand, member: &Operand, end: bool) -> Option<typed::Operand> {
        if self.may_be_literal(member) {
            let member = self.constant(member, Wanted::beside(left))?;
            if let (true, typed::OperandKind::ValueName { value: None, text }) = (end, &member.kind) {
                let text = String::from_utf8_lossy(text);
                let message = format!("`{text}` names no single value, so it ends no range");
                let error = Diagnostic::error(codes::VALUE_NAME_ORDER, member.span, message, "several values");
                return self.error(error);
            }
            return Some(member);
        }
        let member = self.comparable(member)?;
        if matches!(member.kind, typed::OperandKind::Slice { .. }) {
            let message = "a slice may not be a member of a set";
            return self.error(Diagnostic::error(codes::SLICE_IN_SET, member.span, message, "a slice"));
        }
        if !left.ty.accepts(member.ty) {
            return self.incompatible(left, &member, "");
        }
        Some(member)
    }
}
