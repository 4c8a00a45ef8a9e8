//! NATS client protocol (docs.nats.io, "Client Protocol").

mod fields;

use rustc_hash::FxHashMap;
use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Cx, Desegment, More},
    http::head::line_len,
    out::F,
    recent::Recent,
    tvb::{Stop, Tvb},
};

/// NATS.
pub static NATS: Protocol = Protocol {
    name: "nats",
    title: "NATS",
    frame_name: "nats",
    fields: FIELDS,
    parents: &[Parent::TcpPort(4222)],
    extent: Extent::Items,
    stateful: &["nats.request", "nats.response"],
    dissect,
    ..Protocol::DEFAULT
};

/// Requests of a conversation that are remembered until they are answered.
const MAX_PENDING: usize = 1 << 12;

/// For each conversation, the subjects that replies are awaited on: frame and time of the request.
type Requests = Recent<u32, FxHashMap<Vec<u8>, (u64, Option<i128>)>>;

/// A word of a line and where it stands.
type Word<'f> = (usize, &'f [u8]);

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let mut at = 0;
    while let Some((len, whole)) = line_len(tvb.captured(at, tvb.len())) {
        match operation(cx, tvb, at, len, at + whole)? {
            Next::At(next) => at = next,
            Next::Wait(bytes) => {
                cx.info.desegment = Some(Desegment { offset: at, more: More::Bytes(bytes) });
                return Ok(tvb.len());
            }
        }
    }
    if at < tvb.len() && cx.info.can_desegment {
        cx.info.desegment = Some(Desegment { offset: at, more: More::OneSegment });
    }
    Ok(tvb.len().max(1))
}

/// Where the next operation is.
enum Next {
    At(usize),
    /// It will be known when so many more bytes are there.
    Wait(usize),
}

/// Dissects the operation whose line is at `at`, `len` bytes, the next line at `next`. What is none is passed.
fn operation<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize, next: usize) -> Result<Next, Stop> {
    let words: Vec<Word<'f>> = words(tvb, at, len);
    let Some(&(_, name)) = words.first().filter(|(start, _)| *start == at) else { return Ok(Next::At(next)) };
    let fields: &[F] = match (&*name.to_ascii_uppercase(), words.len()) {
        (b"PUB", 3 | 4) | (b"HPUB", 4 | 5) | (b"MSG", 4 | 5) | (b"HMSG", 5 | 6) => {
            return Ok(payload(cx, tvb, at, next, &words)?.unwrap_or(Next::At(next)));
        }
        (b"SUB", 3) => &[f::SUBJECT, f::SUBSCRIPTION_ID],
        (b"SUB", 4) => &[f::SUBJECT, f::SUBSCRIPTION_GROUP, f::SUBSCRIPTION_ID],
        (b"UNSUB", 2) => &[f::SUBSCRIPTION_ID],
        (b"UNSUB", 3..) => &[f::SUBSCRIPTION_ID, f::SUBSCRIPTION_MAX_MSGS],
        (b"PING" | b"PONG" | b"+OK" | b"INFO" | b"CONNECT" | b"-ERR", _) => &[],
        _ => return Ok(Next::At(next)),
    };
    cx.item(Proto::Nats, tvb.sub(at, next - at)?);
    column(cx, name);
    text(cx, f::OP, tvb, &words, 0)?;
    for (index, field) in fields.iter().enumerate() {
        text(cx, *field, tvb, &words, index + 1)?;
    }
    // What follows is one text, however many words it has.
    let rest_at = words.get(1).map_or(at + len, |(start, _)| *start);
    let rest_len = (at + len).saturating_sub(rest_at);
    match &*name.to_ascii_uppercase() {
        b"INFO" | b"CONNECT" => {
            cx.out.label(f::FEATURES, tvb, rest_at, rest_len);
            cx.call(Proto::Json, tvb.sub(rest_at, rest_len)?);
        }
        b"-ERR" => cx.out.item(f::ERR_MSG, tvb, rest_at, rest_len)?,
        _ => {}
    }
    Ok(Next::At(next))
}

/// The words of a line, which blanks and tabs part; more than the longest operation has are not asked for.
fn words<'f>(tvb: Tvb<'f>, at: usize, len: usize) -> Vec<Word<'f>> {
    let (line, mut words) = (tvb.captured(at, len), Vec::new());
    let mut from = 0;
    while words.len() < 7 {
        let rest = line.get(from..).unwrap_or_default();
        let Some(start) = rest.iter().position(|byte| !byte.is_ascii_whitespace()) else { break };
        let rest = rest.get(start..).unwrap_or_default();
        let end = rest.iter().position(u8::is_ascii_whitespace).unwrap_or(rest.len());
        words.push((at + from + start, rest.get(..end).unwrap_or_default()));
        from += start + end;
    }
    words
}

fn text<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, words: &[Word<'f>], index: usize) -> Result<(), Stop> {
    match words.get(index) {
        Some((at, word)) => cx.out.item(field, tvb, *at, word.len()),
        None => Ok(()),
    }
}

