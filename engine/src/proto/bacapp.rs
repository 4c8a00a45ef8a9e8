//! BACnet's application layer, ANSI/ASHRAE 135 §20: the head of its units and which service they are for.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// BACnet's application layer.
pub static BACAPP: Protocol = Protocol {
    name: "bacapp",
    title: "Building Automation and Control Network APDU",
    frame_name: "bacapp",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Bacnet)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// In the first byte: the unit is a part of a longer one.
const SEGMENTED: u8 = 0x08;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let first = tvb.u8(0)?;
    cx.column("BACnet-APDU", || values::TYPE.name((first >> 4).into()).unwrap_or("Unknown").to_owned());
    let mut at = Cursor::new(tvb, 0);
    match first >> 4 {
        0 => {
            at.bits(cx, &[f::TYPE, f::SEGMENTED_REQUEST, f::MORE_SEGMENTS, f::SA], 1)?;
            at.bits(cx, &[f::RESPONSE_SEGMENTS, f::MAX_ADPU_SIZE], 1)?;
            at.item(cx, f::INVOKE_ID, 1)?;
            segment(cx, &mut at, first)?;
            at.item(cx, f::CONFIRMED_SERVICE, 1)?;
        }
        1 => {
            at.item(cx, f::TYPE, 1)?;
            at.item(cx, f::UNCONFIRMED_SERVICE, 1)?;
        }
        3 => {
            at.bits(cx, &[f::TYPE, f::SEGMENTED_REQUEST, f::MORE_SEGMENTS], 1)?;
            at.item(cx, f::INVOKE_ID, 1)?;
            segment(cx, &mut at, first)?;
            at.item(cx, f::CONFIRMED_SERVICE, 1)?;
        }
        4 => {
            at.bits(cx, &[f::TYPE, f::NAK], 1)?;
            at.item(cx, f::INVOKE_ID, 1)?;
            at.item(cx, f::SEQUENCE_NUMBER, 1)?;
            at.item(cx, f::WINDOW_SIZE, 1)?;
        }
        2 | 5 => {
            at.item(cx, f::TYPE, 1)?;
            at.item(cx, f::INVOKE_ID, 1)?;
            at.item(cx, f::CONFIRMED_SERVICE, 1)?;
        }
        6 => {
            at.item(cx, f::TYPE, 1)?;
            at.item(cx, f::INVOKE_ID, 1)?;
            at.item(cx, f::REJECT_REASON, 1)?;
        }
        7 => {
            at.item(cx, f::TYPE, 1)?;
            at.item(cx, f::INVOKE_ID, 1)?;
            at.item(cx, f::ABORT_REASON, 1)?;
        }
        _ => at.item(cx, f::TYPE, 1)?,
    }
    Ok(tvb.len())
}

fn segment<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, first: u8) -> Result<(), Stop> {
    if first & SEGMENTED != 0 {
        at.item(cx, f::SEQUENCE_NUMBER, 1)?;
        at.item(cx, f::WINDOW_SIZE, 1)?;
    }
    Ok(())
}
