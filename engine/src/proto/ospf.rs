//! Open Shortest Path First: version 2 (RFC 2328) and version 3 for IPv6 (RFC 5340).

mod advertisement2;
mod advertisement3;
mod fields;
mod signaling;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    layout::{
        Part::{Bits, Item},
        walk,
    },
    out::F,
    tvb::{Stop, Tvb},
};

/// OSPF.
pub static OSPF: Protocol = Protocol {
    name: "ospf",
    title: "Open Shortest Path First",
    frame_name: "ospf",
    fields: FIELDS,
    parents: &[Parent::IpProto(89)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Types of messages.
const HELLO: u8 = 1;
const DESCRIPTION: u8 = 2;
const REQUEST: u8 = 3;
const UPDATE: u8 = 4;
const ACKNOWLEDGMENT: u8 = 5;

/// Kinds of authentication.
const SIMPLE: u16 = 1;
const CRYPTOGRAPHIC: u16 = 2;

const V2_OPTIONS: &[F] = &[
    f::V2_OPTIONS,
    f::V2_OPTIONS_DN,
    f::V2_OPTIONS_O,
    f::V2_OPTIONS_DC,
    f::V2_OPTIONS_L,
    f::V2_OPTIONS_N,
    f::V2_OPTIONS_MC,
    f::V2_OPTIONS_E,
    f::V2_OPTIONS_MT,
];

const V3_OPTIONS: &[F] = &[
    f::V3_OPTIONS,
    f::V3_OPTIONS_AT,
    f::V3_OPTIONS_L,
    f::V3_OPTIONS_AF,
    f::V3_OPTIONS_DC,
    f::V3_OPTIONS_R,
    f::V3_OPTIONS_N,
    f::V3_OPTIONS_MC,
    f::V3_OPTIONS_E,
    f::V3_OPTIONS_V6,
];

/// Bytes of the header of an advertisement.
const ADVERTISEMENT: usize = 20;

/// A message: its header's version, and the part of the packet that it says is its.
#[derive(Clone, Copy)]
struct Message<'f> {
    tvb: Tvb<'f>,
    third: bool,
    header: usize,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (version, kind) = (tvb.u8(0)?, tvb.u8(1)?);
    cx.column("OSPF", || values::MSG.name(kind.into()).unwrap_or("Unknown").to_owned());
    let header = match version {
        2 => 24,
        3 => 16,
        _ => {
            cx.out.item(f::VERSION, tvb, 0, 1)?;
            return Ok(tvb.len());
        }
    };
    let len = usize::from(tvb.u16(2)?);
    cx.out.label(f::HEADER, tvb, 0, header);
    cx.out.item(f::VERSION, tvb, 0, 1)?;
    cx.out.item(f::MSG, tvb, 1, 1)?;
    mark(cx, tvb, kind)?;
    let parts = [Item(f::PACKET_LENGTH, 2), Item(f::SRCROUTER, 4), Item(f::AREA_ID, 4), Item(f::CHECKSUM, 2)];
    walk(cx, tvb, 2, &parts)?;
    let end = if version == 2 {
        authentication(cx, tvb, len)?
    } else {
        walk(cx, tvb, 14, &[Item(f::INSTANCE_ID, 1), Item(f::RESERVED, 1)])?;
        len
    };
    let message = Message { tvb: tvb.limit(len), third: version == 3, header };
    let signaled = body(cx, message, kind)?;
    if signaled && tvb.reported_rest(end) >= 4 {
        signaling::dissect(cx, tvb, end)?;
    }
    Ok(tvb.len())
}

/// Fields that mark the kind of message.
fn mark<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, kind: u8) -> Result<(), Stop> {
    let field = match kind {
        HELLO => f::MSG_HELLO,
        DESCRIPTION => f::MSG_DBDESC,
        REQUEST => f::MSG_LSREQ,
        UPDATE => f::MSG_LSUPDATE,
        ACKNOWLEDGMENT => f::MSG_LSACK,
        _ => return Ok(()),
    };
    cx.out.add(field, tvb.bytes(1, 1)?, Value::Bool(true));
    Ok(())
}

/// Version 2 only; returns where the message with its digest ends.
fn authentication<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, len: usize) -> Result<usize, Stop> {
    match cx.out.uint(f::AUTH_TYPE, tvb, 14, 2)? as u16 {
        0 => cx.out.item(f::AUTH_NONE, tvb, 16, 8)?,
        SIMPLE => cx.out.item(f::AUTH_SIMPLE, tvb, 16, 8)?,
        CRYPTOGRAPHIC => {
            cx.out.item(f::AUTH_CRYPT_KEY_ID, tvb, 18, 1)?;
            let digest = cx.out.uint(f::AUTH_CRYPT_DATA_LENGTH, tvb, 19, 1)? as usize;
            cx.out.item(f::AUTH_CRYPT_SEQ_NBR, tvb, 20, 4)?;
            if digest > 0 {
                cx.out.item(f::AUTH_CRYPT_DATA, tvb, len, digest)?;
            }
            return Ok(len + digest);
        }
        _ => cx.out.item(f::AUTH_UNKNOWN, tvb, 16, 8)?,
    }
    Ok(len)
}

