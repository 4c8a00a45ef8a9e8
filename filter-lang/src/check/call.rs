//! Function calls (§17).

use super::{Ctx, operand::Wanted};
use crate::{
    diag::{Diagnostic, codes, similar},
    functions::{self, Argument, Function},
    span::Span,
    syntax::{Operand, OperandKind},
    typed,
    types::Type,
};

impl Ctx<'_> {
    /// A call of which at least one argument has a type.
    pub(super) fn call(&mut self, span: Span, name: &str, name_span: Span, args: &[Operand]) -> Option<typed::Operand> {
        let Some(function) = functions::lookup(name) else {
            return self.unknown_function(name, name_span);
        };
        if !self.arity(span, function, args.len()) {
            return None;
        }
        let args = match function.argument {
            Argument::Field | Argument::NamedField => {
                args.iter().map(|arg| self.field_argument(function, arg)).collect()
            }
            Argument::Of(ty) => args.iter().map(|arg| self.argument(arg, ty)).collect(),
            Argument::Context => self.arguments(args),
        };
        let args: Vec<typed::Operand> = Vec::into_iter(args).collect::<Option<_>>()?;
        let ty = self.result_type(function, &args)?;
        let kind = match (function.argument, args.as_slice()) {
            // `vals(f)` reads the names themselves.
            (Argument::NamedField, [typed::Operand { kind: typed::OperandKind::Field(read), .. }]) => {
                typed::OperandKind::Names(read.clone())
            }
            _ => typed::OperandKind::Call { function, args },
        };
        Some(typed::Operand { span, ty, kind })
    }

    fn unknown_function<T>(&mut self, name: &str, span: Span) -> Option<T> {
        let message = format!("no function `{name}`");
        let mut error = Diagnostic::error(codes::UNKNOWN_FUNCTION, span, message, "unknown function");
        if self.is_field(name) {
            error = error.note(format!("`{name}` is a field, and fields are not called"));
        }
        for similar in similar::names(name, functions::ALL.iter().map(|function| function.name)) {
            error = error.suggest(span, similar, "a function with a similar name exists");
        }
        self.error(error)
    }

    /// Checks the number of arguments (rule F2).
    pub(super) fn arity(&mut self, span: Span, function: &Function, count: usize) -> bool {
        let (min, max) = (function.min_args, function.max_args);
        if count >= min && max.is_none_or(|max| count <= max) {
            return true;
        }
        let wanted = match max {
            Some(max) if max == min => format!("{min}"),
            Some(max) => format!("{min} to {max}"),
            None => format!("at least {min}"),
        };
        let plural = if wanted.ends_with('1') { "" } else { "s" };
        let message = format!("`{}` takes {wanted} argument{plural}", function.name);
        let error = Diagnostic::error(codes::ARGUMENT_COUNT, span, message, format!("{count} given"));
        let example = function.examples.first().map(|(filter, _)| format!("for example `{filter}`"));
        self.report(example.into_iter().fold(error, Diagnostic::note));
        false
    }

    fn field_argument(&mut self, function: &Function, arg: &Operand) -> Option<typed::Operand> {
        if !matches!(arg.kind, OperandKind::Field(_) | OperandKind::Word(_)) {
            let message = format!("only a field can be an argument of `{}`", function.name);
            return self.error(Diagnostic::error(codes::ARGUMENT, arg.span, message, "not a field"));
        }
        let (read, ty) = self.field(arg)?;
        if function.argument == Argument::NamedField && (read.raw || !self.schema.field(read.field).has_names()) {
            let message = format!("the values of `{}` have no names", self.schema.field(read.field).name);
            return self.error(Diagnostic::error(codes::ARGUMENT, arg.span, message, "a field without value names"));
        }
        Some(typed::Operand { span: arg.span, ty, kind: typed::OperandKind::Field(read) })
    }

    /// An argument whose literals become of type `ty`; a bare word is rather a misspelt field.
    fn argument(&mut self, arg: &Operand, ty: Type) -> Option<typed::Operand> {
        if self.is_constant(arg) { self.constant(arg, Wanted::of(ty)) } else { self.operand(arg) }
    }

    /// Arguments whose literals take the type of the first that has one (rule T8).
    fn arguments(&mut self, args: &[Operand]) -> Vec<Option<typed::Operand>> {
        let mut checked: Vec<_> =
            args.iter().map(|arg| if self.may_be_literal(arg) { None } else { Some(self.operand(arg)) }).collect();
        let first = checked.iter().flatten().flatten().map(|arg| arg.ty).next();
        for (slot, arg) in checked.iter_mut().zip(args) {
            if slot.is_none() {
                *slot = Some(first.and_then(|ty| self.constant(arg, Wanted::of(ty))));
            }
        }
        checked.into_iter().map(Option::flatten).collect()
    }

    /// The type of a call's result, if the arguments suit.
    pub(super) fn result_type(&mut self, function: &Function, args: &[typed::Operand]) -> Option<Type> {
        let types: Vec<_> = args.iter().map(|arg| arg.ty).collect();
        match (function.check)(&types) {
            Ok(ty) => Some(ty),
            Err((index, label)) => {
                let span = args.get(index).map(|arg| arg.span).unwrap_or_default();
                let message = format!("the argument does not suit `{}`", function.name);
                self.error(Diagnostic::error(codes::ARGUMENT, span, message, label))
            }
        }
    }
}
