//! The record layer, RFC 8446 §5, and that of SSL 2.

use super::{
    RECORDS, application, decrypt, f, handshake, hello, inner,
    keylog::KeyLog,
    p,
    session::{Session, Sessions},
    values,
    walk::Walk,
};
use crate::proto::{
    Proto,
    dissect::{Cx, Desegment, More, Unread},
    out::{Group, Severity},
    plan::Plan,
    registry::registry,
    tcp::{Skim, Skimming},
    tvb::{Stop, Tvb},
    x509af,
};

/// Header of a record.
pub(super) const HEADER: usize = 5;
/// Longest record: 2^14 bytes, and what compression and encryption add.
pub(super) const MAX_RECORD: usize = (1 << 14) + 2048;

/// Whether bytes can start a record of SSL 3 or TLS.
pub(super) fn looks_like_record(tvb: Tvb<'_>, at: usize) -> bool {
    matches!(tvb.u8(at), Ok(20..=24)) && tvb.u16(at + 1).is_ok_and(is_version)
}

/// A version that stands in record headers.
fn is_version(version: u16) -> bool {
    matches!(version, 0x0300..=0x0304 | 0x0101)
}

/// Whether bytes start a ClientHello of SSL 2.
pub(super) fn looks_like_v2_hello(tvb: Tvb<'_>, at: usize) -> bool {
    let Ok(head) = tvb.array::<5>(at) else { return false };
    let [high, low, kind, major, minor] = head;
    high & 0x80 != 0
        && usize::from(high & 0x7f) << 8 | usize::from(low) > 0
        && kind == 1
        && (major == 3 && minor <= 3 || (major, minor) == (0, 2))
        && tvb.u16(at + 5).is_ok_and(|ciphers| ciphers > 0 && ciphers % 3 == 0)
}

/// Asks for more of the stream: what starts at `at` is not all there. `false` when there is no more to get.
fn wait(cx: &mut Cx<'_>, at: usize, more: More) -> bool {
    let can = cx.info.can_desegment && cx.out.prefers(p::DESEGMENT);
    if can {
        cx.info.desegment = Some(Desegment { offset: at, more });
    }
    can
}

/// Whether nobody reads anything of encrypted records with data of the protocol inside.
fn reads_no_data(plan: &Plan) -> bool {
    plan.groups(Proto::Tls) & RECORDS == 0 && !plan.wants(registry().protocol_id(Proto::Tls))
}

/// Whether nobody reads anything of records, of what they tell in the clear, or of what later ones hold if this one tells no
/// keys.
fn reads_nothing(plan: &Plan) -> bool {
    let read = |proto| plan.reads_own(proto);
    !read(Proto::Tls) && !read(Proto::Dtls) && !x509af::is_needed(plan)
}

/// Whether nobody reads anything of encrypted records with data of the protocol inside, and nobody can.
fn skips_data(cx: &mut Cx<'_>) -> bool {
    reads_no_data(cx.out.plan) && cx.state.of::<Sessions>(Proto::Tls).keys.is_empty()
}

