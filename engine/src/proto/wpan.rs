//! IEEE 802.15.4 MAC frames (IEEE Std 802.15.4-2020 §7), with a frame check sequence or without.

mod fields;

use strato_filter_lang::value::Value;

use self::fields::f;
use super::{
    Parent, Proto, Protocol,
    checksum,
    dissect::{Cx, Taken},
    tvb::{Stop, Tvb},
};

/// Link type of frames that end with a frame check sequence.
const WITH_FCS: u32 = 195;
/// Link type of frames that do not.
const WITHOUT_FCS: u32 = 230;

/// Frame types.
const BEACON: u16 = 0;
/// One that carries something.
const DATA: u16 = 1;
const COMMAND: u16 = 3;
const MULTIPURPOSE: u16 = 5;
/// Version 2015 and later: other rules for what is present.
const VERSION_2015: u16 = 2;

/// IEEE 802.15.4.
pub static WPAN: Protocol = Protocol {
    name: "wpan",
    title: "IEEE 802.15.4 Low-Rate Wireless PAN",
    frame_name: "wpan",
    fields: fields::FIELDS,
    parents: &[Parent::LinkType(WITH_FCS), Parent::LinkType(WITHOUT_FCS), Parent::EtherType(0x809a)],
    dissect,
    ..Protocol::DEFAULT
};

/// How an address is written in the header.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    None,
    Short,
    Extended,
}

impl Mode {
    fn of(bits: u16) -> Self {
        match bits & 3 {
            2 => Self::Short,
            3 => Self::Extended,
            _ => Self::None,
        }
    }
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    // Over Ethernet frames have theirs, too.
    let fcs_len = if cx.frame.link_type == WITH_FCS || cx.parent() != Some(Proto::Frame) { 2 } else { 0 };
    let frame = match tvb.reported_len().checked_sub(fcs_len) {
        Some(len) => tvb.limit(len),
        None => tvb,
    };
    let broken = fcs_len > 0 && !check_sequence(cx, tvb, frame.reported_len());
    let control = frame.u16_le(0)?;
    let kind = control & 7;
    cx.column("IEEE 802.15.4", || fields::KINDS.name(kind.into()).unwrap_or("Reserved").into());
    if kind == MULTIPURPOSE {
        // Its header has a form of its own.
        cx.call(Proto::Data, frame.rest(1)?);
        return Ok(tvb.len());
    }
    let mut at = header(cx, frame, control)?;
    if control & 0x08 != 0 {
        at = security(cx, frame, at)?;
    }
    if control & 0x200 != 0 {
        at = header_elements(cx, frame, at)?;
    }
    let secured = control & 0x08 != 0;
    match kind {
        BEACON if !secured => at = beacon(cx, frame, at)?,
        COMMAND if !secured => {
            cx.out.uint(f::CMD, frame, at, 1)?;
            at += 1;
        }
        // Zigbee's frames all have short destinations.
        DATA if !secured && !broken && Mode::of(control >> 10) == Mode::Short => {
            let payload = frame.rest(at)?;
            if payload.reported_len() > 0 && cx.call(Proto::ZbeeNwk, payload) != Taken::Rejected {
                return Ok(tvb.len());
            }
        }
        _ => {}
    }
    cx.call_data(frame.rest(at)?);
    Ok(tvb.len())
}

/// The last two bytes, with their check; whether they do not say that the frame is broken.
fn check_sequence<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> bool {
    // Not captured: nothing can be said.
    let Ok(fcs) = tvb.uint_le(at, 2) else { return true };
    let raw = tvb.captured(at, 2);
    cx.out.add(f::FCS, raw, Value::Uint(fcs));
    let right = u64::from(checksum::crc16_kermit(tvb.captured(0, at))) == fcs;
    cx.out.generated_bool(f::FCS_OK, right);
    right
}

/// Sequence number, networks and addresses; §7.2.2 says which are there.
fn header<'f>(cx: &mut Cx<'f>, frame: Tvb<'f>, control: u16) -> Result<usize, Stop> {
    let version = control >> 12 & 3;
    let (dst, src) = (Mode::of(control >> 10), Mode::of(control >> 14));
    let compressed = control & 0x40 != 0;
    let mut at = 2;
    if version < VERSION_2015 || control & 0x100 == 0 {
        cx.out.uint(f::SEQ_NO, frame, at, 1)?;
        at += 1;
    }
    let (dst_pan, src_pan) = networks(version, dst, src, compressed);
    if dst_pan {
        cx.out.uint_le(f::DST_PAN, frame, at, 2)?;
        at += 2;
    }
    at = address(cx, frame, at, dst, [f::DST16, f::DST64])?;
    if src_pan {
        cx.out.uint_le(f::SRC_PAN, frame, at, 2)?;
        at += 2;
    }
    address(cx, frame, at, src, [f::SRC16, f::SRC64])
}

