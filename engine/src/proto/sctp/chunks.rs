//! Chunks, RFC 9260 §3.2.

use super::{Packet, association, causes, data, f, parameters};
use crate::proto::{
    cursor::Cursor,
    dissect::Cx,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

pub(super) const DATA: u8 = 0;
pub(super) const INIT: u8 = 1;
pub(super) const I_DATA: u8 = 64;

/// Fewest bytes of a chunk of a type.
fn shortest(kind: u8) -> usize {
    match kind {
        DATA | 3 => 16,
        I_DATA | INIT | 2 | 16 => 20,
        7 | 12 | 13 | 15 | 192 | 193 | 194 | 128 => 8,
        129 => 16,
        _ => 4,
    }
}

/// Dissects the chunk at `at`; returns where the next one starts, `None` when nothing can follow.
pub(super) fn chunk<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, packet: Packet) -> Result<Option<usize>, Stop> {
    let len = usize::from(tvb.u16(at + 2)?);
    let kind = cx.out.uint(f::CHUNK_TYPE, tvb, at, 1)? as u8;
    cx.out.item(f::CHUNK_BIT_1, tvb, at, 1)?;
    cx.out.item(f::CHUNK_BIT_2, tvb, at, 1)?;
    cx.out.item(f::CHUNK_FLAGS, tvb, at + 1, 1)?;
    if len < 4 {
        cx.out.item(f::CHUNK_LENGTH, tvb, at + 2, 2)?;
        return Ok(None);
    }
    let whole = tvb.rest(at)?;
    let body = whole.limit(len);
    if len >= shortest(kind) {
        for field in flags(kind) {
            cx.out.item(*field, body, 1, 1)?;
        }
    }
    cx.out.item(f::CHUNK_LENGTH, tvb, at + 2, 2)?;
    if len >= shortest(kind) {
        value(cx, body, kind, packet)?;
    }
    let padded = len.next_multiple_of(4);
    let padding = (padded - len).min(whole.reported_rest(len));
    if padding > 0 {
        cx.out.item(f::CHUNK_PADDING, whole, len, padding)?;
    }
    Ok(Some(at + padded))
}

/// Names of the flags' bits.
fn flags(kind: u8) -> &'static [F] {
    match kind {
        DATA | I_DATA => &[f::DATA_I_BIT, f::DATA_U_BIT, f::DATA_B_BIT, f::DATA_E_BIT],
        3 => &[f::SACK_NOUNCE_SUM],
        16 => &[f::NR_SACK_NOUNCE_SUM],
        6 => &[f::ABORT_T_BIT],
        14 => &[f::SHUTDOWN_COMPLETE_T_BIT],
        129 => &[f::PCKDROP_M_BIT, f::PCKDROP_B_BIT, f::PCKDROP_T_BIT],
        _ => &[],
    }
}

