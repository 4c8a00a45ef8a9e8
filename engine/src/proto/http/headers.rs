//! Header lines: which field each is, and what is inside it.

use super::{f, head::Header};
use crate::proto::{
    Proto,
    dissect::Cx,
    http2,
    out::{F, Group, Severity},
    plan::OTHERS,
    tvb::{Stop, Tvb},
};

/// The header with settings of HTTP/2.
pub(super) const SETTINGS: &str = "http2-settings";

/// Names in lower case.
#[rustfmt::skip]
static KNOWN: &[(&str, F)] = &[
    ("accept", f::ACCEPT), ("accept-encoding", f::ACCEPT_ENCODING), ("accept-language", f::ACCEPT_LANGUAGE),
    ("authorization", f::AUTHORIZATION), ("cache-control", f::CACHE_CONTROL), ("connection", f::CONNECTION),
    ("content-encoding", f::CONTENT_ENCODING), ("content-length", f::CONTENT_LENGTH_HEADER),
    ("content-range", f::CONTENT_RANGE), ("content-type", f::CONTENT_TYPE), ("cookie", f::COOKIE), ("date", f::DATE),
    ("host", f::HOST), (SETTINGS, f::HTTP2_SETTINGS), ("last-modified", f::LAST_MODIFIED),
    ("location", f::LOCATION), ("proxy-authenticate", f::PROXY_AUTHENTICATE),
    ("proxy-authorization", f::PROXY_AUTHORIZATION), ("proxy-connect-hostname", f::PROXY_CONNECT_HOST),
    ("proxy-connect-port", f::PROXY_CONNECT_PORT), ("range", f::RANGE), ("referer", f::REFERER),
    ("sec-websocket-accept", f::SEC_WEBSOCKET_ACCEPT), ("sec-websocket-extensions", f::SEC_WEBSOCKET_EXTENSIONS),
    ("sec-websocket-key", f::SEC_WEBSOCKET_KEY), ("sec-websocket-protocol", f::SEC_WEBSOCKET_PROTOCOL),
    ("sec-websocket-version", f::SEC_WEBSOCKET_VERSION), ("server", f::SERVER), ("set-cookie", f::SET_COOKIE),
    ("transfer-encoding", f::TRANSFER_ENCODING), ("upgrade", f::UPGRADE), ("user-agent", f::USER_AGENT),
    ("www-authenticate", f::WWW_AUTHENTICATE), ("x-forwarded-for", f::X_FORWARDED_FOR),
];

/// What the framing and the links between messages need of the headers.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Needed<'f> {
    pub(super) content_length: Option<u64>,
    pub(super) chunked: bool,
    pub(super) content_type: Option<&'f [u8]>,
    pub(super) content_encoding: Option<&'f [u8]>,
    pub(super) keep_alive: bool,
    pub(super) host: Option<&'f [u8]>,
    pub(super) upgrade: Option<&'f [u8]>,
}

/// Finds what is needed, without emitting anything.
pub(super) fn needed<'f>(headers: impl IntoIterator<Item = Header<'f>>) -> Needed<'f> {
    let mut needed = Needed::default();
    for header in headers {
        let is = |name: &str| header.name.eq_ignore_ascii_case(name.as_bytes());
        if is("content-length") {
            needed.content_length = std::str::from_utf8(header.value).ok().and_then(|text| text.parse().ok());
        } else if is("transfer-encoding") {
            needed.chunked |= header.value.to_ascii_lowercase().starts_with(b"chunked");
        } else if is("content-type") {
            needed.content_type = Some(header.value);
        } else if is("content-encoding") {
            needed.content_encoding = Some(header.value);
        } else if is("connection") {
            needed.keep_alive = header.value.eq_ignore_ascii_case(b"keep-alive");
        } else if is("host") {
            needed.host = Some(header.value);
        } else if is("upgrade") {
            needed.upgrade = Some(header.value);
        }
    }
    needed
}

