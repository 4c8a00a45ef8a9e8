//! QUIC, RFC 8999, 9000, 9001, version 2 of RFC 9369, drafts from 22 on. Initial packets are opened with the keys that
//! their connection id gives, all others with the secrets of the capture or of a key log.

mod fields;
mod frames;
mod keys;
mod state;

use self::{
    fields::f,
    frames::{frames, number},
    keys::{DataKeys, Keys, Opened, V2},
    state::{Connection, Connections, Found, Id, Level, MAX_ID},
};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{Group, Severity},
    registry::registry,
    tls,
    tvb::{Stop, Tvb},
};

/// QUIC.
pub static QUIC: Protocol = Protocol {
    name: "quic",
    title: "QUIC IETF",
    frame_name: "quic",
    fields: fields::FIELDS,
    parents: &[Parent::Heuristic(Proto::Udp)],
    across: &["quic"],
    stateful: &["quic"],
    needs: &[Proto::Tls],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

/// Types of packets with a long header.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Initial,
    ZeroRtt,
    Handshake,
    Retry,
}

impl Kind {
    fn of(first: u8, version: u32) -> Self {
        let number = first >> 4 & 3;
        // Version 2 moved them by one.
        match if version == V2 { number.wrapping_sub(1) & 3 } else { number } {
            0 => Self::Initial,
            1 => Self::ZeroRtt,
            2 => Self::Handshake,
            _ => Self::Retry,
        }
    }
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let flow = cx.info.flow.filter(|_| !cx.info.in_error);
    let known = flow.is_some_and(|flow| cx.state.of::<Connections>(Proto::Quic).is_known(flow.id));
    if !known && !recognised(tvb) {
        return Ok(0);
    }
    cx.info.follow_up = Some(Proto::Quic);
    let found = connection(cx, tvb);
    if let Some(found) = found {
        cx.out.generated_uint(f::CONNECTION_NUMBER, found.number.into());
    } else {
        let text = "Unknown QUIC connection. Missing Initial Packet or migrated connection?";
        cx.out.expert(f::CONNECTION_UNKNOWN, Severity::Note, Group::Protocol, text);
    }
    let mut at = 0;
    let mut names = String::new();
    while at < tvb.len() {
        let packet = tvb.rest(at)?;
        if at > 0 {
            if !same_id(tvb, packet, found) {
                let text = "(Random) padding data appended to the datagram";
                cx.out.expert(f::COALESCED_PADDING_DATA, Severity::Note, Group::Protocol, text);
                break;
            }
            let own = registry().protocol_id(Proto::Quic);
            if cx.out.plan.wants(own) {
                cx.out.push_protocol(own, packet.data());
            }
        }
        let (len, name) = if packet.u8(0)? & 0x80 != 0 { long(cx, packet, found)? } else { short(cx, packet, found)? };
        if !names.is_empty() {
            names.push_str(", ");
        }
        names.push_str(name);
        at += len;
    }
    cx.column("QUIC", || names);
    Ok(tvb.len())
}

/// Whether a further packet of a datagram has the id that the first one has: all must (RFC 9000 §12.2).
fn same_id(first: Tvb<'_>, packet: Tvb<'_>, found: Option<Found>) -> bool {
    let to = |packet: Tvb<'_>| ids(packet).map(|ids| ids.dst(packet).to_vec());
    let id = if first.u8(0).is_ok_and(|byte| byte & 0x80 != 0) {
        to(first).unwrap_or_default()
    } else {
        first.captured(1, found.map_or(0, |found| found.id_len)).to_vec()
    };
    if packet.u8(0).is_ok_and(|byte| byte & 0x80 != 0) {
        return to(packet).is_ok_and(|other| other == id);
    }
    packet.captured(1, id.len()) == id
}

