//! Echo requests and replies: who answers whom, and the time that senders put into the data.

use rustc_hash::FxHashMap;
use strato_filter_lang::value::Value;

use super::{extensions, f, identifiers, types};
use crate::proto::{
    Proto,
    dissect::{Addr, Cx},
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// Requests remembered at once.
const MAX_REQUESTS: usize = 1 << 16;
/// A time in the data is believed when it is this near to the frame's.
const NEAR_NS: i128 = 86_400 * 1_000_000_000;

/// Between whom, checksum of the request, identifier and sequence number.
type Key = ((Addr, Addr), u16, u32);

/// A request, and the frame that answered it.
#[derive(Clone, Copy)]
struct Request {
    frame: u64,
    ns: i128,
    answered: Option<u64>,
}

#[derive(Default)]
struct Requests(FxHashMap<Key, Request>);

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, ty: u8) -> Result<(), Stop> {
    identifiers(cx, tvb)?;
    track(cx, tvb, ty)?;
    let mut data = 8;
    if let Some(time) = time_in_data(cx, tvb) {
        let raw = tvb.bytes(8, 8)?;
        let now = cx.frame.timestamp_ns.unwrap_or_default();
        cx.out.add(f::DATA_TIME, raw, Value::Time(time));
        cx.out.generated(f::DATA_TIME_RELATIVE, Value::Time(now - time));
        data += 8;
    }
    cx.call_data(tvb.rest(data)?);
    Ok(())
}

/// Pairs replies with requests: the checksum of a reply says that of the request it echoes.
fn track(cx: &mut Cx<'_>, tvb: Tvb<'_>, ty: u8) -> Result<(), Stop> {
    let wanted = [f::RESP_TO, f::RESPTIME, f::RESP_IN, f::RESP_NOT_FOUND, f::NO_RESP];
    if cx.info.in_error || !(cx.out.plan.everything || wanted.iter().any(|field| cx.out.wants(*field))) {
        return Ok(());
    }
    let checksum = tvb.u16(2)?;
    let checksum = if ty == types::ECHO { checksum } else { request_checksum(checksum) };
    let checksum = if checksum == 0 { 0xffff } else { checksum };
    let (src, dst) = (cx.info.src, cx.info.dst);
    let ids = tvb.u32(4)?;
    let key = ((src.min(dst), src.max(dst)), checksum, ids);
    let (number, now) = (cx.frame.number, cx.frame.timestamp_ns.unwrap_or_default());
    let requests = &mut cx.state.of::<Requests>(Proto::Icmp).0;
    if ty == types::ECHO {
        if requests.get(&key).is_some_and(|request| request.frame == number) {
            return Ok(());
        }
        if requests.len() >= MAX_REQUESTS {
            requests.clear();
        }
        requests.insert(key, Request { frame: number, ns: now, answered: None });
        if cx.state.later.is_known() {
            answered(cx, ids);
        }
        return Ok(());
    }
    let Some(request) = requests.get_mut(&key) else { return Ok(()) };
    if *request.answered.get_or_insert(number) == number {
        let (frame, after_ns) = (request.frame, now - request.ns);
        cx.note_frame_for(frame, ids, f::RESP_IN);
        cx.out.generated_uint(f::RESP_TO, frame);
        cx.out.generated(f::RESPTIME, Value::Float(milliseconds(after_ns)));
    }
    Ok(())
}

/// The second pass knows whether a request is answered.
fn answered(cx: &mut Cx<'_>, ids: u32) {
    if cx.noted(ids, f::RESP_IN).is_some() {
        return cx.tell(ids, f::RESP_IN);
    }
    cx.out.generated(f::NO_RESP, Value::Label);
    let text = "No response seen to ICMP request";
    cx.out.expert(f::RESP_NOT_FOUND, Severity::Warn, Group::Sequence, text);
}

/// A time as Wireshark computes it: whole seconds and the rest apart.
pub(in crate::proto) fn milliseconds(ns: i128) -> f64 {
    let (seconds, rest) = (ns / 1_000_000_000, ns % 1_000_000_000);
    seconds as f64 * 1000.0 + rest as f64 / 1_000_000.0
}

/// The checksum the request had: its type is 8 where the reply's is 0.
fn request_checksum(reply: u16) -> u16 {
    let sum = u32::from(!reply) + 0x0800;
    !((sum & 0xffff) + (sum >> 16)) as u16
}

/// Many senders put a `struct timeval` of 32-bit numbers in front of the data, in either byte order.
fn time_in_data(cx: &Cx<'_>, tvb: Tvb<'_>) -> Option<i128> {
    let now = cx.frame.timestamp_ns?;
    let read = |seconds: u32, micros: u32| {
        let time = i128::from(seconds) * 1_000_000_000 + i128::from(micros) * 1000;
        (micros < 1_000_000 && (now - time).abs() <= NEAR_NS).then_some(time)
    };
    let (le, be) = (read(tvb.u32_le(8).ok()?, tvb.u32_le(12).ok()?), read(tvb.u32(8).ok()?, tvb.u32(12).ok()?));
    [le, be].into_iter().flatten().min_by_key(|time| (now - time).abs())
}

/// Extended echo, RFC 8335.
pub(super) fn extended<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, ty: u8) -> Result<(), Stop> {
    cx.out.item(f::IDENT, tvb, 4, 2)?;
    cx.out.item_le(f::IDENT_LE, tvb, 4, 2)?;
    cx.out.item(f::EXT_ECHO_SEQ, tvb, 6, 1)?;
    if ty == types::EXTENDED_ECHO {
        cx.out.item(f::EXT_ECHO_REQ_RES, tvb, 7, 1)?;
        cx.out.item(f::EXT_ECHO_REQ_LOCAL, tvb, 7, 1)?;
        if tvb.reported_rest(8) > 0 {
            extensions::dissect(cx, tvb.rest(8)?)?;
        }
        return Ok(());
    }
    let fields = [
        f::EXT_ECHO_RSP_STATE,
        f::EXT_ECHO_RSP_RES,
        f::EXT_ECHO_RSP_ACTIVE,
        f::EXT_ECHO_RSP_IPV4,
        f::EXT_ECHO_RSP_IPV6,
    ];
    fields.into_iter().try_for_each(|field| cx.out.item(field, tvb, 7, 1))
}
