//! Connectivity fault management, IEEE 802.1Q §20 and ITU-T Y.1731: the head of its frames, and continuity checks.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// CFM.
pub static CFM: Protocol = Protocol {
    name: "cfm",
    title: "CFM EOAM IEEE 802.1Q/ITU-T Y.1731 Protocol",
    frame_name: "cfm",
    fields: FIELDS,
    parents: &[Parent::EtherType(0x8902)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const CONTINUITY_CHECK: u64 = 1;
/// Format of a name that is not there.
const NO_NAME: u64 = 1;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.out.item(f::MD_LEVEL, tvb, 0, 1)?;
    cx.out.item(f::VERSION, tvb, 0, 1)?;
    let opcode = cx.out.uint(f::OPCODE, tvb, 1, 1)?;
    cx.column("CFM", || values::OPCODE.name(opcode).unwrap_or("Unknown").to_owned());
    if opcode == CONTINUITY_CHECK {
        continuity_check(cx, tvb)?;
    }
    Ok(tvb.len())
}

fn continuity_check<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.label(f::CCM_PDU, tvb, 0, tvb.len());
    for field in [f::FLAGS, f::FLAGS_RDI, f::FLAGS_CCM_RESERVED, f::FLAGS_INTERVAL] {
        cx.out.item(field, tvb, 2, 1)?;
    }
    cx.out.item(f::FIRST_TLV_OFFSET, tvb, 3, 1)?;
    cx.out.item(f::CCM_SEQ_NUM, tvb, 4, 4)?;
    cx.out.item(f::CCM_MA_EP_ID, tvb, 8, 2)?;
    // The maintenance association: the name of its domain, and its own, in 48 bytes.
    cx.out.label(f::CCM_MAID, tvb, 10, 48);
    let mut at = 11;
    let format = cx.out.uint(f::MAID_MD_NAME_FORMAT, tvb, 10, 1)?;
    if format != NO_NAME {
        let len = cx.out.uint(f::MAID_MD_NAME_LENGTH, tvb, at, 1)? as usize;
        let field = if format == 4 { f::MAID_MD_NAME_STRING } else { f::MAID_MD_NAME_HEX };
        cx.out.item(field, tvb, at + 1, len)?;
        at += 1 + len;
    }
    let format = cx.out.uint(f::MAID_MA_NAME_FORMAT, tvb, at, 1)?;
    let len = cx.out.uint(f::MAID_MA_NAME_LENGTH, tvb, at + 1, 1)? as usize;
    let field = if format == 2 { f::MAID_MA_NAME_STRING } else { f::MAID_MA_NAME_HEX };
    cx.out.item(field, tvb, at + 2, len)?;
    at += 2 + len;
    if at < 58 {
        cx.out.label(f::CCM_MAID_PADDING, tvb, at, 58 - at);
    }
    cx.out.label(f::CCM_ITU_T_Y1731, tvb, 58, 16);
    cx.out.item(f::ITU_TXFCF, tvb, 58, 4)?;
    cx.out.item(f::ITU_RXFCB, tvb, 62, 4)?;
    cx.out.item(f::ITU_TXFCB, tvb, 66, 4)?;
    cx.out.item(f::ITU_RESERVED, tvb, 70, 4)
}
