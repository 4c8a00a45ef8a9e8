//! Partial sequence numbers of IS-IS, ISO/IEC 10589 §9.11.

mod fields;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    isis::{self, Shown},
    isis_csnp,
    tvb::{Stop, Tvb},
};

/// Partial sequence numbers.
pub static ISIS_PSNP: Protocol = Protocol {
    name: "isis.psnp",
    title: "ISO 10589 ISIS Partial Sequence Numbers Protocol Data Unit",
    frame_name: "isis.psnp",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Isis)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const SHOWN: Shown = Shown { code: f::CLV_TYPE, len: f::CLV_LENGTH, unknown: f::CLV_UNKNOWN };

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let packet = isis::packet(cx);
    let at = &mut Cursor::new(tvb, 0);
    let len = at.uint(cx, f::PDU_LENGTH, 2)? as usize;
    at.item(cx, f::SOURCE_ID, packet.id)?;
    at.item(cx, f::SOURCE_CIRCUIT, 1)?;
    let tvb = tvb.limit(len.saturating_sub(packet.header - packet.variable()));
    isis::variable(cx, tvb, packet.variable(), &SHOWN, &mut |cx, code, value| {
        match code {
            9 => isis::entries(cx, isis_csnp::ENTRY, value, packet.id)?,
            10 | 133 => {}
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    Ok(tvb.len())
}
