//! Messages: sets of them (formats 0 and 1) and batches (format 2), which may be compressed.

use std::io::Read;

use strato_filter_lang::value::Value;

use super::{f, parts::varint};
use crate::proto::{
    dissect::Cx,
    out::{F, Group, Severity},
    snappy,
    tvb::{Stop, Tvb},
};

/// Bytes of messages, decompressed.
const MAX_PLAIN: usize = 16 << 20;
/// Offset and size of a message.
const PREFIX: usize = 12;
/// Offset of the byte that tells the format.
const MAGIC: usize = 16;

/// All that stands behind a size; returns where it ends.
pub(super) fn sets<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let size = tvb.u32(at)?.cast_signed();
    let at = at + 4;
    let Ok(size @ 1..) = usize::try_from(size) else { return Ok(at) };
    let set = tvb.sub(at, size)?;
    let mut next = 0;
    while next < set.reported_len() {
        next = message(cx, set, next)?;
    }
    Ok(at + size)
}

/// A message or batch, or what is left of one that is cut off; returns where it ends.
fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let left = tvb.reported_rest(at);
    let size = if left < PREFIX { usize::MAX } else { tvb.u32(at + 8)? as usize };
    if left <= MAGIC || left - PREFIX < size {
        cx.out.item(f::TRUNCATED_CONTENT, tvb, at, left)?;
        return Ok(at + left);
    }
    match tvb.u8(at + MAGIC)? {
        0 | 1 => old_message(cx, tvb, at),
        2 => {
            batch(cx, tvb.sub(at, PREFIX + size)?)?;
            Ok(at + PREFIX + size)
        }
        _ => {
            cx.out.item(f::MESSAGE_MAGIC, tvb, at + MAGIC, 1)?;
            let text = "Invalid message magic field";
            cx.out.expert(f::UNKNOWN_MESSAGE_MAGIC, Severity::Warn, Group::Malformed, text);
            Ok(at + PREFIX + size)
        }
    }
}

/// A message of the formats 0 and 1, as Wireshark takes it: it counts the attributes twice and has lengths of two bytes.
fn old_message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    cx.out.item(f::OFFSET, tvb, at, 8)?;
    cx.out.item(f::MESSAGE_SIZE, tvb, at + 8, 4)?;
    cx.out.item(f::MESSAGE_CRC, tvb, at + 12, 4)?;
    let magic = cx.out.uint(f::MESSAGE_MAGIC, tvb, at + MAGIC, 1)?;
    let codec = tvb.u8(at + 17)? & 7;
    cx.out.item(f::MESSAGE_CODEC, tvb, at + 17, 1)?;
    cx.out.item(f::MESSAGE_TIMESTAMP_TYPE, tvb, at + 18, 1)?;
    let mut at = at + 19;
    if magic == 1 {
        let time = tvb.u64(at)?.cast_signed();
        cx.out.add(f::MESSAGE_TIMESTAMP, tvb.bytes(at, 8)?, milliseconds(time));
        at += 8;
    }
    at = bytes(cx, f::MESSAGE_KEY, tvb, at)?;
    // What is compressed cannot be found so.
    if codec != 0 { Ok(at + 4) } else { bytes(cx, f::MESSAGE_VALUE, tvb, at) }
}

/// Bytes behind their length, which the item covers, too.
fn bytes<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = usize::try_from(tvb.u16(at)?.cast_signed()).unwrap_or_default();
    let value = Value::bytes(tvb.bytes(at + 2, len)?);
    cx.out.add(field, tvb.bytes(at, 2 + len)?, value);
    Ok(at + 2 + len)
}

fn milliseconds(time: i64) -> Value<'static> {
    Value::Time(i128::from(time) * 1_000_000)
}

/// Times of a batch as Wireshark takes them: seconds, and nanoseconds with a sign.
fn batch_time<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let (seconds, nanos) = (tvb.u32(at)?, tvb.u32(at + 4)?.cast_signed());
    let time = i128::from(seconds) * 1_000_000_000 + i128::from(nanos);
    cx.out.add(field, tvb.bytes(at, 8)?, Value::Time(time));
    Ok(())
}

