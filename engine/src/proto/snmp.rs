//! Simple Network Management Protocol: versions 1 (RFC 1157), 2c (RFC 1901, 3416) and 3 (RFC 3412, 3414).

mod fields;

use rustc_hash::FxHashMap;
use strato_filter_lang::value::Value;

use self::fields::{FIELDS, PDUS, f};
use super::{
    Parent, Proto, Protocol,
    ber::Element,
    dissect::{Addr, Cx},
    out::F,
    recent::Recent,
    tvb::{Stop, Tvb},
};

const INTEGER: u8 = 0x02;
const OCTETS: u8 = 0x04;
const NULL: u8 = 0x05;
const OID: u8 = 0x06;
const SEQUENCE: u8 = 0x30;

/// Objects whose values are text: sysDescr.0 and sysName.0.
const TEXTS: [&[u8]; 2] = [&[0x2b, 6, 1, 2, 1, 1, 1, 0], &[0x2b, 6, 1, 2, 1, 1, 5, 0]];

/// Requests remembered of a conversation.
const MAX_CALLS: usize = 4096;

/// Two ends, the smaller first.
type Ends = [(Addr, u16); 2];

/// Requests by their ends and numbers: their frame and time.
#[derive(Default)]
struct Calls {
    by_ends: Recent<Ends, FxHashMap<i64, (u64, Option<i128>)>>,
}

/// Context tag of the first protocol data unit, get-request.
const FIRST_PDU: u8 = 0xa0;
const TRAP: u8 = 0xa4;
const BULK: u8 = 0xa5;

/// `msgFlags`: the scoped data is encrypted.
const ENCRYPTED: u8 = 0x02;

/// SNMP.
pub static SNMP: Protocol = Protocol {
    name: "snmp",
    title: "Simple Network Management Protocol",
    frame_name: "snmp",
    fields: FIELDS,
    parents: &[Parent::UdpPort(161), Parent::UdpPort(162), Parent::TcpPort(161), Parent::TcpPort(162), Parent::Below(Proto::Ipx)],
    stateful: &["snmp.response", "snmp.time"],
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    // A sequence that begins with a version, or it is something else on the port.
    let Ok(message) = Element::expect(tvb, 0, SEQUENCE) else { return Ok(0) };
    let Ok(version) = Element::expect(tvb, message.at, INTEGER) else { return Ok(0) };
    cx.column("SNMP", String::new);
    match version.int(tvb)? {
        3 => {
            number(cx, f::MSG_VERSION, tvb, version)?;
            version3(cx, tvb, version.end())?;
        }
        _ => {
            number(cx, f::VERSION, tvb, version)?;
            let community = Element::expect(tvb, version.end(), OCTETS)?;
            cx.out.item(f::COMMUNITY, tvb, community.at, community.len)?;
            pdu(cx, tvb, community.end())?;
        }
    }
    Ok(message.end())
}

/// Emits a number and gives where it ends.
fn number<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, found: Element) -> Result<usize, Stop> {
    let value = found.int(tvb)?;
    cx.out.add(field, tvb.captured(found.at, found.len), Value::Int(value));
    Ok(found.end())
}

fn unsigned<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, found: Element) -> Result<usize, Stop> {
    let value = found.int(tvb)?;
    cx.out.add(field, tvb.captured(found.at, found.len), Value::Uint(value.cast_unsigned()));
    Ok(found.end())
}

fn octets<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<Element, Stop> {
    let found = Element::expect(tvb, at, OCTETS)?;
    cx.out.item(field, tvb, found.at, found.len)?;
    Ok(found)
}

/// Header, security parameters of the user-based model, and the scoped data unit.
fn version3<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let global = Element::expect(tvb, at, SEQUENCE)?;
    cx.out.label(f::MSG_GLOBAL_DATA, tvb, global.start, global.end() - global.start);
    let at = unsigned(cx, f::MSG_ID, tvb, Element::expect(tvb, global.at, INTEGER)?)?;
    let at = unsigned(cx, f::MSG_MAX_SIZE, tvb, Element::expect(tvb, at, INTEGER)?)?;
    let flags = octets(cx, f::MSG_FLAGS, tvb, at)?;
    for field in [f::FLAG_REPORT, f::FLAG_CRYPT, f::FLAG_AUTH] {
        cx.out.item(field, tvb, flags.at, 1)?;
    }
    let encrypted = tvb.u8(flags.at)? & ENCRYPTED != 0;
    unsigned(cx, f::MSG_SECURITY_MODEL, tvb, Element::expect(tvb, flags.end(), INTEGER)?)?;

    let security = Element::expect(tvb, global.end(), OCTETS)?;
    let parameters = Element::expect(tvb, security.at, SEQUENCE)?;
    let id = octets(cx, f::MSG_ENGINE_ID, tvb, parameters.at)?;
    engine(cx, tvb, id)?;
    let at = unsigned(cx, f::MSG_ENGINE_BOOTS, tvb, Element::expect(tvb, id.end(), INTEGER)?)?;
    let at = unsigned(cx, f::MSG_ENGINE_TIME, tvb, Element::expect(tvb, at, INTEGER)?)?;
    let user = octets(cx, f::MSG_USER_NAME, tvb, at)?;
    let auth = octets(cx, f::MSG_AUTH_PARAMETERS, tvb, user.end())?;
    octets(cx, f::MSG_PRIV_PARAMETERS, tvb, auth.end())?;

    cx.out.number(f::MSG_DATA, tvb, security.end(), 1, encrypted.into())?;
    if encrypted {
        let data = octets(cx, f::ENCRYPTED_PDU, tvb, security.end())?;
        cx.column("SNMP", || format!("encryptedPDU: {} bytes", data.len));
        return Ok(());
    }
    let scoped = Element::expect(tvb, security.end(), SEQUENCE)?;
    cx.out.label(f::PLAINTEXT, tvb, scoped.start, scoped.end() - scoped.start);
    let id = octets(cx, f::CONTEXT_ENGINE_ID, tvb, scoped.at)?;
    engine(cx, tvb, id)?;
    let context = octets(cx, f::CONTEXT_NAME, tvb, id.end())?;
    pdu(cx, tvb, context.end())
}

