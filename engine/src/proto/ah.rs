//! IP Authentication Header, RFC 4302.

use super::{
    Extent, Parent, Protocol, Table,
    dissect::Cx,
    ip,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Ah =>
    NEXT_HEADER: "ah.next_header", "Next header", u8().values(&ip::values::PROTO).at(0);
    LENGTH: "ah.length", "Length", u8().at(1);
    RESERVED: "ah.reserved", "Reserved", bytes();
    SPI: "ah.spi", "AH SPI", u32().hex().at(4);
    ICV: "ah.icv", "AH ICV", bytes();
    SEQUENCE: "ah.sequence", "AH Sequence", u32().at(8);
}

/// Authentication Header.
pub static AH: Protocol = Protocol {
    name: "ah",
    title: "Authentication Header",
    frame_name: "ah",
    fields: FIELDS,
    parents: &[Parent::IpProto(51)],
    calls: &[Table::IpProto],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (next, words) = (tvb.u8(0)?, usize::from(tvb.u8(1)?));
    cx.out.item(f::RESERVED, tvb, 2, 2)?;
    tvb.u32(8)?;
    let len = (words + 2) * 4;
    if len > 12 {
        cx.out.item(f::ICV, tvb, 12, len - 12)?;
    }
    cx.column("AH", || "Authentication Header".into());
    ip::upper(cx, next, tvb.rest(len)?);
    Ok(len)
}
