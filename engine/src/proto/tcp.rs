//! Transmission Control Protocol, RFC 9293.

mod analysis;
mod column;
mod fields;
mod follow;
mod notes;
pub(crate) mod options;
pub mod pdus;
mod state;
pub mod stream;
#[cfg(test)]
mod tests;
mod values;

use strato_filter_lang::value::Value;

pub(crate) use self::{
    fields::f,
    follow::{Arrival, pass, passes},
    stream::skim::{Skim, Skimming},
};
use self::{
    fields::FIELDS,
    follow::Followed,
    state::{Known, Ns, Tcp},
};
use crate::flow::Key;
use super::{
    Extent, Parent, Proto, Protocol, Table, checksum,
    dissect::Cx,
    out::{Group, Severity},
    plan::OTHERS,
    tvb::{Stop, Tvb},
    ws,
};

preferences! { super::super::Proto::Tcp =>
    RELATIVE: "tcp.relative_sequence_numbers", true, "Count sequence numbers from the start of the conversation";
    ANALYZE: "tcp.analyze_sequence_numbers", true, "Find retransmissions, lost segments, duplicate acknowledgments";
    DESEGMENT: "tcp.desegment_tcp_streams", true, "Put messages together that span several segments";
    TIMES: "tcp.calculate_timestamps", true, "Tell times since the first and the last segment of the conversation";
    CHECK_CHECKSUM: "tcp.check_checksum", false, "Verify checksums; segments whose checksum is wrong are put together with none";
    IN_FLIGHT: "tcp.track_bytes_in_flight", true, "Tell how many bytes are not acknowledged yet";
}

/// TCP.
pub static TCP: Protocol = Protocol {
    name: "tcp",
    title: "Transmission Control Protocol",
    frame_name: "tcp",
    fields: FIELDS,
    parents: &[Parent::IpProto(6)],
    preferences: PREFERENCES,
    calls: &[Table::TcpPort],
    stateful: &[
        "tcp.stream",
        "tcp.completeness",
        "tcp.connection.fin_",
        "tcp.analysis",
        "tcp.seq",
        "tcp.ack",
        "tcp.nxtseq",
        "tcp.window_size",
        "tcp.time_",
        "tcp.pdu",
        "tcp.segment",
        "tcp.reassembled",
        "tcp.options.sack",
        "tcp.fin_retransmission",
    ],
    across: &["tcp.stream"],
    // What is put together is decided by the protocols above.
    whole_frame: &[
        "tcp.pdu.last_frame",
        "tcp.pdu.size",
        "tcp.pdu.time",
        "tcp.reassembled.data",
        "tcp.reassembled.length",
        "tcp.reassembled_in",
        "tcp.segment",
        "tcp.segment.count",
        "tcp.segment_data",
        "tcp.segments",
    ],
    extent: Extent::Consumed,
    groups: &[
        // Only of segments that are flagged.
        &[
            "tcp.analysis.retransmission",
            "tcp.analysis.fast_retransmission",
            "tcp.analysis.spurious_retransmission",
            "tcp.analysis.out_of_order",
            "tcp.analysis.reused_ports",
            "tcp.analysis.lost_segment",
            "tcp.analysis.window_update",
            "tcp.analysis.window_full",
            "tcp.analysis.keep_alive",
            "tcp.analysis.keep_alive_ack",
            "tcp.analysis.duplicate_ack",
            "tcp.analysis.duplicate_ack_num",
            "tcp.analysis.duplicate_ack_frame",
            "tcp.analysis.zero_window",
            "tcp.analysis.zero_window_probe",
            "tcp.analysis.zero_window_probe_ack",
        ],
        // Not TFO's notes, which are told with the options.
        &[
            "tcp.analysis",
            "tcp.analysis.flags",
            "tcp.analysis.ack_lost_segment",
            "tcp.analysis.acks_frame",
            "tcp.analysis.ack_rtt",
            "tcp.analysis.initial_rtt",
            "tcp.analysis.bytes_in_flight",
            "tcp.analysis.push_bytes_sent",
            "tcp.analysis.rto",
            "tcp.analysis.rto_frame",
        ],
        &[
            "tcp.stream",
            "tcp.stream.pnum",
            "tcp.seq",
            "tcp.nxtseq",
            "tcp.ack",
            "tcp.window_size",
            "tcp.window_size_scalefactor",
            "tcp.completeness",
            "tcp.completeness.",
        ],
        &["tcp.time_relative", "tcp.time_delta"],
        &["tcp.payload"],
    ],
    dissect,
    ..Protocol::DEFAULT
};

