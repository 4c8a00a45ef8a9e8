//! `ip_special_mask(a)`.

use super::{Absent, Argument, Function, Suits, blocks, each, only};
use crate::{types::Type, value::Value};

pub(super) static IP_SPECIAL_MASK: Function = Function {
    name: "ip_special_mask",
    help: "What is special about an address, bits: 1 reserved, 2 global, 4 forwardable, 8 destination, 16 source.",
    examples: &[("ip_special_mask(ip.src) & 1", "reserved addresses")],
    min_args: 1,
    max_args: Some(1),
    argument: Argument::Of(Type::Ipv4),
    absent: Absent::SkipUnlessAll,
    check,
    eval,
};

fn check(args: &[Type]) -> Suits {
    only(args, |ty| matches!(ty, Type::Ipv4 | Type::Ipv6), "an IP address").map(|_| Type::Uint(32))
}

fn eval<'a>(args: &[Vec<Value<'a>>], _types: &[Type]) -> Vec<Value<'a>> {
    each(args, |value| blocks::block(value).map(|block| Value::Uint(block.mask)))
}
