//! AppleTalk's Datagram Delivery Protocol, long form (Apple, "Inside AppleTalk").

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// DDP.
pub static DDP: Protocol = Protocol {
    name: "ddp",
    title: "Datagram Delivery Protocol",
    frame_name: "ddp",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Arcnet), Parent::PppProto(0x29), Parent::EtherType(0x809b)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

const HEADER: usize = 13;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("DDP", || "DDP".to_owned());
    tvb.bytes(0, HEADER)?;
    for (field, at, net, node) in [(f::DST, 4, 4, 8), (f::SRC, 6, 6, 9)] {
        let text = format!("{}.{}", tvb.u16(net)?, tvb.u8(node)?);
        cx.out.text(field, tvb, at, 2, &text)?;
    }
    cx.out.item(f::HOPCOUNT, tvb, 0, 2)?;
    cx.out.item(f::LEN, tvb, 0, 2)?;
    cx.out.item(f::CHECKSUM, tvb, 2, 2)?;
    cx.out.item(f::DST_NET, tvb, 4, 2)?;
    cx.out.item(f::SRC_NET, tvb, 6, 2)?;
    cx.out.item(f::DST_NODE, tvb, 8, 1)?;
    cx.out.item(f::SRC_NODE, tvb, 9, 1)?;
    cx.out.item(f::DST_SOCKET, tvb, 10, 1)?;
    cx.out.item(f::SRC_SOCKET, tvb, 11, 1)?;
    cx.out.item(f::TYPE, tvb, 12, 1)?;
    cx.call_data(tvb.rest(HEADER)?);
    Ok(HEADER)
}
