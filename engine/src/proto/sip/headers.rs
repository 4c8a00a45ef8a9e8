//! Header lines: `sip.NAME` for every name that is declared, and what is inside some.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{FIELDS, f, uri};
use crate::proto::{
    Proto,
    dissect::Cx,
    http::head::Header,
    out::F,
    tvb::{Stop, Tvb},
};

/// Header names in lower case; made from the declarations `sip.Name`.
static NAMES: LazyLock<FxHashMap<String, F>> = LazyLock::new(|| {
    let headers = FIELDS.iter().enumerate().filter_map(|(index, field)| {
        let name = field.name.strip_prefix("sip.")?;
        let header = name.starts_with(|c: char| c.is_ascii_uppercase()) && !name.contains('.');
        header.then(|| (name.to_ascii_lowercase(), F { proto: Proto::Sip, index: index as u16 }))
    });
    headers.collect()
});

/// Compact forms, RFC 3261 §7.3.3.
fn full_name(name: &[u8]) -> String {
    let name = String::from_utf8_lossy(name).trim().to_ascii_lowercase();
    match name.as_str() {
        "v" => "via".to_owned(),
        "f" => "from".to_owned(),
        "t" => "to".to_owned(),
        "i" => "call-id".to_owned(),
        "m" => "contact".to_owned(),
        "l" => "content-length".to_owned(),
        "c" => "content-type".to_owned(),
        "e" => "content-encoding".to_owned(),
        "k" => "supported".to_owned(),
        "s" => "subject".to_owned(),
        _ => name,
    }
}

/// What identifies a transaction.
#[derive(Clone, Debug, Default)]
pub(super) struct Transaction {
    pub(super) call_id: Vec<u8>,
    pub(super) sequence: u32,
    pub(super) method: Vec<u8>,
}

/// Reads what identifies the transaction.
pub(super) fn transaction(lines: &[Header<'_>]) -> Transaction {
    let mut found = Transaction::default();
    for line in lines {
        match full_name(line.name).as_str() {
            "call-id" => found.call_id = line.value.to_vec(),
            "cseq" => {
                let mut words = line.value.split(|byte| *byte == b' ').filter(|word| !word.is_empty());
                found.sequence = words.next().and_then(number).unwrap_or_default();
                found.method = words.next().unwrap_or_default().to_vec();
            }
            _ => {}
        }
    }
    found
}

fn number(text: &[u8]) -> Option<u32> {
    std::str::from_utf8(text).ok()?.trim().parse().ok()
}

/// The content type, empty if there is none.
pub(super) fn content_type<'f>(lines: &[Header<'f>]) -> &'f [u8] {
    lines.iter().find(|line| full_name(line.name) == "content-type").map_or(&[], |line| line.value)
}

/// Length of the body as the headers say.
pub(super) fn content_length(lines: &[Header<'_>]) -> Option<usize> {
    let line = lines.iter().find(|line| full_name(line.name) == "content-length")?;
    number(line.value).and_then(|len| usize::try_from(len).ok())
}

/// Emits the header lines.
pub(super) fn emit<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, lines: &[Header<'f>]) -> Result<(), Stop> {
    for line in lines {
        let name = full_name(line.name);
        let Some(field) = NAMES.get(&name).copied() else { continue };
        let whole = tvb.bytes(line.at, line.len)?;
        let value_at = line.at + offset_in(whole, line.value);
        if matches!(name.as_str(), "content-length" | "expires" | "max-forwards" | "min-expires") {
            // Declared as a number or as text: the declaration decides.
            numeric(cx, tvb, field, value_at, line.value)?;
        } else {
            cx.out.item(field, tvb, value_at, line.value.len())?;
        }
        match name.as_str() {
            "via" => via(cx, tvb, value_at, line.value)?,
            "from" => address(cx, tvb, value_at, line.value, &uri::FROM, f::FROM_DISPLAY_INFO, Some(f::FROM_TAG))?,
            "to" => address(cx, tvb, value_at, line.value, &uri::TO, f::TO_DISPLAY_INFO, Some(f::TO_TAG))?,
            "contact" if line.value != b"*" => {
                address(cx, tvb, value_at, line.value, &uri::CONTACT, f::CONTACT_DISPLAY_INFO, None)?;
            }
            "cseq" => cseq(cx, tvb, value_at, line.value)?,
            "call-id" => cx.out.generated_str(f::CALL_ID_GENERATED, &String::from_utf8_lossy(line.value)),
            _ => {}
        }
    }
    Ok(())
}

fn offset_in(whole: &[u8], part: &[u8]) -> usize {
    memchr::memmem::find(whole, part).filter(|_| !part.is_empty()).unwrap_or(whole.len())
}

fn numeric<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, field: F, at: usize, value: &'f [u8]) -> Result<(), Stop> {
    let is_text = FIELDS.get(usize::from(field.index)).is_none_or(|declared| declared.ty.is_string());
    match number(value).filter(|_| !is_text) {
        Some(n) => cx.out.number(field, tvb, at, value.len(), n.into()),
        None if is_text => cx.out.item(field, tvb, at, value.len()),
        None => Ok(()),
    }
}

