//! `ip_rfc1918(a)`.

use super::{Absent, Argument, Function, Suits, each, only};
use crate::{types::Type, value::Value};

pub(super) static IP_RFC1918: Function = Function {
    name: "ip_rfc1918",
    help: "Tells whether an IPv4 address is private: 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.",
    examples: &[("!ip_rfc1918(ip.dst)", "packets that leave the private network")],
    min_args: 1,
    max_args: Some(1),
    argument: Argument::Of(Type::Ipv4),
    absent: Absent::SkipUnlessAll,
    check,
    eval,
};

fn check(args: &[Type]) -> Suits {
    only(args, |ty| ty == Type::Ipv4, "an IPv4 address").map(|_| Type::Boolean)
}

fn eval<'a>(args: &[Vec<Value<'a>>], _types: &[Type]) -> Vec<Value<'a>> {
    each(args, |value| match value {
        Value::Ipv4 { addr, .. } => Some(Value::Bool(addr >> 24 == 10 || addr >> 20 == 0xac1 || addr >> 16 == 0xc0a8)),
        _ => None,
    })
}
