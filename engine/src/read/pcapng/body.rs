//! Checked numbers of a block.

use crate::error::Damage;

/// Bytes of a block before its body: type, length.
pub(super) const HEAD: usize = 8;
/// Bytes after it: the length again.
pub(super) const FOOT: usize = 4;

/// Bytes in the order of their section.
#[derive(Clone, Copy)]
pub(in crate::read) struct Body<'b> {
    bytes: &'b [u8],
    big_endian: bool,
}

impl<'b> Body<'b> {
    #[inline]
    pub(in crate::read) fn new(bytes: &'b [u8], big_endian: bool) -> Self {
        Self { bytes, big_endian }
    }

    #[inline]
    pub(super) fn bytes(self) -> &'b [u8] {
        self.bytes
    }

    #[inline]
    pub(super) fn len(self) -> usize {
        self.bytes.len()
    }

    pub(super) fn big_endian(self) -> bool {
        self.big_endian
    }

    #[inline]
    pub(super) fn u16(self, at: usize) -> Option<u16> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.big_endian { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    }

    #[inline]
    pub(in crate::read) fn u32(self, at: usize) -> Option<u32> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
    }

    #[inline]
    pub(super) fn u64(self, at: usize) -> Option<u64> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.big_endian { u64::from_be_bytes(bytes) } else { u64::from_le_bytes(bytes) })
    }

    /// The number at `at` of a body whose fixed part has `len` bytes; damage if it is shorter.
    #[inline]
    pub(super) fn fixed_u32(self, block_type: u32, len: usize, at: usize) -> Result<u32, Damage> {
        match self.u32(at) {
            Some(number) if self.len() >= len => Ok(number),
            _ => Err(Damage::BlockLength {
                block_type,
                len: (HEAD + self.len() + FOOT) as u32,
                min: (HEAD + len + FOOT) as u32,
                max: u32::MAX,
            }),
        }
    }
}
