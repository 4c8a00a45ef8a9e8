//! Handshake messages, and how they lie in records.

use super::{
    certificate, extensions,
    extensions::In,
    f,
    fingerprint::Hello,
    hello, keyex,
    session::{Direction, MAX_MESSAGE, Negotiated},
    values,
    walk::Walk,
};
use crate::proto::{
    out::Out,
    tvb::{Stop, Tvb},
};

/// What the messages of a record were.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    /// A ClientHello.
    pub(super) client_hello: bool,
    /// A ServerHello.
    pub(super) server_hello: bool,
    /// A Finished.
    pub(super) finished: bool,
    /// A KeyUpdate.
    pub(super) key_update: bool,
    /// Random of the last hello that was no HelloRetryRequest.
    pub(super) random: Option<[u8; 32]>,
    /// Type of the first message; `None` when it is encrypted or goes on in a later record.
    pub(super) first: Option<u8>,
    /// The last message goes on in a later record.
    pub(super) unfinished: bool,
    /// The earlier frames of the message that the record finishes.
    pub(super) before: Vec<u64>,
}

/// Dissects the content of a handshake record. Messages may share a record, or lie in several.
pub(super) fn record<'f>(
    out: &mut Out<'f>,
    frame: u64,
    record: Tvb<'f>,
    known: &mut Negotiated,
    direction: &mut Direction,
    decrypted: bool,
) -> Result<Seen, Stop> {
    let mut seen = Seen::default();
    if direction.encrypted && !decrypted || (direction.pending.is_empty() && !starts_message(record)) {
        out.label(f::HANDSHAKE, record, 0, record.reported_len());
        return Ok(seen);
    }
    let (joined, mut frames) = take_pending(out, frame, record, direction);
    let mut walk = Walk::new(out, joined);
    while walk.left() > 0 {
        let Some(len) = message_len(walk.tvb, walk.at).filter(|len| *len <= walk.left()) else {
            fragment(&mut walk, frame, frames, direction);
            seen.unfinished = true;
            return Ok(seen);
        };
        if seen.before.is_empty() {
            seen.before = std::mem::take(&mut frames);
        }
        // What follows a message in the same record is checked too: padding or noise ends the dissection.
        let whole = walk.skip(len)?;
        if !starts_message(whole) {
            walk.out.label(f::HANDSHAKE, whole, 0, len);
            continue;
        }
        let kind = whole.u8(0)?;
        seen.client_hello |= kind == 1;
        seen.server_hello |= kind == 2;
        seen.finished |= kind == 20;
        seen.key_update |= kind == 24;
        if matches!(kind, 1 | 2) {
            // Header and version stand before it.
            let random = whole.array::<32>(6).ok().filter(|random| *random != hello::RETRY_RANDOM);
            seen.random = random.or(seen.random);
        }
        seen.first.get_or_insert(kind);
        message(walk.out, whole, known)?;
    }
    Ok(seen)
}

/// The record, preceded by what earlier records left, and the earlier frames.
fn take_pending<'f>(
    out: &mut Out<'f>,
    frame: u64,
    record: Tvb<'f>,
    direction: &mut Direction,
) -> (Tvb<'f>, Vec<u64>) {
    if direction.pending.is_empty() {
        return (record, Vec::new());
    }
    let mut joined = std::mem::take(&mut direction.pending);
    joined.extend_from_slice(record.data());
    let joined = Tvb::whole(out.alloc_bytes(&joined));
    let frames = std::mem::take(&mut direction.pending_frames);
    if message_len(joined, 0).is_some_and(|len| len <= joined.reported_len()) {
        out.label(f::HANDSHAKE, record, 0, record.reported_len());
        out.label(f::HANDSHAKE_FRAGMENTS, joined, 0, joined.reported_len());
        for frame in frames.iter().copied().chain([frame]) {
            out.generated_uint(f::HANDSHAKE_FRAGMENT, frame);
        }
        out.generated_uint(f::HANDSHAKE_FRAGMENT_COUNT, frames.len() as u64 + 1);
    }
    (joined, frames)
}

/// Keeps the start of a message until the rest comes.
fn fragment(walk: &mut Walk<'_, '_>, frame: u64, mut frames: Vec<u64>, direction: &mut Direction) {
    let rest = walk.tvb.captured(walk.at, walk.left());
    let len = walk.left();
    walk.label(f::HANDSHAKE, len);
    frames.push(frame);
    direction.pending = rest.to_vec();
    direction.pending_frames = frames;
}

