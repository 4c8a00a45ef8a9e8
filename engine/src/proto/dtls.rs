//! Datagram Transport Layer Security, RFC 4347, RFC 6347; connection ids of RFC 9146.
//!
//! Messages and extensions are those of TLS and dissected by its code; what TLS shows by `tls.…` is shown by `dtls.…`
//! (`twins`). Here are the records, and how messages lie in them.

mod fields;
mod fragments;

use std::sync::LazyLock;

use self::{
    fields::f,
    fragments::{Pending, Whole},
};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{F, Group, Severity, Twins},
    recent::Recent,
    rtp::setup::{self, Setup, What},
    tls::{self, datagram},
    tvb::{Stop, Tvb},
};

/// DTLS.
pub static DTLS: Protocol = Protocol {
    name: "dtls",
    title: "Datagram Transport Layer Security",
    frame_name: "dtls",
    fields: fields::FIELDS,
    parents: &[
        Parent::UdpPort(853),
        Parent::UdpPort(2221),
        Parent::UdpPort(5684),
        Parent::UdpPort(5868),
        Parent::Heuristic(Proto::Udp),
        Parent::Below(Proto::Rdpudp),
    ],
    stateful: &["dtls", "rtp"],
    across: &["rtp"],
    extent: Extent::Whole,
    may_reject: true,
    may_take,
    dissect,
    ..Protocol::DEFAULT
};

/// What TLS has no fields for.
pub(super) const COOKIE_LENGTH: F = f::HANDSHAKE_COOKIE_LENGTH;
pub(super) const COOKIE: F = f::HANDSHAKE_COOKIE;
/// Length of the profiles, a profile, length of the key's identifier, the identifier.
pub(super) const USE_SRTP: [F; 4] = [
    f::USE_SRTP_PROTECTION_PROFILES_LENGTH,
    f::USE_SRTP_PROTECTION_PROFILE,
    f::USE_SRTP_MKI_LENGTH,
    f::USE_SRTP_MKI,
];

/// Header of a record without a connection id.
const HEADER: usize = 13;
/// Header of a message, or of a fragment of one.
const MESSAGE_HEADER: usize = 12;
/// A record whose header holds a connection id.
const WITH_ID: u8 = 25;
/// Longest record, as in TLS.
const MAX_RECORD: usize = (1 << 14) + 2048;

/// The fields that TLS' are shown by.
pub(super) fn twins() -> Twins {
    static TABLE: LazyLock<Vec<Option<u16>>> = LazyLock::new(|| Twins::table(tls::TLS.fields, DTLS.fields, "d"));
    Twins { of: Proto::Tls, to: Proto::Dtls, table: &TABLE }
}

/// What is remembered of a conversation.
#[derive(Default)]
struct Conversation {
    tls: datagram::Session,
    /// Messages of which fragments are missing, by direction.
    pending: [Pending; 2],
    /// Lengths of the connection ids that the ends want to be sent, by direction of who asked.
    id_len: [Option<usize>; 2],
}

#[derive(Default)]
struct Conversations {
    by_flow: Recent<u32, Conversation>,
}

fn conversation<'s>(cx: &'s mut Cx<'_>) -> Option<(&'s mut Conversation, bool)> {
    let flow = cx.info.flow.filter(|_| !cx.info.in_error)?;
    let known = cx.state.of::<Conversations>(Proto::Dtls).by_flow.entry(flow.id, Conversation::default);
    Some((known, flow.reversed))
}

/// Where nothing says that it is DTLS, its records must fill the datagram, if all of it was captured.
fn may_take<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> bool {
    if tvb.len() < tvb.reported_len() {
        return starts_record(tvb, 0);
    }
    let mut at = 0;
    while starts_record(tvb, at)
        && let Ok(len) = tvb.u16(at + HEADER - 2)
    {
        at += HEADER + usize::from(len);
        if at == tvb.len() {
            return true;
        }
    }
    cx.info.fragmented && at > 0
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if !starts_record(tvb, 0) {
        return Ok(0);
    }
    cx.info.follow_up = Some(Proto::Dtls);
    cx.column("DTLS", String::new);
    let outer = cx.out.twins.replace(twins());
    let result = records(cx, tvb);
    cx.out.twins = outer;
    result.map(|()| tvb.len().max(1))
}

