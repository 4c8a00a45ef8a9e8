//! IP addresses with an optional prefix length (rule L10).

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::value::Value;

fn split(text: &str, max: u8) -> Result<(&str, u8), &'static str> {
    let Some((address, prefix)) = text.split_once('/') else { return Ok((text, max)) };
    match prefix.parse::<u8>() {
        Ok(prefix) if prefix <= max => Ok((address, prefix)),
        _ if max == 32 => Err("a prefix length is between 0 and 32"),
        _ => Err("a prefix length is between 0 and 128"),
    }
}

pub(super) fn v4(text: &str) -> Result<Value<'static>, &'static str> {
    let (address, prefix) = split(text, 32)?;
    match address.parse::<Ipv4Addr>() {
        Ok(addr) => Ok(Value::Ipv4 { addr: addr.into(), prefix }),
        Err(_) => {
            Err("an address is four numbers of 0..255, as `10.0.0.1` or `10.0.0.0/8`; host names are not looked up")
        }
    }
}

pub(super) fn v6(text: &str) -> Result<Value<'static>, &'static str> {
    let (address, prefix) = split(text, 128)?;
    match address.parse::<Ipv6Addr>() {
        Ok(addr) => Ok(Value::Ipv6 { addr: addr.into(), prefix }),
        Err(_) => Err("an address looks like `2001:db8::1` or `fe80::/10`; host names are not looked up"),
    }
}
