//! What is written is what was read.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};

use super::*;
use crate::{frame::FrameKind, read::Item};

/// A place to write to that stays readable.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn copy(inputs: &[&[u8]], format: Format, compression: Compression) -> Result<Vec<u8>, WriteError> {
    let out = Shared::default();
    let mut writer = Writer::to_write(out.clone(), format, compression)?;
    for input in inputs {
        let mut reader = Reader::from_read(io::Cursor::new(input.to_vec())).unwrap();
        writer.input(&reader)?;
        while let Some(item) = reader.next().unwrap() {
            match item {
                Item::Frame(frame) => writer.frame(&frame)?,
                Item::Block(block) => writer.block(&block)?,
            }
        }
    }
    writer.finish()?;
    Ok(std::mem::take(&mut *out.0.lock().unwrap()))
}

/// `(time, link type, bytes, length on the wire)` of every packet.
fn packets(capture: &[u8]) -> Vec<(Option<i128>, u32, Vec<u8>, u32)> {
    let mut reader = Reader::from_read(io::Cursor::new(capture.to_vec())).unwrap();
    let mut found = Vec::new();
    while let Some(frame) = reader.next_frame().unwrap() {
        assert_eq!(frame.kind, FrameKind::Packet);
        found.push((frame.timestamp_ns, frame.link_type, frame.data.to_vec(), frame.original_len));
    }
    found
}

/// A pcap file with three packets; `last` is the fraction of the last one's second.
fn pcap(magic: u32, link_type: u32, last: u32) -> Vec<u8> {
    let mut file = Vec::new();
    for number in [magic, 4 << 16 | 2, 0, 0, 65535, link_type] {
        file.extend(number.to_le_bytes());
    }
    for (fraction, bytes) in [(0u32, &b"one"[..]), (5, b"second"), (last, b"")] {
        for number in [1_700_000_000, fraction, bytes.len() as u32, bytes.len() as u32 + 7] {
            file.extend(number.to_le_bytes());
        }
        file.extend(bytes);
    }
    file
}

const MICRO: u32 = 0xa1b2_c3d4;
const NANO: u32 = 0xa1b2_3c4d;

#[test]
fn pcap_goes_through_pcapng_and_comes_back() {
    for (magic, last) in [(MICRO, 999_999), (NANO, 999_999_999)] {
        let input = pcap(magic, 113, last);
        assert_eq!(copy(&[&input], Format::Pcap, Compression::None).unwrap(), input);
        let ng = copy(&[&input], Format::Pcapng, Compression::None).unwrap();
        assert_eq!(packets(&ng), packets(&input));
        assert_eq!(copy(&[&ng], Format::Pcapng, Compression::None).unwrap(), ng);
        assert_eq!(packets(&copy(&[&ng], Format::Pcap, Compression::None).unwrap()), packets(&input));
    }
}

#[test]
fn compressed_output_reads_back() {
    let input = pcap(MICRO, 1, 7);
    for compression in [Compression::Gzip, Compression::Zstd, Compression::Lz4] {
        let packed = copy(&[&input], Format::Pcap, compression).unwrap();
        assert_ne!(packed, input);
        assert_eq!(packets(&packed), packets(&input));
    }
}

#[test]
fn several_inputs_become_sections() {
    let (one, two) = (pcap(MICRO, 1, 7), pcap(NANO, 113, 8));
    let both = copy(&[&one, &two], Format::Pcapng, Compression::None).unwrap();
    assert_eq!(packets(&both), [packets(&one), packets(&two)].concat());
}

#[test]
fn pcap_refuses_what_it_cannot_hold() {
    let (ethernet, cooked) = (pcap(MICRO, 1, 7), pcap(MICRO, 113, 7));
    let error = copy(&[&ethernet, &cooked], Format::Pcap, Compression::None).unwrap_err();
    assert!(matches!(error, WriteError::LinkTypes { first: 1, other: 113, frame: 1 }), "{error}");
}

#[test]
fn no_nanosecond_is_lost() {
    let (micro, nano) = (pcap(MICRO, 1, 7), pcap(NANO, 1, 8));
    let error = copy(&[&micro, &nano], Format::Pcap, Compression::None).unwrap_err();
    assert!(matches!(error, WriteError::Precision { frame: 2 }), "{error}");
    let both = copy(&[&micro, &nano], Format::NsecPcap, Compression::None).unwrap();
    assert_eq!(packets(&both), [packets(&micro), packets(&nano)].concat());
}

#[test]
fn a_file_without_frames_is_still_one() {
    assert_eq!(packets(&copy(&[], Format::Pcap, Compression::None).unwrap()), []);
    assert_eq!(packets(&copy(&[], Format::Pcapng, Compression::None).unwrap()), []);
}

#[test]
fn names_say_the_format() {
    assert_eq!(Format::of_path("a/b.pcap.gz".as_ref()), Format::Pcap);
    assert_eq!(Format::of_path("x.pcapng".as_ref()), Format::Pcapng);
    assert_eq!(Format::of_path("x".as_ref()), Format::Pcapng);
    assert_eq!(Format::named("nsecpcap"), Some(Format::NsecPcap));
    assert_eq!(Format::named("libpcap"), None);
}
