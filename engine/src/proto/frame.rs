//! The frame itself: numbers, lengths, times, and what the capture file says of it.

mod values;

use smallvec::SmallVec;
use strato_filter_lang::{schema::Record, value::Value};

use super::{
    columns,
    Extent, Proto, Protocol, Table,
    dissect::{Cx, Taken},
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};
use crate::frame::FrameKind;

fields! { super::super::Proto::Frame =>
    CAP_LEN: "frame.cap_len", "Capture Length", u32().unit("bytes").record(Record::CapturedLen);
    CB_COPY: "frame.cb_copy", "Copying", bool().words("Allowed", "Not Allowed");
    CB_PEN: "frame.cb_pen", "Private Enterprise Number", u32();
    COMMENT: "frame.comment", "Comment", str();
    COMMENT_EXPERT: "frame.comment.expert", "Formatted comment", none();
    DROP_COUNT: "frame.drop_count", "Drop Count", u64();
    ENCAP_TYPE: "frame.encap_type", "Encapsulation type", i16().values(&values::ENCAP_TYPE);
    FILE_OFF: "frame.file_off", "File Offset", i64();
    IGNORED: "frame.ignored", "Frame is ignored", bool();
    INCOMPLETE: "frame.incomplete", "Incomplete dissector", none();
    INTERFACE_DESCRIPTION: "frame.interface_description", "Interface description", str();
    INTERFACE_ID: "frame.interface_id", "Interface id", u32();
    INTERFACE_NAME: "frame.interface_name", "Interface name", str();
    INTERFACE_QUEUE: "frame.interface_queue", "Interface queue", u32();
    LEN: "frame.len", "Frame Length", u32().unit("bytes").help("Length on the wire").record(Record::Len);
    LEN_LT_CAPLEN: "frame.len_lt_caplen", "Frame length is less than captured length", none();
    LINK_NR: "frame.link_nr", "Link Number", u16();
    MARKED: "frame.marked", "Frame is marked", bool();
    NUMBER: "frame.number", "Frame Number", u32().record(Record::Number);
    OFFSET_SHIFT: "frame.offset_shift", "Time shift for this packet", rel_time();
    P2P_DIR: "frame.p2p_dir", "Point-to-Point Direction", i8().values(&values::P2P_DIR);
    PACKET_FLAGS: "frame.packet_flags", "Packet flags", u32().hex();
    PACKET_FLAGS_CRC_ERROR: "frame.packet_flags_crc_error", "CRC error", bool().mask(0x1000000).words("Set", "Not set");
    PACKET_FLAGS_DIRECTION: "frame.packet_flags_direction", "Direction", u32().hex().mask(0x3).values(&values::PACKET_FLAGS_DIRECTION);
    PACKET_FLAGS_FCS_LENGTH: "frame.packet_flags_fcs_length", "FCS length", u32().mask(0x1e0);
    PACKET_FLAGS_PACKET_TOO_ERROR: "frame.packet_flags_packet_too_error", "Packet too long error", bool().mask(0x2000000).words("Set", "Not set");
    PACKET_FLAGS_PACKET_TOO_SHORT_ERROR: "frame.packet_flags_packet_too_short_error", "Packet too short error", bool().mask(0x4000000).words("Set", "Not set");
    PACKET_FLAGS_PREAMBLE_ERROR: "frame.packet_flags_preamble_error", "Preamble error", bool().mask(0x40000000).words("Set", "Not set");
    PACKET_FLAGS_RECEPTION_TYPE: "frame.packet_flags_reception_type", "Reception type", u32().mask(0x1c).values(&values::PACKET_FLAGS_RECEPTION_TYPE);
    PACKET_FLAGS_RESERVED: "frame.packet_flags_reserved", "Reserved", u32().mask(0xfe00);
    PACKET_FLAGS_START_FRAME_DELIMITER_ERROR: "frame.packet_flags_start_frame_delimiter_error", "Start frame delimiter error", bool().mask(0x20000000).words("Set", "Not set");
    PACKET_FLAGS_SYMBOL_ERROR: "frame.packet_flags_symbol_error", "Symbol error", bool().mask(0x80000000).words("Set", "Not set");
    PACKET_FLAGS_UNALIGNED_FRAME_ERROR: "frame.packet_flags_unaligned_frame_error", "Unaligned frame error", bool().mask(0x10000000).words("Set", "Not set");
    PACKET_FLAGS_WRONG_INTER_FRAME_GAP_ERROR: "frame.packet_flags_wrong_inter_frame_gap_error", "Wrong interframe gap error", bool().mask(0x8000000).words("Set", "Not set");
    PACKET_ID: "frame.packet_id", "Packet id", u64();
    PROTOCOLS: "frame.protocols", "Protocols in frame", str();
    SECTION_NUMBER: "frame.section_number", "Section number", u32();
    TIME: "frame.time", "Arrival Time", abs_time();
    TIME_DELTA: "frame.time_delta", "Time delta from previous captured frame", rel_time();
    TIME_DELTA_DISPLAYED: "frame.time_delta_displayed", "Time delta from previous displayed frame", rel_time();
    TIME_EPOCH: "frame.time_epoch", "Epoch Arrival Time", abs_time().display(strato_filter_lang::schema::Display::Epoch);
    TIME_INVALID: "frame.time_invalid", "Arrival Time: Fractional second out of range (0-999999999)", none();
    TIME_RELATIVE: "frame.time_relative", "Time since reference or first frame", rel_time();
    TIME_RELATIVE_CAPTURE_START: "frame.time_relative_capture_start", "Time since start of capturing", rel_time();
    TIME_UTC: "frame.time_utc", "UTC Arrival Time", abs_time().display(strato_filter_lang::schema::Display::Utc);
    VERDICT: "frame.verdict", "Verdict", str();
    VERDICT_EBPF_TC: "frame.verdict.ebpf_tc", "eBPF TC", i64();
    VERDICT_EBPF_XDP: "frame.verdict.ebpf_xdp", "eBPF XDP", i64();
    VERDICT_HW: "frame.verdict.hw", "Hardware", bytes();
    VERDICT_UNKNOWN: "frame.verdict.unknown", "Unknown", bytes();
}

