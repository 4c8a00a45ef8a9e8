//! A capture of what is rare elsewhere: silent servers, full windows, tunnels, complaints.

use crate::captures::{ipv4, pcap, sample, tcp, udp};

const SYN: u8 = 0x02;
const ACK: u8 = 0x10;
const PUSH: u8 = 0x18;

pub(super) fn capture() -> Vec<u8> {
    let mut packets = sample();
    let segment = |ends: [u8; 2], ports: [u16; 2], numbers: [u32; 2], flags| {
        ipv4(6, ends, &tcp(ports[0], ports[1], numbers[0], numbers[1], flags))
    };
    let with = |mut segment: Vec<u8>, more: &[u8]| {
        segment.extend(more);
        let len = segment.len() as u16 - 14;
        segment[16..18].copy_from_slice(&len.to_be_bytes());
        segment
    };
    // A server that does not answer, and a host that tries its ports.
    packets.extend([(); 3].map(|()| segment([2, 9], [50001, 8080], [700, 0], SYN)));
    packets.extend((1..=6).map(|port| segment([3, 9], [50002, port], [800, 0], SYN)));
    // A connection whose client is full, and to whom a segment is sent twice.
    let (up, down) = ([50003, 80], [80, 50003]);
    packets.push(segment([4, 7], up, [100, 0], SYN));
    packets.push(segment([7, 4], down, [900, 101], SYN | ACK));
    packets.push(segment([4, 7], up, [101, 901], ACK));
    packets.push(with(segment([7, 4], down, [901, 101], PUSH), b"sold out"));
    let mut full = segment([4, 7], up, [101, 909], ACK);
    full[48..50].fill(0);
    packets.push(full);
    let again = with(segment([7, 4], down, [909, 101], PUSH), b"sold out");
    packets.extend([again.clone(), again]);
    packets.push(segment([4, 7], up, [101, 917], ACK));
    // Complaints about a port, twice, and about a host.
    let lost = ipv4(17, [4, 8], &udp(50004, 123, b"what time is it?"));
    for (reporter, code) in [(8, 3), (8, 3), (254, 1)] {
        packets.push(lost.clone());
        let mut complaint = vec![3, code, 0, 0, 0, 0, 0, 0];
        complaint.extend(&lost[14..42]);
        packets.push(ipv4(1, [reporter, 4], &complaint));
    }
    // A question without an answer, and one that the server cannot answer.
    let question = |id: u8, flags: [u8; 2]| {
        let mut message = vec![0, id, flags[0], flags[1], 0, 1, 0, 0, 0, 0, 0, 0];
        message.extend(b"\x04lost\x04test\0\0\x01\0\x01");
        message
    };
    packets.push(ipv4(17, [1, 53], &udp(40001, 53, &question(1, [1, 0]))));
    packets.push(ipv4(17, [1, 53], &udp(40002, 53, &question(2, [1, 0]))));
    packets.push(ipv4(17, [53, 1], &udp(53, 40002, &question(2, [0x81, 0x82]))));
    // Something in a VLAN, in GRE, in Geneve.
    let inner = ipv4(17, [5, 6], &udp(50005, 50006, b"inside"));
    let mut tagged = inner.clone();
    tagged.splice(12..12, [0x81, 0, 0, 42]);
    packets.push(tagged);
    packets.push(ipv4(47, [20, 21], &[b"\0\0\x08\0", &inner[14..]].concat()));
    packets.push(ipv4(17, [20, 21], &udp(50007, 6081, &[b"\0\0\x65\x58\0\0\x07\0", inner.as_slice()].concat())));
    pcap(&packets)
}
