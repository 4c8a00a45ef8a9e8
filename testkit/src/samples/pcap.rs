//! pcap files.

use super::Capture;

/// Order of the bytes of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Little,
    Big,
}

impl Order {
    pub(super) fn u16(self, number: u16) -> [u8; 2] {
        if self == Self::Big { number.to_be_bytes() } else { number.to_le_bytes() }
    }

    pub(super) fn u32(self, number: u32) -> [u8; 4] {
        if self == Self::Big { number.to_be_bytes() } else { number.to_le_bytes() }
    }

    pub(super) fn u64(self, number: u64) -> [u8; 8] {
        if self == Self::Big { number.to_be_bytes() } else { number.to_le_bytes() }
    }
}

pub(super) fn pcap(order: Order, nanoseconds: bool, link_type: u32, packets: &[Vec<u8>]) -> Capture {
    let mut capture = Capture::default();
    let magic: u32 = if nanoseconds { 0xa1b2_3c4d } else { 0xa1b2_c3d4 };
    capture.bytes.extend(order.u32(magic));
    capture.bytes.extend(order.u16(2));
    capture.bytes.extend(order.u16(4));
    for number in [0, 0, 262_144, link_type] {
        capture.bytes.extend(order.u32(number));
    }
    capture.ended(0);
    for (i, packet) in packets.iter().enumerate() {
        let len = packet.len() as u32;
        for number in [1_700_000_000, 1_000 * i as u32, len, len] {
            capture.bytes.extend(order.u32(number));
        }
        capture.bytes.extend(packet);
        capture.ended(1);
    }
    capture
}
