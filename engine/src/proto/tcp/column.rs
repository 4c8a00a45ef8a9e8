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
        let mut text = String::with_capacity(160);
        write(&mut text, header, known);
        // Options that are cut off end the text.
        let _ = options::summary(&mut text, tvb, header, known.map_or(0, |known| known.other_base));
        text
    });
}

fn write(text: &mut String, header: &Header, known: Option<&Known>) {
    let (own_base, other_base) = known.map_or((0, 0), |known| (known.own_base, known.other_base));
    put(text, "", header.srcport.into());
    put(text, " → ", header.dstport.into());
    text.push_str(" [");
    let start = text.len();
    for (_, name) in FLAGS.iter().enumerate().filter(|(i, _)| header.flags >> i & 1 == 1) {
        text.push_str(if text.len() > start { ", " } else { "" });
        text.push_str(name);
    }
    text.push_str(if text.len() > start { "]" } else { "<None>]" });
    put(text, " Seq=", header.seq.wrapping_sub(own_base));
    if header.ack_set() {
        put(text, " Ack=", header.ack.wrapping_sub(other_base));
    }
    let scale = known.filter(|_| !header.syn()).map_or(Scale::None, |known| known.scale);
    put(text, " Win=", scale.apply(header.window.into()));
    if header.urg() {
        put(text, " Urg=", header.urgent.into());
    }
    put(text, " Len=", header.len);
}

/// Adds a name and its number.
pub(super) fn put(text: &mut String, name: &str, number: u32) {
    text.push_str(name);
    text.push_str(itoa::Buffer::new().format(number));
}

/// Names of the flags, from the lowest bit on.
const FLAGS: [&str; 9] = ["FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECN", "CWR", "NONCE"];

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