/// Length of the message at `at`, header included, if its header is there.
fn message_len(tvb: Tvb<'_>, at: usize) -> Option<usize> {
    Some(4 + tvb.uint(at + 1, 3).ok()? as usize)
}

/// Whether the bytes can be the start of a message: encrypted ones hardly are.
fn starts_message(tvb: Tvb<'_>) -> bool {
    let Ok(kind) = tvb.u8(0) else { return false };
    values::HANDSHAKE_TYPE.name(kind.into()).is_some() && message_len(tvb, 0).is_none_or(|len| len <= MAX_MESSAGE)
}

/// Dissects one message, header included.
pub(super) fn message<'f>(out: &mut Out<'f>, whole: Tvb<'f>, known: &mut Negotiated) -> Result<(), Stop> {
    out.label(f::HANDSHAKE, whole, 0, whole.reported_len());
    let kind = out.uint(f::HANDSHAKE_TYPE, whole, 0, 1)?;
    out.item(f::HANDSHAKE_LENGTH, whole, 1, 3)?;
    body(&mut Walk::new(out, whole.rest(4)?), kind as u8, known)
}

/// Dissects a message after its header.
pub(super) fn body(walk: &mut Walk<'_, '_>, kind: u8, known: &mut Negotiated) -> Result<(), Stop> {
    match kind {
        1 => hello::client(walk, known),
        2 => hello::server(walk, known),
        3 if known.datagrams => hello::verify_request(walk),
        4 => new_session_ticket(walk, known),
        6 => hello::retry(walk, known),
        8 => extensions::dissect(walk, In::EncryptedExtensions, known, &mut Hello::default()),
        11 => certificate::message(walk, known),
        12 => keyex::server(walk, known),
        13 => certificate::request(walk, known),
        15 => keyex::verify(walk, known),
        16 => keyex::client(walk, known),
        20 => finished(walk, known),
        21 => certificate::url(walk),
        22 => extensions::certificate_status(walk),
        24 => walk.item(f::HANDSHAKE_KEY_UPDATE_REQUEST_UPDATE, 1).map(drop),
        25 => compressed_certificate(walk),
        67 => next_protocol(walk),
        _ => Ok(()),
    }
}

/// RFC 5077 §3.3, RFC 8446 §4.6.1.
fn new_session_ticket(walk: &mut Walk<'_, '_>, known: &mut Negotiated) -> Result<(), Stop> {
    walk.item(f::HANDSHAKE_SESSION_TICKET_LIFETIME_HINT, 4)?;
    if known.is_tls13() {
        walk.item(f::HANDSHAKE_SESSION_TICKET_AGE_ADD, 4)?;
        let len = walk.uint(f::HANDSHAKE_SESSION_TICKET_NONCE_LENGTH, 1)? as usize;
        if len > 0 {
            walk.item(f::HANDSHAKE_SESSION_TICKET_NONCE, len)?;
        }
    }
    walk.counted(f::HANDSHAKE_SESSION_TICKET_LENGTH, 2, f::HANDSHAKE_SESSION_TICKET)?;
    if known.is_tls13() {
        extensions::dissect(walk, In::NewSessionTicket, known, &mut Hello::default())?;
    }
    Ok(())
}

/// SSL 3 sends two hashes, TLS one value.
fn finished(walk: &mut Walk<'_, '_>, known: &Negotiated) -> Result<(), Stop> {
    if known.version != 0x0300 {
        return walk.rest(f::HANDSHAKE_VERIFY_DATA).map(drop);
    }
    walk.item(f::HANDSHAKE_MD5_HASH, 16)?;
    walk.item(f::HANDSHAKE_SHA_HASH, 20).map(drop)
}

/// RFC 8879 §4.
fn compressed_certificate(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    walk.item(f::COMPRESS_CERTIFICATE_ALGORITHM, 2)?;
    walk.item(f::COMPRESS_CERTIFICATE_UNCOMPRESSED_LENGTH, 3)?;
    let (length, content) = (
        f::COMPRESS_CERTIFICATE_COMPRESSED_CERTIFICATE_MESSAGE_LENGTH,
        f::COMPRESS_CERTIFICATE_COMPRESSED_CERTIFICATE_MESSAGE,
    );
    walk.counted(length, 3, content).map(drop)
}

/// The client's choice in Next Protocol Negotiation.
fn next_protocol(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    walk.counted(f::HANDSHAKE_NPN_SELECTED_PROTOCOL_LEN, 1, f::HANDSHAKE_NPN_SELECTED_PROTOCOL)?;
    walk.counted(f::HANDSHAKE_NPN_PADDING_LEN, 1, f::HANDSHAKE_NPN_PADDING).map(drop)
}
