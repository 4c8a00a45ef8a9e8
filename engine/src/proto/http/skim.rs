//! Messages of which nothing is read: where they end, and whether anything is read of what they carry or lead to.

use super::{
    body::{self, Extent},
    exchange,
    head::{self, Line, Lines, Start},
    headers::{self, Needed, SETTINGS},
    http2, recognised,
};
use crate::proto::{
    Proto,
    dissect::{Desegment, More, Unread},
    tcp::{Skim, Skimming},
    tvb::Tvb,
};

/// What becomes of a message.
enum Message {
    /// It takes so many bytes; whether it is a HEAD if it is a request.
    Done { len: usize, is_head: Option<bool> },
    Waits(More, Option<Unread>),
    Dissect,
}

/// Looks only at heads, and at the sizes of chunks; see [`Skim`].
pub(super) fn skim(skimming: &mut Skimming<'_>, tvb: Tvb<'_>) -> Skim {
    let plan = skimming.plan;
    if plan.reads_own(Proto::Http) || plan.needs(Proto::Data) || skimming.matched_port == 0 && !recognised(tvb) {
        return Skim::Dissect;
    }
    let (switched, was_head) = exchange::told(skimming.state, skimming.flow.id);
    if switched.is_some() || tvb.captured(0, http2::MAGIC.len()) == http2::MAGIC {
        return Skim::Dissect;
    }
    let (mut at, mut passed, mut last_is_head) = (0, skimming.passed, was_head);
    let mut waits = None;
    while at < tvb.len() {
        match message(skimming, tvb.captured(at, tvb.len()), std::mem::take(&mut passed), last_is_head) {
            Message::Done { len, is_head } => {
                last_is_head = is_head.unwrap_or(last_is_head);
                at += len.max(1);
            }
            Message::Waits(more, unread) => {
                waits = Some((Desegment { offset: at, more }, unread));
                break;
            }
            Message::Dissect => return Skim::Dissect,
        }
    }
    if last_is_head != was_head {
        exchange::note_head(skimming.state, skimming.flow.id, last_is_head);
    }
    waits.map_or(Skim::Done, |(wish, unread)| Skim::Waits(wish, unread))
}

/// The message at the start of `bytes`, of which `passed` are missing behind the head.
fn message(skimming: &Skimming<'_>, bytes: &[u8], passed: usize, last_is_head: bool) -> Message {
    let first = head::line_len(bytes);
    let start = first.and_then(|(len, _)| head::start(bytes.get(..len)?));
    let (Some((_, line_whole)), Some(start)) = (first, start) else {
        if first.is_none() && head::may_start(bytes) {
            return Message::Waits(More::OneSegment, None);
        }
        // The rest of a message of which the beginning is missing.
        return Message::Done { len: bytes.len(), is_head: None };
    };
    let (mut lines, mut settings) = (Lines::new(bytes, line_whole), false);
    let split = lines.by_ref().filter(matters).map(Line::split);
    let needed = headers::needed(split.inspect(|line| settings |= line.name.eq_ignore_ascii_case(SETTINGS.as_bytes())));
    let end = match lines.end() {
        Some(end) => end,
        None if bytes.len() < head::MAX_HEAD => return Message::Waits(More::OneSegment, None),
        None => return Message::Dissect,
    };
    let (is_request, is_head, switches) = match start {
        Start::Request { method, .. } => (true, method == b"HEAD", false),
        Start::Response { code, .. } => (false, false, code == b"101"),
    };
    if switches || settings || reads_body(skimming, &needed) {
        return Message::Dissect;
    }
    let there = bytes.len().saturating_sub(end);
    let len = match body::announced(&start, &needed, bytes, (end, passed)) {
        Extent::Wait { more, from } if is_request || !last_is_head => {
            return Message::Waits(more, Some(Unread { head: end, until: from }));
        }
        Extent::None => 0,
        Extent::Bytes(len) | Extent::Chunks(len) => len.min(there),
        Extent::Wait { .. } | Extent::Rest => there,
    };
    Message::Done { len: end + len, is_head: is_request.then_some(is_head) }
}

/// Whether a header line may be one that is asked for: most can be told apart by their first letter.
fn matters(line: &Line<'_>) -> bool {
    matches!(line.text.first(), Some(b'c' | b'C' | b't' | b'T' | b'h' | b'H'))
}

/// Whether something is read of what is in the body.
fn reads_body(skimming: &Skimming<'_>, needed: &Needed<'_>) -> bool {
    skimming.plan.reads_media(needed.content_type.unwrap_or_default(), Proto::Http)
}
