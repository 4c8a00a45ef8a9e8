//! Dynamic Host Configuration Protocol and BOOTP, RFC 2131, RFC 2132. Vendors' suboptions are not taken apart.

mod fields;
mod options;
mod values;

use self::{
    fields::{FIELDS, f},
    options::{Shape, simple},
};
use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// DHCP.
pub static DHCP: Protocol = Protocol {
    name: "dhcp",
    title: "Dynamic Host Configuration Protocol",
    frame_name: "dhcp",
    fields: FIELDS,
    parents: &[Parent::UdpPort(67), Parent::UdpPort(68), Parent::UdpPort(4011)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Length of the fixed part, up to the cookie.
const FIXED: usize = 236;
/// What says that options follow.
const COOKIE: u32 = 0x6382_5363;
const PAD: u8 = 0;
const OVERLOAD: u8 = 52;
const MESSAGE_TYPE: u8 = 53;
const CLIENT_ID: u8 = 61;
const AGENT: u8 = 82;
const END: u8 = 255;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("DHCP", || "BOOTP".to_owned());
    let (hardware, len) = (tvb.u8(1)?, usize::from(tvb.u8(2)?));
    tvb.bytes(0, 28)?;
    client(cx, tvb, hardware, len.min(16))?;
    // Fields that carry options instead ("overload") are found only when the options were read.
    let overload = overload(tvb);
    name(cx, tvb, f::SERVER, 44, 64, overload & 2 != 0)?;
    name(cx, tvb, f::FILE, 108, 128, overload & 1 != 0)?;
    if tvb.reported_rest(FIXED) < 4 || tvb.u32(FIXED)? != COOKIE {
        cx.out.generated_bool(f::BOOTP, true);
        return Ok(tvb.len());
    }
    cx.out.item(f::COOKIE, tvb, FIXED, 4)?;
    let mut at = FIXED + 4;
    while at < tvb.reported_len() {
        at = option(cx, tvb, at)?;
    }
    Ok(tvb.len())
}

/// The client's hardware address and what fills it up to 16 bytes.
fn client<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, hardware: u8, len: usize) -> Result<(), Stop> {
    match (hardware, len) {
        (1 | 6, 6) => cx.out.item(f::HW_MAC_ADDR, tvb, 28, 6)?,
        (_, 0) => {}
        _ => cx.out.item(f::HW_ADDR, tvb, 28, len)?,
    }
    if len > 0 && len < 16 {
        cx.out.item(f::HW_ADDR_PADDING, tvb, 28 + len, 16 - len)?;
    }
    Ok(())
}

fn name<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, field: F, at: usize, len: usize, overloaded: bool) -> Result<(), Stop> {
    tvb.bytes(at, len)?;
    if overloaded { Ok(()) } else { cx.out.item(field, tvb, at, len) }
}

/// The value of option 52, found by a walk without dissecting.
fn overload(tvb: Tvb<'_>) -> u8 {
    let mut at = FIXED + 4;
    while let Ok(code) = tvb.u8(at) {
        match (code, tvb.u8(at + 1)) {
            (PAD, _) => at += 1,
            (OVERLOAD, Ok(1)) => return tvb.u8(at + 2).unwrap_or_default(),
            (END, _) | (_, Err(_)) => break,
            (_, Ok(len)) => at += 2 + usize::from(len),
        }
    }
    0
}

