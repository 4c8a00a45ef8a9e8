//! Captures and packets cut anywhere: what is whole is delivered, the damage is told with its place, nothing panics.

use std::io::Read;

use flate2::read::MultiGzDecoder;
use strato_engine::{
    error::{Damage, ReadError},
    frame::{Frame, FrameKind, Options},
};
use strato_testkit::{
    samples::{self, Capture, packets},
    walk::{session, walk},
};

/// Cuts a capture after every byte.
fn check(name: &str, capture: &Capture) {
    let whole = walk(&capture.bytes);
    assert!(whole.error.is_none(), "{name}: {:?}", whole.error);
    assert_eq!(whole.frames.len() as u64, capture.frames(), "{name}");
    assert!(whole.fields > 10 * whole.frames.len(), "{name}: {} fields are no dissection", whole.fields);
    for len in 0..capture.bytes.len() {
        let cut = walk(&capture.bytes[..len]);
        let (end, frames) = capture.whole_before(len).unwrap_or_default();
        let place = format!("{name}, cut at byte {len}");
        assert_eq!(cut.frames, whole.frames[..frames as usize], "{place}");
        match cut.error {
            None => assert!(end == len && len > 0, "{place}: the cut was not noticed"),
            Some(ReadError::Format { found }) => assert!(len < 4, "{place}: {found}"),
            Some(error) => damaged(&error, len, end, frames, &place),
        }
    }
}

/// The error tells the record's place, the frames before it, and how much of the record is there.
fn damaged(error: &ReadError, len: usize, end: usize, frames: u64, place: &str) {
    let ReadError::Damaged { damage: Damage::CutShort { have, need, .. }, offset, frames: told } = error else {
        panic!("{place}: {error:?}");
    };
    assert_eq!((*offset, *told), (end as u64, frames), "{place}");
    assert_eq!(*have, (len - end) as u64, "{place}");
    assert!(need > have, "{place}: {error}");
    let text = error.to_string();
    let after = if frames == 0 { "before the first frame".to_owned() } else { format!("after frame {frames};") };
    assert!(text.contains(&format!("at byte {end},")) && text.contains(&after), "{place}: {text}");
}

#[test]
fn pcap_little_endian() {
    check("pcap", &samples::pcap_little_endian());
}

#[test]
fn pcap_big_endian_with_nanoseconds() {
    check("pcap, big endian", &samples::pcap_big_endian_ns());
}

#[test]
fn pcapng_with_several_sections() {
    check("pcapng, three sections", &samples::pcapng_sections());
}

#[test]
fn pcapng_big_endian() {
    check("pcapng, big endian", &samples::pcapng_big_endian());
}

/// How many bytes another reader of gzip can save.
fn saved(bytes: &[u8]) -> usize {
    let mut decoder = MultiGzDecoder::new(bytes);
    let mut saved = 0;
    loop {
        match decoder.read(&mut [0]) {
            Ok(0) | Err(_) => return saved,
            Ok(_) => saved += 1,
        }
    }
}

#[test]
fn gzip_keeps_all_that_can_be_saved() {
    let capture = samples::pcap_little_endian();
    let (packed, _) = samples::in_two_members(&capture).remove(0);
    for len in 0..packed.len() {
        let plain = saved(&packed[..len]);
        let frames = capture.whole_before(plain).unwrap_or_default().1;
        assert_eq!(walk(&packed[..len]).frames.len() as u64, frames, "cut at byte {len}: {plain} bytes can be saved");
    }
}

/// gzip, zstd and lz4: what comes is a part of the whole, and only the end of a member is a sound end.
#[test]
fn compressed_with_two_members() {
    let capture = samples::pcap_little_endian();
    let files = samples::in_two_members(&capture);
    assert_eq!(files.len(), 3);
    for (packed, first) in files {
        let whole = walk(&packed);
        assert!(whole.error.is_none(), "{:?}", whole.error);
        assert_eq!(whole.frames, walk(&capture.bytes).frames);
        for len in 0..packed.len() {
            let place = format!("{:02x?}, cut at byte {len}", &packed[..4]);
            let cut = walk(&packed[..len]);
            assert!(whole.frames.starts_with(&cut.frames), "{place}");
            match cut.error {
                None => assert!(len == first, "{place}: it was not noticed"),
                Some(ReadError::Input { offset, frames, .. }) => {
                    let place_of_record = offset == 0 || capture.ends.contains(&(offset as usize, frames));
                    assert!(len != first && place_of_record, "{place}: byte {offset}, frame {frames}");
                    assert_eq!(frames, cut.frames.len() as u64, "{place}");
                }
                Some(error) => assert!(cut.frames.is_empty(), "{place}: {error:?}"),
            }
        }
    }
}

/// Every packet, captured and sent only up to every length.
#[test]
fn packets_end_anywhere() {
    let cooked: Vec<_> = packets::secure().iter().map(|packet| packets::cooked(packet)).collect();
    let groups = [(1, packets::web()), (1, packets::secure()), (1, packets::tunnels()), (113, cooked)];
    let mut notes = 0;
    for (link_type, group) in groups {
        let mut session = session();
        let mut number = 0;
        for packet in &group {
            for len in 0..=packet.len() {
                for original in [len, packet.len()] {
                    number += 1;
                    let frame = Frame {
                        number,
                        timestamp_ns: Some(1_700_000_000_000_000_000 + i128::from(number)),
                        data: &packet[..len],
                        pseudo_header: &[],
                        original_len: original as u32,
                        link_type,
                        kind: FrameKind::Packet,
                        interface: None,
                        section: 1,
                        options: Options::default(),
                        file_offset: 0,
                        block: &[],
                    };
                    session.with(&frame, |found| notes += found.occurrences.len());
                }
            }
        }
    }
    assert!(notes > 100_000, "{notes} fields are no dissection");
}
