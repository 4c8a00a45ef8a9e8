//! Bidirectional Forwarding Detection: RFC 5880, the draft before it (version 0), and maintenance points of RFC 6428.

mod fields;
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
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// BFD.
pub static BFD: Protocol = Protocol {
    name: "bfd",
    title: "Bidirectional Forwarding Detection Control Message",
    frame_name: "bfd",
    fields: FIELDS,
    parents: &[Parent::UdpPort(3784), Parent::UdpPort(4784), Parent::UdpPort(6784), Parent::UdpPort(7784)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes before the authentication.
const HEADER: usize = 24;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let version = tvb.u8(0)? >> 5;
    let authenticated = tvb.u8(1)? & 4 != 0 && version > 0;
    cx.column("BFD Control", || format!("Version {version}"));
    cx.out.item(f::VERSION, tvb, 0, 1)?;
    cx.out.item(f::DIAG, tvb, 0, 1)?;
    if version == 0 {
        let bits = [f::FLAGS, f::FLAGS_H, f::FLAGS_D, f::FLAGS_P, f::FLAGS_F];
        bits.into_iter().try_for_each(|field| cx.out.item(field, tvb, 1, 1))?;
    } else {
        cx.out.item(f::STA, tvb, 1, 1)?;
        cx.out.item(f::FLAGS, tvb, 1, 1)?;
        flags1(cx, tvb)?;
    }
    let parts = [
        Item(f::DETECT_TIME_MULTIPLIER, 1),
        Item(f::MESSAGE_LENGTH, 1),
        Item(f::MY_DISCRIMINATOR, 4),
        Item(f::YOUR_DISCRIMINATOR, 4),
        Item(f::DESIRED_MIN_TX_INTERVAL, 4),
        Item(f::REQUIRED_MIN_RX_INTERVAL, 4),
        Item(f::REQUIRED_MIN_ECHO_INTERVAL, 4),
    ];
    walk(cx, tvb, 2, &parts)?;
    if authenticated {
        return authentication(cx, tvb);
    }
    Ok(HEADER)
}

/// The flags of version 1; the bit of demand mode is another one than in version 0.
fn flags1<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let before = [f::FLAGS_P, f::FLAGS_F, f::FLAGS_C, f::FLAGS_A];
    before.into_iter().try_for_each(|field| cx.out.item(field, tvb, 1, 1))?;
    let demand = tvb.u8(1)? & 2 != 0;
    cx.out.add(f::FLAGS_D, tvb.bytes(1, 1)?, Value::Bool(demand));
    cx.out.item(f::FLAGS_M, tvb, 1, 1)
}

fn authentication<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    const PASSWORD: u8 = 1;
    const KEYED_MD5: u8 = 2;
    const METICULOUS_SHA1: u8 = 5;
    if tvb.reported_rest(HEADER) < 3 {
        let text = "Authentication flag is set in a BFD packet, but no authentication data is present";
        cx.out.expert(f::AUTH_NO_DATA, Severity::Warn, Group::Malformed, text);
        return Ok(HEADER);
    }
    let (kind, len) = (tvb.u8(HEADER)?, usize::from(tvb.u8(HEADER + 1)?));
    let start = walk(cx, tvb, HEADER, &[Item(f::AUTH_TYPE, 1), Item(f::AUTH_LEN, 1), Item(f::AUTH_KEY, 1)])?;
    let valid = match kind {
        PASSWORD => (4..=19).contains(&len),
        KEYED_MD5 | 3 => len == 24,
        4 | METICULOUS_SHA1 => len == 28,
        _ => true,
    };
    if !valid {
        let text = "Length of authentication section is invalid";
        cx.out.expert(f::AUTH_LEN_INVALID, Severity::Warn, Group::Malformed, text);
    }
    match kind {
        PASSWORD => cx.out.item(f::AUTH_PASSWORD, tvb, start, len.saturating_sub(3))?,
        KEYED_MD5..=METICULOUS_SHA1 => {
            let digest = if kind < 4 { 16 } else { 20 };
            walk(cx, tvb, start + 1, &[Bits(&[f::AUTH_SEQ_NUM], 4), Item(f::CHECKSUM, digest)])?;
        }
        _ => {}
    }
    Ok(HEADER + len)
}
