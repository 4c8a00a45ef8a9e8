//! Any bytes are a capture, a damaged one or none; what was read can be written and read again.

use std::{
    io::{self, Cursor, Write},
    sync::{Arc, Mutex, PoisonError},
};

use strato_engine::{
    frame::Frame,
    read::{Compression, Item, Reader},
    write::{Format, Writer},
};

use crate::samples;

/// What a frame says, but for its place in the file.
type Said = (Option<i128>, u32, u32, Vec<u8>, Vec<u8>);

pub(super) fn check(input: &[u8]) {
    let Some((frames, copy)) = read(input) else { return };
    let Some((again, _)) = read(&copy) else { panic!("a copy is no capture: {copy:02x?}") };
    assert_eq!(frames, again, "the copy differs");
}

fn said(frame: &Frame<'_>) -> Said {
    let Frame { timestamp_ns, original_len, link_type, data, pseudo_header, .. } = *frame;
    (timestamp_ns, original_len, link_type, pseudo_header.to_vec(), data.to_vec())
}

/// Reads what is there, and copies it to pcapng; `None` when it is no capture.
fn read(input: &[u8]) -> Option<(Vec<Said>, Vec<u8>)> {
    let mut reader = Reader::from_read(Cursor::new(input.to_vec())).ok()?;
    let out = Shared::default();
    let mut writer = Writer::to_write(out.clone(), Format::Pcapng, Compression::None).ok()?;
    let mut written = writer.input(&reader).is_ok();
    let (mut frames, mut offset) = (Vec::new(), None);
    loop {
        match reader.next() {
            Ok(Some(Item::Frame(frame))) => {
                assert!(offset < Some(frame.file_offset), "offsets rise");
                offset = Some(frame.file_offset);
                frames.push(said(&frame));
                assert_eq!(frame.number, frames.len() as u64, "frames are counted");
                assert!(frame.options.iter().all(|(_, value)| value.len() <= frame.options.bytes.len()));
                written = written && writer.frame(&frame).is_ok();
            }
            Ok(Some(Item::Block(block))) => {
                assert!(offset < Some(block.file_offset), "offsets rise");
                offset = Some(block.file_offset);
                assert!(block.body().len() < block.bytes.len());
                written = written && writer.block(&block).is_ok();
            }
            Ok(None) => break,
            Err(error) => {
                let (told, place) = (error.to_string(), format!("after frame {}", frames.len()));
                assert!(frames.is_empty() || told.contains(&place), "{told}, not {place}");
                assert!(matches!(reader.next(), Ok(None)), "it ends after an error");
                break;
            }
        }
    }
    writer.finish().ok()?;
    // What a format cannot hold is told by an error: nothing to compare.
    written.then(|| (frames, out.0.lock().unwrap_or_else(PoisonError::into_inner).clone()))
}

/// A place to write to that stays readable.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    let (little, big) = (samples::pcap_little_endian(), samples::pcap_big_endian_ns());
    let short = little.whole_before(400).map_or(0, |(end, _)| end);
    let mut seeds = vec![samples::pcapng_sections().bytes, samples::pcapng_big_endian().bytes];
    seeds.extend(samples::in_two_members(&little).into_iter().map(|(bytes, _)| bytes));
    seeds.extend([big.bytes, little.bytes.get(..short).unwrap_or_default().to_vec()]);
    seeds.extend(samples::packed(little.bytes.get(..short).unwrap_or_default()));
    seeds
}