// The groups, in their order: notes that come from what is on the way, and those that take what was not acknowledged.
const NOTES: u32 = 1;
const TRACKED: u32 = 1 << 1;
const NUMBERS: u32 = 1 << 2;
const TIMES: u32 = 1 << 3;
const PAYLOAD: u32 = 1 << 4;

/// Whether a field only occurs in segments that the analysis flags.
pub(crate) fn is_note(field: &str) -> bool {
    TCP.groups.first().is_some_and(|notes| notes.contains(&field)) || field == "tcp.analysis.flags"
}

/// What was given up because more would not have been bounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GivenUp {
    /// Messages that were never put together, or only as far as [`stream::MAX_MESSAGE`].
    pub messages: u64,
    /// Conversations that were forgotten though they may go on.
    pub conversations: u64,
    /// What was remembered of conversations above TCP and UDP, of requests and the like, and not used for longest: most
    /// were over.
    pub sessions: u64,
}

impl std::ops::AddAssign for GivenUp {
    fn add_assign(&mut self, other: Self) {
        self.messages += other.messages;
        self.conversations += other.conversations;
        self.sessions += other.sessions;
    }
}

/// What TCP gave up so far.
pub(crate) fn given_up(state: &super::dissect::State) -> GivenUp {
    let tcp = state.get::<Tcp>(Proto::Tcp);
    tcp.map_or_else(GivenUp::default, |tcp| {
        let (messages, conversations) = (tcp.waiting.cut(), tcp.flows.cut());
        GivenUp { messages, conversations, sessions: 0 }
    })
}

/// Bytes of a header without checksum and urgent pointer.
const CUT: usize = 16;

/// The fixed header.
#[derive(Clone, Copy, Debug)]
struct Header {
    srcport: u16,
    dstport: u16,
    seq: u32,
    ack: u32,
    header_len: usize,
    flags: u16,
    window: u16,
    urgent: u16,
    /// Bytes of payload on the wire.
    len: u32,
}

impl Header {
    fn read(tvb: Tvb<'_>) -> Result<Self, Stop> {
        let [s0, s1, d0, d1, q0, q1, q2, q3, a0, a1, a2, a3, o0, o1, w0, w1, _, _, u0, u1] = tvb.array(0)?;
        let offset_flags = u16::from_be_bytes([o0, o1]);
        let header_len = usize::from(offset_flags >> 12) * 4;
        Ok(Self {
            srcport: u16::from_be_bytes([s0, s1]),
            dstport: u16::from_be_bytes([d0, d1]),
            seq: u32::from_be_bytes([q0, q1, q2, q3]),
            ack: u32::from_be_bytes([a0, a1, a2, a3]),
            header_len,
            flags: offset_flags & 0xfff,
            window: u16::from_be_bytes([w0, w1]),
            urgent: u16::from_be_bytes([u0, u1]),
            len: u32::try_from(tvb.reported_rest(header_len)).unwrap_or(u32::MAX),
        })
    }

    /// A header that ends before its checksum.
    fn cut(tvb: Tvb<'_>) -> Result<Self, Stop> {
        let offset_flags = tvb.u16(12)?;
        Ok(Self {
            srcport: tvb.u16(0)?,
            dstport: tvb.u16(2)?,
            seq: tvb.u32(4)?,
            ack: tvb.u32(8)?,
            header_len: usize::from(offset_flags >> 12) * 4,
            flags: offset_flags & 0xfff,
            window: tvb.u16(14)?,
            urgent: 0,
            len: 0,
        })
    }

