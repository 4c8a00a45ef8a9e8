//! `count(f)`: how often a field occurs.

use super::{Absent, Argument, Function, Suits};
use crate::{types::Type, value::Value};

pub(super) static COUNT: Function = Function {
    name: "count",
    help: "Number of occurrences of a field in the frame; 0 if it is absent.",
    examples: &[("count(ip.src) > 1", "tunnelled packets"), ("count(udp.port) == 0", "frames without UDP")],
    min_args: 1,
    max_args: Some(1),
    argument: Argument::Field,
    absent: Absent::Empty,
    check,
    eval,
};

fn check(args: &[Type]) -> Suits {
    let _ = args;
    Ok(Type::Uint(32))
}

fn eval<'a>(args: &[Vec<Value<'a>>], _types: &[Type]) -> Vec<Value<'a>> {
    vec![Value::Uint(args.first().map_or(0, Vec::len) as u64)]
}
