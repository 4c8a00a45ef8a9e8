//! RTP Control Protocol, RFC 3550 §6, with the feedback of RFC 4585 and 5104 and the reports of RFC 3611 and IEEE 1733.

mod feedback;
mod fields;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol, Table,
    cursor::Cursor,
    dissect::Cx,
    out::{Group, Severity},
    rtp::setup::{self, Setup, What},
    tvb::{Stop, Tvb},
};

/// RTCP.
pub static RTCP: Protocol = Protocol {
    name: "rtcp",
    title: "Real-time Transport Control Protocol",
    frame_name: "rtcp",
    fields: FIELDS,
    parents: &[
        Parent::DecodeAs(Table::UdpPort),
        Parent::Heuristic(Proto::Udp),
        Parent::Heuristic(Proto::Stun),
        Parent::Below(Proto::Rtp),
    ],
    needs: &[Proto::Sdp, Proto::Sip, Proto::Dtls, Proto::Skinny],
    stateful: &["rtcp"],
    across: &["rtcp", "srtcp"],
    extent: Extent::Items,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

const VERSION: u8 = 2;
const EXTENDED: u8 = 207;
/// Types that there are.
const TYPES: std::ops::RangeInclusive<u8> = 192..=210;
/// Types that a datagram may begin with, where nothing else says what it is: SR, RR, BYE, APP and PSFB.
const FIRST: [u8; 5] = [200, 201, 203, 204, 206];

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (Ok(flags), Ok(kind)) = (tvb.u8(0), tvb.u8(1)) else { return Ok(0) };
    let setup = setup::of(cx);
    let told = setup.as_ref().is_some_and(|(_, setup)| setup.what == What::Rtcp) || cx.parent() == Some(Proto::Rtp);
    let looks = FIRST.contains(&kind) && tvb.reported_len().is_multiple_of(4);
    if flags >> 6 != VERSION || !(looks || told && TYPES.contains(&kind)) {
        return Ok(0);
    }
    if let Some((_, setup)) = &setup
        && let What::Srtp(tag) = setup.what
        && told
    {
        return secured(cx, tvb, setup, tag.into());
    }
    cx.column("RTCP", || values::PT.name(kind.into()).unwrap_or_default().to_owned());
    let mut at = 0;
    // A padded packet is the last one.
    let mut padded = false;
    while !padded && tvb.bytes(at, 4).is_ok() && TYPES.contains(&tvb.u8(at + 1)?) {
        let len = 4 * (usize::from(tvb.u16(at + 2)?) + 1);
        cx.item(Proto::Rtcp, tvb.rest(at)?.limit(len));
        if let Some((_, setup)) = &setup {
            setup.emit(cx, f::SETUP, f::SETUP_FRAME, f::SETUP_METHOD);
        }
        padded = tvb.u8(at)? & 0x20 != 0;
        let end = at.saturating_add(len);
        packet(cx, &mut Cursor::new(tvb, at), end)?;
        at = end;
    }
    // What follows is encrypted, or nothing that is known.
    let right = at <= tvb.reported_len();
    cx.out.generated_bool(f::LENGTH_CHECK, right);
    if !right {
        let expected = tvb.reported_len();
        let text = format!("Incorrect RTCP packet length information (expected {expected} bytes, found {at})");
        cx.out.expert(f::LENGTH_CHECK_BAD, Severity::Warn, Group::Malformed, &text);
    }
    Ok(tvb.len())
}

/// Packets of which only the head of the first is not encrypted, RFC 3711 §3.4.
fn secured<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, setup: &Setup, tag: usize) -> Result<usize, Stop> {
    const CLEAR: usize = 8;
    const INDEX: usize = 4;
    cx.column("SRTCP", String::new);
    cx.item(Proto::Srtcp, tvb);
    setup.emit(cx, f::SETUP, f::SETUP_FRAME, f::SETUP_METHOD);
    packet(cx, &mut Cursor::new(tvb, 0), 4 * (usize::from(tvb.u16(2)?) + 1))?;
    if tvb.u8(1)? == EXTENDED {
        // Its blocks are encrypted, so they have no lengths.
        return Err(Stop::Malformed);
    }
    let Some(end) = tvb.reported_len().checked_sub(tag + INDEX).filter(|end| *end >= CLEAR) else {
        return Ok(tvb.len());
    };
    cx.out.label(f::SRTCP_ENCRYPTED_PAYLOAD, tvb, CLEAR, end - CLEAR);
    cx.out.item(f::SRTCP_E, tvb, end, INDEX)?;
    cx.out.item(f::SRTCP_INDEX, tvb, end, INDEX)?;
    cx.out.item(f::SRTCP_AUTH_TAG, tvb, end + INDEX, tag)?;
    Ok(tvb.len())
}

