//! Names: of fields (rules L18, L20, M6) and of their values (rules E42–E46).

use std::collections::BTreeSet;

use super::Ctx;
use crate::{
    diag::{Diagnostic, Severity, codes, similar},
    ir::Read,
    literal::Literal,
    schema::{Field, FieldId, Names, Values},
    span::Span,
    syntax::{FieldRef, Operand, OperandKind},
    typed,
    types::Type,
    value::Value,
};

/// Tells whether a word has the form of a field name (rule L3); one of digits and dots is rather a literal.
fn name_shaped(word: &str) -> bool {
    let segment = |s: &str| {
        s.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
            && s.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
    };
    word.split('.').all(segment) && !word.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

impl Ctx<'_> {
    /// Tells whether a word stands for a field.
    pub(super) fn is_field(&self, word: &str) -> bool {
        self.schema.resolve(word).is_some()
    }

    /// Tells whether a word that must be a name if it can be one is a literal.
    pub(super) fn is_literal_word(&self, word: &str) -> bool {
        !self.is_field(word) && (!name_shaped(word) || super::constant::special_float(word).is_some())
    }

    /// Resolves an operand that must be a field.
    pub(super) fn field(&mut self, operand: &Operand) -> Option<(Read, Type)> {
        match &operand.kind {
            OperandKind::Word(word) if self.is_literal_word(word) => {
                let message = format!("`{word}` is not a field");
                self.error(Diagnostic::error(codes::FIELD_EXPECTED, operand.span, message, "a field is expected"))
            }
            OperandKind::Word(word) => {
                let id = self.resolve(word, operand.span)?;
                Some((Read { field: id, raw: false, layers: None }, self.schema.field(id).ty))
            }
            OperandKind::Field(field) => self.field_ref(field),
            _ => self.error(Diagnostic::error(
                codes::FIELD_EXPECTED,
                operand.span,
                "only a field may stand here",
                "not a field",
            )),
        }
    }

    /// Resolves a field with what was written around it.
    pub(super) fn field_ref(&mut self, field: &FieldRef) -> Option<(Read, Type)> {
        let id = self.resolve(&field.name, field.name_span)?;
        let layers = self.layers(field);
        let ty = if field.raw { Type::Bytes } else { self.schema.field(id).ty }; // E30
        Some((Read { field: id, raw: field.raw, layers }, ty))
    }

    fn resolve(&mut self, name: &str, span: Span) -> Option<FieldId> {
        let Some(found) = self.schema.resolve(name) else {
            return self.unknown_field(name, span);
        };
        if let Some(alias) = found.deprecated {
            let new = self.schema.field(found.id).name;
            let message = format!("`{}` is now called `{}`", alias.name, alias.target);
            let warning = Diagnostic::warning(codes::DEPRECATED_NAME, span, message, "deprecated name");
            self.report(warning.suggest(span, new, "use the new name"));
        }
        Some(found.id)
    }

    fn unknown_field<T>(&mut self, name: &str, span: Span) -> Option<T> {
        let protocol = name.split_once('.').map(|(protocol, _)| protocol).filter(|protocol| self.is_field(protocol));
        let (message, label) = match protocol {
            Some(protocol) => (format!("no field `{name}`"), format!("not a field of `{protocol}`")),
            None => (format!("no field or protocol `{name}`"), "unknown name".to_owned()),
        };
        let mut error = Diagnostic::error(codes::UNKNOWN_FIELD, span, message, label);
        if let Some((field, rest)) = name.rsplit_once('-').filter(|(field, _)| self.is_field(field)) {
            error = error.suggest(span, format!("{field} - {rest}"), "blanks make `-` a minus sign");
            return self.error(error);
        }
        let error = self.suggest_fields(error, name, span);
        self.error(error)
    }

    fn suggest_fields(&self, mut error: Diagnostic, name: &str, span: Span) -> Diagnostic {
        // A search through all names is not for errors that nobody sees.
        if self.enough(Severity::Error) {
            return error;
        }
        for similar in similar::names(name, self.schema.fields().map(|(_, field)| field.name)) {
            error = error.suggest(span, similar, "a field with a similar name exists");
        }
        error
    }

    /// A literal that will not do, and may be the misspelt name of a protocol's field.
    pub(super) fn suggest_field(&self, error: Diagnostic, word: &str, span: Span) -> Diagnostic {
        match word.split_once('.') {
            Some((protocol, _)) if name_shaped(word) && self.is_field(protocol) => {
                self.suggest_fields(error, word, span)
            }
            _ => error,
        }
    }

    /// The value a word or string names among those of `field`; `Ok(None)`: the field's values have no names.
    pub(super) fn value_name(
        &mut self,
        literal: &Literal<'_>,
        field: FieldId,
        span: Span,
    ) -> Result<Option<typed::OperandKind>, ()> {
        let text: &[u8] = match literal {
            Literal::String(bytes) => bytes,
            Literal::Word(word) => word.as_bytes(),
            Literal::Integer { .. } | Literal::Float { .. } | Literal::Char(_) => return Ok(None),
        };
        let declared = self.schema.field(field);
        if declared.ty == Type::Boolean {
            return self.boolean_word(literal, text, declared.name, declared.bool_words(), span);
        }
        if !declared.ty.is_integer() || declared.definitions().all(|d| matches!(d.names, Names::None)) {
            return Ok(None);
        }
        let found = value_of(declared, text);
        if found.is_none() {
            let error = unknown_value(declared, text, span);
            self.report(error);
            return Err(());
        }
        if let Literal::Word(word) = literal {
            let message = format!("`{word}` names a value and stands without quotes");
            let warning = Diagnostic::warning(codes::UNQUOTED_VALUE_NAME, span, message, "deprecated form");
            self.report(warning.suggest(span, format!("\"{word}\""), "put it in quotes"));
        }
        Ok(found.map(|value| typed::OperandKind::ValueName { text: text.to_vec(), value }))
    }

    /// E46: the words of a boolean in any case; `true` and `false` only without quotes.
    fn boolean_word(
        &mut self,
        literal: &Literal<'_>,
        text: &[u8],
        field: &str,
        (yes, no): (&str, &str),
        span: Span,
    ) -> Result<Option<typed::OperandKind>, ()> {
        let value = |b| Ok(Some(typed::OperandKind::Literal(Value::Bool(b))));
        if text.eq_ignore_ascii_case(yes.as_bytes()) {
            return value(true);
        }
        if text.eq_ignore_ascii_case(no.as_bytes()) {
            return value(false);
        }
        if let Literal::Word(word) = literal
            && (word.eq_ignore_ascii_case("true") || word.eq_ignore_ascii_case("false"))
        {
            return Ok(None);
        }
        let message = format!("`{literal}` is no value of `{field}`");
        let label = format!("`\"{yes}\"` or `\"{no}\"` is expected");
        let mut error = Diagnostic::error(codes::VALUE_NAME, span, message, label);
        let plain = [("True", true), ("False", false)];
        if let Some((word, _)) = plain.iter().find(|(word, _)| text.eq_ignore_ascii_case(word.as_bytes())) {
            error = error.suggest(span, *word, "without quotes it is a truth value");
        }
        self.report(error);
        Err(())
    }
}

