//! Internet Message Access Protocol, RFC 3501.

mod fields;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Cx, Desegment, More},
    http::head::line_len,
    recent::Recent,
    tvb::{Stop, Tvb},
};

/// IMAP.
pub static IMAP: Protocol = Protocol {
    name: "imap",
    title: "Internet Message Access Protocol",
    frame_name: "imap",
    fields: FIELDS,
    parents: &[Parent::TcpPort(143), Parent::Below(Proto::Tls)],
    extent: Extent::Whole,
    waits_silently: true,
    stateful: &["imap"],
    dissect,
    ..Protocol::DEFAULT
};

/// Requests of a conversation that are remembered for their answers.
const MAX_PENDING: usize = 64;

/// A request that waits for its answer.
#[derive(Clone, Debug)]
struct Request {
    tag: Vec<u8>,
    frame: u64,
    time_ns: Option<i128>,
}

/// One conversation.
#[derive(Clone, Debug, Default)]
struct Session {
    pending: Vec<Request>,
    /// Tag of the command that asked for TLS.
    tls_tag: Option<Vec<u8>>,
}

type Sessions = Recent<u32, Session>;

fn session<T>(cx: &mut Cx<'_>, look: impl FnOnce(&mut Session) -> T) -> T {
    match cx.info.flow.filter(|_| !cx.info.in_error) {
        Some(flow) => look(cx.state.of::<Sessions>(Proto::Imap).entry(flow.id, Session::default)),
        None => look(&mut Session::default()),
    }
}

/// Tells requests of a frame apart.
fn tag_number(tag: &[u8]) -> u32 {
    tag.iter().fold(0, |sum, byte| u32::from(*byte).wrapping_add(sum.wrapping_mul(31)))
}

fn wait(cx: &mut Cx<'_>, at: usize) {
    cx.info.desegment = Some(Desegment { offset: at, more: More::OneSegment });
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let bytes = tvb.data();
    if cx.info.can_desegment && !bytes.ends_with(b"\n") && line_len(bytes).is_none() {
        wait(cx, 0);
        return Ok(tvb.len().max(1));
    }
    let from_client = cx.info.matched_port == cx.info.dstport || matches!(cx.info.dstport, 143 | 993);
    cx.out.generated_bool(f::ISREQUEST, from_client);
    let mut at = 0;
    while at < tvb.len() {
        let rest = tvb.captured(at, tvb.len());
        let (len, whole) = match line_len(rest) {
            Some(found) => found,
            None if cx.info.can_desegment => {
                wait(cx, at);
                break;
            }
            None => (rest.len(), rest.len()),
        };
        let line = rest.get(..len).unwrap_or_default();
        let literal = literal(line).filter(|_| !from_client);
        if let Some(literal) = literal
            && whole.saturating_add(literal) > rest.len()
            && cx.info.can_desegment
        {
            // It shows itself while it waits.
            cx.info.shown_waiting = true;
            wait(cx, at);
            break;
        }
        cx.column("IMAP", || String::from_utf8_lossy(line).into_owned());
        cx.out.item(f::LINE, tvb, at, whole)?;
        if from_client {
            request(cx, tvb.rest(at)?.limit(len), line)?;
        } else if !line.starts_with(b"* ") {
            response(cx, tvb.rest(at)?.limit(len), line)?;
        }
        at += whole;
        if let Some(literal) = literal {
            let message = tvb.rest(at)?.limit(literal);
            message_inside(cx, message);
            at += message.len();
        }
    }
    Ok(tvb.len().max(1))
}

fn message_inside<'f>(cx: &mut Cx<'f>, message: Tvb<'f>) {
    if message.is_empty() {
        return;
    }
    let can_desegment = std::mem::take(&mut cx.info.can_desegment);
    cx.call(Proto::Imf, message);
    cx.info.can_desegment = can_desegment;
}

/// Length of the message that a FETCH line announces.
fn literal(line: &[u8]) -> Option<usize> {
    let text = line.strip_suffix(b"}")?;
    let open = memchr::memrchr(b'{', text)?;
    let upper = text.to_ascii_uppercase();
    let has = |word: &[u8]| memchr::memmem::find(&upper, word).is_some();
    if !has(b"FETCH") || !(has(b"BODY[") || has(b"RFC822")) {
        return None;
    }
    std::str::from_utf8(text.get(open + 1..)?).ok()?.parse().ok()
}

