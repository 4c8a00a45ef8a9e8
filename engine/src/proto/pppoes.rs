//! PPP over Ethernet: frames of a session.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    pppoe::{self, HEADER},
    tvb::{Stop, Tvb},
};

/// PPP-over-Ethernet Session.
pub static PPPOES: Protocol = Protocol {
    name: "pppoes",
    title: "PPP-over-Ethernet Session",
    frame_name: "pppoes",
    parents: &[Parent::EtherType(0x8864)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let payload = pppoe::header(cx, tvb)?;
    cx.call(Proto::Ppp, payload);
    Ok(HEADER)
}
