//! Facsimile over IP networks, ITU-T T.38: what is in UDPTL packets, up to the type of the first message.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol, Table,
    cursor::Cursor,
    dissect::Cx,
    out::{Group, Severity},
    rtp::setup::{self, What},
    tvb::{Stop, Tvb},
};

/// T.38.
pub static T38: Protocol = Protocol {
    name: "t38",
    title: "T.38",
    frame_name: "t38",
    fields: FIELDS,
    parents: &[Parent::DecodeAs(Table::UdpPort), Parent::Heuristic(Proto::Udp)],
    needs: &[Proto::Sdp, Proto::Sip],
    stateful: &["t38"],
    across: &["t38"],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let setup = setup::of(cx).filter(|(_, setup)| setup.what == What::T38);
    if setup.is_none() && cx.info.matched_port == 0 {
        return Ok(0);
    }
    cx.column("T.38", String::new);
    if let Some((_, setup)) = setup {
        setup.emit(cx, f::SETUP, f::SETUP_FRAME, f::SETUP_METHOD);
    }
    cx.out.label(f::UDPTLPACKET_ELEMENT, tvb, 0, tvb.reported_len());
    let at = &mut Cursor::new(tvb, 0);
    at.item(cx, f::SEQ_NUMBER, 2)?;
    let len = usize::from(tvb.u8(at.at)?);
    at.at += 1;
    cx.out.label(f::PRIMARY_IFP_PACKET_ELEMENT, tvb, at.at, len);
    message(cx, at)?;
    Ok(tvb.len())
}

/// A message in packed encoding (ITU-T X.691): whether there is data, an indicator or data, which of them.
fn message<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    let bits = at.tvb.u8(at.at)?;
    let is_data = bits & 0x40 != 0;
    cx.out.number(f::TYPE_OF_MSG, at.tvb, at.at, 1, is_data.into())?;
    let extended = bits & 0x20 != 0;
    let field = if is_data { f::T30_DATA } else { f::T30_INDICATOR };
    if extended {
        // A small number by its bits; greater ones are in no version.
        if bits & 0x10 != 0 {
            let text = "something unknown here [too long integer(per_normally_small_nonnegative_whole_number)]";
            cx.out.note(Severity::Warn, Group::Undecoded, text);
            return Err(Stop::Malformed);
        }
        let base = if is_data { 9 } else { 16 };
        let more = at.tvb.u16(at.at)? >> 6 & 0x3f;
        return cx.out.number(field, at.tvb, at.at, 2, base + u64::from(more));
    }
    cx.out.number(field, at.tvb, at.at, 1, u64::from(bits >> 1 & 0xf))
}
