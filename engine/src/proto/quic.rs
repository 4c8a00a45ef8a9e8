//! QUIC, RFC 8999, 9000, 9001, version 2 of RFC 9369, drafts from 22 on. Initial packets are opened with the keys that
//! their connection id gives, Handshake packets with the secrets of the capture or of a key log; what follows stays
//! closed.

mod fields;
mod frames;
mod keys;
mod state;

use self::{
    fields::f,
    frames::{frames, number},
    keys::{Keys, Opened, V2},
    state::{Connection, Connections, Level},
};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tls,
    tvb::{Stop, Tvb},
};

/// Longest connection id of the versions known here.
const MAX_ID: usize = 20;

/// QUIC.
pub static QUIC: Protocol = Protocol {
    name: "quic",
    title: "QUIC IETF",
    frame_name: "quic",
    fields: fields::FIELDS,
    parents: &[Parent::Heuristic(Proto::Udp)],
    across: &["quic"],
    stateful: &["quic"],
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
    let known = flow.is_some_and(|flow| cx.state.of::<Connections>(Proto::Quic).by_flow.get(flow.id).is_some());
    if !known && !recognised(tvb) {
        return Ok(0);
    }
    cx.info.follow_up = Some(Proto::Quic);
    let mut at = 0;
    let mut names = String::new();
    while at < tvb.len() {
        let packet = tvb.rest(at)?;
        let (len, name) = match packet.u8(0)? {
            // Behind the first packet zeros fill the datagram up.
            0 if at > 0 => break,
            first if first & 0x80 != 0 => long(cx, packet)?,
            _ => short(cx, packet)?,
        };
        if !names.is_empty() {
            names.push_str(", ");
        }
        names.push_str(name);
        at += len;
    }
    cx.column("QUIC", || names);
    Ok(tvb.len())
}

/// A long header of a version that is known, as the first packet of a flow has.
fn recognised(tvb: Tvb<'_>) -> bool {
    let (Ok(first), Ok(version), Ok(id_len)) = (tvb.u8(0), tvb.u32(1), tvb.u8(5)) else { return false };
    first & 0xc0 == 0xc0 && keys::is_known(version) && usize::from(id_len) <= MAX_ID
}

/// A packet with a long header, RFC 9000 §17.2; gives its length and name.
fn long<'f>(cx: &mut Cx<'f>, packet: Tvb<'f>) -> Result<(usize, &'static str), Stop> {
    let (first, version) = (packet.u8(0)?, packet.u32(1)?);
    let ids = ids(packet)?;
    let kind = Kind::of(first, version);
    let begin = |cx: &mut Cx<'f>, len: usize| {
        connection_number(cx);
        cx.out.number(f::PACKET_LENGTH, packet, 0, len, len as u64)
    };
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
        if let Some(flow) = cx.info.flow.filter(|_| !cx.info.in_error)
            && let Some(known) = cx.state.of::<Connections>(Proto::Quic).by_flow.get(flow.id)
        {
            known.retried = true;
        }
        begin(cx, packet.len())?;
        header(cx, packet, version, &ids)?;
        let token = packet.len().saturating_sub(16).saturating_sub(ids.end);
        cx.out.item(f::RETRY_TOKEN, packet, ids.end, token)?;
        cx.out.item(f::RETRY_INTEGRITY_TAG, packet, ids.end + token, 16)?;
        return Ok((packet.len(), "Retry"));
    }
    let extent = extent(packet, kind, ids.end)?;
    let whole = packet.limit(extent.end);
    if kind == Kind::Initial {
        ensure(cx, whole, version, &ids, extent.number_at);
    }
    begin(cx, extent.end)?;
    header(cx, packet, version, &ids)?;
    if kind == Kind::Initial {
        let (len, at) = number(cx, f::TOKEN_LENGTH, packet, ids.end)?;
        if len > 0 {
            cx.out.item(f::TOKEN, packet, at, len as usize)?;
        }
    }
    number(cx, f::LENGTH, packet, extent.length_at)?;
    payload(cx, whole, version, kind, extent.number_at)?;
    let name = match kind {
        Kind::Initial => "Initial",
        Kind::ZeroRtt => "0-RTT",
        Kind::Handshake => "Handshake",
        Kind::Retry => "Retry",
    };
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
    cx.out.item(f::FIXED_BIT, packet, 0, 1)?;
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

