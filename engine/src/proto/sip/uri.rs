//! URIs and the addresses that hold them (RFC 3261 §19.1, §20.10).

use super::f;
use crate::proto::{
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// Where the parts of a URI go.
pub(super) struct Fields {
    whole: F,
    user: F,
    host: F,
    port: F,
    param: F,
}

pub(super) const REQUEST: Fields =
    Fields { whole: f::R_URI, user: f::R_URI_USER, host: f::R_URI_HOST, port: f::R_URI_PORT, param: f::R_URI_PARAM };
pub(super) const FROM: Fields =
    Fields { whole: f::FROM_ADDR, user: f::FROM_USER, host: f::FROM_HOST, port: f::FROM_PORT, param: f::FROM_PARAM };
pub(super) const TO: Fields =
    Fields { whole: f::TO_ADDR, user: f::TO_USER, host: f::TO_HOST, port: f::TO_PORT, param: f::TO_PARAM };
pub(super) const CONTACT: Fields = Fields {
    whole: f::CONTACT_URI,
    user: f::CONTACT_USER,
    host: f::CONTACT_HOST,
    port: f::CONTACT_PORT,
    param: f::CONTACT_PARAM,
};

/// Emits a URI that stands at `at` and its parts.
pub(super) fn emit<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, uri: &[u8], fields: &Fields) -> Result<(), Stop> {
    cx.out.item(fields.whole, tvb, at, uri.len())?;
    let Some(colon) = memchr::memchr(b':', uri) else { return Ok(()) };
    let mut from = colon + 1;
    let is_sip = matches!(uri.get(..colon).map(<[u8]>::to_ascii_lowercase).as_deref(), Some(b"sip" | b"sips"));
    if !is_sip {
        return Ok(());
    }
    if let Some(sign) = memchr::memchr(b'@', uri) {
        cx.out.item(fields.user, tvb, at + from, sign.saturating_sub(from))?;
        from = sign + 1;
    }
    let rest = uri.get(from..).unwrap_or_default();
    let end = rest.iter().position(|byte| matches!(byte, b';' | b'?')).unwrap_or(rest.len());
    let host_port = rest.get(..end).unwrap_or_default();
    let bracket = memchr::memchr(b']', host_port).unwrap_or(0);
    let colon = memchr::memchr(b':', host_port.get(bracket..).unwrap_or_default()).map(|at| at + bracket);
    let host = colon.unwrap_or(host_port.len());
    if host > 0 {
        cx.out.item(fields.host, tvb, at + from, host)?;
    }
    if let Some(colon) = colon {
        cx.out.item(fields.port, tvb, at + from + colon + 1, end.saturating_sub(colon + 1))?;
    }
    if let Some(b';') = rest.get(end) {
        let mut start = from + end + 1;
        for param in rest.get(end + 1..).unwrap_or_default().split(|byte| *byte == b';') {
            cx.out.item(fields.param, tvb, at + start, param.len())?;
            start += param.len() + 1;
        }
    }
    Ok(())
}

/// A name-addr or addr-spec: offset and length of the display name, of the URI, and where the parameters begin.
pub(super) struct Address {
    pub(super) display: Option<(usize, usize)>,
    pub(super) uri: (usize, usize),
    pub(super) params: usize,
}

/// Finds the parts of an address.
pub(super) fn address(value: &[u8]) -> Address {
    let quoted = value.first().filter(|first| **first == b'"').and_then(|_| closing_quote(value));
    let search = quoted.unwrap_or(0);
    match memchr::memchr(b'<', value.get(search..).unwrap_or_default()).map(|at| at + search) {
        Some(open) => {
            let close = memchr::memchr(b'>', value.get(open..).unwrap_or_default()).map_or(value.len(), |at| at + open);
            let display = (open > 0).then_some((0, open));
            Address { display, uri: (open + 1, close.saturating_sub(open + 1)), params: (close + 1).min(value.len()) }
        }
        None => {
            let end = memchr::memchr(b';', value).unwrap_or(value.len());
            Address { display: None, uri: (0, end), params: end }
        }
    }
}

fn closing_quote(value: &[u8]) -> Option<usize> {
    memchr::memchr(b'"', value.get(1..)?).map(|at| at + 2)
}
