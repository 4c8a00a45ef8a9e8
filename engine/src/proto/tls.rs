//! Transport Layer Security and SSL, RFC 8446, 5246, 4346, 2246, 6101. Decrypted where there are keys (RFC 9325
//! suites): secrets come from the capture or from a key log.

mod application;
mod certificate;
mod cipher;
pub(super) mod datagram;
mod decrypt;
mod extensions;
mod fields;
mod fingerprint;
mod handshake;
mod hello;
mod inner;
mod keyex;
mod keylog;
mod record;
mod session;
pub(super) mod values;
mod walk;

#[cfg(test)]
mod tests;

use self::fields::{FIELDS, f};
use crate::crypto::{Aead, Hash};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Cx, State},
    out::Out,
    tvb::{Stop, Tvb},
};

preferences! { super::super::Proto::Tls =>
    DESEGMENT: "tls.desegment_ssl_records", true, "Put records together that span several TCP segments";
    DESEGMENT_DATA: "tls.desegment_ssl_application_data", true, "Put messages inside together that span several records";
}

/// TLS.
pub static TLS: Protocol = Protocol {
    preferences: PREFERENCES,
    name: "tls",
    title: "Transport Layer Security",
    frame_name: "tls",
    fields: FIELDS,
    parents: &[
        Parent::TcpPort(324),
        Parent::TcpPort(443),
        Parent::TcpPort(465),
        Parent::TcpPort(636),
        Parent::TcpPort(802),
        Parent::TcpPort(853),
        Parent::TcpPort(993),
        Parent::TcpPort(995),
        Parent::TcpPort(1300),
        Parent::TcpPort(2443),
        Parent::TcpPort(3249),
        Parent::TcpPort(3250),
        Parent::TcpPort(3251),
        Parent::TcpPort(3252),
        Parent::TcpPort(3496),
        Parent::TcpPort(5061),
        Parent::TcpPort(5671),
        Parent::TcpPort(5684),
        Parent::TcpPort(5868),
        Parent::TcpPort(8883),
        Parent::TcpPort(11207),
        Parent::TcpPort(19999),
        Parent::TcpPort(27017),
        Parent::Heuristic(Proto::Tcp),
        Parent::Below(Proto::Mysql),
        Parent::Below(Proto::Pgsql),
        Parent::Below(Proto::Quic),
        Parent::Below(Proto::Openvpn),
        Parent::Below(Proto::Rdpudp),
        // What starts in the clear and turns to TLS.
        Parent::Below(Proto::Ftp),
        Parent::Below(Proto::Smtp),
        Parent::Below(Proto::Pop),
        Parent::Below(Proto::Imap),
    ],
    extent: Extent::Whole,
    // What is told of every record, also of those with data of the protocol inside.
    groups: &[&["tls.stream", "tls.record", "tls.record.", "tls.app_data", "tls.app_data_proto"]],
    may_take,
    may_reject: true,
    across: &["tls.stream"],
    stateful: &["tls"],
    skim: Some(record::skim),
    dissect,
    ..Protocol::DEFAULT
};

/// Whether a text has secrets, in the form of NSS' key log.
pub fn has_secrets(log: &[u8]) -> bool {
    let mut keys = keylog::KeyLog::default();
    keys.add(log);
    !keys.is_empty()
}

/// Adds secrets, in the form of NSS' key log.
pub(crate) fn add_secrets(state: &mut State, log: &[u8]) {
    state.of::<session::Sessions>(Proto::Tls).keys.add(log);
}

/// What secrets of QUIC are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Secret {
    /// 0-RTT packets.
    Early,
    /// Handshake packets.
    Handshake,
    /// 1-RTT packets.
    Data,
}

/// Cipher, hash and secret of packets of a QUIC connection, as far as they are known.
pub(super) fn quic_secret(
    state: &mut State,
    flow: u32,
    secret: Secret,
    from_server: bool,
) -> Option<(Aead, Hash, Vec<u8>)> {
    let label = match (secret, from_server) {
        (Secret::Early, _) => keylog::Label::Early,
        (Secret::Handshake, false) => keylog::Label::ClientHandshake,
        (Secret::Handshake, true) => keylog::Label::ServerHandshake,
        (Secret::Data, false) => keylog::Label::ClientTraffic,
        (Secret::Data, true) => keylog::Label::ServerTraffic,
    };
    let (session, keys) = state.of::<session::Sessions>(Proto::Tls).with_keys(flow);
    decrypt::quic_secret(session, keys, label)
}

/// Wireshark's name of what runs over a connection, if that is known.
pub(super) fn application(state: &mut State, flow: u32) -> Option<&'static str> {
    state.of::<session::Sessions>(Proto::Tls).of(flow).known.application
}

/// The conversation goes on with TLS, in which the protocol of this name goes on.
pub(super) fn start(cx: &mut Cx<'_>, application: &'static str) {
    cx.info.follow_up = Some(Proto::Tls);
    record::session(cx, |session, _| session.known.application = Some(application));
}

/// Forgets the session of a flow: another one begins.
pub(super) fn forget(state: &mut State, flow: u32) {
    state.of::<session::Sessions>(Proto::Tls).forget(flow);
}

/// Dissects a list of signed certificate timestamps, RFC 6962 §3.3.
pub(super) fn timestamps<'f>(out: &mut Out<'f>, list: Tvb<'f>) -> Result<(), Stop> {
    certificate::timestamps(&mut walk::Walk::new(out, list))
}

/// Whether a handshake message of this type is known.
pub(super) fn is_message(kind: u8) -> bool {
    values::HANDSHAKE_TYPE.name(kind.into()).is_some()
}

// The group.
const RECORDS: u32 = 1;

fn may_take<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> bool {
    recognised(tvb) || record::is_known(cx)
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let mut passed = std::mem::take(&mut cx.info.passed);
    if cx.parent() == Some(Proto::Quic) {
        // Messages without records, which QUIC has in its own frames (RFC 9001 §4).
        record::handshake(cx, tvb, true)?;
        return Ok(tvb.len().max(1));
    }
    // Found by port or by an earlier packet it takes what comes, but for plain text on a port of TLS.
    let known = cx.info.matched_port != 0 || record::is_known(cx);
    if is_plain(tvb) || !known && !recognised(tvb) {
        return Ok(0);
    }
    if !known {
        cx.info.follow_up = Some(Proto::Tls);
    }
    cx.column("TLS", || "Continuation Data".to_owned());
    let mut at = 0;
    while at < tvb.reported_len() {
        match record::record(cx, tvb, at, std::mem::take(&mut passed))? {
            Some(next) => at = next,
            None => break,
        }
    }
    Ok(tvb.len().max(1))
}

/// Plain text.
fn is_plain(tvb: Tvb<'_>) -> bool {
    let start = tvb.captured(0, 4);
    start.len() == 4 && start.iter().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The start of a handshake or of application data, on a port that says nothing.
fn recognised(tvb: Tvb<'_>) -> bool {
    if record::looks_like_v2_hello(tvb, 0) {
        return true;
    }
    let Ok([kind, high, low, len @ ..]) = tvb.array::<5>(0) else { return false };
    let len = usize::from(u16::from_be_bytes(len));
    matches!(kind, 22 | 23) && high == 3 && low <= 3 && (1..record::MAX_RECORD).contains(&len)
}
