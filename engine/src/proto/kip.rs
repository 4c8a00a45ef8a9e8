//! KNXnet/IP, EN 13321-2: the head of its frames, and the frames of its secure group communication.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    tcp::pdus::dissect_pdus,
    tvb::{Stop, Tvb},
    udp,
};

/// KNXnet/IP.
pub static KIP: Protocol = Protocol {
    name: "kip",
    title: "KNXnet/IP",
    frame_name: "kip",
    fields: FIELDS,
    parents: &[Parent::UdpPort(3671), Parent::TcpPort(3671)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const HEADER: usize = 6;
const SECURE_WRAPPER: u64 = 0x0950;
const TIMER_NOTIFY: u64 = 0x0955;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let length = |tvb: Tvb<'f>, at: usize| Ok(Some(usize::from(tvb.u16(at + 4)?)));
    if cx.parent() == Some(Proto::Tcp) {
        return dissect_pdus(cx, tvb, HEADER, length, message);
    }
    let mut at = 0;
    while at < tvb.reported_len() {
        let len = usize::from(tvb.u16(at + 4)?).max(HEADER);
        udp::pdu_size(cx, len);
        message(cx, tvb.rest(at)?.limit(len))?;
        at += len;
    }
    Ok(tvb.len().max(1))
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let mut at = Cursor::new(tvb, 0);
    cx.out.label(f::KNXIP_FOLDER, tvb, 0, HEADER);
    at.item(cx, f::KNXIP_HEADERLENGTH, 1)?;
    at.item(cx, f::KNXIP_VERSION, 1)?;
    cx.out.item(f::KNXIP_SERVICE_FAMILY, tvb, 2, 1)?;
    cx.out.item(f::KNXIP_SERVICE_TYPE, tvb, 2, 2)?;
    let service = at.uint(cx, f::KNXIP_SERVICE, 2)?;
    cx.column("KNXnet/IP", || values::KNXIP_SERVICE.name(service).unwrap_or("Unknown").to_owned());
    at.item(cx, f::KNXIP_TOTALLENGTH, 2)?;
    match service {
        TIMER_NOTIFY => {
            at.item(cx, f::KNXIP_DATA, 6)?;
            at.item(cx, f::KNXIP_DATA, 6)?;
            at.item(cx, f::KNXIP_TAG, 2)?;
            at.item(cx, f::KNXIP_DATA, 16)?;
        }
        SECURE_WRAPPER => {
            at.item(cx, f::KNXIP_SESSION, 2)?;
            at.item(cx, f::KNXIP_DATA, 6)?;
            at.item(cx, f::KNXIP_DATA, 6)?;
            at.item(cx, f::KNXIP_TAG, 2)?;
        }
        _ => {}
    }
    if at.left() > 0 {
        at.item(cx, f::KNXIP_DATA, at.left())?;
    }
    Ok(tvb.len())
}
