//! Internet Control Message Protocol, RFC 792.

pub(super) mod echo;
mod extensions;
mod fields;
mod router;
pub(super) mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol, checksum,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// ICMP.
pub static ICMP: Protocol = Protocol {
    name: "icmp",
    title: "Internet Control Message Protocol",
    frame_name: "icmp",
    fields: FIELDS,
    parents: &[Parent::IpProto(1)],
    extent: Extent::Whole,
    stateful: &["icmp.resp", "icmp.no_resp"],
    dissect,
    ..Protocol::DEFAULT
};

/// Numbers of message types.
mod types {
    pub(super) const ECHO_REPLY: u8 = 0;
    pub(super) const UNREACHABLE: u8 = 3;
    pub(super) const SOURCE_QUENCH: u8 = 4;
    pub(super) const REDIRECT: u8 = 5;
    pub(super) const ECHO: u8 = 8;
    pub(super) const ROUTER_ADVERTISEMENT: u8 = 9;
    pub(super) const TIME_EXCEEDED: u8 = 11;
    pub(super) const PARAMETER_PROBLEM: u8 = 12;
    pub(super) const TIMESTAMP: u8 = 13;
    pub(super) const TIMESTAMP_REPLY: u8 = 14;
    pub(super) const INFORMATION: u8 = 15;
    pub(super) const INFORMATION_REPLY: u8 = 16;
    pub(super) const MASK: u8 = 17;
    pub(super) const MASK_REPLY: u8 = 18;
    pub(super) const EXTENDED_ECHO: u8 = 42;
    pub(super) const EXTENDED_ECHO_REPLY: u8 = 43;
}

/// Code of "fragmentation needed" among the unreachables.
const FRAGMENTATION_NEEDED: u8 = 4;
/// Bytes of the header.
const HEADER: usize = 8;
/// Bytes of the quoted packet when extensions follow it but its length is not said (RFC 4884 §5.2).
const QUOTED: usize = 128;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (ty, code) = (tvb.u8(0)?, tvb.u8(1)?);
    cx.column("ICMP", || summary(tvb, ty, code));
    // Without the byte that says how much is quoted, nothing of an error is read.
    if matches!(ty, types::UNREACHABLE | types::TIME_EXCEEDED | types::PARAMETER_PROBLEM) {
        tvb.u8(5)?;
    }
    status(cx, tvb)?;
    if ty == types::SOURCE_QUENCH {
        cx.out.expert(f::TYPE_DEPRECATED, Severity::Note, Group::Protocol, "Type is deprecated");
    }
    match ty {
        types::ECHO | types::ECHO_REPLY => echo::dissect(cx, tvb, ty)?,
        types::TIMESTAMP | types::TIMESTAMP_REPLY => {
            identifiers(cx, tvb)?;
            cx.out.item(f::ORIGINATE_TIMESTAMP, tvb, 8, 4)?;
            cx.out.item(f::RECEIVE_TIMESTAMP, tvb, 12, 4)?;
            cx.out.item(f::TRANSMIT_TIMESTAMP, tvb, 16, 4)?;
        }
        types::INFORMATION | types::INFORMATION_REPLY => identifiers(cx, tvb)?,
        types::MASK | types::MASK_REPLY => {
            identifiers(cx, tvb)?;
            cx.out.item(f::ADDRESS_MASK, tvb, 8, 4)?;
        }
        types::ROUTER_ADVERTISEMENT => router::advertisement(cx, tvb)?,
        types::EXTENDED_ECHO | types::EXTENDED_ECHO_REPLY => echo::extended(cx, tvb, ty)?,
        types::UNREACHABLE | types::TIME_EXCEEDED | types::PARAMETER_PROBLEM => error(cx, tvb, ty, code)?,
        types::REDIRECT => {
            cx.out.item(f::REDIR_GW, tvb, 4, 4)?;
            quoted(cx, tvb.rest(HEADER)?);
        }
        types::SOURCE_QUENCH => quoted(cx, tvb.rest(HEADER)?),
        _ => {}
    }
    Ok(tvb.len())
}