fn records<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 0;
    while at < tvb.reported_len() {
        if !starts_record(tvb, at) {
            break;
        }
        at = record(cx, tvb, at)?;
    }
    Ok(())
}

/// Whether a record starts there.
fn starts_record(tvb: Tvb<'_>, at: usize) -> bool {
    matches!(tvb.u8(at), Ok(20..=25)) && matches!(tvb.u16(at + 1), Ok(0xfefd | 0xfeff | 0x0100))
}

/// Dissects a record; gives where the next one starts.
fn record<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let kind = tvb.u8(at)?;
    let id_len = if kind == WITH_ID {
        // The receiver chose it.
        conversation(cx).and_then(|(known, reversed)| known.id_len[usize::from(!reversed)]).unwrap_or(0)
    } else {
        0
    };
    let header = HEADER + id_len;
    let len = usize::from(tvb.u16(at + header - 2)?);
    cx.out.label(f::RECORD, tvb, at, (header + len).min(tvb.reported_rest(at)));
    let field = if kind == WITH_ID { f::RECORD_SPECIAL_TYPE } else { f::RECORD_CONTENT_TYPE };
    cx.out.item(field, tvb, at, 1)?;
    cx.out.item(f::RECORD_VERSION, tvb, at + 1, 2)?;
    let epoch = cx.out.uint(f::RECORD_EPOCH, tvb, at + 3, 2)?;
    cx.out.item(f::RECORD_SEQUENCE_NUMBER, tvb, at + 5, 6)?;
    if id_len > 0 {
        cx.out.item(f::RECORD_CONNECTION_ID, tvb, at + 11, id_len)?;
    }
    cx.out.item(f::RECORD_LENGTH, tvb, at + header - 2, 2)?;
    if len > MAX_RECORD || len == 0 && kind != 23 {
        let text = "Record fragment length is too small or too large";
        cx.out.expert(f::RECORD_LENGTH_INVALID, Severity::Error, Group::Protocol, text);
    }
    let content = tvb.rest(at + header)?.limit(len);
    content_of(cx, kind, content, epoch > 0)?;
    tvb.sub(at + header, len)?;
    Ok(at + header + len)
}

fn content_of<'f>(cx: &mut Cx<'f>, kind: u8, content: Tvb<'f>, encrypted: bool) -> Result<(), Stop> {
    let len = content.reported_len();
    match kind {
        20 => cx.out.label(f::CHANGE_CIPHER_SPEC, content, 0, len),
        21 => {
            cx.out.label(f::ALERT_MESSAGE, content, 0, len);
            if !encrypted && len == 2 {
                cx.out.item(f::ALERT_MESSAGE_LEVEL, content, 0, 1)?;
                cx.out.item(f::ALERT_MESSAGE_DESC, content, 1, 1)?;
            }
        }
        22 if encrypted => cx.out.label(f::HANDSHAKE, content, 0, len),
        22 => handshake(cx, content)?,
        23 => {
            cx.out.item(f::APP_DATA, content, 0, len)?;
            if let Some(name) = conversation(cx).and_then(|(known, _)| known.tls.application()) {
                cx.out.generated_str(f::APP_DATA_PROTO, name);
            }
        }
        24 => heartbeat(cx, content)?,
        WITH_ID => cx.out.item(f::ENC_CONTENT, content, 0, len)?,
        _ => {}
    }
    Ok(())
}

/// RFC 6520 §4.
fn heartbeat<'f>(cx: &mut Cx<'f>, content: Tvb<'f>) -> Result<(), Stop> {
    cx.out.label(f::HEARTBEAT_MESSAGE, content, 0, content.reported_len());
    let (Ok(kind), Ok(len)) = (content.u8(0), content.u16(1).map(usize::from)) else { return Ok(()) };
    if !matches!(kind, 1 | 2) || 3 + 16 + len > content.reported_len() {
        return Ok(());
    }
    cx.out.item(f::HEARTBEAT_MESSAGE_TYPE, content, 0, 1)?;
    cx.out.item(f::HEARTBEAT_MESSAGE_PAYLOAD_LENGTH, content, 1, 2)?;
    cx.out.item(f::HEARTBEAT_MESSAGE_PAYLOAD, content, 3, len)?;
    cx.out.item(f::HEARTBEAT_MESSAGE_PADDING, content, 3 + len, content.reported_rest(3 + len))
}