/// Dissects the option at `at`; returns where the next one starts.
fn option<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let code = tvb.u8(at)?;
    match code {
        PAD => {
            let rest = tvb.captured(at, tvb.len());
            let len = rest.iter().position(|byte| *byte != PAD).unwrap_or(rest.len());
            cx.out.item(f::OPTION_PADDING, tvb, at, len)?;
            return Ok(at + len.max(1));
        }
        END => {
            cx.out.number(f::OPTION_TYPE, tvb, at, 1, 0)?;
            cx.out.item(f::OPTION_END, tvb, at, 1)?;
            let rest = tvb.reported_rest(at + 1);
            if rest > 0 {
                cx.out.item(f::OPTION_PADDING, tvb, at + 1, rest)?;
            }
            return Ok(tvb.reported_len());
        }
        _ => {}
    }
    cx.out.item(f::OPTION_TYPE, tvb, at, 1)?;
    cx.out.item(f::OPTION_LENGTH, tvb, at + 1, 1)?;
    let len = usize::from(tvb.u8(at + 1)?);
    let value = at + 2;
    if len > 0 {
        cx.out.item(f::OPTION_VALUE, tvb, value, len)?;
    }
    match code {
        CLIENT_ID => client_id(cx, tvb, value, len)?,
        AGENT => agent(cx, tvb, value, len)?,
        _ => {
            if let Some((field, shape)) = simple(code) {
                shaped(cx, tvb, field, shape, value, len)?;
            }
        }
    }
    if code == MESSAGE_TYPE {
        message_column(cx, tvb.u8(value)?, tvb);
    }
    Ok(value + len)
}

fn shaped<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, field: F, shape: Shape, at: usize, len: usize) -> Result<(), Stop> {
    match shape {
        Shape::Whole if len > 0 => cx.out.item(field, tvb, at, len),
        Shape::One(size) if len == size => cx.out.item(field, tvb, at, len),
        Shape::Many(size) => (0..len / size).try_for_each(|i| cx.out.item(field, tvb, at + i * size, size)),
        Shape::Whole | Shape::One(_) => Ok(()),
    }
}

/// RFC 2132 §9.14.
fn client_id<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize) -> Result<(), Stop> {
    if len == 0 {
        return Ok(());
    }
    let hardware = tvb.u8(at)?;
    if len == 7 && (1..48).contains(&hardware) {
        cx.out.item(f::HW_TYPE, tvb, at, 1)?;
        return match hardware {
            1 | 6 => cx.out.item(f::HW_MAC_ADDR, tvb, at + 1, 6),
            _ => cx.out.item(f::CLIENT_ID, tvb, at + 1, 6),
        };
    }
    cx.out.item(f::CLIENT_ID_TYPE, tvb, at, 1)?;
    if len > 1 { cx.out.item(f::CLIENT_ID, tvb, at + 1, len - 1) } else { Ok(()) }
}

/// Relay agent information, RFC 3046.
fn agent<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize) -> Result<(), Stop> {
    let end = at + len;
    let mut at = at;
    while at + 2 <= end {
        cx.out.item(f::OPTION_AGENT_INFORMATION_OPTION_SUBOPTION, tvb, at, 1)?;
        let (code, len) = (tvb.u8(at)?, usize::from(tvb.u8(at + 1)?));
        let field = match code {
            1 => Some(f::OPTION_AGENT_INFORMATION_OPTION_AGENT_CIRCUIT_ID),
            2 => Some(f::OPTION_AGENT_INFORMATION_OPTION_AGENT_REMOTE_ID),
            5 if len == 4 => Some(f::OPTION_AGENT_INFORMATION_OPTION_LINK_SELECTION),
            6 => Some(f::OPTION_AGENT_INFORMATION_OPTION_SUBSCRIBER_ID),
            11 if len == 4 => Some(f::OPTION_AGENT_INFORMATION_OPTION_SERVER_ID_OVERRIDE),
            _ => None,
        };
        if let (Some(field), true) = (field, at + 2 + len <= end) {
            cx.out.item(field, tvb, at + 2, len)?;
        }
        at += 2 + len;
    }
    Ok(())
}

fn message_column<'f>(cx: &mut Cx<'f>, message: u8, tvb: Tvb<'f>) {
    let id = tvb.u32(4).unwrap_or_default();
    let name = values::OPTION_DHCP.name(message.into()).unwrap_or("Unknown");
    cx.column("DHCP", || format!("DHCP {name} - Transaction ID 0x{id:x}"));
}
