//! Reads messages by their schema.

use strato_filter_lang::value::Value;

use super::{
    check_version, f, records,
    schema::{Kind, Part},
};
use crate::proto::{
    dissect::Cx,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

/// Longest text and largest array in the compact form.
const MAX_COMPACT: u64 = 0x7ff_ffff;

/// A message while it is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Body<'f> {
    pub(super) tvb: Tvb<'f>,
    pub(super) version: i16,
    /// Lengths are of variable size, and structures end with tagged fields.
    pub(super) compact: bool,
}

/// A number of 7 bits a byte, the lowest first, and how many bytes it takes.
pub(super) fn varint(tvb: Tvb<'_>, at: usize) -> Result<(u64, usize), Stop> {
    let mut value = 0;
    for i in 0..10 {
        let byte = tvb.u8(at + i)?;
        value |= u64::from(byte & 0x7f) << (7 * i);
        if byte & 0x80 == 0 {
            return Ok((value, i + 1));
        }
    }
    Err(Stop::Malformed)
}

/// What a length says.
enum Length {
    Null,
    Bytes(usize),
    Bad,
}

impl<'f> Body<'f> {
    /// Parts, and tagged fields behind them; returns where they end.
    pub(super) fn structure(&mut self, cx: &mut Cx<'f>, parts: &[Part], at: usize) -> Result<usize, Stop> {
        let mut at = at;
        for part in parts {
            // Of versions that are not known the newest that is.
            if part.from <= self.version && self.version <= part.to {
                at = self.part(cx, part.kind, at)?;
            }
        }
        if self.compact { self.tags(cx, at) } else { Ok(at) }
    }

    fn part(&mut self, cx: &mut Cx<'f>, kind: Kind, at: usize) -> Result<usize, Stop> {
        let tvb = self.tvb;
        match kind {
            Kind::Number(field, width) => {
                if field == f::COMMIT_TIMESTAMP {
                    let time = i128::from(tvb.u64(at)?.cast_signed()) * 1_000_000;
                    cx.out.add(field, tvb.bytes(at, width)?, Value::Time(time));
                } else {
                    cx.out.item(field, tvb, at, width)?;
                }
                Ok(at + width)
            }
            Kind::Text(field) => self.text(cx, field, at),
            Kind::Bytes(field) => self.bytes(cx, field, at),
            Kind::Array(parts) => self.array(cx, at, |body, cx, at| body.structure(cx, parts, at)),
            Kind::Numbers(field, width) => self.array(cx, at, |body, cx, at| {
                cx.out.item(field, body.tvb, at, width)?;
                Ok(at + width)
            }),
            Kind::Texts(field) => self.array(cx, at, |body, cx, at| body.text(cx, field, at)),
            Kind::Records => records::sets(cx, tvb, at),
            Kind::ApiVersions => self.array(cx, at, Self::api_version),
        }
    }

    fn api_version(&mut self, cx: &mut Cx<'f>, at: usize) -> Result<usize, Stop> {
        for (i, field) in [f::API_VERSIONS_API_KEY, f::API_VERSIONS_MIN_VERSION, f::API_VERSIONS_MAX_VERSION]
            .into_iter()
            .enumerate()
        {
            cx.out.item(field, self.tvb, at + 2 * i, 2)?;
        }
        let (key, newest) = (self.tvb.u16(at)?.cast_signed(), self.tvb.u16(at + 4)?.cast_signed());
        check_version(cx, key, newest);
        self.structure(cx, &[], at + 6)
    }

    /// A length of two bytes (texts) or four, or of variable size; how many bytes it takes.
    fn length(&self, at: usize, width: usize) -> Result<(Length, usize), Stop> {
        if self.compact {
            let (value, width) = varint(self.tvb, at)?;
            return Ok(match value.checked_sub(1) {
                None => (Length::Null, width),
                Some(len) if value <= MAX_COMPACT => (Length::Bytes(len as usize), width),
                Some(_) => (Length::Bad, width),
            });
        }
        let value = match width {
            2 => i32::from(self.tvb.u16(at)?.cast_signed()),
            _ => self.tvb.u32(at)?.cast_signed(),
        };
        Ok((if value == -1 { Length::Null } else { usize::try_from(value).map_or(Length::Bad, Length::Bytes) }, width))
    }

    /// Text, whose item covers the length, too.
    pub(super) fn text(&self, cx: &mut Cx<'f>, field: F, at: usize) -> Result<usize, Stop> {
        let (length, width) = self.length(at, 2)?;
        let start = at + width;
        match length {
            Length::Null => cx.out.add(field, self.tvb.bytes(at, width)?, Value::str("[ Null ]")),
            Length::Bytes(len) => {
                let text = self.tvb.bytes(start, len)?;
                let text = memchr::memchr(0, text).and_then(|end| text.get(..end)).unwrap_or(text);
                cx.out.text(field, self.tvb, at, width + len, &String::from_utf8_lossy(text))?;
                return Ok(start + len);
            }
            Length::Bad => {
                let text = "Invalid string length field";
                cx.out.expert(f::BAD_STRING_LENGTH, Severity::Warn, Group::Malformed, text);
            }
        }
        Ok(start)
    }

    fn bytes(&self, cx: &mut Cx<'f>, field: F, at: usize) -> Result<usize, Stop> {
        // Wireshark takes two bytes for the length, though there are four.
        let (length, width) = self.length(at, 2)?;
        let start = at + width;
        match length {
            Length::Null => cx.out.add(field, self.tvb.bytes(at, width)?, Value::bytes(&[])),
            Length::Bytes(len) => {
                let bytes = self.tvb.bytes(start, len)?;
                cx.out.add(field, self.tvb.bytes(at, width + len)?, Value::bytes(bytes));
                return Ok(start + len);
            }
            Length::Bad => {
                let text = "Invalid byte length field";
                cx.out.expert(f::BAD_BYTES_LENGTH, Severity::Warn, Group::Malformed, text);
            }
        }
        Ok(start)
    }

    /// Elements behind their number; each takes a byte at least.
    fn array(
        &mut self,
        cx: &mut Cx<'f>,
        at: usize,
        mut each: impl FnMut(&mut Self, &mut Cx<'f>, usize) -> Result<usize, Stop>,
    ) -> Result<usize, Stop> {
        let (length, width) = self.length(at, 4)?;
        let mut at = at + width;
        match length {
            Length::Null => {}
            Length::Bytes(count) => {
                for _ in 0..count {
                    at = each(self, cx, at)?;
                }
            }
            Length::Bad => {
                let text = "Invalid array length field";
                cx.out.expert(f::BAD_ARRAY_LENGTH, Severity::Warn, Group::Malformed, text);
            }
        }
        Ok(at)
    }

    /// Fields that later versions added.
    pub(super) fn tags(&self, cx: &mut Cx<'f>, at: usize) -> Result<usize, Stop> {
        let (count, width) = varint(self.tvb, at)?;
        let mut at = at + width;
        for _ in 0..count {
            let (tag, width) = varint(self.tvb, at)?;
            cx.out.number(f::TAGGED_FIELD_TAG, self.tvb, at, width, tag)?;
            at += width;
            let (len, width) = varint(self.tvb, at)?;
            at += width;
            let len = usize::try_from(len).map_err(|_| Stop::Malformed)?;
            cx.out.item(f::TAGGED_FIELD_DATA, self.tvb, at, len)?;
            at += len;
        }
        Ok(at)
    }
}