fn cseq<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, value: &'f [u8]) -> Result<(), Stop> {
    let digits = value.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if let Some(n) = value.get(..digits).and_then(number) {
        cx.out.number(f::CSEQ_SEQ, tvb, at, digits, n.into())?;
    }
    let blanks = value.iter().skip(digits).take_while(|byte| byte.is_ascii_whitespace()).count();
    let start = digits + blanks;
    if start < value.len() { cx.out.item(f::CSEQ_METHOD, tvb, at + start, value.len() - start) } else { Ok(()) }
}

fn address<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    at: usize,
    value: &'f [u8],
    fields: &uri::Fields,
    display: F,
    tag: Option<F>,
) -> Result<(), Stop> {
    let parts = uri::address(value);
    if let Some((start, len)) = parts.display {
        cx.out.item(display, tvb, at + start, len)?;
        cx.out.item(f::DISPLAY_INFO, tvb, at + start, len)?;
    }
    let (start, len) = parts.uri;
    if len > 0 {
        let text = value.get(start..start + len).unwrap_or_default();
        uri::emit(cx, tvb, at + start, text, fields)?;
    }
    let mut start = parts.params + 1;
    for param in value.get(start..).unwrap_or_default().split(|byte| *byte == b';') {
        if let (Some(tag), Some(value)) = (tag, param.trim_ascii_start().strip_prefix(b"tag=")) {
            let value_at = at + start + (param.len() - value.len());
            cx.out.item(tag, tvb, value_at, value.len())?;
            cx.out.item(f::TAG, tvb, value_at, value.len())?;
        } else if tag.is_none() && !param.is_empty() {
            cx.out.item(f::CONTACT_PARAMETER, tvb, at + start, param.len())?;
        }
        start += param.len() + 1;
    }
    Ok(())
}

/// RFC 3261 §20.42: `SIP/2.0/UDP host:port;branch=…`.
fn via<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, value: &'f [u8]) -> Result<(), Stop> {
    let blank = memchr::memchr(b' ', value).unwrap_or(value.len());
    let protocol = value.get(..blank).unwrap_or_default();
    if let Some(slash) = memchr::memrchr(b'/', protocol) {
        cx.out.item(f::VIA_TRANSPORT, tvb, at + slash + 1, blank - slash - 1)?;
    }
    let blanks = value.iter().skip(blank).take_while(|byte| **byte == b' ').count();
    let from = blank + blanks;
    let rest = value.get(from..).unwrap_or_default();
    let end = memchr::memchr(b';', rest).unwrap_or(rest.len());
    let sent_by = rest.get(..end).unwrap_or_default();
    let bracket = memchr::memchr(b']', sent_by).unwrap_or(0);
    let colon = memchr::memchr(b':', sent_by.get(bracket..).unwrap_or_default()).map(|at| at + bracket);
    let host = colon.unwrap_or(sent_by.len());
    if host > 0 {
        cx.out.item(f::VIA_SENT_BY_ADDRESS, tvb, at + from, host)?;
    }
    if let Some(port) = colon.and_then(|colon| number(sent_by.get(colon + 1..)?)) {
        cx.out.number(f::VIA_SENT_BY_PORT, tvb, at + from + host + 1, end - host - 1, port.into())?;
    }
    let mut start = from + end + 1;
    for param in rest.get(end + 1..).unwrap_or_default().split(|byte| *byte == b';') {
        let equals = memchr::memchr(b'=', param);
        let field = match param.get(..equals.unwrap_or(param.len())).unwrap_or_default() {
            b"branch" => Some(f::VIA_BRANCH),
            b"received" => Some(f::VIA_RECEIVED),
            b"rport" => Some(f::VIA_RPORT),
            b"maddr" => Some(f::VIA_MADDR),
            b"ttl" => Some(f::VIA_TTL),
            _ => None,
        };
        if let Some(field) = field {
            let skip = equals.map_or(0, |at| at + 1);
            cx.out.item(field, tvb, at + start + skip, param.len() - skip)?;
        }
        start += param.len() + 1;
    }
    Ok(())
}
