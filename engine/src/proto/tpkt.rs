//! ISO transport over TCP, RFC 1006 and 2126; beside it RDP's short packets without that header.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Cx, Desegment, More},
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::Tpkt =>
    VERSION: "tpkt.version", "Version", u8();
    RESERVED: "tpkt.reserved", "Reserved", u8();
    LENGTH: "tpkt.length", "Length", u16();
    CONTINUATION_DATA: "tpkt.continuation_data", "Continuation data", bytes();
}

/// TPKT.
pub static TPKT: Protocol = Protocol {
    name: "tpkt",
    title: "TPKT - ISO on TCP - RFC1006",
    frame_name: "tpkt",
    fields: FIELDS,
    parents: &[Parent::TcpPort(102), Parent::TcpPort(3389), Parent::Below(Proto::Tls)],
    extent: Extent::Whole,
    // Who takes what does not start with its version.
    needs: &[Proto::Rdp],
    waits_silently: true,
    dissect,
    ..Protocol::DEFAULT
};

const HEADER: usize = 4;
const VERSION: u8 = 3;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if tvb.u8(0)? != VERSION && cx.call_heuristics(Proto::Tpkt, tvb) {
        cx.withdraw_item(Proto::Tpkt);
        return Ok(tvb.len().max(1));
    }
    cx.column("TPKT", || "Continuation".to_owned());
    let mut at = 0;
    while at < tvb.len() {
        if tvb.u8(at)? != VERSION {
            cx.out.item(f::CONTINUATION_DATA, tvb, at, tvb.reported_rest(at))?;
            return Ok(tvb.len().max(1));
        }
        let there = tvb.reported_rest(at);
        if there < HEADER && cx.info.can_desegment {
            cx.info.desegment = Some(Desegment { offset: at, more: More::OneSegment });
            break;
        }
        let len = usize::from(tvb.u16(at + 2)?);
        if len > there && cx.info.can_desegment {
            cx.info.desegment = Some(Desegment { offset: at, more: More::Bytes(len - there) });
            break;
        }
        cx.out.item(f::VERSION, tvb, at, 1)?;
        cx.out.item(f::RESERVED, tvb, at + 1, 1)?;
        cx.out.item(f::LENGTH, tvb, at + 2, 2)?;
        if len < HEADER {
            return Ok(tvb.len());
        }
        let inside = tvb.rest(at + HEADER)?.limit(len - HEADER);
        let outer = (std::mem::take(&mut cx.info.can_desegment), cx.info.desegment.take());
        cx.call(Proto::Cotp, inside);
        (cx.info.can_desegment, cx.info.desegment) = outer;
        at += len;
    }
    Ok(tvb.len().max(1))
}
