//! Modbus: MODBUS Application Protocol Specification V1.1b3.

mod fields;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    mbtcp::{self, Message},
    out::F,
    recent::Recent,
    tvb::{Stop, Tvb},
};

/// Modbus.
pub static MODBUS: Protocol = Protocol {
    name: "modbus",
    title: "Modbus",
    frame_name: "modbus",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Mbtcp)],
    extent: Extent::Whole,
    stateful: &["modbus"],
    dissect,
    ..Protocol::DEFAULT
};

/// A request that a response may answer.
#[derive(Clone, Copy)]
struct Request {
    frame: u64,
    time_ns: Option<i128>,
    function: u8,
    /// The first coil or register that is asked for, and how many.
    first: u16,
    count: u16,
}

/// By conversation, transaction and unit.
type Requests = Recent<(u32, u16, u8), Request>;

/// Set in the function of a response that is an exception.
const EXCEPTION: u8 = 0x80;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let function = tvb.u8(0)?;
    let message: &Message = cx.state.of(Proto::Mbtcp);
    let key = cx.info.flow.map(|flow| (flow.id, message.transaction, message.unit));
    cx.out.item(f::FUNC_CODE, tvb, 0, 1)?;
    let to_server = cx.info.dstport == mbtcp::PORT || cx.info.srcport != mbtcp::PORT;
    if to_server {
        let first = tvb.u16(1).unwrap_or_default();
        let count = tvb.u16(3).unwrap_or_default();
        let request = Request { frame: cx.frame.number, time_ns: cx.frame.timestamp_ns, function, first, count };
        if let Some(key) = key {
            cx.state.of::<Requests>(Proto::Modbus).insert(key, request);
        }
        return self::request(cx, tvb, function);
    }
    let request = key.and_then(|key| cx.state.of::<Requests>(Proto::Modbus).get(key).copied());
    let request = request.filter(|request| request.function == function & !EXCEPTION);
    if let Some(request) = request {
        cx.out.generated_uint(f::REQUEST_FRAME, request.frame);
        if let (Some(now), Some(then)) = (cx.frame.timestamp_ns, request.time_ns) {
            cx.out.generated(f::RESPONSE_TIME, Value::Time(now - then));
        }
    }
    if function & EXCEPTION != 0 {
        cx.out.item(f::EXCEPTION_CODE, tvb, 1, 1)?;
        return Ok(tvb.len());
    }
    response(cx, tvb, function, request)
}

fn request<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, function: u8) -> Result<usize, Stop> {
    let numbers = |cx: &mut Cx<'f>, fields: &[F]| {
        fields.iter().enumerate().try_for_each(|(i, field)| cx.out.item(*field, tvb, 1 + 2 * i, 2))
    };
    match function {
        1 | 2 => numbers(cx, &[f::REFERENCE_NUM, f::BIT_CNT])?,
        3 | 4 => numbers(cx, &[f::REFERENCE_NUM, f::WORD_CNT])?,
        5 => {
            numbers(cx, &[f::REFERENCE_NUM])?;
            cx.out.item(f::DATA, tvb, 3, 1)?;
            cx.out.item(f::PADDING, tvb, 4, 1)?;
        }
        6 => {
            cx.out.item(f::REFERENCE_NUM, tvb, 1, 2)?;
            registers(cx, tvb, 3, 2, tvb.u16(1)?)?;
        }
        8 => diagnostics(cx, tvb)?,
        7 | 11 | 12 | 17 => {}
        15 => {
            numbers(cx, &[f::REFERENCE_NUM, f::BIT_CNT])?;
            let len = cx.out.uint(f::BYTE_CNT, tvb, 5, 1)? as usize;
            cx.out.item(f::DATA, tvb, 6, len)?;
        }
        16 => {
            numbers(cx, &[f::REFERENCE_NUM, f::WORD_CNT])?;
            let len = cx.out.uint(f::BYTE_CNT, tvb, 5, 1)? as usize;
            registers(cx, tvb, 6, len, tvb.u16(1)?)?;
        }
        22 => numbers(cx, &[f::REFERENCE_NUM, f::AND_MASK, f::OR_MASK])?,
        23 => {
            numbers(cx, &[f::READ_REFERENCE_NUM, f::READ_WORD_CNT, f::WRITE_REFERENCE_NUM, f::WRITE_WORD_CNT])?;
            let len = cx.out.uint(f::BYTE_CNT, tvb, 9, 1)? as usize;
            registers(cx, tvb, 10, len, tvb.u16(5)?)?;
        }
        24 => numbers(cx, &[f::REFERENCE_NUM])?,
        43 => {
            cx.out.item(f::MEI, tvb, 1, 1)?;
            if tvb.u8(1)? == DEVICE_ID {
                cx.out.item(f::READ_DEVICE_ID, tvb, 2, 1)?;
                cx.out.item(f::OBJECT_ID, tvb, 3, 1)?;
            } else {
                rest(cx, tvb, 2)?;
            }
        }
        _ => rest(cx, tvb, 1)?,
    }
    Ok(tvb.len())
}

