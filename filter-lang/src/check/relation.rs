//! Comparisons, `contains` and `matches` (§8, §11).

use super::{Ctx, constant::constant_value, operand::Wanted};
use crate::{
    diag::{Diagnostic, codes},
    pattern::Pattern,
    span::Span,
    syntax::{CompareOp, Operand, OperandKind, Quant},
    typed::{self, ExprKind, Relation},
    types::{Operation, Type},
    value::Value,
};

impl Ctx<'_> {
    /// One comparison or a chain (rule G4).
    pub(super) fn chain(
        &mut self,
        span: Span,
        quant: Option<Quant>,
        first: &Operand,
        links: &[(CompareOp, Span, Operand)],
    ) -> Option<ExprKind> {
        let chained = links.len() > 1;
        if let (Some(written), true) = (quant, chained) {
            let word = if written == Quant::Any { "any" } else { "all" };
            let message = format!("`{word}` has no effect in front of a chain of comparisons");
            let place = Span { start: span.start, end: span.start + 3 };
            let warning = Diagnostic::warning(codes::QUANTIFIER_IGNORED, place, message, "ignored");
            self.report(warning.note("write the comparisons apart, joined by `and`"));
        }
        let quant = quant.filter(|_| !chained); // G5
        let lefts = std::iter::once(first).chain(links.iter().map(|(_, _, right)| right));
        let relations: Vec<_> = lefts
            .zip(links)
            .map(|(left, (op, op_span, right))| self.relation(quant, *op, *op_span, left, right))
            .collect();
        relations.into_iter().collect::<Option<_>>().map(ExprKind::Chain)
    }

    fn relation(
        &mut self,
        quant: Option<Quant>,
        op: CompareOp,
        op_span: Span,
        left: &Operand,
        right: &Operand,
    ) -> Option<Relation> {
        let span = left.span.to(right.span);
        let (left, right) = match (self.is_constant(left), self.may_be_literal(right)) {
            (true, true) => return self.constant_test(span, false),
            (true, false) => {
                let right = self.comparable(right)?;
                let right = self.definition_for(right, left);
                (self.constant(left, Wanted::beside(&right))?, right)
            }
            (false, true) => {
                let left = self.comparable(left)?;
                let left = self.definition_for(left, right);
                let right = self.constant(right, Wanted::beside(&left))?;
                (left, right)
            }
            (false, false) => {
                let left = self.comparable(left);
                let right = self.comparable(right);
                let left = left?;
                let right = Self::beside_slice(&left, right?);
                if !left.ty.accepts(right.ty) {
                    return self.incompatible(&left, &right, "");
                }
                (left, right)
            }
        };
        if !left.reads_field() && !right.reads_field() {
            return self.constant_test(span, true);
        }
        if matches!(op, CompareOp::Lt | CompareOp::Le | CompareOp::Gt | CompareOp::Ge) {
            self.ordered(&left, op_span)?;
            self.ordered(&right, op_span)?;
        }
        Some(Relation { span, op, quant, left, right })
    }

    /// A typed operand that can be compared.
    pub(super) fn comparable(&mut self, operand: &Operand) -> Option<typed::Operand> {
        let operand = self.operand(operand)?;
        if operand.ty.allows(Operation::Compare) {
            return Some(operand);
        }
        let message = format!("{} cannot be compared", operand.ty.words());
        let error = Diagnostic::error(codes::OPERATION, operand.span, message, operand.ty.words());
        self.error(error.note("alone it tests whether it is there"))
    }

    /// E44: beside a literal, a field declared with several types is the one that suits it.
    fn definition_for(&self, mut operand: typed::Operand, literal: &Operand) -> typed::Operand {
        let typed::OperandKind::Field(read) = &operand.kind else { return operand };
        let field = self.schema.field(read.field);
        if read.raw || field.also.is_empty() {
            return operand;
        }
        let quoted = matches!(literal.kind, OperandKind::String { .. });
        let mut types = field.definitions().map(|definition| definition.ty);
        if let Some(ty) = types.find(|ty| ty.is_string() == quoted) {
            // Of integers of several widths, the widest: every number of the field can be written.
            let wider = types.filter(|other| other.is_integer() && ty.is_integer() && other.bits() > ty.bits());
            operand.ty = wider.max_by_key(|ty| ty.bits()).unwrap_or(ty);
        }
        operand
    }

    /// Reports operands that have no order.
    fn ordered(&mut self, operand: &typed::Operand, op_span: Span) -> Option<()> {
        if let Some(Value::Float(x)) = constant_value(operand)
            && x.is_nan()
        {
            let message = "NaN cannot be ordered";
            return self.error(Diagnostic::error(codes::NAN_ORDER, operand.span, message, "not a number"));
        }
        if let typed::OperandKind::ValueName { text, value: None } = &operand.kind {
            let message = format!("`{}` names no single value, so it has no order", String::from_utf8_lossy(text));
            let mut error = Diagnostic::error(codes::VALUE_NAME_ORDER, operand.span, message, "several values");
            error.labels.push((op_span, "an order is asked for here".to_owned()));
            return self.error(error.note("use the number, or `==`"));
        }
        Some(())
    }

    pub(super) fn contains(&mut self, quant: Option<Quant>, left: &Operand, right: &Operand) -> Option<ExprKind> {
        let searched = self.searched(left, "contains", Operation::Contains);
        if self.may_be_literal(right) {
            let left = searched?;
            let wanted = Wanted { ty: left.ty, field: None, partial: true };
            let right = self.constant(right, wanted)?;
            return Some(ExprKind::Contains { quant, left, right });
        }
        self.name_like_bytes(right);
        let right = self.operand(right);
        let left = searched?;
        let right = Self::beside_slice(&left, right?);
        if !left.ty.accepts(right.ty) {
            return self.incompatible(&left, &right, "take a slice of a protocol to get its bytes: `eth[:]`");
        }
        Some(ExprKind::Contains { quant, left, right })
    }

    pub(super) fn matches(&mut self, quant: Option<Quant>, left: &Operand, right: &Operand) -> Option<ExprKind> {
        let left = self.searched(left, "matches", Operation::Matches);
        let pattern = match &right.kind {
            OperandKind::String { bytes, .. } => match Pattern::new(bytes) {
                Ok(pattern) => Some(pattern),
                Err(why) => {
                    // The engine draws the pattern above what it has to say.
                    let why = why.lines().last().unwrap_or_default().trim_start_matches("error: ");
                    let message = "the regular expression is malformed";
                    let error = Diagnostic::error(codes::PATTERN, right.span, message, why);
                    self.error(error.note("plain text is searched with `contains`; `r\"\\[\"` finds a bracket"))
                }
            },
            OperandKind::Error => None,
            _ => {
                let message = "`matches` needs a regular expression in double quotes";
                let mut error = Diagnostic::error(codes::PATTERN_EXPECTED, right.span, message, "not a quoted string");
                if let OperandKind::Word(word) = &right.kind {
                    error = error.suggest(right.span, format!("\"{word}\""), "put it in quotes");
                }
                self.error(error)
            }
        };
        Some(ExprKind::Matches { quant, left: left?, pattern: pattern? })
    }

    /// The left side of `contains` or `matches`; a field with value names stands for them (rule E45).
    fn searched(&mut self, left: &Operand, word: &str, operation: Operation) -> Option<typed::Operand> {
        if self.is_constant(left) {
            let message = format!("the left side of `{word}` must be a field, slice or function");
            return self.error(Diagnostic::error(codes::FIELD_EXPECTED, left.span, message, "a literal"));
        }
        let mut left = self.operand(left)?;
        if !left.reads_field() {
            return self.constant_test(left.span, true);
        }
        if let typed::OperandKind::Field(read) = &left.kind {
            let numbers = left.ty.is_integer() || left.ty == Type::Boolean;
            if !read.raw && numbers && self.schema.field(read.field).definitions().any(|d| d.has_names()) {
                left.kind = typed::OperandKind::Names(read.clone());
                left.ty = Type::String;
            }
        }
        if left.ty.allows(operation) {
            return Some(left);
        }
        let message = format!("{} cannot be searched with `{word}`", left.ty.words());
        let mut error = Diagnostic::error(codes::OPERATION, left.span, message, left.ty.words());
        if left.ty.is_integer() || matches!(left.ty, Type::Ipv4 | Type::Ipv6) {
            error = error.note("`string(field)` gives its text, `@field` its bytes");
        }
        self.error(error)
    }

    /// L20: a bare name that could be bytes.
    fn name_like_bytes(&mut self, right: &Operand) {
        let OperandKind::Word(word) = &right.kind else { return };
        if word.len() % 2 == 0 && word.bytes().all(|b| b.is_ascii_hexdigit()) {
            let message = format!("`{word}` is the name of a protocol or field here");
            let warning = Diagnostic::warning(codes::NAME_LIKE_BYTES, right.span, message, "not bytes");
            let warning = warning.suggest(right.span, format!("{word}:"), "a colon makes it bytes");
            self.report(warning);
        }
    }
}
