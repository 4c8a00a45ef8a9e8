//! The application layer: function, indications, and headers of objects with the points that they hold.

use strato_filter_lang::value::Value;

use super::fields::f;
use crate::proto::{
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// Functions from here on are responses, which have indications.
const RESPONSE: u8 = 0x81;
/// Points of one header that are looked at.
const MAX_POINTS: usize = 1 << 16;

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    for field in [f::AL_CTL, f::AL_FIR, f::AL_FIN, f::AL_CON, f::AL_UNS, f::AL_SEQ] {
        cx.out.item(field, tvb, 0, 1)?;
    }
    let function = cx.out.uint(f::AL_FUNC, tvb, 1, 1)? as u8;
    let mut at = 2;
    if function >= RESPONSE {
        let bits = [
            f::AL_IIN,
            f::AL_IIN_RST,
            f::AL_IIN_DT,
            f::AL_IIN_DOL,
            f::AL_IIN_TSR,
            f::AL_IIN_CLS3D,
            f::AL_IIN_CLS2D,
            f::AL_IIN_CLS1D,
            f::AL_IIN_BMSG,
            f::AL_IIN_CC,
            f::AL_IIN_OAE,
            f::AL_IIN_EBO,
            f::AL_IIN_PIOOR,
            f::AL_IIN_OBJU,
            f::AL_IIN_FCNI,
        ];
        bits.into_iter().try_for_each(|field| cx.out.item(field, tvb, at, 2))?;
        at += 2;
    }
    // Requests to read name points, without their values.
    let valued = !matches!(function, 1 | 0x14 | 0x15 | 0x16 | 7..=10);
    while at < tvb.len() {
        let Some(next) = objects(cx, tvb, at, valued)? else { return Ok(()) };
        at = next;
    }
    Ok(())
}

/// One header and its points; `None` where what follows is not known.
fn objects<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, valued: bool) -> Result<Option<usize>, Stop> {
    let object = cx.out.uint(f::AL_OBJ, tvb, at, 2)? as u16;
    cx.out.item(f::AL_OBJQ_PREFIX, tvb, at + 2, 1)?;
    cx.out.item(f::AL_OBJQ_RANGE, tvb, at + 2, 1)?;
    let qualifier = tvb.u8(at + 2)?;
    let (prefix, range) = (qualifier >> 4 & 7, qualifier & 0xf);
    let mut at = at + 3;
    let (mut first, mut count) = (0u64, 0u64);
    match range {
        0..=2 => {
            let width = 1 << range;
            first = cx.out.uint_le(f::AL_RANGE_START, tvb, at, width)?;
            let last = cx.out.uint_le(f::AL_RANGE_STOP, tvb, at + width, width)?;
            count = last.checked_sub(first).map_or(0, |span| span.saturating_add(1));
            at += 2 * width;
        }
        3..=5 => {
            let width = 1 << (range - 3);
            cx.out.item_le(f::AL_RANGE_ABS, tvb, at, width)?;
            at += width;
        }
        7..=9 | 11 => {
            let width = if range == 11 { 1 } else { 1 << (range - 7) };
            count = cx.out.uint_le(f::AL_RANGE_QUANTITY, tvb, at, width)?;
            at += width;
        }
        _ => {}
    }
    let count = usize::try_from(count).unwrap_or(MAX_POINTS).min(MAX_POINTS);
    if !valued && prefix == 0 {
        return Ok(Some(at));
    }
    points(cx, tvb, at, Points { object, prefix, first, count, valued })
}

/// The points of a header.
struct Points {
    object: u16,
    prefix: u8,
    first: u64,
    count: usize,
    valued: bool,
}

/// Binary inputs, outputs and indications, eight a byte; double-bit inputs, four a byte.
const PACKED: [u16; 3] = [0x0101, 0x0a01, 0x5001];
const PACKED_DOUBLE: u16 = 0x0301;

fn points<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize, points: Points) -> Result<Option<usize>, Stop> {
    let bits = match points.object {
        object if PACKED.contains(&object) => 1,
        PACKED_DOUBLE => 2,
        _ => 0,
    };
    if bits > 0 && points.valued && points.prefix == 0 {
        return packed(cx, tvb, at, bits, &points).map(Some);
    }
    let Some(size) = size(points.object) else { return Ok(None) };
    for i in 0..points.count {
        match points.prefix {
            0 => cx.out.generated_uint(f::AL_POINT_INDEX, points.first.saturating_add(i as u64)),
            1..=3 => {
                let width = 1 << (points.prefix - 1);
                cx.out.item_le(f::AL_INDEX, tvb, at, width)?;
                at += width;
            }
            _ => return Ok(None),
        }
        if points.valued {
            tvb.bytes(at, size)?;
            value(cx, tvb, at, points.object)?;
            at += size;
        }
    }
    Ok(Some(at))
}

