//! User Datagram Protocol, RFC 768.

use smallvec::SmallVec;
use strato_filter_lang::value::Value;

use super::{
    Extent, Parent, Proto, Protocol, Table, checksum,
    dissect::{Addr, Cx, Flow, Info},
    out::{Group, Severity},
    recent::Recent,
    rtp,
    tvb::{Stop, Tvb},
};
use crate::flow::{Ends, Flows, Key};

fields! { super::super::Proto::Udp =>
    SRCPORT: "udp.srcport", "Source Port", u16().at(0);
    DSTPORT: "udp.dstport", "Destination Port", u16().at(2);
    PORT: "udp.port", "Source or Destination Port", u16().occurs_as(&["udp.srcport", "udp.dstport"]);
    LENGTH: "udp.length", "Length", u16().at(4).unit("bytes").help("Header and payload");
    CHECKSUM: "udp.checksum", "Checksum", u16().hex().at(6);
    CHECKSUM_BAD: "udp.checksum.bad", "Bad checksum", none();
    CHECKSUM_PARTIAL: "udp.checksum.partial", "Partial (pseudo header) checksum (likely caused by \"UDP checksum offload\")", none();
    CHECKSUM_STATUS: "udp.checksum.status", "Checksum Status", u8().values(&CHECKSUM_STATUS);
    CHECKSUM_ZERO: "udp.checksum.zero", "Illegal checksum value (0)", none();
    CHECKSUM_CALCULATED: "udp.checksum_calculated", "Calculated Checksum", u16().hex();
    LENGTH_BAD: "udp.length.bad", "Bad length value", none();
    LENGTH_BAD_ZERO: "udp.length.bad_zero", "Length is zero but payload < 65536", none();
    PAYLOAD: "udp.payload", "Payload", bytes().payload();
    PDU_SIZE: "udp.pdu.size", "PDU Size", u32();
    POSSIBLE_TRACEROUTE: "udp.possible_traceroute", "Possible traceroute", none();
    PROC_DSTCMD: "udp.proc.dstcmd", "Destination process name", str();
    PROC_DSTPID: "udp.proc.dstpid", "Destination process ID", u32();
    PROC_DSTUID: "udp.proc.dstuid", "Destination process user ID", u32();
    PROC_DSTUNAME: "udp.proc.dstuname", "Destination process user name", str();
    PROC_SRCCMD: "udp.proc.srccmd", "Source process name", str();
    PROC_SRCPID: "udp.proc.srcpid", "Source process ID", u32();
    PROC_SRCUID: "udp.proc.srcuid", "Source process user ID", u32();
    PROC_SRCUNAME: "udp.proc.srcuname", "Source process user name", str();
    STREAM: "udp.stream", "Stream index", u32();
    STREAM_PNUM: "udp.stream.pnum", "Stream Packet Number", u32();
    TIME_DELTA: "udp.time_delta", "Time since previous frame", rel_time();
    TIME_RELATIVE: "udp.time_relative", "Time since first frame", rel_time();
    LITE_COVERAGE_BAD: "udplite.checksum_coverage.bad", "Bad checksum coverage length value", none();
}

preferences! { super::super::Proto::Udp =>
    CHECK_CHECKSUM: "udp.check_checksum", false, "Verify checksums";
    CALCULATE_TIMESTAMPS: "udp.calculate_timestamps", true, "Tell times since the first and the last datagram of the conversation";
}

values! {
    CHECKSUM_STATUS { 0 => "Bad", 1 => "Good", 2 => "Unverified", 3 => "Not present", 4 => "Illegal" }
}

