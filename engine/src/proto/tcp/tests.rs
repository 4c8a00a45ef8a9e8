//! A conversation made by hand: what is told of each of its segments.

use crate::{
    exec::Session,
    frame::{Frame, FrameKind, Options},
    proto::{
        plan::{Ask, Plan},
        registry::schema,
    },
};

/// LINKTYPE_RAW.
const RAW: u32 = 101;

struct Segment {
    from_client: bool,
    seq: u32,
    ack: u32,
    flags: u8,
    window: u16,
    options: &'static [u8],
    payload: &'static [u8],
}

const fn segment(from_client: bool, seq: u32, ack: u32, flags: u8) -> Segment {
    Segment { from_client, seq, ack, flags, window: 500, options: &[], payload: &[] }
}

impl Segment {
    fn packet(&self) -> Vec<u8> {
        let header_len = 20 + self.options.len();
        let total = (20 + header_len + self.payload.len()) as u16;
        let (client, server) = ([10, 0, 0, 1], [10, 0, 0, 2]);
        let (src, dst) = if self.from_client { (client, server) } else { (server, client) };
        let (srcport, dstport) = if self.from_client { (40000u16, 9u16) } else { (9, 40000) };
        let mut packet = vec![0x45, 0];
        packet.extend(total.to_be_bytes());
        packet.extend([0, 1, 0, 0, 64, 6, 0, 0]);
        packet.extend(src);
        packet.extend(dst);
        packet.extend(srcport.to_be_bytes());
        packet.extend(dstport.to_be_bytes());
        packet.extend(self.seq.to_be_bytes());
        packet.extend(self.ack.to_be_bytes());
        packet.extend([(header_len as u8 / 4) << 4, self.flags]);
        packet.extend(self.window.to_be_bytes());
        packet.extend([0; 4]);
        packet.extend(self.options);
        packet.extend(self.payload);
        packet
    }
}

/// The values of `fields` in each segment, a line each; segments are a millisecond apart.
fn told(segments: &[Segment], fields: &[&str]) -> String {
    let ids: Vec<_> = fields.iter().filter_map(|name| schema().resolve(name)).map(|resolved| resolved.id).collect();
    let mut session = Session::new(Plan::new(ids.iter().copied(), Ask::default()));
    let mut lines = String::new();
    for (i, segment) in segments.iter().enumerate() {
        let data = segment.packet();
        let frame = Frame {
            number: i as u64 + 1,
            timestamp_ns: Some(i as i128 * 1_000_000),
            original_len: data.len() as u32,
            data: &data,
            link_type: RAW,
            kind: FrameKind::Packet,
            interface: None,
            section: 1,
            options: Options::default(),
            file_offset: 0,
            block: &[],
            pseudo_header: &[],
        };
        let line: Vec<String> = session.with(&frame, |dissection| {
            ids.iter()
                .map(|id| {
                    let values: Vec<String> = dissection
                        .occurrences
                        .iter()
                        .filter(|occurrence| occurrence.field == *id)
                        .map(|occurrence| format!("{:?}", occurrence.value))
                        .collect();
                    if values.is_empty() { "-".to_owned() } else { values.join(" ") }
                })
                .collect()
        });
        lines.push_str(&line.join(", "));
        lines.push('\n');
    }
    lines
}

const SYN: u8 = 2;
const ACK: u8 = 0x10;
const SCALE_7: &[u8] = &[1, 3, 3, 7];

fn handshake() -> Vec<Segment> {
    vec![
        Segment { options: SCALE_7, ..segment(true, u32::MAX, 0, SYN) },
        Segment { options: SCALE_7, ..segment(false, 99, 0, SYN | ACK) },
        segment(true, 0, 100, ACK),
    ]
}

#[test]
fn numbers_are_relative_and_wrap() {
    let mut segments = handshake();
    segments.push(Segment { payload: b"hello", ..segment(true, 0, 100, ACK | 8) });
    segments.push(segment(false, 100, 5, ACK));
    let fields = ["tcp.stream", "tcp.seq", "tcp.nxtseq", "tcp.ack", "tcp.window_size", "tcp.completeness"];
    let want = "Uint(0), Uint(0), Uint(1), Uint(0), Uint(500), Uint(0)\n\
                Uint(0), Uint(0), Uint(1), Uint(1), Uint(500), Uint(1)\n\
                Uint(0), Uint(1), Uint(1), Uint(1), Uint(64000), Uint(3)\n\
                Uint(0), Uint(1), Uint(6), Uint(1), Uint(64000), Uint(7)\n\
                Uint(0), Uint(1), Uint(1), Uint(6), Uint(64000), Uint(15)\n";
    assert_eq!(told(&segments, &fields), want);
}

#[test]
fn a_repetition_is_told_from_new_data() {
    let mut segments = handshake();
    let data = || Segment { payload: b"hello", ..segment(true, 0, 100, ACK) };
    segments.extend([data(), data(), segment(false, 100, 5, ACK), data()]);
    let fields =
        ["tcp.analysis.retransmission", "tcp.analysis.spurious_retransmission", "tcp.analysis.acks_frame"];
    let want = "-, -, -\n-, -, Uint(1)\n-, -, Uint(2)\n-, -, -\nLabel, -, -\n-, -, Uint(4)\nLabel, Label, -\n";
    assert_eq!(told(&segments, &fields), want);
}

#[test]
fn a_new_syn_starts_a_new_stream() {
    let mut segments = handshake();
    segments.push(segment(true, 7_000, 0, SYN));
    segments.push(segment(true, 7_000, 0, SYN));
    let want = "Uint(0), -\nUint(0), -\nUint(0), -\nUint(1), Label\nUint(1), -\n";
    assert_eq!(told(&segments, &["tcp.stream", "tcp.analysis.reused_ports"]), want);
}

#[test]
fn header_fields_alone_need_no_memory() {
    let ids = ["tcp.port", "tcp.flags", "tcp.window_size_value"].map(|name| schema().resolve(name).map(|r| r.id));
    let plan = Plan::new(ids.into_iter().flatten(), Ask::default());
    assert!(!plan.stateful(crate::proto::Proto::Tcp) && !plan.computed(crate::proto::Proto::Tcp));
}
