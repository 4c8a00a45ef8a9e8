//! MACsec, IEEE 802.1AE §9: the tag; a payload that is only authenticated is read.

use super::{
    Extent, Parent, Protocol, Table,
    dissect::Cx,
    ethertype::{self, ETHERTYPE},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Macsec =>
    TCI: "macsec.TCI", "TCI", u8().hex().mask(0xfc).at(0);
    TCI_V: "macsec.TCI.V", "VER", u8().hex().mask(0x80).at(0);
    TCI_ES: "macsec.TCI.ES", "ES", bool().mask(0x40).words("Set", "Not set").at(0);
    TCI_SC: "macsec.TCI.SC", "SC", bool().mask(0x20).words("Set", "Not set").at(0);
    TCI_SCB: "macsec.TCI.SCB", "SCB", bool().mask(0x10).words("Set", "Not set").at(0);
    TCI_E: "macsec.TCI.E", "E", bool().mask(0x8).words("Set", "Not set").at(0);
    TCI_C: "macsec.TCI.C", "C", bool().mask(0x4).words("Set", "Not set").at(0);
    AN: "macsec.AN", "AN", u8().hex().mask(0x3).at(0);
    SL: "macsec.SL", "Short length", u8().at(1);
    PN: "macsec.PN", "Packet number", u32().at(2);
    SCI_SYSTEM_IDENTIFIER: "macsec.SCI.system_identifier", "System Identifier", ether();
    SCI_PORT_IDENTIFIER: "macsec.SCI.port_identifier", "Port Identifier", u16();
    ETYPE: "macsec.etype", "Ethertype", u16().hex().values(&ETHERTYPE);
    ICV: "macsec.ICV", "ICV", bytes();
}

/// 802.1AE Security tag.
pub static MACSEC: Protocol = Protocol {
    name: "macsec",
    title: "802.1AE Security tag",
    frame_name: "macsec",
    fields: FIELDS,
    parents: &[Parent::EtherType(0x88e5)],
    calls: &[Table::EtherType],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Bits of the tag control information.
const EXPLICIT_CHANNEL: u8 = 0x20;
const ENCRYPTED: u8 = 0x08;
const CHANGED: u8 = 0x04;
/// Bytes of the integrity check value.
const CHECK_VALUE: usize = 16;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let tci = tvb.u8(0)?;
    let short_len = usize::from(tvb.u8(1)? & 0x3f);
    cx.column("MACSEC", || "MACsec frame".into());
    let header = if tci & EXPLICIT_CHANNEL != 0 {
        cx.out.item(f::SCI_SYSTEM_IDENTIFIER, tvb, 6, 6)?;
        cx.out.item(f::SCI_PORT_IDENTIFIER, tvb, 12, 2)?;
        14
    } else {
        6
    };
    // A payload shorter than 48 bytes says its length: padding may follow the check value.
    let rest = tvb.reported_rest(header).checked_sub(CHECK_VALUE).ok_or(Stop::Malformed)?;
    let body = tvb.sub(header, if short_len > 0 { short_len.min(rest) } else { rest })?;
    let end = header + body.reported_len();
    let plain = tci & (ENCRYPTED | CHANGED) == 0;
    let kind = if plain { Some(body.u16(0)?) } else { None };
    if plain {
        cx.out.item(f::ETYPE, body, 0, 2)?;
    }
    cx.out.item(f::ICV, tvb, end, CHECK_VALUE)?;
    match kind {
        Some(kind) => ethertype::call(cx, kind, body.rest(2)?),
        None => cx.call_data(body),
    }
    Ok(header + if plain { 2 } else { 0 })
}
