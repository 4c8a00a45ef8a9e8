//! `ip_multicast(a)`.

use super::{Absent, Argument, Function, Suits, each, only};
use crate::{types::Type, value::Value};

pub(super) static IP_MULTICAST: Function = Function {
    name: "ip_multicast",
    help: "Tells whether an address is a group: 224.0.0.0/4 or ff00::/8.",
    examples: &[("ip_multicast(ip.dst)", "packets to groups")],
    min_args: 1,
    max_args: Some(1),
    argument: Argument::Of(Type::Ipv4),
    absent: Absent::SkipUnlessAll,
    check,
    eval,
};

fn check(args: &[Type]) -> Suits {
    only(args, |ty| matches!(ty, Type::Ipv4 | Type::Ipv6), "an IP address").map(|_| Type::Boolean)
}

fn eval<'a>(args: &[Vec<Value<'a>>], _types: &[Type]) -> Vec<Value<'a>> {
    each(args, |value| match value {
        Value::Ipv4 { addr, .. } => Some(Value::Bool(addr >> 28 == 0xe)),
        Value::Ipv6 { addr, .. } => Some(Value::Bool(addr >> 120 == 0xff)),
        _ => None,
    })
}
