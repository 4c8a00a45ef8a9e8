//! Secure Shell: the transport layer, RFC 4253, with its key exchanges (RFC 4419, 5656, 8731), and version 1.
//!
//! Nothing is decrypted. Which parts of an encrypted packet can be told apart is what Wireshark can tell without keys.

mod fields;
mod keys;
mod kex;
mod session;
mod values;
mod version1;

use strato_filter_lang::value::Value;

use self::{
    fields::{FIELDS, f},
    session::{Cipher, Peer, Session, Sessions},
};
use super::{
    Parent, Proto, Protocol,
    dissect::{Cx, Desegment, More},
    tvb::{Stop, Tvb},
};

/// SSH.
pub static SSH: Protocol = Protocol {
    name: "ssh",
    title: "SSH Protocol",
    frame_name: "ssh",
    fields: FIELDS,
    parents: &[Parent::TcpPort(22), Parent::TcpPort(29418), Parent::SctpPort(22), Parent::SctpPpi(45)],
    stateful: &["ssh"],
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of a message, as far as one can go on.
enum Went {
    /// The next message starts here.
    To(usize),
    /// More of the stream is awaited.
    Waits,
}

/// Dissects with the session of the conversation, which is lent out of the state meanwhile.
fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let server = cx.info.dstport != cx.info.matched_port;
    let flow = cx.info.flow.map(|flow| flow.id);
    let mut session = match flow {
        Some(id) => std::mem::take(cx.state.of::<Sessions>(Proto::Ssh).entry(id, Session::default)),
        None => Session::default(),
    };
    let result = messages(cx, tvb, &mut session, server);
    if let Some(id) = flow {
        *cx.state.of::<Sessions>(Proto::Ssh).entry(id, Session::default) = session;
    }
    result
}

fn messages<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, session: &mut Session, server: bool) -> Result<usize, Stop> {
    let column = match session.version {
        1 => "SSHv1",
        2 => "SSHv2",
        _ => "SSH",
    };
    cx.column(column, || if server { "Server" } else { "Client" }.to_owned());
    let mut at = 0;
    while tvb.reported_rest(at) > 0 {
        let frame = cx.frame.number;
        let peer = session.peer(server);
        let begins = |byte: &[u8]| byte.eq_ignore_ascii_case(b"SSH-");
        let went = if peer.may_greet(frame) && tvb.bytes(at, 4).is_ok_and(begins) {
            greeting(cx, tvb, at, session, server)?
        } else {
            match session.version {
                1 => version1::dissect(cx, tvb, at, session.peer(server))?,
                2 => version2(cx, tvb, at, session, server)?,
                _ => encrypted(cx, tvb, at, session.peer(server))?,
            }
        };
        match went {
            Went::Waits => return Ok(tvb.len()),
            Went::To(next) if next <= at => break,
            Went::To(next) => at = next,
        }
    }
    cx.out.generated_bool(f::DIRECTION, server);
    Ok(tvb.len())
}

/// The line that tells version and software.
fn greeting<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    at: usize,
    session: &mut Session,
    server: bool,
) -> Result<Went, Stop> {
    let frame = cx.frame.number;
    let bytes = tvb.rest(at)?.data();
    let peer = session.peer(server);
    peer.greeted_from.get_or_insert(frame);
    let end = bytes.iter().position(|byte| *byte == b'\n');
    if end.is_none() && cx.info.can_desegment {
        // Wireshark asks for the rest in a way that never gets it.
        return Ok(Went::Waits);
    }
    let line = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or(bytes);
    let text = line.strip_suffix(b"\r").filter(|_| end.is_some()).unwrap_or(line);
    cx.out.item(f::PROTOCOL, tvb, at, text.len())?;
    peer.greeted_until = Some(frame);
    // Only the client's line counts.
    if !server {
        let starts = |with: &[u8]| text.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
        if starts(b"SSH-2.") || starts(b"SSH-1.99-") {
            session.version = 2;
        } else if starts(b"SSH-1.") {
            session.version = 1;
        }
    }
    Ok(Went::To(at + end.map_or(bytes.len(), |end| end + 1)))
}

/// Packets of version 2: of the key exchange until new keys are taken into use.
fn version2<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    start: usize,
    session: &mut Session,
    server: bool,
) -> Result<Went, Stop> {
    let mut at = start;
    while at < tvb.len() {
        let peer = session.peer(server);
        let went = if peer.in_the_clear(cx.frame.number, at) {
            kex::packet(cx, tvb, at, session, server)?
        } else {
            encrypted(cx, tvb, at, peer)?
        };
        match went {
            Went::Waits => return Ok(Went::Waits),
            Went::To(next) if next <= at => break,
            Went::To(next) => at = next,
        }
    }
    Ok(Went::To(at))
}

fn encrypted<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, peer: &Peer) -> Result<Went, Stop> {
    let len = tvb.reported_rest(at);
    match peer.cipher {
        // Without the key the length is not known either, so all of it is one packet.
        Cipher::Hidden { block } => {
            tvb.bytes(at, block)?;
            return Ok(Went::To(at + len));
        }
        Cipher::Gcm => {
            let plain = tvb.u32(at)? as usize;
            tvb.bytes(at, plain.saturating_add(4 + session::GCM_TAG))?;
            cx.out.item(f::PACKET_LENGTH, tvb, at, 4)?;
            // What decrypts without a key does not make sense.
            return Err(Stop::Malformed);
        }
        Cipher::Other => {}
    }
    let mut body = len;
    if len > 4 {
        let field = if peer.length_in_the_clear { f::PACKET_LENGTH } else { f::PACKET_LENGTH_ENCRYPTED };
        cx.out.item(field, tvb, at, 4)?;
        body -= 4;
    }
    let body = body.checked_sub(peer.mac_len).ok_or(Stop::Malformed)?;
    cx.out.item(f::ENCRYPTED_PACKET, tvb, at + 4, body)?;
    if peer.mac_len > 0 {
        cx.out.item(f::MAC, tvb, at + 4 + body, peer.mac_len)?;
    }
    Ok(Went::To(at + len))
}

fn wait(cx: &mut Cx<'_>, offset: usize, more: More) -> Went {
    cx.info.desegment = Some(Desegment { offset, more });
    Went::Waits
}

/// Emits a message code, by the table that its key exchange gives it.
fn message_code<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, table: u8) -> Result<u8, Stop> {
    let code = tvb.u8(at)?;
    cx.out.add_def(f::MESSAGE_CODE, table, tvb.bytes(at, 1)?, Value::Uint(code.into()));
    Ok(code)
}
