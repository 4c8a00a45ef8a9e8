//! Checked reads of a layer's bytes.

/// Why a dissector stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The capture ends here though the packet went on (`_ws.short`).
    Short,
    /// The packet itself ends here: it is malformed (`_ws.malformed`).
    Malformed,
}

/// The bytes of a layer ("testy virtual buffer"): those captured, and how many there were on the wire.
///
/// Every read is checked. Past the captured bytes it is [`Stop::Short`], past the reported length [`Stop::Malformed`].
#[derive(Clone, Copy, Debug)]
pub struct Tvb<'f> {
    data: &'f [u8],
    reported: usize,
}

macro_rules! reads {
    ($($(#[$doc:meta])* $be:ident $le:ident $ty:ty;)*) => {
        $(
            $(#[$doc])*
            pub fn $be(self, at: usize) -> Result<$ty, Stop> {
                Ok(<$ty>::from_be_bytes(self.array(at)?))
            }
            #[doc = concat!("The little-endian sibling of `", stringify!($be), "`.")]
            pub fn $le(self, at: usize) -> Result<$ty, Stop> {
                Ok(<$ty>::from_le_bytes(self.array(at)?))
            }
        )*
    };
}

impl<'f> Tvb<'f> {
    /// All of `data`, which was `reported` bytes on the wire.
    pub fn new(data: &'f [u8], reported: usize) -> Self {
        Self { data, reported: reported.max(data.len()) }
    }

    /// Bytes that are all there (a reassembled buffer).
    pub fn whole(data: &'f [u8]) -> Self {
        Self { data, reported: data.len() }
    }

    /// The captured bytes.
    pub fn data(self) -> &'f [u8] {
        self.data
    }

    /// Number of captured bytes.
    pub fn len(self) -> usize {
        self.data.len()
    }

    /// Whether nothing was captured.
    pub fn is_empty(self) -> bool {
        self.data.is_empty()
    }

    /// Number of bytes on the wire.
    pub fn reported_len(self) -> usize {
        self.reported
    }

    /// Bytes on the wire from `at` on.
    pub fn reported_rest(self, at: usize) -> usize {
        self.reported.saturating_sub(at)
    }

    /// What reading up to `end` fails with.
    fn stop(self, end: usize) -> Stop {
        if end <= self.reported { Stop::Short } else { Stop::Malformed }
    }

    /// `len` bytes from `at`.
    pub fn bytes(self, at: usize, len: usize) -> Result<&'f [u8], Stop> {
        let end = at.checked_add(len).ok_or(Stop::Malformed)?;
        self.data.get(at..end).ok_or_else(|| self.stop(end))
    }

    /// As many of `len` bytes from `at` as were captured; never fails.
    pub fn captured(self, at: usize, len: usize) -> &'f [u8] {
        let end = at.saturating_add(len).min(self.data.len());
        self.data.get(at..end).unwrap_or_default()
    }

    /// `N` bytes from `at`.
    pub fn array<const N: usize>(self, at: usize) -> Result<[u8; N], Stop> {
        self.data
            .get(at..)
            .and_then(|rest| rest.first_chunk::<N>())
            .copied()
            .ok_or_else(|| self.stop(at.saturating_add(N)))
    }

    /// Reads a byte.
    pub fn u8(self, at: usize) -> Result<u8, Stop> {
        self.data.get(at).copied().ok_or_else(|| self.stop(at.saturating_add(1)))
    }

    reads! {
        /// Reads 16 bits, big endian.
        u16 u16_le u16;
        /// Reads 32 bits, big endian.
        u32 u32_le u32;
        /// Reads 64 bits, big endian.
        u64 u64_le u64;
        /// Reads 128 bits, big endian.
        u128 u128_le u128;
    }

    /// Reads an unsigned number of 1..=8 bytes, big endian.
    pub fn uint(self, at: usize, len: usize) -> Result<u64, Stop> {
        Ok(self.bytes(at, len)?.iter().fold(0, |n, b| n << 8 | u64::from(*b)))
    }

    /// Reads an unsigned number of 1..=8 bytes, little endian.
    pub fn uint_le(self, at: usize, len: usize) -> Result<u64, Stop> {
        Ok(self.bytes(at, len)?.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b)))
    }

    /// Everything from `at` on; fails when `at` lies past the end.
    pub fn rest(self, at: usize) -> Result<Self, Stop> {
        let data = self.data.get(at..);
        match data {
            Some(data) => Ok(Self { data, reported: self.reported.saturating_sub(at) }),
            // Nothing of it captured, but it was on the wire.
            None if at <= self.reported => Ok(Self { data: &[], reported: self.reported - at }),
            None => Err(Stop::Malformed),
        }
    }

    /// `len` bytes on the wire from `at`, captured or not; fails when the packet is shorter than that.
    pub fn sub(self, at: usize, len: usize) -> Result<Self, Stop> {
        let rest = self.rest(at)?;
        if len > rest.reported {
            return Err(Stop::Malformed);
        }
        Ok(rest.limit(len))
    }

    /// At most `len` bytes (padding cut off).
    pub fn limit(self, len: usize) -> Self {
        Self { data: self.data.get(..len).unwrap_or(self.data), reported: self.reported.min(len) }
    }
}
