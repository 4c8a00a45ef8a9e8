//! Requests and their responses: numbers, links and times, per conversation.

use strato_filter_lang::value::Value;

use super::f;
use crate::proto::{Proto, dissect::Cx, recent::Recent, websocket::Agreed};

/// A request and its response, as far as they were seen.
#[derive(Clone, Debug, Default)]
struct Pair {
    request: Option<u64>,
    time_ns: Option<i128>,
    response: Option<u64>,
    uri: String,
}

/// What is remembered of a conversation. As in Wireshark a response belongs to the last request: of pipelined ones
/// only the last is answered.
#[derive(Debug, Default)]
pub(super) struct Exchange {
    requests: u32,
    responses: u32,
    last_is_head: bool,
    before: Pair,
    current: Pair,
    /// Speaks another protocol from now on (101, CONNECT).
    pub(super) switched: Option<Proto>,
    /// What its handshake agreed on, should that be WebSocket.
    pub(super) websocket: Agreed,
    /// Whether the end that answered is the one that did not send the first packet.
    pub(super) server_reversed: bool,
}

/// Of the oldest conversations the links are lost.
type Exchanges = Recent<u32, Exchange>;

/// The exchange of the current conversation.
pub(super) fn of<'a>(cx: &'a mut Cx<'_>) -> Option<&'a mut Exchange> {
    let id = cx.info.flow?.id;
    Some(cx.state.of::<Exchanges>(Proto::Http).entry(id, Exchange::default))
}

/// What the conversation speaks instead of HTTP from now on.
pub(super) fn switched(cx: &mut Cx<'_>) -> Option<Proto> {
    let id = cx.info.flow?.id;
    cx.state.of::<Exchanges>(Proto::Http).get(id)?.switched
}

/// Links a request.
pub(super) fn request(cx: &mut Cx<'_>, uri: String, head_only: bool) {
    let (frame, time_ns) = (cx.frame.number, cx.frame.timestamp_ns);
    let Some(exchange) = of(cx) else { return };
    exchange.requests += 1;
    exchange.last_is_head = head_only;
    let pair = Pair { request: Some(frame), time_ns, response: None, uri };
    exchange.before = std::mem::replace(&mut exchange.current, pair);
    let (number, before) = (exchange.requests, exchange.before.request);
    cx.out.generated_uint(f::REQUEST_NUMBER, number.into());
    if let Some(before) = before {
        cx.out.generated_uint(f::PREV_REQUEST_IN, before);
    }
}

/// Whether the last request was a HEAD, so that responses have no body.
pub(super) fn answers_head(cx: &mut Cx<'_>) -> bool {
    of(cx).is_some_and(|exchange| exchange.last_is_head)
}

/// Links a response.
pub(super) fn response(cx: &mut Cx<'_>, code: u16) {
    let (frame, now) = (cx.frame.number, cx.frame.timestamp_ns);
    let Some(exchange) = of(cx) else { return };
    exchange.responses += 1;
    if exchange.current.response.is_some() {
        let uri = exchange.current.uri.clone();
        exchange.before = std::mem::replace(&mut exchange.current, Pair { uri, ..Pair::default() });
    }
    // An interim response (100 Continue) is followed by the real one.
    if !(100..200).contains(&code) || code == 101 {
        exchange.current.response = Some(frame);
    }
    let (number, current, before) = (exchange.responses, &exchange.current, &exchange.before);
    let (request, response) = (before.request, before.response);
    let (asked, then) = (current.request, current.time_ns);
    let uri = if current.uri.is_empty() { String::new() } else { current.uri.clone() };
    cx.out.generated_uint(f::RESPONSE_NUMBER, number.into());
    if let Some(asked) = asked {
        if let (Some(now), Some(then)) = (now, then) {
            cx.out.generated(f::TIME, Value::Time(now - then));
        }
        cx.out.generated_uint(f::REQUEST_IN, asked);
    }
    if let Some(request) = request {
        cx.out.generated_uint(f::PREV_REQUEST_IN, request);
    }
    if let Some(response) = response {
        cx.out.generated_uint(f::PREV_RESPONSE_IN, response);
    }
    if !uri.is_empty() {
        cx.out.generated_str(f::RESPONSE_FOR_URI, &uri);
    }
}