/// The connection of a datagram, told by its first packet; an Initial packet of a client may begin one.
fn connection(cx: &mut Cx<'_>, tvb: Tvb<'_>) -> Option<Found> {
    let flow = cx.info.flow.filter(|_| !cx.info.in_error)?;
    let all = cx.state.of::<Connections>(Proto::Quic);
    if tvb.u8(0).ok()? & 0x80 == 0 {
        return all.find_short(flow, tvb.captured(1, MAX_ID));
    }
    let (version, ids) = (tvb.u32(1).ok()?, ids(tvb).ok()?);
    let kind = Kind::of(tvb.u8(0).ok()?, version);
    let (to, from) = (Id::new(ids.dst(tvb))?, Id::new(ids.src(tvb))?);
    let found = all.find_long(flow, to, kind == Kind::Initial, kind == Kind::ZeroRtt);
    match (kind, found) {
        (Kind::Initial, None) if keys::is_known(version) => {
            let begun = all.begin(flow, version, to, from);
            tls::forget(cx.state, flow.id);
            return Some(begun);
        }
        (Kind::Initial, Some(Found { number, from_server: false, .. })) if all.awaits_initial(number) => {
            all.set_initial(number, to);
            all.add_id(number, false, from);
        }
        (_, Some(Found { number, from_server: true, .. })) if version != 0 => {
            if kind == Kind::Retry {
                all.retried(number);
            }
            all.add_id(number, true, from);
        }
        _ => {}
    }
    found
}

/// A long header of a version that is known, as the first packet of a flow has.
fn recognised(tvb: Tvb<'_>) -> bool {
    let (Ok(first), Ok(version), Ok(id_len)) = (tvb.u8(0), tvb.u32(1), tvb.u8(5)) else { return false };
    first & 0xc0 == 0xc0 && keys::is_known(version) && usize::from(id_len) <= MAX_ID
}

/// A packet with a long header, RFC 9000 §17.2; gives its length and name.
fn long<'f>(cx: &mut Cx<'f>, packet: Tvb<'f>, found: Option<Found>) -> Result<(usize, &'static str), Stop> {
    let (first, version) = (packet.u8(0)?, packet.u32(1)?);
    let ids = ids(packet)?;
    let kind = Kind::of(first, version);
    let begin = |cx: &mut Cx<'f>, len: usize| cx.out.number(f::PACKET_LENGTH, packet, 0, len, len as u64);
    if version == 0 {
        begin(cx, packet.len())?;
        cx.out.item(f::HEADER_FORM, packet, 0, 1)?;
        cx.out.item(f::VN_UNUSED, packet, 0, 1)?;
        cx.out.item(f::VERSION, packet, 1, 4)?;
        ids.emit(cx, packet)?;
        for at in (ids.end..packet.len().saturating_sub(3)).step_by(4) {
            cx.out.item(f::SUPPORTED_VERSION, packet, at, 4)?;
        }
        return Ok((packet.len(), "Version Negotiation"));
    }
    if kind == Kind::Retry {
        begin(cx, packet.len())?;
        header(cx, packet, version, &ids)?;
        let token = packet.len().saturating_sub(16).saturating_sub(ids.end);
        cx.out.item(f::RETRY_TOKEN, packet, ids.end, token)?;
        cx.out.item(f::RETRY_INTEGRITY_TAG, packet, ids.end + token, 16)?;
        return Ok((packet.len(), "Retry"));
    }
    let extent = extent(packet, kind, ids.end)?;
    let whole = packet.limit(extent.end);
    begin(cx, extent.end)?;
    header(cx, packet, version, &ids)?;
    if kind == Kind::Initial {
        let (len, at) = number(cx, f::TOKEN_LENGTH, packet, ids.end)?;
        if len > 0 {
            cx.out.item(f::TOKEN, packet, at, len as usize)?;
        }
    }
    number(cx, f::LENGTH, packet, extent.length_at)?;
    let (level, name) = match kind {
        Kind::Initial => (Level::Initial, "Initial"),
        Kind::ZeroRtt => (Level::ZeroRtt, "0-RTT"),
        Kind::Handshake | Kind::Retry => (Level::Handshake, "Handshake"),
    };
    payload(cx, whole, level, extent.number_at, found)?;
    Ok((extent.end, name))
}

/// Where the connection ids stand.
struct Ids {
    dst_len: usize,
    src_len: usize,
    end: usize,
}

fn ids(packet: Tvb<'_>) -> Result<Ids, Stop> {
    let dst_len = usize::from(packet.u8(5)?);
    let src_len = usize::from(packet.u8(6 + dst_len)?);
    let end = 7 + dst_len + src_len;
    packet.bytes(0, end)?;
    Ok(Ids { dst_len, src_len, end })
}

