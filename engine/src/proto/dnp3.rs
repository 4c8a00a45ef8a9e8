//! Distributed Network Protocol, IEEE 1815: link frames, transport fragments, application headers and objects.

mod application;
mod fields;
mod values;

use rustc_hash::FxHashMap;
use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tcp::pdus::dissect_pdus,
    tvb::{Stop, Tvb},
};

/// DNP3.
pub static DNP3: Protocol = Protocol {
    name: "dnp3",
    title: "Distributed Network Protocol 3.0",
    frame_name: "dnp3",
    fields: FIELDS,
    parents: &[Parent::TcpPort(20000), Parent::UdpPort(20000)],
    extent: Extent::Whole,
    may_reject: true,
    stateful: &["dnp3"],
    dissect,
    ..Protocol::DEFAULT
};

const START: u16 = 0x0564;
const HEADER: usize = 10;
/// Bytes between two checksums.
const CHUNK: usize = 16;
/// Control: sent by the primary station.
const PRIMARY: u8 = 0x40;
/// Functions of the primary station that bring data.
const DATA: [u8; 2] = [3, 4];
/// Bytes of unfinished messages that are kept for all stations together.
const MAX_KEPT: usize = 4 << 20;

/// A message of which not all fragments were seen.
struct Unfinished {
    bytes: Vec<u8>,
    frames: Vec<(u64, usize)>,
    next: u8,
}

/// By conversation, source and destination.
#[derive(Default)]
struct State {
    unfinished: FxHashMap<(u32, u16, u16), Unfinished>,
    kept: usize,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if tvb.u16(0) != Ok(START) {
        return Ok(0);
    }
    cx.column("DNP 3.0", || "DNP 3.0".to_owned());
    if cx.parent() == Some(Proto::Tcp) {
        return dissect_pdus(cx, tvb, 3, |tvb, at| length(tvb.u8(at + 2)?), frame);
    }
    frame(cx, tvb)
}

/// Length of a frame on the wire: with a checksum behind the header and behind each chunk.
fn length(said: u8) -> Result<Option<usize>, Stop> {
    let data = usize::from(said).checked_sub(5).ok_or(Stop::Malformed)?;
    Ok(Some(HEADER + data + 2 * data.div_ceil(CHUNK)))
}

fn frame<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let control = tvb.u8(3)?;
    let primary = control & PRIMARY != 0;
    cx.out.item(f::START, tvb, 0, 2)?;
    cx.out.item(f::LEN, tvb, 2, 1)?;
    let bits = if primary {
        [f::CTL, f::CTL_DIR, f::CTL_PRM, f::CTL_FCB, f::CTL_FCV, f::CTL_PRIFUNC]
    } else {
        [f::CTL, f::CTL_DIR, f::CTL_PRM, f::CTL_FCB, f::CTL_DFC, f::CTL_SECFUNC]
    };
    for field in bits {
        // A secondary station has no count to tell.
        if primary || field != f::CTL_FCB {
            cx.out.item(field, tvb, 3, 1)?;
        }
    }
    for (field, at) in [(f::DST, 4), (f::ADDR, 4), (f::SRC, 6), (f::ADDR, 6)] {
        cx.out.item_le(field, tvb, at, 2)?;
    }
    cx.out.item_le(f::HDR_CRC, tvb, 8, 2)?;
    let good = crc(tvb.bytes(0, 8)?) == tvb.u16_le(8)?;
    cx.out.generated_uint(f::DNP_HDR_CRC_STATUS, good.into());
    let data = usize::from(tvb.u8(2)?).saturating_sub(5);
    if data == 0 || !primary || !DATA.contains(&(control & 0xf)) {
        return Ok(tvb.len());
    }
    for field in [f::TR_CTL, f::TR_FIN, f::TR_FIR, f::TR_SEQ] {
        cx.out.item(field, tvb, HEADER, 1)?;
    }
    if let Some(bytes) = chunks(cx, tvb, data)? {
        transport(cx, tvb, &bytes)?;
    }
    Ok(tvb.len())
}