/// Whether a header may be called so (RFC 9110 §5.6.2).
fn is_token(name: &[u8]) -> bool {
    name.iter().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(byte))
}

/// Emits the header lines of a request or response, each as a field of the `line`; of other messages those that are not
/// known.
pub(super) fn emit<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, headers: &[Header<'f>], line: Option<F>) -> Result<(), Stop> {
    let own = cx.out.plan.groups(Proto::Http) & OTHERS != 0;
    if !own && !cx.out.needs(Proto::Http2) {
        return Ok(());
    }
    for header in headers {
        // Another protocol is inside of this one.
        if !own && !header.name.eq_ignore_ascii_case(SETTINGS.as_bytes()) {
            continue;
        }
        if !is_token(header.name) {
            let text = "Illegal characters found in header name";
            cx.out.expert(f::BAD_HEADER_NAME, Severity::Warn, Group::Protocol, text);
        }
        let known = KNOWN.iter().find(|(name, _)| header.name.eq_ignore_ascii_case(name.as_bytes()));
        match known {
            Some((_, field)) if *field == f::PROXY_CONNECT_PORT => {
                let port = String::from_utf8_lossy(header.value).parse().unwrap_or_default();
                cx.out.number(*field, tvb, header.at, header.len, port)?;
            }
            Some((_, field)) => {
                if cx.out.wants(*field) {
                    let text = String::from_utf8_lossy(header.value);
                    cx.out.text(*field, tvb, header.at, header.len, &text)?;
                }
                inside(cx, tvb, header, *field)?;
            }
            None if line.is_none() && cx.out.wants(f::UNKNOWN_HEADER) => {
                // As shown: with its end, escaped.
                let shown = String::from_utf8_lossy(tvb.bytes(header.at, header.len)?);
                let shown = shown.replace('\r', "\\r").replace('\n', "\\n");
                cx.out.text(f::UNKNOWN_HEADER, tvb, header.at, header.len, &shown)?;
            }
            None => {}
        }
        if let Some(line) = line {
            cx.out.item(line, tvb, header.at, header.len)?;
        }
    }
    Ok(())
}

/// What is inside some headers.
fn inside<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header<'f>, field: F) -> Result<(), Stop> {
    if field == f::CONTENT_LENGTH_HEADER {
        let number = std::str::from_utf8(header.value).ok().and_then(|text| text.parse().ok());
        return number.map_or(Ok(()), |n| cx.out.number(f::CONTENT_LENGTH, tvb, header.at, header.len, n));
    }
    if field == f::COOKIE && cx.out.wants(f::COOKIE_PAIR) {
        for pair in header.value.split(|byte| *byte == b';') {
            let pair = pair.trim_ascii();
            if !pair.is_empty() {
                let text = String::from_utf8_lossy(pair).into_owned();
                cx.out.text(f::COOKIE_PAIR, tvb, header.at, header.len, &text)?;
            }
        }
    }
    if field == f::HTTP2_SETTINGS {
        let settings = base64(header.value);
        let settings = cx.out.alloc_bytes(&settings);
        // Settings that end in the middle do not end the request.
        let _ = http2::settings(cx, settings);
        return Ok(());
    }
    let credentials = header.value.strip_prefix(b"Basic ").filter(|_| cx.out.wants(f::AUTHBASIC));
    if let (true, Some(encoded)) = (matches!(field, f::AUTHORIZATION | f::PROXY_AUTHORIZATION), credentials) {
        let decoded = base64(encoded);
        cx.out.text(f::AUTHBASIC, tvb, header.at, header.len, &String::from_utf8_lossy(&decoded))?;
    }
    Ok(())
}

/// Decodes base64 as far as it goes, in either alphabet (RFC 4648 §4, §5).
fn base64(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let (mut bits, mut held) = (0u32, 0u32);
    for byte in text {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => break,
        };
        bits = bits << 6 | u32::from(six);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held & 0xff) as u8);
        }
    }
    bytes
}