/// One packet of those put together.
fn packet<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, end: usize) -> Result<(), Stop> {
    let (flags, kind) = (at.tvb.u8(at.at)?, at.tvb.u8(at.at + 1)?);
    let count = flags & 0x1f;
    let field = match kind {
        202 | 203 => f::SC,
        204 | 208 => f::APP_SUBTYPE,
        205 => f::RTPFB_FMT,
        206 => f::PSFB_FMT,
        _ => f::RC,
    };
    let counted = !matches!(kind, 192 | 193 | 207);
    let all = [f::VERSION, f::PADDING, field];
    at.bits(cx, if counted { &all } else { &all[..2] }, 1)?;
    at.item(cx, f::PT, 1)?;
    at.item(cx, f::LENGTH, 2)?;
    match kind {
        200 => {
            at.item(cx, f::SENDERSSRC, 4)?;
            sender(cx, at)?;
            reports(cx, at, count)?;
        }
        201 => {
            at.item(cx, f::SENDERSSRC, 4)?;
            reports(cx, at, count)?;
        }
        202 => descriptions(cx, at, count)?,
        203 => goodbye(cx, at, count, end)?,
        204 => application(cx, at, end)?,
        205 => feedback::transport(cx, at, count, end)?,
        206 => feedback::payload(cx, at, count, end)?,
        EXTENDED => extended(cx, at, end)?,
        208 => {
            at.item(cx, f::SSRC_IDENTIFIER, 4)?;
            at.item(cx, f::APP_NAME, 4)?;
            at.item(cx, f::TIMEBASE_INDICATOR, 2)?;
            at.item(cx, f::IDENTITY, 10)?;
            at.item(cx, f::STREAM_ID, 8)?;
            at.item(cx, f::TIMESTAMP_AS, 4)?;
            at.item(cx, f::TIMESTAMP_RTP, 4)?;
        }
        192 => at.item(cx, f::SSRC_IDENTIFIER, 4)?,
        193 => {
            at.item(cx, f::SSRC_IDENTIFIER, 4)?;
            at.item(cx, f::NACK_FSN, 2)?;
            at.item(cx, f::NACK_BLP, 2)?;
        }
        _ => {}
    }
    Ok(())
}

/// An NTP timestamp; those below 2³¹ seconds are of the era that starts in 2036.
fn ntp<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    const NS_PER_S: i128 = 1_000_000_000;
    const TO_1970: i128 = 2_208_988_800;
    let (seconds, fraction) = (tvb.u32(at)?, tvb.u32(at + 4)?);
    let era = if seconds & 0x8000_0000 == 0 { 1i128 << 32 } else { 0 };
    let ns = (i128::from(seconds) + era - TO_1970) * NS_PER_S + ((i128::from(fraction) * NS_PER_S) >> 32);
    cx.out.add(f::TIMESTAMP_NTP, tvb.bytes(at, 8)?, Value::Time(ns));
    Ok(())
}

fn sender<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    let time = at.at;
    at.item(cx, f::TIMESTAMP_NTP_MSW, 4)?;
    at.item(cx, f::TIMESTAMP_NTP_LSW, 4)?;
    ntp(cx, at.tvb, time)?;
    at.item(cx, f::TIMESTAMP_RTP, 4)?;
    at.item(cx, f::SENDER_PACKETCOUNT, 4)?;
    at.item(cx, f::SENDER_OCTETCOUNT, 4)
}

fn reports<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, count: u8) -> Result<(), Stop> {
    for _ in 0..count {
        at.item(cx, f::SSRC_IDENTIFIER, 4)?;
        at.item(cx, f::SSRC_FRACTION, 1)?;
        // 24 bits with a sign.
        let lost = (at.tvb.uint(at.at, 3)? as i32) << 8 >> 8;
        cx.out.add(f::SSRC_CUM_NR, at.tvb.bytes(at.at, 3)?, Value::Int(lost.into()));
        at.at += 3;
        cx.out.item(f::SSRC_EXT_HIGH, at.tvb, at.at, 4)?;
        at.item(cx, f::SSRC_HIGH_CYCLES, 2)?;
        at.item(cx, f::SSRC_HIGH_SEQ, 2)?;
        at.item(cx, f::SSRC_JITTER, 4)?;
        at.item(cx, f::SSRC_LSR, 4)?;
        at.item(cx, f::SSRC_DLSR, 4)?;
    }
    Ok(())
}

/// Source descriptions: items of each source up to a type of 0, padded to 4 bytes.
fn descriptions<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, count: u8) -> Result<(), Stop> {
    let start = at.at;
    for _ in 0..count {
        at.item(cx, f::SSRC_IDENTIFIER, 4)?;
        while at.left() > 0 {
            if at.uint(cx, f::SDES_TYPE, 1)? == 0 {
                break;
            }
            let len = at.uint(cx, f::SDES_LENGTH, 1)? as usize;
            if len > 0 {
                at.item(cx, f::SDES_TEXT, len)?;
            }
        }
        at.at = start + (at.at - start).next_multiple_of(4);
    }
    Ok(())
}

fn goodbye<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, count: u8, end: usize) -> Result<(), Stop> {
    for _ in 0..count {
        at.item(cx, f::SSRC_IDENTIFIER, 4)?;
    }
    if at.at < end && at.left() > 0 {
        let len = at.uint(cx, f::SDES_LENGTH, 1)? as usize;
        if len > 0 {
            at.item(cx, f::SDES_TEXT, len)?;
        }
    }
    Ok(())
}

fn application<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, end: usize) -> Result<(), Stop> {
    at.item(cx, f::SSRC_IDENTIFIER, 4)?;
    if at.tvb.bytes(at.at, 4)?.is_ascii() {
        at.item(cx, f::APP_NAME, 4)?;
    } else {
        let text = "Application name is not a string";
        cx.out.expert(f::APPL_NOT_ASCII, Severity::Error, Group::Protocol, text);
        at.at += 4;
    }
    if at.at < end {
        at.item(cx, f::APP_DATA, end - at.at)?;
    }
    Ok(())
}

/// Extended reports: the heads of their blocks.
fn extended<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, end: usize) -> Result<(), Stop> {
    at.item(cx, f::SENDERSSRC, 4)?;
    while at.at < end && at.left() > 0 {
        at.item(cx, f::XR_BT, 1)?;
        at.item(cx, f::XR_BS, 1)?;
        let len = 4 * at.uint(cx, f::XR_BL, 2)? as usize;
        if len > end.saturating_sub(at.at) {
            let text = "Block length is greater than packet length";
            cx.out.expert(f::BLOCK_LENGTH_INVALID, Severity::Warn, Group::Protocol, text);
            return Ok(());
        }
        at.at += len;
    }
    Ok(())
}
