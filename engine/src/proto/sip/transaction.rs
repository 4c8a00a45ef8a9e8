//! Repetitions, and the times from request to response.

use super::{f, headers::Transaction};
use crate::proto::{
    Proto,
    dissect::{Addr, Cx},
    recent::Recent,
    sdp::Exchange,
};

/// One direction of a call between two endpoints, by a hash of the call's id.
type Way = (u64, Addr, u16, Addr, u16);

/// What was last sent one way.
#[derive(Clone, Debug, Default)]
struct Last {
    sequence: u32,
    method: Vec<u8>,
    /// 0 for a request.
    code: u32,
    frame: u64,
}

/// A request that waits for its responses.
#[derive(Clone, Debug)]
struct Asked {
    sequence: u32,
    method: Vec<u8>,
    frame: u64,
    time_ns: Option<i128>,
}

#[derive(Default)]
struct Calls {
    last: Recent<Way, Last>,
    asked: Recent<Way, Asked>,
}

fn way(cx: &Cx<'_>, transaction: &Transaction, back: bool) -> Way {
    use std::hash::{Hash, Hasher};
    let mut hasher = rustc_hash::FxHasher::default();
    transaction.call_id.hash(&mut hasher);
    let info = &cx.info;
    match back {
        false => (hasher.finish(), info.src, info.srcport, info.dst, info.dstport),
        true => (hasher.finish(), info.dst, info.dstport, info.src, info.srcport),
    }
}

/// Notes whether the message repeats the last one the same way, over UDP.
fn resend(cx: &mut Cx<'_>, transaction: &Transaction, code: u32) -> bool {
    let frame = cx.frame.number;
    let key = way(cx, transaction, false);
    let calls: &mut Calls = cx.state.of(Proto::Sip);
    let last = calls.last.entry(key, Last::default);
    let now = Last { sequence: transaction.sequence, method: transaction.method.clone(), code, frame };
    let same = last.frame != 0
        && (last.sequence, &last.method, last.code) == (now.sequence, &now.method, now.code)
        && last.frame != frame;
    let original = last.frame;
    if !same {
        *last = now;
    }
    cx.out.generated_bool(f::RESEND, same);
    if same {
        cx.out.generated_uint(f::RESEND_ORIGINAL, original);
    }
    same
}

/// Links a request; tells what its body is good for.
pub(super) fn request(cx: &mut Cx<'_>, transaction: &Transaction, method: &[u8]) -> Exchange {
    let again = resend(cx, transaction, 0);
    if again {
        return Exchange::Told;
    }
    if method == b"ACK" {
        return Exchange::Alone;
    }
    let key = way(cx, transaction, false);
    let asked = Asked {
        sequence: transaction.sequence,
        method: method.to_vec(),
        frame: cx.frame.number,
        time_ns: cx.frame.timestamp_ns,
    };
    cx.state.of::<Calls>(Proto::Sip).asked.insert(key, asked);
    Exchange::Alone
}

/// Links a response; tells what its body is good for.
pub(super) fn response(cx: &mut Cx<'_>, transaction: &Transaction, code: u32) -> Exchange {
    let again = resend(cx, transaction, code);
    let key = way(cx, transaction, true);
    let asked = cx.state.of::<Calls>(Proto::Sip).asked.get(key).cloned();
    let Some(asked) = asked.filter(|a| a.sequence == transaction.sequence && a.method == transaction.method) else {
        return Exchange::Alone;
    };
    if again {
        return Exchange::Alone;
    }
    cx.out.generated_uint(f::RESPONSE_REQUEST, asked.frame);
    if let (Some(now), Some(then)) = (cx.frame.timestamp_ns, asked.time_ns) {
        cx.out.generated_uint(f::RESPONSE_TIME, u64::try_from((now - then) / 1_000_000).unwrap_or_default());
    }
    match code {
        200..=299 => Exchange::Answer(asked.frame),
        400.. => Exchange::Told,
        _ => Exchange::Alone,
    }
}
