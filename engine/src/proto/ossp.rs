//! ITU-T's organization specific slow protocol: the synchronization messaging channel, ITU-T G.8264.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// Organization specific slow protocol.
pub static OSSP: Protocol = Protocol {
    name: "ossp",
    title: "Organization Specific Slow Protocol",
    frame_name: "ossp",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Slow)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Organization of the ITU-T.
const ITU_T: u64 = 0x00_19a7;
const ESMC: u64 = 1;
/// Kinds and lengths of its parts.
const QUALITY_LEVEL: u8 = 1;
const EXTENDED: (u8, u16) = (2, 20);

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("OSSP", || "OSSP".to_owned());
    if cx.out.uint(f::OUI, tvb, 0, 3)? != ITU_T {
        cx.call_data(tvb.rest(3)?);
        return Ok(tvb.len());
    }
    if cx.out.uint(f::ITU_SUBTYPE, tvb, 3, 2)? != ESMC {
        cx.call_data(tvb.rest(5)?);
        return Ok(tvb.len());
    }
    for field in [f::ESMC_VERSION, f::ESMC_EVENT_FLAG, f::ESMC_RESERVED_BITS] {
        cx.out.item(field, tvb, 5, 1)?;
    }
    cx.out.item(f::ESMC_RESERVED, tvb, 6, 3)?;
    let mut at = 9;
    if tvb.u8(at)? == QUALITY_LEVEL {
        cx.out.label(f::ESMC_TLV, tvb, at, 4);
        cx.out.item(f::ESMC_TLV_TYPE, tvb, at, 1)?;
        cx.out.item(f::ESMC_TLV_LENGTH, tvb, at + 1, 2)?;
        cx.out.item(f::ESMC_TLV_QL_UNUSED, tvb, at + 3, 1)?;
        cx.out.item(f::ESMC_TLV_QL_SSM, tvb, at + 3, 1)?;
        let level = tvb.u8(at + 3)? & 0xf;
        cx.out.number(f::ESMC_QL, tvb, at + 2, 2, level.into())?;
        at += 4;
    }
    if tvb.u8(at) == Ok(EXTENDED.0) && tvb.u16(at + 1) == Ok(EXTENDED.1) {
        cx.out.label(f::ESMC_TLV, tvb, at, EXTENDED.1.into());
        cx.out.item(f::ESMC_TLV_TYPE, tvb, at, 1)?;
        cx.out.item(f::ESMC_TLV_LENGTH, tvb, at + 1, 2)?;
        cx.out.item(f::ESMC_TLV_EXT_QL_ESSM, tvb, at + 3, 1)?;
        cx.out.item(f::ESMC_TLV_EXT_QL_CLOCKID, tvb, at + 4, 8)?;
        for field in
            [f::ESMC_TLV_EXT_QL_FLAG_RESERVED, f::ESMC_TLV_EXT_QL_FLAG_CHAIN, f::ESMC_TLV_EXT_QL_FLAG_MIXED]
        {
            cx.out.item(field, tvb, at + 12, 1)?;
        }
        cx.out.item(f::ESMC_TLV_EXT_QL_EEEC, tvb, at + 13, 1)?;
        cx.out.item(f::ESMC_TLV_EXT_QL_EEC, tvb, at + 14, 1)?;
        cx.out.item(f::ESMC_TLV_EXT_QL_RESERVED, tvb, at + 15, 5)?;
        at += usize::from(EXTENDED.1);
    }
    let padding = tvb.rest(at)?;
    if padding.reported_len() > 0 {
        cx.out.item(f::ESMC_PADDING, tvb, at, padding.len())?;
        cx.call_data(padding);
    }
    Ok(tvb.len())
}
