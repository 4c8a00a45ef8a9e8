//! Basic Encoding Rules (X.690): tag, length, contents; what the encoding itself shows.

mod fields;

use super::{
    Parent, Proto, Protocol,
    tvb::{Stop, Tvb},
};

pub(super) use fields::f;

/// The encoding.
pub static BER: Protocol = Protocol {
    name: "ber",
    title: "Basic Encoding Rules (ASN.1 X.690)",
    frame_name: "ber",
    fields: fields::FIELDS,
    parents: &[
        Parent::Below(Proto::X509af),
        Parent::Below(Proto::Tls),
        Parent::Below(Proto::Dtls),
        Parent::Below(Proto::Ldap),
        Parent::Below(Proto::Kerberos),
        Parent::Below(Proto::Spnego),
    ],
    ..Protocol::DEFAULT
};

/// A tagged value in its layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Element {
    /// The identifier octet, as if its number were written the short way; tags above 30 are not used here.
    pub(super) tag: u8,
    /// Where it starts.
    pub(super) start: usize,
    /// Where its contents start.
    pub(super) at: usize,
    /// Length of its contents.
    pub(super) len: usize,
}

impl Element {
    /// Reads the element at `start`.
    pub(super) fn read(tvb: Tvb<'_>, start: usize) -> Result<Self, Stop> {
        let mut tag = tvb.u8(start)?;
        let mut length_at = start + 1;
        if tag & 0x1f == 0x1f {
            // Some write small numbers the long way.
            let number = tvb.u8(start + 1)?;
            if number >= 0x1f {
                return Err(Stop::Malformed);
            }
            tag = tag & 0xe0 | number;
            length_at += 1;
        }
        let first = tvb.u8(length_at)?;
        let (at, len) = match first {
            0x80 => return Err(Stop::Malformed),
            short if short < 0x80 => (length_at + 1, usize::from(short)),
            long => {
                let octets = usize::from(long & 0x7f);
                if octets > 4 {
                    return Err(Stop::Malformed);
                }
                (length_at + 1 + octets, tvb.uint(length_at + 1, octets)? as usize)
            }
        };
        if at.checked_add(len).is_none_or(|end| end > tvb.reported_len()) {
            return Err(Stop::Malformed);
        }
        Ok(Self { tag, start, at, len })
    }

    /// The same, if it has this tag.
    pub(super) fn expect(tvb: Tvb<'_>, start: usize, tag: u8) -> Result<Self, Stop> {
        let found = Self::read(tvb, start)?;
        if found.tag == tag { Ok(found) } else { Err(Stop::Malformed) }
    }

    /// Behind its contents.
    pub(super) fn end(self) -> usize {
        self.at + self.len
    }

    /// Its contents as a signed number of at most eight octets.
    pub(super) fn int(self, tvb: Tvb<'_>) -> Result<i64, Stop> {
        if self.len == 0 || self.len > 9 {
            return Err(Stop::Malformed);
        }
        let bytes = tvb.bytes(self.at, self.len)?;
        let sign = if bytes.first().is_some_and(|byte| byte & 0x80 != 0) { -1 } else { 0 };
        Ok(bytes.iter().fold(sign, |n: i64, byte| n << 8 | i64::from(*byte)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short_or_long() {
        let read = |bytes: &'static [u8]| Element::read(Tvb::whole(bytes), 0);
        assert_eq!(read(&[4, 2, 1, 2]).unwrap(), Element { tag: 4, start: 0, at: 2, len: 2 });
        assert_eq!(read(&[4, 0x81, 1, 9]).unwrap(), Element { tag: 4, start: 0, at: 3, len: 1 });
        assert_eq!(read(&[0xbf, 4, 1, 9]).unwrap(), Element { tag: 0xa4, start: 0, at: 3, len: 1 });
        for wrong in [&[4u8, 3, 1, 2][..], &[4, 0x80, 0, 0], &[4, 0x85, 0, 0, 0, 0, 1], &[0x1f, 0], &[4]] {
            assert!(Element::read(Tvb::whole(wrong), 0).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn numbers_are_signed() {
        let int = |bytes: &'static [u8]| Element::read(Tvb::whole(bytes), 0).unwrap().int(Tvb::whole(bytes)).unwrap();
        assert_eq!(int(&[2, 1, 0xff]), -1);
        assert_eq!(int(&[2, 2, 0, 0xff]), 255);
        assert_eq!(int(&[0x46, 9, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), -1);
    }
}
