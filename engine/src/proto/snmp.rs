//! Simple Network Management Protocol: versions 1 (RFC 1157), 2c (RFC 1901, 3416) and 3 (RFC 3412, 3414).

mod fields;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, PDUS, f};
use super::{
    Parent, Protocol,
    ber::Element,
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

const INTEGER: u8 = 0x02;
const OCTETS: u8 = 0x04;
const NULL: u8 = 0x05;
const OID: u8 = 0x06;
const SEQUENCE: u8 = 0x30;

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
    parents: &[Parent::UdpPort(161), Parent::UdpPort(162), Parent::TcpPort(161), Parent::TcpPort(162)],
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
    let engine = octets(cx, f::MSG_ENGINE_ID, tvb, parameters.at)?;
    let at = unsigned(cx, f::MSG_ENGINE_BOOTS, tvb, Element::expect(tvb, engine.end(), INTEGER)?)?;
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
    let engine = octets(cx, f::CONTEXT_ENGINE_ID, tvb, scoped.at)?;
    let context = octets(cx, f::CONTEXT_NAME, tvb, engine.end())?;
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
    let bindings = match pdu.tag {
        TRAP => trap(cx, tvb, pdu.at)?,
        _ => {
            let at = number(cx, f::REQUEST_ID, tvb, Element::expect(tvb, pdu.at, INTEGER)?)?;
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
    cx.column("SNMP", || format!("{name} {names}").trim_end().to_owned());
    Ok(())
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
        variable(cx, tvb, Element::read(tvb, name.end())?)?;
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
        0x42 => _ = number(cx, f::VALUE_U32, tvb, value)?,
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
