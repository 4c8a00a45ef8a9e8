//! Complete sequence numbers of IS-IS, ISO/IEC 10589 §9.10.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    isis::{self, Shown},
    out::F,
    tvb::{Stop, Tvb},
};

/// Complete sequence numbers.
pub static ISIS_CSNP: Protocol = Protocol {
    name: "isis.csnp",
    title: "ISO 10589 ISIS Complete Sequence Numbers Protocol Data Unit",
    frame_name: "isis.csnp",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Isis)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const SHOWN: Shown = Shown { code: f::CLV_TYPE, len: f::CLV_LENGTH, unknown: f::CLV_UNKNOWN };
/// What entries are shown by, in packets of partial numbers, too.
pub(super) const ENTRY: [F; 4] = [f::LSP_REMAIN_LIFE, f::LSP_ID, f::LSP_SEQ_NUM, f::LSP_CHECKSUM];

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let packet = isis::packet(cx);
    let at = &mut Cursor::new(tvb, 0);
    let len = at.uint(cx, f::PDU_LENGTH, 2)? as usize;
    at.item(cx, f::SOURCE_ID, packet.id)?;
    at.item(cx, f::SOURCE_CIRCUIT, 1)?;
    at.item(cx, f::START_LSP_ID, packet.id + 2)?;
    at.item(cx, f::END_LSP_ID, packet.id + 2)?;
    let tvb = tvb.limit(len.saturating_sub(packet.header - packet.variable()));
    isis::variable(cx, tvb, packet.variable(), &SHOWN, &mut |cx, code, value| {
        match code {
            9 => isis::entries(cx, ENTRY, value, packet.id)?,
            10 if value.reported_len() > 1 => {
                cx.out.item(f::AUTHENTICATION, value, 1, value.reported_len() - 1)?;
            }
            133 => cx.out.item(f::IP_AUTHENTICATION, value, 0, value.reported_len())?,
            12 => cx.out.item(f::CHECKSUM, value, 0, 2)?,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    Ok(tvb.len())
}