fn packed<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, bits: usize, points: &Points) -> Result<usize, Stop> {
    let each = 8 / bits;
    let len = points.count.div_ceil(each);
    let bytes = tvb.bytes(at, len)?;
    for i in 0..points.count {
        let (place, shift) = (i / each, i % each * bits);
        let Some(byte) = bytes.get(place) else { break };
        cx.out.generated_uint(f::AL_POINT_INDEX, points.first.saturating_add(i as u64));
        let raw = tvb.captured(at + place, 1);
        if bits == 1 {
            cx.out.add(f::AL_BIT, raw, Value::Bool(byte >> shift & 1 == 1));
        } else {
            cx.out.add(f::AL_2BIT, raw, Value::Uint(u64::from(byte >> shift & 3)));
        }
    }
    Ok(at + len)
}

/// Bytes of a point of that object: group, variation.
#[rustfmt::skip]
fn size(object: u16) -> Option<usize> {
    Some(match object {
        0x0102 | 0x0201 | 0x0302 | 0x0401 | 0x0a02 | 0x0b01 => 1,
        0x0203 | 0x0403 | 0x1402 | 0x1502 | 0x1602 | 0x1702 | 0x1e02 | 0x2002 | 0x2802 | 0x2902 | 0x2a02 => 3,
        0x0202 | 0x0402 | 0x0b02 => 7,
        0x0c01 | 0x1505 | 0x1605 | 0x1705 | 0x2003 | 0x2007 | 0x2a03 | 0x2a07 => 11,
        0x1401 | 0x1501 | 0x1601 | 0x1701 | 0x1e01 | 0x1e05 | 0x2001 | 0x2005 | 0x2801 | 0x2803 | 0x2901 | 0x2903
            | 0x2a01 | 0x2a05 => 5,
        0x1405 | 0x1509 | 0x1e03 => 4,
        0x1406 | 0x150a | 0x1e04 | 0x3401 | 0x3402 => 2,
        0x1506 | 0x1606 | 0x1706 | 0x1e06 | 0x2004 | 0x2006 | 0x2804 | 0x2904 | 0x2a04 | 0x2a06 => 9,
        0x2008 | 0x2a08 => 15,
        0x3201 | 0x3301 | 0x3302 => 6,
        0x3c01..=0x3c04 => 0,
        _ => return None,
    })
}

/// The number in a point, behind its flags.
fn value<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, object: u16) -> Result<(), Stop> {
    match object {
        0x1401 | 0x1501 | 0x1601 | 0x1701 | 0x1505 | 0x1605 | 0x1705 => cx.out.item_le(f::AL_CNT, tvb, at + 1, 4),
        0x1402 | 0x1502 | 0x1602 | 0x1702 | 0x1506 | 0x1606 | 0x1706 => cx.out.item_le(f::AL_CNT, tvb, at + 1, 2),
        0x1405 | 0x1509 => cx.out.item_le(f::AL_CNT, tvb, at, 4),
        0x1406 | 0x150a => cx.out.item_le(f::AL_CNT, tvb, at, 2),
        0x1e01 | 0x2001 | 0x2003 => cx.out.item_le(f::AL_ANA_INT, tvb, at + 1, 4),
        0x1e02 | 0x2002 | 0x2004 => cx.out.item_le(f::AL_ANA_INT, tvb, at + 1, 2),
        0x1e03 => cx.out.item_le(f::AL_ANA_INT, tvb, at, 4),
        0x1e04 => cx.out.item_le(f::AL_ANA_INT, tvb, at, 2),
        0x1e05 | 0x2005 | 0x2007 => cx.out.item_le(f::AL_ANA_FLOAT, tvb, at + 1, 4),
        0x1e06 | 0x2006 | 0x2008 => cx.out.item_le(f::AL_ANA_DOUBLE, tvb, at + 1, 8),
        0x2801 => cx.out.item_le(f::AL_ANAOUT_INT, tvb, at + 1, 4),
        0x2802 => cx.out.item_le(f::AL_ANAOUT_INT, tvb, at + 1, 2),
        0x2803 => cx.out.item_le(f::AL_ANAOUT_FLOAT, tvb, at + 1, 4),
        0x2804 => cx.out.item_le(f::AL_ANAOUT_DOUBLE, tvb, at + 1, 8),
        _ => Ok(()),
    }
}
