//! MACsec, IEEE 802.1AE: the tag; a payload that is only authenticated is read.

use super::{
    Extent, Parent, Protocol, Table,
    dissect::Cx,
    ethertype,
    tvb::{Stop, Tvb},
};

/// 802.1AE Security tag.
pub static MACSEC: Protocol = Protocol {
    name: "macsec",
    title: "802.1AE Security tag",
    frame_name: "macsec",
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
    let header = if tci & EXPLICIT_CHANNEL != 0 { 14 } else { 6 };
    let body = tvb.rest(header)?;
    cx.column("MACSEC", || "MACsec frame".into());
    if tci & (ENCRYPTED | CHANGED) != 0 {
        cx.call_data(body);
        return Ok(header);
    }
    let kind = body.u16(0)?;
    let len = body.reported_len().checked_sub(2 + CHECK_VALUE).ok_or(Stop::Malformed)?;
    ethertype::call(cx, kind, body.sub(2, len)?);
    Ok(header + 2)
}
