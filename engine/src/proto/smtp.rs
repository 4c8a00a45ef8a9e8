//! Simple Mail Transfer Protocol, RFC 5321, with AUTH (RFC 4954), BDAT (RFC 3030) and STARTTLS (RFC 3207).

mod fields;
mod message;
mod session;
mod values;

use self::{
    fields::{FIELDS, f},
    session::{Auth, Kind, Session, Sessions},
};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Cx, Desegment, More},
    http::head::line_len,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// SMTP.
pub static SMTP: Protocol = Protocol {
    name: "smtp",
    title: "Simple Mail Transfer Protocol",
    frame_name: "smtp",
    fields: FIELDS,
    parents: &[Parent::TcpPort(25), Parent::TcpPort(587), Parent::Below(Proto::Tls)],
    extent: Extent::Whole,
    waits_silently: true,
    stateful: &["smtp"],
    dissect,
    ..Protocol::DEFAULT
};

/// Code that lets the client start TLS.
const READY: u16 = 220;
/// Code that asks for more of an authentication.
const GO_ON: u16 = 334;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let from_client = cx.info.matched_port == cx.info.dstport || matches!(cx.info.dstport, 25 | 465 | 587);
    if from_client { request(cx, tvb)? } else { response(cx, tvb)? }
    Ok(tvb.len().max(1))
}

/// Runs `look` on what is remembered of the conversation.
fn session<T>(cx: &mut Cx<'_>, look: impl FnOnce(&mut Session) -> T) -> T {
    match cx.info.flow.filter(|_| !cx.info.in_error) {
        Some(flow) => look(cx.state.of::<Sessions>(Proto::Smtp).entry(flow.id, Session::default)),
        None => look(&mut Session::default()),
    }
}

/// Asks for the rest of a line; `false` when there is no more to get.
fn wait(cx: &mut Cx<'_>, at: usize) -> bool {
    if cx.info.can_desegment {
        cx.info.desegment = Some(Desegment { offset: at, more: More::OneSegment });
    }
    cx.info.can_desegment
}

fn request<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let frame = cx.frame.number;
    let can_wait = cx.info.can_desegment;
    let bytes = tvb.data();
    let Some(seen) = session(cx, |session| session.client(bytes, frame, can_wait)) else {
        wait(cx, 0);
        return Ok(());
    };
    match seen.kind {
        Kind::Commands => commands(cx, tvb, seen.auth),
        Kind::Message { last } => message::part(cx, tvb, last),
        Kind::End { message, frames } => message::end(cx, tvb, &message, &frames),
    }
}

/// Command lines, or lines of an authentication.
fn commands<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut auth: Auth) -> Result<(), Stop> {
    let mut at = 0;
    while at < tvb.len() {
        let rest = tvb.captured(at, tvb.len());
        let (len, whole) = line_len(rest).unwrap_or((rest.len(), rest.len()));
        let line = rest.get(..len).unwrap_or_default();
        cx.out.generated_bool(f::REQ, true);
        let field = match auth {
            Auth::User => Some(f::AUTH_USERNAME),
            Auth::Password => Some(f::AUTH_PASSWORD),
            Auth::Plain => Some(f::AUTH_USERNAME_PASSWORD),
            Auth::None => None,
        };
        if let Some(field) = field {
            credentials(cx, field, tvb, at, len)?;
        } else {
            command(cx, tvb, at, line, whole)?;
        }
        auth = Auth::None;
        at += whole;
    }
    Ok(())
}

fn credentials<'f>(cx: &mut Cx<'f>, field: super::out::F, tvb: Tvb<'f>, at: usize, len: usize) -> Result<(), Stop> {
    cx.out.item(field, tvb, at, len)?;
    if field == f::AUTH_USERNAME_PASSWORD {
        let text = "base64 decode failed or is not enabled (check SMTP preferences)";
        cx.out.expert(f::BASE64_DECODE, Severity::Warn, Group::Undecoded, text);
    }
    Ok(())
}

fn command<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, line: &'f [u8], whole: usize) -> Result<(), Stop> {
    cx.column("SMTP", || format!("C: {}", String::from_utf8_lossy(line)));
    cx.out.item(f::COMMAND_LINE, tvb, at, whole)?;
    cx.out.item(f::REQ_COMMAND, tvb, at, line.len().min(4))?;
    if line.len() > 5 {
        cx.out.item(f::REQ_PARAMETER, tvb, at + 5, line.len() - 5)?;
    }
    let Some((mechanism, initial)) = session::initial_response(line) else { return Ok(()) };
    let initial_at = at + line.len() - initial.len();
    match mechanism {
        Auth::User => credentials(cx, f::AUTH_USERNAME, tvb, initial_at, initial.len()),
        Auth::Plain => credentials(cx, f::AUTH_USERNAME_PASSWORD, tvb, initial_at, initial.len()),
        Auth::Password | Auth::None => Ok(()),
    }
}

/// Replies: a code and text, on as many lines as it takes.
fn response<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.generated_bool(f::RSP, true);
    let (mut at, mut continued) = (0, None);
    while at < tvb.len() {
        let rest = tvb.captured(at, tvb.len());
        let (len, whole) = match line_len(rest) {
            Some(found) => found,
            None if wait(cx, at) => return Ok(()),
            None => (rest.len(), rest.len()),
        };
        let line = rest.get(..len).unwrap_or_default();
        if let Some(code) = session::code(line) {
            match continued {
                None => {
                    cx.column("SMTP", || format!("S: {}", String::from_utf8_lossy(line)));
                    cx.out.item(f::RESPONSE, tvb, at, whole)?;
                    cx.out.number(f::RESPONSE_CODE, tvb, at, 3, code.into())?;
                }
                Some(first) if first != code => {
                    let text = format!("Unexpected response code {code} in multiline response. Expected {first}");
                    cx.out.expert(f::RESPONSE_CODE_UNEXPECTED, Severity::Warn, Group::Protocol, &text);
                }
                Some(_) => {}
            }
            if len > 4 {
                cx.out.item(f::RSP_PARAMETER, tvb, at + 4, len - 4)?;
            }
            continued = (line.get(3) == Some(&b'-')).then_some(continued.unwrap_or(code));
            if session(cx, |session| session.server(code)) {
                super::tls::start(cx, SMTP.title);
            }
        }
        at += whole;
    }
    Ok(())
}
