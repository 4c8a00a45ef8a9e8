//! BACnet's network layer, ANSI/ASHRAE 135 §6; of what it carries the kind and the service.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// BACnet.
pub static BACNET: Protocol = Protocol {
    name: "bacnet",
    title: "Building Automation and Control Network NPDU",
    frame_name: "bacnet",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Bvlc), Parent::LlcSap(0x82)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

const NETWORK_MESSAGE: u64 = 0x80;
const DESTINATION: u64 = 0x20;
const SOURCE: u64 = 0x08;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("BACnet", || "Building Automation and Control Network NPDU".to_owned());
    let mut at = Cursor::new(tvb, 0);
    at.item(cx, f::VERSION, 1)?;
    let fields = [
        f::CONTROL,
        f::CONTROL_NET,
        f::CONTROL_RES1,
        f::CONTROL_DEST,
        f::CONTROL_RES2,
        f::CONTROL_SRC,
        f::CONTROL_EXPECT,
        f::CONTROL_PRIO_HIGH,
        f::CONTROL_PRIO_LOW,
    ];
    let control = at.bits(cx, &fields, 1)?;
    if control & DESTINATION != 0 {
        address(cx, &mut at, [f::DNET, f::DLEN, f::DADR_ETH, f::DADR_MSTP, f::DADR_TMP])?;
    }
    if control & SOURCE != 0 {
        address(cx, &mut at, [f::SNET, f::SLEN, f::SADR_ETH, f::SADR_MSTP, f::SADR_TMP])?;
    }
    if control & DESTINATION != 0 {
        at.item(cx, f::HOPC, 1)?;
    }
    if control & NETWORK_MESSAGE != 0 {
        message(cx, &mut at)?;
    } else {
        cx.call(Proto::Bacapp, tvb.rest(at.at)?);
    }
    Ok(at.at)
}

/// A network, the length of an address, and the address.
fn address<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, fields: [F; 5]) -> Result<(), Stop> {
    let [net, len, eth, mstp, other] = fields;
    at.item(cx, net, 2)?;
    match at.uint(cx, len, 1)? as usize {
        0 => Ok(()),
        1 => at.item(cx, mstp, 1),
        6 => at.item(cx, eth, 6),
        len => at.item(cx, other, len),
    }
}

/// A message between routers.
fn message<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    let kind = at.uint(cx, f::MESGTYP, 1)?;
    match kind {
        0x80.. => at.item(cx, f::VENDOR, 2)?,
        // Who is a router, and those who are.
        0 | 1 | 4 | 5 => {
            while at.left() >= 2 {
                at.item(cx, f::DNET, 2)?;
            }
        }
        2 => {
            at.item(cx, f::DNET, 2)?;
            at.item(cx, f::PERF, 1)?;
        }
        3 => {
            at.item(cx, f::REJECTREASON, 1)?;
            at.item(cx, f::DNET, 2)?;
        }
        6 | 7 if at.left() > 0 => {
            for _ in 0..at.uint(cx, f::RPORTNUM, 1)? {
                at.item(cx, f::DNET, 2)?;
                at.item(cx, f::PORTID, 1)?;
                let len = at.uint(cx, f::PINFOLEN, 1)? as usize;
                at.item(cx, f::PINFO, len)?;
            }
        }
        _ => {}
    }
    Ok(())
}