impl Ids {
    fn dst<'f>(&self, packet: Tvb<'f>) -> &'f [u8] {
        packet.captured(6, self.dst_len)
    }

    fn src<'f>(&self, packet: Tvb<'f>) -> &'f [u8] {
        packet.captured(7 + self.dst_len, self.src_len)
    }

    fn emit<'f>(&self, cx: &mut Cx<'f>, packet: Tvb<'f>) -> Result<(), Stop> {
        cx.out.item(f::DCIL, packet, 5, 1)?;
        if self.dst_len > 0 {
            cx.out.item(f::DCID, packet, 6, self.dst_len)?;
        }
        cx.out.item(f::SCIL, packet, 6 + self.dst_len, 1)?;
        if self.src_len > 0 {
            cx.out.item(f::SCID, packet, 7 + self.dst_len, self.src_len)?;
        }
        Ok(())
    }
}

fn header<'f>(cx: &mut Cx<'f>, packet: Tvb<'f>, version: u32, ids: &Ids) -> Result<(), Stop> {
    cx.out.item(f::HEADER_FORM, packet, 0, 1)?;
    if Kind::of(packet.u8(0)?, version) != Kind::Retry {
        cx.out.item(f::FIXED_BIT, packet, 0, 1)?;
    }
    let kind = if version == V2 { f::LONG_PACKET_TYPE_V2 } else { f::LONG_PACKET_TYPE };
    cx.out.item(kind, packet, 0, 1)?;
    cx.out.item(f::VERSION, packet, 1, 4)?;
    ids.emit(cx, packet)
}

/// Where the parts behind the connection ids stand.
struct Parts {
    length_at: usize,
    number_at: usize,
    end: usize,
}

fn extent(packet: Tvb<'_>, kind: Kind, at: usize) -> Result<Parts, Stop> {
    let length_at = if kind == Kind::Initial {
        let (token, len) = frames::varint(packet, at)?;
        let token = usize::try_from(token).ok().filter(|token| *token <= packet.len()).ok_or(Stop::Malformed)?;
        at + len + token
    } else {
        at
    };
    let (length, len) = frames::varint(packet, length_at)?;
    let number_at = length_at + len;
    let rest = usize::try_from(length).ok().filter(|rest| *rest <= packet.reported_rest(number_at));
    Ok(Parts { length_at, number_at, end: number_at + rest.ok_or(Stop::Malformed)? })
}

/// The protected part: opened if there are keys.
fn payload<'f>(
    cx: &mut Cx<'f>,
    packet: Tvb<'f>,
    level: Level,
    number_at: usize,
    found: Option<Found>,
) -> Result<(), Stop> {
    let opened = found.and_then(|found| Some((found, open(cx, packet, level, number_at, found)?)));
    let Some((found, Opened { first, number, number_len, payload })) = opened else {
        let text = match found {
            Some(_) => Some("Failed to create decryption context: Secrets are not available"),
            None if level != Level::Data => Some("Failed to decrypt packet number"),
            None => None,
        };
        if let Some(text) = text {
            cx.out.expert(f::DECRYPTION_FAILED, Severity::Warn, Group::Decryption, text);
        }
        return cx.out.item(f::REMAINING_PAYLOAD, packet, number_at, packet.len().saturating_sub(number_at));
    };
    let first = Tvb::whole(cx.out.alloc_bytes(&[first]));
    if level != Level::Data {
        cx.out.item(f::LONG_RESERVED, first, 0, 1)?;
        cx.out.item(f::PACKET_NUMBER_LENGTH, first, 0, 1)?;
    }
    cx.out.number(f::PACKET_NUMBER, packet, number_at, number_len, number)?;
    let sealed_at = number_at + number_len;
    let field = if level == Level::Data { f::PROTECTED_PAYLOAD } else { f::PAYLOAD };
    cx.out.item(field, packet, sealed_at, packet.len().saturating_sub(sealed_at))?;
    let Some(payload) = payload else {
        let text = "Decryption failed: Decryption (checktag) failed: Checksum error";
        cx.out.expert(f::DECRYPTION_FAILED, Severity::Warn, Group::Decryption, text);
        return Ok(());
    };
    let payload = Tvb::whole(cx.out.alloc_bytes(&payload));
    frames(cx, payload, level, found)
}

