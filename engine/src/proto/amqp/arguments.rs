//! Values of arguments and of tables, AMQP 0-9-1 §4.2.5, with the types that RabbitMQ gives letters of its own.

use strato_filter_lang::value::Value;

use super::{f, methods::Argument};
use crate::proto::{
    cursor::Cursor,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// Deepest nesting of tables and arrays.
const MAX_DEPTH: usize = 32;
const NS_PER_S: i128 = 1_000_000_000;

/// Emits an argument.
pub(super) fn argument<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, argument: Argument) -> Result<(), Stop> {
    match argument {
        // The only one of its kind: seconds since 1970.
        Argument::Number(f::METHOD_PROPERTIES_TIMESTAMP, len) => {
            time(cx, f::METHOD_PROPERTIES_TIMESTAMP, at.tvb, at.at)?;
            at.at += len;
        }
        Argument::Number(field, len) => at.item(cx, field, len)?,
        Argument::Short(field) => {
            let len = usize::from(at.tvb.u8(at.at)?);
            at.at += 1;
            at.item(cx, field, len)?;
        }
        Argument::Long(field) => {
            let len = at.tvb.u32(at.at)? as usize;
            at.at += 4;
            at.item(cx, field, len)?;
        }
        Argument::Table(field) => {
            let len = at.tvb.u32(at.at)? as usize;
            let content = at.tvb.sub(at.at + 4, len)?;
            cx.out.label(field, at.tvb, at.at + 4, len);
            at.at += 4 + len;
            table(cx, content, 0)?;
        }
        Argument::Bits(fields) => {
            let raw = at.tvb.bytes(at.at, 1)?;
            let bits = at.tvb.u8(at.at)?;
            for (i, field) in fields.iter().enumerate() {
                cx.out.add(*field, raw, Value::Bool(bits >> i & 1 != 0));
            }
            at.at += 1;
        }
    }
    Ok(())
}

fn time<'f>(cx: &mut Cx<'f>, field: crate::proto::out::F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let seconds = tvb.u64(at)?;
    cx.out.add(field, tvb.bytes(at, 8)?, Value::Time(i128::from(seconds) * NS_PER_S));
    Ok(())
}

/// Names and values.
fn table<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, depth: usize) -> Result<(), Stop> {
    let mut at = 0;
    while tvb.reported_rest(at) > 0 {
        let name = usize::from(tvb.u8(at)?);
        at = value(cx, tvb, at + 1 + name, depth)?;
    }
    Ok(())
}

/// A value behind the letter of its type; returns where it ends.
fn value<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, depth: usize) -> Result<usize, Stop> {
    if depth > MAX_DEPTH {
        return Err(Stop::Malformed);
    }
    let kind = tvb.u8(at)?;
    let counted = |extra: usize| -> Result<usize, Stop> { Ok((tvb.u32(at + 1)? as usize).saturating_add(extra)) };
    let len = match kind {
        b'V' => 0,
        b't' | b'b' | b'B' => 1,
        b's' | b'u' | b'U' => 2,
        b'I' | b'i' | b'f' => 4,
        b'D' => 5,
        b'L' | b'l' | b'd' | b'T' => 8,
        b'S' | b'x' | b'F' | b'A' => counted(4)?,
        _ => return Err(Stop::Malformed),
    };
    let end = at.saturating_add(1).saturating_add(len);
    tvb.sub(at, end - at)?;
    match kind {
        b'T' => time(cx, f::FIELD_TIMESTAMP, tvb, at + 1)?,
        b'x' => cx.out.item(f::FIELD_BYTE_ARRAY, tvb, at + 5, len - 4)?,
        _ => cx.out.label(f::FIELD, tvb, at, end - at),
    }
    match kind {
        b'F' => table(cx, tvb.sub(at + 5, len - 4)?, depth + 1)?,
        b'A' => {
            let items = tvb.sub(at + 5, len - 4)?;
            let mut next = 0;
            while items.reported_rest(next) > 0 {
                next = value(cx, items, next, depth + 1)?;
            }
        }
        _ => {}
    }
    Ok(end)
}