fn value<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, kind: u8, packet: Packet) -> Result<(), Stop> {
    let mut at = Cursor::new(tvb, 4);
    match kind {
        DATA | I_DATA => data::dissect(cx, tvb, kind == I_DATA, packet),
        INIT => init(cx, &mut at, &INIT_FIELDS, packet),
        2 => init(cx, &mut at, &INIT_ACK_FIELDS, packet),
        3 => sack(cx, &mut at, packet),
        16 => nr_sack(cx, &mut at),
        4 | 5 => parameters::all(cx, tvb, 4, packet.depth),
        6 | 9 => causes::all(cx, tvb, 4, packet.depth),
        7 => at.item(cx, f::SHUTDOWN_CUMULATIVE_TSN_ACK, 4),
        8 | 11 | 14 => Ok(()),
        10 => at.item(cx, f::COOKIE, at.left()),
        12 => at.item(cx, f::ECNE_LOWEST_TSN, 4),
        13 => at.item(cx, f::CWR_LOWEST_TSN, 4),
        15 => {
            at.item(cx, f::SHARED_KEY_ID, 2)?;
            at.item(cx, f::HMAC_ID, 2)?;
            at.item(cx, f::HMAC, at.left())
        }
        128 => {
            at.item(cx, f::ASCONF_ACK_SEQ_NR_NUMBER, 4)?;
            parameters::all(cx, tvb, at.at, packet.depth)
        }
        129 => packet_drop(cx, &mut at),
        130 => parameters::all(cx, tvb, 4, packet.depth),
        132 => at.item(cx, f::PADDING_DATA, at.left()),
        192 => {
            at.item(cx, f::FORWARD_TSN_TSN, 4)?;
            while at.left() > 0 {
                at.item(cx, f::FORWARD_TSN_SID, 2)?;
                at.item(cx, f::FORWARD_TSN_SSN, 2)?;
            }
            Ok(())
        }
        193 => {
            at.item(cx, f::ASCONF_SEQ_NR_NUMBER, 4)?;
            parameters::all(cx, tvb, at.at, packet.depth)
        }
        194 => {
            at.item(cx, f::I_FORWARD_TSN_TSN, 4)?;
            while at.left() > 0 {
                at.item(cx, f::I_FORWARD_TSN_SID, 2)?;
                at.bits(cx, &[f::I_FORWARD_TSN_FLAGS, f::I_FORWARD_TSN_RES, f::I_FORWARD_TSN_U_BIT], 2)?;
                at.item(cx, f::FORWARD_TSN_MID, 4)?;
            }
            Ok(())
        }
        _ if at.left() > 0 => at.item(cx, f::CHUNK_VALUE, at.left()),
        _ => Ok(()),
    }
}

/// Fields of INIT and INIT ACK: initiate tag, credit, streams out and in, first sequence number.
type Init = [F; 5];

const INIT_FIELDS: Init = [
    f::INIT_INITIATE_TAG,
    f::INIT_CREDIT,
    f::INIT_NR_OUT_STREAMS,
    f::INIT_NR_IN_STREAMS,
    f::INIT_INITIAL_TSN,
];
const INIT_ACK_FIELDS: Init = [
    f::INITACK_INITIATE_TAG,
    f::INITACK_CREDIT,
    f::INITACK_NR_OUT_STREAMS,
    f::INITACK_NR_IN_STREAMS,
    f::INITACK_INITIAL_TSN,
];

fn init<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, fields: &Init, packet: Packet) -> Result<(), Stop> {
    cx.out.item(f::INITIATE_TAG, at.tvb, at.at, 4)?;
    for (field, len) in fields.iter().zip([4, 4, 2, 2, 4]) {
        at.item(cx, *field, len)?;
    }
    parameters::all(cx, at.tvb, at.at, packet.depth)
}

fn zero_credit(cx: &mut Cx<'_>, credit: u64) {
    if credit == 0 {
        let text = "Zero Advertised Receiver Window Credit";
        cx.out.expert(f::SACK_A_RWND_EXPERT, Severity::Note, Group::Sequence, text);
    }
}

fn sack<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, packet: Packet) -> Result<(), Stop> {
    let cumulative = at.tvb.u32(at.at)?;
    let relative = packet.half.and_then(|half| association::relative_to_peer(cx, half, cumulative));
    if let Some(relative) = relative {
        cx.out.number(f::SACK_CUMULATIVE_TSN_ACK, at.tvb, at.at, 4, relative.into())?;
    }
    at.item(cx, f::SACK_CUMULATIVE_TSN_ACK_RAW, 4)?;
    let credit = at.uint(cx, f::SACK_A_RWND, 4)?;
    zero_credit(cx, credit);
    let gaps = at.uint(cx, f::SACK_NUMBER_OF_GAP_BLOCKS, 2)?;
    let duplicates = at.uint(cx, f::SACK_NUMBER_OF_DUPLICATED_TSNS, 2)?;
    // Gaps count from the number that comes first in the chunk's tree.
    blocks(cx, at, relative.unwrap_or(cumulative), gaps, &SACK_GAPS)?;
    for _ in 0..duplicates {
        at.item(cx, f::SACK_DUPLICATE_TSN, 4)?;
    }
    Ok(())
}

/// Fields of a list of blocks: start and end, each as an offset and as a sequence number, and how many numbers in all.
type Blocks = [F; 5];

