//! Cisco FabricPath: a header of its own in front of an Ethernet frame. Its addresses name switches and ports.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// Addresses, EtherType, forwarding tag.
const HEADER: usize = 16;

/// Bytes of the frame check sequence.
const FCS: usize = 4;

/// EtherType of the header.
pub(crate) const ETHERTYPE: u16 = 0x8903;

fields! { crate::proto::Proto::Cfp =>
    D_HMAC: "cfp.d_hmac", "Destination HMAC", none();
    D_HMAC_MC: "cfp.d_hmac_mc", "MC Destination", ether();
    S_HMAC: "cfp.s_hmac", "Source HMAC", none();
    EID: "cfp.eid", "End Node ID", u24().mask(0xfc_c000);
    UL: "cfp.ul", "U/L bit", bool().mask(0x02_0000);
    IG: "cfp.ig", "I/G bit", bool().mask(0x01_0000);
    OOODL: "cfp.ooodl", "OOO/DL Bit", bool().mask(0x1000);
    SWID: "cfp.swid", "switch-id", u24().mask(0xfff);
    SSWID: "cfp.sswid", "sub-switch-id", u8();
    LID: "cfp.lid", "Source LID", u16();
    ETYPE: "cfp.etype", "FP Ethertype", u16().hex().at(12);
    FTAG: "cfp.ftag", "FTAG", u16().at(14).mask(0xffc0);
    FCS: "cfp.fcs", "Frame check sequence", u32().hex();
    TTL: "cfp.ttl", "TTL", u16().at(14).mask(0x3f);
}

/// FabricPath.
pub static CFP: Protocol = Protocol {
    name: "cfp",
    title: "Cisco FabricPath",
    frame_name: "cfp",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Eth)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if tvb.u8(0)? & 1 != 0 {
        cx.out.item(f::D_HMAC_MC, tvb, 0, 6)?;
    } else {
        cx.out.label(f::D_HMAC, tvb, 0, 6);
        address(cx, tvb, 0)?;
    }
    cx.out.label(f::S_HMAC, tvb, 6, 6);
    address(cx, tvb, 6)?;
    let inner = tvb.rest(HEADER)?;
    // Its last four bytes are taken for the frame check sequence, always.
    let len = inner.reported_len().saturating_sub(FCS);
    if tvb.len() == tvb.reported_len() {
        cx.out.item(f::FCS, inner, len, FCS)?;
    }
    cx.call(Proto::Eth, inner.limit(len));
    Ok(HEADER)
}

fn address<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    for field in [f::EID, f::UL, f::IG, f::OOODL, f::SWID] {
        cx.out.item(field, tvb, at, 3)?;
    }
    cx.out.item(f::SSWID, tvb, at + 3, 1)?;
    cx.out.item(f::LID, tvb, at + 4, 2)
}
