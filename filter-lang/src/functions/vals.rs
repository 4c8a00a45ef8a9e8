//! `vals(f)`: the names of values.

use super::{Absent, Argument, Function, Suits};
use crate::{types::Type, value::Value};

pub(super) static VALS: Function = Function {
    name: "vals",
    help: "The name of a value as in the table of its field, case preserved; values without one are dropped.",
    examples: &[(r#"vals(ip.proto) contains "IC""#, "ICMP and ICMPv6")],
    min_args: 1,
    max_args: Some(1),
    argument: Argument::NamedField,
    absent: Absent::False,
    check,
    eval,
};

fn check(args: &[Type]) -> Suits {
    let _ = args;
    Ok(Type::String)
}

/// Lowering turns the call into a read of the names, so the values are names already.
fn eval<'a>(args: &[Vec<Value<'a>>], _types: &[Type]) -> Vec<Value<'a>> {
    args.first().cloned().unwrap_or_default()
}
