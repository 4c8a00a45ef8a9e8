//! Literals become values of the type the other operand asks for (dfilter-semantics §6).

mod bytes;
mod ip;
mod time;

use std::borrow::Cow;

use crate::{
    diag::codes,
    schema::{Field, Names},
    syntax::OperandKind,
    types::Type,
    value::Value,
};

/// What a literal became.
#[derive(Debug)]
pub enum Converted {
    /// A value of the type.
    Value(Value<'static>),
    /// A value name that several numbers share: the *names* are compared, in lower case (rule E42).
    Name(String),
}

/// Why a literal will not do.
#[derive(Debug)]
pub struct Bad {
    /// Code of the diagnostic.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do, if known.
    pub note: Option<String>,
}

impl Bad {
    fn new(text: &str, ty: Type) -> Self {
        let message = format!("`{text}` is not {}", ty.words());
        Self { code: codes::LITERAL, message, note: None }
    }

    fn range(text: &str, ty: Type, limit: impl std::fmt::Display) -> Self {
        let message = format!("`{text}` does not fit {}", ty.words());
        Self { code: codes::OUT_OF_RANGE, message, note: Some(format!("the limit is {limit}")) }
    }

    fn note(mut self, note: &str) -> Self {
        self.note = Some(note.to_owned());
        self
    }
}

/// Converts a literal operand to a value of type `ty`; `field` supplies value names, `partial` allows short addresses
/// (`contains`).
pub fn convert(literal: &OperandKind, ty: Type, field: Option<&Field>, partial: bool) -> Result<Converted, Bad> {
    let plain = match plain(literal, ty, partial) {
        Ok(value) => return Ok(Converted::Value(value)),
        Err(bad) => bad,
    };
    let text = match literal {
        OperandKind::String { bytes, .. } => String::from_utf8_lossy(bytes).into_owned(),
        OperandKind::Word(text) => text.clone(),
        _ => return Err(plain),
    };
    let Some(field) = field else { return Err(plain) };
    by_name(&text, ty, field).unwrap_or(Err(plain))
}

/// Looks a value name up; `None` when the field has no names.
fn by_name(text: &str, ty: Type, field: &Field) -> Option<Result<Converted, Bad>> {
    let unknown = |known: Vec<&'static str>| {
        let near = crate::diag::similar::nearest(text, known.iter().copied());
        let hint = if near.is_empty() { known.into_iter().take(3).collect() } else { near };
        let note = format!(
            "known names are, for example, {}",
            hint.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ")
        );
        let message = format!("`{text}` is no value of `{}`", field.name);
        Err(Bad { code: codes::UNKNOWN_VALUE, message, note: Some(note) })
    };
    match field.names {
        Names::None => None,
        Names::Format(_) => Some(Ok(Converted::Name(text.to_ascii_lowercase()))),
        Names::Bool(yes, no) => Some(match text {
            _ if text.eq_ignore_ascii_case(yes) => Ok(Converted::Value(Value::Bool(true))),
            _ if text.eq_ignore_ascii_case(no) => Ok(Converted::Value(Value::Bool(false))),
            _ => unknown(vec![yes, no]),
        }),
        Names::Table(values) => {
            let mut rows = values.ranges.iter().filter(|row| row.2.eq_ignore_ascii_case(text));
            Some(match (rows.next(), rows.next()) {
                (Some((low, high, _)), None) if low == high => {
                    let signed = matches!(ty, Type::Int(_));
                    Ok(Converted::Value(if signed { Value::Int(low.cast_signed()) } else { Value::Uint(*low) }))
                }
                (Some(_), _) => Ok(Converted::Name(text.to_ascii_lowercase())),
                (None, _) => unknown(values.ranges.iter().map(|row| row.2).collect()),
            })
        }
    }
}

fn plain(literal: &OperandKind, ty: Type, partial: bool) -> Result<Value<'static>, Bad> {
    let owned = |bytes: Vec<u8>| Value::Bytes(Cow::Owned(bytes));
    match literal {
        OperandKind::Integer { value, text } => number(*value, text, ty),
        OperandKind::Float { value, text } => match ty {
            Type::Float | Type::Double | Type::Ieee11073Sfloat | Type::Ieee11073Float => Ok(Value::Float(*value)),
            Type::RelativeTime | Type::AbsoluteTime => {
                time::seconds(text).map(Value::Time).ok_or_else(|| Bad::new(text, ty))
            }
            _ => Err(Bad::new(text, ty)),
        },
        OperandKind::Char(code) => match ty {
            Type::Char | Type::Uint(_) | Type::Framenum => number((*code).into(), &code.to_string(), ty),
            Type::Int(_) => Ok(Value::Int((*code).into())),
            Type::Boolean => Ok(Value::Bool(*code != 0)),
            Type::String => Ok(Value::Str(Cow::Owned(one_char(*code)))),
            Type::Bytes => Ok(owned(one_char(*code))),
            Type::Protocol => Ok(Value::Protocol { bytes: Cow::Owned(one_char(*code)), text: "" }),
            _ => Err(Bad::new("a character", ty)),
        },
        OperandKind::String { bytes, .. } => string(bytes, ty),
        OperandKind::Word(text) => word(text, ty, partial),
        _ => Err(Bad::new("this", ty)),
    }
}

fn one_char(code: u32) -> Vec<u8> {
    match (u8::try_from(code), char::from_u32(code)) {
        (Ok(byte), _) => vec![byte],
        (Err(_), Some(c)) => c.to_string().into_bytes(),
        (Err(_), None) => Vec::new(),
    }
}

