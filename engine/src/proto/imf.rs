//! Internet Message Format, RFC 5322.

mod addresses;
mod fields;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol, Table,
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// Internet messages.
pub static IMF: Protocol = Protocol {
    name: "imf",
    title: "Internet Message Format",
    frame_name: "imf",
    fields: FIELDS,
    parents: &[
        Parent::MediaType("message/rfc822"),
        Parent::Below(Proto::Smtp),
        Parent::Below(Proto::Pop),
        Parent::Below(Proto::Imap),
    ],
    calls: &[Table::MediaType],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// What is inside a header.
#[derive(Clone, Copy)]
enum Inside {
    Text,
    Mailbox,
    Mailboxes,
    Addresses,
    ContentType,
}

/// Names in lower case.
#[rustfmt::skip]
static HEADERS: &[(&str, F, Inside)] = &[
    ("date", f::DATE, Inside::Text), ("from", f::FROM, Inside::Mailboxes), ("sender", f::SENDER, Inside::Mailbox),
    ("reply-to", f::REPLY_TO, Inside::Addresses), ("to", f::TO, Inside::Addresses), ("cc", f::CC, Inside::Addresses),
    ("bcc", f::BCC, Inside::Addresses), ("message-id", f::MESSAGE_ID, Inside::Text),
    ("in-reply-to", f::IN_REPLY_TO, Inside::Text), ("references", f::REFERENCES, Inside::Text),
    ("subject", f::SUBJECT, Inside::Text), ("comments", f::COMMENTS, Inside::Text),
    ("user-agent", f::USER_AGENT, Inside::Text), ("keywords", f::KEYWORDS, Inside::Text),
    ("resent-date", f::RESENT_DATE, Inside::Text), ("resent-from", f::RESENT_FROM, Inside::Mailboxes),
    ("resent-sender", f::RESENT_SENDER, Inside::Mailbox), ("resent-to", f::RESENT_TO, Inside::Addresses),
    ("resent-cc", f::RESENT_CC, Inside::Addresses), ("resent-bcc", f::RESENT_BCC, Inside::Addresses),
    ("resent-message-id", f::RESENT_MESSAGE_ID, Inside::Text), ("return-path", f::RETURN_PATH, Inside::Text),
    ("received", f::RECEIVED, Inside::Text), ("content-type", f::CONTENT_TYPE, Inside::ContentType),
    ("content-id", f::CONTENT_ID, Inside::Text), ("content-description", f::CONTENT_DESCRIPTION, Inside::Text),
    ("content-transfer-encoding", f::CONTENT_TRANSFER_ENCODING, Inside::Text),
    ("mime-version", f::MIME_VERSION, Inside::Text), ("autoforwarded", f::AUTOFORWARDED, Inside::Text),
    ("autosubmitted", f::AUTOSUBMITTED, Inside::Text),
    ("x400-content-identifier", f::X400_CONTENT_IDENTIFIER, Inside::Text),
    ("content-language", f::CONTENT_LANGUAGE, Inside::Text), ("conversion", f::CONVERSION, Inside::Text),
    ("conversion-with-loss", f::CONVERSION_WITH_LOSS, Inside::Text),
    ("delivery-date", f::DELIVERY_DATE, Inside::Text),
    ("discarded-x400-ipms-extensions", f::DISCARDED_X400_IPMS_EXTENSIONS, Inside::Text),
    ("discarded-x400-mts-extensions", f::DISCARDED_X400_MTS_EXTENSIONS, Inside::Text),
    ("dl-expansion-history", f::DL_EXPANSION_HISTORY, Inside::Text),
    ("deferred-delivery", f::DEFERRED_DELIVERY, Inside::Text), ("expires", f::EXPIRES, Inside::Text),
    ("importance", f::IMPORTANCE, Inside::Text), ("incomplete-copy", f::INCOMPLETE_COPY, Inside::Text),
    ("latest-delivery-time", f::LATEST_DELIVERY_TIME, Inside::Text), ("message-type", f::MESSAGE_TYPE, Inside::Text),
    ("original-encoded-information-types", f::ORIGINAL_ENCODED_INFORMATION_TYPES, Inside::Text),
    ("originator-return-address", f::ORIGINATOR_RETURN_ADDRESS, Inside::Text), ("priority", f::PRIORITY, Inside::Text),
    ("reply-by", f::REPLY_BY, Inside::Text), ("sensitivity", f::SENSITIVITY, Inside::Text),
    ("supersedes", f::SUPERSEDES, Inside::Text), ("x400-content-type", f::X400_CONTENT_TYPE, Inside::Text),
    ("x400-mts-identifier", f::X400_MTS_IDENTIFIER, Inside::Text),
    ("x400-originator", f::X400_ORIGINATOR, Inside::Text), ("x400-received", f::X400_RECEIVED, Inside::Text),
    ("x400-recipients", f::X400_RECIPIENTS, Inside::Text), ("delivered-to", f::DELIVERED_TO, Inside::Mailbox),
    ("x-mailer", f::EXT_MAILER, Inside::Text), ("x-mimeole", f::EXT_MIMEOLE, Inside::Text),
    ("expiry-date", f::EXT_EXPIRY_DATE, Inside::Text),
    ("x-ms-tnef-correlator", f::EXT_TNEF_CORRELATOR, Inside::Text), ("x-uidl", f::EXT_UIDL, Inside::Text),
    ("x-authentication-warning", f::EXT_AUTHENTICATION_WARNING, Inside::Text),
    ("x-virus-scanned", f::EXT_VIRUS_SCANNED, Inside::Text), ("x-original-to", f::EXT_ORIGINAL_TO, Inside::Text),
    ("thread-index", f::THREAD_INDEX, Inside::Text), ("lines", f::LINES, Inside::Text),
    ("precedence", f::PRECEDENCE, Inside::Text),
];

/// Where a header ends: behind the end of its last line; whether it is the last one. `None`: the end is missing.
fn header_end(bytes: &[u8], from: usize) -> Option<(usize, bool)> {
    let mut at = from;
    while let Some(end) = memchr::memchr(b'\r', bytes.get(at..).unwrap_or_default()) {
        let after = at + end + 2;
        if bytes.get(after - 1) == Some(&b'\n') {
            match bytes.get(after) {
                Some(b' ' | b'\t') => {}
                // An empty line: both ends belong to it.
                Some(b'\r') => return Some((after + 2, true)),
                None => return Some((after, true)),
                Some(_) => return Some((after, false)),
            }
        }
        at += end + 1;
    }
    None
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("IMF", || "Internet message".to_owned());
    let bytes = tvb.data();
    let (mut at, mut last) = (0, false);
    let mut content_type: &[u8] = &[];
    while !last {
        let Some(colon) = memchr::memchr(b':', bytes.get(at..).unwrap_or_default()).map(|colon| at + colon) else { break };
        let Some((end, is_last)) = header_end(bytes, colon) else { break };
        last = is_last;
        let blanks = bytes.get(colon + 1..).unwrap_or_default().iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
        let value_at = colon + 1 + blanks;
        // The last header ends with an empty line.
        let value_end = end.saturating_sub(if is_last { 4 } else { 2 }).max(value_at).min(tvb.len());
        if value_at > tvb.len() {
            break;
        }
        let name = bytes.get(at..colon).unwrap_or_default();
        let value = bytes.get(value_at..value_end).unwrap_or_default();
        let known = HEADERS.iter().find(|(known, ..)| name.eq_ignore_ascii_case(known.as_bytes()));
        match known {
            Some((_, field, inside)) => {
                cx.out.item(*field, tvb, value_at, value.len())?;
                if matches!(inside, Inside::ContentType)
                    && content(cx, tvb, value_at, value)?
                {
                    content_type = value;
                }
                // Lists reach over the end of the line.
                let whole = tvb.rest(value_at)?.limit(value.len() + 2);
                addresses::emit(cx, whole, *inside)?;
            }
            None if name.eq_ignore_ascii_case(b"sio-label") => cx.out.label(f::SIOLABEL, tvb, value_at, value.len()),
            None => {
                cx.out.item(f::EXTENSION, tvb, at, value_end - at)?;
                cx.out.item(f::EXTENSION_TYPE, tvb, at, name.len())?;
                cx.out.item(f::EXTENSION_VALUE, tvb, value_at, value.len())?;
            }
        }
        at = end.min(tvb.len());
    }
    let body = tvb.rest(at)?;
    if content_type.is_empty() {
        cx.out.label(f::MESSAGE_TEXT, body, 0, body.len());
    } else {
        cx.call_content(content_type, body);
    }
    Ok(tvb.len().max(1))
}

/// Type and parameters, when there are parameters: without them the body is but text.
fn content<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, value: &[u8]) -> Result<bool, Stop> {
    let Some(end) = memchr::memchr(b';', value) else { return Ok(false) };
    cx.out.item(f::CONTENT_TYPE_TYPE, tvb, at, end)?;
    cx.out.item(f::CONTENT_TYPE_PARAMETERS, tvb, at + end + 1, value.len() - end - 1)?;
    Ok(true)
}
