//! Requests and their responses: numbers, links and times, per conversation.

use strato_filter_lang::value::Value;

use super::f;
use crate::proto::{
    Proto,
    dissect::{Cx, State},
    out::F,
    recent::Recent,
    websocket::Agreed,
};

/// A request and its response, as far as they were seen.
#[derive(Clone, Debug, Default)]
struct Pair {
    /// Its number in the conversation, from 1.
    number: u32,
    /// Its number in the capture.
    id: u32,
    request: Option<u64>,
    time_ns: Option<i128>,
    response: Option<u64>,
    uri: String,
}

/// What is remembered of a conversation. As in Wireshark a response belongs to the last request: of pipelined ones
/// only the last is answered.
#[derive(Debug, Default)]
pub(super) struct Exchange {
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
#[derive(Default)]
struct Exchanges {
    of: Recent<u32, Exchange>,
    /// Pairs so far.
    pairs: u32,
}

impl Exchange {
    /// Another pair begins.
    fn push(&mut self, id: u32, pair: Pair) {
        let number = self.current.number + 1;
        self.before = std::mem::replace(&mut self.current, Pair { number, id, ..pair });
    }
}

/// The exchange of the current conversation.
pub(super) fn of<'a>(cx: &'a mut Cx<'_>) -> Option<&'a mut Exchange> {
    let id = cx.info.flow?.id;
    Some(cx.state.of::<Exchanges>(Proto::Http).of.entry(id, Exchange::default))
}

/// What the conversation speaks instead of HTTP from now on.
pub(super) fn switched(cx: &mut Cx<'_>) -> Option<Proto> {
    let id = cx.info.flow?.id;
    cx.state.of::<Exchanges>(Proto::Http).of.get(id)?.switched
}

/// The same of a conversation, and whether its last request was a HEAD.
pub(super) fn told(state: &mut State, flow: u32) -> (Option<Proto>, bool) {
    let exchange = state.of::<Exchanges>(Proto::Http).of.get(flow);
    exchange.map_or((None, false), |exchange| (exchange.switched, exchange.last_is_head))
}

/// Notes whether its last request was a HEAD, of a conversation of which nothing else is read.
pub(super) fn note_head(state: &mut State, flow: u32, last_is_head: bool) {
    state.of::<Exchanges>(Proto::Http).of.entry(flow, Exchange::default).last_is_head = last_is_head;
}

/// The number of a pair that may begin.
fn next_id(cx: &mut Cx<'_>) -> u32 {
    let exchanges = cx.state.of::<Exchanges>(Proto::Http);
    exchanges.pairs = exchanges.pairs.wrapping_add(1);
    exchanges.pairs
}

/// Links a request.
pub(super) fn request(cx: &mut Cx<'_>, uri: String, head_only: bool) {
    let (frame, time_ns) = (cx.frame.number, cx.frame.timestamp_ns);
    let id = next_id(cx);
    let Some(exchange) = of(cx) else { return };
    exchange.last_is_head = head_only;
    exchange.push(id, Pair { request: Some(frame), time_ns, uri, ..Pair::default() });
    let (number, before, previous) = (exchange.current.number, exchange.before.request, exchange.before.id);
    learn(cx, Links { id, number, request: before, response: None });
    if previous != 0 {
        cx.note_for_all(previous, f::NEXT_REQUEST_IN, frame);
    }
    let links = known(cx).unwrap_or(Links { id, number, request: before, response: None });
    cx.out.generated_uint(f::REQUEST_NUMBER, links.number.into());
    if let Some(before) = links.request {
        cx.out.generated_uint(f::PREV_REQUEST_IN, before);
    }
    tell_of(cx, links.id, f::RESPONSE_IN);
    tell_of(cx, links.id, f::NEXT_REQUEST_IN);
}

/// What a message is linked with: its pair, and the messages of the pair before.
#[derive(Clone, Copy)]
struct Links {
    id: u32,
    number: u32,
    request: Option<u64>,
    response: Option<u64>,
}

/// Notes for the second pass which pair the messages of this frame belong to. As in Wireshark they all belong to that of
/// the last one.
fn learn(cx: &mut Cx<'_>, links: Links) {
    let (frame, Some(flow)) = (cx.frame.number, cx.info.flow) else { return };
    cx.note_for(frame, flow.id, f::REQUEST, links.id.into());
    let notes = [
        (f::REQUEST_NUMBER, Some(links.number.into())),
        (f::PREV_REQUEST_IN, links.request),
        (f::PREV_RESPONSE_IN, links.response),
    ];
    for (field, value) in notes {
        if let Some(value) = value {
            cx.note_for_all(links.id, field, value);
        }
    }
}

/// What the first pass noted of the pair that the messages of this frame belong to.
fn known(cx: &Cx<'_>) -> Option<Links> {
    let id = cx.noted(cx.info.flow?.id, f::REQUEST)? as u32;
    let note = |field| cx.noted_for_all(id, field);
    let number = note(f::REQUEST_NUMBER)? as u32;
    Some(Links { id, number, request: note(f::PREV_REQUEST_IN), response: note(f::PREV_RESPONSE_IN) })
}

/// Emits what was noted of a pair.
fn tell_of(cx: &mut Cx<'_>, id: u32, field: F) {
    if let Some(value) = cx.noted_for_all(id, field) {
        cx.out.generated_uint(field, value);
    }
}

/// Whether the last request was a HEAD, so that responses have no body.
pub(super) fn answers_head(cx: &mut Cx<'_>) -> bool {
    of(cx).is_some_and(|exchange| exchange.last_is_head)
}

/// Links a response.
pub(super) fn response(cx: &mut Cx<'_>, code: u16) {
    let (frame, now) = (cx.frame.number, cx.frame.timestamp_ns);
    let id = next_id(cx);
    let Some(exchange) = of(cx) else { return };
    if exchange.current.response.is_some() || exchange.current.number == 0 {
        let uri = exchange.current.uri.clone();
        exchange.push(id, Pair { uri, ..Pair::default() });
    }
    // An interim response (100 Continue) is followed by the real one.
    let answers = !(100..200).contains(&code) || code == 101;
    if answers {
        exchange.current.response = Some(frame);
    }
    let (current, before) = (&exchange.current, &exchange.before);
    let (number, id, previous) = (current.number, current.id, before.id);
    let (request, response) = (before.request, before.response);
    let (asked, then) = (current.request, current.time_ns);
    let uri = if current.uri.is_empty() { String::new() } else { current.uri.clone() };
    learn(cx, Links { id, number, request, response });
    if answers {
        cx.note_for_all(id, f::RESPONSE_IN, frame);
        if previous != 0 {
            cx.note_for_all(previous, f::NEXT_RESPONSE_IN, frame);
        }
    }
    let links = known(cx).unwrap_or(Links { id, number, request, response });
    cx.out.generated_uint(f::RESPONSE_NUMBER, links.number.into());
    if let Some(asked) = asked {
        if let (Some(now), Some(then)) = (now, then) {
            cx.out.generated(f::TIME, Value::Time(now - then));
        }
        cx.out.generated_uint(f::REQUEST_IN, asked);
    }
    if let Some(request) = links.request {
        cx.out.generated_uint(f::PREV_REQUEST_IN, request);
    }
    if let Some(response) = links.response {
        cx.out.generated_uint(f::PREV_RESPONSE_IN, response);
    }
    tell_of(cx, links.id, f::NEXT_REQUEST_IN);
    tell_of(cx, links.id, f::NEXT_RESPONSE_IN);
    if !uri.is_empty() {
        cx.out.generated_str(f::RESPONSE_FOR_URI, &uri);
    }
}