const SACK_GAPS: Blocks = [
    f::SACK_GAP_BLOCK_START,
    f::SACK_GAP_BLOCK_START_TSN,
    f::SACK_GAP_BLOCK_END,
    f::SACK_GAP_BLOCK_END_TSN,
    f::SACK_NUMBER_OF_TSNS_GAP_ACKED,
];
const NR_SACK_GAPS: Blocks = [
    f::NR_SACK_GAP_BLOCK_START,
    f::NR_SACK_GAP_BLOCK_START_TSN,
    f::NR_SACK_GAP_BLOCK_END,
    f::NR_SACK_GAP_BLOCK_END_TSN,
    f::NR_SACK_NUMBER_OF_TSNS_GAP_ACKED,
];
const NR_SACK_NR_GAPS: Blocks = [
    f::NR_SACK_NR_GAP_BLOCK_START,
    f::NR_SACK_NR_GAP_BLOCK_START_TSN,
    f::NR_SACK_NR_GAP_BLOCK_END,
    f::NR_SACK_NR_GAP_BLOCK_END_TSN,
    f::NR_SACK_NUMBER_OF_TSNS_NR_GAP_ACKED,
];

fn blocks<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, base: u32, count: u64, fields: &Blocks) -> Result<(), Stop> {
    let [start, start_tsn, end, end_tsn, total] = fields;
    let mut sum = 0u64;
    let mut reached = 0;
    for _ in 0..count {
        let mut edge = |cx: &mut Cx<'f>, field: &F, tsn: &F| -> Result<u64, Stop> {
            let offset = cx.out.uint(*field, at.tvb, at.at, 2)?;
            let number = base.wrapping_add(offset as u32);
            cx.out.number(*tsn, at.tvb, at.at, 2, number.into())?;
            at.at += 2;
            Ok(offset)
        };
        let from = edge(cx, start, start_tsn)?;
        let to = edge(cx, end, end_tsn)?;
        sum += (to + 1).saturating_sub(from);
        if to < from {
            cx.out.expert(f::SACK_GAP_BLOCK_MALFORMED, Severity::Error, Group::Protocol, "Malformed gap block.");
        }
        if from < reached {
            let text = "Gap blocks not in strict order.";
            cx.out.expert(f::SACK_GAP_BLOCK_OUT_OF_ORDER, Severity::Warn, Group::Protocol, text);
        }
        reached = to;
    }
    if count > 0 {
        cx.out.generated_uint(*total, sum);
    }
    Ok(())
}

fn nr_sack<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    let base = at.uint(cx, f::NR_SACK_CUMULATIVE_TSN_ACK, 4)? as u32;
    let credit = at.uint(cx, f::NR_SACK_A_RWND, 4)?;
    zero_credit(cx, credit);
    let gaps = at.uint(cx, f::NR_SACK_NUMBER_OF_GAP_BLOCKS, 2)?;
    let nr_gaps = at.uint(cx, f::NR_SACK_NUMBER_OF_NR_GAP_BLOCKS, 2)?;
    let duplicates = at.uint(cx, f::NR_SACK_NUMBER_OF_DUPLICATED_TSNS, 2)?;
    at.item(cx, f::NR_SACK_RESERVED, 2)?;
    blocks(cx, at, base, gaps, &NR_SACK_GAPS)?;
    blocks(cx, at, base, nr_gaps, &NR_SACK_NR_GAPS)?;
    for _ in 0..duplicates {
        at.item(cx, f::NR_SACK_DUPLICATE_TSN, 4)?;
    }
    Ok(())
}

fn packet_drop<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    at.item(cx, f::PKTDROP_BANDWIDTH, 4)?;
    at.item(cx, f::PKTDROP_QUEUESIZE, 4)?;
    at.item(cx, f::PKTDROP_TRUNCATED_LENGTH, 2)?;
    at.item(cx, f::PKTDROP_RESERVED, 2)?;
    if at.left() > 0 {
        at.item(cx, f::PKTDROP_DATAFIELD, at.left())?;
    }
    Ok(())
}