/// UDP.
pub static UDP: Protocol = Protocol {
    name: "udp",
    title: "User Datagram Protocol",
    frame_name: "udp",
    fields: FIELDS,
    parents: &[Parent::IpProto(17)],
    preferences: PREFERENCES,
    calls: &[Table::UdpPort],
    stateful: &["udp.stream", "udp.time_"],
    // Who announces conversations.
    needs_for: &[
        ("udp.stream", &[Proto::Sdp, Proto::Sip, Proto::Dtls, Proto::Skinny, Proto::Portmap]),
        ("udp.time_", &[Proto::Sdp, Proto::Sip, Proto::Dtls, Proto::Skinny, Proto::Portmap]),
    ],
    // Said by the protocols above.
    whole_frame: &["udp.pdu.size"],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Destination ports traceroute counts up from.
const TRACEROUTE: std::ops::RangeInclusive<u16> = 33434..=33534;

/// All conversations.
#[derive(Default)]
struct Udp {
    flows: Flows<Conversation>,
    announced: Announcements,
    next_id: u32,
    streams: Streams,
}

/// Conversations that were announced, by the end that is known.
#[derive(Default)]
struct Announcements {
    by_end: Recent<(Addr, u16), Announced>,
}

/// Numbers of conversations.
#[derive(Default)]
struct Streams {
    next: u32,
}

/// A conversation of which one end was told before it began; the other may be any.
struct Announced {
    /// The frame that told.
    frame: u64,
    counts: Counts,
}

/// What is counted in a conversation.
#[derive(Default)]
struct Counts {
    /// Its number, given out when it is first needed: packets between two ends may all belong to [`Announced`] ones.
    stream: Option<u32>,
    packets: u32,
    first_ns: Option<i128>,
    last_ns: Option<i128>,
}

/// One conversation.
#[derive(Default)]
struct Conversation {
    id: u32,
    counts: Counts,
    first_end: u8,
    first_frame: u32,
    dissector: Option<Proto>,
    /// Whether a manager has spoken: Wireshark counts the rest as another conversation (see [`manages`]).
    managed: Managed,
}

/// How far an SNMP conversation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Managed {
    #[default]
    No,
    /// The next packet starts another conversation.
    Asked,
    Yes,
}

impl Ends for Conversation {
    fn is_over(&self) -> bool {
        // Nothing says so; most are a question and an answer.
        true
    }
}

/// Emits the length of a message as a field of the UDP layer below.
pub(super) fn pdu_size(cx: &mut Cx<'_>, len: usize) {
    if !cx.out.wants(f::PDU_SIZE) {
        return;
    }
    let below = cx.layers.iter().rev().find(|layer| layer.proto == Proto::Udp).map_or(1, |layer| layer.number);
    let own = std::mem::replace(&mut cx.out.layer, below);
    cx.out.generated_uint(f::PDU_SIZE, len as u64);
    cx.out.layer = own;
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (src, dst) = (tvb.u16(0)?, tvb.u16(2)?);
    cx.info.srcport = src;
    cx.info.dstport = dst;
    let length = usize::from(tvb.u16(4)?);
    cx.column("UDP", || format!("{src} → {dst} Len={}", length.saturating_sub(8)));
    let Some(length) = checked_length(cx, tvb, length) else { return Ok(tvb.len()) };
    let tvb = tvb.limit(length);
    checksum(cx, tvb)?;
    let payload = tvb.rest(8)?;
    let slot = if cx.out.plan.stateful(Proto::Udp) { follow(cx, manages(dst, payload)) } else { None };
    if payload.reported_len() > 0 {
        cx.out.add(f::PAYLOAD, payload.data(), Value::bytes(payload.data()));
    }
    hand_over(cx, payload, slot);
    Ok(8)
}

/// The datagram's length, as far as it can be.
fn checked_length(cx: &mut Cx<'_>, tvb: Tvb<'_>, length: usize) -> Option<usize> {
    let reported = tvb.reported_len();
    if length == 0 {
        // A jumbogram (RFC 2675) is as long as the packet.
        if reported < 65536 {
            let text = "Length is zero but payload < 65536";
            cx.out.expert(f::LENGTH_BAD_ZERO, Severity::Error, Group::Protocol, text);
            return None;
        }
        return Some(reported);
    }
    if length < 8 || (length > reported && !cx.info.fragmented && !cx.info.in_error) {
        cx.out.expert(f::LENGTH_BAD, Severity::Error, Group::Malformed, "Bad length value");
        if length < 8 {
            return None;
        }
    }
    Some(length.min(reported))
}

