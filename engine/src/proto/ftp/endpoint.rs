//! Ends of data connections, as commands and replies spell them.

use std::net::{Ipv4Addr, Ipv6Addr};

use strato_filter_lang::value::Value;

use crate::proto::dissect::Addr;

/// An end, and where it stands in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Endpoint {
    pub(super) addr: Addr,
    pub(super) port: u16,
    pub(super) at: usize,
    pub(super) len: usize,
    pub(super) port_at: usize,
    pub(super) port_len: usize,
    pub(super) family_at: usize,
}

impl Endpoint {
    /// The address, as a value.
    pub(super) fn value(&self) -> Value<'static> {
        match self.addr {
            Addr::V6(addr) => Value::ipv6(addr),
            Addr::V4(addr) => Value::ipv4(addr),
            Addr::Ether(_) | Addr::None => Value::ipv4(0),
        }
    }

    /// Its family's number (RFC 2428 §2).
    pub(super) fn family(&self) -> u64 {
        if matches!(self.addr, Addr::V6(_)) { 2 } else { 1 }
    }
}

/// Six numbers with commas between them: address and port (RFC 959 §4.1.2).
pub(super) fn numbers(text: &[u8]) -> Option<Endpoint> {
    let mut from = 0;
    loop {
        let start = from + text.get(from..)?.iter().position(u8::is_ascii_digit)?;
        if let Some(end) = six(text, start) {
            return Some(end);
        }
        from = start + text.get(start..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
    }
}

fn six(text: &[u8], start: usize) -> Option<Endpoint> {
    let (mut at, mut numbers, mut places) = (start, [0u8; 6], [0; 6]);
    for (i, (number, place)) in numbers.iter_mut().zip(&mut places).enumerate() {
        if i > 0 {
            if text.get(at) != Some(&b',') {
                return None;
            }
            at += 1;
        }
        *place = at;
        let digits = text.get(at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        *number = std::str::from_utf8(text.get(at..at + digits)?).ok()?.parse().ok()?;
        at += digits;
    }
    let [a, b, c, d, high, low] = numbers;
    let [first, .., fifth, _] = places;
    Some(Endpoint {
        addr: Addr::V4(u32::from_be_bytes([a, b, c, d])),
        port: u16::from_be_bytes([high, low]),
        at: first,
        len: fifth - 1 - first,
        port_at: fifth,
        port_len: at - fifth,
        family_at: 0,
    })
}

/// `|family|address|port|`, with any separator (RFC 2428 §2).
pub(super) fn extended(text: &[u8]) -> Option<Endpoint> {
    let separator = text.first()?;
    let mut parts = text.get(1..)?.split(|byte| byte == separator);
    let (family, address, port) = (parts.next()?, parts.next()?, parts.next()?);
    let (address_text, port_text) = (std::str::from_utf8(address).ok()?, std::str::from_utf8(port).ok()?);
    let addr = match family {
        b"1" => Addr::V4(address_text.parse::<Ipv4Addr>().ok()?.to_bits()),
        b"2" => Addr::V6(address_text.parse::<Ipv6Addr>().ok()?.to_bits()),
        _ => return None,
    };
    let at = 2 + family.len();
    Some(Endpoint {
        addr,
        port: port_text.parse().ok()?,
        at,
        len: address.len(),
        port_at: at + address.len() + 1,
        port_len: port.len(),
        family_at: 1,
    })
}

/// The port of `(|||port|)`: offset, length, number (RFC 2428 §3).
pub(super) fn extended_port(text: &[u8]) -> Option<(usize, usize, u16)> {
    let open = memchr::memchr(b'(', text)?;
    let separator = *text.get(open + 1)?;
    if text.get(open + 2..open + 4)? != [separator, separator] {
        return None;
    }
    let at = open + 4;
    let len = memchr::memchr(separator, text.get(at..)?)?;
    let port = std::str::from_utf8(text.get(at..at + len)?).ok()?.parse().ok()?;
    Some((at, len, port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_read() {
        let end = numbers(b"Entering 2 Passive (10,0,0,2,17,112).").map(|end| (end.addr, end.port, end.at, end.len));
        assert_eq!(end, Some((Addr::V4(0x0a00_0002), 4464, 20, 8)));
        assert_eq!(numbers(b"1,2,3"), None);
        assert_eq!(numbers(b"300,2,3,4,5,6"), None);
        let end = extended(b"|2|2001:db8::1|6447|").map(|end| (end.port, end.at, end.port_at));
        assert_eq!(end, Some((6447, 3, 15)));
        assert_eq!(extended(b"|3|x|1|"), None);
        assert_eq!(extended_port(b"Entering (|||6446|)"), Some((13, 4, 6446)));
        assert_eq!(extended_port(b"bad"), None);
    }
}
