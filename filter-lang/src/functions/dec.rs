//! `dec(f)`: a number in decimal.

use std::borrow::Cow;

use super::{Absent, Argument, Function, Suits, each, only};
use crate::{types::Type, value::Value};

pub(super) static DEC: Function = Function {
    name: "dec",
    help: "An unsigned number as decimal text.",
    examples: &[(r#"dec(tcp.dstport) matches "^80""#, "ports that begin with 80")],
    min_args: 1,
    max_args: Some(1),
    argument: Argument::Field,
    absent: Absent::Empty,
    check,
    eval,
};

fn check(args: &[Type]) -> Suits {
    only(args, Type::is_unsigned, "an unsigned number").map(|_| Type::String)
}

fn eval<'a>(args: &[Vec<Value<'a>>], _types: &[Type]) -> Vec<Value<'a>> {
    each(args, |value| Some(Value::Str(Cow::Owned(value.as_integer()?.to_string().into_bytes()))))
}