fn batch<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let base = tvb.u64(0)?.cast_signed();
    cx.out.item(f::OFFSET, tvb, 0, 8)?;
    cx.out.item(f::MESSAGE_SIZE, tvb, 8, 4)?;
    cx.out.item(f::LEADER_EPOCH, tvb, 12, 4)?;
    cx.out.item(f::MESSAGE_MAGIC, tvb, MAGIC, 1)?;
    cx.out.item(f::BATCH_CRC, tvb, 17, 4)?;
    for field in [f::BATCH_CODEC, f::BATCH_TIMESTAMP_TYPE, f::BATCH_TRANSACTIONAL, f::BATCH_CONTROL_BATCH] {
        cx.out.item(field, tvb, 21, 2)?;
    }
    let codec = u64::from(tvb.u16(21)? & 7);
    cx.out.item(f::BATCH_LAST_OFFSET_DELTA, tvb, 23, 4)?;
    let first = tvb.u64(27)?.cast_signed();
    batch_time(cx, f::BATCH_FIRST_TIMESTAMP, tvb, 27)?;
    batch_time(cx, f::BATCH_LAST_TIMESTAMP, tvb, 35)?;
    cx.out.item(f::PRODUCER_ID, tvb, 43, 8)?;
    cx.out.item(f::PRODUCER_EPOCH, tvb, 51, 2)?;
    cx.out.item(f::BATCH_BASE_SEQUENCE, tvb, 53, 4)?;
    let count = cx.out.uint(f::BATCH_SIZE, tvb, 57, 4)?;
    let content = tvb.rest(61)?;
    let content = if codec == 0 {
        content
    } else {
        match decompress(codec, content.data()) {
            Some(plain) => {
                let ratio = content.len() as f32 / plain.len() as f32;
                cx.out.generated(f::MESSAGE_COMPRESSION_REDUCTION, Value::Float(ratio.into()));
                Tvb::whole(cx.out.alloc_bytes(&plain))
            }
            None => return Ok(()),
        }
    };
    let mut at = 0;
    for _ in 0..count {
        at = record(cx, content, at, base, first)?;
    }
    Ok(())
}

/// A number with a sign, zigzag.
fn signed(tvb: Tvb<'_>, at: usize) -> Result<(i64, usize), Stop> {
    let (value, width) = varint(tvb, at)?;
    Ok(((value >> 1).cast_signed() ^ -(value & 1).cast_signed(), width))
}

/// A record; its time and offset count from those of the batch. Returns where it ends.
fn record<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, base: i64, first: i64) -> Result<usize, Stop> {
    let (len, width) = signed(tvb, at)?;
    let mut at = at + width;
    let Ok(len @ 1..) = usize::try_from(len) else {
        let text = "Invalid record length field";
        cx.out.expert(f::BAD_RECORD_LENGTH, Severity::Error, Group::Malformed, text);
        return Ok(at);
    };
    let end = at.saturating_add(len);
    cx.out.item(f::RECORD_ATTRIBUTES, tvb, at, 1)?;
    at += 1;
    let (time, width) = signed(tvb, at)?;
    cx.out.add(f::MESSAGE_TIMESTAMP, tvb.bytes(at, width)?, milliseconds(first.wrapping_add(time)));
    at += width;
    let (offset, width) = signed(tvb, at)?;
    cx.out.add(f::OFFSET, tvb.bytes(at, width)?, Value::Int(base.wrapping_add(offset)));
    at = counted(cx, f::MESSAGE_KEY, tvb, at + width)?;
    at = counted(cx, f::MESSAGE_VALUE, tvb, at)?;
    let (headers, width) = signed(tvb, at)?;
    at += width;
    for _ in 0..headers.max(0) {
        let (len, width) = signed(tvb, at)?;
        let len = usize::try_from(len).unwrap_or_default();
        cx.out.item(f::HEADER_KEY, tvb, at + width, len)?;
        at = counted(cx, f::HEADER_VALUE, tvb, at + width + len)?;
    }
    tvb.sub(0, end)?;
    Ok(end.max(at))
}

/// Bytes behind their length of variable size.
fn counted<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let (len, width) = signed(tvb, at)?;
    let len = usize::try_from(len).unwrap_or_default();
    cx.out.item(field, tvb, at + width, len)?;
    Ok(at + width + len)
}

/// Undoes gzip, Snappy (alone or in blocks, as Java has it), LZ4 and Zstandard.
fn decompress(codec: u64, data: &[u8]) -> Option<Vec<u8>> {
    let limit = MAX_PLAIN as u64;
    let mut plain = Vec::new();
    match codec {
        1 => flate2::read::MultiGzDecoder::new(data).take(limit).read_to_end(&mut plain).ok()?,
        2 => return blocks(data),
        3 => lz4_flex::frame::FrameDecoder::new(data).take(limit).read_to_end(&mut plain).ok()?,
        4 => zstd::Decoder::new(data).ok()?.take(limit).read_to_end(&mut plain).ok()?,
        _ => return None,
    };
    Some(plain)
}

fn blocks(data: &[u8]) -> Option<Vec<u8>> {
    const SIGNATURE: &[u8] = b"\x82SNAPPY\0";
    let Some(rest) = data.strip_prefix(SIGNATURE) else { return snappy::decompress(data, MAX_PLAIN) };
    // Version and oldest version that can read it.
    let mut rest = rest.get(8..)?;
    let mut plain = Vec::new();
    while let Some((len, after)) = rest.split_first_chunk() {
        let (block, after) = after.split_at_checked(u32::from_be_bytes(*len) as usize)?;
        plain.extend_from_slice(&snappy::decompress(block, MAX_PLAIN.checked_sub(plain.len())?)?);
        rest = after;
    }
    Some(plain)
}
