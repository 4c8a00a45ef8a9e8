//! Post Office Protocol, version 3, RFC 1939, with STLS (RFC 2595).

mod fields;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    http::head::line_len,
    out::{Group, Severity},
    recent::Recent,
    tvb::{Stop, Tvb},
};

/// POP3.
pub static POP: Protocol = Protocol {
    name: "pop",
    title: "Post Office Protocol",
    frame_name: "pop",
    fields: FIELDS,
    parents: &[Parent::TcpPort(110), Parent::Below(Proto::Tls)],
    extent: Extent::Whole,
    stateful: &["pop"],
    dissect,
    ..Protocol::DEFAULT
};

/// Longest message that is put together.
const MAX_MESSAGE: usize = 16 << 20;

/// One conversation.
#[derive(Clone, Debug, Default)]
struct Session {
    /// A message was asked for.
    asked: bool,
    /// Bytes of it that the server announced, and those that came.
    announced: usize,
    came: usize,
    asked_for_tls: bool,
    message: Vec<u8>,
    frames: Vec<u64>,
}

type Sessions = Recent<u32, Session>;

fn session<T>(cx: &mut Cx<'_>, look: impl FnOnce(&mut Session) -> T) -> T {
    match cx.info.flow.filter(|_| !cx.info.in_error) {
        Some(flow) => look(cx.state.of::<Sessions>(Proto::Pop).entry(flow.id, Session::default)),
        None => look(&mut Session::default()),
    }
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let from_client = cx.info.matched_port == cx.info.dstport || matches!(cx.info.dstport, 110 | 995);
    let bytes = tvb.data();
    let (len, whole) = line_len(bytes).unwrap_or((bytes.len(), bytes.len()));
    let line = bytes.get(..len).unwrap_or_default();
    cx.column("POP", || format!("{}: {}", if from_client { "C" } else { "S" }, String::from_utf8_lossy(line)));
    if !from_client && !line.starts_with(b"+OK") && !line.starts_with(b"-ERR") {
        part(cx, tvb)?;
        return Ok(tvb.len().max(1));
    }
    let (label, first, second) = if from_client {
        (f::REQUEST, f::REQUEST_COMMAND, f::REQUEST_PARAMETER)
    } else {
        (f::RESPONSE, f::RESPONSE_INDICATOR, f::RESPONSE_DESCRIPTION)
    };
    // Wireshark shows the lines, but gives them no value.
    cx.out.text(label, tvb, 0, whole, "")?;
    let word = memchr::memchr(b' ', line).unwrap_or(len);
    if word > 0 {
        cx.out.item(first, tvb, 0, word)?;
    }
    let rest = line.get(word..).unwrap_or_default();
    let blanks = rest.len() - rest.trim_ascii_start().len();
    if rest.len() > blanks {
        cx.out.item(second, tvb, word + blanks, rest.len() - blanks)?;
    }
    let name = line.get(..word).unwrap_or_default();
    if from_client { request(cx, name) } else { response(cx, line) }
    let mut at = whole;
    while at < tvb.len() {
        let (_, whole) = line_len(tvb.captured(at, tvb.len())).unwrap_or((0, tvb.len() - at));
        cx.out.text(if from_client { f::REQUEST_DATA } else { f::RESPONSE_DATA }, tvb, at, whole, "")?;
        at += whole;
    }
    Ok(tvb.len().max(1))
}

fn request(cx: &mut Cx<'_>, command: &[u8]) {
    let is = |name: &[u8]| command.eq_ignore_ascii_case(name);
    let (message, tls) = (is(b"RETR") || is(b"TOP"), is(b"STLS"));
    session(cx, |session| {
        session.asked |= message;
        session.asked_for_tls |= tls;
    });
}

fn response(cx: &mut Cx<'_>, line: &[u8]) {
    let ok = line.starts_with(b"+OK");
    let (asked, tls) = session(cx, |session| {
        (std::mem::take(&mut session.asked), std::mem::take(&mut session.asked_for_tls))
    });
    if tls && ok {
        super::tls::start(cx, POP.title);
    }
    let Some(text) = line.strip_prefix(b"+OK ").filter(|_| asked) else { return };
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let octets = text.get(..digits).and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok());
    if octets.is_none() {
        let text = "Length must be a string containing an integer";
        cx.out.expert(f::RESPONSE_TOT_LEN_INVALID, Severity::Warn, Group::Malformed, text);
    }
    session(cx, |session| {
        session.came = 0;
        session.announced = octets.unwrap_or(0);
    });
}

/// A part of what a reply goes on with: a message, when as much came as was announced.
fn part<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let frame = cx.frame.number;
    let done = session(cx, |session| {
        session.came = session.came.saturating_add(tvb.reported_len());
        let fits = session.message.len().saturating_add(tvb.len()) <= MAX_MESSAGE;
        session.message.extend_from_slice(if fits { tvb.data() } else { &[] });
        session.frames.push(frame);
        if session.came < session.announced {
            return None;
        }
        (session.came, session.announced) = (0, 0);
        Some((std::mem::take(&mut session.message), std::mem::take(&mut session.frames)))
    });
    let Some((message, frames)) = done else { return Ok(()) };
    let mut whole = tvb;
    if frames.len() > 1 {
        whole = Tvb::whole(cx.out.alloc_bytes(&message));
        cx.out.label(f::DATA_FRAGMENTS, whole, 0, whole.len());
        for frame in &frames {
            cx.out.generated_uint(f::DATA_FRAGMENT, *frame);
        }
        cx.out.generated_uint(f::DATA_FRAGMENT_COUNT, frames.len() as u64);
        cx.out.generated_uint(f::DATA_REASSEMBLED_LENGTH, message.len() as u64);
    }
    let can_desegment = std::mem::take(&mut cx.info.can_desegment);
    cx.call(Proto::Imf, whole);
    cx.info.can_desegment = can_desegment;
    Ok(())
}