/// Checksums are not verified unless the user prefers it: captures at the sender hold those that hardware fills in later.
fn checksum<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let status = match (tvb.u16(6)?, cx.info.src) {
        (0, Addr::V6(_)) => {
            let text = "Illegal checksum value (0)";
            cx.out.expert(f::CHECKSUM_ZERO, Severity::Error, Group::Checksum, text);
            4
        }
        (0, _) => 3,
        (found, _) => verify(cx, tvb, found),
    };
    cx.out.generated_uint(f::CHECKSUM_STATUS, status);
    Ok(())
}

fn verify<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, found: u16) -> u64 {
    let whole = tvb.len() == tvb.reported_len() && !cx.info.fragmented && !cx.info.in_error;
    if !whole || !cx.out.prefers(p::CHECK_CHECKSUM) {
        return checksum::UNVERIFIED;
    }
    let Some(pseudo) = checksum::pseudo_header(cx.info.src, cx.info.dst, tvb.len(), 17) else {
        return checksum::UNVERIFIED;
    };
    // Zero is sent as its complement.
    let right = match checksum::expected(&pseudo, tvb.data(), 6) {
        0 => 0xffff,
        sum => sum,
    };
    cx.out.add(f::CHECKSUM_CALCULATED, tvb.captured(6, 2), Value::Uint(right.into()));
    if found == right {
        return checksum::GOOD;
    }
    let text = format!("Bad checksum [should be 0x{right:04x}]");
    cx.out.expert(f::CHECKSUM_BAD, Severity::Error, Group::Checksum, &text);
    checksum::BAD
}

/// Whether this is a message to an SNMP agent or to a receiver of its traps. The answer may come from another port:
/// Wireshark expects it in a conversation made for it, and takes everything that follows for that one.
fn manages(dst: u16, payload: Tvb<'_>) -> bool {
    const AGENT: u16 = 161;
    const TRAPS: u16 = 162;
    /// Tag of a sequence.
    const SEQUENCE: u8 = 0x30;
    matches!(dst, AGENT | TRAPS) && payload.u8(0) == Ok(SEQUENCE)
}

/// Something will be sent from or to that end, says the frame: packets that belong to no conversation yet are one of it,
/// whatever their other end. One that was announced by an earlier frame is over if it is to be `renewed`.
pub(super) fn announce(cx: &mut Cx<'_>, end: (Addr, u16), frame: u64, renewed: bool) {
    let announced = &mut cx.state.of::<Udp>(Proto::Udp).announced.by_end;
    if announced.get(end).is_none_or(|known| renewed && known.frame < frame) {
        announced.insert(end, Announced { frame, counts: Counts::default() });
    }
}

impl Announcements {
    /// The announced conversation of a packet: the sender's first.
    fn of(&mut self, info: &Info) -> Option<&mut Counts> {
        if self.by_end.is_empty() {
            return None;
        }
        let (src, dst) = ((info.src, info.srcport), (info.dst, info.dstport));
        let end = if self.by_end.get(src).is_some() { src } else { dst };
        self.by_end.get(end).map(|known| &mut known.counts)
    }
}

impl Streams {
    /// Starts the next.
    fn start(&mut self, now: Option<i128>) -> Counts {
        let stream = self.next;
        self.next = stream.wrapping_add(1);
        Counts { stream: Some(stream), first_ns: now, ..Counts::default() }
    }
}

