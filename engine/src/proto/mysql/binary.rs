//! Values in binary: parameters and rows of prepared statements.

use strato_filter_lang::value::Value;

use super::{
    connection::{Column, with},
    f, lenenc,
};
use crate::proto::{
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// A parameter, whose type stands at `type_at`; returns where its value, at `at`, ends, or `None` for a type that
/// Wireshark does not know.
pub(super) fn parameter<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    type_at: usize,
    at: usize,
    streamed: bool,
) -> Result<Option<usize>, Stop> {
    cx.out.label(f::EXEC_PARAM, tvb, type_at, 2);
    let kind = tvb.u8(type_at)?;
    cx.out.item(f::FIELD_TYPE, tvb, type_at, 1)?;
    let unsigned = cx.out.uint(f::EXEC_UNSIGNED, tvb, type_at + 1, 1)? != 0;
    if streamed {
        let text = "This parameter was streamed, its value can be found in Send BLOB packets";
        cx.out.expert(f::STREAMED_PARAM, Severity::Chat, Group::Sequence, text);
        return Ok(Some(at));
    }
    value(cx, tvb, at, Column { kind, unsigned })
}

/// A row: bits for what is NULL (the first two mean nothing), then the other values.
pub(super) fn row<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let columns = with(cx, |conn| std::mem::take(&mut conn.columns));
    let result = row_of(cx, tvb, at, &columns);
    with(cx, |conn| conn.columns = columns);
    result
}

fn row_of<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, columns: &[Column]) -> Result<usize, Stop> {
    let len = (columns.len() + 9) / 8;
    let nulls = tvb.bytes(at, len)?;
    cx.out.item(f::ROW_NULLBUFFER, tvb, at, len)?;
    let mut at = at + len;
    for (i, column) in columns.iter().enumerate() {
        let bit = i + 2;
        if nulls.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 != 0) {
            cx.out.label(f::EXEC_FIELD_NULL, tvb, at, 0);
        } else {
            match value(cx, tvb, at, *column)? {
                Some(end) => at = end,
                None => break,
            }
        }
    }
    Ok(at)
}

pub(super) fn value<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, column: Column) -> Result<Option<usize>, Stop> {
    let Column { kind, unsigned } = column;
    let pick = |signed, without_sign| if unsigned { without_sign } else { signed };
    let (field, len) = match kind {
        1 => (pick(f::EXEC_FIELD_TINY, f::EXEC_FIELD_UNSIGNED_TINY), 1),
        2 => (pick(f::EXEC_FIELD_SHORT, f::EXEC_FIELD_UNSIGNED_SHORT), 2),
        3 => (pick(f::EXEC_FIELD_LONG, f::EXEC_FIELD_UNSIGNED_LONG), 4),
        4 => (f::EXEC_FIELD_FLOAT, 4),
        5 => (f::EXEC_FIELD_DOUBLE, 8),
        // NULL
        6 => return Ok(Some(at)),
        // TIMESTAMP, DATE, DATETIME
        7 | 10 | 12 => return datetime(cx, tvb, at).map(Some),
        8 => (pick(f::EXEC_FIELD_LONGLONG, f::EXEC_FIELD_UNSIGNED_LONGLONG), 8),
        11 => return time(cx, tvb, at).map(Some),
        // NEWDECIMAL, BLOB, VAR_STRING, STRING
        246 | 252..=254 => return string(cx, tvb, at).map(Some),
        _ => return Ok(None),
    };
    cx.out.item_le(field, tvb, at, len)?;
    Ok(Some(at + len))
}

/// Its item covers the length, too.
fn string<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = lenenc::peek(tvb, at)?;
    let end = at.saturating_add(len.width).saturating_add(len.len());
    if len.value.is_none() {
        cx.out.add(f::EXEC_FIELD_STRING, tvb.bytes(at, 1)?, Value::str("NULL"));
    } else {
        cx.out.ascii(f::EXEC_FIELD_STRING, tvb, at, (at + len.width, len.len()), end - at)?;
    }
    Ok(end)
}

fn datetime<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = usize::from(tvb.u8(at)?);
    cx.out.item(f::EXEC_FIELD_DATETIME_LENGTH, tvb, at, 1)?;
    let parts = [
        (f::EXEC_FIELD_YEAR, 0, 2),
        (f::EXEC_FIELD_MONTH, 2, 1),
        (f::EXEC_FIELD_DAY, 3, 1),
        (f::EXEC_FIELD_HOUR, 4, 1),
        (f::EXEC_FIELD_MINUTE, 5, 1),
        (f::EXEC_FIELD_SECOND, 6, 1),
        (f::EXEC_FIELD_SECONDB, 7, 4),
    ];
    for (field, offset, width) in parts {
        if len >= offset + width {
            cx.out.item_le(field, tvb, at + 1 + offset, width)?;
        }
    }
    Ok(at + 1 + len)
}

fn time<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = usize::from(tvb.u8(at)?);
    cx.out.item(f::EXEC_FIELD_TIME_LENGTH, tvb, at, 1)?;
    let parts = [
        (f::EXEC_FIELD_TIME_SIGN, 0, 1),
        (f::EXEC_FIELD_TIME_DAYS, 1, 4),
        (f::EXEC_FIELD_HOUR, 5, 1),
        (f::EXEC_FIELD_MINUTE, 6, 1),
        (f::EXEC_FIELD_SECOND, 7, 1),
        (f::EXEC_FIELD_SECONDB, 8, 4),
    ];
    for (field, offset, width) in parts {
        if len >= offset + width {
            cx.out.item_le(field, tvb, at + 1 + offset, width)?;
        }
    }
    Ok(at + 1 + len)
}
