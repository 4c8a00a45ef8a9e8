//! Hellos of IS-IS, ISO/IEC 10589 §9.5 to 9.7, with fields of RFC 5303, 5306, 6165 and 6329.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    isis::{self, Shown},
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// Hellos.
pub static ISIS_HELLO: Protocol = Protocol {
    name: "isis.hello",
    title: "ISIS HELLO",
    frame_name: "isis.hello",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Isis)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const SHOWN: Shown = Shown { code: f::CLV_TYPE, len: f::CLV_LENGTH, unknown: f::CLV_UNKNOWN };

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    const POINT_TO_POINT: u8 = 17;
    let packet = isis::packet(cx);
    let at = &mut Cursor::new(tvb, 0);
    at.bits(cx, &[f::CIRCUIT_TYPE, f::RESERVED], 1)?;
    at.item(cx, f::SOURCE_ID, packet.id)?;
    at.item(cx, f::HOLDING_TIMER, 2)?;
    let len = at.uint(cx, f::PDU_LENGTH, 2)? as usize;
    if len < packet.header {
        let text = "PDU length less than header length";
        cx.out.note(Severity::Error, Group::Malformed, text);
    }
    if packet.kind == POINT_TO_POINT {
        at.item(cx, f::LOCAL_CIRCUIT_ID, 1)?;
    } else {
        cx.out.item(f::PRIORITY, tvb, at.at, 1)?;
        // One bit, and not those that the name has before.
        cx.out.number(f::RESERVED, tvb, at.at, 1, u64::from(tvb.u8(at.at)? >> 7))?;
        at.at += 1;
        at.item(cx, f::LAN_ID, packet.id + 1)?;
    }
    if len < packet.header {
        return Ok(tvb.len());
    }
    // The length counts the header that all packets have.
    let tvb = tvb.limit(len.saturating_sub(packet.header - packet.variable()));
    isis::variable(cx, tvb, packet.variable(), &SHOWN, &mut |cx, code, value| field(cx, code, value, packet.id))?;
    Ok(tvb.len())
}

fn field<'f>(cx: &mut Cx<'f>, code: u8, tvb: Tvb<'f>, id: usize) -> Result<bool, Stop> {
    let at = &mut Cursor::new(tvb, 0);
    match code {
        1 => isis::areas(cx, f::AREA_ADDRESS, tvb)?,
        6 => isis::list(cx, f::IS_NEIGHBOR, tvb, 6)?,
        7 => {
            at.item(cx, f::IID, 2)?;
            isis::list(cx, f::SUPPORTED_ITID, tvb.rest(at.at)?, 2)?;
        }
        // Padding.
        8 => {}
        10 => authentication(cx, tvb)?,
        129 => isis::list(cx, f::CLV_NLPID_NLPID, tvb, 1)?,
        132 => isis::list(cx, f::CLV_IPV4_INT_ADDR, tvb, 4)?,
        133 => cx.out.item(f::CLV_IP_AUTHENTICATION, tvb, 0, tvb.reported_len())?,
        143 => port_capability(cx, at)?,
        211 => {
            let flags = [
                f::CLV_RESTART_FLAGS,
                f::CLV_RESTART_FLAGS_SA,
                f::CLV_RESTART_FLAGS_RA,
                f::CLV_RESTART_FLAGS_RR,
            ];
            at.bits(cx, &flags, 1)?;
            if at.left() >= 2 {
                // Without the flags of a restart the time says nothing.
                if tvb.u8(0)? & 2 != 0 {
                    cx.out.item(f::CLV_RESTART_REMAIN_TIME, tvb, at.at, 2)?;
                }
                at.at += 2;
            }
            if at.left() >= id {
                at.item(cx, f::CLV_RESTART_NEIGHBOR, id)?;
            }
        }
        229 => isis::list(cx, f::CLV_MT, tvb, 2)?,
        232 => isis::list(cx, f::CLV_IPV6_INT_ADDR, tvb, 16)?,
        233 => isis::list(cx, f::CLV_IPV6_GLB_INT_ADDR, tvb, 16)?,
        240 => {
            at.item(cx, f::ADJACENCY_STATE, 1)?;
            if at.left() >= 4 {
                at.item(cx, f::EXTENDED_LOCAL_CIRCUIT_ID, 4)?;
            }
            if at.left() >= id {
                at.item(cx, f::NEIGHBOR_SYSTEMID, id)?;
            }
            if at.left() >= 4 {
                at.item(cx, f::NEIGHBOR_EXTENDED_LOCAL_CIRCUIT_ID, 4)?;
            }
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn authentication<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const CLEAR: u8 = 1;
    const MD5: u8 = 54;
    let rest = tvb.reported_rest(1);
    match tvb.u8(0)? {
        CLEAR | MD5 if rest > 0 => cx.out.item(f::CLV_AUTHENTICATION, tvb, 1, rest),
        CLEAR | MD5 => Ok(()),
        _ => {
            let text = "Unknown authentication type";
            cx.out.expert(f::AUTHENTICATION_UNKNOWN, Severity::Warn, Group::Protocol, text);
            Ok(())
        }
    }
}

/// What a port can do in a topology, RFC 6329 §12.
fn port_capability<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    at.item(cx, f::MTID, 2)?;
    while at.left() >= 2 {
        let (code, len) = (at.tvb.u8(at.at)?, usize::from(at.tvb.u8(at.at + 1)?));
        at.at += 2;
        let value = at.tvb.sub(at.at, len)?;
        let inner = &mut Cursor::new(value, 0);
        match code {
            4 if len >= 102 => {
                inner.item(cx, f::MCID, 51)?;
                inner.item(cx, f::AUX_MCID, 51)?;
            }
            5 if len >= 33 => {
                inner.bits(cx, &[f::DIGEST_V, f::DIGEST_A, f::DIGEST_D], 1)?;
                inner.item(cx, f::DIGEST, 32)?;
            }
            6 => {
                while inner.left() >= 6 {
                    inner.item(cx, f::ECT, 4)?;
                    inner.bits(cx, &[f::BVID, f::BVID_U, f::BVID_M], 2)?;
                }
            }
            _ => {}
        }
        at.at += len;
    }
    Ok(())
}
