//! Classical IP over ATM as Linux captures it: nothing before the IP header.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Clip =>
    NO_LINK_INFO: "clip.no_link_info", "No link information available", none();
}

/// Classical IP frame.
pub static CLIP: Protocol = Protocol {
    name: "clip",
    title: "Classical IP frame",
    frame_name: "clip",
    fields: FIELDS,
    parents: &[Parent::LinkType(19), Parent::LinkType(106)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let text = "No link information available";
    cx.out.expert(f::NO_LINK_INFO, Severity::Note, Group::Protocol, text);
    match tvb.u8(0)? >> 4 {
        6 => _ = cx.call(Proto::Ipv6, tvb),
        _ => _ = cx.call(Proto::Ip, tvb),
    }
    Ok(tvb.len())
}