/// Returns whether the options announce a block of link-local signaling.
fn body<'f>(cx: &mut Cx<'f>, message: Message<'f>, kind: u8) -> Result<bool, Stop> {
    let Message { tvb, header, .. } = message;
    match kind {
        HELLO => return hello(cx, message),
        DESCRIPTION => return description(cx, message),
        REQUEST => requests(cx, message)?,
        UPDATE => {
            let count = cx.out.uint(f::LS_NUMBER_OF_LSAS, tvb, header, 4)?;
            let mut at = header + 4;
            for _ in 0..count {
                at = advertisement(cx, message, at, true)?;
            }
        }
        ACKNOWLEDGMENT => headers(cx, message, header)?,
        _ => {}
    }
    Ok(false)
}

fn hello<'f>(cx: &mut Cx<'f>, message: Message<'f>) -> Result<bool, Stop> {
    let Message { tvb, third, header } = message;
    cx.out.label(f::HELLO, tvb, header, tvb.reported_rest(header));
    let (signaled, at) = if third {
        let parts = [
            Item(f::HELLO_INTERFACE_ID, 4),
            Item(f::HELLO_ROUTER_PRIORITY, 1),
            Bits(V3_OPTIONS, 3),
            Item(f::HELLO_HELLO_INTERVAL, 2),
            Item(f::HELLO_ROUTER_DEAD_INTERVAL, 2),
        ];
        (tvb.u8(header + 6)? & 2 != 0, walk(cx, tvb, header, &parts)?)
    } else {
        let parts = [
            Item(f::HELLO_NETWORK_MASK, 4),
            Item(f::HELLO_HELLO_INTERVAL, 2),
            Bits(V2_OPTIONS, 1),
            Item(f::HELLO_ROUTER_PRIORITY, 1),
            Item(f::HELLO_ROUTER_DEAD_INTERVAL, 4),
        ];
        (tvb.u8(header + 6)? & 0x10 != 0, walk(cx, tvb, header, &parts)?)
    };
    let parts = [Item(f::HELLO_DESIGNATED_ROUTER, 4), Item(f::HELLO_BACKUP_DESIGNATED_ROUTER, 4)];
    let mut at = walk(cx, tvb, at, &parts)?;
    while tvb.reported_rest(at) > 0 {
        cx.out.item(f::HELLO_ACTIVE_NEIGHBOR, tvb, at, 4)?;
        at += 4;
    }
    Ok(signaled)
}

fn description<'f>(cx: &mut Cx<'f>, message: Message<'f>) -> Result<bool, Stop> {
    let Message { tvb, third, header } = message;
    const FLAGS: &[F] = &[f::DBD, f::DBD_R, f::DBD_I, f::DBD_M, f::DBD_MS];
    let (signaled, at) = if third {
        let parts = [
            Item(f::RESERVED, 1),
            Bits(V3_OPTIONS, 3),
            Item(f::DB_INTERFACE_MTU, 2),
            Item(f::RESERVED, 1),
            Bits(FLAGS, 1),
        ];
        (tvb.u8(header + 2)? & 2 != 0, walk(cx, tvb, header, &parts)?)
    } else {
        let parts = [Item(f::DB_INTERFACE_MTU, 2), Bits(V2_OPTIONS, 1), Bits(FLAGS, 1)];
        (tvb.u8(header + 2)? & 0x10 != 0, walk(cx, tvb, header, &parts)?)
    };
    cx.out.item(f::DB_DD_SEQUENCE, tvb, at, 4)?;
    headers(cx, message, at + 4)?;
    Ok(signaled)
}

fn requests<'f>(cx: &mut Cx<'f>, message: Message<'f>) -> Result<(), Stop> {
    let Message { tvb, third, header } = message;
    let mut at = header;
    while tvb.reported_rest(at) > 0 {
        if third {
            cx.out.item(f::RESERVED, tvb, at, 2)?;
            walk(cx, tvb, at + 2, &[Bits(advertisement3::TYPE, 2)])?;
        } else {
            let kind = u64::from(tvb.u32(at)?);
            cx.out.number(f::LSA, tvb, at, 4, kind)?;
        }
        at = walk(cx, tvb, at + 4, &[Item(f::LINK_STATE_ID, 4), Item(f::ADVROUTER, 4)])?;
    }
    Ok(())
}

/// Headers of advertisements without their bodies.
fn headers<'f>(cx: &mut Cx<'f>, message: Message<'f>, mut at: usize) -> Result<(), Stop> {
    while message.tvb.reported_rest(at) > 0 {
        at = advertisement(cx, message, at, false)?;
    }
    Ok(())
}

/// Returns where it ends: behind its header when it has no body here.
fn advertisement<'f>(cx: &mut Cx<'f>, message: Message<'f>, at: usize, with_body: bool) -> Result<usize, Stop> {
    let Message { tvb, third, .. } = message;
    let len = usize::from(tvb.u16(at + 18)?);
    let own = if with_body { tvb.sub(at, len.max(ADVERTISEMENT))? } else { tvb.sub(at, ADVERTISEMENT)? };
    if third {
        advertisement3::dissect(cx, own)?;
    } else {
        advertisement2::dissect(cx, own)?;
    }
    Ok(at + own.reported_len())
}
