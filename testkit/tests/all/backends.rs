//! Machine code over walked layers selects the frames that the interpreter selects over dissected ones.

use std::{
    any::Any,
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use strato_engine::{
    frame::Frame,
    parallel::{Rows, Selected, Taker, Wanted},
    proto::dissect::Dissection,
    query::{Backend, Query, QueryOptions, Then},
    read::{Item, Reader},
};
use strato_testkit::{laws::walk::Comparison, samples};

/// Filters whose fields are at fixed places, alone and beside others.
const FILTERS: &[&str] = &[
    "ip.src == 10.0.0.0/8",
    "!(ip.addr == 192.168.0.0/16)",
    "ip.src != ip.dst",
    "ip.proto == 17 || ipv6.nxt == 17",
    "ip.ttl < 64 && ip.flags.df == 1",
    "ip.version == 6",
    "ipv6.addr == fe80::/10",
    "ipv6.hlim in {1, 255}",
    "all ip.len > 100",
    "ip.id#1 != 0",
    "ip.src#[-1] == 10.0.0.0/8",
    "tcp.port == 80",
    "all tcp.port != 443",
    "tcp.port in {22, 80, 443, 1024..2048}",
    "tcp.srcport in {20..30, 53, 80, 110, 143, 443, 993, 5432, 6379, 8080}",
    "not tcp.dstport in {80, 443}",
    "tcp.port not in {80, 443}",
    "tcp.flags.syn == 1 && !tcp.flags.ack",
    "tcp.flags & 0x12 == 0x12",
    "tcp.flags & 5",
    "tcp.window_size_value > 1000 xor tcp.urgent_pointer",
    "tcp.dstport + 1 == 81",
    "tcp.hdr_len == 32",
    "tcp.len > 0",
    "tcp.analysis.retransmission || udp",
    "tcp.stream == 0 && tcp.flags.fin == 1",
    "tcp.payload contains \"HTTP\"",
    "tcp.payload matches \"^get \"",
    "tcp contains 00:50",
    "udp.payload[0:2] == 00:01",
    "udp.length > 60 and udp.length <= 200",
    "udp.port == 53 and dns.flags.response == 1",
    "udp.stream == 1",
    "dns",
    "!dns",
    "dns or ip.src == 10.0.0.1",
    "dns.qry.name contains \"a\" xor udp.srcport == 53",
    "http.request or tcp.flags.reset == 1",
    "http && ip.src == 10.0.0.0/8",
    "http.request && tcp.dstport == 80",
    "udp.port != 69 && tftp.opcode == 3",
    "frame.number >= 9 && tftp",
    "tcp.port != 443 && tls.stream == 1",
    "ip.id == 1 xor tcp xor udp.port == 53",
    "http.response && ip.addr == 192.168.0.0/16",
    "tcp.srcport > 1024 && tls.handshake.type == 2",
    "tls && !(ip.dst == 10.0.0.0/8) && tcp.port == 443",
    "(tcp.dstport == 53 or ip.src == 172.16.0.0/12) && dns",
    "ipv6.addr == 2000::/3 && (http or tls)",
    "tcp.dstport == 80 && http.request_number > 1",
    "tls.handshake.type == 1",
    "icmp",
    "icmp.type == 8",
    "arp.opcode == 1",
    "arp.src.proto_ipv4 == 10.0.0.0/8",
    "eth.dst == ff:ff:ff:ff:ff:ff",
    "eth.src[0:3] == 00:00:00 || eth.ig == 1",
    "eth.addr in {00:00:00:00:00:00, 02:00:00:00:00:01}",
    "eth.type == 0x800",
    "vlan.id > 1",
    "vxlan.vni && ip.src",
    "frame contains \"GET\"",
    "frame matches \"(?-i)[A-Z]{4}\"",
    "frame.len > 100 && frame.number < 10",
    "frame.cap_len < frame.len",
    "frame.time_relative > 0.5",
    "frame[12:2] == 08:00",
    "frame",
    "eth or not eth",
    "len(tcp.payload) > 100",
    "max(tcp.srcport, tcp.dstport) > 40000",
    "count(ip.addr) > 2",
    "tcp.analysis.flags && tcp.port == 80",
    "http.request or tcp.analysis.ack_rtt > 0.05",
    "tcp.completeness > 7 && tls",
    "http.file_data contains \"a\" or http.time > 1",
    "dns.qry.name contains \"internal\" or json or websocket",
    "mime_multipart or image-gif or image-jfif or png",
    "data-text-lines or xml or media",
    "http2.header.value or grpc or protobuf",
];

pub(crate) fn captures() -> Vec<PathBuf> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let mut found = Vec::new();
    let mut folders = vec![root.join("tests/captures"), root.join("../shared/captures")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => folders.push(path),
                // The large ones say nothing that the small ones do not.
                false if entry.metadata().is_ok_and(|file| file.len() < 2_000_000) => found.push(path),
                false => {}
            }
        }
    }
    found.sort();
    found
}

