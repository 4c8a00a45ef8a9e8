//! Git's smart protocol: pkt-lines (gitprotocol-common, gitprotocol-v2).

use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    out::{Group, Severity},
    tcp::pdus::dissect_pdus,
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::Git =>
    VERSION: "git.version", "Git Protocol Version", u8().values(&VERSION);
    PACKET_TYPE: "git.packet_type", "Git Packet Type", u8().values(&PACKET_TYPE);
    LENGTH: "git.length", "Packet length", u16().hex();
    DATA: "git.data", "Packet data", bytes();
    SIDEBAND_CONTROL_CODE: "git.sideband_control_code", "Sideband control code", u8().hex().values(&SIDEBAND);
    BAD_PKT_LEN: "git.bad_pkt_len", "unrecognized special pkt-len value", none();
}

values! {
    VERSION { 49 => "Git protocol version 1", 50 => "Git protocol version 2" }
    PACKET_TYPE { 0 => "Flush", 1 => "Delimiter", 2 => "Response end" }
    SIDEBAND { 1 => "Git packfile data", 2 => "Git progress data", 3 => "Git error data" }
}

/// Git.
pub static GIT: Protocol = Protocol {
    name: "git",
    title: "Git Smart Protocol",
    frame_name: "git",
    fields: FIELDS,
    parents: &[Parent::TcpPort(9418)],
    extent: Extent::Whole,
    waits_silently: true,
    dissect,
    ..Protocol::DEFAULT
};

/// Length of the length, in hexadecimal digits.
const HEADER: usize = 4;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("GIT", || "Git Smart Protocol".to_owned());
    dissect_pdus(cx, tvb, HEADER, |tvb, at| Ok(Some(usize::from(length(tvb, at)?).max(HEADER))), packet)
}

fn length(tvb: Tvb<'_>, at: usize) -> Result<u16, Stop> {
    let digits = std::str::from_utf8(tvb.bytes(at, HEADER)?).map_err(|_| Stop::Malformed)?;
    u16::from_str_radix(digits, 16).map_err(|_| Stop::Malformed)
}

fn packet<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let len = length(tvb, 0)?;
    if len < HEADER as u16 {
        // Short ones mean something by themselves.
        cx.out.number(f::PACKET_TYPE, tvb, 0, HEADER, len.into())?;
        if len == 3 {
            let text = "unrecognized special pkt-len value";
            cx.out.expert(f::BAD_PKT_LEN, Severity::Error, Group::Protocol, text);
        }
        return Ok(HEADER);
    }
    cx.out.number(f::LENGTH, tvb, 0, HEADER, len.into())?;
    let mut at = HEADER;
    if tvb.captured(at, 8) == b"version " {
        cx.out.item(f::VERSION, tvb, at + 8, 1)?;
    }
    if matches!(tvb.u8(at), Ok(1..=3)) {
        cx.out.item(f::SIDEBAND_CONTROL_CODE, tvb, at, 1)?;
        at += 1;
    }
    let rest = tvb.reported_rest(at);
    if rest > 0 {
        cx.out.item(f::DATA, tvb, at, rest)?;
    }
    Ok(tvb.len())
}
