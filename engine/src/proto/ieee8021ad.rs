//! Provider bridges, IEEE 802.1ad: the outer of two VLAN tags.

use super::{
    Extent, Parent, Protocol, Table,
    dissect::Cx,
    ethertype,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Ieee8021ad =>
    PRIORITY: "ieee8021ad.priority", "Priority", u16().mask(0xe000).at(0);
    DEI: "ieee8021ad.dei", "DEI", u16().mask(0x1000).at(0);
    ID: "ieee8021ad.id", "ID", u16().mask(0xfff).at(0);
    SVID: "ieee8021ad.svid", "ID", u16().mask(0xfff);
    CVID: "ieee8021ad.cvid", "ID", u16().mask(0xfff);
}

/// A service tag.
pub static IEEE8021AD: Protocol = Protocol {
    name: "ieee8021ad",
    title: "IEEE 802.1ad",
    frame_name: "ieee8021ad",
    fields: FIELDS,
    parents: &[Parent::EtherType(0x88a8)],
    calls: &[Table::EtherType],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    tvb.u16(0)?;
    let kind = tvb.u16(2)?;
    ethertype::call(cx, kind, tvb.rest(4)?);
    Ok(4)
}