/// Looks only at the lengths of records; see [`Skim`]. Where keys may come, handshakes are dissected, for what they agree on,
/// and unfinished records are kept, for the rest of one may come behind its key.
pub(super) fn skim(skimming: &mut Skimming<'_>, tvb: Tvb<'_>) -> Skim {
    let sessions = skimming.state.of::<Sessions>(Proto::Tls);
    let (plan, flow) = (skimming.plan, skimming.flow.id);
    if !reads_no_data(plan) || !sessions.keys.is_empty() {
        return Skim::Dissect;
    }
    let keeps = skimming.keys_may_come;
    let data_only = keeps || !reads_nothing(plan);
    let known = !super::is_plain(tvb) && (skimming.matched_port != 0 || sessions.is_known(flow));
    let (mut at, mut passed, mut data) = (0, skimming.passed, false);
    // What is passed over, and whether no key can open what follows.
    let reversed = skimming.flow.reversed;
    let pass = |sessions: &mut Sessions, data: bool| {
        let session = sessions.of(flow);
        if data {
            session.passed_data(reversed);
        }
        !keeps || session.direction(reversed).lost
    };
    while at < tvb.len() && known {
        let left = tvb.len() - at + passed;
        let (more, unread) = if left < HEADER {
            (More::OneSegment, None)
        } else {
            let Ok([kind, v0, v1, l0, l1]) = tvb.array(at) else { return Skim::Dissect };
            if !matches!(kind, 20..=24) || !is_version(u16::from_be_bytes([v0, v1])) || data_only && kind != 23 {
                return Skim::Dissect;
            }
            let end = HEADER + usize::from(u16::from_be_bytes([l0, l1]));
            if left >= end {
                at += end.saturating_sub(std::mem::take(&mut passed));
                data |= kind == 23;
                continue;
            }
            (More::Bytes(end - left), Some(Unread { head: HEADER, until: end }))
        };
        let counts = pass(sessions, data);
        return Skim::Waits(Desegment { offset: at, more }, unread.filter(|_| counts));
    }
    if !known {
        return Skim::Dissect;
    }
    pass(sessions, data);
    Skim::Done
}

/// Whether that is so for the rest of the record, too.
fn passes_data(cx: &mut Cx<'_>) -> bool {
    // Only TCP counts bytes that are not read.
    cx.parent() == Some(Proto::Tcp)
        && (!cx.frame.keys_may_come() || session(cx, |session, reversed| session.direction(reversed).lost))
}

/// Whether nobody reads anything of records at all, and nobody can.
fn passes_all(cx: &Cx<'_>) -> bool {
    let by_tcp = cx.parent() == Some(Proto::Tcp) && !cx.frame.keys_may_come();
    by_tcp && reads_nothing(cx.out.plan) && cx.info.flow.is_some() && !cx.info.in_error
}

/// Dissects the record at `at`, of which `passed` bytes behind the header are missing; returns where the next one
/// starts, or `None` when the stream must bring more first.
pub(super) fn record<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, passed: usize) -> Result<Option<usize>, Stop> {
    let left = tvb.reported_rest(at).saturating_add(passed);
    if left < HEADER {
        return Ok(if wait(cx, at, More::OneSegment) { None } else { Some(tvb.reported_len()) });
    }
    if looks_like_v2_hello(tvb, at) {
        return record_v2(cx, tvb, at);
    }
    if !looks_like_record(tvb, at) {
        // Before the version is known it may as well be the rest of a record.
        if session(cx, |session, _| session.known.version) != 0 {
            let text = "Ignored Unknown Record";
            cx.out.expert(f::IGNORED_UNKNOWN_RECORD, Severity::Warn, Group::Protocol, text);
        }
        return Ok(Some(tvb.reported_len()));
    }
    let len = usize::from(tvb.u16(at + 3)?);
    // What was passed over when nothing was read of it is not looked at now.
    let skips = passed > 0 || skips_data(cx) && (tvb.u8(at)? == 23 || passes_all(cx));
    if left < HEADER + len && wait(cx, at, More::Bytes(HEADER + len - left)) {
        cx.info.unread = (skips && passes_data(cx)).then_some(Unread { head: HEADER, until: HEADER + len });
        return Ok(None);
    }
    if skips && left >= HEADER + len {
        let data = tvb.u8(at)? == 23;
        session(cx, |session, reversed| if data { session.passed_data(reversed) });
        return Ok(Some(at + (HEADER + len).saturating_sub(passed)));
    }
    learn_version(cx, tvb, at);
    header(cx, tvb, at, len)?;
    let content = tvb.rest(at + HEADER)?.limit(len);
    match opened(cx, tvb, at, content)? {
        Some((kind, plain)) => protected(cx, kind, content, plain)?,
        None => match tvb.u8(at)? {
            20 => change_cipher_spec(cx, content),
            21 => alert(cx, content)?,
            22 => handshake(cx, content, false)?,
            23 => {
                application_data(cx, content)?;
                session(cx, Session::passed_data);
            }
            24 => heartbeat(cx, content)?,
            _ => {}
        },
    }
    // A record that the packet ends in: everything of it was shown, the rest is missing.
    tvb.sub(at + HEADER, len)?;
    Ok(Some(at + HEADER + len))
}

