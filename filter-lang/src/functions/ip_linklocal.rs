//! `ip_linklocal(a)`.

use super::{Absent, Argument, Function, Suits, each, only};
use crate::{types::Type, value::Value};

pub(super) static IP_LINKLOCAL: Function = Function {
    name: "ip_linklocal",
    help: "Tells whether an address is link-local: 169.254.0.0/16 or fe80::/10.",
    examples: &[("ip_linklocal(ipv6.src)", "traffic that never leaves the link")],
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
        Value::Ipv4 { addr, .. } => Some(Value::Bool(addr >> 16 == 0xa9fe)),
        Value::Ipv6 { addr, .. } => Some(Value::Bool(addr >> 118 == 0xfe80 >> 6)),
        _ => None,
    })
}
