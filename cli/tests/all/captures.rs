//! A small capture: a DNS question and its answer, then a TCP handshake that is refused.

/// pcap, microseconds, little endian.
pub(crate) fn pcap(packets: &[Vec<u8>]) -> Vec<u8> {
    let mut file = Vec::new();
    for number in [0xa1b2_c3d4u32, 4 << 16 | 2, 0, 0, 262_144, 1] {
        file.extend(number.to_le_bytes());
    }
    for (i, packet) in packets.iter().enumerate() {
        let len = packet.len() as u32;
        // Packets come every quarter of a second.
        let (seconds, quarter) = (i as u32 / 4, i as u32 % 4);
        for number in [1_700_000_000 + seconds, 250_000 * quarter, len, len] {
            file.extend(number.to_le_bytes());
        }
        file.extend(packet);
    }
    file
}

/// The packets of the sample.
pub(crate) fn sample() -> Vec<Vec<u8>> {
    let question = b"\x04shop\x04test\0\0\x01\0\x01";
    let mut query = b"\x12\x34\x01\0\0\x01\0\0\0\0\0\0".to_vec();
    query.extend(question);
    let mut answer = b"\x12\x34\x81\x80\0\x01\0\x02\0\0\0\0".to_vec();
    answer.extend(question);
    answer.extend(b"\xc0\x0c\0\x01\0\x01\0\0\0\x3c\0\x04\x0a\0\0\x07");
    answer.extend(b"\xc0\x0c\0\x01\0\x01\0\0\0\x3c\0\x04\x0a\0\0\x08");
    vec![
        ipv4(17, [1, 53], &udp(40000, 53, &query)),
        ipv4(17, [53, 1], &udp(53, 40000, &answer)),
        ipv4(6, [1, 7], &tcp(50000, 443, 100, 0, 0x02)),
        ipv4(6, [7, 1], &tcp(443, 50000, 0, 101, 0x14)),
    ]
}

/// From 10.0.0.A to 10.0.0.B.
pub(crate) fn ipv4(proto: u8, [from, to]: [u8; 2], payload: &[u8]) -> Vec<u8> {
    let mut packet = b"\x02\0\0\0\0\x02\x02\0\0\0\0\x01\x08\0".to_vec();
    let mut header = b"\x45\0\0\0\0\x01\x40\0\x40\0\0\0\x0a\0\0\0\x0a\0\0\0".to_vec();
    header[2..4].copy_from_slice(&(20 + payload.len() as u16).to_be_bytes());
    header[9] = proto;
    header[15] = from;
    header[19] = to;
    let sum: u32 = header.chunks(2).map(|pair| u32::from(u16::from_be_bytes([pair[0], pair[1]]))).sum();
    let sum = !((sum & 0xffff) + (sum >> 16)) as u16;
    header[10..12].copy_from_slice(&sum.to_be_bytes());
    packet.extend(header);
    packet.extend(payload);
    packet
}

pub(crate) fn udp(from: u16, to: u16, payload: &[u8]) -> Vec<u8> {
    let numbers = [from, to, 8 + payload.len() as u16, 0];
    let mut packet: Vec<u8> = numbers.iter().flat_map(|number| number.to_be_bytes()).collect();
    packet.extend(payload);
    packet
}

pub(crate) fn tcp(from: u16, to: u16, seq: u32, ack: u32, flags: u8) -> Vec<u8> {
    let mut packet = Vec::new();
    packet.extend(from.to_be_bytes());
    packet.extend(to.to_be_bytes());
    packet.extend(seq.to_be_bytes());
    packet.extend(ack.to_be_bytes());
    packet.extend([0x50, flags, 0xff, 0xff, 0, 0, 0, 0]);
    packet
}
