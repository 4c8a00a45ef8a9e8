//! Bodies of media types that nothing takes apart, and which protocol takes a type (RFC 6838).

use strato_filter_lang::value::Value;

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    registry::Registry,
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::Media =>
    TYPE: "media.type", "Media type", bytes();
}

/// A body of another media type.
pub static MEDIA: Protocol = Protocol {
    name: "media",
    title: "Media Type",
    frame_name: "media",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Http), Parent::Below(Proto::MimeMultipart)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.out.add(f::TYPE, tvb.data(), Value::bytes(tvb.data()));
    Ok(tvb.len().max(1))
}

/// Longest name of a type that is looked for.
const MAX_NAME: usize = 127;

/// The type's name in a content type, without parameters.
pub(super) fn name(content_type: &[u8]) -> &[u8] {
    let end = content_type.iter().position(|byte| *byte == b';').unwrap_or(content_type.len());
    content_type.get(..end).unwrap_or_default().trim_ascii()
}

/// The protocol of a content type.
pub(super) fn by_type(registry: &Registry, content_type: &[u8]) -> Option<Proto> {
    let name = name(content_type);
    if name.is_empty() || name.len() > MAX_NAME {
        return None;
    }
    let mut lower = [0; MAX_NAME];
    let lower = lower.get_mut(..name.len())?;
    lower.copy_from_slice(name);
    lower.make_ascii_lowercase();
    registry.media(std::str::from_utf8(lower).ok()?)
}

/// What takes bodies of several parts, whatever else their type says.
pub(super) fn is_multipart(content_type: &[u8]) -> Option<Proto> {
    let start = content_type.get(..10)?;
    start.eq_ignore_ascii_case(b"multipart/").then_some(Proto::MimeMultipart)
}
