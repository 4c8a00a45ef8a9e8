//! WireGuard, as its protocol paper and <https://www.wireguard.com/protocol/> describe it; nothing is decrypted.

use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::{Addr, Cx},
    out::{F, Group, Severity},
    recent::Recent,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Wg =>
    TYPE: "wg.type", "Type", u8().values(&TYPES);
    RESERVED: "wg.reserved", "Reserved", bytes();
    SENDER: "wg.sender", "Sender", u32().hex();
    EPHEMERAL: "wg.ephemeral", "Ephemeral", str();
    ENCRYPTED_STATIC: "wg.encrypted_static", "Encrypted Static", none();
    STATIC: "wg.static", "Static Public Key", str();
    ENCRYPTED_TIMESTAMP: "wg.encrypted_timestamp", "Encrypted Timestamp", none();
    TIMESTAMP_TAI64_LABEL: "wg.timestamp.tai64_label", "TAI64 Label", u64();
    TIMESTAMP_NANOSECONDS: "wg.timestamp.nanoseconds", "Nanoseconds", u32();
    TIMESTAMP_VALUE: "wg.timestamp.value", "Timestamp", abs_time();
    MAC1: "wg.mac1", "mac1", bytes();
    MAC2: "wg.mac2", "mac2", bytes();
    RECEIVER: "wg.receiver", "Receiver", u32().hex();
    ENCRYPTED_EMPTY: "wg.encrypted_empty", "Encrypted Empty", none();
    HANDSHAKE_OK: "wg.handshake_ok", "Handshake decryption successful", bool();
    NONCE: "wg.nonce", "Nonce", bytes();
    ENCRYPTED_COOKIE: "wg.encrypted_cookie", "Encrypted Cookie", bytes();
    COUNTER: "wg.counter", "Counter", u64();
    ENCRYPTED_PACKET: "wg.encrypted_packet", "Encrypted Packet", none();
    STREAM: "wg.stream", "Stream index", u32();
    RESPONSE_IN: "wg.response_in", "Response in Frame", framenum();
    RESPONSE_TO: "wg.response_to", "Response to Frame", framenum();
    RECEIVER_PUBKEY: "wg.receiver_pubkey", "Receiver Static Public Key", str();
    RECEIVER_PUBKEY_KNOWN_PRIVKEY: "wg.receiver_pubkey.known_privkey", "Has Private Key", bool();
    EPHEMERAL_KNOWN_PRIVKEY: "wg.ephemeral.known_privkey", "Has Private Key", bool();
    STATIC_KNOWN_PUBKEY: "wg.static.known_pubkey", "Known Public Key", bool();
    STATIC_KNOWN_PRIVKEY: "wg.static.known_privkey", "Has Private Key", bool();
    BAD_PACKET_LENGTH: "wg.bad_packet_length", "Packet length is too small", none();
    KEEPALIVE: "wg.keepalive", "This is a Keepalive message", none();
    DECRYPTION_ERROR: "wg.decryption_error", "Packet data decryption failed", none();
    DECRYPTION_UNSUPPORTED: "wg.decryption_unsupported", "Decryption unsupported (disable FIPS mode or upgrade Libgcrypt to 1.10.0 or higher)", none();
}

values! {
    TYPES { 1 => "Handshake Initiation", 2 => "Handshake Response", 3 => "Cookie Reply", 4 => "Transport Data" }
}

/// WireGuard.
pub static WG: Protocol = Protocol {
    name: "wg",
    title: "WireGuard Protocol",
    frame_name: "wg",
    fields: FIELDS,
    // It has no port of its own; 0 stands for those that a user names.
    parents: &[Parent::Heuristic(Proto::Udp)],
    extent: Extent::Whole,
    may_reject: true,
    stateful: &["wg.stream", "wg.response_"],
    across: &["wg.stream"],
    dissect,
    ..Protocol::DEFAULT
};

const INITIATION: u8 = 1;
const RESPONSE: u8 = 2;
const COOKIE: u8 = 3;
const DATA: u8 = 4;

/// Bytes of a message of data that carries none.
const KEEPALIVE: usize = 32;

/// Address and port.
type End = (Addr, u16);

/// A handshake and what follows it.
#[derive(Clone, Copy, Debug)]
struct Session {
    stream: u32,
    frame: u64,
    initiator: End,
    responder: End,
    /// The frame that answered, or 0.
    answered: u64,
}

/// Sessions by the numbers that their ends chose.
#[derive(Default)]
struct Sessions {
    initiated: Recent<u32, Session>,
    responded: Recent<u32, Session>,
    count: u32,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let Ok(kind) = tvb.u8(0) else { return Ok(0) };
    let fits = match (kind, tvb.reported_len()) {
        (INITIATION, len) => len == 148,
        (RESPONSE, len) => len == 92,
        (COOKIE, len) => len == 64,
        (DATA, len) => len >= KEEPALIVE,
        _ => false,
    };
    if !fits {
        return Ok(0);
    }
    cx.column("WireGuard", || TYPES.name(kind.into()).unwrap_or_default().to_owned());
    let mut at = Cursor::new(tvb, 0);
    at.item(cx, f::TYPE, 1)?;
    at.item(cx, f::RESERVED, 3)?;
    let session = match kind {
        INITIATION => initiation(cx, &mut at)?,
        RESPONSE => response(cx, &mut at)?,
        COOKIE => cookie(cx, &mut at)?,
        _ => data(cx, &mut at)?,
    };
    if let Some(session) = session {
        cx.out.generated_uint(f::STREAM, session.stream.into());
        if kind == INITIATION {
            cx.tell(session.stream, f::RESPONSE_IN);
        }
        if kind == RESPONSE || kind == COOKIE {
            cx.note_frame_for(session.frame, session.stream, f::RESPONSE_IN);
            cx.out.generated_uint(f::RESPONSE_TO, session.frame);
        }
    }
    Ok(tvb.len())
}