fn follow(cx: &mut Cx<'_>, manages: bool) -> Option<u32> {
    let now = cx.frame.timestamp_ns;
    let (key, end) = Key::of(&cx.info);
    let first_frame = u32::try_from(cx.frame.number).unwrap_or(u32::MAX);
    let udp: &mut Udp = cx.state.of(Proto::Udp);
    let known = udp.flows.find(&key);
    let asked = |slot: &u32| udp.flows.get(*slot).is_some_and(|flow| flow.managed == Managed::Asked);
    let again = known.filter(asked);
    let slot = match known {
        Some(slot) if again.is_none() => slot,
        _ => {
            let (id, first_end) = (udp.next_id, end as u8);
            udp.next_id = id.wrapping_add(1);
            let mut flow = Conversation { id, first_end, first_frame, ..Conversation::default() };
            if let Some(before) = again.and_then(|slot| udp.flows.get(slot)) {
                (flow.dissector, flow.managed, flow.first_frame) = (before.dissector, Managed::Yes, 0);
                flow.counts = udp.streams.start(now);
            }
            udp.flows.start(key, flow)
        }
    };
    let flow = udp.flows.get(slot)?;
    let counts = match flow.counts.stream {
        None => udp.announced.of(&cx.info).unwrap_or(&mut flow.counts),
        Some(_) => &mut flow.counts,
    };
    if counts.stream.is_none() {
        *counts = udp.streams.start(now);
    }
    counts.packets = counts.packets.saturating_add(1);
    let (stream, packets) = (counts.stream.unwrap_or_default(), counts.packets);
    let since = |then: Option<i128>| now.zip(then).map(|(now, then)| now - then);
    let (since_first, since_last) = (since(counts.first_ns), since(counts.last_ns.or(now)));
    if !cx.info.in_error {
        counts.last_ns = now;
        if manages && flow.managed == Managed::No {
            flow.managed = Managed::Asked;
        }
    }
    cx.info.flow = Some(Flow {
        id: flow.id << 1 | 1,
        reversed: usize::from(flow.first_end) != end,
        first_frame: flow.first_frame,
    });
    cx.out.generated_uint(f::STREAM, stream.into());
    cx.out.generated_uint(f::STREAM_PNUM, packets.into());
    if cx.info.in_error {
        return Some(slot);
    }
    let since_first = since_first.filter(|_| cx.out.prefers(p::CALCULATE_TIMESTAMPS));
    let since_last = since_last.filter(|_| cx.out.prefers(p::CALCULATE_TIMESTAMPS));
    if let Some(ns) = since_first {
        cx.out.generated(f::TIME_RELATIVE, Value::Time(ns));
    }
    if let Some(ns) = since_last {
        cx.out.generated(f::TIME_DELTA, Value::Time(ns));
    }
    Some(slot)
}

/// Hands the payload to the conversation's dissector, to the one a port names (the lower port first), or to one that
/// recognises it.
fn hand_over<'f>(cx: &mut Cx<'f>, payload: Tvb<'f>, slot: Option<u32>) {
    let (src, dst) = (cx.info.srcport, cx.info.dstport);
    let dissector = slot.and_then(|slot| cx.state.of::<Udp>(Proto::Udp).flows.get(slot)?.dissector);
    cx.info.follow_up = None;
    cx.info.can_desegment = false;
    rtp::glance(cx, payload);
    let ports = [src.min(dst), src.max(dst)];
    let by_port = cx.by_port(Table::UdpPort, &ports);
    let candidates: SmallVec<[_; 3]> = dissector.map(|proto| (0, proto)).into_iter().chain(by_port).collect();
    if !cx.offer(&candidates, Proto::Udp, payload) {
        if TRACEROUTE.contains(&dst) {
            cx.out.expert(f::POSSIBLE_TRACEROUTE, Severity::Chat, Group::Sequence, "Possible traceroute");
        }
        cx.call_data(payload);
    }
    if let (Some(proto), Some(slot)) = (cx.info.follow_up.take(), slot)
        && let Some(flow) = cx.state.of::<Udp>(Proto::Udp).flows.get(slot)
    {
        flow.dissector = Some(proto);
    }
}
