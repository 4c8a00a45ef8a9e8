//! Link-local signaling, RFC 5613: records behind hellos and descriptions.

use super::{
    super::layout::{
        Part::{Bits, Item, Rest},
        walk,
    },
    Cx, F, Stop, Tvb, f,
};

const EXTENDED_OPTIONS: u16 = 1;
const AUTHENTICATION: u16 = 2;

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, start: usize) -> Result<(), Stop> {
    // The length counts words of four bytes.
    let len = usize::from(tvb.u16(start + 2)?) * 4;
    cx.out.item(f::LLS_CHECKSUM, tvb, start, 2)?;
    cx.out.number(f::LLS_DATA_LENGTH, tvb, start + 2, 2, len as u64)?;
    let block = tvb.sub(start, len.max(4))?;
    let mut at = 4;
    while block.reported_rest(at) >= 4 {
        let (kind, len) = (block.u16(at)?, usize::from(block.u16(at + 2)?));
        walk(cx, block, at, &[Item(f::TLV_TYPE, 2), Item(f::TLV_LENGTH, 2)])?;
        let body = block.sub(at + 4, len)?;
        match kind {
            EXTENDED_OPTIONS => {
                const OPTIONS: &[F] = &[f::LLS_EXT_OPTIONS, f::LLS_EXT_OPTIONS_RS, f::LLS_EXT_OPTIONS_LR];
                walk(cx, body, 0, &[Bits(OPTIONS, 4)])?;
            }
            AUTHENTICATION => {
                walk(cx, body, 0, &[Item(f::V2_LLS_SEQUENCE_NUMBER, 4), Rest(f::V2_LLS_AUTH_DATA)])?;
            }
            _ => {}
        }
        at += 4 + len.next_multiple_of(4);
    }
    Ok(())
}
