//! Datagram Congestion Control Protocol, RFC 4340.

mod fields;
mod options;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Parent, Proto, Protocol, checksum,
    cursor::Cursor,
    dissect::{Addr, Cx},
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};
use crate::flow::{Ends, Flows, Key};

/// DCCP.
pub static DCCP: Protocol = Protocol {
    name: "dccp",
    title: "Datagram Congestion Control Protocol",
    frame_name: "dccp",
    fields: FIELDS,
    parents: &[Parent::IpProto(33)],
    stateful: &["dccp.stream", "dccp.seq", "dccp.ack"],
    dissect,
    ..Protocol::DEFAULT
};

const IP_PROTO: u8 = 33;

const REQUEST: u8 = 0;
const RESPONSE: u8 = 1;
const DATA: u8 = 2;
const RESET: u8 = 7;
const SYNC_ACK: u8 = 9;
const LISTEN: u8 = 10;

/// All conversations.
#[derive(Default)]
struct Conversations {
    flows: Flows<Conversation>,
    next_stream: u32,
}

/// One conversation: the first sequence number each way.
#[derive(Default)]
struct Conversation {
    stream: u32,
    first: [Option<u64>; 2],
}

impl Ends for Conversation {
    fn is_over(&self) -> bool {
        true
    }
}

/// What relative numbers count from: own sequence numbers, and those of the other end.
#[derive(Clone, Copy, Debug, Default)]
struct Bases {
    own: u64,
    other: u64,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (src, dst) = (tvb.u16(0)?, tvb.u16(2)?);
    cx.info.srcport = src;
    cx.info.dstport = dst;
    cx.info.flow = None;
    let kind = tvb.u8(8)? >> 1 & 0xf;
    let extended = tvb.u8(8)? & 1 != 0;
    let header = usize::from(tvb.u8(4)?) * 4;
    let name = values::TYPE.name(kind.into()).unwrap_or_default();
    cx.column("DCCP", || format!("{src} → {dst} [{name}]"));
    cx.out.item(f::SRCPORT, tvb, 0, 2)?;
    cx.out.item(f::DSTPORT, tvb, 2, 2)?;
    let sequence = if extended { tvb.uint(10, 6)? } else { tvb.uint(9, 3)? };
    let bases = follow(cx, sequence);
    cx.out.item(f::DATA_OFFSET, tvb, 4, 1)?;
    cx.out.number(f::CCVAL, tvb, 5, 1, (tvb.u8(5)? >> 4).into())?;
    cx.out.number(f::CSCOV, tvb, 5, 1, (tvb.u8(5)? & 0xf).into())?;
    verify(cx, tvb, header)?;
    cx.out.number(f::RES1, tvb, 8, 1, (tvb.u8(8)? >> 5).into())?;
    cx.out.number(f::TYPE, tvb, 8, 1, kind.into())?;
    cx.out.add(f::X, tvb.bytes(8, 1)?, Value::Bool(extended));
    let mut at = Cursor::new(tvb, 9);
    if extended {
        at.item(cx, f::RES2, 1)?;
    }
    let width = if extended { 6 } else { 3 };
    number(cx, &mut at, width, sequence, bases.map(|bases| bases.own).filter(|_| kind > RESPONSE), Numbers::SEQUENCE)?;
    if kind > LISTEN {
        let text = "Reserved packet type: unable to dissect further";
        cx.out.expert(f::PACKET_TYPE_RESERVED, Severity::Warn, Group::Protocol, text);
        return Ok(tvb.len());
    }
    if !matches!(kind, REQUEST | DATA | LISTEN) && kind <= SYNC_ACK {
        at.item(cx, f::ACK_RES, if extended { 2 } else { 1 })?;
        let acknowledged = tvb.uint(at.at, width)?;
        number(cx, &mut at, width, acknowledged, bases.map(|bases| bases.other), Numbers::ACKNOWLEDGEMENT)?;
    }
    match kind {
        REQUEST | RESPONSE | LISTEN => at.item(cx, f::SERVICE_CODE, 4)?,
        RESET => {
            for field in [f::RESET_CODE, f::DATA1, f::DATA2, f::DATA3] {
                at.item(cx, field, 1)?;
            }
        }
        _ => {}
    }
    if header < at.at || header > tvb.reported_len() {
        let text = "Advertised header length bad";
        cx.out.expert(f::ADVERTISED_HEADER_LENGTH_BAD, Severity::Warn, Group::Protocol, text);
        return Ok(tvb.len());
    }
    if header > at.at {
        cx.out.label(f::OPTIONS, tvb, at.at, header - at.at);
        options::dissect(cx, tvb.limit(header), at.at)?;
    }
    let payload = tvb.rest(header)?;
    if payload.reported_len() > 0 && !cx.call_heuristics(Proto::Dccp, payload) {
        cx.call_data(payload);
    }
    Ok(header)
}

