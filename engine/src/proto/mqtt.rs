//! Message Queuing Telemetry Transport, versions 3.1, 3.1.1 and 5.0 (OASIS).

mod fields;
mod properties;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    out::{Group, Severity},
    recent::Recent,
    tcp::pdus,
    tvb::{Stop, Tvb},
};

/// MQTT.
pub static MQTT: Protocol = Protocol {
    name: "mqtt",
    title: "MQ Telemetry Transport Protocol",
    frame_name: "mqtt",
    fields: FIELDS,
    parents: &[Parent::TcpPort(1883)],
    // The version, which the first message of a connection tells, says how all others are read.
    stateful: &["mqtt"],
    extent: Extent::Items,
    dissect,
    ..Protocol::DEFAULT
};

const CONNECT: u8 = 1;
const CONNACK: u8 = 2;
const PUBLISH: u8 = 3;
const PUBACK: u8 = 4;
const PUBREC: u8 = 5;
const PUBREL: u8 = 6;
const PUBCOMP: u8 = 7;
const SUBSCRIBE: u8 = 8;
const SUBACK: u8 = 9;
const UNSUBSCRIBE: u8 = 10;
const UNSUBACK: u8 = 11;
const DISCONNECT: u8 = 14;
const AUTH: u8 = 15;

const V31: u8 = 3;
const V311: u8 = 4;
const V5: u8 = 5;

/// What is remembered of a connection.
#[derive(Debug, Default)]
struct Session {
    /// 0: its first message was not seen.
    version: u8,
    /// Topics by direction and alias.
    aliases: Recent<(bool, u16), Vec<u8>>,
}

type Sessions = Recent<u32, Session>;

fn session<'c>(cx: &'c mut Cx<'_>) -> Option<&'c mut Session> {
    let flow = cx.info.flow?;
    Some(cx.state.of::<Sessions>(Proto::Mqtt).entry(flow.id, Session::default))
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    pdus::dissect_messages(cx, Proto::Mqtt, tvb, 2, length, message)
}

/// Length of the message at `at`; `None` while its length is not there.
fn length(tvb: Tvb<'_>, at: usize) -> Result<Option<usize>, Stop> {
    match varint(tvb, at + 1) {
        Ok((len, width)) => Ok(Some(1 + width + len as usize)),
        Err(Stop::Malformed) => Ok(None),
        Err(stop) => Err(stop),
    }
}

