//! `max(…)`: the greatest value.

use std::cmp::Ordering;

use super::{Absent, Argument, Function, Suits, comparable};
use crate::{types::Type, value::Value};

pub(super) static MAX: Function = Function {
    name: "max",
    help: "The greatest of all values of all arguments.",
    examples: &[("max(tcp.srcport, tcp.dstport) > 1024", "the higher port, whichever side it is on")],
    min_args: 1,
    max_args: None,
    argument: Argument::Context,
    absent: Absent::SkipUnlessAll,
    check,
    eval,
};

fn check(args: &[Type]) -> Suits {
    comparable(args)
}

fn eval<'a>(args: &[Vec<Value<'a>>], _types: &[Type]) -> Vec<Value<'a>> {
    let best = args.iter().flatten().reduce(|best, value| match value.order(best) {
        Some(Ordering::Greater) => value,
        _ => best,
    });
    best.cloned().into_iter().collect()
}
