//! `string(f)`: a field as text.

use std::borrow::Cow;

use super::{Absent, Argument, Function, Suits, each, only};
use crate::{types::Type, value::Value};

pub(super) static STRING: Function = Function {
    name: "string",
    help: "A number or an address as text: decimal, dotted, with colons.",
    examples: &[
        (r#"string(ip.src) matches "^10\\.""#, "a search in the text of addresses"),
        (r#"string(frame.number) matches "^[24]$""#, "frames 2 and 4"),
    ],
    min_args: 1,
    max_args: Some(1),
    argument: Argument::Field,
    absent: Absent::Empty,
    check,
    eval,
};

fn check(args: &[Type]) -> Suits {
    let textual = |ty: Type| match ty {
        Type::None | Type::Boolean | Type::Char | Type::Protocol | Type::Bytes | Type::UintBytes => false,
        _ => !ty.is_string() && !ty.is_time() && ty != Type::Int(24),
    };
    only(args, textual, "a number or an address").map(|_| Type::String)
}

fn eval<'a>(args: &[Vec<Value<'a>>], types: &[Type]) -> Vec<Value<'a>> {
    let ty = types.first().copied().unwrap_or(Type::None);
    each(args, |value| Some(Value::Str(Cow::Owned(value.text(ty).into_bytes()))))
}
