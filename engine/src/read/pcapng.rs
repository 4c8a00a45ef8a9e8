//! pcapng: blocks in sections.

mod body;
mod check;
mod interface;

pub(super) use self::body::Body;
use self::{
    body::{FOOT, HEAD},
    interface::Described,
};
use super::{FrameAt, Place, Stop, What, pass::Record, window::Window};
use crate::{
    error::Damage,
    frame::{FrameKind, Interface},
};

/// Block types, draft-ietf-opsawg-pcapng §4 and §11.1.
pub(crate) mod block {
    pub(crate) const SECTION: u32 = 0x0a0d_0d0a;
    pub(crate) const INTERFACE: u32 = 1;
    pub(crate) const PACKET: u32 = 2;
    pub(crate) const SIMPLE_PACKET: u32 = 3;
    pub(crate) const NAMES: u32 = 4;
    pub(crate) const STATISTICS: u32 = 5;
    pub(crate) const ENHANCED_PACKET: u32 = 6;
    pub(crate) const JOURNAL: u32 = 9;
    pub(crate) const SECRETS: u32 = 10;
    pub(crate) const CUSTOM: u32 = 0xbad;
    pub(crate) const CUSTOM_NO_COPY: u32 = 0x4000_0bad;
    pub(crate) const EVENT: u32 = 0x204;
    pub(crate) const EVENT_FLAGS: u32 = 0x208;
    pub(crate) const EVENT_V2: u32 = 0x216;
    pub(crate) const EVENT_V2_FLAGS: u32 = 0x217;
    pub(crate) const EVENT_V2_LARGE: u32 = 0x221;
    pub(crate) const EVENT_V2_LARGE_FLAGS: u32 = 0x222;
}

/// Blocks are not longer than this, unless an interface's packets may be.
const MAX_BLOCK: u32 = 16 * 1024 * 1024;
/// Room for a packet block's header and options beside the longest packet.
const BESIDE_PACKET: u32 = 128 * 1024;

/// Reads blocks.
pub(super) struct Pcapng {
    big_endian: bool,
    section: u32,
    interfaces: Vec<Described>,
    /// Interfaces of the sections before this one.
    before: u32,
    max_block: u32,
}

impl Pcapng {
    pub(super) fn open(window: &mut Window) -> Result<Self, Stop> {
        let mut pcapng =
            Self { big_endian: false, section: 0, interfaces: Vec::new(), before: 0, max_block: MAX_BLOCK };
        // A wrong byte order or version is known before anything is asked for.
        if window.ensure(16)? {
            pcapng.set_byte_order(window.bytes())?;
        }
        Ok(pcapng)
    }

    pub(super) fn big_endian(&self) -> bool {
        self.big_endian
    }

    pub(super) fn section(&self) -> u32 {
        self.section
    }

    #[inline]
    pub(super) fn interface(&self, id: u32) -> Option<&Interface> {
        self.interfaces.get(id as usize).map(|described| &described.interface)
    }

    /// Length of the block that starts so; `None` while its header is not complete.
    pub(super) fn block_len(&self, bytes: &[u8]) -> Option<usize> {
        let len = Body::new(bytes, self.big_endian).u32(4)?;
        Some((len as usize).next_multiple_of(4))
    }

    #[inline]
    pub(super) fn next(&mut self, window: &mut Window) -> Result<Option<Place>, Stop> {
        if !window.ensure(HEAD + FOOT)? {
            return match window.bytes().len() {
                0 => Ok(None),
                have => Err(cut("a block's header", HEAD + FOOT, have)),
            };
        }
        if window.bytes().starts_with(&block::SECTION.to_le_bytes()) {
            self.set_byte_order(window.bytes())?;
        }
        let head = Body::new(window.bytes(), self.big_endian);
        let (Some(block_type), Some(said)) = (head.u32(0), head.u32(4)) else { return Ok(None) };
        if said < (HEAD + FOOT) as u32 || said > self.max_block {
            return Err(block_length(block_type, said, HEAD + FOOT, self.max_block));
        }
        // Some writers leave the padding out of the length.
        let len = (said as usize).next_multiple_of(4);
        if !window.ensure(len)? {
            return Err(cut("a block", len, window.bytes().len()));
        }
        let bytes = window.bytes().get(..len).unwrap_or_default();
        let last = Body::new(bytes, self.big_endian).u32(len - FOOT).unwrap_or_default();
        if last != said {
            return Err(Damage::BlockLengths { block_type, first: said, last }.into());
        }
        let body = Body::new(bytes.get(HEAD..len - FOOT).unwrap_or_default(), self.big_endian);
        let what = match self.frame(block_type, body)? {
            Some(at) => What::Frame(at),
            None => {
                self.note(block_type, body, bytes)?;
                What::Block { block_type }
            }
        };
        Ok(Some(Place { len, what }))
    }