    /// Number of the first byte of payload.
    fn first(&self) -> u32 {
        self.seq.wrapping_add(u32::from(self.syn()))
    }

    fn fin(&self) -> bool {
        self.flags & 0x01 != 0
    }

    fn syn(&self) -> bool {
        self.flags & 0x02 != 0
    }

    fn rst(&self) -> bool {
        self.flags & 0x04 != 0
    }

    fn push(&self) -> bool {
        self.flags & 0x08 != 0
    }

    fn ack_set(&self) -> bool {
        self.flags & 0x10 != 0
    }

    fn urg(&self) -> bool {
        self.flags & 0x20 != 0
    }
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let header = match Header::read(tvb) {
        Ok(header) => header,
        Err(Stop::Malformed) if tvb.len() >= CUT => {
            let header = Header::cut(tvb)?;
            cx.out.add(f::HDR_LEN, tvb.captured(12, 1), Value::Uint(header.header_len as u64));
            (cx.info.srcport, cx.info.dstport) = (header.srcport, header.dstport);
            return cut_off(cx, tvb, &header);
        }
        Err(stop) => {
            // The ports may be there; what is missing first says whether the packet is short or malformed.
            cx.info.srcport = tvb.u16(0)?;
            cx.info.dstport = tvb.u16(2)?;
            for at in [12, 14, 18] {
                tvb.u16(at)?;
            }
            return Err(stop);
        }
    };
    (cx.info.srcport, cx.info.dstport) = (header.srcport, header.dstport);
    cx.out.add(f::HDR_LEN, tvb.captured(12, 1), Value::Uint(header.header_len as u64));
    if header.header_len < 20 {
        let text = "Bogus TCP Header length";
        cx.out.expert(f::BOGUS_HEADER_LENGTH, Severity::Error, Group::Protocol, text);
        return Ok(tvb.len());
    }
    if header.header_len > tvb.reported_len() {
        return cut_off(cx, tvb, &header);
    }
    let plan = cx.out.plan;
    let (stateful, groups) = (plan.stateful(Proto::Tcp), plan.groups(Proto::Tcp));
    if !stateful && groups == 0 {
        return Ok(header.header_len);
    }
    let known = if stateful { follow(cx, tvb, &header, groups & (TRACKED | OTHERS) != 0) } else { None };
    if groups & OTHERS != 0 {
        plain_fields(cx, tvb, &header)?;
        column::set(cx, tvb, &header, known.as_ref());
    }
    if let Some(known) = known.as_ref().filter(|_| groups & (NUMBERS | OTHERS) != 0) {
        numbers(cx, tvb, &header, known)?;
    }
    if groups & OTHERS != 0 {
        notes::flags(cx, &header, known.as_ref());
    }
    if let Some(known) = known.as_ref().filter(|_| groups & (TIMES | OTHERS) != 0 && plan.prefers(p::TIMES)) {
        notes::times(cx, known);
    }
    // Options of which nothing is read.
    let usual = groups & OTHERS == 0 && tvb.bytes(20, header.header_len - 20).is_ok_and(options::are_usual);
    if header.header_len > 20 && !usual {
        // Malformed options end the dissection; the layer is its header all the same.
        if let Err(stop) = options::dissect(cx, tvb, &header, known.as_ref()) {
            ws::stopped(cx, stop);
            return Ok(header.header_len);
        }
    }
    if let Some(known) = known.as_ref().filter(|_| groups & (NOTES | TRACKED | OTHERS) != 0) {
        notes::analysis(cx, known);
    }
    if groups & (PAYLOAD | OTHERS) == 0 && plan.ends(Proto::Tcp) {
        return Ok(header.header_len);
    }
    let payload = tvb.rest(header.header_len)?;
    if payload.reported_len() > 0 {
        cx.out.add(f::PAYLOAD, payload.data(), Value::bytes(payload.data()));
        if header.rst() && cx.out.wants(f::RESET_CAUSE) {
            let text = String::from_utf8_lossy(payload.data());
            cx.out.generated_str(f::RESET_CAUSE, &text);
        }
    }
    // A reset may explain itself in its payload, which is not part of the stream.
    if !header.rst() && !plan.ends(Proto::Tcp) {
        cx.info.flow = known.as_ref().map(|known| known.flow);
        let wrong = sums(cx, tvb).is_some_and(|(found, right)| found != right);
        stream::payload(cx, payload, &header, known.as_ref(), !wrong);
    }
    Ok(header.header_len)
}

