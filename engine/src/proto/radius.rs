//! Remote Authentication Dial In User Service, RFC 2865, 2866 and 5176: packets and their attributes, by the dictionaries of
//! RFCs and of some vendors. Passwords are shown as they are sent.

mod dictionary;
mod fields;
mod values;

use strato_filter_lang::{types::Type, value::Value};

use self::{
    dictionary::{Attribute, STANDARD},
    fields::{FIELDS, f},
};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    out::F,
    recent::Recent,
    tvb::{Stop, Tvb},
};

/// RADIUS.
pub static RADIUS: Protocol = Protocol {
    name: "radius",
    title: "RADIUS Protocol",
    frame_name: "radius",
    fields: FIELDS,
    parents: &[
        Parent::UdpPort(1645),
        Parent::UdpPort(1646),
        Parent::UdpPort(1700),
        Parent::UdpPort(1812),
        Parent::UdpPort(1813),
        Parent::UdpPort(3799),
    ],
    stateful: &["radius.reqframe", "radius.time", "radius.dup", "radius.req.dup", "radius.rsp.dup"],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes before the attributes.
const HEADER: usize = 20;
/// Longest packet, RFC 2865 §3, with that of RFC 7930.
const MAX: u16 = 65535;
/// What asks, with the answers that there are.
const EXCHANGES: [(u8, &[u8]); 6] =
    [(1, &[2, 3, 11]), (4, &[5]), (7, &[8, 9]), (12, &[2, 5, 12]), (40, &[41, 42]), (43, &[44, 45])];

const CHAP_PASSWORD: u8 = 3;
const VENDOR: u8 = 26;
const EAP: u8 = 79;

/// A request that waits, or was answered.
#[derive(Clone, Copy, Debug)]
struct Asked {
    frame: u64,
    time_ns: Option<i128>,
    answer: Option<u64>,
}

/// Requests by conversation, code and identifier.
#[derive(Default)]
struct State {
    asked: Recent<(u32, u8, u8), Asked>,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (Ok(code), Ok(len)) = (tvb.u8(0), tvb.u16(2)) else { return Ok(0) };
    if values::CODE.name(code.into()).is_none() || usize::from(len) < HEADER || len == MAX {
        return Ok(0);
    }
    cx.column("RADIUS", || values::CODE.name(code.into()).unwrap_or_default().to_owned());
    let at = &mut Cursor::new(tvb, 0);
    at.item(cx, f::CODE, 1)?;
    let id = at.uint(cx, f::ID, 1)? as u8;
    at.item(cx, f::LENGTH, 2)?;
    at.item(cx, f::AUTHENTICATOR, 16)?;
    exchange(cx, code, id);
    attributes(cx, tvb.limit(len.into()))?;
    Ok(tvb.len())
}

/// Links requests and answers.
fn exchange(cx: &mut Cx<'_>, code: u8, id: u8) {
    let asks = EXCHANGES.iter().any(|(request, _)| *request == code);
    if !asks && !EXCHANGES.iter().any(|(_, answers)| answers.contains(&code)) {
        return;
    }
    cx.out.generated_bool(if asks { f::REQ } else { f::RSP }, true);
    let Some(flow) = cx.info.flow.filter(|_| !cx.info.in_error) else { return };
    let (frame, now) = (cx.frame.number, cx.frame.timestamp_ns);
    let asked = &mut cx.state.of::<State>(Proto::Radius).asked;
    if asks {
        let known = asked.get((flow.id, code, id)).copied().filter(|known| known.answer.is_none());
        match known {
            Some(known) => {
                cx.out.generated_uint(f::DUP, id.into());
                cx.out.generated_uint(f::REQ_DUP, known.frame);
            }
            None => asked.insert((flow.id, code, id), Asked { frame, time_ns: now, answer: None }),
        }
        return;
    }
    let requests = EXCHANGES.iter().filter(|(_, answers)| answers.contains(&code)).map(|row| row.0);
    for request in requests {
        let Some(known) = asked.get((flow.id, request, id)) else { continue };
        match known.answer {
            Some(first) => {
                cx.out.generated_uint(f::DUP, id.into());
                cx.out.generated_uint(f::RSP_DUP, first);
            }
            None => known.answer = Some(frame),
        }
        let known = *known;
        cx.out.generated_uint(f::REQFRAME, known.frame);
        if let Some((now, then)) = now.zip(known.time_ns) {
            cx.out.generated(f::TIME, Value::Time(now - then));
        }
        return;
    }
}

fn attributes<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = HEADER;
    let mut eap = Vec::new();
    while tvb.reported_rest(at) > 0 {
        let (kind, len) = (tvb.u8(at)?, usize::from(tvb.u8(at + 1)?));
        if len < 2 {
            break;
        }
        cx.out.item(f::AVP, tvb, at, len)?;
        cx.out.item(f::AVP_TYPE, tvb, at, 1)?;
        cx.out.item(f::AVP_LENGTH, tvb, at + 1, 1)?;
        let value = tvb.sub(at + 2, len - 2)?;
        match kind {
            VENDOR => vendor(cx, value)?,
            EAP => {
                cx.out.item(f::EAP_FRAGMENT, value, 0, len - 2)?;
                eap.extend_from_slice(value.bytes(0, len - 2)?);
                // A message continues in the attribute that follows.
                if tvb.u8(at + len) != Ok(EAP) {
                    let message = std::mem::take(&mut eap);
                    let bytes = cx.out.alloc_bytes(&message);
                    cx.call(Proto::Eap, Tvb::whole(bytes));
                }
            }
            CHAP_PASSWORD => {
                show(cx, find(STANDARD, kind.into()), value)?;
                if len > 3 {
                    cx.out.item(f::CHAP_IDENT, value, 0, 1)?;
                    cx.out.item(f::CHAP_STRING, value, 1, len - 3)?;
                }
            }
            _ => show(cx, find(STANDARD, kind.into()), value)?,
        }
        at += len;
    }
    Ok(())
}

