//! Echo requests and replies.

use rustc_hash::FxHashMap;
use strato_filter_lang::value::Value;

use super::{f, types};
use crate::proto::{
    Proto,
    dissect::{Addr, Cx},
    icmp::echo::milliseconds,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// Port of Teredo, whose direct connectivity test carries a nonce (RFC 4380 §5.2.9).
const TEREDO: u16 = 3544;

/// Requests remembered at once.
const MAX_REQUESTS: usize = 1 << 16;

/// An end: its address, and its port if the packet came through a tunnel that has one.
type End = (Addr, u16);
/// Between whom, checksum of the request, identifier and sequence number.
type Key = ((End, End), u16, u32);

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
    cx.out.item(f::ECHO_IDENTIFIER, tvb, 4, 2)?;
    cx.out.item(f::ECHO_SEQUENCE_NUMBER, tvb, 6, 2)?;
    let mut at = 8;
    if cx.info.dstport != TEREDO {
        track(cx, tvb, ty)?;
    } else {
        // A test of the way, RFC 4380 §5.2.9, to which others answer.
        cx.out.item(f::NONCE, tvb, 8, 4)?;
        at = 12;
    }
    cx.call_data(tvb.rest(at)?);
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
    let (src, dst) = ((cx.info.src, cx.info.srcport), (cx.info.dst, cx.info.dstport));
    let ids = tvb.u32(4)?;
    let key = ((src.min(dst), src.max(dst)), checksum, ids);
    let (number, now) = (cx.frame.number, cx.frame.timestamp_ns.unwrap_or_default());
    let requests = &mut cx.state.of::<Requests>(Proto::Icmpv6).0;
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
    let text = "No response seen to ICMPv6 request";
    cx.out.expert(f::RESP_NOT_FOUND, Severity::Warn, Group::Sequence, text);
}

/// The checksum the request had: its type is one less.
fn request_checksum(reply: u16) -> u16 {
    let sum = u32::from(!reply) + u32::from(!0x0100u16);
    !((sum & 0xffff) + (sum >> 16)) as u16
}

/// Extended echo, RFC 8335.
pub(super) fn extended<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, ty: u8) -> Result<(), Stop> {
    cx.out.item(f::ECHO_IDENTIFIER, tvb, 4, 2)?;
    cx.out.item(f::EXT_ECHO_SEQ, tvb, 6, 1)?;
    let fields: &[_] = if ty == types::EXTENDED_ECHO {
        &[f::EXT_ECHO_REQ_RES, f::EXT_ECHO_REQ_LOCAL]
    } else {
        &[
            f::EXT_ECHO_RSP_STATE,
            f::EXT_ECHO_RSP_RES,
            f::EXT_ECHO_RSP_ACTIVE,
            f::EXT_ECHO_RSP_IPV4,
            f::EXT_ECHO_RSP_IPV6,
        ]
    };
    fields.iter().try_for_each(|field| cx.out.item(*field, tvb, 7, 1))
}
