//! `hex(f)`: a number in hexadecimal.

use std::borrow::Cow;

use super::{Absent, Argument, Function, Suits, each, only};
use crate::{types::Type, value::Value};

pub(super) static HEX: Function = Function {
    name: "hex",
    help: "An unsigned number as hexadecimal text as wide as its type, `0x0050`.",
    examples: &[(r#"hex(tcp.dstport) contains "ff""#, "ports with ff in hexadecimal")],
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

fn eval<'a>(args: &[Vec<Value<'a>>], types: &[Type]) -> Vec<Value<'a>> {
    let digits = types.first().and_then(|ty| ty.bits()).map_or(0, |bits| usize::from(bits / 4));
    each(args, |value| Some(Value::Str(Cow::Owned(format!("0x{:0digits$x}", value.as_integer()?).into_bytes()))))
}
