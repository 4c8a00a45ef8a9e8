//! Multiprotocol Label Switching, RFC 3032, and the control words of its pseudowires.

use strato_filter_lang::schema::Display::DecHex;

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Mpls =>
    LABEL: "mpls.label", "MPLS Label", u32().display(DecHex).mask(0xfffff000).values(&LABEL);
    EXP: "mpls.exp", "MPLS Experimental Bits", u32().mask(0xe00);
    BOTTOM: "mpls.bottom", "MPLS Bottom Of Label Stack", u32().mask(0x100);
    TTL: "mpls.ttl", "MPLS TTL", u32().mask(0xff);
    MCC_PROTO: "mcc.proto", "Protocol Id", u16().hex().values(&MCC_PROTO);
    INVALID_LABEL: "mpls.invalid_label", "Invalid Label", none();
    PWACH_CHANNEL_TYPE: "pwach.channel_type", "Channel Type", u16().hex().values(&MCC_PROTO);
    PWACH_ERROR_PROCESSING_MESSAGE: "pwach.error_processing_message", "Error processing Message", none();
    PWACH_RES: "pwach.res", "Reserved", u8().hex();
    PWACH_RES_NOT_ZERO: "pwach.res.not_zero", "Error: this byte is reserved and must be 0", none();
    PWACH_VER: "pwach.ver", "Channel Version", u8().mask(0xf);
    PWMCW_ERROR_PROCESSING_MESSAGE: "pwmcw.error_processing_message", "Error processing Message", none();
    PWMCW_FLAGS: "pwmcw.flags", "Flags", u16().hex().mask(0xfc0);
    PWMCW_LENGTH: "pwmcw.length", "Length", u8().mask(0x3f);
    PWMCW_SEQUENCE_NUMBER: "pwmcw.sequence_number", "Sequence Number", u16();
}

values! {
    MCC_PROTO {
        0 => "Reserved", 1 => "Management Communication Channel (MCC)", 2 => "Signaling Communication Channel (SCC)",
        7 => "BFD Control, PW-ACH-encapsulated (BFD Without IP/UDP Headers)",
        10 => "MPLS Direct Loss Measurement (DLM)", 11 => "MPLS Inferred Loss Measurement (ILM)",
        12 => "MPLS Delay Measurement (DM)", 13 => "MPLS Direct Loss and Delay Measurement (DLM+DM)",
        14 => "MPLS Inferred Loss and Delay Measurement (ILM+DM)", 33 => "IPv4 packet", 34 => "MPLS-TP CC message",
        35 => "MPLS-TP CV message", 36 => "Protection State Coordination Protocol (PSC)", 37 => "On-Demand CV",
        38 => "LI", 39 => "Pseudo-Wire OAM", 40 => "MAC Withdraw OAM Msg", 87 => "IPv6 packet", 88 => "Fault OAM",
        32760 => "Reserved for Experimental Use", 32761 => "Reserved for Experimental Use",
        32762 => "Reserved for Experimental Use", 32763 => "Reserved for Experimental Use",
        32764 => "Reserved for Experimental Use", 32765 => "Reserved for Experimental Use",
        32766 => "Reserved for Experimental Use", 32767 => "Reserved for Experimental Use", 35074 => "MPLS-TP OAM",
        8 => "S-BFD Control, PW-ACH/L2SS encapsulation (without IP/UDP Headers)",
        9 => "MPLS-TP Dual-Homing Coordination message", 15 => "Residence Time Measurement",
        16 => "Time Bucket Jitter Measurement", 17 => "Multi-packet Delay Measurement",
        18 => "Average Delay Measurement", 41 => "PW Status Refresh Reduction",
        42 => "Ring Protection Switching (RPS) Protocol", 89 => "G-ACh Advertisement Protocol",
    }
    LABEL {
        0 => "IPv4 Explicit-Null", 1 => "Router Alert", 2 => "IPv6 Explicit-Null", 3 => "Implicit-Null",
        14 => "OAM Alert", 13 => "Generic Associated Channel Label (GAL)", 7 => "Entropy Label Indicator (ELI)",
    }
}

/// MPLS.
pub static MPLS: Protocol = Protocol {
    name: "mpls",
    title: "MultiProtocol Label Switching Header",
    frame_name: "mpls",
    fields: FIELDS,
    parents: &[
        Parent::EtherType(0x8847),
        Parent::EtherType(0x8848),
        Parent::PppProto(0x281),
        Parent::PppProto(0x283),
        Parent::IpProto(137),
        Parent::UdpPort(6635),
        Parent::Below(Proto::Vxlan),
        Parent::Below(Proto::Nsh),
    ],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Labels 4 to 15 are reserved, but for those with a meaning (RFC 7274).
const RESERVED_LABELS: [u64; 8] = [4, 5, 6, 8, 9, 10, 11, 12];
/// Label of the generic associated channel.
const GENERIC_CHANNEL: u64 = 13;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let mut at = 0;
    let label = loop {
        let entry = cx.out.uint(f::LABEL, tvb, at, 4)?;
        for field in [f::EXP, f::BOTTOM, f::TTL] {
            cx.out.item(field, tvb, at, 4)?;
        }
        at += 4;
        let label = entry >> 12;
        if RESERVED_LABELS.contains(&label) {
            cx.out.expert(f::INVALID_LABEL, Severity::Warn, Group::Protocol, "Invalid Label");
        }
        if entry & 0x100 != 0 {
            break label;
        }
    };
    cx.column("MPLS", || "MPLS Label Switched Packet".into());
    payload(cx, tvb.rest(at)?, label)?;
    Ok(at)
}

/// Nothing names what follows: the first four bits tell (RFC 4928 §3).
fn payload<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, label: u64) -> Result<(), Stop> {
    if tvb.is_empty() {
        return Ok(());
    }
    match tvb.u8(0)? >> 4 {
        1 if label == GENERIC_CHANNEL => channel(cx, tvb)?,
        4 => _ = cx.call(Proto::Ip, tvb),
        6 => _ = cx.call(Proto::Ipv6, tvb),
        1 => channel(cx, tvb)?,
        _ => _ = cx.call(Proto::Eth, tvb.rest(if tvb.u32(0) == Ok(0) { 4 } else { 0 })?),
    }
    Ok(())
}

/// The associated channel of a pseudowire, RFC 4385 §5.
fn channel<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::PWACH_VER, tvb, 0, 1)?;
    if cx.out.uint(f::PWACH_RES, tvb, 1, 1)? != 0 {
        let text = "Error: this byte is reserved and must be 0";
        cx.out.expert(f::PWACH_RES_NOT_ZERO, Severity::Warn, Group::Protocol, text);
    }
    let kind = cx.out.uint(f::PWACH_CHANNEL_TYPE, tvb, 2, 2)?;
    let payload = tvb.rest(4)?;
    match kind {
        0x21 => _ = cx.call(Proto::Ip, payload),
        0x57 => _ = cx.call(Proto::Ipv6, payload),
        _ => cx.call_data(payload),
    }
    Ok(())
}
