//! memcached: its text protocol (memcached, `doc/protocol.txt`) and its binary protocol
//! (memcached wiki, "Binary Protocol Revamped").

mod binary;
mod fields;
mod text;
mod values;

use self::fields::FIELDS;
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tcp::pdus::dissect_messages,
    tvb::{Stop, Tvb},
};

/// memcached.
pub static MEMCACHE: Protocol = Protocol {
    name: "memcache",
    title: "Memcache Protocol",
    frame_name: "memcache",
    fields: FIELDS,
    parents: &[Parent::TcpPort(11211), Parent::UdpPort(11211)],
    extent: Extent::Items,
    dissect,
    ..Protocol::DEFAULT
};

/// First byte of a request and of a response of the binary protocol.
const MAGIC: [u8; 2] = [0x80, 0x81];
/// Bytes that must be there before the length of a binary message is known.
const LENGTH_END: usize = 12;
/// The header of a binary message.
const HEADER: usize = 24;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let over_tcp = cx.parent() == Some(Proto::Tcp);
    if !MAGIC.contains(&tvb.u8(0)?) {
        text::message(cx, tvb)?;
        return Ok(tvb.len());
    }
    if over_tcp {
        let length = |tvb: Tvb<'f>, at: usize| Ok(Some((tvb.u32(at + 8)? as usize).saturating_add(HEADER)));
        return dissect_messages(cx, Proto::Memcache, tvb, LENGTH_END, length, binary::message);
    }
    cx.item(Proto::Memcache, tvb);
    binary::message(cx, tvb)
}

/// What is missing from a message, and what it must not have.
fn note(cx: &mut Cx<'_>, field: super::out::F, text: &str) {
    cx.out.expert(field, super::out::Severity::Warn, super::out::Group::Undecoded, text);
}

/// Emits a key or a value of the text protocol, too: there no opcode forbids it.
fn value<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize) -> Result<(), Stop> {
    cx.out.ascii(fields::f::VALUE, tvb, at, (at, len), len)
}