/// A segment that ends within its header: it belongs to a conversation and says nothing of where that is.
fn cut_off<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header) -> Result<usize, Stop> {
    let ns = Ns::from(cx.frame.timestamp_ns.and_then(|ns| i64::try_from(ns).ok()));
    let frame = u32::try_from(cx.frame.number).unwrap_or(u32::MAX);
    if cx.out.plan.stateful(Proto::Tcp) {
        let (key, end) = Key::of(&cx.info);
        let tcp: &mut Tcp = cx.state.of(Proto::Tcp);
        let place = tcp.place(key, end, header, frame);
        if let Some(flow) = tcp.flows.get(place.slot) {
            let last_ns = flow.last_ns;
            flow.quoted(ns);
            flow.close(header, ns);
            let known = Known {
                place,
                stream: flow.stream,
                packets: flow.packets,
                own_base: 0,
                other_base: 0,
                scale: flow.both(place.end).0.scale,
                since_first: ns.since(flow.first_ns),
                since_last: ns.since(last_ns.or(ns)),
                initial_rtt: None,
                flow: flow.flow(place.end),
                closes_first: false,
                analysis: analysis::Analysis::default(),
                completeness: 0,
                first_adds: 0,
                skimmed: 0,
            };
            numbers(cx, tvb, header, &known)?;
            if tvb.len() >= 20 {
                notes::times(cx, &known);
            }
        }
    }
    let text = "Short segment. Segment/fragment does not contain a full TCP header (might be NMAP or someone else \
                deliberately sending unusual packets)";
    cx.out.expert(f::SHORT_SEGMENT, Severity::Warn, Group::Malformed, text);
    plain_fields(cx, tvb, header)?;
    notes::flags(cx, header, None);
    tvb.bytes(0, 20)?;
    cx.out.label(f::OPTIONS, tvb, 20, tvb.len().saturating_sub(20));
    tvb.bytes(20, header.header_len - 20)?;
    Ok(header.header_len)
}

/// What is known of the segment when its conversation was asked, which is done once.
fn follow(cx: &mut Cx<'_>, tvb: Tvb<'_>, header: &Header, tracked: bool) -> Option<Known> {
    let analyzed = cx.out.prefers(p::ANALYZE);
    let arrival = Arrival {
        src: cx.info.src,
        dst: cx.info.dst,
        frame: cx.frame.number,
        timestamp_ns: cx.frame.timestamp_ns,
        quoted: cx.info.in_error,
        keys_may_come: false,
        analyzed,
    };
    let tcp: &mut Tcp = cx.state.of(Proto::Tcp);
    let known = match tcp.passed.take() {
        Some((frame, known)) if frame == arrival.frame => Some(known),
        _ => follow::follow(tcp, &arrival, tvb, header, tracked).map(Followed::known),
    };
    let mut known = known?;
    if !(analyzed && cx.out.prefers(p::RELATIVE)) {
        (known.own_base, known.other_base) = (0, 0);
    }
    whole_conversation(cx, &mut known);
    Some(known)
}

/// What two passes know of the conversation: all its packets, not only those so far.
fn whole_conversation(cx: &mut Cx<'_>, known: &mut Known) {
    let Known { stream, completeness, first_adds, .. } = *known;
    cx.note_for_all(stream, f::COMPLETENESS, completeness.into());
    if let Some(rtt) = known.initial_rtt.and_then(|rtt| u64::try_from(rtt).ok()) {
        cx.note_for_all(stream, f::ANALYSIS_INITIAL_RTT, rtt);
    }
    if let Some(whole) = cx.noted_for_all(stream, f::COMPLETENESS) {
        known.place.completeness = whole as u8 | first_adds;
    }
    let rtt = cx.noted_for_all(stream, f::ANALYSIS_INITIAL_RTT).and_then(|rtt| i64::try_from(rtt).ok());
    known.initial_rtt = known.initial_rtt.or(rtt);
}

