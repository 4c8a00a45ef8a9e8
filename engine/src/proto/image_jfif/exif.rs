//! Exif: directories of tagged values in the form of TIFF 6.0.

use strato_filter_lang::schema::Order;

use super::f;
use crate::proto::{
    dissect::Cx,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

const EXIF_POINTER: u16 = 0x8769;
const GPS_POINTER: u16 = 0x8825;
const INTEROP_POINTER: u16 = 0xa005;

/// Most directories that are followed; offsets may lead in circles.
const MAX_DIRECTORIES: usize = 16;
/// Most values of an entry that are shown.
const MAX_VALUES: u32 = 1024;

/// Values that stand outside their entry.
struct Away {
    kind: u16,
    count: u32,
    offset: u32,
}

/// A directory, and what its tags are.
#[derive(Clone, Copy)]
struct Directory {
    offset: u32,
    tag: F,
}

/// The TIFF part of a segment.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let order = match tvb.u16(0)? {
        0x4949 => Order::Little,
        0x4d4d => Order::Big,
        _ => {
            cx.out.item(f::ENDIANNESS, tvb, 0, 2)?;
            return Ok(());
        }
    };
    cx.out.item(f::ENDIANNESS, tvb, 0, 2)?;
    let start = number(tvb, 4, 4, order)?;
    emit(cx, f::START_IFD_OFFSET, tvb, 4, 4, order)?;
    if start < 8 {
        cx.out.expert(f::START_IFD_OFFSET_INVALID, Severity::Warn, Group::Malformed, "Invalid value");
        return Ok(());
    }
    if let Some(skipped) = (start as usize).checked_sub(8).filter(|len| *len > 0) {
        cx.out.item(f::SKIPPED_TIFF_DATA, tvb, 8, skipped)?;
    }
    let mut waiting = vec![Directory { offset: start, tag: f::IFD_TAG }];
    let mut done = 0;
    while let Some(directory) = waiting.pop() {
        done += 1;
        if done > MAX_DIRECTORIES {
            break;
        }
        if let Some(next) = self::directory(cx, tvb, directory, order, &mut waiting)? {
            waiting.insert(0, Directory { offset: next, tag: directory.tag });
        }
    }
    Ok(())
}

fn number(tvb: Tvb<'_>, at: usize, len: usize, order: Order) -> Result<u32, Stop> {
    let value = if order == Order::Big { tvb.uint(at, len)? } else { tvb.uint_le(at, len)? };
    Ok(value as u32)
}

fn emit<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize, len: usize, order: Order) -> Result<(), Stop> {
    if order == Order::Big { cx.out.item(field, tvb, at, len) } else { cx.out.item_le(field, tvb, at, len) }
}

/// Dissects one directory; returns where the next of its chain is.
fn directory<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    directory: Directory,
    order: Order,
    waiting: &mut Vec<Directory>,
) -> Result<Option<u32>, Stop> {
    let mut at = directory.offset as usize;
    let entries = number(tvb, at, 2, order)?;
    emit(cx, f::IFD_NUM_FIELDS, tvb, at, 2, order)?;
    at += 2;
    let (mut away, mut below) = (Vec::new(), Vec::new());
    for _ in 0..entries {
        let (tag, kind) = (number(tvb, at, 2, order)? as u16, number(tvb, at + 2, 2, order)? as u16);
        let count = number(tvb, at + 4, 4, order)?;
        emit(cx, directory.tag, tvb, at, 2, order)?;
        emit(cx, f::IFD_TYPE, tvb, at + 2, 2, order)?;
        emit(cx, f::IFD_COUNT, tvb, at + 4, 4, order)?;
        let inside = number(tvb, at + 8, 4, order)?;
        if u64::from(count) * u64::from(width(kind)) <= 4 {
            values(cx, tvb, at + 8, kind, count, order)?;
        } else {
            emit(cx, f::IFD_OFFSET, tvb, at + 8, 4, order)?;
            away.push(Away { kind, count, offset: inside });
        }
        let inner = match tag {
            EXIF_POINTER => Some(f::IFD_TAG_EXIF),
            GPS_POINTER => Some(f::IFD_TAG_GPS),
            INTEROP_POINTER => Some(f::IFD_TAG_INTEROP),
            _ => None,
        };
        below.extend(inner.map(|tag| Directory { offset: inside, tag }));
        at += 12;
    }
    let next = number(tvb, at, 4, order)?;
    emit(cx, f::NEXT_IFD_OFFSET, tvb, at, 4, order)?;
    for value in away {
        values(cx, tvb, value.offset as usize, value.kind, value.count, order)?;
    }
    waiting.extend(below.into_iter().rev());
    if next != 0 && (next as usize) < at + 4 {
        cx.out.expert(f::NEXT_IFD_OFFSET_INVALID, Severity::Warn, Group::Malformed, "Invalid value");
        return Ok(None);
    }
    Ok((next != 0).then_some(next))
}

/// Bytes of a value of a type.
fn width(kind: u16) -> u32 {
    match kind {
        3 => 2,
        4 | 9 => 4,
        5 | 10 => 8,
        _ => 1,
    }
}

fn values<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, kind: u16, count: u32, order: Order) -> Result<(), Stop> {
    let each = |cx: &mut Cx<'f>, field: F| {
        let width = width(kind) as usize;
        (0..count.min(MAX_VALUES) as usize).try_for_each(|i| emit(cx, field, tvb, at + width * i, width, order))
    };
    match kind {
        1 => each(cx, f::IFD_VALUE_BYTE),
        2 => cx.out.item(f::IFD_VALUE_ASCII, tvb, at, count as usize),
        3 => each(cx, f::IFD_VALUE_SHORT),
        4 => each(cx, f::IFD_VALUE_LONG),
        5 | 10 => {
            let [whole, numerator, denominator] = if kind == 5 {
                [f::IFD_VALUE_RATIONAL, f::IFD_VALUE_RATIONAL_NUMERATOR, f::IFD_VALUE_RATIONAL_DENOMINATOR]
            } else {
                [f::IFD_VALUE_SRATIONAL, f::IFD_VALUE_SRATIONAL_NUMERATOR, f::IFD_VALUE_SRATIONAL_DENOMINATOR]
            };
            (0..count.min(MAX_VALUES) as usize).try_for_each(|i| {
                tvb.bytes(at + 8 * i, 8)?;
                cx.out.label(whole, tvb, at + 8 * i, 8);
                emit(cx, numerator, tvb, at + 8 * i, 4, order)?;
                emit(cx, denominator, tvb, at + 8 * i + 4, 4, order)
            })
        }
        7 => cx.out.item(f::IFD_VALUE_UNDEFINED, tvb, at, count as usize),
        9 => each(cx, f::IFD_VALUE_SLONG),
        _ => Ok(()),
    }
}
