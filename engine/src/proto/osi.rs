//! Network layers of ISO by their identifier, the first byte (ISO/IEC TR 9577).

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// ISO's network layers.
pub static OSI: Protocol = Protocol {
    name: "osi",
    title: "OSI",
    frame_name: "osi",
    parents: &[Parent::LlcSap(0xfe), Parent::PppProto(0x23)],
    extent: Extent::Items,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    const ISIS: u8 = 0x83;
    if tvb.u8(0)? == ISIS {
        cx.call(Proto::Isis, tvb);
    } else {
        cx.call_data(tvb);
    }
    Ok(tvb.len())
}
