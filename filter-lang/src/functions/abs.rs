//! `abs(x)`: the magnitude.

use super::{Absent, Argument, Function, Suits, each, only};
use crate::{
    types::{Operation, Type},
    value::{Value, arith::negate},
};

pub(super) static ABS: Function = Function {
    name: "abs",
    help: "A number or time without its sign.",
    examples: &[("abs(frame.number - 4) == 1", "the neighbours of frame 4")],
    min_args: 1,
    max_args: Some(1),
    argument: Argument::Context,
    absent: Absent::SkipUnlessAll,
    check,
    eval,
};

fn check(args: &[Type]) -> Suits {
    only(args, |ty| ty.allows(Operation::Negate), "a number or time")
}

fn eval<'a>(args: &[Vec<Value<'a>>], _types: &[Type]) -> Vec<Value<'a>> {
    each(args, |value| {
        let negative = match value {
            Value::Int(n) => *n < 0,
            Value::Float(x) => x.is_sign_negative(),
            Value::Time(t) => *t < 0,
            _ => false,
        };
        if negative { negate(value) } else { Some(value.clone()) }
    })
}
