//! Advanced Message Queuing Protocol, version 0-9-1; of 1.0 the heads of frames, of others the greeting.

mod arguments;
mod fields;
mod methods;
mod session;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol, Table,
    cursor::Cursor,
    dissect::Cx,
    out::{F, Group, Severity},
    tcp::pdus,
    tvb::{Stop, Tvb},
};

/// AMQP.
pub static AMQP: Protocol = Protocol {
    name: "amqp",
    title: "Advanced Message Queuing Protocol",
    frame_name: "amqp",
    fields: FIELDS,
    parents: &[Parent::TcpPort(5672)],
    calls: &[Table::MediaType],
    // The greeting says how all that follows is read.
    stateful: &["amqp"],
    extent: Extent::Items,
    dissect,
    ..Protocol::DEFAULT
};

/// Which of a header's properties is the media type of the body.
const CONTENT_TYPE: usize = 0;
/// Starts a connection: these letters, and a version.
const GREETING: &[u8] = b"AMQP";
/// Bytes of a greeting, and of a frame without payload.
const SHORTEST: usize = 8;
/// Bytes of a frame before its payload.
const FRAME_HEADER: usize = 7;

const METHOD: u64 = 1;
const HEADER: u64 = 2;
const BODY: u64 = 3;
const HEARTBEATS: [u64; 2] = [4, 8];

const CONNECTION: u16 = 10;
const CHANNEL: u16 = 20;
const BASIC: u16 = 60;
const CONFIRM: u16 = 85;

/// Versions that differ in the form of their frames.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Version {
    #[default]
    Unknown,
    V0_9,
    V1_0,
    /// Frames of it are not read.
    Other,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let known = session::version(cx);
    let version = if known == Version::Unknown { recognise(tvb) } else { known };
    session::set_version(cx, version);
    // Wireshark takes the first greeting of this version for the head of a frame that never comes, until it knows better.
    if known == Version::Unknown
        && !cx.state.later.is_known()
        && version == Version::V0_9 && tvb.bytes(0, GREETING.len())? == GREETING {
        return Ok(tvb.len());
    }
    pdus::dissect_messages(cx, Proto::Amqp, tvb, SHORTEST, |tvb, at| length(tvb, at, version), frame)
}

/// The version by a greeting, or by the first frame.
fn recognise(tvb: Tvb<'_>) -> Version {
    if tvb.bytes(0, GREETING.len()) == Ok(GREETING) {
        return greeted(tvb);
    }
    match tvb.array::<6>(0) {
        Ok([1..=4 | 8, ..]) => Version::V0_9,
        Ok([_, _, _, _, 2..=255, 0 | 1]) => Version::V1_0,
        _ => Version::V0_9,
    }
}

fn greeted(tvb: Tvb<'_>) -> Version {
    match tvb.array::<4>(GREETING.len()) {
        Ok([0, 0, 9, _] | [1, 1, 0 | 8, 9] | [1, 1, 9, _]) => Version::V0_9,
        Ok([_, 1, 0, 0]) => Version::V1_0,
        _ => Version::Other,
    }
}

fn length(tvb: Tvb<'_>, at: usize, version: Version) -> Result<Option<usize>, Stop> {
    if tvb.bytes(at, GREETING.len())? == GREETING {
        return Ok(Some(SHORTEST));
    }
    match version {
        Version::V1_0 => Ok(Some(tvb.u32(at)? as usize)),
        Version::Other => Ok(Some(tvb.reported_rest(at).max(SHORTEST))),
        Version::V0_9 | Version::Unknown => Ok(Some((tvb.u32(at + 3)? as usize).saturating_add(SHORTEST))),
    }
}

