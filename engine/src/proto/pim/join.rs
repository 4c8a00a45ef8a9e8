//! Join, prune and graft messages, RFC 7761 §4.9.5.

use strato_filter_lang::value::Value;

use super::{
    super::layout::{Part::Item, walk},
    Cx, HEADER, Kind, Stop, Tvb, address, f,
};

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let at = address(cx, tvb, HEADER, &Kind::UPSTREAM)?;
    let groups = tvb.u8(at + 1)?;
    let mut at = walk(cx, tvb, at, &[Item(f::RES_BYTES, 1), Item(f::NUMGROUPS, 1), Item(f::HOLDTIME, 2)])?;
    for _ in 0..groups {
        let len = group_len(tvb, at)?;
        // As Wireshark: its text is only shown.
        cx.out.add(f::GROUP_SET, tvb.captured(at, len), Value::str(""));
        at = address(cx, tvb, at, &Kind::GROUP)?;
        let (joins, prunes) = (tvb.u16(at)?, tvb.u16(at + 2)?);
        cx.out.item(f::NUMJOINS, tvb, at, 2)?;
        let counts = at;
        at += 4;
        for _ in 0..joins {
            at = address(cx, tvb, at, &Kind::JOIN)?;
        }
        cx.out.item(f::NUMPRUNES, tvb, counts + 2, 2)?;
        for _ in 0..prunes {
            at = address(cx, tvb, at, &Kind::PRUNE)?;
        }
    }
    Ok(())
}

/// Bytes of a group with its sources, none of which has attributes.
fn group_len(tvb: Tvb<'_>, at: usize) -> Result<usize, Stop> {
    let one = if tvb.u8(at)? == 2 { 20 } else { 8 };
    let sources = usize::from(tvb.u16(at + one)?) + usize::from(tvb.u16(at + one + 2)?);
    Ok(one + 4 + sources * one)
}