/// Numbers of the frames that a query selects, as far as the capture can be read.
fn select(path: &Path, filter: &str, options: QueryOptions) -> Vec<u64> {
    select_from(Reader::open(path).expect("it was opened before"), filter, options)
}

fn select_from(reader: Reader, filter: &str, options: QueryOptions) -> Vec<u64> {
    numbers(reader, filter, options, false)
}

/// The same; threads hand on rows, or one frame after another.
fn numbers(mut reader: Reader, filter: &str, options: QueryOptions, by_rows: bool) -> Vec<u64> {
    let mut query = Query::compile(filter, options).unwrap_or_else(|errors| panic!("{filter}: {errors:?}"));
    let mut numbers = Numbers(Vec::new());
    let rows = || -> Box<dyn Rows> { Box::new(Found(Vec::new())) };
    let wanted = match by_rows {
        true => Wanted { rows: Some(&rows), ..Wanted::default() },
        false => Wanted { each: true, ..Wanted::default() },
    };
    loop {
        let scanned = query.scan(&mut reader, wanted, &mut numbers);
        assert!(scanned.is_ok(), "{filter}: {scanned:?}");
        query.pass(&mut reader, Then::Match);
        match reader.next() {
            Ok(Some(Item::Frame(frame))) if query.matches(&frame) => numbers.0.push(frame.number),
            Ok(Some(Item::Frame(_))) => {}
            Ok(Some(Item::Block(block))) => query.block(&block),
            Ok(None) | Err(_) => return numbers.0,
        }
    }
}

/// Takes the numbers of frames, one by one or as rows.
struct Numbers(Vec<u64>);

/// The numbers that one thread found.
struct Found(Vec<u64>);

impl Rows for Found {
    fn frame(&mut self, frame: &Frame<'_>, _: &Dissection<'_>) {
        self.0.push(frame.number);
    }
}

impl Taker for Numbers {
    fn take(&mut self, selected: &Selected<'_>) -> ControlFlow<()> {
        let frame = selected.frame.expect("they are wanted one by one");
        self.0.push(frame.number);
        ControlFlow::Continue(())
    }

    fn rows(&mut self, rows: Vec<Box<dyn Rows>>, order: &[(usize, usize)]) -> ControlFlow<()> {
        let of_thread = |rows: Box<dyn Rows>| (rows as Box<dyn Any>).downcast::<Found>().expect("they were begun so").0;
        let found: Vec<Vec<u64>> = rows.into_iter().map(of_thread).collect();
        match found.as_slice() {
            [one] => self.0.extend(one),
            _ => self.0.extend(order.iter().map(|(thread, row)| found[*thread][*row])),
        }
        ControlFlow::Continue(())
    }