/// `Some(Some(value))`: one value has this name; `Some(None)`: several have, or only the formatter knows;
/// `None`: no value has.
fn value_of(field: &Field, name: &[u8]) -> Option<Option<Value<'static>>> {
    let mut numbers = BTreeSet::new();
    let mut tables = 0;
    let mut format = false;
    for definition in field.definitions() {
        match definition.names {
            Names::Table(table) => {
                tables += 1;
                numbers.extend(table.named(name));
            }
            Names::Format(_) => format = true,
            Names::None | Names::Bool(..) => {}
        }
    }
    let mut numbers = numbers.into_iter();
    match (numbers.next(), numbers.next()) {
        // E44: with several tables the number may be called otherwise in another.
        (Some((low, high)), None) if low == high && tables == 1 && !format => Some(Some(number(field.ty, low))),
        (Some(_), _) => Some(None),
        (None, _) => format.then_some(None),
    }
}

/// A number of a table as a value of the field; tables hold the bits of negative ones.
fn number(ty: Type, number: u64) -> Value<'static> {
    match ty {
        Type::Int(bits) => {
            let unused = 64 - u32::from(bits);
            Value::Int((number << unused) as i64 >> unused)
        }
        _ => Value::Uint(number),
    }
}

fn unknown_value(field: &Field, text: &[u8], span: Span) -> Diagnostic {
    let text = String::from_utf8_lossy(text);
    let message = format!("no value of `{}` is called `{text}`", field.name);
    let mut error = Diagnostic::error(codes::VALUE_NAME, span, message, "unknown value name");
    let table = |names| match names {
        Names::Table(Values { ranges }) => ranges,
        Names::None | Names::Bool(..) | Names::Format(_) => &[][..],
    };
    let names = || field.definitions().flat_map(|d| table(d.names)).map(|row| row.2);
    let mut shown: Vec<_> = names().take(6).map(|name| format!("\"{name}\"")).collect();
    for name in similar::names(&text, names()) {
        error = error.suggest(span, format!("\"{name}\""), "a value with a similar name exists");
    }
    if !error.suggestions.is_empty() || shown.is_empty() {
        return error;
    }
    if shown.len() == 6 {
        shown.pop();
        shown.push("…".to_owned());
    }
    error.note(format!("its values are called {}", shown.join(", ")))
}