/// The words of a line, with their offsets.
fn words(line: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut at = 0;
    line.split(|byte| *byte == b' ').filter_map(move |word| {
        let from = at;
        at += word.len() + 1;
        (!word.is_empty()).then_some((from, word))
    })
}

fn request<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, line: &'f [u8]) -> Result<(), Stop> {
    if line.is_empty() {
        return Ok(());
    }
    cx.out.item(f::REQUEST, tvb, 0, line.len())?;
    let mut words = words(line);
    let Some((at, tag)) = words.next() else { return Ok(()) };
    cx.out.item(f::REQUEST_TAG, tvb, at, tag.len())?;
    cx.out.item(f::TAG, tvb, at, tag.len())?;
    let Some((at, mut command)) = words.next() else { return Ok(()) };
    let mut command_at = at;
    cx.out.item(f::COMMAND, tvb, at, command.len())?;
    let is_uid = command.eq_ignore_ascii_case(b"uid");
    if is_uid {
        cx.out.add(f::REQUEST_COMMAND_UID, tvb.captured(at, 3), Value::Bool(true));
        if let Some((at, inner)) = words.next() {
            (command_at, command) = (at, inner);
        }
    }
    cx.out.item(f::REQUEST_COMMAND, tvb, command_at, command.len())?;
    let lower = command.to_ascii_lowercase();
    match lower.as_slice() {
        b"select" | b"examine" | b"create" | b"delete" | b"rename" | b"subscribe" | b"unsubscribe" | b"status"
        | b"append" => {
            if let Some((at, folder)) = words.next() {
                cx.out.item(f::REQUEST_FOLDER, tvb, at, folder.len())?;
            }
        }
        b"copy" => {
            if let Some((at, folder)) = words.nth(1) {
                cx.out.item(f::REQUEST_FOLDER, tvb, at, folder.len())?;
            }
        }
        b"login" => {
            if let Some((at, user)) = words.next() {
                cx.out.item(f::REQUEST_USERNAME, tvb, at, user.len())?;
            }
            // Quotes are thought to stand at both ends.
            if let Some((at, password)) = words.next().filter(|(_, password)| password.len() >= 2) {
                cx.out.item(f::REQUEST_PASSWORD, tvb, at + 1, password.len() - 2)?;
            }
        }
        _ => {}
    }
    cx.tell(tag_number(tag), f::RESPONSE_IN);
    let (frame, time_ns) = (cx.frame.number, cx.frame.timestamp_ns);
    let tls = lower == b"starttls";
    session(cx, |session| {
        if session.pending.len() >= MAX_PENDING {
            session.pending.remove(0);
        }
        session.pending.push(Request { tag: tag.to_vec(), frame, time_ns });
        if tls {
            session.tls_tag = Some(tag.to_vec());
        }
    });
    Ok(())
}

fn response<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, line: &'f [u8]) -> Result<(), Stop> {
    if line.is_empty() {
        return Ok(());
    }
    cx.out.item(f::RESPONSE, tvb, 0, line.len())?;
    let mut words = words(line);
    let Some((at, tag)) = words.next() else { return Ok(()) };
    cx.out.item(f::RESPONSE_TAG, tvb, at, tag.len())?;
    cx.out.item(f::TAG, tvb, at, tag.len())?;
    let status = words.next();
    if let Some((at, status)) = status {
        cx.out.item(f::RESPONSE_STATUS, tvb, at, status.len())?;
    }
    if let Some((at, command)) = words.next() {
        cx.out.item(f::RESPONSE_COMMAND, tvb, at, command.len())?;
        cx.out.item(f::COMMAND, tvb, at, command.len())?;
    }
    let (request, tls) = session(cx, |session| {
        let found = session.pending.iter().rposition(|request| request.tag == tag);
        let tls = session.tls_tag.as_deref() == Some(tag);
        if tls {
            session.tls_tag = None;
        }
        (found.map(|found| session.pending.remove(found)), tls)
    });
    if let Some(request) = request {
        cx.note_frame_for(request.frame, tag_number(tag), f::RESPONSE_IN);
        cx.out.generated_uint(f::RESPONSE_TO, request.frame);
        if let (Some(now), Some(then)) = (cx.frame.timestamp_ns, request.time_ns) {
            cx.out.generated(f::TIME, Value::Time(now - then));
        }
    }
    if tls && status.is_some_and(|(_, status)| status.eq_ignore_ascii_case(b"ok")) {
        super::tls::start(cx, IMAP.title);
    }
    Ok(())
}
