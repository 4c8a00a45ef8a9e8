//! Session Traversal Utilities for NAT, RFC 8489, with TURN (RFC 8656), ICE (RFC 8445) and Microsoft's extensions.

mod attributes;
mod fields;
mod transaction;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Cx, Desegment, More},
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// STUN.
pub static STUN: Protocol = Protocol {
    name: "stun",
    title: "Session Traversal Utilities for NAT",
    frame_name: "stun",
    fields: FIELDS,
    parents: &[
        Parent::UdpPort(3478),
        Parent::TcpPort(3478),
        Parent::Heuristic(Proto::Udp),
        Parent::Heuristic(Proto::Tcp),
    ],
    extent: Extent::Items,
    may_take: |cx, tvb| cx.innermost() != Some(Proto::Tcp) || part(cx, tvb, false).is_some(),
    may_reject: true,
    stateful: &["stun.response", "stun.time", "stun.reqduplicate", "stun.channel"],
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of a header, and what stands in it for all to recognise.
const HEADER: usize = 20;
const COOKIE: u32 = 0x2112_a442;
/// Bytes before the data of a channel.
const CHANNEL_HEADER: usize = 4;
/// RFC 5389 and 8489, as Wireshark numbers the versions.
const NETWORK_VERSION: u64 = 3;

/// A message being read.
#[derive(Clone, Copy)]
struct Message<'f> {
    tvb: Tvb<'f>,
    kind: u16,
}

impl Message<'_> {
    /// Request, indication, success, error.
    fn class(self) -> u16 {
        self.kind >> 7 & 2 | self.kind >> 4 & 1
    }
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if cx.parent() != Some(Proto::Tcp) {
        return if datagram(tvb, true) { message(cx, tvb, 0) } else { channel(cx, tvb) };
    }
    let mut at = 0;
    while tvb.reported_rest(at) > 0 {
        let rest = tvb.rest(at)?;
        let Some(part) = part(cx, rest, at > 0) else { break };
        if part.len > rest.len() && cx.info.can_desegment {
            cx.info.desegment = Some(Desegment { offset: at, more: More::Bytes(part.len - rest.len()) });
            return Ok(tvb.len());
        }
        let bytes = rest.limit(part.len);
        match part.channel {
            true => _ = channel(cx, bytes)?,
            false => _ = message(cx, bytes, part.prefix)?,
        }
        at += part.len;
    }
    Ok(at.min(tvb.len()))
}

/// What comes next in a stream.
struct Part {
    /// Bytes of it all.
    len: usize,
    /// Bytes of a length before it, RFC 4571.
    prefix: usize,
    channel: bool,
}

fn part(cx: &mut Cx<'_>, tvb: Tvb<'_>, known: bool) -> Option<Part> {
    let framed = tvb.rest(2).is_ok_and(|rest| datagram(rest, false));
    if framed && tvb.u16(0).is_ok_and(|len| usize::from(len) >= HEADER) {
        return Some(Part { len: usize::from(tvb.u16(0).ok()?) + 2, prefix: 2, channel: false });
    }
    let len = usize::from(tvb.u16(2).ok()?);
    if datagram(tvb, false) {
        return Some(Part { len: HEADER + len, prefix: 0, channel: false });
    }
    // Data of channels are padded here, RFC 8656 §12.5.
    let channel = (known || is_known(cx)) && tvb.u16(0).is_ok_and(|kind| kind & 0xc000 == 0x4000);
    channel.then_some(Part { len: CHANNEL_HEADER + len.next_multiple_of(4), prefix: 0, channel })
}

/// Whether a message starts here and, when it is to be all there is, ends with the bytes.
fn datagram(tvb: Tvb<'_>, all: bool) -> bool {
    let (Ok(kind), Ok(len), Ok(COOKIE)) = (tvb.u16(0), tvb.u16(2), tvb.u32(4)) else { return false };
    let method = kind & 0xf | kind >> 1 & 0x70 | kind >> 2 & 0xf80;
    let known = matches!(method, 1..=4 | 6..=0xc | 0x80);
    kind & 0xc000 == 0 && known && (!all || tvb.reported_len() == HEADER + usize::from(len))
}

/// A message behind `prefix` bytes.
fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, prefix: usize) -> Result<usize, Stop> {
    let whole = tvb.rest(prefix)?;
    let (kind, len) = (whole.u16(0)?, usize::from(whole.u16(2)?));
    if let Some(flow) = cx.info.flow {
        transaction::know(cx, flow.id);
    }
    cx.info.follow_up = Some(Proto::Stun);
    cx.item(Proto::Stun, tvb);
    cx.column("STUN", || format!("Message 0x{kind:04x}"));
    let message = Message { tvb: whole.limit(HEADER + len), kind };
    transaction::track(cx, message)?;
    if prefix > 0 {
        cx.out.item(f::TCP_FRAME_LENGTH, tvb, 0, 2)?;
    }
    header(cx, message)?;
    if len > 0 {
        cx.out.generated_uint(f::NETWORK_VERSION, NETWORK_VERSION);
        if len % 4 != 0 {
            let text = "Packet length is not multiple of 4 bytes";
            cx.out.expert(f::WRONG_MSGLEN, Severity::Error, Group::Malformed, text);
        }
        cx.out.label(f::ATTRIBUTES, message.tvb, HEADER, len);
        attributes::dissect(cx, message)?;
    }
    Ok(tvb.len())
}

fn header<'f>(cx: &mut Cx<'f>, message: Message<'f>) -> Result<(), Stop> {
    for field in [f::TYPE, f::TYPE_CLASS, f::TYPE_METHOD, f::TYPE_METHOD_ASSIGNMENT] {
        cx.out.item(field, message.tvb, 0, 2)?;
    }
    cx.out.item(f::LENGTH, message.tvb, 2, 2)?;
    cx.out.item(f::COOKIE, message.tvb, 4, 4)?;
    cx.out.item(f::ID, message.tvb, 8, 12)
}

fn is_known(cx: &mut Cx<'_>) -> bool {
    cx.info.matched_port != 0 || cx.info.flow.is_some_and(|flow| transaction::is_known(cx, flow.id))
}

/// Data of a TURN channel, RFC 8656 §12.4: told from other protocols only where messages went before.
fn channel<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (Ok(0x4000..=0x7fff), Ok(len)) = (tvb.u16(0), tvb.u16(2)) else { return Ok(0) };
    let len = usize::from(len);
    if tvb.reported_len() < CHANNEL_HEADER + len || !is_known(cx) {
        return Ok(0);
    }
    cx.item(Proto::Stun, tvb);
    cx.column("STUN", || "ChannelData TURN Message".to_owned());
    cx.out.item(f::CHANNEL, tvb, 0, 2)?;
    cx.out.item(f::LENGTH, tvb, 2, 2)?;
    inner(cx, tvb.sub(CHANNEL_HEADER, len)?);
    Ok(tvb.len())
}

/// What a relay carries.
fn inner<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) {
    let (follow_up, flow) = (cx.info.follow_up, cx.info.flow);
    if !cx.call_heuristics(Proto::Stun, tvb) {
        cx.call_data(tvb);
    }
    (cx.info.follow_up, cx.info.flow) = (follow_up, flow);
}