/// An integer token; `negative` ones come through [`negate`].
fn number(value: u64, text: &str, ty: Type) -> Result<Value<'static>, Bad> {
    match ty {
        Type::Uint(_) | Type::Char | Type::Framenum | Type::Ipxnet => {
            let max = u64::MAX >> (64 - u32::from(ty.bits().unwrap_or(64)));
            if value <= max { Ok(Value::Uint(value)) } else { Err(Bad::range(text, ty, max)) }
        }
        Type::Int(bits) => {
            let max = i64::MAX >> (64 - u32::from(bits));
            match i64::try_from(value) {
                Ok(n) if n <= max => Ok(Value::Int(n)),
                _ => Err(Bad::range(text, ty, max)),
            }
        }
        Type::Boolean => Ok(Value::Bool(value != 0)),
        Type::Float | Type::Double | Type::Ieee11073Sfloat | Type::Ieee11073Float => Ok(Value::Float(value as f64)),
        Type::AbsoluteTime | Type::RelativeTime => Ok(Value::Time(i128::from(value) * 1_000_000_000)),
        Type::Bytes => match u8::try_from(value) {
            Ok(byte) => Ok(Value::Bytes(Cow::Owned(vec![byte]))),
            Err(_) => Err(Bad::range(text, ty, 255).note("a number stands for one byte; write `aa:bb` for several")),
        },
        Type::Eui64 => Ok(Value::Bytes(Cow::Owned(value.to_be_bytes().to_vec()))),
        _ => Err(Bad::new(text, ty)),
    }
}

/// The negative of a number token, range-checked.
pub fn negate(literal: &OperandKind, ty: Type) -> Result<Value<'static>, Bad> {
    match (literal, ty) {
        (OperandKind::Integer { value, text }, Type::Int(bits)) => {
            let min = i64::MIN >> (64 - u32::from(bits));
            match i128::from(*value).checked_neg().and_then(|n| i64::try_from(n).ok()) {
                Some(n) if n >= min => Ok(Value::Int(n)),
                _ => Err(Bad::range(&format!("-{text}"), ty, min)),
            }
        }
        // Compared mathematically with an unsigned field (rule T13).
        (OperandKind::Integer { value, .. }, ty) if ty.is_unsigned() => {
            Ok(Value::Int(i64::try_from(-i128::from(*value)).unwrap_or(i64::MIN)))
        }
        _ => match plain(literal, ty, false)? {
            Value::Float(x) => Ok(Value::Float(-x)),
            Value::Time(t) => Ok(Value::Time(-t)),
            _ => Err(Bad::new("a negative number", ty)),
        },
    }
}

fn string(bytes: &[u8], ty: Type) -> Result<Value<'static>, Bad> {
    let text = String::from_utf8_lossy(bytes);
    match ty {
        Type::String => Ok(Value::Str(Cow::Owned(bytes.to_vec()))),
        Type::Ax25 => Ok(Value::Str(Cow::Owned(bytes.to_ascii_uppercase()))),
        Type::Bytes => Ok(Value::Bytes(Cow::Owned(bytes.to_vec()))),
        Type::Protocol => Ok(Value::Protocol { bytes: Cow::Owned(bytes.to_vec()), text: "" }),
        Type::AbsoluteTime => time::absolute(&text).map(Value::Time).map_err(|why| Bad::new(&text, ty).note(&why)),
        _ => {
            let bad = Bad::new(&format!("\"{text}\""), ty);
            Err(if word(&text, ty, false).is_ok() { bad.note("write it without quotes") } else { bad })
        }
    }
}

fn word(text: &str, ty: Type, partial: bool) -> Result<Value<'static>, Bad> {
    let bad = || Bad::new(text, ty);
    let sequence = || bytes::parse(text).ok_or_else(bad);
    let exactly = |n: usize| {
        let bytes = sequence()?;
        match bytes.len() {
            len if len == n || (partial && len < n) => Ok(Value::Bytes(Cow::Owned(bytes))),
            len => Err(bad().note(&format!("{n} bytes are needed, here are {len}"))),
        }
    };
    match ty {
        Type::String => Ok(Value::Str(Cow::Owned(text.as_bytes().to_vec()))),
        Type::Ax25 => Ok(Value::Str(Cow::Owned(text.to_ascii_uppercase().into_bytes()))),
        Type::Bytes | Type::UintBytes => Ok(Value::Bytes(Cow::Owned(sequence()?))),
        Type::Protocol => Ok(Value::Protocol { bytes: Cow::Owned(sequence()?), text: "" }),
        Type::Ether | Type::Vines => exactly(6),
        Type::Eui64 => exactly(8),
        Type::Fcwwn | Type::SystemId => match sequence()? {
            bytes if bytes.len() <= 8 => Ok(Value::Bytes(Cow::Owned(bytes))),
            _ => Err(bad()),
        },
        Type::Oid | Type::RelOid => {
            bytes::oid(text, ty == Type::RelOid).map(|b| Value::Bytes(Cow::Owned(b))).ok_or_else(bad)
        }
        Type::Ipv4 => ip::v4(text).map_err(|note| bad().note(note)),
        Type::Ipv6 => ip::v6(text).map_err(|note| bad().note(note)),
        Type::Guid => bytes::guid(text).map(Value::Guid).ok_or_else(bad),
        Type::Boolean if text.eq_ignore_ascii_case("true") => Ok(Value::Bool(true)),
        Type::Boolean if text.eq_ignore_ascii_case("false") => Ok(Value::Bool(false)),
        Type::AbsoluteTime => time::absolute(text).map(Value::Time).map_err(|why| bad().note(&why)),
        _ => Err(bad()),
    }
}

#[cfg(test)]
mod tests;
