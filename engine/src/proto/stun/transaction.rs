//! Requests and their responses, by transaction.

use strato_filter_lang::value::Value;

use super::{Message, f};
use crate::proto::{Proto, dissect::Cx, recent::Recent, tvb::Stop};

/// A conversation and the identifier of a transaction in it.
type Key = (u32, u128);

/// What was seen of a transaction: the first request and the first response.
#[derive(Clone, Copy, Debug, Default)]
struct Transaction {
    request: Option<(u64, Option<i128>)>,
    response: Option<u64>,
}

#[derive(Default)]
struct Stun {
    transactions: Recent<Key, Transaction>,
    /// Conversations in which there were messages.
    known: Recent<u32, ()>,
}

/// Notes that a conversation is one of STUN.
pub(super) fn know(cx: &mut Cx<'_>, flow: u32) {
    cx.state.of::<Stun>(Proto::Stun).known.insert(flow, ());
}

/// Whether it is.
pub(super) fn is_known(cx: &mut Cx<'_>, flow: u32) -> bool {
    cx.state.of::<Stun>(Proto::Stun).known.get(flow).is_some()
}

/// Emits what earlier messages say about this one.
pub(super) fn track(cx: &mut Cx<'_>, message: Message<'_>) -> Result<(), Stop> {
    const REQUEST: u16 = 0;
    const INDICATION: u16 = 1;
    let class = message.class();
    let Some(flow) = cx.info.flow.filter(|_| class != INDICATION) else { return Ok(()) };
    let id = message.tvb.u128(4)?;
    let (frame, now) = (cx.frame.number, cx.frame.timestamp_ns);
    let quoted = cx.info.in_error;
    let transaction = cx.state.of::<Stun>(Proto::Stun).transactions.entry((flow.id, id), Transaction::default);
    // A message that an error quotes was seen before, or starts nothing.
    match class {
        _ if quoted => {}
        REQUEST => _ = transaction.request.get_or_insert((frame, now)),
        _ => _ = transaction.response.get_or_insert(frame),
    }
    let Transaction { request, response } = *transaction;
    let original = if class == REQUEST { request.map(|(first, _)| first) } else { response };
    if let Some(original) = original.filter(|original| *original != frame) {
        cx.out.generated_uint(f::REQDUPLICATE, original);
    }
    // The second pass knows the response, wherever it is.
    let of = (id as u32) ^ flow.id;
    if class == REQUEST {
        let response = cx.noted_for_all(of, f::RESPONSE_IN).or(response.filter(|response| *response < frame));
        if let Some(response) = response {
            cx.out.generated_uint(f::RESPONSE_IN, response);
        }
        return Ok(());
    }
    let Some((asked, then)) = request else { return Ok(()) };
    if response == Some(frame) {
        cx.note_for_all(of, f::RESPONSE_IN, frame);
    }
    cx.out.generated_uint(f::RESPONSE_TO, asked);
    if let Some((now, then)) = now.zip(then) {
        cx.out.generated(f::TIME, Value::Time(now - then));
    }
    Ok(())
}