/// The frame.
pub static FRAME: Protocol = Protocol {
    name: "frame",
    title: "Frame",
    fields: FIELDS,
    calls: &[Table::LinkType],
    stateful: &["frame.time_delta", "frame.time_relative"],
    // Events have its fields below a name of their own.
    needs: &[Proto::Syscall],
    whole_frame: &["frame.protocols", "frame.incomplete"],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Types of pcapng blocks: the obsolete packet block, and a custom block that may be copied.
const PACKET: u32 = 2;
const CUSTOM_COPIED: u32 = 0xbad;

/// Times of other frames, to which this one's are relative.
#[derive(Default)]
struct Times {
    first_ns: Option<i128>,
    previous_ns: Option<i128>,
    displayed_ns: Option<i128>,
    /// The frame whose times were counted last: dissecting it again must not count it again.
    counted: u64,
    before_ns: Option<i128>,
}

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    own(cx);
    let known = match cx.frame.kind {
        FrameKind::Packet => cx.call_table(Table::LinkType, cx.frame.link_type, tvb),
        FrameKind::Sysdig { .. } => cx.call(Proto::Sysdig, tvb) != Taken::Rejected,
        FrameKind::Journal | FrameKind::Custom { .. } => false,
    };
    if !known {
        cx.call_data(tvb);
    }
    columns::emit(cx);
    if cx.out.wants(f::PROTOCOLS) {
        let names = cx.protocols.join(":");
        cx.out.generated_str(f::PROTOCOLS, &names);
    }
    Ok(tvb.len())
}

/// What is said of the frame itself.
pub(super) fn own(cx: &mut Cx<'_>) {
    if cx.out.plan.computed(Proto::Frame) {
        numbers(cx);
        times(cx);
        interface(cx);
        options(cx);
        block(cx);
    }
}

fn numbers(cx: &mut Cx<'_>) {
    let frame = cx.frame;
    cx.out.generated_uint(f::NUMBER, frame.number);
    cx.out.generated_uint(f::LEN, frame.original_len.into());
    cx.out.generated_uint(f::CAP_LEN, frame.data.len() as u64);
    if let Some(interface) = frame.interface {
        cx.out.generated(f::ENCAP_TYPE, Value::Int(interface.encap.into()));
    }
    cx.out.generated_uint(f::SECTION_NUMBER, frame.section.into());
    cx.out.generated(f::FILE_OFF, Value::Int(frame.file_offset.cast_signed()));
    cx.out.generated_bool(f::MARKED, false);
    cx.out.generated_bool(f::IGNORED, false);
    if frame.data.len() > frame.original_len as usize {
        let text = "Frame length is less than captured length";
        cx.out.expert(f::LEN_LT_CAPLEN, Severity::Error, Group::Malformed, text);
    }
}

fn times(cx: &mut Cx<'_>) {
    let times: &mut Times = cx.state.of(Proto::Frame);
    // All times are relative to those of the first frame, even if it has none.
    let first = *times.first_ns.get_or_insert(cx.frame.timestamp_ns.unwrap_or_default());
    let Some(now) = cx.frame.timestamp_ns else { return };
    if times.counted != cx.frame.number {
        times.counted = cx.frame.number;
        times.before_ns = times.previous_ns.replace(now);
    }
    for field in [f::TIME, f::TIME_UTC, f::TIME_EPOCH] {
        cx.out.generated(field, Value::Time(now));
    }
    cx.out.generated(f::OFFSET_SHIFT, Value::Time(0));
    cx.out.generated(f::TIME_RELATIVE, Value::Time(now - first));
    if let Some(before) = times.before_ns {
        cx.out.generated(f::TIME_DELTA, Value::Time(now - before));
    }
    if let Some(displayed) = times.displayed_ns {
        cx.out.generated(f::TIME_DELTA_DISPLAYED, Value::Time(now - displayed));
    }
}