/// Decrypts the record at `at`, if there are keys for it: its real type and what is in it.
fn opened<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, content: Tvb<'f>) -> Result<Option<(u8, &'f [u8])>, Stop> {
    let Some(flow) = cx.info.flow.filter(|_| !cx.info.in_error) else { return Ok(None) };
    let header = tvb.array::<HEADER>(at)?;
    let (session, keys) = cx.state.of::<Sessions>(Proto::Tls).with_keys(flow.id);
    if keys.is_empty() {
        return Ok(None);
    }
    let tls13 = session.known.is_tls13();
    let Some((kind, plain)) = decrypt::open(session, keys, flow.reversed, header, content.data()) else {
        return Ok(None);
    };
    let plain = cx.out.alloc_bytes(&plain);
    if tls13 {
        let kind = cx.out.alloc_bytes(&[kind]);
        cx.out.item(f::RECORD_CONTENT_TYPE, Tvb::whole(kind), 0, 1)?;
    }
    Ok(Some((kind, plain)))
}

/// The content of a record that was decrypted.
fn protected<'f>(cx: &mut Cx<'f>, kind: u8, sealed: Tvb<'f>, plain: &'f [u8]) -> Result<(), Stop> {
    let content = Tvb::whole(plain);
    if kind != 23 {
        // Whoever is the first to be decrypted is the first end.
        cx.tap(Proto::Tls, 0, &[]);
    }
    match kind {
        20 => change_cipher_spec(cx, content),
        21 => alert(cx, content)?,
        22 => handshake(cx, content, true)?,
        23 => {
            let name = application_data(cx, sealed)?;
            cx.tap(Proto::Tls, 0, plain);
            inner::data(cx, name, plain);
        }
        24 => heartbeat(cx, content)?,
        _ => {}
    }
    Ok(())
}

/// Takes the version from a record that only comes when it is agreed on, should the ServerHello be missing.
fn learn_version(cx: &mut Cx<'_>, tvb: Tvb<'_>, at: usize) {
    let agreed = match (tvb.u8(at), tvb.u8(at + HEADER)) {
        (Ok(20), _) => true,
        (Ok(22), Ok(kind)) => kind > 2 && values::HANDSHAKE_TYPE.name(kind.into()).is_some(),
        _ => false,
    };
    if let (true, Ok(version)) = (agreed, tvb.u16(at + 1)) {
        session(cx, |session, _| {
            if session.known.version == 0 {
                session.known.version = version;
            }
        });
    }
}

fn header<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize) -> Result<(), Stop> {
    let kind = tvb.u8(at)?;
    let (tls13, number) = session(cx, |session, _| (session.known.is_tls13(), session.number));
    cx.out.generated_uint(f::STREAM, number.into());
    cx.out.label(f::RECORD, tvb, at, HEADER + len);
    let field = if tls13 && kind == 23 { f::RECORD_OPAQUE_TYPE } else { f::RECORD_CONTENT_TYPE };
    cx.out.item(field, tvb, at, 1)?;
    cx.out.item(f::RECORD_VERSION, tvb, at + 1, 2)?;
    cx.out.item(f::RECORD_LENGTH, tvb, at + 3, 2)?;
    if len > MAX_RECORD || len == 0 && kind != 23 {
        let text = "Record fragment length is too small or too large";
        cx.out.expert(f::RECORD_LENGTH_INVALID, Severity::Error, Group::Malformed, text);
    }
    Ok(())
}