/// Sender and receiver of the packet.
fn ends(cx: &Cx<'_>) -> (End, End) {
    ((cx.info.src, cx.info.srcport), (cx.info.dst, cx.info.dstport))
}

fn sessions<'c>(cx: &'c mut Cx<'_>) -> Option<&'c mut Sessions> {
    let known = cx.out.plan.stateful(Proto::Wg) && !cx.info.in_error;
    known.then(|| cx.state.of::<Sessions>(Proto::Wg))
}

fn ephemeral<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    let key = at.tvb.bytes(at.at, 32)?;
    cx.out.text(f::EPHEMERAL, at.tvb, at.at, 32, &base64(key))?;
    cx.out.generated_bool(f::EPHEMERAL_KNOWN_PRIVKEY, false);
    at.at += 32;
    Ok(())
}

/// Bytes that cannot be looked into.
fn sealed<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, field: F, len: usize) -> Result<(), Stop> {
    at.tvb.bytes(at.at, len)?;
    cx.out.label(field, at.tvb, at.at, len);
    at.at += len;
    Ok(())
}

fn initiation<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<Option<Session>, Stop> {
    let sender = at.uint_le(cx, f::SENDER, 4)? as u32;
    ephemeral(cx, at)?;
    sealed(cx, at, f::ENCRYPTED_STATIC, 48)?;
    sealed(cx, at, f::ENCRYPTED_TIMESTAMP, 28)?;
    at.item(cx, f::MAC1, 16)?;
    at.item(cx, f::MAC2, 16)?;
    let (initiator, responder) = ends(cx);
    let frame = cx.frame.number;
    let Some(all) = sessions(cx) else { return Ok(None) };
    if let Some(known) = all.initiated.get(sender).filter(|session| session.frame == frame) {
        return Ok(Some(*known));
    }
    let session = Session { stream: all.count, frame, initiator, responder, answered: 0 };
    all.count = all.count.wrapping_add(1);
    all.initiated.insert(sender, session);
    Ok(Some(session))
}

fn response<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<Option<Session>, Stop> {
    let sender = at.uint_le(cx, f::SENDER, 4)? as u32;
    let receiver = at.uint_le(cx, f::RECEIVER, 4)? as u32;
    ephemeral(cx, at)?;
    sealed(cx, at, f::ENCRYPTED_EMPTY, 16)?;
    at.item(cx, f::MAC1, 16)?;
    at.item(cx, f::MAC2, 16)?;
    let (_, to) = ends(cx);
    let frame = cx.frame.number;
    let Some(all) = sessions(cx) else { return Ok(None) };
    let Some(session) = all.initiated.get(receiver).filter(|session| session.initiator == to) else { return Ok(None) };
    if session.answered != 0 && session.answered != frame {
        return Ok(None);
    }
    session.answered = frame;
    let session = *session;
    all.responded.insert(sender, session);
    Ok(Some(session))
}

/// A responder under load answers a handshake with a cookie.
fn cookie<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<Option<Session>, Stop> {
    let receiver = at.uint_le(cx, f::RECEIVER, 4)? as u32;
    at.item(cx, f::NONCE, 24)?;
    at.item(cx, f::ENCRYPTED_COOKIE, 32)?;
    let (_, to) = ends(cx);
    let Some(all) = sessions(cx) else { return Ok(None) };
    Ok(all.initiated.get(receiver).copied().filter(|session| session.initiator == to))
}

fn data<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<Option<Session>, Stop> {
    let receiver = at.uint_le(cx, f::RECEIVER, 4)? as u32;
    at.item_le(cx, f::COUNTER, 8)?;
    let len = at.left();
    if at.tvb.reported_len() == KEEPALIVE {
        cx.out.expert(f::KEEPALIVE, Severity::Chat, Group::Sequence, "This is a Keepalive message");
    }
    cx.out.label(f::ENCRYPTED_PACKET, at.tvb, at.at, len);
    let (_, to) = ends(cx);
    let Some(all) = sessions(cx) else { return Ok(None) };
    if let Some(session) = all.responded.get(receiver).filter(|session| session.responder == to) {
        return Ok(Some(*session));
    }
    let initiated = all.initiated.get(receiver).copied();
    Ok(initiated.filter(|session| session.initiator == to && session.answered != 0))
}

/// Bytes as text, RFC 4648 §4, with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: [u8; 64] = *b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for i in 0..4 {
            let digit = DIGITS.get((bits >> (18 - 6 * i) & 63) as usize).copied().unwrap_or(b'=');
            text.push(if i <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_pads() {
        assert_eq!([base64(b"foob"), base64(b"fooba"), base64(b"foobar")], ["Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]);
    }
}