/// Whether the destination's and the source's network are written, table 7-2.
fn networks(version: u16, dst: Mode, src: Mode, compressed: bool) -> (bool, bool) {
    let (has_dst, has_src) = (dst != Mode::None, src != Mode::None);
    if version < VERSION_2015 {
        return (has_dst, has_src && !(compressed && has_dst));
    }
    match (has_dst, has_src) {
        (false, false) => (compressed, false),
        (true, false) => (!compressed, false),
        (false, true) => (false, !compressed),
        (true, true) if dst == Mode::Extended && src == Mode::Extended => (!compressed, false),
        (true, true) => (true, !compressed),
    }
}

/// An address and the field that stands for both addresses.
fn address<'f>(cx: &mut Cx<'f>, frame: Tvb<'f>, at: usize, mode: Mode, fields: [super::out::F; 2]) -> Result<usize, Stop> {
    let [short, extended] = fields;
    match mode {
        Mode::None => Ok(at),
        Mode::Short => {
            cx.out.uint_le(short, frame, at, 2)?;
            Ok(at + 2)
        }
        Mode::Extended => {
            extended_address(cx, extended, frame, at)?;
            Ok(at + 8)
        }
    }
}

/// An address of 64 bits: sent least significant byte first, written the other way round.
pub(super) fn extended_address<'f>(cx: &mut Cx<'f>, field: super::out::F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let raw = tvb.bytes(at, 8)?;
    if cx.out.wants(field) {
        let mut bytes = tvb.array::<8>(at)?;
        bytes.reverse();
        let bytes = cx.out.alloc_bytes(&bytes);
        cx.out.add(field, raw, Value::bytes(bytes));
    }
    Ok(())
}

/// The auxiliary security header, §9.4.
fn security<'f>(cx: &mut Cx<'f>, frame: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let control = frame.u8(at)?;
    cx.out.uint(f::SECURITY_CONTROL, frame, at, 1)?;
    cx.out.uint(f::SECURITY_LEVEL, frame, at, 1)?;
    cx.out.uint(f::KEY_ID_MODE, frame, at, 1)?;
    let mut at = at + 1;
    if control & 0x20 == 0 {
        cx.out.uint_le(f::FRAME_COUNTER, frame, at, 4)?;
        at += 4;
    }
    let source_len = match control >> 3 & 3 {
        0 => return Ok(at),
        1 => 0,
        2 => 4,
        _ => 8,
    };
    frame.bytes(at, source_len)?;
    at += source_len;
    cx.out.uint(f::KEY_INDEX, frame, at, 1)?;
    Ok(at + 1)
}

/// Header information elements up to their end, then those of the payload, §7.4.
fn header_elements<'f>(cx: &mut Cx<'f>, frame: Tvb<'f>, mut at: usize) -> Result<usize, Stop> {
    while frame.reported_rest(at) >= 2 {
        let element = frame.u16_le(at)?;
        let (id, len) = (element >> 7 & 0xff, usize::from(element & 0x7f));
        for field in [f::HEADER_IE_TLV, f::HEADER_IE_TYPE, f::HEADER_IE_ID, f::HEADER_IE_LENGTH] {
            cx.out.uint_le(field, frame, at, 2)?;
        }
        at += 2 + len;
        match id {
            0x7e => return payload_elements(cx, frame, at),
            0x7f => return Ok(at),
            _ => {}
        }
    }
    Ok(at)
}

fn payload_elements<'f>(cx: &mut Cx<'f>, frame: Tvb<'f>, mut at: usize) -> Result<usize, Stop> {
    while frame.reported_rest(at) >= 2 {
        let element = frame.u16_le(at)?;
        let (id, len) = (element >> 11 & 0xf, usize::from(element & 0x7ff));
        for field in [f::PAYLOAD_IE_TLV, f::PAYLOAD_IE_TYPE, f::PAYLOAD_IE_ID, f::PAYLOAD_IE_LENGTH] {
            cx.out.uint_le(field, frame, at, 2)?;
        }
        at += 2 + len;
        if id == 0xf {
            break;
        }
    }
    Ok(at)
}

/// Superframe, guaranteed time slots and pending addresses of a beacon, §7.3.1.
fn beacon<'f>(cx: &mut Cx<'f>, frame: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    for field in [f::BEACON_ORDER, f::SUPERFRAME_ORDER, f::CAP, f::BATTERY, f::COORDINATOR, f::ASSOCIATION] {
        cx.out.uint_le(field, frame, at, 2)?;
    }
    let mut at = at + 2;
    let slots = frame.u8(at)? & 7;
    cx.out.uint(f::GTS_COUNT, frame, at, 1)?;
    cx.out.uint(f::GTS_PERMIT, frame, at, 1)?;
    at += 1;
    if slots > 0 {
        cx.out.uint(f::GTS_DIRECTION, frame, at, 1)?;
        at += 1 + usize::from(slots) * 3;
    }
    let pending = frame.u8(at)?;
    at += 1;
    for _ in 0..pending & 7 {
        cx.out.uint_le(f::PENDING16, frame, at, 2)?;
        at += 2;
    }
    for _ in 0..pending >> 4 & 7 {
        at = address(cx, frame, at, Mode::Extended, [f::PENDING16, f::PENDING64])?;
    }
    frame.bytes(0, at)?;
    Ok(at)
}