/// Runs `look` on the session of the current flow; `true` when the packet goes against the flow's first one.
pub(super) fn session<T>(cx: &mut Cx<'_>, look: impl FnOnce(&mut Session, bool) -> T) -> T {
    match cx.info.flow {
        Some(flow) if !cx.info.in_error => {
            look(cx.state.of::<Sessions>(Proto::Tls).of(flow.id), flow.reversed)
        }
        _ => look(&mut Session::default(), false),
    }
}

/// Whether the current flow is known to be TLS.
pub(super) fn is_known(cx: &mut Cx<'_>) -> bool {
    cx.info.flow.is_some_and(|flow| cx.state.of::<Sessions>(Proto::Tls).is_known(flow.id))
}

fn change_cipher_spec<'f>(cx: &mut Cx<'f>, content: Tvb<'f>) {
    cx.out.label(f::CHANGE_CIPHER_SPEC, content, 0, content.reported_len());
    let srcport = cx.info.srcport;
    let resumed = session(cx, |session, reversed| {
        let first = !session.direction(!reversed).encrypted;
        let resumed = first && session.known.version != 0 && session.is_from_server(reversed, srcport);
        if session.known.is_tls13() {
            // Middleboxes are fed one; it means nothing.
            return false;
        }
        session.direction(reversed).encrypted = true;
        resumed
    });
    if resumed {
        let text = "This session reuses previously negotiated keys (Session resumption)";
        cx.out.expert(f::RESUMED, Severity::Note, Group::Sequence, text);
    }
    column(cx, "Change Cipher Spec");
}

fn alert<'f>(cx: &mut Cx<'f>, content: Tvb<'f>) -> Result<(), Stop> {
    cx.out.label(f::ALERT_MESSAGE, content, 0, content.reported_len());
    let plain = content.reported_len() == 2
        && values::ALERT_MESSAGE_LEVEL.name(content.u8(0)?.into()).is_some()
        && values::ALERT_MESSAGE_DESC.name(content.u8(1)?.into()).is_some();
    if plain {
        cx.out.item(f::ALERT_MESSAGE_LEVEL, content, 0, 1)?;
        cx.out.item(f::ALERT_MESSAGE_DESC, content, 1, 1)?;
    }
    column(cx, if plain { "Alert" } else { "Encrypted Alert" });
    Ok(())
}

pub(super) fn handshake<'f>(cx: &mut Cx<'f>, content: Tvb<'f>, decrypted: bool) -> Result<(), Stop> {
    let (mut lone, none) = (Session::default(), KeyLog::default());
    let turns_tls13 = cx.info.flow.is_some_and(|flow| cx.noted_for_all(flow.id, f::HANDSHAKE_VERSION).is_some());
    let (session, keys, reversed) = match cx.info.flow {
        Some(flow) if !cx.info.in_error => {
            let (session, keys) = cx.state.of::<Sessions>(Proto::Tls).with_keys(flow.id);
            (session, keys, flow.reversed)
        }
        _ => (&mut lone, &none, false),
    };
    let Session { known, directions: [there, back], .. } = session;
    known.turns_tls13 = turns_tls13;
    let direction = if reversed { back } else { there };
    let seen = handshake::record(&mut cx.out, cx.frame.number, content, known, direction, decrypted)?;
    if seen.client_hello {
        session.server_reversed = Some(!reversed);
        session.client_random = seen.random.unwrap_or_default();
    } else if seen.server_hello {
        session.server_reversed = Some(reversed);
        session.server_random = seen.random.unwrap_or_default();
    }
    if seen.client_hello || seen.server_hello {
        session.directions.iter_mut().for_each(|direction| direction.lost = false);
    }
    if decrypted && seen.finished {
        decrypt::finished(session, keys, reversed);
    }
    if decrypted && seen.key_update {
        decrypt::key_update(session, reversed);
    }
    let is_tls13 = session.known.is_tls13();
    for part in seen.before {
        cx.note_frame_for(part, reversed.into(), f::HANDSHAKE_REASSEMBLED_IN);
    }
    if seen.unfinished {
        cx.tell(reversed.into(), f::HANDSHAKE_REASSEMBLED_IN);
    }
    if let Some(flow) = cx.info.flow.filter(|_| seen.server_hello && is_tls13) {
        cx.note_for_all(flow.id, f::HANDSHAKE_VERSION, 1);
    }
    let name = seen.first.and_then(|kind| values::HANDSHAKE_TYPE.name(kind.into()));
    column(cx, name.unwrap_or("Encrypted Handshake Message"));
    Ok(())
}

