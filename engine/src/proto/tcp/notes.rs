//! Notes on a segment: flags in words, times, the results of the analysis, the summary columns.

use strato_filter_lang::value::Value;

use super::{
    Header,
    analysis::{self, Analysis},
    f, p,
    state::Known,
};
use crate::proto::{
    dissect::Cx,
    out::{F, Group, Severity},
};

/// `tcp.flags.str`: a letter a flag, a middle dot for those not set.
pub(super) fn letters(flags: u16) -> String {
    "RRRACEUAPRSF".chars().enumerate().map(|(i, letter)| if flags >> (11 - i) & 1 == 1 { letter } else { '·' }).collect()
}

/// `tcp.completeness` and its parts.
pub(super) fn completeness(cx: &mut Cx<'_>, value: u8) {
    cx.out.generated_uint(f::COMPLETENESS, value.into());
    let bits = [
        f::COMPLETENESS_RST,
        f::COMPLETENESS_FIN,
        f::COMPLETENESS_DATA,
        f::COMPLETENESS_ACK,
        f::COMPLETENESS_SYN_ACK,
        f::COMPLETENESS_SYN,
    ];
    for (i, field) in bits.into_iter().enumerate() {
        cx.out.generated_bool(field, value >> (5 - i) & 1 == 1);
    }
    if cx.out.wants(f::COMPLETENESS_STR) {
        let text: String =
            "RFDASS".chars().enumerate().map(|(i, letter)| if value >> (5 - i) & 1 == 1 { letter } else { '·' }).collect();
        cx.out.generated_str(f::COMPLETENESS_STR, &text);
    }
}

/// Notes on opening and closing.
pub(super) fn flags(cx: &mut Cx<'_>, header: &Header, known: Option<&Known>) {
    if header.flags & 0x07 == 0 {
        return;
    }
    let sequence = Group::Sequence;
    match (header.syn(), header.ack_set()) {
        (true, false) => {
            let text = "Connection establish request (SYN)";
            cx.out.expert(f::CONNECTION_SYN, Severity::Chat, sequence, text);
        }
        (true, true) => {
            let text = "Connection establish acknowledge (SYN+ACK)";
            cx.out.expert(f::CONNECTION_SYNACK, Severity::Chat, sequence, text);
        }
        _ => {}
    }
    if header.fin() {
        cx.out.expert(f::CONNECTION_FIN, Severity::Chat, sequence, "Connection finish (FIN)");
        if let Some(known) = known {
            let (note, text) = if known.closes_first {
                (f::CONNECTION_FIN_ACTIVE, "This frame initiates the connection closing")
            } else {
                (f::CONNECTION_FIN_PASSIVE, "This frame undergoes the connection closing")
            };
            cx.out.expert(note, Severity::Note, sequence, text);
        }
    }
    if header.rst() {
        cx.out.expert(f::CONNECTION_RST, Severity::Warn, sequence, "Connection reset (RST)");
    }
}

pub(super) fn times(cx: &mut Cx<'_>, known: &Known) {
    if let Some(ns) = known.since_first {
        cx.out.generated(f::TIME_RELATIVE, Value::Time(ns.into()));
    }
    if let Some(ns) = known.since_last {
        cx.out.generated(f::TIME_DELTA, Value::Time(ns.into()));
    }
}

/// `tcp.analysis` and what is below it.
pub(super) fn analysis(cx: &mut Cx<'_>, known: &Known) {
    let mut found = known.analysis;
    if !cx.out.prefers(p::IN_FLIGHT) {
        (found.bytes_in_flight, found.push_bytes, found.counted) = (0, None, false);
    }
    if !found.exists() {
        return;
    }
    cx.out.generated(f::ANALYSIS, Value::Label);
    if found.acked_frame != 0 {
        cx.out.generated_uint(f::ANALYSIS_ACKS_FRAME, found.acked_frame.into());
        if let Some(rtt) = found.ack_rtt.filter(|rtt| *rtt != 0) {
            cx.out.generated(f::ANALYSIS_ACK_RTT, Value::Time(rtt.into()));
        }
    }
    if let Some(rtt) = known.initial_rtt.filter(|rtt| *rtt != 0) {
        cx.out.generated(f::ANALYSIS_INITIAL_RTT, Value::Time(rtt.into()));
    }
    if found.bytes_in_flight != 0 {
        cx.out.generated_uint(f::ANALYSIS_BYTES_IN_FLIGHT, found.bytes_in_flight.into());
    }
    if let Some(bytes) = found.push_bytes {
        cx.out.generated_uint(f::ANALYSIS_PUSH_BYTES_SENT, bytes.into());
    }
    if found.flags != 0 {
        cx.out.generated(f::ANALYSIS_FLAGS, Value::Label);
        flags_of(cx, &found);
    }
}

