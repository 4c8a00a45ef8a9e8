//! Constants: literals take the type that is wanted, and are combined at once (rules T7, T8, E41).

use super::{Ctx, operand::Wanted};
use crate::{
    diag::{Diagnostic, codes},
    functions,
    literal::{self, Literal},
    span::Span,
    syntax::{ArithOp, Operand, OperandKind},
    typed,
    types::{Operation, Type},
    value::{Value, arith},
};

/// Reads `inf`, `infinity`, `nan`, `nan(tag)` in any case (rule L7).
pub(super) fn special_float(word: &str) -> Option<f64> {
    if word.eq_ignore_ascii_case("inf") || word.eq_ignore_ascii_case("infinity") {
        return Some(f64::INFINITY);
    }
    let nan = word.eq_ignore_ascii_case("nan")
        || word.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("nan(")) && word.ends_with(')');
    nan.then_some(f64::NAN)
}

impl Ctx<'_> {
    /// Checks an operand that has only literals.
    pub(super) fn constant(&mut self, operand: &Operand, wanted: Wanted) -> Option<typed::Operand> {
        let span = operand.span;
        let literal = match &operand.kind {
            OperandKind::Integer { value, text } => Literal::Integer { negative: false, value: *value, text },
            OperandKind::Float { value, text } => Literal::Float { value: *value, text },
            OperandKind::String { bytes, .. } => Literal::String(bytes),
            OperandKind::Char(code) => Literal::Char(*code),
            OperandKind::Word(word) => match special_float(word) {
                Some(value) if wanted.ty.is_float() => Literal::Float { value, text: word },
                _ => Literal::Word(word),
            },
            OperandKind::Negate(inner) => return self.negated(span, inner, wanted),
            OperandKind::Plus(inner) => return self.constant(inner, Wanted { field: None, ..wanted }),
            OperandKind::Binary { op, op_span, left, right } => {
                return self.folded(span, (*op, *op_span), left, right, wanted.ty);
            }
            OperandKind::Call { name, args, .. } => return self.constant_call(span, name, args, wanted),
            OperandKind::Field(_) | OperandKind::Reference(_) | OperandKind::Slice { .. } => {
                return self.operand(operand);
            }
            OperandKind::Error => return None,
        };
        self.literal(span, &literal, wanted)
    }

    fn literal(&mut self, span: Span, literal: &Literal<'_>, wanted: Wanted) -> Option<typed::Operand> {
        if let Some(field) = wanted.field
            && let Some(kind) = self.value_name(literal, field, span).ok()?
        {
            return Some(typed::Operand { span, ty: wanted.ty, kind });
        }
        match literal::convert(literal, wanted.ty, wanted.partial) {
            Ok(value) => Some(value_operand(span, wanted.ty, value)),
            Err(problem) => {
                let mut error = Diagnostic::error(problem.code, span, problem.message, problem.label);
                error.notes.extend(problem.help.map(String::from));
                if let Some((text, why)) = problem.fix {
                    error = error.suggest(span, text, why);
                }
                if let Literal::Word(word) = literal {
                    error = self.suggest_field(error, word, span);
                }
                self.error(error)
            }
        }
    }

    /// Unary minus: part of an integer, so that the least number of a type can be written.
    fn negated(&mut self, span: Span, inner: &Operand, wanted: Wanted) -> Option<typed::Operand> {
        let wanted = Wanted { field: None, ..wanted };
        if !wanted.ty.allows(Operation::Negate) {
            let message = format!("{} has no sign", wanted.ty.words());
            return self.error(Diagnostic::error(codes::OPERATION, span, message, "negative"));
        }
        if let OperandKind::Integer { value, text } = &inner.kind {
            let literal = Literal::Integer { negative: true, value: *value, text };
            return self.literal(span, &literal, wanted);
        }
        let inner = self.constant(inner, wanted)?;
        let value = constant_value(&inner).and_then(arith::negate);
        self.folded_value(span, wanted.ty, value, "the result does not exist in 64 bits")
    }

    fn folded(
        &mut self,
        span: Span,
        (op, op_span): (ArithOp, Span),
        left: &Operand,
        right: &Operand,
        ty: Type,
    ) -> Option<typed::Operand> {
        if !self.allows(op, op_span, ty, span) {
            return None;
        }
        let left = self.constant(left, Wanted::of(ty));
        let right = match op {
            ArithOp::Multiply | ArithOp::Divide if ty.is_time() => self.factor(right),
            _ => self.constant(right, Wanted::of(ty)),
        };
        let (left, right) = (left?, right?);
        let (a, b) = (constant_value(&left)?, constant_value(&right)?);
        let zero = matches!(op, ArithOp::Divide | ArithOp::Modulo) && b.as_integer() == Some(0);
        let why = if zero { "division by zero" } else { "the result does not exist in 64 bits" };
        self.folded_value(span, ty, arith::combine(op, a, b), why)
    }

    /// Checks the range of a combined value (rule E41).
    fn folded_value(
        &mut self,
        span: Span,
        ty: Type,
        value: Option<Value<'static>>,
        why: &str,
    ) -> Option<typed::Operand> {
        let Some(value) = value else {
            let message = "the constant expression has no result";
            return self.error(Diagnostic::error(codes::ARITHMETIC, span, message, why));
        };
        if let (Some(bits), Some(number)) = (ty.bits(), value.as_integer()) {
            let bits = u32::from(bits);
            let (least, most) = match ty {
                Type::Int(_) => (-1i128 << (bits - 1), (1i128 << (bits - 1)) - 1),
                _ => (i128::from(i64::MIN), (1i128 << bits) - 1),
            };
            if !(least..=most).contains(&number) {
                let message = format!("{number} is out of the range of this field");
                return self.error(Diagnostic::error(codes::RANGE, span, message, format!("the maximum is {most}")));
            }
        }
        Some(value_operand(span, ty, value))
    }

    /// What a time is multiplied with or divided by: a number (rule E38).
    pub(super) fn factor(&mut self, operand: &Operand) -> Option<typed::Operand> {
        let ty = match kind_of_number(operand) {
            Some(Number::Integer) => Type::Int(64),
            Some(Number::Float) => Type::Double,
            None => {
                let message = "a time can be scaled by a number only";
                return self.error(Diagnostic::error(codes::INCOMPATIBLE, operand.span, message, "not a number"));
            }
        };
        self.constant(operand, Wanted::of(ty))
    }

    /// A call of literals: computed here.
    fn constant_call(&mut self, span: Span, name: &str, args: &[Operand], wanted: Wanted) -> Option<typed::Operand> {
        let function = functions::lookup(name)?;
        if !self.arity(span, function, args.len()) {
            return None;
        }
        let wanted = Wanted { field: None, ..wanted };
        let args: Vec<_> = args.iter().map(|arg| self.constant(arg, wanted)).collect();
        let args: Vec<_> = args.into_iter().collect::<Option<_>>()?;
        let ty = self.result_type(function, &args)?;
        let types: Vec<_> = args.iter().map(|arg| arg.ty).collect();
        let lists: Vec<_> = args.iter().filter_map(|arg| constant_value(arg).cloned()).map(|v| vec![v]).collect();
        let value = (function.eval)(&lists, &types).pop();
        self.folded_value(span, ty, value, "the function gives nothing")
    }
}

