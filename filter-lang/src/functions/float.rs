//! `float(x)`: a single-precision number.

use super::{Absent, Argument, Function, Suits, each, only};
use crate::{types::Type, value::Value};

pub(super) static FLOAT: Function = Function {
    name: "float",
    help: "A number, boolean or time (in seconds) as a single-precision float.",
    examples: &[("float(ip.len) / 2 > 100.5", "arithmetic with fractions")],
    min_args: 1,
    max_args: Some(1),
    argument: Argument::Of(Type::Double),
    absent: Absent::False,
    check,
    eval,
};

fn check(args: &[Type]) -> Suits {
    let numeric = |ty: Type| ty.is_integer() || ty.is_float() || ty.is_time() || ty == Type::Boolean;
    only(args, numeric, "a number, boolean or time").map(|_| Type::Float)
}

fn eval<'a>(args: &[Vec<Value<'a>>], _types: &[Type]) -> Vec<Value<'a>> {
    each(args, |value| Some(Value::Float(f64::from(value.as_float()? as f32))))
}