fn summary(tvb: Tvb<'_>, ty: u8, code: u8) -> String {
    let name = values::TYPE.name(ty.into()).unwrap_or("Unknown ICMP");
    match ty {
        types::ECHO | types::ECHO_REPLY => {
            let (id, seq) = (tvb.u16(4).unwrap_or_default(), tvb.u16(6).unwrap_or_default());
            format!("{name}  id=0x{id:04x}, seq={seq}")
        }
        _ => format!("{name} (code {code})"),
    }
}

/// Type, code and checksum.
fn status<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::TYPE, tvb, 0, 1)?;
    cx.out.item(f::CODE, tvb, 1, 1)?;
    cx.out.item(f::CHECKSUM, tvb, 2, 2)?;
    let whole = tvb.len() == tvb.reported_len() && !cx.info.fragmented && !cx.info.in_error;
    let known = cx.out.plan.everything || cx.out.wants(f::CHECKSUM_STATUS) || cx.out.wants(f::CHECKSUM_BAD);
    let status = match whole && known {
        true if checksum::internet(&[tvb.data()]) == 0 => checksum::GOOD,
        true => checksum::BAD,
        false => checksum::UNVERIFIED,
    };
    cx.out.generated_uint(f::CHECKSUM_STATUS, status);
    if status == checksum::BAD {
        cx.out.expert(f::CHECKSUM_BAD, Severity::Warn, Group::Checksum, "Bad checksum");
    }
    Ok(())
}

/// Identifier and sequence number, in both byte orders: hosts disagree.
fn identifiers<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::IDENT, tvb, 4, 2)?;
    cx.out.item_le(f::IDENT_LE, tvb, 4, 2)?;
    cx.out.item(f::SEQ, tvb, 6, 2)?;
    cx.out.item_le(f::SEQ_LE, tvb, 6, 2)
}

/// An error with a quoted packet and perhaps extensions, RFC 4884.
fn error<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, ty: u8, code: u8) -> Result<(), Stop> {
    // In 32-bit words; 0 when not said.
    let words = tvb.u8(5)?;
    let mtu = ty == types::UNREACHABLE && code == FRAGMENTATION_NEEDED;
    match ty {
        types::PARAMETER_PROBLEM => {
            cx.out.item(f::POINTER, tvb, 4, 1)?;
            if words == 0 {
                cx.out.item(f::UNUSED, tvb, 5, 3)?;
            }
        }
        _ if words > 0 => cx.out.item(f::UNUSED, tvb, 4, 1)?,
        _ if mtu => cx.out.item(f::UNUSED, tvb, 4, 2)?,
        _ => cx.out.item(f::UNUSED, tvb, 4, 4)?,
    }
    if words > 0 {
        cx.out.item(f::LENGTH, tvb, 5, 1)?;
        cx.out.add(f::LENGTH_ORIGINAL_DATAGRAM, tvb.captured(5, 1), Value::Uint(u64::from(words) * 4));
        if !mtu {
            cx.out.item(f::UNUSED, tvb, 6, 2)?;
        }
    }
    if mtu {
        cx.out.item(f::MTU, tvb, 6, 2)?;
    }
    let payload = tvb.rest(HEADER)?;
    let quoted_len = match words {
        0 if payload.reported_len() > QUOTED && payload.u16(2).is_ok_and(|len| usize::from(len) <= QUOTED) => QUOTED,
        0 => payload.reported_len(),
        words => usize::from(words) * 4,
    };
    quoted(cx, payload.limit(quoted_len));
    if payload.reported_len() > quoted_len {
        extensions::dissect(cx, payload.rest(quoted_len)?)?;
    }
    Ok(())
}

/// The packet an error is about: nothing in it is news.
fn quoted<'f>(cx: &mut Cx<'f>, packet: Tvb<'f>) {
    if packet.reported_len() == 0 {
        return;
    }
    let info = cx.info.clone();
    cx.info.in_error = true;
    cx.call(Proto::Ip, packet);
    cx.info = info;
}
