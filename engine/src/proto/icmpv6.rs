//! Internet Control Message Protocol for IPv6, RFC 4443: errors, echo, neighbor discovery, multicast listeners.

mod echo;
mod fields;
mod messages;
mod multicast;
mod node;
mod options;
mod rpl;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol, checksum,
    dissect::Cx,
    layout,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// ICMPv6.
pub static ICMPV6: Protocol = Protocol {
    name: "icmpv6",
    title: "Internet Control Message Protocol v6",
    frame_name: "icmpv6",
    fields: FIELDS,
    parents: &[Parent::IpProto(58)],
    extent: Extent::Whole,
    stateful: &["icmpv6.resp", "icmpv6.no_resp"],
    dissect,
    ..Protocol::DEFAULT
};

/// Numbers of message types.
mod types {
    pub(super) const UNREACHABLE: u8 = 1;
    pub(super) const TOO_BIG: u8 = 2;
    pub(super) const TIME_EXCEEDED: u8 = 3;
    pub(super) const PARAMETER_PROBLEM: u8 = 4;
    pub(super) const ECHO: u8 = 128;
    pub(super) const ECHO_REPLY: u8 = 129;
    pub(super) const LISTENER_QUERY: u8 = 130;
    pub(super) const NODE_QUERY: u8 = 139;
    pub(super) const NODE_REPLY: u8 = 140;
    pub(super) const LISTENER_REPORT: u8 = 143;
    pub(super) const RPL: u8 = 155;
    pub(super) const EXTENDED_ECHO: u8 = 160;
    pub(super) const EXTENDED_ECHO_REPLY: u8 = 161;
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.out.item(f::TYPE, tvb, 0, 1)?;
    cx.out.item(f::CODE, tvb, 1, 1)?;
    let (ty, code) = (tvb.u8(0)?, tvb.u8(1)?);
    cx.column("ICMPv6", || {
        let name = values::TYPE.name(ty.into()).unwrap_or("Unknown");
        format!("{name} (code {code})")
    });
    status(cx, tvb)?;
    match ty {
        types::UNREACHABLE | types::TOO_BIG | types::TIME_EXCEEDED | types::PARAMETER_PROBLEM => error(cx, tvb, ty)?,
        types::ECHO | types::ECHO_REPLY => echo::dissect(cx, tvb, ty)?,
        types::LISTENER_QUERY => multicast::query(cx, tvb)?,
        types::LISTENER_REPORT => multicast::report(cx, tvb)?,
        types::NODE_QUERY | types::NODE_REPLY => node::dissect(cx, tvb, ty, code)?,
        types::RPL => rpl::dissect(cx, tvb, code)?,
        types::EXTENDED_ECHO | types::EXTENDED_ECHO_REPLY => echo::extended(cx, tvb, ty)?,
        _ => {
            let Some(message) = messages::message(ty) else {
                cx.out.expert(f::UNDECODED_TYPE, Severity::Note, Group::Undecoded, "Undecoded type");
                let rest = tvb.reported_rest(4);
                if rest > 0 {
                    cx.out.item(f::DATA, tvb, 4, rest)?;
                }
                return Ok(tvb.len());
            };
            let at = layout::walk(cx, tvb, 4, message.parts)?;
            if message.options {
                options::dissect(cx, tvb, at)?;
            }
        }
    }
    Ok(tvb.len())
}

/// The checksum, which covers a pseudo-header.
fn status<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::CHECKSUM, tvb, 2, 2)?;
    let wanted = cx.out.wants(f::CHECKSUM_STATUS) || cx.out.wants(f::CHECKSUM_BAD_EXPERT);
    if !wanted && !cx.out.plan.everything {
        return Ok(());
    }
    let whole = tvb.len() == tvb.reported_len() && !cx.info.fragmented && !cx.info.in_error;
    let pseudo = checksum::pseudo_header_v6(cx.info.src, cx.info.dst, tvb.reported_len(), 58);
    let status = match pseudo.filter(|_| whole) {
        Some(pseudo) if checksum::internet(&[&pseudo, tvb.data()]) == 0 => checksum::GOOD,
        Some(_) => checksum::BAD,
        None => checksum::UNVERIFIED,
    };
    cx.out.generated_uint(f::CHECKSUM_STATUS, status);
    if status == checksum::BAD {
        cx.out.expert(f::CHECKSUM_BAD_EXPERT, Severity::Warn, Group::Checksum, "Bad checksum");
    }
    Ok(())
}

/// An error, with a quoted packet.
fn error<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, ty: u8) -> Result<(), Stop> {
    match ty {
        types::TOO_BIG => cx.out.item(f::MTU, tvb, 4, 4)?,
        types::PARAMETER_PROBLEM => cx.out.item(f::POINTER, tvb, 4, 4)?,
        // The first byte counts words of 8 bytes when extensions follow, RFC 4884.
        _ if tvb.u8(4)? != 0 => {
            cx.out.item(f::LENGTH, tvb, 4, 1)?;
            cx.out.item(f::RESERVED, tvb, 5, 3)?;
        }
        _ => cx.out.item(f::RESERVED, tvb, 4, 4)?,
    }
    quoted(cx, tvb.rest(8)?);
    Ok(())
}

/// The packet an error is about: nothing in it is news.
fn quoted<'f>(cx: &mut Cx<'f>, packet: Tvb<'f>) {
    if packet.reported_len() == 0 {
        return;
    }
    let info = cx.info.clone();
    cx.info.in_error = true;
    cx.call(Proto::Ipv6, packet);
    cx.info = info;
}
