//! Identifier and length octets, X.690 §8.1.

use crate::proto::tvb::{Stop, Tvb};

/// Deepest nesting of indefinite lengths that is followed to find their end.
const MAX_DEPTH: u8 = 16;

/// Class of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::proto) enum Class {
    Universal,
    Application,
    Context,
    Private,
}

impl Class {
    pub(in crate::proto) fn of(octet: u8) -> Self {
        match octet >> 6 {
            0 => Self::Universal,
            1 => Self::Application,
            2 => Self::Context,
            _ => Self::Private,
        }
    }
}

/// A tagged value in its layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::proto) struct Element {
    /// Class of its tag.
    pub(in crate::proto) class: Class,
    /// Number of its tag.
    pub(in crate::proto) number: u32,
    /// It consists of elements.
    pub(in crate::proto) constructed: bool,
    /// Where it starts.
    pub(in crate::proto) start: usize,
    /// Where its contents start.
    pub(in crate::proto) at: usize,
    /// Length of its contents.
    pub(in crate::proto) len: usize,
    /// Behind it, end-of-contents octets included.
    pub(in crate::proto) end: usize,
}

impl Element {
    /// Reads the element at `start`.
    pub(in crate::proto) fn read(tvb: Tvb<'_>, start: usize) -> Result<Self, Stop> {
        Self::nested(tvb, start, MAX_DEPTH)
    }

    fn nested(tvb: Tvb<'_>, start: usize, depth: u8) -> Result<Self, Stop> {
        let first = tvb.u8(start)?;
        let mut at = start + 1;
        let mut number = u32::from(first & 0x1f);
        if number == 0x1f {
            number = 0;
            loop {
                let octet = tvb.u8(at)?;
                at += 1;
                number = number.checked_mul(128).ok_or(Stop::Malformed)? | u32::from(octet & 0x7f);
                if octet & 0x80 == 0 {
                    break;
                }
            }
        }
        let len = tvb.u8(at)?;
        at += 1;
        let (len, end) = match len {
            0x80 => {
                let end = end_of_contents(tvb, at, depth)?;
                (end - at, end + 2)
            }
            short if short < 0x80 => (usize::from(short), at + usize::from(short)),
            long => {
                let octets = usize::from(long & 0x7f);
                if octets > 4 {
                    return Err(Stop::Malformed);
                }
                let len = tvb.uint(at, octets)? as usize;
                at += octets;
                (len, at.checked_add(len).ok_or(Stop::Malformed)?)
            }
        };
        let constructed = first & 0x20 != 0;
        Ok(Self { class: Class::of(first), number, constructed, start, at, len, end })
    }
}

/// Where the contents of indefinite length that start at `at` end.
fn end_of_contents(tvb: Tvb<'_>, mut at: usize, depth: u8) -> Result<usize, Stop> {
    let depth = depth.checked_sub(1).ok_or(Stop::Malformed)?;
    while tvb.u16(at)? != 0 {
        at = Element::nested(tvb, at, depth)?.end;
    }
    Ok(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short_long_or_told_by_their_end() {
        let read = |bytes: &'static [u8]| Element::read(Tvb::whole(bytes), 0).map(|e| (e.number, e.at, e.len, e.end));
        assert_eq!(read(&[4, 2, 1, 2]), Ok((4, 2, 2, 4)));
        assert_eq!(read(&[4, 0x81, 1, 9]), Ok((4, 3, 1, 4)));
        assert_eq!(read(&[0x30, 0x80, 4, 1, 0, 0, 0]), Ok((16, 2, 3, 7)));
        assert_eq!(read(&[0x1f, 0x81, 1, 0]), Ok((129, 4, 0, 4)));
        assert!(read(&[0x30, 0x80, 4, 1, 0, 0]).is_err());
        assert!(read(&[4, 0x85, 0, 0, 0, 0, 1]).is_err());
        assert!(Element::read(Tvb::whole(&[0x30, 0x80].repeat(4000)), 0).is_err());
    }
}