    /// The packet at the start of `bytes`, if it is there as a whole and has nothing that must be told.
    #[inline(always)]
    pub(super) fn plain_record<'r>(&self, bytes: &'r [u8]) -> Option<Record<'r>> {
        let number = |word: [u8; 4]| if self.big_endian { u32::from_be_bytes(word) } else { u32::from_le_bytes(word) };
        let head: &[u8; HEAD + 20] = bytes.first_chunk()?;
        let (words, _) = head.as_chunks::<4>();
        let [kind, len, id, _, _, captured, original_len] = *<&[[u8; 4]; 7]>::try_from(words).ok()?;
        if number(kind) != block::ENHANCED_PACKET {
            return None;
        }
        let described = self.interfaces.get(number(id) as usize)?;
        let (captured, said) = (number(captured), number(len));
        let (start, len) = (HEAD + 20, said as usize);
        if captured > described.link_type.max_packet_len || described.link_type.pseudo_header_len != 0 {
            return None;
        }
        let end = start + captured as usize;
        let options = end.next_multiple_of(4);
        if options + FOOT > len || said > self.max_block || !said.is_multiple_of(4) {
            return None;
        }
        let (block, rest) = bytes.split_at_checked(len)?;
        let (body, foot) = block.split_last_chunk::<FOOT>()?;
        if number(*foot) != said {
            return None;
        }
        if options + FOOT != len && !self.options_are_sound(body.get(HEAD..), options - HEAD) {
            return None;
        }
        let data = body.get(start..end)?;
        Some(Record { data, original_len: number(original_len), link_type: described.interface.link_type, rest })
    }

    /// Whether the options of a packet block's body, from `at` on, lie within it.
    #[cold]
    fn options_are_sound(&self, body: Option<&[u8]>, at: usize) -> bool {
        let body = Body::new(body.unwrap_or_default(), self.big_endian);
        check::options(block::ENHANCED_PACKET, body, at).is_ok()
    }

    /// The frame of a plain record, and its length.
    pub(super) fn plain_frame(&self, bytes: &[u8]) -> Option<(usize, FrameAt)> {
        let len = bytes.len() - self.plain_record(bytes)?.rest.len();
        let body = Body::new(bytes.get(HEAD..len - FOOT)?, self.big_endian);
        Some((len, self.enhanced_packet(body).ok()?))
    }

    /// When the packet at the start of `bytes`, a plain one, came.
    #[inline]
    pub(super) fn plain_timestamp_ns(&self, bytes: &[u8]) -> Option<i128> {
        let body = Body::new(bytes.get(HEAD..)?, self.big_endian);
        let (id, high, low) = (body.u32(0)?, body.u32(4)?, body.u32(8)?);
        let described = self.interfaces.get(id as usize)?;
        Some(described.clock.ns(u64::from(high) << 32 | u64::from(low)))
    }

    fn set_byte_order(&mut self, block: &[u8]) -> Result<(), Damage> {
        const MAGIC: u32 = 0x1a2b_3c4d;
        let magic = Body::new(block, false).u32(8).unwrap_or_default();
        self.big_endian = match magic {
            MAGIC => false,
            m if m.swap_bytes() == MAGIC => true,
            magic => return Err(Damage::ByteOrder { magic }),
        };
        Ok(())
    }

    /// Parses a block that is a frame; `None` if it is none. Places count from the start of the block.
    #[inline]
    fn frame(&self, block_type: u32, body: Body<'_>) -> Result<Option<FrameAt>, Damage> {
        Ok(Some(match block_type {
            block::ENHANCED_PACKET => self.enhanced_packet(body)?,
            block::SIMPLE_PACKET => self.simple_packet(body)?,
            block::PACKET => self.packet(body)?,
            block::JOURNAL => journal(body)?,
            block::CUSTOM | block::CUSTOM_NO_COPY => custom(block_type, body)?,
            block::EVENT => event(block_type, body, 0, 0)?,
            block::EVENT_FLAGS => event(block_type, body, 4, 0)?,
            block::EVENT_V2 | block::EVENT_V2_LARGE => event(block_type, body, 0, 4)?,
            block::EVENT_V2_FLAGS | block::EVENT_V2_LARGE_FLAGS => event(block_type, body, 4, 4)?,
            _ => return Ok(None),
        }))
    }

    #[inline]
    fn enhanced_packet(&self, body: Body<'_>) -> Result<FrameAt, Damage> {
        let id = body.fixed_u32(block::ENHANCED_PACKET, 20, 0)?;
        self.packet_at(block::ENHANCED_PACKET, body, id)
    }

    /// The obsolete Packet Block: as the enhanced one, but for a 16-bit interface and drops.
    fn packet(&self, body: Body<'_>) -> Result<FrameAt, Damage> {
        body.fixed_u32(block::PACKET, 20, 0)?;
        let id = body.u16(0).unwrap_or_default();
        self.packet_at(block::PACKET, body, id.into())
    }

    #[inline]
    fn packet_at(&self, block_type: u32, body: Body<'_>, id: u32) -> Result<FrameAt, Damage> {
        let numbers = (body.u32(4), body.u32(8), body.u32(12), body.u32(16));
        let (Some(high), Some(low), Some(captured), Some(original)) = numbers else {
            return Err(Damage::Overrun { block_type, what: "a header" });
        };
        let described = self.described(id)?;
        let data_start = HEAD + 20;
        let data_end = self.data_end(block_type, body, described, data_start, captured)?;
        let units = u64::from(high) << 32 | u64::from(low);
        let options = data_end.next_multiple_of(4).min(HEAD + body.len());
        check::options(block_type, body, options - HEAD)?;
        let pseudo_len = usize::from(described.link_type.pseudo_header_len);
        Ok(FrameAt {
            kind: FrameKind::Packet,
            timestamp_ns: Some(described.clock.ns(units)),
            interface: Some(id),
            pseudo_header: (data_start, data_start + pseudo_len),
            data_end,
            original_len: original.saturating_sub(pseudo_len as u32),
            options: (options, HEAD + body.len()),
        })
    }

    fn simple_packet(&self, body: Body<'_>) -> Result<FrameAt, Damage> {
        let original = body.fixed_u32(block::SIMPLE_PACKET, 4, 0)?;
        let described = self.described(0)?;
        let snaplen = described.interface.snaplen;
        let captured = if snaplen == 0 { original } else { original.min(snaplen) };
        let data_start = HEAD + 4;
        let data_end = self.data_end(block::SIMPLE_PACKET, body, described, data_start, captured)?;
        let pseudo_len = usize::from(described.link_type.pseudo_header_len);
        Ok(FrameAt {
            kind: FrameKind::Packet,
            timestamp_ns: None,
            interface: Some(0),
            pseudo_header: (data_start, data_start + pseudo_len),
            data_end,
            original_len: original.saturating_sub(pseudo_len as u32),
            options: (0, 0),
        })
    }

    fn described(&self, id: u32) -> Result<&Described, Damage> {
        let known = self.interfaces.len() as u32;
        self.interfaces.get(id as usize).ok_or(Damage::Interface { id, known })
    }

    /// End of a packet of `captured` bytes, if it is within its block and of a sane length.
    #[inline]
    fn data_end(
        &self,
        block_type: u32,
        body: Body<'_>,
        described: &Described,
        start: usize,
        captured: u32,
    ) -> Result<usize, Damage> {
        let max = described.link_type.max_packet_len;
        if captured > max {
            return Err(Damage::PacketTooLong { len: captured, max });
        }
        let end = start.saturating_add(captured as usize);
        if end > HEAD + body.len() {
            return Err(Damage::Overrun { block_type, what: "a packet" });
        }
        if captured < u32::from(described.link_type.pseudo_header_len) {
            return Err(Damage::Overrun { block_type, what: "a pseudo header" });
        }
        Ok(end)
    }

    /// Keeps what a block that is no frame says of frames to come.
    fn note(&mut self, block_type: u32, body: Body<'_>, bytes: &[u8]) -> Result<(), Damage> {
        match block_type {
            block::SECTION => {
                check::section(body)?;
                self.before = self.before.saturating_add(self.interfaces.len() as u32);
                self.interfaces.clear();
                self.section = self.section.saturating_add(1);
            }
            block::INTERFACE => {
                let id = self.interfaces.len() as u32;
                let described = Described::parse(body, bytes, id, self.before.saturating_add(id))?;
                self.max_block = self.max_block.max(described.link_type.max_packet_len.saturating_add(BESIDE_PACKET));
                self.interfaces.push(described);
            }
            block::NAMES => check::names(body)?,
            block::STATISTICS => {
                body.fixed_u32(block::STATISTICS, 12, 0)?;
                check::options(block_type, body, 12)?;
            }
            block::SECRETS => check::secrets(body)?,
            _ => {}
        }
        Ok(())
    }
}

