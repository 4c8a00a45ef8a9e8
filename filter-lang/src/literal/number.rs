//! Integers, booleans and floats.

use super::{Literal, Problem};
use crate::{types::Type, value::Value};

pub(super) fn unsigned(literal: &Literal<'_>, ty: Type) -> Result<Value<'static>, Problem> {
    let bits = u32::from(ty.bits().unwrap_or(64));
    let max = u64::MAX >> (64 - bits);
    let (negative, value) = integer(literal, ty)?;
    if value > max {
        return Err(too_big(literal, i128::from(max)));
    }
    if !negative {
        return Ok(Value::Uint(value));
    }
    // A negative number is smaller than every unsigned one (rule T13); it has to exist, though.
    0i64.checked_sub_unsigned(value).map(Value::Int).ok_or_else(|| too_small(literal, i128::from(i64::MIN)))
}

pub(super) fn signed(literal: &Literal<'_>, bits: u8) -> Result<Value<'static>, Problem> {
    let (negative, value) = integer(literal, Type::Int(bits))?;
    let max = i128::from(i64::MAX >> (64 - u32::from(bits)));
    let number = if negative { -i128::from(value) } else { i128::from(value) };
    match i64::try_from(number) {
        _ if number > max => Err(too_big(literal, max)),
        Ok(number) if i128::from(number) >= -max - 1 => Ok(Value::Int(number)),
        _ => Err(too_small(literal, -max - 1)),
    }
}

pub(super) fn boolean(literal: &Literal<'_>) -> Result<Value<'static>, Problem> {
    match literal {
        Literal::Integer { negative: false, value, .. } => Ok(Value::Bool(*value != 0)),
        Literal::Char(code) => Ok(Value::Bool(*code != 0)),
        Literal::Word(word) if word.eq_ignore_ascii_case("true") => Ok(Value::Bool(true)),
        Literal::Word(word) if word.eq_ignore_ascii_case("false") => Ok(Value::Bool(false)),
        Literal::Integer { .. } | Literal::Float { .. } | Literal::String(_) | Literal::Word(_) => {
            Err(Problem::kind(literal, Type::Boolean, "`True`, `False`, 1 or 0 is expected"))
        }
    }
}

pub(super) fn float(literal: &Literal<'_>, ty: Type) -> Result<Value<'static>, Problem> {
    match literal {
        Literal::Integer { negative, value, .. } => {
            let x = *value as f64;
            Ok(Value::Float(if *negative { -x } else { x }))
        }
        Literal::Float { value, text } => {
            if value.is_infinite() && text.starts_with(|c: char| c.is_ascii_digit()) {
                return Err(Problem::range(format!("`{text}` is too large for a float"), "infinite here"));
            }
            Ok(Value::Float(*value))
        }
        Literal::String(_) | Literal::Char(_) | Literal::Word(_) => {
            Err(Problem::kind(literal, ty, "a number is expected"))
        }
    }
}

/// Sign and magnitude.
fn integer(literal: &Literal<'_>, ty: Type) -> Result<(bool, u64), Problem> {
    match literal {
        Literal::Integer { negative, value, .. } => Ok((*negative, *value)),
        Literal::Char(code) => Ok((false, u64::from(*code))),
        Literal::Float { .. } => {
            let problem = Problem::kind(literal, ty, "a whole number is expected");
            Err(problem.help("convert the field to compare with fractions: `double(field) == 1.5`"))
        }
        Literal::String(_) => Err(Problem::kind(literal, ty, "a number is expected; its values have no names")),
        Literal::Word(word) => {
            let problem = Problem::kind(literal, ty, "a number is expected");
            Err(if word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('-') {
                problem.help("`-` continues a word; write blanks around it to subtract")
            } else if word.len() > 1 && word.starts_with('0') && word.bytes().all(|b| b.is_ascii_digit()) {
                problem.help("a leading 0 makes an octal number")
            } else if word.bytes().all(|b| b.is_ascii_digit()) {
                problem.help("the greatest number is 18446744073709551615")
            } else {
                problem
            })
        }
    }
}

fn too_big(literal: &Literal<'_>, max: i128) -> Problem {
    Problem::range(format!("`{literal}` is too big for this field"), format!("the maximum is {max}"))
}

fn too_small(literal: &Literal<'_>, min: i128) -> Problem {
    Problem::range(format!("`{literal}` is too small for this field"), format!("the minimum is {min}"))
}
