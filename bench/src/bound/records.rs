//! Records of captures, little endian, without the care for damage that a reader needs.

use anyhow::bail;

/// Cuts a file into records, part after part.
#[derive(Debug)]
pub(super) struct Cut {
    pcapng: bool,
    /// The file's header is still before the records.
    header: bool,
}

impl Cut {
    /// Knows the format from the first bytes.
    pub(super) fn new(start: &[u8]) -> anyhow::Result<Self> {
        match start {
            // microseconds or nanoseconds
            [0xd4 | 0x4d, 0xc3 | 0x3c, 0xb2, 0xa1, ..] => Ok(Self { pcapng: false, header: true }),
            [0x0a, 0x0d, 0x0d, 0x0a, _, _, _, _, 0x4d, 0x3c, 0x2b, 0x1a, ..] => {
                Ok(Self { pcapng: true, header: false })
            }
            _ => bail!("neither pcap nor pcapng in little endian"),
        }
    }

    /// Visits the frames of the whole records; says how many bytes they and what is between them take.
    #[inline]
    pub(super) fn records(&mut self, bytes: &[u8], visit: &mut impl FnMut(&[u8])) -> usize {
        const PCAP_HEADER: usize = 24;
        if self.pcapng {
            return blocks(bytes, visit);
        }
        if !self.header {
            return pcap(bytes, visit);
        }
        let Some(records) = bytes.get(PCAP_HEADER..) else { return 0 };
        self.header = false;
        PCAP_HEADER + pcap(records, visit)
    }
}

fn pcap(bytes: &[u8], visit: &mut impl FnMut(&[u8])) -> usize {
    let mut rest = bytes;
    while let Some((header, body)) = rest.split_first_chunk::<16>() {
        let len = u32::from_le_bytes([header[8], header[9], header[10], header[11]]) as usize;
        let Some((frame, after)) = body.split_at_checked(len) else { break };
        visit(frame);
        rest = after;
    }
    bytes.len() - rest.len()
}

fn blocks(bytes: &[u8], visit: &mut impl FnMut(&[u8])) -> usize {
    const ENHANCED_PACKET: u32 = 6;
    let mut rest = bytes;
    while let Some((header, _)) = rest.split_first_chunk::<28>() {
        let word = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
        // a length below that of a block is damage: the next one cannot be found
        let Some((block, after)) = rest.split_at_checked((word(4) as usize).max(12)) else { break };
        if word(0) == ENHANCED_PACKET
            && let Some(frame) = block.get(28..).and_then(|body| body.get(..word(20) as usize))
        {
            visit(frame);
        }
        rest = after;
    }
    bytes.len() - rest.len()
}