    fn progress(&mut self, _: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

#[test]
fn backends_and_threads_select_the_same_frames() {
    let (mut compared, mut selected) = (0u64, 0u64);
    for (i, path) in captures().iter().enumerate() {
        if Reader::open(path).is_err() {
            continue;
        }
        // Each capture sees a part of the filters, each filter many captures.
        let own = path.to_string_lossy().contains("tests/captures");
        let (first, step) = if own { (0, 1) } else { (i % 11, 11) };
        for filter in FILTERS.iter().skip(first).step_by(step) {
            let meant = select(path, filter, QueryOptions { backend: Backend::Interpreter, ..QueryOptions::default() });
            let fast = select(path, filter, QueryOptions::default());
            assert_eq!(fast, meant, "{}: {filter}", path.display());
            // Parts so short that records reach over several.
            let short = fs::metadata(path).is_ok_and(|file| file.len() < 50_000);
            let (threads, part) = (2 + i % 3, if short { 700 } else { 20_000 });
            let shared = select(path, filter, QueryOptions { threads, part, ..QueryOptions::default() });
            assert_eq!(shared, meant, "{threads} threads, {}: {filter}", path.display());
            let reader = Reader::open(path).expect("it was opened before");
            let rows = numbers(reader, filter, QueryOptions { threads, part, ..QueryOptions::default() }, true);
            assert_eq!(rows, meant, "rows of {threads} threads, {}: {filter}", path.display());
            compared += 1;
            selected += meant.len() as u64;
        }
    }
    assert!(compared > 40 && selected > 100, "{compared} filters over captures selected {selected} frames");
}

/// The blocks of a pcapng file in little endian.
fn blocks(mut bytes: &[u8]) -> Vec<&[u8]> {
    let mut found = Vec::new();
    while let Some(len) = bytes.get(4..8).and_then(|len| <[u8; 4]>::try_from(len).ok()).map(u32::from_le_bytes) {
        let Some((block, rest)) = bytes.split_at_checked(len as usize).filter(|(block, _)| !block.is_empty()) else {
            break;
        };
        found.push(block);
        bytes = rest;
    }
    found
}

#[test]
fn secrets_may_stand_anywhere_in_a_capture() {
    const SECRETS: &[u8] = &[10, 0, 0, 0];
    const PACKET: &[u8] = &[6, 0, 0, 0];
    let filters = [
        "http2 or grpc",
        "dns or json",
        "data-text-lines or http",
        "protobuf",
        "tls.app_data",
        "tls.handshake.type == 20",
    ];
    let (mut compared, mut selected) = (0, 0);
    for path in captures() {
        let bytes = fs::read(&path).expect("captures can be read");
        let blocks = blocks(&bytes);
        let (secrets, others): (Vec<&[u8]>, Vec<&[u8]>) = blocks.iter().partition(|block| block.starts_with(SECRETS));
        if secrets.is_empty() || !bytes.starts_with(&[0x0a, 0x0d, 0x0d, 0x0a]) {
            continue;
        }
        let packets: Vec<usize> =
            others.iter().enumerate().filter(|(_, block)| block.starts_with(PACKET)).map(|(i, _)| i).collect();
        for place in packets.iter().copied().take(60).chain([others.len()]) {
            let (before, after) = others.split_at(place);
            let moved = [before, &secrets, after].concat().concat();
            for filter in filters {
                let reader = || Reader::from_read(std::io::Cursor::new(moved.clone())).expect("the blocks are whole");
                let interpreter = QueryOptions { backend: Backend::Interpreter, ..QueryOptions::default() };
                let meant = select_from(reader(), filter, interpreter);
                let fast = select_from(reader(), filter, QueryOptions::default());
                assert_eq!(fast, meant, "{}, secrets before block {place}: {filter}", path.display());
                compared += 1;
                selected += meant.len();
            }
        }
    }
    if compared == 0 {
        println!("skipped: no capture with secrets is there");
        return;
    }
    println!("{compared} runs selected {selected} frames");
    assert!(selected > 0, "nothing was decrypted in {compared} runs");
}

#[test]
fn the_walk_says_what_the_dissectors_say() {
    let mut comparison = Comparison::default();
    let mut wrong = Vec::new();
    let mut compare = |name: &str, mut reader: Reader| {
        comparison.restart();
        while let Ok(Some(item)) = reader.next() {
            let Item::Frame(frame) = item else { continue };
            if let Err(error) = comparison.frame(&frame) {
                wrong.push(format!("{name}: {error}"));
            }
        }
    };
    for path in captures() {
        if let Ok(reader) = Reader::open(&path) {
            compare(&path.display().to_string(), reader);
        }
    }
    let samples = [samples::pcap_little_endian(), samples::pcap_big_endian_ns(), samples::pcapng_sections()];
    for (i, capture) in samples.into_iter().enumerate() {
        let reader = Reader::from_read(std::io::Cursor::new(capture.bytes)).expect("samples are whole");
        compare(&format!("sample {i}"), reader);
    }
    wrong.truncate(20);
    assert!(wrong.is_empty(), "{wrong:#?}");
    println!("{} frames walked, {} left to the dissectors", comparison.walked, comparison.left);
    assert!(comparison.walked > 100);
}
