//! `len(x)`: the length.

use super::{Absent, Argument, Function, Suits, each, only};
use crate::{
    types::{Operation, Type},
    value::Value,
};

pub(super) static LEN: Function = Function {
    name: "len",
    help: "Length of a string in characters, of anything else in bytes.",
    examples: &[
        ("len(dns.qry.name) > 60", "unusually long names"),
        ("len(tcp.payload) == 0", "segments whose payload field is empty"),
    ],
    min_args: 1,
    max_args: Some(1),
    argument: Argument::Of(Type::String),
    absent: Absent::False,
    check,
    eval,
};

fn check(args: &[Type]) -> Suits {
    only(args, |ty| ty.allows(Operation::Slice), "a string, bytes, an address or a protocol").map(|_| Type::Uint(32))
}

fn eval<'a>(args: &[Vec<Value<'a>>], _types: &[Type]) -> Vec<Value<'a>> {
    each(args, |value| {
        let len = match value {
            Value::Str(text) => characters(text),
            Value::Bytes(bytes) | Value::Protocol { bytes, .. } => bytes.len(),
            Value::Ipv4 { .. } => 4,
            Value::Ipv6 { .. } => 16,
            _ => return None,
        };
        Some(Value::Uint(len as u64))
    })
}

/// Code points; in text that is no UTF-8 (of literals only), bytes that continue none.
fn characters(text: &[u8]) -> usize {
    text.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}
