//! IPv4 and IPv6 addresses with an optional prefix (rule L10). Host names are refused (rule T12): a filter
//! means the same on every machine.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::{Literal, Problem};
use crate::{types::Type, value::Value};

pub(super) fn v4(literal: &Literal<'_>) -> Result<Value<'static>, Problem> {
    let text = word(literal, Type::Ipv4)?;
    let (addr, prefix) = split(text, 32, 2)?;
    match addr.parse::<Ipv4Addr>() {
        Ok(addr) => Ok(Value::Ipv4 { addr: addr.into(), prefix }),
        Err(_) if addr.parse::<Ipv6Addr>().is_ok() => {
            Err(Problem::kind(literal, Type::Ipv4, "this is an IPv6 address, and the field holds IPv4 ones"))
        }
        Err(_) => Err(Problem::kind(literal, Type::Ipv4, "four numbers 0–255 with dots are expected")),
    }
}

pub(super) fn v6(literal: &Literal<'_>) -> Result<Value<'static>, Problem> {
    let text = word(literal, Type::Ipv6)?;
    let (addr, prefix) = split(text, 128, 3)?;
    match addr.parse::<Ipv6Addr>() {
        Ok(addr) => Ok(Value::Ipv6 { addr: addr.into(), prefix }),
        Err(_) if addr.parse::<Ipv4Addr>().is_ok() => {
            Err(Problem::kind(literal, Type::Ipv6, "this is an IPv4 address, and the field holds IPv6 ones"))
        }
        Err(_) => Err(Problem::kind(literal, Type::Ipv6, "an address such as `fe80::1` is expected")),
    }
}

fn word<'a>(literal: &Literal<'a>, ty: Type) -> Result<&'a str, Problem> {
    match literal {
        Literal::Word(word) => Ok(word),
        Literal::String(text) => {
            let text = String::from_utf8_lossy(text);
            Err(Problem::kind(literal, ty, "a quoted string is no address").fix(text, "addresses have no quotes"))
        }
        Literal::Integer { .. } | Literal::Float { .. } | Literal::Char(_) => {
            let problem = Problem::kind(literal, ty, "an address is expected");
            Err(match literal {
                Literal::Integer { value, .. }
                    if ty == Type::Ipv4 && u32::try_from(*value).is_ok_and(|n| n > 0xffff) =>
                {
                    problem.fix(Ipv4Addr::from(*value as u32).to_string(), "the same number as an address")
                }
                _ => problem,
            })
        }
    }
}

/// Splits the prefix off; leading zeros (`/024`) are fine.
fn split(text: &str, max: u8, digits: usize) -> Result<(&str, u8), Problem> {
    let Some((addr, prefix)) = text.split_once('/') else {
        return Ok((text, max));
    };
    let number = prefix.bytes().all(|b| b.is_ascii_digit()).then(|| prefix.parse::<u32>().ok()).flatten();
    match number {
        Some(n) if n <= u32::from(max) && prefix.trim_start_matches('0').len() <= digits => Ok((addr, n as u8)),
        _ => Err(Problem::range(format!("`/{prefix}` is no prefix length"), format!("0 to {max} bits are possible"))),
    }
}
