//! Name Management Protocol over IPX, of Microsoft's NWLink.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    nbipx::{self, f},
    netbios,
    tvb::{Stop, Tvb},
};

/// NMPI.
pub static NMPI: Protocol = Protocol {
    name: "nmpi",
    title: "Name Management Protocol over IPX",
    parents: &[Parent::Below(Proto::Ipx)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Networks, operation, kind of name, number, two names.
const HEADER: usize = 68;
const MAILSLOT_WRITE: u8 = 0xfc;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("NMPI", String::new);
    nbipx::networks(cx, tvb)?;
    let operation = cx.out.uint(f::NMPI_OPCODE, tvb, 32, 1)? as u8;
    cx.out.item(f::NMPI_NAME_TYPE, tvb, 33, 1)?;
    cx.out.item_le(f::NMPI_MESSAGEID, tvb, 34, 2)?;
    netbios::name(cx, tvb, 36)?;
    netbios::name(cx, tvb, 52)?;
    netbios::payload(cx, tvb.rest(HEADER)?, operation == MAILSLOT_WRITE)?;
    Ok(HEADER)
}
