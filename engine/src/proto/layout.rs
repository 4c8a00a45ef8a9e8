//! Runs of fields one after another: what most options and small messages are.

use strato_filter_lang::value::Value;

use super::{
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// One part of a run.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// So many bytes, decoded by the field's type.
    Item(F, usize),
    /// The same bytes, seen as several fields.
    Bits(&'static [F], usize),
    /// A label over so many bytes.
    Label(F, usize),
    /// All that remains; nothing if nothing does.
    Rest(F),
    /// All that remains, in pieces of so many bytes.
    Each(F, usize),
    /// An IPv6 prefix in all that remains, its last bytes left out.
    Prefix(F),
    /// Bytes nobody names.
    Skip(usize),
}

/// Reads part after part from `at`; returns where they end.
pub(super) fn walk<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize, parts: &[Part]) -> Result<usize, Stop> {
    for part in parts {
        match *part {
            Part::Item(field, len) => {
                cx.out.item(field, tvb, at, len)?;
                at += len;
            }
            Part::Bits(fields, len) => {
                fields.iter().try_for_each(|field| cx.out.item(*field, tvb, at, len))?;
                at += len;
            }
            Part::Label(field, len) => {
                tvb.bytes(at, len)?;
                cx.out.label(field, tvb, at, len);
                at += len;
            }
            Part::Rest(field) => {
                let len = tvb.reported_rest(at);
                if len > 0 {
                    cx.out.item(field, tvb, at, len)?;
                }
                at += len;
            }
            Part::Each(field, len) => {
                while tvb.reported_rest(at) >= len {
                    cx.out.item(field, tvb, at, len)?;
                    at += len;
                }
            }
            Part::Prefix(field) => {
                let len = tvb.reported_rest(at).min(16);
                let bytes = tvb.bytes(at, len)?;
                let high = bytes.iter().fold(0u128, |n, b| n << 8 | u128::from(*b));
                let address = high.checked_shl(8 * (16 - len as u32)).unwrap_or(0);
                cx.out.add(field, bytes, Value::ipv6(address));
                at += len;
            }
            Part::Skip(len) => at += len,
        }
    }
    Ok(at)
}
