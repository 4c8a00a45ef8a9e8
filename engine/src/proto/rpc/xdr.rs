//! XDR, RFC 4506: what the messages of RPC programs consist of, as data, and the one function that reads it.

use strato_filter_lang::value::Value;

use super::fields::f;
use crate::proto::{
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// Entries of a list that are read: more are no message but noise.
const MAX_ENTRIES: usize = 1 << 16;

/// A part of a message.
pub(in crate::proto) enum Xdr {
    /// A number, boolean or enumeration of so many bytes.
    Num(F, usize),
    /// A number of four bytes, and fields that are bits of it.
    Bits(F, &'static [F]),
    /// Text or bytes behind their length, filled up to four bytes.
    Counted(F),
    /// So many bytes.
    Fixed(F, usize),
    /// Seconds and a fraction, four bytes each, as a time and as two numbers.
    Time(F, F, F, Fraction),
    /// A flag, and what follows if it is not zero.
    Optional(F, &'static [Self]),
    /// A label over the parts.
    Item(F, &'static [Self]),
    /// Entries, each behind a flag that says that it is there.
    List(F, &'static [Self]),
    /// Entries behind their number.
    Array(F, &'static [Self]),
    /// A number, and what follows it for some of its values, else the last.
    Choice(F, &'static [(u32, &'static [Self])], &'static [Self]),
    /// Whatever the program reads itself.
    Own(Read),
}

/// Reads a part at an offset; returns the offset behind it.
pub(in crate::proto) type Read = for<'f> fn(&mut Cx<'f>, Tvb<'f>, usize) -> Result<usize, Stop>;

/// The unit of a time's second number.
#[derive(Clone, Copy)]
pub(in crate::proto) enum Fraction {
    Micro,
    Nano,
}

/// A procedure of a program: its arguments and its result.
pub(in crate::proto) struct Procedure {
    pub(in crate::proto) call: &'static [Xdr],
    pub(in crate::proto) reply: &'static [Xdr],
}

/// A procedure without arguments and result.
pub(in crate::proto) const NULL: Procedure = Procedure { call: &[], reply: &[] };

/// Reads parts one after another; returns the offset behind them.
pub(in crate::proto) fn read<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize, parts: &[Xdr]) -> Result<usize, Stop> {
    for part in parts {
        at = one(cx, tvb, at, part)?;
    }
    Ok(at)
}

fn one<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, part: &Xdr) -> Result<usize, Stop> {
    Ok(match part {
        Xdr::Num(field, len) | Xdr::Fixed(field, len) => {
            cx.out.item(*field, tvb, at, *len)?;
            at + len
        }
        Xdr::Bits(field, bits) => {
            cx.out.item(*field, tvb, at, 4)?;
            bits.iter().try_for_each(|bit| cx.out.item(*bit, tvb, at, 4))?;
            at + 4
        }
        Xdr::Counted(field) => counted(cx, tvb, at, *field)?,
        Xdr::Time(whole, seconds, rest, fraction) => {
            time(cx, tvb, at, *whole, *fraction)?;
            cx.out.item(*seconds, tvb, at, 4)?;
            cx.out.item(*rest, tvb, at + 4, 4)?;
            at + 8
        }
        Xdr::Optional(flag, parts) => {
            let there = cx.out.uint(*flag, tvb, at, 4)?;
            if there == 0 { at + 4 } else { read(cx, tvb, at + 4, parts)? }
        }
        Xdr::Item(label, parts) => {
            let end = read(cx, tvb, at, parts)?;
            cx.out.label(*label, tvb, at, end.saturating_sub(at));
            end
        }
        Xdr::List(flag, parts) => {
            let mut at = at;
            for _ in 0..MAX_ENTRIES {
                let more = cx.out.uint(*flag, tvb, at, 4)?;
                at += 4;
                if more == 0 {
                    break;
                }
                at = read(cx, tvb, at, parts)?;
            }
            at
        }
        Xdr::Array(count, parts) => {
            let entries = cx.out.uint(*count, tvb, at, 4)?;
            let mut at = at + 4;
            for _ in 0..entries.min(MAX_ENTRIES as u64) {
                at = read(cx, tvb, at, parts)?;
            }
            at
        }
        Xdr::Choice(number, arms, other) => {
            let chosen = cx.out.uint(*number, tvb, at, 4)?;
            let parts = arms.iter().find(|(arm, _)| u64::from(*arm) == chosen).map_or(*other, |(_, parts)| *parts);
            read(cx, tvb, at + 4, parts)?
        }
        Xdr::Own(own) => own(cx, tvb, at)?,
    })
}

/// Text or bytes behind their length.
pub(in crate::proto) fn counted<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, field: F) -> Result<usize, Stop> {
    let len = usize::try_from(cx.out.uint(f::OPAQUE_LENGTH, tvb, at, 4)?).unwrap_or(usize::MAX);
    let start = at + 4;
    cx.out.item(field, tvb, start, len)?;
    let end = start.saturating_add(len);
    let fill = len.next_multiple_of(4) - len;
    if fill > 0 {
        cx.out.item(f::FILL_BYTES, tvb, end, fill)?;
    }
    Ok(end + fill)
}

/// A time of two numbers.
fn time<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, field: F, fraction: Fraction) -> Result<(), Stop> {
    let (seconds, rest) = (tvb.u32(at)?, tvb.u32(at + 4)?);
    let unit = match fraction {
        Fraction::Micro => 1000,
        Fraction::Nano => 1,
    };
    let ns = i128::from(seconds) * 1_000_000_000 + i128::from(rest) * unit;
    cx.out.add(field, tvb.captured(at, 8), Value::Time(ns));
    Ok(())
}
