//! ISO 8073 (X.224) transport protocol: connections, and data of classes 0 and 1.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// COTP.
pub static COTP: Protocol = Protocol {
    name: "cotp",
    title: "ISO 8073/X.224 COTP Connection-Oriented Transport Protocol",
    frame_name: "cotp",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Tpkt)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const DISCONNECT_REQUEST: u8 = 0x8;
const DISCONNECT_CONFIRM: u8 = 0xc;
const CONNECT_CONFIRM: u8 = 0xd;
const CONNECT_REQUEST: u8 = 0xe;
const DATA: u8 = 0xf;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let li = usize::from(tvb.u8(0)?);
    let kind = tvb.u8(1)? >> 4;
    cx.column("COTP", || values::TYPE.name(kind.into()).unwrap_or("Unknown").to_owned());
    cx.out.item(f::LI, tvb, 0, 1)?;
    cx.out.number(f::TYPE, tvb, 1, 1, kind.into())?;
    // The length does not count its own byte.
    let end = (li + 1).min(tvb.reported_len());
    match kind {
        CONNECT_REQUEST | CONNECT_CONFIRM => {
            cx.out.item(f::DESTREF, tvb, 2, 2)?;
            cx.out.item(f::SRCREF, tvb, 4, 2)?;
            for field in [f::CLASS, f::OPTS_EXTENDED_FORMATS, f::OPTS_NO_EXPLICIT_FLOW_CONTROL] {
                cx.out.item(field, tvb, 6, 1)?;
            }
            let variable = tvb.rest(7)?.limit(end.saturating_sub(7));
            if !variable.is_empty() && !cx.call_heuristics(Proto::Cotp, variable) {
                parameters(cx, variable)?;
            }
        }
        DISCONNECT_REQUEST => {
            cx.out.item(f::DESTREF, tvb, 2, 2)?;
            cx.out.item(f::SRCREF, tvb, 4, 2)?;
            cx.out.item(f::CAUSE, tvb, 6, 1)?;
            parameters(cx, tvb.rest(7)?.limit(end.saturating_sub(7)))?;
        }
        DISCONNECT_CONFIRM => {
            cx.out.item(f::DESTREF, tvb, 2, 2)?;
            cx.out.item(f::SRCREF, tvb, 4, 2)?;
        }
        DATA if li == 2 => {
            // Class 0 has no references.
            cx.out.generated_uint(f::DESTREF, 0);
            cx.out.item(f::TPDU_NUMBER, tvb, 2, 1)?;
            cx.out.item(f::EOT, tvb, 2, 1)?;
        }
        DATA => {
            cx.out.item(f::DESTREF, tvb, 2, 2)?;
            cx.out.item(f::TPDU_NUMBER, tvb, 4, 1)?;
            cx.out.item(f::EOT, tvb, 4, 1)?;
        }
        _ => {}
    }
    Ok(tvb.len().max(1))
}

/// The variable part: code, length, value.
fn parameters<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 0;
    while at < tvb.reported_len() {
        cx.out.item(f::PARAMETER_CODE, tvb, at, 1)?;
        let code = tvb.u8(at)?;
        if tvb.reported_rest(at) < 2 {
            break;
        }
        cx.out.item(f::PARAMETER_LENGTH, tvb, at + 1, 1)?;
        let len = usize::from(tvb.u8(at + 1)?).min(tvb.reported_rest(at + 2));
        let printable = tvb.captured(at + 2, len).iter().all(|byte| matches!(byte, b' '..=b'~'));
        let field = match code {
            // A power of two.
            0xc0 if len == 1 => {
                cx.out.number(f::TPDU_SIZE, tvb, at + 2, 1, 1u64 << tvb.u8(at + 2)?.min(15))?;
                at += 3;
                continue;
            }
            0xc1 if printable => f::SRC_TSAP,
            0xc1 => f::SRC_TSAP_BYTES,
            0xc2 if printable => f::DST_TSAP,
            0xc2 => f::DST_TSAP_BYTES,
            _ => f::PARAMETER_VALUE,
        };
        cx.out.item(field, tvb, at + 2, len)?;
        at += 2 + len;
    }
    Ok(())
}
