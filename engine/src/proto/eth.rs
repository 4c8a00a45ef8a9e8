//! Ethernet II and IEEE 802.3.

mod trailer;

use strato_filter_lang::{
    schema::Display::{HexDec, Oui},
    value::Value,
};

use super::{
    cfp,
    Extent, Parent, Proto, Protocol, Table,
    conversation::Conversations,
    dissect::{Addr, Cx},
    ethertype::{self, ETHERTYPE},
    ip::values::CHECKSUM_STATUS,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};
use crate::vendors;

pub(super) use self::trailer::{End, trailer};

fields! { crate::proto::Proto::Eth =>
    DST: "eth.dst", "Destination", ether().at(0);
    DST_RESOLVED: "eth.dst_resolved", "Destination (resolved)", str();
    DST_OUI: "eth.dst.oui", "Destination OUI", u24().display(Oui).at(0);
    DST_OUI_RESOLVED: "eth.dst.oui_resolved", "Destination OUI (resolved)", str();
    DST_LG: "eth.dst.lg", "LG bit", bool().mask(0x20000).words("Locally administered address (this is NOT the factory default)", "Globally unique address (factory default)").at_width(0, 3);
    DST_IG: "eth.dst.ig", "IG bit", bool().mask(0x10000).words("Group address (multicast/broadcast)", "Individual address (unicast)").at_width(0, 3);
    SRC: "eth.src", "Source", ether().at(6);
    SRC_RESOLVED: "eth.src_resolved", "Source (resolved)", str();
    SRC_OUI: "eth.src.oui", "Source OUI", u24().display(Oui).at(6);
    SRC_OUI_RESOLVED: "eth.src.oui_resolved", "Source OUI (resolved)", str();
    SRC_LG: "eth.src.lg", "LG bit", bool().mask(0x20000).words("Locally administered address (this is NOT the factory default)", "Globally unique address (factory default)").at_width(6, 3);
    SRC_IG: "eth.src.ig", "IG bit", bool().mask(0x10000).words("Group address (multicast/broadcast)", "Individual address (unicast)").at_width(6, 3);
    ADDR: "eth.addr", "Address", ether().occurs_as(&["eth.dst", "eth.src"]);
    ADDR_OUI: "eth.addr.oui", "Address OUI", u24().display(Oui).occurs_as(&["eth.dst.oui", "eth.src.oui"]);
    ADDR_OUI_RESOLVED: "eth.addr.oui_resolved", "Address OUI (resolved)", str().occurs_as(&["eth.dst.oui_resolved", "eth.src.oui_resolved"]);
    ADDR_RESOLVED: "eth.addr_resolved", "Address (resolved)", str().occurs_as(&["eth.dst_resolved", "eth.src_resolved"]);
    FCS: "eth.fcs", "Frame check sequence", u32().hex();
    FCS_STATUS: "eth.fcs.status", "FCS Status", u8().values(&CHECKSUM_STATUS);
    FCS_BAD: "eth.fcs_bad", "Bad checksum", none();
    IG: "eth.ig", "IG bit", bool().mask(0x10000).words("Group address (multicast/broadcast)", "Individual address (unicast)").occurs_as(&["eth.dst.ig", "eth.src.ig"]);
    INVALID_LENTYPE: "eth.invalid_lentype", "Invalid length/type", u16().display(HexDec);
    INVALID_LENTYPE_EXPERT: "eth.invalid_lentype.expert", "Invalid length/type", none();
    LEN: "eth.len", "Length", u16();
    LEN_PAST_END: "eth.len.past_end", "Length field value goes past the end of the payload", none();
    LG: "eth.lg", "LG bit", bool().mask(0x20000).words("Locally administered address (this is NOT the factory default)", "Globally unique address (factory default)").occurs_as(&["eth.dst.lg", "eth.src.lg"]);
    PADDING: "eth.padding", "Padding", bytes();
    PADDING_BAD: "eth.padding_bad", "Padding identification may be inaccurate and impact trailer dissector", none();
    SRC_NOT_GROUP: "eth.src_not_group", "Source MAC must not be a group address: IEEE 802.3-2002, Section 3.2.3(b)", none();
    STREAM: "eth.stream", "Stream index", u32();
    TRAILER: "eth.trailer", "Trailer", bytes();
    TYPE: "eth.type", "Type", u16().hex().values(&ETHERTYPE);
}

