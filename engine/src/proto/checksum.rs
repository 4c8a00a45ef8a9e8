//! The Internet checksum, RFC 1071.

use smallvec::SmallVec;

use super::dissect::Addr;

/// `checksum.status` of a wrong checksum.
pub const BAD: u64 = 0;
/// `checksum.status` of a right checksum.
pub const GOOD: u64 = 1;
/// `checksum.status` of a checksum that was not looked at.
pub const UNVERIFIED: u64 = 2;

/// One's-complement sum of 16-bit words; zero over data that contain their right checksum.
pub fn internet(parts: &[&[u8]]) -> u16 {
    let mut sum = 0u64;
    let mut odd = false;
    for byte in parts.iter().flat_map(|part| part.iter()) {
        sum += if odd { u64::from(*byte) } else { u64::from(*byte) << 8 };
        odd = !odd;
    }
    while sum >> 16 != 0 {
        sum = (sum & 0xffff) + (sum >> 16);
    }
    !(sum as u16)
}

/// The pseudo-header of IPv6, RFC 8200 §8.1; `None` when the addresses are not IPv6.
pub fn pseudo_header_v6(src: Addr, dst: Addr, len: usize, next: u8) -> Option<[u8; 40]> {
    let (Addr::V6(src), Addr::V6(dst)) = (src, dst) else { return None };
    let mut header = [0; 40];
    let fields = src.to_be_bytes().into_iter().chain(dst.to_be_bytes());
    let fields = fields.chain((len as u32).to_be_bytes()).chain([0, 0, 0, next]);
    for (to, from) in header.iter_mut().zip(fields) {
        *to = from;
    }
    Some(header)
}

/// The pseudo-header of IPv4, RFC 768, or IPv6; `None` without such addresses.
pub(super) fn pseudo_header(src: Addr, dst: Addr, len: usize, next: u8) -> Option<SmallVec<[u8; 64]>> {
    if let Some(header) = pseudo_header_v6(src, dst, len, next) {
        return Some(SmallVec::from_slice(&header));
    }
    let (Addr::V4(src), Addr::V4(dst)) = (src, dst) else { return None };
    let mut header = SmallVec::new();
    header.extend(src.to_be_bytes());
    header.extend(dst.to_be_bytes());
    header.extend([0, next]);
    header.extend((len as u16).to_be_bytes());
    Some(header)
}

/// What a checksum should be that stands at `at`, within bytes below a pseudo-header; the same as it is if it is right.
pub(super) fn expected(pseudo: &[u8], bytes: &[u8], at: usize) -> u16 {
    let (before, after) = (bytes.get(..at).unwrap_or_default(), bytes.get(at + 2..).unwrap_or_default());
    internet(&[pseudo, before, &[0, 0], after])
}

/// The 16-bit frame check sequence of IEEE 802.15.4 §7.2.11: x^16 + x^12 + x^5 + 1, least significant bit first.
pub(super) fn crc16_kermit(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |sum: u16, byte| {
        (0..8).fold(sum ^ u16::from(*byte), |sum, _| if sum & 1 == 0 { sum >> 1 } else { sum >> 1 ^ 0x8408 })
    })
}

/// The 32-bit frame check sequence of IEEE 802.3 §3.2.9, least significant bit first.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 0 { sum >> 1 } else { sum >> 1 ^ 0xedb8_8320 })
    })
}

#[cfg(test)]
mod tests {
    use super::{crc32, internet};

    #[test]
    fn sums_to_zero_over_its_own_result() {
        let data = [0x45, 0, 0, 0x24, 0, 1, 0, 0, 0x40, 0x11];
        let sum = internet(&[&data]);
        assert_eq!(internet(&[&data, &sum.to_be_bytes()]), 0);
        assert_eq!(internet(&[&data[..3], &data[3..]]), sum);
    }

    #[test]
    fn the_check_value_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
