//! `upper(x)`: upper-case text.

use std::borrow::Cow;

use super::{Absent, Argument, Function, Suits, each, only};
use crate::{types::Type, value::Value};

pub(super) static UPPER: Function = Function {
    name: "upper",
    help: "The text with its ASCII letters in upper case.",
    examples: &[("upper(http.host) contains \"EXAMPLE\"", "a host in any spelling")],
    min_args: 1,
    max_args: Some(1),
    argument: Argument::Of(Type::String),
    absent: Absent::Empty,
    check,
    eval,
};

fn check(args: &[Type]) -> Suits {
    only(args, Type::is_string, "a string").map(|_| Type::String)
}

fn eval<'a>(args: &[Vec<Value<'a>>], _types: &[Type]) -> Vec<Value<'a>> {
    each(args, |value| match value {
        Value::Str(text) => Some(Value::Str(Cow::Owned(text.to_ascii_uppercase()))),
        _ => None,
    })
}
