//! Attributes before the packet on the A10 interface of CDMA2000 (3GPP2 A.S0012).

use super::{Cx, Stop, Tvb, f};

/// Emits them from `at` on; returns where the packet starts.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize) -> Result<usize, Stop> {
    // The packet itself starts with IP's version or PPP's flag: no known attribute type.
    while tvb.reported_rest(at) >= 2 {
        let (kind, len) = (tvb.u8(at)?, usize::from(tvb.u8(at + 1)?));
        if !matches!(kind & 0x7f, 1..=4) || len > tvb.reported_rest(at + 2) {
            break;
        }
        cx.out.label(f::N3GPP2_ATTRIB, tvb, at, 2 + len);
        cx.out.item(f::N3GPP2_ATTRIB_ID, tvb, at, 1)?;
        cx.out.item(f::N3GPP2_ATTRIB_LENGTH, tvb, at + 1, 1)?;
        match kind & 0x7f {
            1 if len >= 2 => cx.out.item(f::N3GPP2_SDI, tvb, at + 2, 2)?,
            2 if len >= 2 => {
                cx.out.item(f::N3GPP2_FCI, tvb, at + 2, 2)?;
                cx.out.item(f::N3GPP2_DI, tvb, at + 2, 2)?;
            }
            3 => cx.out.item(f::GGP2_FLOW_DISC, tvb, at + 2, len)?,
            4 if len >= 2 => cx.out.item(f::GGP2_3GPP2_SEG, tvb, at + 2, 2)?,
            _ => {}
        }
        at += 2 + len;
        // The highest bit of the type marks the last attribute.
        if kind & 0x80 != 0 {
            break;
        }
    }
    Ok(at)
}