/// A systemd Journal Export Block: the entry, padded with zeros.
fn journal(body: Body<'_>) -> Result<FrameAt, Damage> {
    let entry = body.bytes().iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
    let text = body.bytes().get(..entry).unwrap_or_default();
    Ok(FrameAt {
        kind: FrameKind::Journal,
        timestamp_ns: realtime_us(text).map(|us| i128::from(us) * 1000),
        interface: None,
        pseudo_header: (HEAD, HEAD),
        data_end: HEAD + entry,
        original_len: entry as u32,
        options: (0, 0),
    })
}

/// `__REALTIME_TIMESTAMP=` of an entry, in microseconds.
fn realtime_us(entry: &[u8]) -> Option<u64> {
    const KEY: &[u8] = b"__REALTIME_TIMESTAMP=";
    let line = entry.split(|&byte| byte == b'\n').find_map(|line| line.strip_prefix(KEY))?;
    std::str::from_utf8(line).ok()?.parse().ok()
}

fn custom(block_type: u32, body: Body<'_>) -> Result<FrameAt, Damage> {
    let pen = body.fixed_u32(block_type, 4, 0)?;
    Ok(FrameAt {
        kind: FrameKind::Custom { pen },
        timestamp_ns: None,
        interface: None,
        pseudo_header: (HEAD + 4, HEAD + 4),
        data_end: HEAD + body.len(),
        original_len: (body.len() - 4) as u32,
        options: (0, 0),
    })
}

