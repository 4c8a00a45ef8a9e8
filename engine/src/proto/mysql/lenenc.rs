//! Numbers and texts that tell their own length.

use strato_filter_lang::value::Value;

use super::f;
use crate::proto::{
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// A number of 1 to 9 bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// Bytes it takes.
    pub(super) width: usize,
    /// Its value; `None` is NULL.
    pub(super) value: Option<u64>,
}

impl Number {
    /// The value, 0 for NULL.
    pub(super) fn or_zero(self) -> u64 {
        self.value.unwrap_or_default()
    }

    /// The value as a length: what no packet is long enough for fails when it is read.
    pub(super) fn len(self) -> usize {
        usize::try_from(self.or_zero()).unwrap_or(usize::MAX)
    }
}

/// Reads a number.
pub(super) fn peek(tvb: Tvb<'_>, at: usize) -> Result<Number, Stop> {
    Ok(match tvb.u8(at)? {
        251 => Number { width: 1, value: None },
        252 => Number { width: 3, value: Some(tvb.uint_le(at + 1, 2)?) },
        253 => Number { width: 4, value: Some(tvb.uint_le(at + 1, 3)?) },
        254 => Number { width: 9, value: Some(tvb.u64_le(at + 1)?) },
        small => Number { width: 1, value: Some(small.into()) },
    })
}

/// Reads a number and emits how it is encoded.
pub(super) fn number<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<Number, Stop> {
    let number = peek(tvb, at)?;
    cx.out.item(f::MARIADB_PREFIX, tvb, at, 1)?;
    if let Some(value) = number.value {
        let prefix = usize::from(number.width > 1);
        cx.out.number(f::MARIADB_LENGTH, tvb, at + prefix, number.width - prefix, value)?;
    }
    Ok(number)
}

/// Reads a number and emits it as a field, too.
pub(super) fn field<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<Number, Stop> {
    let number = number(cx, tvb, at)?;
    cx.out.number(field, tvb, at, number.width, number.or_zero())?;
    Ok(number)
}

/// Emits a text that its length stands before; returns where it ends.
pub(super) fn text<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = number(cx, tvb, at)?;
    let at = at + len.width;
    if len.value.is_none() {
        cx.out.add(field, tvb.captured(at, 0), Value::str("NULL"));
        return Ok(at);
    }
    cx.out.ascii(field, tvb, at, (at, len.len()), len.len())?;
    Ok(at + len.len())
}

/// Emits the length of a text, and the text; returns where it ends.
pub(super) fn text_with_len<'f>(
    cx: &mut Cx<'f>,
    (len_field, text_field): (F, F),
    tvb: Tvb<'f>,
    at: usize,
) -> Result<usize, Stop> {
    let len = field(cx, len_field, tvb, at)?;
    let at = at + len.width;
    cx.out.ascii(text_field, tvb, at, (at, len.len()), len.len())?;
    Ok(at + len.len())
}