/// Ethernet.
pub static ETH: Protocol = Protocol {
    name: "eth",
    title: "Ethernet",
    frame_name: "eth",
    fields: FIELDS,
    parents: &[
        Parent::LinkType(1),
        Parent::DecodeAs(super::Table::IpProto),
        Parent::DecodeAs(super::Table::UdpPort),
        Parent::EtherType(0x6558),
        Parent::Below(Proto::Vxlan),
        Parent::Below(Proto::Gre),
        Parent::Below(Proto::Mpls),
        Parent::Below(Proto::Nsh),
        Parent::Below(Proto::Erspan),
        Parent::Below(Proto::Cfp),
        Parent::Below(Proto::Etherip),
        Parent::Below(Proto::Fr),
        Parent::Below(Proto::Juniper),
    ],
    calls: &[Table::EtherType],
    extent: Extent::Consumed,
    stateful: &["eth.stream"],
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of addresses and type or length.
const HEADER: usize = 14;
/// Largest number that is a length (IEEE 802.3 §3.2.6); types start at 0x600.
const MAX_LENGTH: u16 = 1500;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (dst, src): ([u8; 6], [u8; 6]) = (tvb.array(0)?, tvb.array(6)?);
    cx.info.dst = Addr::Ether(dst);
    cx.info.src = Addr::Ether(src);
    resolved(cx, f::DST_RESOLVED, tvb.bytes(0, 6)?);
    vendor(cx, f::DST_OUI_RESOLVED, tvb, 0)?;
    resolved(cx, f::SRC_RESOLVED, tvb.bytes(6, 6)?);
    vendor(cx, f::SRC_OUI_RESOLVED, tvb, 6)?;
    if cx.out.wants(f::STREAM) {
        let streams: &mut Conversations = cx.state.of(Proto::Eth);
        let stream = streams.number(cx.info.src, cx.info.dst);
        cx.out.generated_uint(f::STREAM, stream.into());
    }
    let kind = tvb.u16(12)?;
    if src[0] & 1 != 0 && kind != cfp::ETHERTYPE {
        let text = "Source MAC must not be a group address";
        cx.out.expert(f::SRC_NOT_GROUP, Severity::Warn, Group::Protocol, text);
    }
    match kind {
        // Not a type of what follows: the addresses before it are FabricPath's.
        cfp::ETHERTYPE => {
            cx.withdraw_layer(Proto::Eth);
            cx.call(Proto::Cfp, tvb);
        }
        0..=MAX_LENGTH => ieee_802_3(cx, tvb, kind.into())?,
        0x600.. => {
            cx.out.item(f::TYPE, tvb, 12, 2)?;
            let payload = tvb.rest(HEADER)?;
            cx.column("Ethernet", || "Ethernet II".into());
            let end = End::of(cx, fcs_bytes(cx));
            ethertype::call(cx, kind, payload);
            if wants_trailer(cx) {
                let len = ethertype::payload_len(kind, payload).unwrap_or(payload.reported_len());
                trailer(cx, f::TRAILER, payload, len, end);
            }
        }
        _ => {
            cx.out.item(f::INVALID_LENTYPE, tvb, 12, 2)?;
            let text = "Invalid length/type";
            cx.out.expert(f::INVALID_LENTYPE_EXPERT, Severity::Warn, Group::Protocol, text);
            cx.call_data(tvb.rest(HEADER)?);
        }
    }
    Ok(HEADER)
}

/// Without name resolution an address is resolved to itself.
fn resolved<'f>(cx: &mut Cx<'f>, field: F, addr: &'f [u8]) {
    if cx.out.wants(field) {
        let text = cx.out.alloc_str(&hardware_text(addr));
        cx.out.add(field, addr, Value::str(text));
    }
}

/// Names who made the interface of an address, if that is known.
fn vendor<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    if cx.out.wants(field)
        && let Some(name) = vendors::name(tvb.uint(at, 3)? as u32)
    {
        cx.out.add(field, tvb.bytes(at, 3)?, Value::str(name));
    }
    Ok(())
}

/// Writes a hardware address as `00:11:22:33:44:55`.
pub(super) fn hardware_text(addr: &[u8]) -> String {
    addr.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(":")
}

/// A frame that says its length: Novell's raw IPX, or LLC.
fn ieee_802_3<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, len: usize) -> Result<(), Stop> {
    cx.out.item(f::LEN, tvb, 12, 2)?;
    let payload = tvb.rest(HEADER)?;
    if len > payload.reported_len() {
        let text = "Length field value goes past the end of the payload";
        cx.out.expert(f::LEN_PAST_END, Severity::Error, Group::Malformed, text);
    }
    cx.column("Ethernet", || "IEEE 802.3 Ethernet".into());
    let inner = payload.limit(len);
    let end = End::of(cx, fcs_bytes(cx));
    if payload.u16(0) == Ok(0xffff) {
        cx.call(Proto::Ipx, inner);
    } else {
        cx.call(Proto::Llc, inner);
    }
    if wants_trailer(cx) {
        trailer(cx, f::TRAILER, payload, len, end);
    }
    Ok(())
}

/// Whether somebody reads what follows the payload.
pub(super) fn wants_trailer(cx: &Cx<'_>) -> bool {
    let fields = [f::PADDING, f::PADDING_BAD, f::TRAILER, f::FCS, f::FCS_STATUS];
    // Padding that is not zeros is noted.
    cx.out.needs_itself(Proto::Ws) || fields.into_iter().any(|field| cx.out.wants(field))
}

/// Bytes of frame check sequence, if the capture says so; frames inside tunnels have none.
fn fcs_bytes(cx: &Cx<'_>) -> Option<usize> {
    if cx.parent() != Some(Proto::Frame) {
        return Some(0);
    }
    let bits = cx.frame.interface.as_ref().and_then(|interface| interface.fcs_bits)?;
    Some(usize::from(bits) / 8)
}
