//! A frame: one packet or event of a capture, as the reader found it.

use crate::read::Packet;

/// One frame. Bytes borrow from the reader's map or buffer.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'f> {
    /// Number in the capture, from 1.
    pub number: u64,
    /// Nanoseconds since the Unix epoch; `None` where the format stores no time (Simple Packet Block).
    pub timestamp_ns: Option<i128>,
    /// The bytes captured.
    pub data: &'f [u8],
    /// Bytes of the record before the packet that some link types have (direction, channel, …); mostly empty.
    pub pseudo_header: &'f [u8],
    /// Length on the wire, at least `data.len()` in a sane file.
    pub original_len: u32,
    /// What the first byte is the start of: a `LINKTYPE_*` number of pcap.
    pub link_type: u32,
    /// Packet or event block, and where it came from.
    pub kind: FrameKind,
    /// Interface it was captured on; `None` for frames without one (events).
    pub interface: Option<&'f Interface>,
    /// Number of the pcapng section, from 1; a pcap file has one section.
    pub section: u32,
    /// Raw pcapng options of the block (`code, length, value, padding` …), else empty.
    pub options: Options<'f>,
    /// Offset of its record or block in the (uncompressed) file.
    pub file_offset: u64,
    /// The whole pcapng block as in the file, empty for pcap; lets a writer keep it byte for byte.
    pub block: &'f [u8],
}

impl<'f> Frame<'f> {
    /// What a walk over it needs.
    #[inline]
    pub fn packet(&self) -> Packet<'f> {
        let Self { number, data, original_len, link_type, .. } = *self;
        Packet { number, data, original_len, link_type }
    }

    /// Whether blocks after it may bring keys that decrypt what comes then.
    pub(crate) fn keys_may_come(&self) -> bool {
        self.interface.is_none_or(|interface| !interface.block.is_empty())
    }
}

/// What sort of record a frame is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameKind {
    /// A captured packet.
    Packet,
    /// A systemd Journal Export Block (pcapng type 9); `data` is the entry's text.
    Journal,
    /// A sysdig/Falco event block (pcapng types 0x204, 0x208, 0x216, 0x217, …); `pseudo_header` is the CPU and
    /// event header, `data` the parameters after it, `original_len` the length the event header gives.
    Sysdig {
        /// The block type.
        block_type: u32,
    },
    /// A custom block shown as a frame of its own (pcapng type 0xBAD / 0x40000BAD); `data` follows the PEN.
    Custom {
        /// Private enterprise number.
        pen: u32,
    },
}

/// Raw pcapng options, in the byte order of their section.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'f> {
    /// `code, length, value, padding`, repeated.
    pub bytes: &'f [u8],
    /// The section is big endian.
    pub big_endian: bool,
}

impl<'f> Options<'f> {
    /// Iterates `(code, value)` up to the end or the first damaged option.
    pub fn iter(self) -> impl Iterator<Item = (u16, &'f [u8])> {
        let mut rest = self.bytes;
        std::iter::from_fn(move || {
            let (head, tail) = rest.split_first_chunk::<4>()?;
            let [a, b, c, d] = *head;
            let (code, len) = if self.big_endian {
                (u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d]))
            } else {
                (u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d]))
            };
            if code == 0 {
                return None;
            }
            let value = tail.get(..usize::from(len))?;
            rest = tail.get(usize::from(len).next_multiple_of(4)..).unwrap_or_default();
            Some((code, value))
        })
    }

    /// Reads a 32-bit option value in the section's byte order.
    pub fn u32(self, code: u16) -> Option<u32> {
        let value: [u8; 4] = self.iter().find(|(c, _)| *c == code)?.1.try_into().ok()?;
        Some(if self.big_endian { u32::from_be_bytes(value) } else { u32::from_le_bytes(value) })
    }

    /// Reads a 64-bit option value in the section's byte order.
    pub fn u64(self, code: u16) -> Option<u64> {
        let value: [u8; 8] = self.iter().find(|(c, _)| *c == code)?.1.try_into().ok()?;
        Some(if self.big_endian { u64::from_be_bytes(value) } else { u64::from_le_bytes(value) })
    }
}

/// An interface of a capture (a pcapng Interface Description Block; a pcap file has one).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interface {
    /// Number within its section, from 0.
    pub id: u32,
    /// Number within the whole file, from 0 (`frame.interface_id`).
    pub global_id: u32,
    /// `LINKTYPE_*`.
    pub link_type: u32,
    /// The same as Wireshark numbers it (`frame.encap_type`).
    pub encap: i16,
    /// Longest captured length, 0 for no limit.
    pub snaplen: u32,
    /// `if_name`.
    pub name: Option<String>,
    /// `if_description`.
    pub description: Option<String>,
    /// `if_filter` as text.
    pub filter: Option<String>,
    /// `if_os`.
    pub os: Option<String>,
    /// `if_hardware`.
    pub hardware: Option<String>,
    /// `if_fcslen`: bits of frame check sequence at the end of each packet.
    pub fcs_bits: Option<u8>,
    /// `if_tsresol` as in the file (bit 7: power of two), 6 when absent.
    pub tsresol: u8,
    /// `if_tsoffset`, seconds.
    pub tsoffset: i64,
    /// The Interface Description Block as in the file; empty for pcap.
    pub block: Vec<u8>,
}
