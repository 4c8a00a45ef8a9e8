//! PPP over Ethernet, RFC 2516: the header that discovery and session share.

use super::{
    Parent, Proto, Protocol,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Pppoe =>
    VERSION: "pppoe.version", "Version", u8().mask(0xf0);
    TYPE: "pppoe.type", "Type", u8().mask(0xf);
    CODE: "pppoe.code", "Code", u8().hex().values(&CODE);
    SESSION_ID: "pppoe.session_id", "Session ID", u16().hex();
    PAYLOAD_LENGTH: "pppoe.payload_length", "Payload Length", u16();
    PAYLOAD_LENGTH_BAD: "pppoe.payload_length.bad", "Possible bad payload length", none();
}

values! {
    CODE {
        0x0 => "Session Data", 0x7 => "Active Discovery Offer (PADO)", 0x9 => "Active Discovery Initiation (PADI)",
        0xa => "Active Discovery Session-Grant (PADG)", 0xb => "Active Discovery Session-Credit Resp.(PADC)",
        0xc => "Active Discovery Quality (PADQ)", 0x19 => "Active Discovery Request (PADR)",
        0x65 => "Active Discovery Session-confirmation (PADS)", 0xa7 => "Active Discovery Terminate (PADT)",
        0xd3 => "Active Discovery Message (PADM)", 0xd4 => "Active Discovery Network (PADN)",
    }
}

/// PPP-over-Ethernet.
pub static PPPOE: Protocol = Protocol {
    name: "pppoe",
    title: "PPP-over-Ethernet",
    frame_name: "",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Pppoes), Parent::Below(Proto::Pppoed)],
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of the header.
pub(super) const HEADER: usize = 6;

fn dissect<'f>(_: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    Ok(tvb.len())
}

/// Emits the header; returns the payload it says.
pub(super) fn header<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<Tvb<'f>, Stop> {
    cx.out.item(f::VERSION, tvb, 0, 1)?;
    cx.out.item(f::TYPE, tvb, 0, 1)?;
    cx.out.item(f::CODE, tvb, 1, 1)?;
    cx.out.item(f::SESSION_ID, tvb, 2, 2)?;
    let len = cx.out.uint(f::PAYLOAD_LENGTH, tvb, 4, 2)? as usize;
    let payload = tvb.rest(HEADER)?;
    if len > payload.reported_len() {
        let text = "Possible bad payload length";
        cx.out.expert(f::PAYLOAD_LENGTH_BAD, Severity::Warn, Group::Protocol, text);
    }
    Ok(payload.limit(len))
}
