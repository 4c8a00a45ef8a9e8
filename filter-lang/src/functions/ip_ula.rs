//! `ip_ula(a)`.

use super::{Absent, Argument, Function, Suits, each, only};
use crate::{types::Type, value::Value};

pub(super) static IP_ULA: Function = Function {
    name: "ip_ula",
    help: "Tells whether an IPv6 address is unique local, fc00::/7.",
    examples: &[("ip_ula(ipv6.dst)", "packets to the private network")],
    min_args: 1,
    max_args: Some(1),
    argument: Argument::Of(Type::Ipv6),
    absent: Absent::SkipUnlessAll,
    check,
    eval,
};

fn check(args: &[Type]) -> Suits {
    only(args, |ty| ty == Type::Ipv6, "an IPv6 address").map(|_| Type::Boolean)
}

fn eval<'a>(args: &[Vec<Value<'a>>], _types: &[Type]) -> Vec<Value<'a>> {
    each(args, |value| match value {
        Value::Ipv6 { addr, .. } => Some(Value::Bool(addr >> 121 == 0xfc >> 1)),
        _ => None,
    })
}
