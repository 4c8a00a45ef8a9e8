//! `ip_special_name(a)`.

use super::{Absent, Argument, Function, Suits, blocks, each, only};
use crate::{types::Type, value::Value};

pub(super) static IP_SPECIAL_NAME: Function = Function {
    name: "ip_special_name",
    help: "Name of the IANA special-purpose block that holds an address; nothing if none does.",
    examples: &[(r#"ip_special_name(ip.src) == "Private-Use""#, "packets from private networks")],
    min_args: 1,
    max_args: Some(1),
    argument: Argument::Of(Type::Ipv4),
    absent: Absent::SkipUnlessAll,
    check,
    eval,
};

fn check(args: &[Type]) -> Suits {
    only(args, |ty| matches!(ty, Type::Ipv4 | Type::Ipv6), "an IP address").map(|_| Type::String)
}

fn eval<'a>(args: &[Vec<Value<'a>>], _types: &[Type]) -> Vec<Value<'a>> {
    each(args, |value| blocks::block(value).map(|block| Value::str(block.name)))
}