/// Flag, field, severity, text.
const NOTES: [(u32, F, Severity, &str); 15] = [
    (
        analysis::FAST,
        f::ANALYSIS_FAST_RETRANSMISSION,
        Severity::Note,
        "This frame is a (suspected) fast retransmission",
    ),
    (
        analysis::SPURIOUS,
        f::ANALYSIS_SPURIOUS_RETRANSMISSION,
        Severity::Note,
        "This frame is a (suspected) spurious retransmission",
    ),
    (
        analysis::RETRANSMISSION,
        f::ANALYSIS_RETRANSMISSION,
        Severity::Note,
        "This frame is a (suspected) retransmission",
    ),
    (
        analysis::OUT_OF_ORDER,
        f::ANALYSIS_OUT_OF_ORDER,
        Severity::Warn,
        "This frame is a (suspected) out-of-order segment",
    ),
    (
        analysis::REUSED_PORTS,
        f::ANALYSIS_REUSED_PORTS,
        Severity::Note,
        "A new tcp session is started with the same ports as an earlier session in this trace",
    ),
    (
        analysis::LOST,
        f::ANALYSIS_LOST_SEGMENT,
        Severity::Warn,
        "Previous segment(s) not captured (common at capture start)",
    ),
    (
        analysis::ACK_LOST,
        f::ANALYSIS_ACK_LOST_SEGMENT,
        Severity::Warn,
        "ACKed segment that wasn't captured (common at capture start)",
    ),
    (analysis::WINDOW_UPDATE, f::ANALYSIS_WINDOW_UPDATE, Severity::Chat, "TCP window update"),
    (
        analysis::WINDOW_FULL,
        f::ANALYSIS_WINDOW_FULL,
        Severity::Warn,
        "TCP window specified by the receiver is now completely full",
    ),
    (analysis::KEEP_ALIVE, f::ANALYSIS_KEEP_ALIVE, Severity::Note, "TCP keep-alive segment"),
    (analysis::KEEP_ALIVE_ACK, f::ANALYSIS_KEEP_ALIVE_ACK, Severity::Note, "ACK to a TCP keep-alive segment"),
    (analysis::DUPLICATE_ACK, f::ANALYSIS_DUPLICATE_ACK, Severity::Note, "Duplicate ACK"),
    (analysis::ZERO_WINDOW_PROBE, f::ANALYSIS_ZERO_WINDOW_PROBE, Severity::Note, "TCP Zero Window Probe"),
    (analysis::ZERO_WINDOW, f::ANALYSIS_ZERO_WINDOW, Severity::Warn, "TCP Zero Window segment"),
    (
        analysis::ZERO_WINDOW_PROBE_ACK,
        f::ANALYSIS_ZERO_WINDOW_PROBE_ACK,
        Severity::Note,
        "ACK to a TCP Zero Window Probe",
    ),
];

fn flags_of(cx: &mut Cx<'_>, found: &Analysis) {
    for (flag, field, severity, text) in NOTES {
        if !found.is(flag) {
            continue;
        }
        if flag == analysis::DUPLICATE_ACK {
            // Said twice, the second time with its number.
            cx.out.generated(field, Value::Label);
            let text = format!("{text} (#{})", found.dup_ack_num);
            cx.out.expert(field, severity, Group::Sequence, &text);
        } else {
            cx.out.expert(field, severity, Group::Sequence, text);
        }
    }
    if let Some(rto) = found.rto.filter(|rto| *rto != 0) {
        cx.out.generated(f::ANALYSIS_RTO, Value::Time(rto.into()));
        cx.out.generated_uint(f::ANALYSIS_RTO_FRAME, found.rto_frame.into());
    }
    if found.is(analysis::DUPLICATE_ACK) {
        cx.out.generated_uint(f::ANALYSIS_DUPLICATE_ACK_NUM, found.dup_ack_num.into());
        cx.out.generated_uint(f::ANALYSIS_DUPLICATE_ACK_FRAME, found.dup_ack_frame.into());
    }
}