/// Encrypted data; gives the name of the protocol inside.
fn application_data<'f>(cx: &mut Cx<'f>, content: Tvb<'f>) -> Result<Option<&'static str>, Stop> {
    let ports = [cx.info.srcport, cx.info.dstport];
    let known = session(cx, |session, _| session.known.application);
    let name = known.or_else(|| ports.into_iter().find_map(application::by_port));
    cx.out.item(f::APP_DATA, content, 0, content.reported_len())?;
    if let Some(name) = name {
        cx.out.generated_str(f::APP_DATA_PROTO, name);
    }
    column(cx, "Application Data");
    Ok(name)
}

/// RFC 6520 §4. After the handshake the message is encrypted and cannot be told apart.
fn heartbeat<'f>(cx: &mut Cx<'f>, content: Tvb<'f>) -> Result<(), Stop> {
    cx.out.label(f::HEARTBEAT_MESSAGE, content, 0, content.reported_len());
    let Ok(len) = content.u16(1).map(usize::from) else { return Ok(()) };
    let known = values::HEARTBEAT_MESSAGE_TYPE.name(content.u8(0)?.into()).is_some();
    if !known || 3 + 16 + len > content.reported_len() {
        column(cx, "Encrypted Heartbeat");
        return Ok(());
    }
    cx.out.item(f::HEARTBEAT_MESSAGE_TYPE, content, 0, 1)?;
    cx.out.item(f::HEARTBEAT_MESSAGE_PAYLOAD_LENGTH, content, 1, 2)?;
    cx.out.item(f::HEARTBEAT_MESSAGE_PAYLOAD, content, 3, len)?;
    cx.out.item(f::HEARTBEAT_MESSAGE_PADDING, content, 3 + len, content.reported_rest(3 + len))?;
    column(cx, "Heartbeat");
    Ok(())
}

/// A record of SSL 2: only the hello of clients that offer more than SSL 2 is taken apart.
pub(super) fn record_v2<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<Option<usize>, Stop> {
    let header = tvb.u16(at)?;
    let len = usize::from(header & 0x7fff);
    let left = tvb.reported_rest(at);
    if left < 2 + len && wait(cx, at, More::Bytes(2 + len - left)) {
        return Ok(None);
    }
    cx.out.label(f::RECORD, tvb, at, 2 + len);
    cx.out.number(f::RECORD_LENGTH, tvb, at, 2, len as u64)?;
    let mut walk = Walk::new(&mut cx.out, tvb.sub(at + 2, len)?);
    walk.item(f::HANDSHAKE_TYPE, 1)?;
    hello::client_v2(&mut walk)?;
    session(cx, |session, reversed| session.server_reversed = Some(!reversed));
    column(cx, "Client Hello");
    Ok(Some(at + 2 + len))
}

/// Adds a message to the summary.
fn column(cx: &mut Cx<'_>, message: &'static str) {
    let name = match session(cx, |session, _| session.known.version) {
        0x0300 => "SSLv3",
        0x0301 => "TLSv1",
        0x0302 => "TLSv1.1",
        0x0303 => "TLSv1.2",
        0x0304 | 0x7f00..=0x7fff => "TLSv1.3",
        _ => "TLS",
    };
    let mut info = std::mem::take(&mut cx.info.info_column);
    let first = !cx.info.protocol_column.starts_with("TLS") && cx.info.protocol_column != "SSLv3";
    cx.column(name, || {
        if first {
            return message.to_owned();
        }
        info.push_str(", ");
        info.push_str(message);
        info
    });
}
