//! Forms as `application/x-www-form-urlencoded` (WHATWG URL §5).

use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::UrlencodedForm =>
    KEY: "urlencoded-form.key", "Key", str();
    VALUE: "urlencoded-form.value", "Value", str();
}

/// An encoded form.
pub static URLENCODED_FORM: Protocol = Protocol {
    name: "urlencoded-form",
    title: "HTML Form URL Encoded",
    frame_name: "urlencoded-form",
    fields: FIELDS,
    parents: &[Parent::MediaType("application/x-www-form-urlencoded")],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let mut at = 0;
    while at < tvb.len() {
        // As Wireshark reads it a key ends with `=` alone.
        let (key, key_len) = decode(tvb.captured(at, tvb.len()), b'=');
        let Some(key) = key else { break };
        cx.out.text(f::KEY, tvb, at, key_len, &key)?;
        at += key_len + 1;
        let (value, value_len) = decode(tvb.captured(at, tvb.len()), b'&');
        let Some(value) = value else { break };
        let at_value = at.min(tvb.len());
        cx.out.text(f::VALUE, tvb, at_value, value_len, &value)?;
        at += value_len + 1;
    }
    Ok(tvb.len().max(1))
}

/// Text up to `stop`, decoded (`None`: it is not well formed), and its length.
fn decode(bytes: &[u8], stop: u8) -> (Option<String>, usize) {
    let len = memchr::memchr(stop, bytes).unwrap_or(bytes.len());
    let mut decoded = Vec::with_capacity(len);
    let mut rest = bytes.get(..len).unwrap_or_default().iter();
    while let Some(byte) = rest.next() {
        let plain = match byte {
            b'+' => b' ',
            b'%' => {
                let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
                let (Some(high), Some(low)) = (digit(rest.next()), digit(rest.next())) else { return (None, len) };
                (high << 4 | low) as u8
            }
            other => *other,
        };
        decoded.push(plain);
    }
    (Some(String::from_utf8_lossy(&decoded).into_owned()), len)
}