/// A protocol data unit.
fn pdu<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let pdu = Element::read(tvb, at)?;
    let choice = pdu.tag.wrapping_sub(FIRST_PDU);
    // No data unit of any version: Wireshark says nothing about it either.
    let Some(element) = fields::ELEMENTS.get(usize::from(choice)) else { return Ok(()) };
    let name = PDUS.name(choice.into()).unwrap_or_default();
    cx.out.number(f::DATA, tvb, at, 1, choice.into())?;
    cx.out.label(*element, tvb, at, pdu.end() - at);
    let mut request = None;
    let bindings = match pdu.tag {
        TRAP => trap(cx, tvb, pdu.at)?,
        _ => {
            let id = Element::expect(tvb, pdu.at, INTEGER)?;
            request = Some(id.int(tvb)?);
            let at = number(cx, f::REQUEST_ID, tvb, id)?;
            let (first, second) = match pdu.tag {
                BULK => (f::NON_REPEATERS, f::MAX_REPETITIONS),
                _ => (f::ERROR_STATUS, f::ERROR_INDEX),
            };
            let counted = if pdu.tag == BULK { unsigned } else { number };
            let at = counted(cx, first, tvb, Element::expect(tvb, at, INTEGER)?)?;
            counted(cx, second, tvb, Element::expect(tvb, at, INTEGER)?)?
        }
    };
    let names = variables(cx, tvb, bindings)?;
    if let Some(request) = request {
        matched(cx, request, choice);
    }
    cx.column("SNMP", || format!("{name} {names}").trim_end().to_owned());
    Ok(())
}

/// Remembers a request; of a response says which one it answers, and how long that took.
fn matched(cx: &mut Cx<'_>, request: i64, choice: u8) {
    if cx.info.in_error {
        return;
    }
    let mut ends = [(cx.info.src, cx.info.srcport), (cx.info.dst, cx.info.dstport)];
    ends.sort_unstable();
    let now = (cx.frame.number, cx.frame.timestamp_ns);
    let calls = cx.state.of::<Calls>(Proto::Snmp).by_ends.entry(ends, FxHashMap::default);
    match choice {
        0 | 1 | 3 | 5 | 6 => {
            if calls.len() >= MAX_CALLS {
                calls.clear();
            }
            calls.insert(request, now);
            cx.tell(request as u32, f::RESPONSE_IN);
        }
        2 => {
            let Some((frame, time)) = calls.get(&request).copied() else { return };
            cx.note_frame_for(frame, request as u32, f::RESPONSE_IN);
            cx.out.generated_uint(f::RESPONSE_TO, frame);
            if let Some((now, then)) = now.1.zip(time) {
                cx.out.generated(f::TIME, Value::Time(now - then));
            }
        }
        _ => {}
    }
}

/// The parts of an engine's name, RFC 3411 §5.
fn engine<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, Element { at, len, .. }: Element) -> Result<(), Stop> {
    if len == 0 {
        return Ok(());
    }
    cx.out.item(f::ENGINEID_CONFORM, tvb, at, 1)?;
    if tvb.u8(at)? & 0x80 == 0 || len < 5 {
        return Ok(());
    }
    cx.out.number(f::ENGINEID_ENTERPRISE, tvb, at, 4, u64::from(tvb.u32(at)? & 0x7fff_ffff))?;
    let format = cx.out.uint(f::ENGINEID_FORMAT, tvb, at + 4, 1)?;
    let (at, len) = (at + 5, len - 5);
    match (format, len) {
        (1, 4) => cx.out.item(f::ENGINEID_IPV4, tvb, at, 4),
        (2, 16) => cx.out.item(f::ENGINEID_IPV6, tvb, at, 16),
        (3, 6) => cx.out.item(f::ENGINEID_MAC, tvb, at, 6),
        (4, 1..) => cx.out.item(f::ENGINEID_TEXT, tvb, at, len),
        // Net-SNMP: random octets, and when they were made.
        (128, 8) => {
            cx.out.item(f::ENGINEID_DATA, tvb, at, 4)?;
            let time = Value::Time(i128::from(tvb.u32_le(at + 4)?) * 1_000_000_000);
            cx.out.add(f::ENGINEID_TIME, tvb.bytes(at + 4, 4)?, time);
            Ok(())
        }
        (_, 0) => Ok(()),
        _ => cx.out.item(f::ENGINEID_DATA, tvb, at, len),
    }
}