/// A sysdig event: `cpu 2 | flags? 4 | time 8 | thread 8 | length 4 | type 2 | parameters? 4`.
fn event(block_type: u32, body: Body<'_>, flags: usize, parameters: usize) -> Result<FrameAt, Damage> {
    let header = 24 + flags + parameters;
    body.fixed_u32(block_type, header, 0)?;
    let time = body.u64(2 + flags).unwrap_or_default();
    let event_len = body.u32(18 + flags).unwrap_or_default();
    // The event's length counts its own header, not what this program adds in front of it.
    let event_end = (2 + flags).saturating_add(event_len as usize).next_multiple_of(4).min(body.len());
    Ok(FrameAt {
        kind: FrameKind::Sysdig { block_type },
        timestamp_ns: Some(time.into()),
        interface: None,
        pseudo_header: (HEAD, HEAD + header),
        data_end: HEAD + body.len(),
        original_len: event_len,
        options: (HEAD + event_end, HEAD + body.len()),
    })
}

fn cut(part: &'static str, need: usize, have: usize) -> Stop {
    Damage::CutShort { part, need: need as u64, have: have as u64 }.into()
}

fn block_length(block_type: u32, len: u32, min: usize, max: u32) -> Stop {
    Damage::BlockLength { block_type, len, min: min as u32, max }.into()
}