/// Opens a packet.
fn open(cx: &mut Cx<'_>, packet: Tvb<'_>, level: Level, number_at: usize, found: Found) -> Option<Opened> {
    make_keys(cx, level, found);
    let known = cx.state.of::<Connections>(Proto::Quic).get(found.number)?;
    let largest = *known.largest(level, found.from_server);
    let side = usize::from(found.from_server);
    let opened = match level {
        Level::Initial => known.initial.get(side)?.as_ref()?.open(packet.data(), number_at, largest),
        Level::ZeroRtt => known.early.as_ref()?.open(packet.data(), number_at, largest),
        Level::Handshake => known.handshake.get(side)?.as_ref()?.open(packet.data(), number_at, largest),
        Level::Data => known.data.get_mut(side)?.as_mut()?.open(packet.data(), number_at, largest),
    }?;
    if opened.payload.is_some() {
        *known.largest(level, found.from_server) = largest.max(opened.number);
    }
    Some(opened)
}

/// Makes the keys of a level, if they can be and are not there.
fn make_keys(cx: &mut Cx<'_>, level: Level, Found { number, from_server, .. }: Found) {
    let side = usize::from(from_server);
    let Some(known) = cx.state.of::<Connections>(Proto::Quic).get(number) else { return };
    let &mut Connection { version, flow, .. } = known;
    let (secret, there) = match level {
        Level::Initial => return,
        Level::ZeroRtt => (tls::Secret::Early, known.early.is_some()),
        Level::Handshake => (tls::Secret::Handshake, known.handshake.get(side).is_some_and(Option::is_some)),
        Level::Data => (tls::Secret::Data, known.data.get(side).is_some_and(Option::is_some)),
    };
    if there {
        return;
    }
    let Some((aead, hash, secret)) = tls::quic_secret(cx.state, flow, secret, from_server) else { return };
    let http3 = tls::application(cx.state, flow) == Some("HTTP3");
    let Some(known) = cx.state.of::<Connections>(Proto::Quic).get(number) else { return };
    known.http3 |= http3;
    match level {
        Level::Initial => {}
        Level::ZeroRtt => known.early = Keys::of(version, aead, hash, &secret),
        Level::Handshake => known.handshake[side] = Keys::of(version, aead, hash, &secret),
        Level::Data => known.data[side] = DataKeys::of(version, aead, hash, &secret),
    }
}

/// A packet with a short header takes the rest of the datagram.
fn short<'f>(cx: &mut Cx<'f>, packet: Tvb<'f>, found: Option<Found>) -> Result<(usize, &'static str), Stop> {
    let len = packet.len();
    cx.out.number(f::PACKET_LENGTH, packet, 0, len, len as u64)?;
    cx.out.label(f::SHORT, packet, 0, len);
    cx.out.item(f::HEADER_FORM, packet, 0, 1)?;
    cx.out.item(f::FIXED_BIT, packet, 0, 1)?;
    cx.out.item(f::SPIN_BIT, packet, 0, 1)?;
    // Its id has the length that the receiver's ids have.
    let id_len = found.map_or(0, |found| short_id_len(cx, packet, found));
    let opened = found.and_then(|found| open_first(cx, packet, 1 + id_len, found));
    if let Some(first) = opened {
        let first = Tvb::whole(cx.out.alloc_bytes(&[first]));
        for field in [f::SHORT_RESERVED, f::KEY_PHASE, f::PACKET_NUMBER_LENGTH] {
            cx.out.item(field, first, 0, 1)?;
        }
    }
    if id_len > 0 {
        cx.out.item(f::DCID, packet, 1, id_len)?;
    }
    payload(cx, packet, Level::Data, 1 + id_len, found)?;
    Ok((len, "Protected Payload"))
}

fn short_id_len(cx: &mut Cx<'_>, packet: Tvb<'_>, found: Found) -> usize {
    let raw = packet.captured(1, MAX_ID);
    let known = cx.state.of::<Connections>(Proto::Quic).get(found.number);
    known.and_then(|known| known.id_len(!found.from_server, raw)).unwrap_or(found.id_len)
}

/// The first byte without its protection, if there are keys.
fn open_first(cx: &mut Cx<'_>, packet: Tvb<'_>, number_at: usize, found: Found) -> Option<u8> {
    make_keys(cx, Level::Data, found);
    let known = cx.state.of::<Connections>(Proto::Quic).get(found.number)?;
    known.data.get(usize::from(found.from_server))?.as_ref()?.first(packet.data(), number_at)
}
