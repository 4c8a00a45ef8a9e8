//! GPRS tunnels: the header, and the user packets inside (3GPP TS 29.060, TS 29.281).

use strato_filter_lang::schema::Display::HexDec;

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Gtp =>
    FLAGS: "gtp.flags", "Flags", u8().hex();
    FLAGS_VERSION: "gtp.flags.version", "Version", u8().mask(0xe0).values(&FLAGS_VERSION);
    FLAGS_PAYLOAD: "gtp.flags.payload", "Protocol type", u8().mask(0x10).values(&FLAGS_PAYLOAD);
    FLAGS_RESERVED: "gtp.flags.reserved", "Reserved", u8().mask(0xe);
    FLAGS_E: "gtp.flags.e", "Is Next Extension Header present?", bool().mask(0x4).words("Yes", "No");
    FLAGS_S: "gtp.flags.s", "Is Sequence Number present?", bool().mask(0x2).words("Yes", "No");
    FLAGS_PN: "gtp.flags.pn", "Is N-PDU number present?", bool().mask(0x1).words("Yes", "No");
    LENGTH: "gtp.length", "Length", u16();
    MESSAGE: "gtp.message", "Message Type", u8().hex().values(&MESSAGE);
    NPDU_NUMBER: "gtp.npdu_number", "N-PDU Number", u8().hex();
    SEQ_NUMBER: "gtp.seq_number", "Sequence number", u16().display(HexDec);
    TEID: "gtp.teid", "TEID", u32().display(HexDec);
}

values! {
    FLAGS_VERSION {
        0 => "GTP release 97/98 version", 1 => "GTP release 99 version", 2 => "GTPv2-C", 3 => "None", 4 => "None",
        5 => "None", 6 => "None", 7 => "None",
    }
    FLAGS_PAYLOAD {
        0 => "GTP'", 1 => "GTP",
    }
    MESSAGE {
        0 => "For future use", 1 => "Echo request", 2 => "Echo response", 3 => "Version not supported",
        4 => "Node alive request", 5 => "Node alive response", 6 => "Redirection request",
        7 => "Redirection response", 16 => "Create PDP context request", 17 => "Create PDP context response",
        18 => "Update PDP context request", 19 => "Update PDP context response", 20 => "Delete PDP context request",
        21 => "Delete PDP context response", 22 => "Initiate PDP Context Activation Request",
        23 => "Initiate PDP Context Activation Response", 24 => "Delete AA PDP Context Request",
        25 => "Delete AA PDP Context Response", 26 => "Error indication", 27 => "PDU notification request",
        28 => "PDU notification response", 29 => "PDU notification reject request",
        30 => "PDU notification reject response", 31 => "Supported extension header notification",
        32 => "Send routing information for GPRS request", 33 => "Send routing information for GPRS response",
        34 => "Failure report request", 35 => "Failure report response", 36 => "Note MS GPRS present request",
        37 => "Note MS GPRS present response", 48 => "Identification request", 49 => "Identification response",
        50 => "SGSN context request", 51 => "SGSN context response", 52 => "SGSN context acknowledgement",
        53 => "Forward relocation request", 54 => "Forward relocation response", 55 => "Forward relocation complete",
        56 => "Relocation cancel request", 57 => "Relocation cancel response", 58 => "Forward SRNS context",
        59 => "Forward relocation complete acknowledge", 60 => "Forward SRNS context acknowledge",
        61 => "UE Registration Query Request", 62 => "UE Registration Query Response", 70 => "RAN Information Relay",
        96 => "MBMS Notification Request", 97 => "MBMS Notification Response",
        98 => "MBMS Notification Reject Request", 99 => "MBMS Notification Reject Response",
        100 => "Create MBMS Context Request", 101 => "Create MBMS Context Response",
        102 => "Update MBMS Context Request", 103 => "Update MBMS Context Response",
        104 => "Delete MBMS Context Request", 105 => "Delete MBMS Context Response",
        112 => "MBMS Registration Request", 113 => "MBMS Registration Response",
        114 => "MBMS De-Registration Request", 115 => "MBMS De-Registration Response",
        116 => "MBMS Session Start Request", 117 => "MBMS Session Start Response", 118 => "MBMS Session Stop Request",
        119 => "MBMS Session Stop Response", 120 => "MBMS Session Update Request",
        121 => "MBMS Session Update Response", 128 => "MS Info Change Notification Request",
        129 => "MS Info Change Notification Response", 240 => "Data record transfer request",
        241 => "Data record transfer response", 254 => "End Marker", 255 => "T-PDU",
    }
}

/// GPRS Tunneling Protocol.
pub static GTP: Protocol = Protocol {
    name: "gtp",
    title: "GPRS Tunneling Protocol",
    frame_name: "gtp",
    fields: FIELDS,
    parents: &[Parent::UdpPort(2152), Parent::UdpPort(2123), Parent::UdpPort(3386)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Message type of a user's packet (T-PDU).
const USER_DATA: u8 = 255;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (flags, message) = (tvb.u8(0)?, tvb.u8(1)?);
    let version = flags >> 5;
    if version == 2 {
        if cx.out.plan.everything {
            cx.protocols.push("gtpv2");
        }
        return Ok(tvb.len());
    }
    for field in [f::FLAGS, f::FLAGS_VERSION, f::FLAGS_PAYLOAD] {
        cx.out.item(field, tvb, 0, 1)?;
    }
    if version == 1 {
        for field in [f::FLAGS_RESERVED, f::FLAGS_E, f::FLAGS_S, f::FLAGS_PN] {
            cx.out.item(field, tvb, 0, 1)?;
        }
    }
    cx.out.item(f::MESSAGE, tvb, 1, 1)?;
    let len = cx.out.uint(f::LENGTH, tvb, 2, 2)? as usize;
    let mut at = if version == 0 { 20 } else { 8 };
    if version == 1 {
        cx.out.item(f::TEID, tvb, 4, 4)?;
        if flags & 7 != 0 {
            at = extensions(cx, tvb, flags)?;
        }
    }
    cx.column("GTP", || MESSAGE.name(message.into()).unwrap_or("GTP").into());
    if message != USER_DATA {
        return Ok(tvb.len());
    }
    let header = if version == 0 { 20 } else { 8 };
    let payload = tvb.limit(header + len).rest(at)?;
    match payload.u8(0)? >> 4 {
        4 => _ = cx.call(Proto::Ip, payload),
        6 => _ = cx.call(Proto::Ipv6, payload),
        _ => _ = cx.call(Proto::Ppp, payload),
    }
    Ok(at)
}

/// Sequence number, N-PDU number and the chain of extension headers; returns where the payload starts.
fn extensions<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, flags: u8) -> Result<usize, Stop> {
    if flags & 2 != 0 {
        cx.out.item(f::SEQ_NUMBER, tvb, 8, 2)?;
    }
    if flags & 1 != 0 {
        cx.out.item(f::NPDU_NUMBER, tvb, 10, 1)?;
    }
    let mut next = tvb.u8(11)?;
    let mut at = 12;
    while flags & 4 != 0 && next != 0 {
        let len = usize::from(tvb.u8(at)?) * 4;
        if len == 0 {
            return Err(Stop::Malformed);
        }
        next = tvb.u8(at + len - 1)?;
        at += len;
    }
    Ok(at)
}
