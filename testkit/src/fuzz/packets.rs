//! Packets in a form that fuzzing can change: a line with the link type's number or a protocol's name, then packets.
//! Each has two bytes before it: the upper bit says that it was longer on the wire, the others its length.

use std::{borrow::Cow, collections::HashMap, io::Cursor, path::Path};

use strato_engine::{
    exec::Session,
    frame::{Frame, FrameKind, Options},
    proto::{Proto, dissect::Dissection},
    read::Reader,
};

use crate::{samples, samples::Capture, walk};

/// Seeds are not longer than this.
const MAX_SEED: usize = 2048;
const CUT: u16 = 1 << 15;
const START_NS: i128 = 1_700_000_000_000_000_000;

/// What the first byte of every packet is the start of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    LinkType(u32),
    Protocol(Proto),
}

/// Packets in order.
pub(super) struct Packets<'i> {
    entry: Entry,
    packets: Vec<(Cow<'i, [u8]>, u32)>,
}

impl<'i> Packets<'i> {
    /// Parses them; `None` when the first line names nothing.
    pub(super) fn parse(input: &'i [u8]) -> Option<Self> {
        let (line, mut rest) = input.split_at(input.iter().position(|byte| *byte == b'\n')?);
        let line = std::str::from_utf8(line).ok()?;
        let entry = match line.parse() {
            Ok(link_type) => Entry::LinkType(link_type),
            Err(_) => Entry::Protocol(Proto::ALL.into_iter().find(|proto| proto.declaration().name == line)?),
        };
        rest = rest.get(1..)?;
        let mut packets = Vec::new();
        while let Some((head, tail)) = rest.split_first_chunk::<2>() {
            let head = u16::from_be_bytes(*head);
            let (data, after) = tail.split_at(tail.len().min(usize::from(head & !CUT)));
            let beyond = if head & CUT == 0 { 0 } else { 1000 };
            packets.push((Cow::Borrowed(data), data.len() as u32 + beyond));
            rest = after;
        }
        Some(Self { entry, packets })
    }

    /// Ethernet frames.
    pub(super) fn of_frames(frames: Vec<Vec<u8>>) -> Self {
        let packets = frames.into_iter().map(|frame| (frame.len() as u32, Cow::Owned(frame)));
        Self { entry: Entry::LinkType(1), packets: packets.map(|(len, frame)| (frame, len)).collect() }
    }

    /// Dissects them one after another and lets `look` see each.
    pub(super) fn each(&self, session: &mut Session, mut look: impl FnMut(&Frame<'_>, &Dissection<'_>)) {
        for (i, (data, original_len)) in self.packets.iter().enumerate() {
            let frame = self.frame(i, data, *original_len);
            match self.entry {
                Entry::LinkType(_) => session.with(&frame, |found| look(&frame, found)),
                Entry::Protocol(proto) => session.with_as(proto, &frame, |found| look(&frame, found)),
            }
        }
    }

    /// The frames, when they start with a link layer.
    pub(super) fn frames(&self) -> impl Iterator<Item = Frame<'_>> {
        let linked = matches!(self.entry, Entry::LinkType(_));
        self.packets.iter().enumerate().filter(move |_| linked).map(|(i, (data, len))| self.frame(i, data, *len))
    }

    fn frame<'d>(&self, i: usize, data: &'d [u8], original_len: u32) -> Frame<'d> {
        let number = i as u64 + 1;
        let link_type = match self.entry {
            Entry::LinkType(number) => number,
            Entry::Protocol(_) => 1,
        };
        Frame {
            number,
            timestamp_ns: Some(START_NS + i128::from(number) * 10_000_000),
            data,
            pseudo_header: &[],
            original_len,
            link_type,
            kind: FrameKind::Packet,
            interface: None,
            section: 1,
            options: Options::default(),
            file_offset: 0,
            block: &[],
        }
    }
}

/// Writes packets in that form.
fn write<'p>(entry: &str, packets: impl IntoIterator<Item = &'p [u8]>) -> Vec<u8> {
    let mut seed = format!("{entry}\n").into_bytes();
    for packet in packets {
        let packet = packet.get(..MAX_SEED).unwrap_or(packet);
        seed.extend((packet.len() as u16).to_be_bytes());
        seed.extend(packet);
        if seed.len() > MAX_SEED {
            break;
        }
    }
    seed
}

/// The packets of the sample captures, and each protocol's layers in them.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let captures = [
        samples::pcap_little_endian(),
        samples::pcap_big_endian_ns(),
        samples::pcapng_sections(),
        samples::pcapng_big_endian(),
    ];
    let mut seeds: Vec<_> = captures.into_iter().flat_map(|Capture { bytes, .. }| seeds_of(bytes)).collect();
    seeds.push(write("1", samples::packets::multiplexed().iter().map(Vec::as_slice)));
    seeds.push(write("json", [&br#"{"a":[1,-2.5e3,"\u00e9\n",true,false,null,NaN],"b":{"":{}}} []"#[..]]));
    seeds.push(write("protobuf", [&b"\x08\x96\x01\x12\x04milk\x19\0\0\0\0\0\0\xf8\x3f\x25\0\0\x20\x40"[..]]));
    // Protocols that do not occur there start from nothing.
    seeds.extend(Proto::ALL.into_iter().map(|proto| write(proto.declaration().name, [&[0; 64][..]])));
    seeds
}

/// Seeds from a capture on disk: its first packets, and one layer of each protocol.
///
/// # Errors
/// The file cannot be read.
pub fn seeds_of_capture(path: &Path) -> std::io::Result<Vec<Vec<u8>>> {
    Ok(seeds_of(std::fs::read(path)?))
}

fn seeds_of(capture: Vec<u8>) -> Vec<Vec<u8>> {
    /// Frames looked at.
    const FRAMES: u64 = 200;
    let Ok(mut reader) = Reader::from_read(Cursor::new(capture)) else { return Vec::new() };
    let mut session = walk::session();
    let mut links: HashMap<u32, Vec<Vec<u8>>> = HashMap::new();
    let mut layers: HashMap<Proto, Vec<Vec<u8>>> = HashMap::new();
    while let Ok(Some(frame)) = reader.next_frame() {
        if frame.number > FRAMES {
            break;
        }
        links.entry(frame.link_type).or_default().push(frame.data.to_vec());
        session.with(&frame, |found| {
            for layer in &found.layers {
                layers.entry(layer.proto).or_default().push(layer.tvb.data().to_vec());
            }
        });
    }
    let links = links.iter().map(|(link_type, packets)| (link_type.to_string(), packets));
    let layers = layers.iter().map(|(proto, packets)| (proto.declaration().name.to_owned(), packets));
    let mut seeds: Vec<_> =
        links.chain(layers).map(|(entry, packets)| write(&entry, packets.iter().map(Vec::as_slice))).collect();
    seeds.sort();
    seeds
}