/// A variable byte integer and how many bytes it takes, at most 4.
fn varint(tvb: Tvb<'_>, at: usize) -> Result<(u64, usize), Stop> {
    let mut value = 0;
    for i in 0..4 {
        let byte = tvb.u8(at + i)?;
        value |= u64::from(byte & 0x7f) << (7 * i);
        if byte & 0x80 == 0 {
            return Ok((value, i + 1));
        }
    }
    Ok((value, 4))
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let flags = tvb.u8(0)?;
    let kind = flags >> 4;
    let version = session(cx).map_or(0, |session| session.version);
    cx.column("MQTT", || values::MSGTYPE.name(kind.into()).unwrap_or_default().to_owned());
    cx.out.item(f::HDRFLAGS, tvb, 0, 1)?;
    cx.out.item(f::MSGTYPE, tvb, 0, 1)?;
    let flags: &[_] = match kind {
        PUBLISH => &[f::DUPFLAG, f::QOS, f::RETAIN],
        // Version 3.1 lets these be repeated; later ones fix the bits.
        PUBREL | SUBSCRIBE | UNSUBSCRIBE if version == V31 => &[f::DUPFLAG, f::QOS, f::RETAIN_RESERVED],
        _ => &[f::HDR_RESERVED],
    };
    for field in flags {
        cx.out.item(*field, tvb, 0, 1)?;
    }
    let (len, width) = varint(tvb, 1)?;
    cx.out.number(f::LEN, tvb, 1, width, len)?;
    let mut at = Cursor::new(tvb, 1 + width);
    if version == 0 && !matches!(kind, 0 | CONNECT) {
        let text = "Unknown version (missing the CONNECT packet?)";
        cx.out.expert(f::UNKNOWN_VERSION, Severity::Note, Group::Protocol, text);
    }
    match kind {
        CONNECT => connect(cx, &mut at)?,
        CONNACK => connack(cx, &mut at, version)?,
        PUBLISH => publish(cx, &mut at, version)?,
        PUBACK | PUBREC | PUBREL | PUBCOMP => acknowledge(cx, &mut at, version, kind)?,
        SUBSCRIBE => subscribe(cx, &mut at, version)?,
        SUBACK => suback(cx, &mut at, version)?,
        UNSUBSCRIBE => {
            at.item(cx, f::MSGID, 2)?;
            if version == V5 {
                properties::dissect(cx, &mut at, f::PROPERTIES)?;
            }
            while at.left() > 0 {
                at.counted(cx, f::TOPIC_LEN, f::TOPIC, 2)?;
            }
        }
        UNSUBACK => {
            at.item(cx, f::MSGID, 2)?;
            if version == V5 {
                properties::dissect(cx, &mut at, f::PROPERTIES)?;
                while at.left() > 0 {
                    at.item(cx, f::UNSUBACK_REASON_CODE, 1)?;
                }
            }
        }
        DISCONNECT if version == V5 => reason(cx, &mut at, f::DISCONNECT_REASON_CODE)?,
        AUTH if version == V5 => reason(cx, &mut at, f::AUTH_REASON_CODE)?,
        _ => {}
    }
    Ok(tvb.len())
}

/// A reason code and properties, either of which may be left out.
fn reason<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, code: super::out::F) -> Result<(), Stop> {
    if at.left() > 0 {
        at.item(cx, code, 1)?;
    }
    if at.left() > 0 {
        properties::dissect(cx, at, f::PROPERTIES)?;
    }
    Ok(())
}

fn connect<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    at.counted(cx, f::PROTO_LEN, f::PROTONAME, 2)?;
    let version = at.uint(cx, f::VER, 1)? as u8;
    if let Some(session) = session(cx) {
        *session = Session { version, ..Session::default() };
    }
    let all = [
        f::CONFLAGS,
        f::CONFLAG_UNAME,
        f::CONFLAG_PASSWD,
        f::CONFLAG_RETAIN,
        f::CONFLAG_QOS,
        f::CONFLAG_WILLFLAG,
        f::CONFLAG_CLEANSESS,
        f::CONFLAG_RESERVED,
    ];
    let flags = at.bits(cx, &all, 1)?;
    at.item(cx, f::KALIVE, 2)?;
    if version == V5 {
        properties::dissect(cx, at, f::PROPERTIES)?;
    }
    at.counted(cx, f::CLIENTID_LEN, f::CLIENTID, 2)?;
    if flags & 0x04 != 0 {
        if version == V5 {
            properties::dissect(cx, at, f::WILL_PROPERTIES)?;
        }
        at.counted(cx, f::WILLTOPIC_LEN, f::WILLTOPIC, 2)?;
        at.counted(cx, f::WILLMSG_LEN, f::WILLMSG, 2)?;
    }
    // Version 3.1 lets both be missing in spite of their flags.
    if flags & 0x80 != 0 && at.left() > 0 {
        at.counted(cx, f::USERNAME_LEN, f::USERNAME, 2)?;
    }
    if flags & 0x40 != 0 && at.left() > 0 {
        at.counted(cx, f::PASSWD_LEN, f::PASSWD, 2)?;
    }
    Ok(())
}

