//! IPsec in UDP, RFC 3948.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Udpencap =>
    NAT_KEEPALIVE: "udpencap.nat_keepalive", "NAT-keepalive packet", none();
    NON_ESP_MARKER: "udpencap.non_esp_marker", "Non-ESP Marker", none();
}

/// IPsec in UDP.
pub static UDPENCAP: Protocol = Protocol {
    name: "udpencap",
    title: "UDP Encapsulation of IPsec Packets",
    frame_name: "udpencap",
    fields: FIELDS,
    parents: &[Parent::UdpPort(4500)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("UDPENCAP", String::new);
    if tvb.reported_len() == 1 && tvb.u8(0)? == 0xff {
        cx.out.label(f::NAT_KEEPALIVE, tvb, 0, 1);
        return Ok(1);
    }
    if tvb.u32(0)? == 0 {
        cx.out.label(f::NON_ESP_MARKER, tvb, 0, 4);
        cx.call(Proto::Isakmp, tvb.rest(4)?);
    } else {
        cx.call(Proto::Esp, tvb);
    }
    Ok(tvb.len())
}