fn value_operand(span: Span, ty: Type, value: Value<'static>) -> typed::Operand {
    typed::Operand { span, ty, kind: typed::OperandKind::Literal(value) }
}

/// The value of a literal.
pub(super) fn constant_value(operand: &typed::Operand) -> Option<&Value<'static>> {
    match &operand.kind {
        typed::OperandKind::Literal(value) => Some(value),
        _ => None,
    }
}

enum Number {
    Integer,
    Float,
}

fn kind_of_number(operand: &Operand) -> Option<Number> {
    match &operand.kind {
        OperandKind::Integer { .. } | OperandKind::Char(_) => Some(Number::Integer),
        OperandKind::Float { .. } => Some(Number::Float),
        OperandKind::Word(word) => special_float(word).map(|_| Number::Float),
        OperandKind::Negate(inner) | OperandKind::Plus(inner) => kind_of_number(inner),
        OperandKind::Binary { left, right, .. } => match (kind_of_number(left)?, kind_of_number(right)?) {
            (Number::Integer, Number::Integer) => Some(Number::Integer),
            (Number::Integer | Number::Float, Number::Integer | Number::Float) => Some(Number::Float),
        },
        OperandKind::Field(_)
        | OperandKind::Reference(_)
        | OperandKind::String { .. }
        | OperandKind::Call { .. }
        | OperandKind::Slice { .. }
        | OperandKind::Error => None,
    }
}