/// Notes the conversation; gives what its relative numbers count from.
fn follow(cx: &mut Cx<'_>, sequence: u64) -> Option<Bases> {
    if !cx.out.plan.stateful(Proto::Dccp) {
        return None;
    }
    let (key, end) = Key::of(&cx.info);
    let all: &mut Conversations = cx.state.of(Proto::Dccp);
    let slot = match all.flows.find(&key) {
        Some(slot) => slot,
        None => {
            let stream = all.next_stream;
            all.next_stream = stream.wrapping_add(1);
            all.flows.start(key, Conversation { stream, first: [None; 2] })
        }
    };
    let flow = all.flows.get(slot)?;
    let [low, high] = &mut flow.first;
    let (own, other) = if end == 0 { (low, high) } else { (high, low) };
    let bases = Bases { own: *own.get_or_insert(sequence), other: other.unwrap_or_default() };
    let stream = flow.stream;
    cx.out.generated_uint(f::STREAM, stream.into());
    Some(bases)
}

/// Fields of a sequence number: relative, as it stands.
struct Numbers {
    relative: super::out::F,
    raw: super::out::F,
}

impl Numbers {
    const SEQUENCE: Self = Self { relative: f::SEQ, raw: f::SEQ_RAW };
    const ACKNOWLEDGEMENT: Self = Self { relative: f::ACK, raw: f::ACK_RAW };
}

fn number<'f>(
    cx: &mut Cx<'f>,
    at: &mut Cursor<'f>,
    width: usize,
    value: u64,
    base: Option<u64>,
    fields: Numbers,
) -> Result<(), Stop> {
    if let Some(base) = base {
        let mask = (1 << (8 * width)) - 1;
        cx.out.number(fields.relative, at.tvb, at.at, width, value.wrapping_sub(base) & mask)?;
    }
    cx.out.number(fields.raw, at.tvb, at.at, width, value)?;
    at.at += width;
    Ok(())
}

/// The checksum covers the header and as much of the data as the packet says, RFC 4340 §9.
fn verify<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: usize) -> Result<(), Stop> {
    cx.out.item(f::CHECKSUM, tvb, 6, 2)?;
    let covered = match usize::from(tvb.u8(5)? & 0xf) {
        0 => tvb.reported_len(),
        words => (header + 4 * (words - 1)).min(tvb.reported_len()),
    };
    let whole = tvb.bytes(0, covered).ok().filter(|_| !cx.info.fragmented && !cx.info.in_error);
    let status = match (whole, pseudo_header(cx.info.src, cx.info.dst, tvb.reported_len())) {
        (Some(bytes), Some(pseudo)) if checksum::internet(&[&pseudo, bytes]) == 0 => checksum::GOOD,
        (Some(_), Some(_)) => {
            cx.out.expert(f::BAD_CHECKSUM, Severity::Error, Group::Checksum, "Bad checksum");
            checksum::BAD
        }
        _ => checksum::UNVERIFIED,
    };
    cx.out.generated_uint(f::CHECKSUM_STATUS, status);
    Ok(())
}

fn pseudo_header(src: Addr, dst: Addr, len: usize) -> Option<Vec<u8>> {
    if let (Addr::V4(src), Addr::V4(dst)) = (src, dst) {
        let addresses = src.to_be_bytes().into_iter().chain(dst.to_be_bytes());
        return Some(addresses.chain([0, IP_PROTO]).chain((len as u16).to_be_bytes()).collect());
    }
    checksum::pseudo_header_v6(src, dst, len, IP_PROTO).map(|header| header.to_vec())
}
