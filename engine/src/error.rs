//! What goes wrong outside: files that cannot be read, are damaged, or cannot hold what they are given.

use std::io;

/// Why reading a capture stopped.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The input cannot be opened or its first bytes cannot be read.
    #[error("cannot open it: {0}")]
    Open(#[source] io::Error),
    /// Not a capture this program knows.
    #[error(
        "not a capture file: {found}; pcap and pcapng can be read, plain or compressed with gzip, zstd or lz4 \
         (`editcap -F pcapng IN OUT` converts most others)"
    )]
    Format {
        /// What the input starts with.
        found: String,
    },
    /// The capture is damaged; every frame before the damage was delivered.
    #[error("{damage} at byte {offset}{}; {}", place(*.frames), damage.advice())]
    Damaged {
        /// What is wrong.
        damage: Damage,
        /// Offset of the record or block in the uncompressed input.
        offset: u64,
        /// Frames delivered before.
        frames: u64,
    },
    /// The operating system or the decompressor failed in the middle.
    #[error("cannot read on at byte {offset}{}: {source}; {}", place(*.frames), io_advice(source))]
    Input {
        /// What it said.
        source: io::Error,
        /// Offset in the uncompressed input up to which all is read.
        offset: u64,
        /// Frames delivered before.
        frames: u64,
    },
}

impl ReadError {
    /// Whether the input is known to be a capture, so that what was read before the error is an answer.
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged { .. } | Self::Input { .. })
    }
}

/// Why a capture could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The file cannot be made.
    #[error("cannot make it: {0}")]
    Create(#[source] io::Error),
    /// The operating system or the compressor failed.
    #[error("cannot write to it: {0}")]
    Output(#[from] io::Error),
    /// Packets of several link types in one pcap file.
    #[error(
        "frame {frame} has link type {other}, the frames before it have {first}, and a pcap file holds only one: \
         write pcapng (`-F pcapng`, or a name that ends in .pcapng)"
    )]
    LinkTypes {
        /// Link type of the file.
        first: u32,
        /// Link type of the frame.
        other: u32,
        /// The frame's number.
        frame: u64,
    },
    /// A link type whose number pcapng cannot hold.
    #[error("link type {link_type} does not fit the 16 bits that pcapng has for it: write pcap")]
    LinkType {
        /// The number.
        link_type: u32,
    },
    /// An event in a pcap file.
    #[error(
        "frame {frame} is an event, and a pcap file holds only packets: write pcapng (`-F pcapng`, or a name that \
         ends in .pcapng)"
    )]
    Event {
        /// The frame's number.
        frame: u64,
    },
    /// Nanoseconds in a pcap file of microseconds.
    #[error(
        "frame {frame} has nanoseconds, and the file was begun with microseconds: write `-F nsecpcap` or `-F pcapng`"
    )]
    Precision {
        /// The frame's number.
        frame: u64,
    },
    /// A time before 1970 or, in pcap, after 2106.
    #[error("frame {frame} has a time that the format cannot hold")]
    Time {
        /// The frame's number.
        frame: u64,
    },
}

fn place(frames: u64) -> String {
    match frames {
        0 => ", before the first frame".to_owned(),
        n => format!(", after frame {n}"),
    }
}

fn io_advice(source: &io::Error) -> &'static str {
    match source.kind() {
        io::ErrorKind::UnexpectedEof => {
            "the compressed file is cut short, as by a stopped copy or a capture still being written"
        }
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::Other => {
            "the compressed data is damaged: fetch the file again, or decompress what can be saved with its own tool"
        }
        _ => "check the disk or the program that writes the pipe",
    }
}

/// A capture's damage. Lengths are in bytes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Damage {
    /// The input ends inside a record.
    #[error("cut short in {part}: {need} bytes needed, {have} there")]
    CutShort {
        /// Where it ends.
        part: &'static str,
        /// Bytes the record has.
        need: u64,
        /// Bytes that are there.
        have: u64,
    },
    /// A packet longer than packets of its link type can be.
    #[error("a packet says it has {len} bytes, more than the maximum of {max}")]
    PacketTooLong {
        /// What it says.
        len: u32,
        /// What is possible.
        max: u32,
    },
    /// A block longer than blocks can be, or shorter than its fixed part.
    #[error("block of type {block_type:#x} says it has {len} bytes, possible are {min} to {max}")]
    BlockLength {
        /// The block's type.
        block_type: u32,
        /// What it says.
        len: u32,
        /// The least for this type.
        min: u32,
        /// The most.
        max: u32,
    },
    /// The length at the end of a block differs from that at its start.
    #[error("block of type {block_type:#x} has two lengths, {first} at its start and {last} at its end")]
    BlockLengths {
        /// The block's type.
        block_type: u32,
        /// The first.
        first: u32,
        /// The last.
        last: u32,
    },
    /// The section's byte-order magic is neither of the two.
    #[error("section header with byte-order magic {magic:#010x}")]
    ByteOrder {
        /// What is there, read as little endian.
        magic: u32,
    },
    /// A version of the format nobody has defined.
    #[error("{format} version {major}.{minor}, which no specification defines")]
    Version {
        /// pcap or pcapng.
        format: &'static str,
        /// Major version.
        major: u16,
        /// Minor version.
        minor: u16,
    },
    /// A link type no dissector knows.
    #[error("link type {link_type}, which is not known")]
    LinkType {
        /// As in the file.
        link_type: u32,
    },
    /// A packet of an interface that has not been described.
    #[error("a packet of interface {id}, but only {known} are described before it")]
    Interface {
        /// The packet's.
        id: u32,
        /// Interfaces of the section so far.
        known: u32,
    },
    /// A length inside a block goes past its end.
    #[error("block of type {block_type:#x} has {what} that goes past its end")]
    Overrun {
        /// The block's type.
        block_type: u32,
        /// What has that length.
        what: &'static str,
    },
}

impl Damage {
    fn advice(&self) -> &'static str {
        match self {
            Self::CutShort { .. } => {
                "the frames before it are complete; the capture was stopped while writing, or the copy is not complete"
            }
            Self::Version { .. } | Self::LinkType { .. } => {
                "if this is no damage, a newer program wrote it: convert it with that one"
            }
            _ => "the frames before it are good; what follows cannot be trusted",
        }
    }
}