fn column(cx: &mut Cx<'_>, name: &[u8]) {
    let before = std::mem::take(&mut cx.info.info_column);
    cx.column("NATS", || {
        let name = String::from_utf8_lossy(name).to_ascii_uppercase();
        if before.is_empty() { name } else { format!("{before}, {name}") }
    });
}

/// A published or a delivered message: `PUB subject [reply-to] bytes`, `MSG subject sid [reply-to] bytes`, and with
/// headers `HPUB` and `HMSG`, which have their length before that of all. `None`: it is none.
fn payload<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    at: usize,
    next: usize,
    words: &[Word<'f>],
) -> Result<Option<Next>, Stop> {
    let [(_, name), (_, subject), rest @ ..] = words else { return Ok(None) };
    let [middle @ .., (total_at, total_word)] = rest else { return Ok(None) };
    let Some(total) = number(total_word) else { return Ok(None) };
    let with_headers = name.first().is_some_and(|byte| byte.eq_ignore_ascii_case(&b'h'));
    let (middle, headers) = match middle {
        [middle @ .., (headers_at, word)] if with_headers => {
            let Some(len) = number(word).filter(|len| *len <= total) else { return Ok(None) };
            (middle, Some((*headers_at, word.len(), len)))
        }
        _ => (middle, None),
    };
    let delivered = name.last().is_some_and(|byte| byte.eq_ignore_ascii_case(&b'g'));
    let (sid, reply_to) = match middle {
        [sid, more @ ..] if delivered => (Some(sid), more.first()),
        _ => (None, middle.first()),
    };
    let end = next.saturating_add(total).saturating_add(2);
    if end > tvb.reported_len() {
        if cx.info.can_desegment {
            return Ok(Some(Next::Wait(end - tvb.reported_len())));
        }
        return Ok(Some(Next::At(tvb.len())));
    }
    cx.item(Proto::Nats, tvb.sub(at, end - at)?);
    column(cx, name);
    text(cx, f::OP, tvb, words, 0)?;
    text(cx, f::SUBJECT, tvb, words, 1)?;
    for (field, word) in [(f::SUBSCRIPTION_ID, sid), (f::REPLY_TO, reply_to)] {
        if let Some((at, word)) = word {
            cx.out.item(field, tvb, *at, word.len())?;
        }
    }
    let headers_len = headers.map_or(0, |(.., len)| len);
    if let Some((at, width, len)) = headers {
        cx.out.number(f::HEADERS_LENGTH, tvb, at, width, len as u64)?;
    }
    cx.out.number(f::TOTAL_LENGTH, tvb, *total_at, total_word.len(), total as u64)?;
    cx.out.generated_uint(f::BODY_LENGTH, (total - headers_len) as u64);
    if headers_len > 0 {
        header_lines(cx, tvb, next, headers_len)?;
    }
    let answered = exchange(cx, subject, reply_to.map(|(_, word)| *word));
    if total > headers_len {
        cx.call_data(tvb.sub(next + headers_len, total - headers_len)?);
    }
    if let Some((frame, time)) = answered {
        if let (Some(now), Some(then)) = (cx.frame.timestamp_ns, time) {
            cx.out.generated(f::RESPONSE_LATENCY, Value::Time(now - then));
        }
        cx.out.generated_uint(f::REQUEST_IN, frame);
    }
    Ok(Some(Next::At(end)))
}

/// A number of decimal digits, that of bytes.
fn number(word: &[u8]) -> Option<usize> {
    std::str::from_utf8(word).ok()?.parse::<u32>().ok().map(|number| number as usize)
}

/// `NATS/1.0`, then lines as in HTTP, up to an empty one.
fn header_lines<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize) -> Result<(), Stop> {
    cx.out.label(f::HEADERS, tvb, at, len);
    let lines = tvb.bytes(at, len)?;
    let (mut from, mut field) = (0, f::HEADERS_VERSION);
    while let Some((text, whole)) = line_len(lines.get(from..).unwrap_or_default()).filter(|(text, _)| *text > 0) {
        cx.out.item(field, tvb, at + from, text)?;
        field = f::HEADERS_HEADER;
        from += whole;
    }
    Ok(())
}

/// Remembers who awaits a reply, and finds the request that this is the reply to.
fn exchange(cx: &mut Cx<'_>, subject: &[u8], reply_to: Option<&[u8]>) -> Option<(u64, Option<i128>)> {
    let flow = cx.info.flow.filter(|_| !cx.info.in_error)?;
    let now = (cx.frame.number, cx.frame.timestamp_ns);
    let requests = cx.state.of::<Requests>(Proto::Nats).entry(flow.id, FxHashMap::default);
    let answered = requests.remove(subject);
    if let Some(reply_to) = reply_to.filter(|_| requests.len() < MAX_PENDING) {
        requests.insert(reply_to.to_vec(), now);
    }
    answered
}