fn connack<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, version: u8) -> Result<(), Stop> {
    if version == V31 {
        at.item(cx, f::CONACK_FLAGS_RESERVED, 1)?;
        return at.item(cx, f::CONACK_VAL, 1);
    }
    cx.out.item(f::CONACK_FLAGS, at.tvb, at.at, 1)?;
    // The field of version 3.1 is the whole byte, this one seven bits of it.
    let reserved = at.tvb.u8(at.at)? & 0xfe != 0;
    cx.out.add(f::CONACK_FLAGS_RESERVED, at.tvb.bytes(at.at, 1)?, strato_filter_lang::value::Value::Bool(reserved));
    at.item(cx, f::CONACK_FLAGS_SP, 1)?;
    if version == V311 {
        return at.item(cx, f::CONACK_VAL, 1);
    }
    at.item(cx, f::CONNACK_REASON_CODE, 1)?;
    if version == V5 {
        properties::dissect(cx, at, f::PROPERTIES)?;
    }
    Ok(())
}

fn publish<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, version: u8) -> Result<(), Stop> {
    let qos = at.tvb.u8(0)? >> 1 & 3;
    let topic = at.counted(cx, f::TOPIC_LEN, f::TOPIC, 2)?;
    if topic.is_empty() && version < V5 {
        let text = "Length cannot be 0";
        cx.out.expert(f::ILLEGAL_TOPIC_LENGTH, Severity::Error, Group::Protocol, text);
    }
    if qos > 0 {
        at.item(cx, f::MSGID, 2)?;
    }
    if version == V5
        && let Some(alias) = properties::dissect(cx, at, f::PROPERTIES)?
    {
        aliased(cx, alias, topic);
    }
    at.item(cx, f::MSG, at.left())
}

/// A topic alias: learnt with its topic, or standing for it.
fn aliased(cx: &mut Cx<'_>, alias: u16, topic: &[u8]) {
    let reversed = cx.info.flow.is_some_and(|flow| flow.reversed);
    let Some(session) = session(cx) else { return };
    if !topic.is_empty() {
        session.aliases.insert((reversed, alias), topic.to_vec());
        return;
    }
    match session.aliases.get((reversed, alias)).cloned() {
        Some(topic) => cx.out.generated_str(f::TOPIC, &String::from_utf8_lossy(&topic)),
        None => cx.out.expert(f::UNKNOWN_TOPIC_ALIAS, Severity::Warn, Group::Protocol, "Unknown topic alias"),
    }
}

fn acknowledge<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, version: u8, kind: u8) -> Result<(), Stop> {
    at.item(cx, f::MSGID, 2)?;
    if version != V5 {
        return Ok(());
    }
    let code = match kind {
        PUBACK => f::PUBACK_REASON_CODE,
        PUBREC => f::PUBREC_REASON_CODE,
        PUBREL => f::PUBREL_REASON_CODE,
        _ => f::PUBCOMP_REASON_CODE,
    };
    reason(cx, at, code)
}

fn subscribe<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, version: u8) -> Result<(), Stop> {
    at.item(cx, f::MSGID, 2)?;
    if version == V5 {
        properties::dissect(cx, at, f::PROPERTIES)?;
    }
    while at.left() > 0 {
        at.counted(cx, f::TOPIC_LEN, f::TOPIC, 2)?;
        if version == V5 {
            let all = [
                f::SUBSCRIPTION_OPTIONS,
                f::SUBSCRIPTION_OPTIONS_QOS,
                f::SUBSCRIPTION_OPTIONS_NL,
                f::SUBSCRIPTION_OPTIONS_RAP,
                f::SUBSCRIPTION_OPTIONS_RETAIN,
                f::SUBSCRIPTION_OPTIONS_RESERVED,
            ];
            at.bits(cx, &all, 1)?;
        } else {
            at.item(cx, f::SUB_QOS, 1)?;
        }
    }
    Ok(())
}

fn suback<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, version: u8) -> Result<(), Stop> {
    at.item(cx, f::MSGID, 2)?;
    if version == V5 {
        properties::dissect(cx, at, f::PROPERTIES)?;
    }
    let granted = if matches!(version, V31 | V311) { f::SUBACK_QOS } else { f::SUBACK_REASON_CODE };
    while at.left() > 0 {
        at.item(cx, granted, 1)?;
    }
    Ok(())
}
