//! NetBIOS session service over TCP, RFC 1002 §4.3, and SMB's own framing on port 445 ([MS-SMB2] §2.1).

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tcp::pdus::dissect_pdus,
    tvb::{Stop, Tvb},
};

/// NetBIOS session service.
pub static NBSS: Protocol = Protocol {
    name: "nbss",
    title: "NetBIOS Session Service",
    frame_name: "nbss",
    fields: FIELDS,
    parents: &[Parent::TcpPort(139), Parent::TcpPort(445)],
    extent: Extent::Whole,
    waits_silently: true,
    dissect,
    ..Protocol::DEFAULT
};

const HEADER: usize = 4;
const MESSAGE: u8 = 0;
const REQUEST: u8 = 0x81;
const NEGATIVE: u8 = 0x83;
const RETARGET: u8 = 0x84;
const KEEP_ALIVE: u8 = 0x85;
/// The port that has SMB alone, whose lengths have 24 bits.
const SMB: u16 = 445;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let wide = cx.info.matched_port == SMB;
    // What begins like no message is the rest of one that was not seen.
    let first = tvb.u8(0)?;
    let known = first == MESSAGE || (REQUEST..=KEEP_ALIVE).contains(&first);
    if !known || (first != MESSAGE && wide && first != KEEP_ALIVE) {
        cx.out.item(f::CONTINUATION_DATA, tvb, 0, tvb.len())?;
        return Ok(tvb.len());
    }
    let length = |tvb: Tvb<'f>, at: usize| Ok(Some(HEADER + length(tvb, at, wide)?));
    dissect_pdus(cx, tvb, HEADER, length, |cx, tvb| message(cx, tvb, wide))
}

fn length(tvb: Tvb<'_>, at: usize, wide: bool) -> Result<usize, Stop> {
    let len = tvb.u32(at)? as usize & 0xff_ffff;
    Ok(if wide { len } else { len & 0x1_ffff })
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, wide: bool) -> Result<usize, Stop> {
    cx.column("NBSS", || "NetBIOS Session Service".to_owned());
    let kind = tvb.u8(0)?;
    cx.out.item(f::TYPE, tvb, 0, 1)?;
    if wide {
        cx.out.item(f::LENGTH, tvb, 1, 3)?;
    } else {
        cx.out.item(f::FLAGS, tvb, 1, 1)?;
        cx.out.item(f::FLAGS_E, tvb, 1, 1)?;
        cx.out.number(f::LENGTH, tvb, 1, 3, length(tvb, 0, false)? as u64)?;
    }
    let body = tvb.rest(HEADER)?;
    match kind {
        MESSAGE if body.reported_len() > 0 && !cx.call_heuristics(Proto::Nbss, body) => cx.call_data(body),
        NEGATIVE => cx.out.item(f::ERROR_CODE, body, 0, 1)?,
        RETARGET => {
            cx.out.item(f::RETARGET_IP_ADDRESS, body, 0, 4)?;
            cx.out.item(f::RETARGET_PORT, body, 4, 2)?;
        }
        _ => {}
    }
    Ok(tvb.len())
}
