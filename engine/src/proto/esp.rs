//! IP Encapsulating Security Payload, RFC 4303; nothing is decrypted.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{Group, Severity},
    recent::Recent,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Esp =>
    SPI: "esp.spi", "ESP SPI", u32().hex();
    SEQUENCE: "esp.sequence", "ESP Sequence", u32();
    PAD: "esp.pad", "Pad", bytes();
    PAD_LEN: "esp.pad_len", "ESP Pad Length", u8();
    PROTOCOL: "esp.protocol", "ESP Next Header", u8().hex();
    IV: "esp.iv", "ESP IV", bytes();
    ENCRYPTED_DATA: "esp.encrypted_data", "ESP Encrypted Data", bytes();
    DECRYPTED_DATA: "esp.decrypted_data", "ESP Decrypted Data", bytes();
    CONTAINED_DATA: "esp.contained_data", "ESP Contained Data", bytes();
    ICV: "esp.icv", "ESP ICV", bytes();
    ICV_GOOD: "esp.icv_good", "Good", bool();
    ICV_BAD: "esp.icv_bad", "Bad", bool();
    SEQUENCE_ANALYSIS_EXPECTED_SN: "esp.sequence-analysis.expected-sn", "Expected SN", u32();
    SEQUENCE_ANALYSIS_PREVIOUS_FRAME: "esp.sequence-analysis.previous-frame", "Previous Frame", framenum();
    SEQUENCE_ANALYSIS_WRONG_SEQUENCE_NUMBER: "esp.sequence-analysis.wrong-sequence-number", "Wrong Sequence Number", none();
}

/// ESP.
pub static ESP: Protocol = Protocol {
    name: "esp",
    title: "Encapsulating Security Payload",
    frame_name: "esp",
    fields: FIELDS,
    parents: &[Parent::IpProto(50), Parent::Below(Proto::Udpencap)],
    extent: Extent::Whole,
    stateful: &["esp.sequence-analysis"],
    across: &["esp.sequence-analysis"],
    dissect,
    ..Protocol::DEFAULT
};

/// The last packet of a security association.
#[derive(Clone, Copy, Debug)]
struct Last {
    sequence: u32,
    frame: u64,
    /// The one before it, for the time when the frame is dissected again.
    before: Option<(u32, u64)>,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let spi = cx.out.uint(f::SPI, tvb, 0, 4)? as u32;
    let sequence = cx.out.uint(f::SEQUENCE, tvb, 4, 4)? as u32;
    cx.column("ESP", || format!("ESP (SPI=0x{spi:08x})"));
    if cx.out.plan.stateful(Proto::Esp) && !cx.info.in_error {
        follow(cx, spi, sequence);
    }
    Ok(tvb.len())
}

/// Tells when a packet does not follow the one before it.
fn follow(cx: &mut Cx<'_>, spi: u32, sequence: u32) {
    let frame = cx.frame.number;
    let all: &mut Recent<u32, Last> = cx.state.of(Proto::Esp);
    let before = match all.get(spi) {
        Some(last) if last.frame == frame => last.before,
        last => last.map(|last| (last.sequence, last.frame)),
    };
    all.insert(spi, Last { sequence, frame, before });
    let Some((last, last_frame)) = before else { return };
    let expected = last.wrapping_add(1);
    if sequence == expected {
        return;
    }
    cx.out.generated_uint(f::SEQUENCE_ANALYSIS_EXPECTED_SN, expected.into());
    let wrong = if sequence > expected {
        format!("{} missing", sequence - expected)
    } else if sequence == last {
        format!("{sequence} repeated")
    } else {
        format!("{} less than expected", expected.saturating_sub(sequence))
    };
    let text = format!("Wrong Sequence Number for SPI {spi:08x} - {wrong}");
    cx.out.expert(f::SEQUENCE_ANALYSIS_WRONG_SEQUENCE_NUMBER, Severity::Warn, Group::Sequence, &text);
    cx.out.generated_uint(f::SEQUENCE_ANALYSIS_PREVIOUS_FRAME, last_frame);
}
