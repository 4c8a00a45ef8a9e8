//! Which response belongs to which query.

use rustc_hash::FxHashMap;
use strato_filter_lang::value::Value;

use super::fields::f;
use crate::proto::{
    Proto,
    dissect::{Addr, Cx},
    http2,
    out::{Group, Severity},
};

/// A query seen again within this time is a retransmission.
const RETRANSMISSION_NS: i128 = 5_000_000_000;
/// Transactions remembered at once.
const MAX_TRANSACTIONS: usize = 1 << 17;

/// Between whom, whatever the direction.
type Conversation = ((Addr, u16), (Addr, u16), bool);

#[derive(Clone, Copy)]
struct Transaction {
    query_frame: u64,
    query_ns: i128,
    response_frame: Option<u64>,
}

/// The latest transaction of each identifier, and of each stream where each exchange has its own (RFC 8484).
#[derive(Default)]
struct Transactions {
    latest: FxHashMap<(Conversation, u32, u16), Transaction>,
}

/// What a message is within its transaction.
enum Seen {
    Query,
    QueryAgain { first: u64 },
    Response { query: u64, after_ns: i128 },
    ResponseAgain { first: u64 },
    Unsolicited,
}

/// Finds the transaction of a message and says so.
pub(super) fn track(cx: &mut Cx<'_>, id: u16, response: bool) {
    let wanted = [
        f::RESPONSE_TO,
        f::TIME,
        f::RETRANSMISSION,
        f::RETRANSMIT_REQUEST,
        f::RETRANSMIT_RESPONSE,
        f::RETRANSMIT_REQUEST_IN,
        f::RETRANSMIT_RESPONSE_IN,
        f::UNSOLICITED,
        f::RESPONSE_IN,
    ];
    if !cx.out.plan.everything && !wanted.iter().any(|field| cx.out.wants(*field)) {
        return;
    }
    match lookup(cx, id, response) {
        Seen::Query => cx.tell(id.into(), f::RESPONSE_IN),
        Seen::QueryAgain { first } => {
            let text = format!("DNS query retransmission. Original request in frame {first}");
            cx.out.expert(f::RETRANSMIT_REQUEST, Severity::Warn, Group::Protocol, &text);
            cx.out.generated_uint(f::RETRANSMIT_REQUEST_IN, first);
            cx.out.generated_bool(f::RETRANSMISSION, true);
        }
        Seen::Response { query, after_ns } => {
            cx.note_frame_for(query, id.into(), f::RESPONSE_IN);
            cx.out.generated_uint(f::RESPONSE_TO, query);
            cx.out.generated(f::TIME, Value::Time(after_ns));
        }
        Seen::ResponseAgain { first } => {
            let text = format!("DNS response retransmission. Original response in frame {first}");
            cx.out.expert(f::RETRANSMIT_RESPONSE, Severity::Warn, Group::Protocol, &text);
            cx.out.generated_uint(f::RETRANSMIT_RESPONSE_IN, first);
            cx.out.generated_bool(f::RETRANSMISSION, true);
        }
        Seen::Unsolicited => cx.out.generated_bool(f::UNSOLICITED, true),
    }
}

fn lookup(cx: &mut Cx<'_>, id: u16, response: bool) -> Seen {
    // A quoted message belongs to no transaction.
    if cx.info.in_error {
        return if response { Seen::Unsolicited } else { Seen::Query };
    }
    let (number, now) = (cx.frame.number, cx.frame.timestamp_ns.unwrap_or_default());
    let (a, b) = ((cx.info.src, cx.info.srcport), (cx.info.dst, cx.info.dstport));
    let tcp = cx.parent() != Some(Proto::Udp);
    let stream = if cx.parent() == Some(Proto::Http2) { http2::current_stream(cx) } else { None };
    let key = ((a.min(b), a.max(b), tcp), stream.unwrap_or_default(), id);
    let latest = &mut cx.state.of::<Transactions>(Proto::Dns).latest;
    if response {
        let Some(transaction) = latest.get_mut(&key) else { return Seen::Unsolicited };
        let (query, after_ns) = (transaction.query_frame, now - transaction.query_ns);
        return match transaction.response_frame {
            Some(first) if first != number => Seen::ResponseAgain { first },
            _ => {
                transaction.response_frame = Some(number);
                Seen::Response { query, after_ns }
            }
        };
    }
    if let Some(known) = latest.get(&key) {
        if known.query_frame == number {
            return Seen::Query;
        }
        let answered = known.response_frame.is_some_and(|frame| frame < number);
        if !answered && now - known.query_ns < RETRANSMISSION_NS {
            return Seen::QueryAgain { first: known.query_frame };
        }
    }
    if latest.len() >= MAX_TRANSACTIONS {
        latest.retain(|_, transaction| transaction.response_frame.is_none());
        if latest.len() >= MAX_TRANSACTIONS {
            latest.clear();
        }
    }
    latest.insert(key, Transaction { query_frame: number, query_ns: now, response_frame: None });
    Seen::Query
}