/// Makes the connection that an Initial packet of a client begins: the first of the flow, or one whose id gives keys
/// that fit where those known do not (after a Retry, or for a new connection).
fn ensure<'f>(cx: &mut Cx<'f>, packet: Tvb<'f>, version: u32, ids: &Ids, number_at: usize) {
    let Some(flow) = cx.info.flow.filter(|_| !cx.info.in_error) else { return };
    let connections = cx.state.of::<Connections>(Proto::Quic);
    if let Some(known) = connections.by_flow.get(flow.id) {
        let side = usize::from(known.client_reversed != flow.reversed);
        let keys = known.initial.get(side).and_then(Option::as_ref);
        if keys.is_some_and(|keys| keys.open(packet.data(), number_at).is_some()) {
            return;
        }
    }
    let number = connections.count;
    let Some(begun) = Connection::begin(number, version, ids.dst(packet), flow.reversed) else { return };
    let fits = begun.initial[0].as_ref().is_some_and(|keys| keys.open(packet.data(), number_at).is_some());
    if !fits {
        return;
    }
    match connections.by_flow.get(flow.id) {
        Some(known) if known.retried => {
            known.retried = false;
            known.initial = begun.initial;
        }
        _ => {
            connections.count += 1;
            connections.by_flow.insert(flow.id, begun);
            tls::forget(cx.state, flow.id);
        }
    }
}

fn connection_number(cx: &mut Cx<'_>) {
    let Some(flow) = cx.info.flow.filter(|_| !cx.info.in_error) else { return };
    let number = cx.state.of::<Connections>(Proto::Quic).by_flow.get(flow.id).map(|known| known.number);
    if let Some(number) = number {
        cx.out.generated_uint(f::CONNECTION_NUMBER, number.into());
    }
}

/// The protected part: opened if there are keys.
fn payload<'f>(cx: &mut Cx<'f>, packet: Tvb<'f>, version: u32, kind: Kind, number_at: usize) -> Result<(), Stop> {
    let level = match kind {
        Kind::Initial => Some(Level::Initial),
        Kind::Handshake => Some(Level::Handshake),
        Kind::ZeroRtt | Kind::Retry => None,
    };
    let opened = level.and_then(|level| Some((level, open(cx, packet, version, level, number_at)?)));
    let Some((level, (from_server, Opened { first, number, number_len, payload }))) = opened else {
        return cx.out.item(f::REMAINING_PAYLOAD, packet, number_at, packet.len().saturating_sub(number_at));
    };
    let first = Tvb::whole(cx.out.alloc_bytes(&[first]));
    cx.out.item(f::LONG_RESERVED, first, 0, 1)?;
    cx.out.item(f::PACKET_NUMBER_LENGTH, first, 0, 1)?;
    cx.out.number(f::PACKET_NUMBER, packet, number_at, number_len, number)?;
    let sealed_at = number_at + number_len;
    cx.out.item(f::PAYLOAD, packet, sealed_at, packet.len().saturating_sub(sealed_at))?;
    let payload = Tvb::whole(cx.out.alloc_bytes(&payload));
    frames(cx, payload, level, from_server)
}

/// Opens a packet; also says whether the server sent it.
fn open(cx: &mut Cx<'_>, packet: Tvb<'_>, version: u32, level: Level, number_at: usize) -> Option<(bool, Opened)> {
    let flow = cx.info.flow.filter(|_| !cx.info.in_error)?;
    let known = cx.state.of::<Connections>(Proto::Quic).by_flow.get(flow.id)?;
    let from_server = known.client_reversed != flow.reversed;
    let side = usize::from(from_server);
    let ready = match level {
        Level::Initial => &known.initial,
        Level::Handshake => &known.handshake,
    };
    let keys = match ready.get(side)?.clone() {
        Some(keys) => keys,
        None if level == Level::Handshake => {
            let (aead, hash, secret) = tls::handshake_secret(cx.state, flow.id, from_server)?;
            let keys = Keys::of(version, aead, hash, &secret)?;
            let known = cx.state.of::<Connections>(Proto::Quic).by_flow.get(flow.id)?;
            *known.handshake.get_mut(side)? = Some(keys.clone());
            keys
        }
        None => return None,
    };
    Some((from_server, keys.open(packet.data(), number_at)?))
}

/// A packet with a short header takes the rest of the datagram; the length of its id is nowhere in it.
fn short<'f>(cx: &mut Cx<'f>, packet: Tvb<'f>) -> Result<(usize, &'static str), Stop> {
    connection_number(cx);
    let len = packet.len();
    cx.out.number(f::PACKET_LENGTH, packet, 0, len, len as u64)?;
    cx.out.label(f::SHORT, packet, 0, len);
    cx.out.item(f::HEADER_FORM, packet, 0, 1)?;
    cx.out.item(f::FIXED_BIT, packet, 0, 1)?;
    cx.out.item(f::SPIN_BIT, packet, 0, 1)?;
    cx.out.item(f::REMAINING_PAYLOAD, packet, 1, len - 1)?;
    Ok((len, "Protected Payload"))
}
