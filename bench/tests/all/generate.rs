use std::io::Cursor;

use strato_bench::generate::{Format, Options, Summary, generate};
use strato_engine::{
    query::{Query, QueryOptions},
    read::{Item, Reader},
};

pub(crate) fn capture(format: Format, seed: u64, no_loss: bool) -> (Vec<u8>, Summary) {
    let options = Options { size: 1_000_000, seed, no_loss, flows: None, one_stream: None };
    generate(Vec::new(), format, &options).expect("memory takes everything")
}

/// Frames that a filter selects.
pub(crate) fn count(capture: &[u8], filter: &str) -> u64 {
    let mut reader = Reader::from_read(Cursor::new(capture.to_vec())).expect("a capture");
    let mut query = Query::compile(filter, QueryOptions::default()).expect("a filter");
    let mut count = 0;
    while let Some(item) = reader.next().expect("a whole record") {
        match item {
            Item::Frame(frame) => count += u64::from(query.matches(&frame)),
            Item::Block(block) => query.block(&block),
        }
    }
    count
}

#[test]
fn a_seed_always_gives_the_same_bytes() {
    assert!(capture(Format::Pcap, 1, false) == capture(Format::Pcap, 1, false), "the second run differs");
    assert!(capture(Format::Pcap, 1, false) != capture(Format::Pcap, 2, false), "the seed changes nothing");
}

#[test]
fn many_connections_and_long_streams_are_whole() {
    let options = Options { size: 0, seed: 0, no_loss: false, flows: Some(50), one_stream: None };
    let (bytes, summary) = generate(Vec::new(), Format::Pcap, &options).expect("memory takes everything");
    assert_eq!((bytes.len() as u64, summary.packets, summary.flows), (summary.bytes, 400, 50));
    assert_eq!(count(&bytes, "http.request"), 50);
    assert_eq!(count(&bytes, "http.response.code == 200"), 50);
    assert_eq!(count(&bytes, "http.file_data"), 50);

    let options = Options { flows: None, one_stream: Some(100_000), ..options };
    let (bytes, summary) = generate(Vec::new(), Format::Pcap, &options).expect("memory takes everything");
    assert_eq!((summary.flows, bytes.len() as u64), (1, summary.bytes));
    for filter in ["http.response.code == 200", "http.response && tcp.len > 0", "len(http.file_data) == 100000"] {
        assert_eq!(count(&bytes, filter), 1, "{filter}");
    }
    assert_eq!(count(&bytes, "tcp.analysis.flags"), 0);
}

#[test]
fn captures_are_whole_in_both_formats() {
    for format in [Format::Pcap, Format::Pcapng] {
        let (bytes, summary) = capture(format, 1, false);
        assert_eq!(bytes.len() as u64, summary.bytes);
        assert!((1_000_000..1_002_000).contains(&summary.bytes), "{summary}");
        assert_eq!(count(&bytes, ""), summary.packets);
        assert_eq!(count(&bytes, "_ws.malformed"), 0);
    }
}

#[test]
fn all_kinds_of_traffic_are_there() {
    let (bytes, _) = capture(Format::Pcap, 1, false);
    let kinds = [
        "vlan",
        "ip",
        "ipv6",
        "tcp.options.timestamp",
        "tcp.flags.reset == 1",
        "udp",
        "icmp",
        "icmpv6",
        "arp",
        "vxlan",
        "dns.flags.rcode == 3",
        "dns.a",
        "http.request",
        "http.response",
        "http.transfer_encoding",
        "tls.handshake.extensions_server_name",
        "ntp",
        "tcp.port == 50051 && tcp.payload contains \"PRI * HTTP/2.0\"",
        "tcp.port == 5432 && tcp.payload contains \"SELECT\"",
        "tcp.port == 6379 && tcp.payload contains \"GET\"",
        "udp.port == 514 && udp.payload contains \"kubelet\"",
        "udp.port == 8125 && udp.payload contains \"latency\"",
    ];
    let missing: Vec<_> = kinds.into_iter().filter(|filter| count(&bytes, filter) == 0).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn segments_get_lost_unless_they_may_not() {
    for filter in ["tcp.analysis.retransmission", "tcp.analysis.out_of_order || tcp.analysis.fast_retransmission"] {
        assert_eq!(count(&capture(Format::Pcap, 1, true).0, filter), 0, "{filter}");
    }
    assert!(count(&capture(Format::Pcap, 1, false).0, "tcp.analysis.retransmission") > 0);
}

/// The sum of RFC 1071, of bytes that hold their own checksum: all ones when it is right.
fn sum(parts: &[&[u8]]) -> u32 {
    let mut sum = 0;
    for part in parts {
        for word in part.chunks(2) {
            sum += u32::from(u16::from_be_bytes([word[0], word.get(1).copied().unwrap_or(0)]));
        }
    }
    while sum > 0xffff {
        sum = (sum & 0xffff) + (sum >> 16);
    }
    sum
}

#[test]
fn checksums_are_right() {
    let (bytes, _) = capture(Format::Pcap, 3, false);
    let mut reader = Reader::from_read(Cursor::new(bytes)).expect("a capture");
    let mut checked = 0;
    while let Some(frame) = reader.next_frame().expect("a whole record") {
        // without tags, IPv4 or IPv6
        let (header_len, protocol) = match (&frame.data[12..14], &frame.data[14..]) {
            ([0x08, 0x00], ip) => (20, ip[9]),
            ([0x86, 0xdd], ip) => (40, ip[6]),
            _ => continue,
        };
        let (header, segment) = frame.data[14..].split_at(header_len);
        assert!(header_len == 40 || sum(&[header]) == 0xffff, "IPv4 of frame {}", frame.number);
        let addresses = if header_len == 20 { &header[12..] } else { &header[8..] };
        let len = (segment.len() as u16).to_be_bytes();
        let whole = match protocol {
            1 => sum(&[segment]),
            // the UDP around VXLAN has none
            17 if segment[6..8] == [0, 0] => continue,
            _ => sum(&[addresses, &[0, protocol], &len, segment]),
        };
        assert_eq!(whole, 0xffff, "protocol {protocol} of frame {}", frame.number);
        checked += 1;
    }
    assert!(checked > 1000, "{checked}");
}