/// MODBUS Encapsulated Interface: reading what a device says of itself.
const DEVICE_ID: u8 = 14;

fn response<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, function: u8, request: Option<Request>) -> Result<usize, Stop> {
    let first = request.map_or(0, |request| request.first);
    match function {
        1 | 2 => {
            let len = cx.out.uint(f::BYTE_CNT, tvb, 1, 1)? as usize;
            bits(cx, tvb, 2, len, request)?;
        }
        3 | 4 | 23 => {
            let len = cx.out.uint(f::BYTE_CNT, tvb, 1, 1)? as usize;
            registers(cx, tvb, 2, len, first)?;
        }
        5 => {
            cx.out.item(f::REFERENCE_NUM, tvb, 1, 2)?;
            cx.out.item(f::DATA, tvb, 3, 1)?;
            cx.out.item(f::PADDING, tvb, 4, 1)?;
        }
        6 => {
            cx.out.item(f::REFERENCE_NUM, tvb, 1, 2)?;
            registers(cx, tvb, 3, 2, tvb.u16(1)?)?;
        }
        8 => diagnostics(cx, tvb)?,
        11 => {
            cx.out.item(f::EV_STATUS, tvb, 1, 2)?;
            cx.out.item(f::EV_COUNT, tvb, 3, 2)?;
        }
        15 => {
            cx.out.item(f::REFERENCE_NUM, tvb, 1, 2)?;
            cx.out.item(f::BIT_CNT, tvb, 3, 2)?;
        }
        16 => {
            cx.out.item(f::REFERENCE_NUM, tvb, 1, 2)?;
            cx.out.item(f::WORD_CNT, tvb, 3, 2)?;
        }
        17 => {
            let len = cx.out.uint(f::BYTE_CNT, tvb, 1, 1)? as usize;
            cx.out.item(f::DATA, tvb, 2, len)?;
        }
        22 => {
            cx.out.item(f::REFERENCE_NUM, tvb, 1, 2)?;
            cx.out.item(f::AND_MASK, tvb, 3, 2)?;
            cx.out.item(f::OR_MASK, tvb, 5, 2)?;
        }
        43 => device(cx, tvb)?,
        _ => rest(cx, tvb, 1)?,
    }
    Ok(tvb.len())
}

fn rest<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let len = tvb.len().saturating_sub(at);
    if len > 0 { cx.out.item(f::DATA, tvb, at, len) } else { Ok(()) }
}

/// Coils: the low bit of the first byte is the first; as many as were asked for.
fn bits<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize, request: Option<Request>) -> Result<(), Stop> {
    let bytes = tvb.bytes(at, len)?;
    let (first, count) = request.map_or((0, u16::MAX), |request| (request.first, request.count));
    for (i, byte) in bytes.iter().enumerate() {
        for bit in 0..8 {
            let number = i * 8 + bit;
            if number >= usize::from(count) {
                return Ok(());
            }
            cx.out.number(f::BITNUM, tvb, at + i, 1, u64::from(first).wrapping_add(number as u64))?;
            cx.out.add(f::BITVAL, tvb.captured(at + i, 1), Value::Bool(byte >> bit & 1 == 1));
        }
    }
    Ok(())
}

fn registers<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize, first: u16) -> Result<(), Stop> {
    tvb.bytes(at, len)?;
    for i in 0..len / 2 {
        cx.out.number(f::REGNUM16, tvb, at + 2 * i, 2, u64::from(first) + i as u64)?;
        cx.out.item(f::REGVAL_UINT16, tvb, at + 2 * i, 2)?;
    }
    Ok(())
}

fn diagnostics<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::DIAGNOSTIC_CODE, tvb, 1, 2)?;
    rest(cx, tvb, 3)
}

/// The objects by which a device tells what it is.
fn device<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::MEI, tvb, 1, 1)?;
    if tvb.u8(1)? != DEVICE_ID {
        return rest(cx, tvb, 2);
    }
    let fields = [f::READ_DEVICE_ID, f::CONFORMITY_LEVEL, f::MORE_FOLLOWS, f::NEXT_OBJECT_ID, f::NUM_OBJECTS];
    for (i, field) in fields.into_iter().enumerate() {
        cx.out.item(field, tvb, 2 + i, 1)?;
    }
    let mut at = 7;
    for _ in 0..tvb.u8(6)? {
        let id = cx.out.uint(f::OBJECT_ID, tvb, at, 1)?;
        let len = cx.out.uint(f::OBJECTS_LEN, tvb, at + 1, 1)? as usize;
        // The first seven objects are texts.
        let value = if id < 7 { f::OBJECT_STR_VALUE } else { f::OBJECT_VALUE };
        cx.out.item(value, tvb, at + 2, len)?;
        at += 2 + len;
    }
    Ok(())
}
