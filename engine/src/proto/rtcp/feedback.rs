//! Feedback, RFC 4585 §6, RFC 5104 §4 and the bandwidth that a receiver estimates.

use super::f;
use crate::proto::{cursor::Cursor, dissect::Cx, tvb::Stop};

fn sources<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    at.item(cx, f::SENDERSSRC, 4)?;
    at.item(cx, f::MEDIASSRC, 4)
}

/// Feedback of the transport layer.
pub(super) fn transport<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, format: u8, end: usize) -> Result<(), Stop> {
    const NACK: u8 = 1;
    const TMMBR: u8 = 3;
    const TMMBN: u8 = 4;
    sources(cx, at)?;
    while at.at < end {
        match format {
            NACK => {
                at.item(cx, f::RTPFB_NACK_PID, 2)?;
                at.item(cx, f::RTPFB_NACK_BLP, 2)?;
            }
            TMMBR | TMMBN => {
                at.item(cx, f::RTPFB_TMMBR_FCI_SSRC, 4)?;
                let word = at.tvb.u32(at.at)?;
                cx.out.item(f::RTPFB_TMMBR_FCI_EXP, at.tvb, at.at, 1)?;
                cx.out.item(f::RTPFB_TMMBR_FCI_MANTISSA, at.tvb, at.at, 3)?;
                let rate = u64::from(word >> 9 & 0x1_ffff) << (word >> 26);
                cx.out.text(f::RTPFB_TMMBR_FCI_BITRATE, at.tvb, at.at, 3, &rate.to_string())?;
                at.at += 2;
                at.item(cx, f::RTPFB_TMMBR_FCI_MEASUREDOVERHEAD, 2)?;
            }
            _ => at.item(cx, f::FCI, end - at.at)?,
        }
    }
    Ok(())
}

/// Feedback on payloads.
pub(super) fn payload<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, format: u8, end: usize) -> Result<(), Stop> {
    const SLICE_LOSS: u8 = 2;
    const FULL_INTRA: u8 = 4;
    const APPLICATION: u8 = 15;
    sources(cx, at)?;
    while at.at < end {
        match format {
            SLICE_LOSS => {
                let all = [f::PSFB_FIR_SLI_FIRST, f::PSFB_FIR_SLI_NUMBER, f::PSFB_FIR_SLI_PICTURE_ID];
                at.bits(cx, &all, 4)?;
            }
            FULL_INTRA => {
                at.item(cx, f::PSFB_FIR_FCI_SSRC, 4)?;
                at.item(cx, f::PSFB_FIR_FCI_CSN, 1)?;
                at.item(cx, f::PSFB_FIR_FCI_RESERVED, 3)?;
            }
            APPLICATION if at.tvb.bytes(at.at, 4) == Ok(b"REMB") => estimate(cx, at)?,
            _ => at.item(cx, f::FCI, end - at.at)?,
        }
    }
    Ok(())
}

/// Receiver estimated maximum bitrate, draft-alvestrand-rmcat-remb.
fn estimate<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    at.item(cx, f::PSFB_REMB_IDENTIFIER, 4)?;
    let count = at.uint(cx, f::PSFB_REMB_FCI_NUMBER_SSRCS, 1)?;
    let bits = at.tvb.uint(at.at, 3)?;
    cx.out.item(f::PSFB_REMB_FCI_BR_EXP, at.tvb, at.at, 1)?;
    cx.out.number(f::PSFB_REMB_FCI_BR_MANTISSA, at.tvb, at.at, 3, bits & 0x3_ffff)?;
    let rate = u128::from(bits & 0x3_ffff) << (bits >> 18);
    cx.out.text(f::PSFB_REMB_FCI_BITRATE, at.tvb, at.at, 3, &rate.to_string())?;
    at.at += 3;
    for _ in 0..count {
        at.item(cx, f::PSFB_REMB_FCI_SSRC, 4)?;
    }
    Ok(())
}