/// Remembers that a frame passed the filter: the next one's `frame.time_delta_displayed` counts from it.
pub fn displayed(state: &mut super::dissect::State, timestamp_ns: Option<i128>) {
    state.of::<Times>(Proto::Frame).displayed_ns = timestamp_ns;
}

fn interface(cx: &mut Cx<'_>) {
    let Some(interface) = cx.frame.interface else { return };
    // A pcap file names no interface.
    if interface.block.is_empty() {
        return;
    }
    cx.out.generated_uint(f::INTERFACE_ID, interface.id.into());
    // Wireshark's word for an interface that the file gives no name.
    cx.out.generated_str(f::INTERFACE_NAME, interface.name.as_deref().unwrap_or("unknown"));
    if let Some(description) = &interface.description {
        cx.out.generated_str(f::INTERFACE_DESCRIPTION, description);
    }
}

/// What only some kinds of blocks have.
fn block(cx: &mut Cx<'_>) {
    let frame = cx.frame;
    let number = |bytes: &[u8]| bytes.iter().fold(0, |n, byte| n << 8 | u32::from(*byte));
    let read = |at: usize, len: usize| {
        let mut bytes: SmallVec<[u8; 4]> = frame.block.get(at..at + len)?.into();
        if !frame.options.big_endian {
            bytes.reverse();
        }
        Some(number(&bytes))
    };
    if let FrameKind::Custom { pen } = frame.kind {
        cx.out.generated_uint(f::CB_PEN, pen.into());
        cx.out.generated_bool(f::CB_COPY, read(0, 4) == Some(CUSTOM_COPIED));
    }
    // Drops of the obsolete block; all ones: not known.
    if read(0, 4) == Some(PACKET)
        && let Some(drops) = read(10, 2).filter(|drops| *drops != 0xffff)
    {
        cx.out.generated_uint(f::DROP_COUNT, drops.into());
    }
}

fn options(cx: &mut Cx<'_>) {
    let options = cx.frame.options;
    // What follows an event's parameters is taken for more of them.
    if options.bytes.is_empty() || matches!(cx.frame.kind, FrameKind::Sysdig { .. }) {
        return;
    }
    if options.iter().any(|(code, _)| code == 1) {
        cx.further_item(Proto::PktComment, Tvb::whole(&[]));
    }
    for (code, value) in options.iter() {
        match code {
            1 => {
                let text = String::from_utf8_lossy(value);
                cx.out.generated_str(f::COMMENT, &text);
                cx.out.expert(f::COMMENT_EXPERT, Severity::Comment, Group::Comments, &text);
            }
            2 => packet_flags(cx, options.u32(2).unwrap_or_default()),
            4 => cx.out.generated_uint(f::DROP_COUNT, options.u64(4).unwrap_or_default()),
            5 => cx.out.generated_uint(f::PACKET_ID, options.u64(5).unwrap_or_default()),
            6 => cx.out.generated_uint(f::INTERFACE_QUEUE, options.u32(6).unwrap_or_default().into()),
            _ => {}
        }
    }
}

/// Directions in `epb_flags`.
const INBOUND: u32 = 1;
const OUTBOUND: u32 = 2;

/// `epb_flags`, draft-ietf-opsawg-pcapng §4.3.1.
fn packet_flags(cx: &mut Cx<'_>, flags: u32) {
    cx.out.generated_uint(f::PACKET_FLAGS, flags.into());
    match flags & 3 {
        INBOUND => cx.out.generated(f::P2P_DIR, Value::Int(1)),
        OUTBOUND => cx.out.generated(f::P2P_DIR, Value::Int(0)),
        _ => {}
    }
    let numbers = [
        (f::PACKET_FLAGS_DIRECTION, 0x3),
        (f::PACKET_FLAGS_RECEPTION_TYPE, 0x1c),
        (f::PACKET_FLAGS_FCS_LENGTH, 0x1e0),
        (f::PACKET_FLAGS_RESERVED, 0xfe00),
    ];
    for (field, mask) in numbers {
        cx.out.generated_uint(field, u64::from((flags & mask) >> mask.trailing_zeros()));
    }
    let errors = [
        (f::PACKET_FLAGS_CRC_ERROR, 24),
        (f::PACKET_FLAGS_PACKET_TOO_ERROR, 25),
        (f::PACKET_FLAGS_PACKET_TOO_SHORT_ERROR, 26),
        (f::PACKET_FLAGS_WRONG_INTER_FRAME_GAP_ERROR, 27),
        (f::PACKET_FLAGS_UNALIGNED_FRAME_ERROR, 28),
        (f::PACKET_FLAGS_START_FRAME_DELIMITER_ERROR, 29),
        (f::PACKET_FLAGS_PREAMBLE_ERROR, 30),
        (f::PACKET_FLAGS_SYMBOL_ERROR, 31),
    ];
    for (field, bit) in errors {
        cx.out.generated_bool(field, flags >> bit & 1 == 1);
    }
}