fn frame<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if tvb.bytes(0, GREETING.len())? == GREETING {
        session::set_version(cx, greeted(tvb));
        greeting(cx, tvb)?;
        return Ok(tvb.len());
    }
    match session::version(cx) {
        Version::V1_0 => return frame_1_0(cx, tvb),
        Version::Other => return Ok(tvb.len()),
        Version::V0_9 | Version::Unknown => {}
    }
    let mut at = Cursor::new(tvb, 0);
    let kind = at.uint(cx, f::TYPE, 1)?;
    let channel = at.uint(cx, f::CHANNEL, 2)? as u16;
    let len = at.uint(cx, f::LENGTH, 4)? as usize;
    let mut at = Cursor::new(tvb.limit(FRAME_HEADER + len), at.at);
    cx.column("AMQP", || values::TYPE.name(kind).unwrap_or_default().to_owned());
    match kind {
        METHOD => method(cx, &mut at, channel)?,
        HEADER => header(cx, &mut at, channel)?,
        BODY => body(cx, &mut at, channel)?,
        _ if HEARTBEATS.contains(&kind) => {}
        _ => cx.out.expert(f::UNKNOWN_FRAME_TYPE, Severity::Error, Group::Protocol, "Unknown frame type"),
    }
    Ok(tvb.len())
}

/// The head of a frame of version 1.0, §2.3.1.
fn frame_1_0<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("AMQP", String::new);
    cx.out.item(f::LENGTH, tvb, 0, 4)?;
    cx.out.item(f::DOFF, tvb, 4, 1)?;
    let kind = tvb.u8(5)?;
    cx.out.add_def(f::TYPE, 1, tvb.bytes(5, 1)?, Value::Uint(kind.into()));
    if kind == 0 {
        cx.out.item(f::CHANNEL, tvb, 6, 2)?;
    }
    Ok(tvb.len())
}

fn greeting<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.column("AMQP", || "Protocol-Header".to_owned());
    cx.out.item(f::INIT_PROTOCOL, tvb, 0, 4)?;
    // Since 1.0: what runs on it, then its version.
    let fields: [F; 4] = match tvb.array::<4>(4)? {
        [_, 1, 0, 0] => [f::INIT_ID, f::INIT_VERSION_MAJOR, f::INIT_VERSION_MINOR, f::INIT_VERSION_REVISION],
        _ => [f::INIT_ID_MAJOR, f::INIT_ID_MINOR, f::INIT_VERSION_MAJOR, f::INIT_VERSION_MINOR],
    };
    for (i, field) in fields.into_iter().enumerate() {
        cx.out.item(field, tvb, 4 + i, 1)?;
    }
    Ok(())
}

/// The definition of `amqp.method.method` that has the names of a class.
fn names(class: u16) -> u8 {
    const CLASSES: [u16; 11] = [20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 85];
    CLASSES.iter().position(|known| *known == class).map_or(0, |i| i as u8 + 1)
}

fn method<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, channel: u16) -> Result<(), Stop> {
    let class = at.uint(cx, f::METHOD_CLASS, 2)? as u16;
    let method = at.tvb.u16(at.at)?;
    cx.out.add_def(f::METHOD_METHOD, names(class), at.tvb.bytes(at.at, 2)?, Value::Uint(method.into()));
    at.at += 2;
    cx.out.label(f::METHOD_ARGUMENTS, at.tvb, at.at, at.left());
    let Some(arguments) = methods::arguments(class, method) else {
        let (field, text) = unknown(class);
        cx.out.expert(field, Severity::Error, Group::Protocol, text);
        return Ok(());
    };
    let start = at.at;
    if (class, method) == (BASIC, 40) {
        session::publish(cx, channel);
    }
    for argument in arguments {
        arguments::argument(cx, at, *argument)?;
    }
    consequences(cx, at.tvb, start, (class, method), channel)
}

