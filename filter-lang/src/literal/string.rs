//! Strings and AX.25 call signs.

use std::borrow::Cow;

use super::{Literal, Problem, char_bytes};
use crate::{types::Type, value::Value};

pub(super) fn string(literal: &Literal<'_>) -> Result<Value<'static>, Problem> {
    let bytes = match literal {
        Literal::String(bytes) => bytes.to_vec(),
        Literal::Word(word) => word.as_bytes().to_vec(),
        Literal::Char(code) => char_bytes(*code),
        Literal::Integer { .. } | Literal::Float { .. } => {
            let problem = Problem::kind(literal, Type::String, "a number is no string");
            return Err(problem.fix(format!("\"{literal}\""), "text has quotes"));
        }
    };
    Ok(Value::Str(Cow::Owned(bytes)))
}

/// A call sign of 1–6 letters and digits with an optional `-0`…`-15`, upper-cased.
pub(super) fn call_sign(literal: &Literal<'_>) -> Result<Value<'static>, Problem> {
    let problem =
        || Problem::kind(literal, Type::Ax25, "1–6 letters or digits and an optional `-0`…`-15` are expected");
    let text = match literal {
        Literal::String(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Literal::Word(word) => (*word).to_owned(),
        Literal::Integer { .. } | Literal::Float { .. } | Literal::Char(_) => return Err(problem()),
    };
    let (sign, ssid) = text.split_once('-').unwrap_or((&text, "0"));
    let good = matches!(sign.len(), 1..=6)
        && sign.bytes().all(|b| b.is_ascii_alphanumeric())
        && ssid.len() <= 2
        && ssid.parse::<u8>().is_ok_and(|n| n <= 15);
    if good { Ok(Value::Str(Cow::Owned(text.to_ascii_uppercase().into_bytes()))) } else { Err(problem()) }
}
