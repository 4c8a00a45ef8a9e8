//! The summary of a segment: what the analysis found, ports, flags, numbers, options.

use super::{
    Header,
    analysis::{self, Analysis},
    options,
    state::{Known, Scale},
};
use crate::proto::{dissect::Cx, tvb::Tvb};

/// Sets the columns "Protocol" and "Info".
pub(super) fn set(cx: &mut Cx<'_>, tvb: Tvb<'_>, header: &Header, known: Option<&Known>) {
    if let Some(known) = known.filter(|known| cx.out.plan.columns && known.analysis.flags != 0) {
        cx.info.info_notes.insert_str(0, &found(&known.analysis));
    }
    cx.column("TCP", || {
        let (own_base, other_base) = known.map_or((0, 0), |known| (known.own_base, known.other_base));
        let mut text = format!("{} → {} [{}]", header.srcport, header.dstport, set_flags(header));
        text += &format!(" Seq={}", header.seq.wrapping_sub(own_base));
        if header.ack_set() {
            text += &format!(" Ack={}", header.ack.wrapping_sub(other_base));
        }
        let scale = known.filter(|_| !header.syn()).map_or(Scale::None, |known| known.scale);
        text += &format!(" Win={}", scale.apply(header.window.into()));
        if header.urg() {
            text += &format!(" Urg={}", header.urgent);
        }
        text += &format!(" Len={}", header.len);
        text += &options::summary(tvb, header, other_base).unwrap_or_default();
        text
    });
}

fn set_flags(header: &Header) -> String {
    let names = ["FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECN", "CWR", "NONCE"];
    let set: Vec<&str> =
        names.iter().enumerate().filter(|(i, _)| header.flags >> i & 1 == 1).map(|(_, name)| *name).collect();
    if set.is_empty() { "<None>".into() } else { set.join(", ") }
}

/// What stands in brackets before everything else. What is found last stands first.
fn found(analysis: &Analysis) -> String {
    let mut text = String::new();
    for (flag, note) in NOTES {
        if analysis.is(flag) {
            text += note;
        }
        if flag == analysis::DUPLICATE_ACK && analysis.is(flag) {
            text += &format!("[TCP Dup ACK {}#{}] ", analysis.dup_ack_frame, analysis.dup_ack_num);
        }
    }
    let repeated = [
        (analysis::FAST, "[TCP Fast Retransmission] "),
        (analysis::SPURIOUS, "[TCP Spurious Retransmission] "),
        (analysis::RETRANSMISSION, "[TCP Retransmission] "),
    ];
    text += repeated.iter().find(|(flag, _)| analysis.is(*flag)).map_or("", |(_, note)| note);
    text
}

const NOTES: [(u32, &str); 12] = [
    (analysis::ZERO_WINDOW_PROBE_ACK, "[TCP ZeroWindowProbeAck] "),
    (analysis::ZERO_WINDOW, "[TCP ZeroWindow] "),
    (analysis::ZERO_WINDOW_PROBE, "[TCP ZeroWindowProbe] "),
    (analysis::DUPLICATE_ACK, ""),
    (analysis::KEEP_ALIVE_ACK, "[TCP Keep-Alive ACK] "),
    (analysis::KEEP_ALIVE, "[TCP Keep-Alive] "),
    (analysis::WINDOW_FULL, "[TCP Window Full] "),
    (analysis::WINDOW_UPDATE, "[TCP Window Update] "),
    (analysis::ACK_LOST, "[TCP ACKed unseen segment] "),
    (analysis::LOST, "[TCP Previous segment not captured] "),
    (analysis::REUSED_PORTS, "[TCP Port numbers reused] "),
    (analysis::OUT_OF_ORDER, "[TCP Out-Of-Order] "),
];