/// The head of a version 1 trap; gives where its variables start.
fn trap<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    /// [APPLICATION 0], an IPv4 address.
    const ADDRESS: u8 = 0x40;
    /// [APPLICATION 3], hundredths of a second.
    const TICKS: u8 = 0x43;
    let enterprise = Element::expect(tvb, at, OID)?;
    cx.out.item(f::ENTERPRISE, tvb, enterprise.at, enterprise.len)?;
    let agent = Element::expect(tvb, enterprise.end(), ADDRESS)?;
    if agent.len == 4 {
        cx.out.item(f::AGENT_ADDR, tvb, agent.at, 4)?;
    }
    let at = number(cx, f::GENERIC_TRAP, tvb, Element::expect(tvb, agent.end(), INTEGER)?)?;
    let at = number(cx, f::SPECIFIC_TRAP, tvb, Element::expect(tvb, at, INTEGER)?)?;
    unsigned(cx, f::TIME_STAMP, tvb, Element::expect(tvb, at, TICKS)?)
}

/// The variable bindings; gives their names for the summary.
fn variables<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<String, Stop> {
    let list = Element::expect(tvb, at, SEQUENCE)?;
    let mut at = list.at;
    let mut names = String::new();
    let mut count = 0;
    // Counted before they are dissected, as the list's item stands before its members.
    let mut next = list.at;
    while next < list.end() {
        next = Element::read(tvb, next)?.end();
        count += 1;
    }
    cx.out.number(f::VARIABLE_BINDINGS, tvb, list.start, list.end() - list.start, count)?;
    while at < list.end() {
        let binding = Element::expect(tvb, at, SEQUENCE)?;
        let name = Element::expect(tvb, binding.at, OID)?;
        cx.out.item(f::NAME, tvb, name.at, name.len)?;
        if cx.out.plan.columns {
            let oid = Value::bytes(tvb.bytes(name.at, name.len)?).text(strato_filter_lang::types::Type::Oid);
            names = if names.is_empty() { oid } else { format!("{names} {oid}") };
        }
        let value = Element::read(tvb, name.end())?;
        variable(cx, tvb, value)?;
        if value.tag == OCTETS && TEXTS.contains(&tvb.bytes(name.at, name.len)?) {
            if cx.out.plan.everything {
                cx.protocols.push(SNMP.frame_name);
            }
            cx.out.item(f::VAR_BIND_STR, tvb, value.at, value.len)?;
        }
        at = binding.end();
    }
    Ok(names)
}

/// A value, by its tag (RFC 3416 §3).
fn variable<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, value: Element) -> Result<(), Stop> {
    let item = |cx: &mut Cx<'f>, field| cx.out.item(field, tvb, value.at, value.len);
    match value.tag {
        INTEGER => _ = number(cx, f::VALUE_INT, tvb, value)?,
        OCTETS => item(cx, f::VALUE_OCTETS)?,
        NULL => cx.out.label(f::VALUE_NULL, tvb, value.start, value.end() - value.start),
        OID => item(cx, f::VALUE_OID)?,
        0x40 if value.len == 4 => item(cx, f::VALUE_IPV4)?,
        0x40 => item(cx, f::VALUE_ADDR)?,
        0x41 => _ = unsigned(cx, f::VALUE_COUNTER, tvb, value)?,
        0x42 => _ = number(cx, f::VALUE_G32, tvb, value)?,
        0x47 => _ = number(cx, f::VALUE_U32, tvb, value)?,
        0x43 => _ = unsigned(cx, f::VALUE_TIMETICKS, tvb, value)?,
        0x44 => item(cx, f::VALUE_OPAQUE)?,
        0x46 => _ = unsigned(cx, f::VALUE_COUNTER, tvb, value)?,
        0x80 => cx.out.label(f::NO_SUCH_OBJECT, tvb, value.start, 2),
        0x81 => cx.out.label(f::NO_SUCH_INSTANCE, tvb, value.start, 2),
        0x82 => cx.out.label(f::END_OF_MIB_VIEW, tvb, value.start, 2),
        _ => item(cx, f::VALUE_UNKNOWN)?,
    }
    Ok(())
}
