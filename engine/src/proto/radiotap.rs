//! Radiotap: metadata before an IEEE 802.11 frame.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Radiotap =>
    VERSION: "radiotap.version", "Header revision", u8().at(0);
    PAD: "radiotap.pad", "Header pad", u8().at(1);
    LENGTH: "radiotap.length", "Header length", u16().at(2).le();
}

/// IEEE 802.11 Radiotap Capture header.
pub static RADIOTAP: Protocol = Protocol {
    name: "radiotap",
    title: "IEEE 802.11 Radiotap Capture header",
    frame_name: "radiotap",
    fields: FIELDS,
    parents: &[Parent::LinkType(127)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let header = usize::from(tvb.u16_le(2)?);
    let payload = tvb.rest(header)?;
    if cx.out.plan.everything {
        cx.protocols.push("wlan_radio");
    }
    cx.call(Proto::Wlan, payload);
    Ok(header)
}
