//! Per-Packet Information: metadata before a packet of any link type.

use super::{
    Extent, Parent, Protocol, Table,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Ppi =>
    VERSION: "ppi.version", "Version", u8().at(0);
    FLAGS: "ppi.flags", "Flags", u8().hex().at(1);
    LENGTH: "ppi.length", "Header length", u16().at(2).le();
    DLT: "ppi.dlt", "DLT", u32().at(4).le();
}

/// PPI Packet Header.
pub static PPI: Protocol = Protocol {
    name: "ppi",
    title: "PPI Packet Header",
    frame_name: "ppi",
    fields: FIELDS,
    parents: &[Parent::LinkType(192)],
    calls: &[Table::LinkType],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// `LINKTYPE_IEEE802_11`.
const WIRELESS: u32 = 105;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (header, link) = (usize::from(tvb.u16_le(2)?), tvb.u32_le(4)?);
    if cx.out.plan.everything {
        cx.protocols.push(if link == WIRELESS { "wlan_radio" } else { "pcap_pktdata" });
    }
    cx.column("PPI", || "Per-Packet Information".into());
    let payload = tvb.rest(header)?;
    if !cx.call_table(Table::LinkType, link, payload) {
        cx.call_data(payload);
    }
    Ok(header)
}