/// The data without its checksums; `None` if one of those is wrong.
fn chunks<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, len: usize) -> Result<Option<Vec<u8>>, Stop> {
    let (mut at, mut left, mut bytes, mut good) = (HEADER, len, Vec::with_capacity(len), true);
    while left > 0 {
        let size = left.min(CHUNK);
        let chunk = tvb.bytes(at, size)?;
        cx.out.item(f::DNP_DATA_CHUNK, tvb, at, size)?;
        cx.out.generated_uint(f::DNP_DATA_CHUNK_LEN, size as u64);
        cx.out.item_le(f::DNP_DATA_CHUNK_CRC, tvb, at + size, 2)?;
        let right = crc(chunk) == tvb.u16_le(at + size)?;
        cx.out.generated_uint(f::DNP_DATA_CHUNK_CRC_STATUS, right.into());
        good &= right;
        bytes.extend_from_slice(chunk);
        (at, left) = (at + size + 2, left - size);
    }
    Ok(good.then_some(bytes))
}

/// A fragment: its control, then a part of a message.
fn transport<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, bytes: &[u8]) -> Result<(), Stop> {
    let Some((control, part)) = bytes.split_first() else { return Ok(()) };
    let (last, first, sequence) = (control & 0x80 != 0, control & 0x40 != 0, control & 0x3f);
    let part = cx.out.alloc_bytes(part);
    let frame = cx.frame.number;
    let key = (cx.info.flow.map_or(0, |flow| flow.id), tvb.u16_le(6)?, tvb.u16_le(4)?);
    let state: &mut State = cx.state.of(Proto::Dnp3);
    let earlier = state.unfinished.remove(&key);
    state.kept = state.kept.saturating_sub(earlier.as_ref().map_or(0, |earlier| earlier.bytes.len()));
    let mut message = match earlier {
        Some(earlier) if !first && earlier.next == sequence => Some(earlier),
        _ if first => Some(Unfinished { bytes: Vec::new(), frames: Vec::new(), next: sequence }),
        _ => None,
    };
    if let Some(message) = &mut message {
        message.bytes.extend_from_slice(part);
        message.frames.push((frame, part.len()));
        message.next = (sequence + 1) & 0x3f;
    }
    match message {
        Some(message) if last => return whole(cx, &message),
        Some(message) if state.kept + message.bytes.len() <= MAX_KEPT => {
            state.kept += message.bytes.len();
            state.unfinished.insert(key, message);
        }
        _ => {}
    }
    cx.out.add(f::AL_FRAG_DATA, part, Value::bytes(part));
    Ok(())
}

fn whole<'f>(cx: &mut Cx<'f>, message: &Unfinished) -> Result<(), Stop> {
    let bytes = cx.out.alloc_bytes(&message.bytes);
    let tvb = Tvb::whole(bytes);
    cx.out.label(f::AL_FRAGMENTS, tvb, 0, bytes.len());
    for (frame, _) in &message.frames {
        cx.out.generated_uint(f::AL_FRAGMENT, *frame);
    }
    cx.out.generated_uint(f::AL_FRAGMENT_COUNT, message.frames.len() as u64);
    cx.out.generated_uint(f::AL_FRAGMENT_REASSEMBLED_LENGTH, bytes.len() as u64);
    application::dissect(cx, tvb)
}

/// CRC-16 of DNP.
fn crc(bytes: &[u8]) -> u16 {
    let shift = |crc: u16| crc >> 1 ^ if crc & 1 == 1 { 0xa6bc } else { 0 };
    !bytes.iter().fold(0, |crc, byte| (0..8).fold(crc ^ u16::from(*byte), |crc, _| shift(crc)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn crc_of_the_check_string() {
        assert_eq!(super::crc(b"123456789"), 0xea82);
    }
}
