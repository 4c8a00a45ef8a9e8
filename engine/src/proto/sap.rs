//! Session Announcement Protocol, RFC 2974.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::Sap =>
    FLAGS: "sap.flags", "Flags", u8().hex();
    FLAGS_V: "sap.flags.v", "Version Number", u8().mask(0xe0).values(&VERSION);
    FLAGS_A: "sap.flags.a", "Address Type", bool().mask(0x10).words("IPv6", "IPv4");
    FLAGS_R: "sap.flags.r", "Reserved", bool().mask(0x8).words("Set", "Not set");
    FLAGS_T: "sap.flags.t", "Message Type", bool().mask(0x4).words("Deletion", "Announcement");
    FLAGS_E: "sap.flags.e", "Encryption Bit", bool().mask(0x2).words("Payload encrypted", "Payload not encrypted");
    FLAGS_C: "sap.flags.c", "Compression Bit", bool().mask(0x1).words("Payload compressed", "Payload not compressed");
    AUTH_LEN: "sap.auth.len", "Authentication Length", u8();
    MESSAGE_IDENTIFIER_HASH: "sap.message_identifier_hash", "Message Identifier Hash", u16().hex();
    ORIGINATING_SOURCE: "sap.originating_source", "Originating Source", ipv4();
    ORIGINATING_SOURCE_IPV6: "sap.originating_source.ipv6", "Originating Source", ipv6();
    AUTH: "sap.auth", "Authentication data", none();
    PAYLOAD_TYPE: "sap.payload_type", "Payload type", str();
}

values! {
    VERSION { 0 => "SAPv0", 1 => "SAPv1 or later" }
}

/// SAP.
pub static SAP: Protocol = Protocol {
    name: "sap",
    title: "Session Announcement Protocol",
    frame_name: "sap",
    fields: FIELDS,
    parents: &[Parent::UdpPort(9875)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("SAP", || "Announcement (v1)".to_owned());
    let flags = tvb.u8(0)?;
    for field in [f::FLAGS, f::FLAGS_V, f::FLAGS_A, f::FLAGS_R, f::FLAGS_T, f::FLAGS_E, f::FLAGS_C] {
        cx.out.item(field, tvb, 0, 1)?;
    }
    cx.out.item(f::AUTH_LEN, tvb, 1, 1)?;
    // In words of 32 bits.
    let auth_len = usize::from(tvb.u8(1)?) * 4;
    cx.out.item(f::MESSAGE_IDENTIFIER_HASH, tvb, 2, 2)?;
    let mut at = 4;
    if flags & 0x10 == 0 {
        cx.out.item(f::ORIGINATING_SOURCE, tvb, at, 4)?;
        at += 4;
    } else {
        cx.out.item(f::ORIGINATING_SOURCE_IPV6, tvb, at, 16)?;
        at += 16;
    }
    if auth_len > 0 {
        tvb.bytes(at, auth_len)?;
        cx.out.label(f::AUTH, tvb, at, auth_len);
        at += auth_len;
    }
    // Encrypted, compressed.
    if flags & 3 != 0 {
        return Ok(tvb.len());
    }
    if !tvb.captured(at, 3).starts_with(b"v=0") {
        let len = memchr::memchr(0, tvb.captured(at, tvb.len())).ok_or(Stop::Malformed)? + 1;
        cx.out.item(f::PAYLOAD_TYPE, tvb, at, len)?;
        at += len;
    }
    cx.call(Proto::Sdp, tvb.rest(at)?);
    Ok(tvb.len())
}