/// What some methods mean for others.
fn consequences<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    at: usize,
    method: (u16, u16),
    channel: u16,
) -> Result<(), Stop> {
    const OK: u16 = 200;
    match method {
        (CONNECTION, 50) if tvb.u16(at)? != OK => {
            cx.out.expert(f::CONNECTION_ERROR, Severity::Warn, Group::Response, "Connection error");
        }
        (CHANNEL, 40) if tvb.u16(at)? != OK => {
            cx.out.expert(f::CHANNEL_ERROR, Severity::Warn, Group::Response, "Channel error");
        }
        (BASIC, 50) => {
            let text = "Message was not delivered";
            cx.out.expert(f::MESSAGE_UNDELIVERABLE, Severity::Warn, Group::Sequence, text);
        }
        (BASIC, 60) => {
            let tag = at + 1 + usize::from(tvb.u8(at)?);
            session::deliver(cx, channel, tvb.u64(tag)?);
        }
        (BASIC, 71) => session::deliver(cx, channel, tvb.u64(at)?),
        (BASIC, 80 | 120) => session::acknowledge(cx, channel, tvb.u64(at)?, tvb.u8(at + 8)? & 1 != 0),
        (BASIC, 90) => session::acknowledge(cx, channel, tvb.u64(at)?, false),
        (CONFIRM, 10) => session::confirm(cx, channel),
        _ => {}
    }
    Ok(())
}

/// The note on a method that is not known.
fn unknown(class: u16) -> (F, &'static str) {
    match class {
        10 => (f::UNKNOWN_METHOD_CONNECTION, "Unknown connection method"),
        20 => (f::UNKNOWN_METHOD_CHANNEL, "Unknown channel method"),
        30 => (f::UNKNOWN_METHOD_ACCESS, "Unknown access method"),
        40 => (f::UNKNOWN_METHOD_EXCHANGE, "Unknown exchange method"),
        50 => (f::UNKNOWN_METHOD_QUEUE, "Unknown queue method"),
        60 => (f::UNKNOWN_METHOD_BASIC, "Unknown basic method"),
        70 => (f::UNKNOWN_METHOD_FILE, "Unknown file method"),
        80 => (f::UNKNOWN_METHOD_STREAM, "Unknown stream method"),
        85 => (f::UNKNOWN_METHOD_CONFIRM, "Unknown confirm method"),
        90 => (f::UNKNOWN_METHOD_TX, "Unknown tx method"),
        100 => (f::UNKNOWN_METHOD_DTX, "Unknown dtx method"),
        110 => (f::UNKNOWN_METHOD_TUNNEL, "Unknown tunnel method"),
        _ => (f::UNKNOWN_METHOD_CLASS, "Unknown method class"),
    }
}

/// A part of a message. Its media type tells what it is only if it says nothing else.
fn body<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, channel: u16) -> Result<(), Stop> {
    let payload = at.tvb.rest(at.at)?;
    at.item(cx, f::PAYLOAD, at.left())?;
    let content_type = session::content_type(cx, channel);
    if !content_type.contains(&b';') {
        // It is not waited for more of it.
        let can_desegment = std::mem::take(&mut cx.info.can_desegment);
        cx.call_content(content_type, payload);
        cx.info.can_desegment = can_desegment;
    }
    Ok(())
}

fn header<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, channel: u16) -> Result<(), Stop> {
    session::set_content_type(cx, channel, &[]);
    let class = at.uint(cx, f::HEADER_CLASS, 2)? as u16;
    at.item(cx, f::HEADER_WEIGHT, 2)?;
    at.item(cx, f::HEADER_BODY_SIZE, 8)?;
    let flags = at.uint(cx, f::HEADER_PROPERTY_FLAGS, 2)?;
    cx.out.label(f::HEADER_PROPERTIES, at.tvb, at.at, at.left());
    if class != BASIC {
        cx.out.expert(f::UNKNOWN_HEADER_CLASS, Severity::Warn, Group::Protocol, "Unknown header class");
        return Ok(());
    }
    for (i, property) in methods::PROPERTIES.iter().enumerate() {
        if flags & (0x8000 >> i) != 0 {
            if i == CONTENT_TYPE {
                let len = usize::from(at.tvb.u8(at.at)?);
                session::set_content_type(cx, channel, at.tvb.bytes(at.at + 1, len)?);
            }
            arguments::argument(cx, at, *property)?;
        }
    }
    Ok(())
}
