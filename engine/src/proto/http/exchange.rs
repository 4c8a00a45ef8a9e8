//! Requests and their responses: numbers, links and times, per conversation.

use strato_filter_lang::value::Value;

use super::f;
use crate::proto::{Proto, dissect::Cx, recent::Recent};

/// Requests of a conversation that may wait for their response (pipelining).
const MAX_WAITING: usize = 256;

/// A request that was seen.
#[derive(Clone, Debug)]
struct Request {
    frame: u64,
    time_ns: Option<i128>,
    uri: String,
    head_only: bool,
}

/// What is remembered of a conversation.
#[derive(Debug, Default)]
pub(super) struct Exchange {
    requests: u32,
    responses: u32,
    last_request: Option<u64>,
    last_response: Option<u64>,
    /// Requests in order; a response belongs to the one of its number.
    waiting: std::collections::VecDeque<Request>,
    /// Speaks another protocol from now on (101, CONNECT).
    pub(super) switched: Option<Proto>,
}

/// Of the oldest conversations the links are lost.
type Exchanges = Recent<u32, Exchange>;

/// The exchange of the current conversation.
pub(super) fn of<'a>(cx: &'a mut Cx<'_>) -> Option<&'a mut Exchange> {
    let id = cx.info.flow?.id;
    Some(cx.state.of::<Exchanges>(Proto::Http).entry(id, Exchange::default))
}

/// Links a request.
pub(super) fn request(cx: &mut Cx<'_>, uri: String, head_only: bool) {
    let (frame, time_ns) = (cx.frame.number, cx.frame.timestamp_ns);
    let Some(exchange) = of(cx) else { return };
    exchange.requests += 1;
    let (number, before) = (exchange.requests, exchange.last_request.replace(frame));
    if exchange.waiting.len() >= MAX_WAITING {
        exchange.waiting.pop_front();
    }
    exchange.waiting.push_back(Request { frame, time_ns, uri, head_only });
    cx.out.generated_uint(f::REQUEST_NUMBER, number.into());
    if let Some(before) = before {
        cx.out.generated_uint(f::PREV_REQUEST_IN, before);
    }
}

/// Whether the next response answers a HEAD request, and so has no body.
pub(super) fn answers_head(cx: &mut Cx<'_>) -> bool {
    of(cx).and_then(|exchange| exchange.waiting.front()).is_some_and(|request| request.head_only)
}

/// Links a response; those of class 1 leave their request waiting.
pub(super) fn response(cx: &mut Cx<'_>, code: u16) {
    let (frame, now) = (cx.frame.number, cx.frame.timestamp_ns);
    let Some(exchange) = of(cx) else { return };
    exchange.responses += 1;
    let (number, before) = (exchange.responses, exchange.last_response.replace(frame));
    let interim = (100..200).contains(&code) && code != 101;
    let asked = if interim { exchange.waiting.front().cloned() } else { exchange.waiting.pop_front() };
    cx.out.generated_uint(f::RESPONSE_NUMBER, number.into());
    if let Some(asked) = asked {
        if let (Some(now), Some(then)) = (now, asked.time_ns) {
            cx.out.generated(f::TIME, Value::Time(now - then));
        }
        cx.out.generated_uint(f::REQUEST_IN, asked.frame);
        if !asked.uri.is_empty() {
            cx.out.generated_str(f::RESPONSE_FOR_URI, &asked.uri);
        }
    }
    if let Some(before) = before {
        cx.out.generated_uint(f::PREV_RESPONSE_IN, before);
    }
}
