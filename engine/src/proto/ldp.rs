//! Label Distribution Protocol, RFC 5036.

mod fields;
mod records;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Cx, Desegment, More},
    layout::{Part::Item, walk},
    tvb::{Stop, Tvb},
};

/// LDP.
pub static LDP: Protocol = Protocol {
    name: "ldp",
    title: "Label Distribution Protocol",
    frame_name: "ldp",
    fields: FIELDS,
    parents: &[Parent::UdpPort(646), Parent::TcpPort(646), Parent::Below(Proto::Ldp)],
    extent: Extent::Consumed,
    may_reject: true,
    waits_silently: true,
    dissect,
    ..Protocol::DEFAULT
};

const VERSION: u16 = 1;
/// Bytes of version and length, which the length does not count.
const BEFORE_LENGTH: usize = 4;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if cx.parent() == Some(Proto::Tcp) {
        return stream(cx, tvb);
    }
    if cx.parent() != Some(Proto::Ldp) && tvb.u16(0) != Ok(VERSION) {
        return Ok(0);
    }
    let len = BEFORE_LENGTH + usize::from(tvb.u16(2)?);
    unit(cx, tvb.limit(len))?;
    Ok(len.min(tvb.len()))
}

/// Units one after another.
fn stream<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let mut at = 0;
    let mut first = 0;
    while tvb.reported_rest(at) > 0 {
        let rest = tvb.rest(at)?;
        if at == 0 && rest.len() >= 2 && rest.u16(0)? != VERSION {
            return Ok(0);
        }
        let whole = if rest.len() < BEFORE_LENGTH { None } else { Some(BEFORE_LENGTH + usize::from(rest.u16(2)?)) };
        let more = match whole {
            None => Some(More::OneSegment),
            Some(len) => len.checked_sub(rest.reported_len()).filter(|more| *more > 0).map(More::Bytes),
        };
        if let Some(more) = more.filter(|_| cx.info.can_desegment) {
            cx.info.desegment = Some(Desegment { offset: at, more });
            return Ok(tvb.len());
        }
        let len = whole.ok_or(Stop::Malformed)?;
        if at == 0 {
            unit(cx, rest.limit(len))?;
            first = len;
        } else {
            let names = cx.protocols.len();
            cx.call(Proto::Ldp, rest.limit(len));
            cx.protocols.truncate(names);
        }
        at += len;
    }
    Ok(first.min(tvb.len()))
}

fn unit<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.column("LDP", String::new);
    let parts =
        [Item(f::HDR_VERSION, 2), Item(f::HDR_PDU_LEN, 2), Item(f::HDR_LDPID_LSR, 4), Item(f::HDR_LDPID_LSID, 2)];
    let mut at = walk(cx, tvb, 0, &parts)?;
    while tvb.reported_rest(at) >= BEFORE_LENGTH {
        let len = usize::from(tvb.u16(at + 2)?);
        message(cx, tvb.sub(at, BEFORE_LENGTH + len)?)?;
        at += BEFORE_LENGTH + len;
    }
    Ok(())
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::MSG_UBIT, tvb, 0, 1)?;
    cx.column("LDP", || values::MSG_TYPE.name(tvb.u16(0).map_or(0, |kind| u64::from(kind & 0x7fff))).unwrap_or("Message").to_owned());
    let mut at = walk(cx, tvb, 0, &[Item(f::MSG_TYPE, 2), Item(f::MSG_LEN, 2), Item(f::MSG_ID, 4)])?;
    while tvb.reported_rest(at) >= BEFORE_LENGTH {
        let len = usize::from(tvb.u16(at + 2)?);
        let kind = tvb.u16(at)? & 0x3fff;
        cx.out.item(f::MSG_TLV_UNKNOWN, tvb, at, 1)?;
        walk(cx, tvb, at, &[Item(f::MSG_TLV_TYPE, 2), Item(f::MSG_TLV_LEN, 2)])?;
        records::dissect(cx, kind, tvb.sub(at + BEFORE_LENGTH, len)?)?;
        at += BEFORE_LENGTH + len;
    }
    Ok(())
}
