//! Telephone events in RTP, RFC 4733 (which replaces RFC 2833).

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// Telephone events.
pub static RTPEVENT: Protocol = Protocol {
    name: "rtpevent",
    title: "RFC 2833 RTP Event",
    frame_name: "rtpevent",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Rtp)],
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let at = &mut Cursor::new(tvb, 0);
    at.item(cx, f::EVENT_ID, 1)?;
    at.bits(cx, &[f::END_OF_EVENT, f::RESERVED, f::VOLUME], 1)?;
    at.item(cx, f::DURATION, 2)?;
    Ok(at.at)
}