/// Verifies the checksum, if the user prefers it.
fn verify<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> u64 {
    let Some((found, right)) = sums(cx, tvb) else { return checksum::UNVERIFIED };
    cx.out.add(f::CHECKSUM_CALCULATED, tvb.captured(16, 2), Value::Uint(right.into()));
    if found == right {
        return checksum::GOOD;
    }
    let text = format!("Bad checksum [should be 0x{right:04x}]");
    cx.out.expert(f::CHECKSUM_BAD_EXPERT, Severity::Error, Group::Checksum, &text);
    checksum::BAD
}

/// The checksum as it is and as it should be, if that is to be verified and can be.
fn sums(cx: &Cx<'_>, tvb: Tvb<'_>) -> Option<(u16, u16)> {
    let whole = tvb.len() == tvb.reported_len() && !cx.info.fragmented && !cx.info.in_error;
    if !whole || !cx.out.prefers(p::CHECK_CHECKSUM) {
        return None;
    }
    let pseudo = checksum::pseudo_header(cx.info.src, cx.info.dst, tvb.len(), 6)?;
    Some((tvb.u16(16).ok()?, checksum::expected(&pseudo, tvb.data(), 16)))
}

/// What needs no memory.
fn plain_fields<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header) -> Result<(), Stop> {
    let whole = header.header_len <= tvb.reported_len();
    if whole && !cx.info.in_error {
        cx.out.generated_uint(f::LEN, header.len.into());
    }
    if tvb.len() >= 20 {
        let status = verify(cx, tvb);
        cx.out.generated_uint(f::CHECKSUM_STATUS, status);
    }
    if cx.out.wants(f::FLAGS_STR) {
        cx.out.text(f::FLAGS_STR, tvb, 12, 2, &notes::letters(header.flags))?;
    }
    if header.urgent != 0 && !header.urg() {
        let text = "The urgent pointer field is nonzero while the URG flag is not set";
        cx.out.expert(f::URGENT_POINTER_NON_ZERO, Severity::Note, Group::Protocol, text);
    }
    if header.ack != 0 && !header.ack_set() {
        let text = "The acknowledgment number field is nonzero while the ACK flag is not set";
        cx.out.expert(f::ACK_NONZERO, Severity::Note, Group::Protocol, text);
    }
    Ok(())
}

/// Numbers that are relative to the conversation.
fn numbers<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header, known: &Known) -> Result<(), Stop> {
    let seq = header.seq.wrapping_sub(known.own_base);
    let ack = if header.ack_set() { header.ack.wrapping_sub(known.other_base) } else { header.ack };
    let counted = header.len.saturating_add(u32::from(header.syn() || header.fin()));
    cx.out.generated_uint(f::STREAM, known.stream.into());
    cx.out.generated_uint(f::STREAM_PNUM, known.packets.into());
    cx.out.number(f::SEQ, tvb, 4, 4, seq.into())?;
    if !cx.info.in_error && header.header_len <= tvb.reported_len() {
        cx.out.generated_uint(f::NXTSEQ, seq.wrapping_add(counted).into());
    }
    cx.out.number(f::ACK, tvb, 8, 4, ack.into())?;
    let window = if header.syn() { header.window.into() } else { known.scale.apply(header.window.into()) };
    cx.out.number(f::WINDOW_SIZE, tvb, 14, 2, window.into())?;
    if !header.syn() {
        let factor = Value::Int(known.scale.factor());
        cx.out.add(f::WINDOW_SIZE_SCALEFACTOR, tvb.bytes(14, 2)?, factor);
    }
    notes::completeness(cx, known.place.completeness);
    Ok(())
}