/// The messages of a record, whole ones and fragments.
fn handshake<'f>(cx: &mut Cx<'f>, content: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 0;
    while at < content.reported_len() {
        let kind = content.u8(at)?;
        if !tls::is_message(kind) {
            // It was encrypted after all.
            let rest = content.reported_rest(at);
            cx.out.label(f::HANDSHAKE, content, at, rest);
            return Ok(());
        }
        let len = content.uint(at + 1, 3)? as usize;
        let (offset, part) = (content.uint(at + 6, 3)? as usize, content.uint(at + 9, 3)? as usize);
        let end = at + MESSAGE_HEADER + part;
        cx.out.label(f::HANDSHAKE, content, at, (MESSAGE_HEADER + part).min(content.reported_rest(at)));
        cx.out.item(f::HANDSHAKE_TYPE, content, at, 1)?;
        cx.out.item(f::HANDSHAKE_LENGTH, content, at + 1, 3)?;
        let number = cx.out.uint(f::HANDSHAKE_MESSAGE_SEQ, content, at + 4, 2)? as u16;
        cx.out.item(f::HANDSHAKE_FRAGMENT_OFFSET, content, at + 6, 3)?;
        cx.out.item(f::HANDSHAKE_FRAGMENT_LENGTH, content, at + 9, 3)?;
        notes(cx, len, offset, part);
        let body = content.rest(at + MESSAGE_HEADER)?.limit(part);
        if offset == 0 && part >= len {
            message(cx, kind, body)?;
        } else if let Some(whole) = fragment(cx, number, len, offset, body) {
            fragments::emit(&mut cx.out, &whole);
            let bytes = cx.out.alloc_bytes(&whole.bytes);
            message(cx, kind, Tvb::whole(bytes))?;
        }
        at = end;
    }
    Ok(())
}

/// What is wrong with a fragment.
fn notes(cx: &mut Cx<'_>, len: usize, offset: usize, part: usize) {
    if part == 0 && len > 0 {
        let text = "Zero-length fragment length for fragmented message";
        cx.out.expert(f::HANDSHAKE_FRAGMENT_LENGTH_ZERO, Severity::Warn, Group::Protocol, text);
    }
    if part > len {
        let text = "Fragment length is larger than message length";
        cx.out.expert(f::HANDSHAKE_FRAGMENT_LENGTH_TOO_LONG, Severity::Error, Group::Protocol, text);
    } else if offset + part > len {
        let text = "Fragment runs past the end of the message";
        cx.out.expert(f::HANDSHAKE_FRAGMENT_PAST_END_MSG, Severity::Error, Group::Protocol, text);
    }
}

fn fragment(cx: &mut Cx<'_>, number: u16, len: usize, offset: usize, body: Tvb<'_>) -> Option<Whole> {
    let frame = cx.frame.number;
    let (known, reversed) = conversation(cx)?;
    known.pending[usize::from(reversed)].add(number, len, offset, body.data(), frame)
}

/// A message, dissected by TLS' code.
fn message<'f>(cx: &mut Cx<'f>, kind: u8, body: Tvb<'f>) -> Result<(), Stop> {
    let mut alone = datagram::Session::default();
    let flow = cx.info.flow.filter(|_| !cx.info.in_error);
    let Some(flow) = flow else { return datagram::message(&mut cx.out, kind, body, &mut alone).map(drop) };
    let known = cx.state.of::<Conversations>(Proto::Dtls).by_flow.entry(flow.id, Conversation::default);
    let id = datagram::message(&mut cx.out, kind, body, &mut known.tls)?;
    if let Some(len) = id {
        known.id_len[usize::from(flow.reversed)] = Some(len);
    }
    // Profiles of RFC 5764 §4.1.2, by the bytes with which they authenticate.
    let tag = match known.tls.media_profile() {
        Some(1 | 5) => Some(10),
        Some(2 | 6) => Some(4),
        _ => None,
    };
    if let Some(tag) = tag {
        let setup = Setup { frame: cx.frame.number, method: "DTLS-SRTP", what: What::Srtp(tag), types: Vec::new() };
        for end in [(cx.info.src, cx.info.srcport), (cx.info.dst, cx.info.dstport)] {
            setup::announce(cx, end, setup.clone());
        }
    }
    Ok(())
}