fn find(dictionary: &'static [Attribute], number: u32) -> Option<&'static Attribute> {
    dictionary.binary_search_by_key(&number, |attribute| attribute.number).ok().and_then(|i| dictionary.get(i))
}

/// Attributes of a vendor, RFC 2865 §5.26.
fn vendor<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let number = cx.out.uint(f::AVP_VENDOR_ID, tvb, 0, 4)? as u32;
    let known = dictionary::vendor(number);
    let mut at = 4;
    while tvb.reported_rest(at) > 2 {
        let (kind, len) = (tvb.u8(at)?, usize::from(tvb.u8(at + 1)?));
        if len < 2 {
            break;
        }
        let len = len.min(tvb.reported_rest(at));
        cx.out.item(f::AVP_VENDOR_TYPE, tvb, at, 1)?;
        cx.out.item(f::AVP_VENDOR_LEN, tvb, at + 1, 1)?;
        show(cx, find(known, kind.into()), tvb.sub(at + 2, len - 2)?)?;
        at += len;
    }
    Ok(())
}

fn show<'f>(cx: &mut Cx<'f>, attribute: Option<&Attribute>, mut value: Tvb<'f>) -> Result<(), Stop> {
    let Some(attribute) = attribute else {
        return cx.out.item(f::UNKNOWN_ATTRIBUTE, value, 0, value.reported_len());
    };
    let field = attribute.encrypted.unwrap_or(attribute.field);
    if let Some(tag) = attribute.tag
        && value.reported_len() > 0
    {
        let is_number = matches!(declared(cx, field), Type::Uint(_));
        // In texts, a first byte above is no tag.
        if is_number || value.u8(0)? <= 0x1f {
            cx.out.item(tag, value, 0, 1)?;
            value = value.rest(1)?;
        }
    }
    let len = value.reported_len();
    match declared(cx, field) {
        // Numbers of other lengths are not shown.
        Type::Uint(_) | Type::Int(_) if !matches!(len, 1..=4 | 8) => Ok(()),
        Type::Uint(_) => cx.out.number(field, value, 0, len, value.uint(0, len)?),
        Type::Ipv4 if len != 4 => Ok(()),
        Type::Ipv6 if len != 16 => Ok(()),
        Type::AbsoluteTime if len != 4 => Ok(()),
        Type::AbsoluteTime => {
            let time = i128::from(value.u32(0)?) * 1_000_000_000;
            cx.out.add(field, value.bytes(0, 4)?, Value::Time(time));
            Ok(())
        }
        _ => cx.out.item(field, value, 0, len),
    }
}

fn declared(cx: &Cx<'_>, field: F) -> Type {
    let plan = cx.out.plan;
    plan.field(plan.id(field)).ty
}
