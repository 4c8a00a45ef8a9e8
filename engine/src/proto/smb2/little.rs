//! Little-endian numbers, flags, times and names, as all of SMB2's structures have them.

use strato_filter_lang::value::Value;

use super::fields::f;
use crate::proto::{
    dissect::Cx,
    out::F,
    registry,
    tvb::{Stop, Tvb},
};

/// A number.
pub(super) fn num<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize, len: usize) -> Result<(), Stop> {
    cx.out.item_le(field, tvb, at, len)
}

/// A number and all fields of its protocol that are bits of it: those whose names begin with `prefix`.
pub(super) fn flags<'f>(
    cx: &mut Cx<'f>,
    field: F,
    prefix: &str,
    tvb: Tvb<'f>,
    at: usize,
    len: usize,
) -> Result<(), Stop> {
    num(cx, field, tvb, at, len)?;
    let declared = registry::protocol(field.proto).fields;
    for (index, part) in declared.iter().enumerate() {
        if part.mask != 0 && part.name.starts_with(prefix) {
            num(cx, F { proto: field.proto, index: index as u16 }, tvb, at, len)?;
        }
    }
    Ok(())
}

/// 100 ns between 1601 and 1970.
const EPOCH: i128 = 116_444_736_000_000_000;

/// A FILETIME: none is shown as the Unix epoch.
pub(super) fn time<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let ticks = tvb.u64_le(at)?;
    let ns = if ticks == 0 { 0 } else { (i128::from(ticks) - EPOCH) * 100 };
    cx.out.add(field, tvb.captured(at, 8), Value::Time(ns));
    Ok(())
}

/// A GUID whose first three parts are little endian.
pub(super) fn guid<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let [a, b, c, d, e, f, g, h, rest @ ..] = tvb.array::<16>(at)?;
    let [i, j, k, l, m, n, o, p] = rest;
    let guid = [d, c, b, a, f, e, h, g, i, j, k, l, m, n, o, p];
    cx.out.add(field, tvb.captured(at, 16), Value::Guid(guid));
    Ok(())
}

/// Where a buffer lies: offset from the header, and length.
#[derive(Clone, Copy)]
pub(super) struct Place {
    offset: usize,
    len: usize,
}

/// An offset and a length of so many bytes each.
pub(super) fn place<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    (offset_at, offset_len): (usize, usize),
    (len_at, len_len): (usize, usize),
) -> Result<Place, Stop> {
    let offset = cx.out.uint_le(f::OLB_OFFSET, tvb, offset_at, offset_len)?;
    let len = cx.out.uint_le(f::OLB_LENGTH, tvb, len_at, len_len)?;
    Ok(Place { offset: usize::try_from(offset).unwrap_or(usize::MAX), len: usize::try_from(len).unwrap_or(usize::MAX) })
}

impl Place {
    /// The bytes, if there are any.
    pub(super) fn find(self, tvb: Tvb<'_>) -> Result<Option<Tvb<'_>>, Stop> {
        if self.len == 0 || self.offset == 0 { Ok(None) } else { tvb.sub(self.offset, self.len).map(Some) }
    }
}

/// Text in UTF-16; returns it.
pub(super) fn text<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>) -> Result<String, Stop> {
    let bytes = tvb.bytes(0, tvb.reported_len())?;
    let units = bytes.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
    let text: String = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    cx.out.text(field, tvb, 0, tvb.len(), &text)?;
    Ok(text)
}
