//! Packets of the sample captures: enough of each protocol that cutting them anywhere is a test.

/// Ends of conversations: last byte of address and hardware address.
pub(crate) const CLIENT: u8 = 1;
pub(crate) const SERVER: u8 = 7;
const RESOLVER: u8 = 53;

pub(crate) const FIN: u8 = 1;
pub(crate) const SYN: u8 = 2;
pub(crate) const RST: u8 = 4;
pub(crate) const PSH: u8 = 8;
pub(crate) const ACK: u8 = 16;

/// A name is asked for and answered, a page is fetched over TCP, its request and response in several segments.
pub fn web() -> Vec<Vec<u8>> {
    let head = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n";
    let body = b"6\r\nhello \r\n5\r\nworld\r\n0\r\n\r\n";
    let there = |seq, ack, flags, payload: &[u8]| tcp_between(CLIENT, SERVER, [50000, 80], [seq, ack], flags, payload);
    let back = |seq, ack, flags, payload: &[u8]| tcp_between(SERVER, CLIENT, [80, 50000], [seq, ack], flags, payload);
    vec![
        arp(1, CLIENT, RESOLVER),
        arp(2, RESOLVER, CLIENT),
        udp_between(CLIENT, RESOLVER, [40000, 53], &dns(false)),
        udp_between(RESOLVER, CLIENT, [53, 40000], &dns(true)),
        there(100, 0, SYN, b""),
        back(500, 101, SYN | ACK, b""),
        there(101, 501, ACK, b""),
        there(101, 501, PSH | ACK, b"GET /index.html HTTP/1.1\r\nHost: sh"),
        there(135, 501, PSH | ACK, b"op.test\r\nAccept: */*\r\n\r\n"),
        back(501, 159, PSH | ACK, head),
        back(501 + head.len() as u32, 159, PSH | ACK, body),
        back(501 + head.len() as u32 + 4, 159, ACK, body.get(4..10).unwrap_or_default()),
        there(159, 501 + (head.len() + body.len()) as u32, FIN | ACK, b""),
        back(501 + (head.len() + body.len()) as u32, 160, RST | ACK, b""),
    ]
}

/// HTTP/2 from its preface on: settings, a header block in two frames, a call of gRPC in two, JSON, a reset.
pub fn multiplexed() -> Vec<Vec<u8>> {
    let frame = |kind: u8, flags: u8, stream: u8, payload: &[u8]| {
        let header = [0, 0, payload.len() as u8, kind, flags, 0, 0, 0, stream];
        [&header, payload].concat()
    };
    let line = |name: &[u8], value: &[u8]| [&[0x40, name.len() as u8], name, &[value.len() as u8], value].concat();
    let call =
        [&b"\x83\x86"[..], &line(b":path", b"/shop.Items/Get"), &line(b"content-type", b"application/grpc")].concat();
    let (first, second) = call.split_at(call.len() / 2);
    let there = [
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
        frame(4, 0, 0, b"\0\x01\0\0\x10\0\0\x04\0\0\xff\xff"),
        frame(1, 0, 1, first),
        frame(9, 4, 1, second),
        frame(0, 0, 1, b"\0\0\0\0\x09\x08\x96"),
        frame(0, 9, 1, b"\x02\x01\x12\x04milk\0\0"),
    ];
    let json = [&b"\x88"[..], &line(b"content-type", b"application/json")].concat();
    let back = [
        frame(4, 1, 0, b""),
        frame(8, 0, 0, b"\0\0\x10\0"),
        frame(1, 0x24, 3, &[b"\x80\0\0\x01\x0f", &json[..]].concat()),
        frame(0, 0, 3, br#"{"item":["milk\n",-1.5e3,"#),
        frame(0, 1, 3, br#"true,null,{"":{}}]}"#),
        frame(1, 5, 5, b"\xbe\x20"),
        frame(3, 0, 5, b"\0\0\0\x08"),
        frame(7, 0, 0, b"\0\0\0\x05\0\0\0\0bye"),
    ];
    let (there, back) = (there.concat(), back.concat());
    vec![
        tcp_between(CLIENT, SERVER, [50002, 80], [1, 1], PSH | ACK, &there),
        tcp_between(SERVER, CLIENT, [80, 50002], [1, 1 + there.len() as u32], PSH | ACK, &back),
    ]
}

/// A TLS hello in two segments, DHCP, NTP, ping over IPv6, a SIP request.
pub fn secure() -> Vec<Vec<u8>> {
    let hello = client_hello();
    let (first, second) = hello.split_at(hello.len() / 2);
    let tls = |seq, payload: &[u8]| tcp_between(CLIENT, SERVER, [50001, 443], [seq, 9], PSH | ACK, payload);
    let invite = b"INVITE sip:bob@shop.test SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK1\r\nFrom: <sip:a@b>;\
        tag=1\r\nTo: <sip:bob@shop.test>\r\nCall-ID: x\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n";
    vec![
        tls(1, first),
        tls(1 + first.len() as u32, second),
        udp_between(CLIENT, 255, [68, 67], &dhcp()),
        udp_between(CLIENT, SERVER, [123, 123], &ntp()),
        udp_between(CLIENT, SERVER, [5060, 5060], invite),
        ipv6(58, b"\x80\0\0\0\x12\x34\0\x01ping"),
        ipv6(
            0,
            b"\x3a\0\x05\x02\0\0\x01\0\x87\0\0\0\0\0\0\0\xfe\x80\0\0\0\0\0\0\0\0\0\0\0\0\0\x07\x01\x01\x02\0\0\0\0\x01",
        ),
    ]
}

/// VXLAN, GRE, VLANs, fragments, an ICMP error that quotes, MPLS.
pub fn tunnels() -> Vec<Vec<u8>> {
    let inner = udp_between(CLIENT, RESOLVER, [40001, 53], &dns(false));
    let vxlan = [b"\x08\0\0\0\0\0\x2a\0", inner.as_slice()].concat();
    let datagram = udp([40002, 53], &dns(true));
    let (first, second) = datagram.split_at(24);
    let quoted = inner.get(14..14 + 28).unwrap_or_default();
    let unreachable = [b"\x03\x03\0\0\0\0\0\0", quoted].concat();
    let ip = inner.get(14..).unwrap_or_default();
    vec![
        udp_between(CLIENT, SERVER, [4789, 4789], &vxlan),
        eth(0x0800, &ipv4(47, CLIENT, SERVER, &[b"\0\0\x08\0", ip].concat())),
        eth(0x88a8, &[b"\0\x05\x81\0\0\x06\x08\0", ip].concat()),
        eth(0x0800, &fragment(0x2000, first)),
        eth(0x0800, &fragment(24 / 8, second)),
        eth(0x0800, &ipv4(1, SERVER, CLIENT, &unreachable)),
        eth(0x8847, &[b"\0\x01\x01\x40", ip].concat()),
    ]
}

/// The same packet with a Linux cooked header instead of its Ethernet header.
pub fn cooked(packet: &[u8]) -> Vec<u8> {
    let (header, payload) = packet.split_at(14);
    let mut cooked = b"\0\0\0\x01\0\x06".to_vec();
    cooked.extend(header.get(6..12).unwrap_or_default());
    cooked.extend([0, 0]);
    cooked.extend(header.get(12..).unwrap_or_default());
    cooked.extend(payload);
    cooked
}

fn eth(ethertype: u16, payload: &[u8]) -> Vec<u8> {
    let mut packet = vec![2, 0, 0, 0, 0, SERVER, 2, 0, 0, 0, 0, CLIENT];
    packet.extend(ethertype.to_be_bytes());
    packet.extend(payload);
    packet
}

fn arp(opcode: u8, from: u8, to: u8) -> Vec<u8> {
    let mut packet = vec![0, 1, 8, 0, 6, 4, 0, opcode];
    packet.extend([2, 0, 0, 0, 0, from, 10, 0, 0, from]);
    packet.extend([2, 0, 0, 0, 0, to, 10, 0, 0, to]);
    eth(0x0806, &packet)
}

fn ipv4(proto: u8, from: u8, to: u8, payload: &[u8]) -> Vec<u8> {
    let mut header = b"\x45\0\0\0\0\x01\x40\0\x40\0\0\0\x0a\0\0\0\x0a\0\0\0".to_vec();
    header[2..4].copy_from_slice(&(20 + payload.len() as u16).to_be_bytes());
    (header[9], header[15], header[19]) = (proto, from, to);
    seal(&mut header);
    header.extend(payload);
    header
}

/// Part of a UDP datagram; `place` is flags and offset.
fn fragment(place: u16, payload: &[u8]) -> Vec<u8> {
    let mut packet = ipv4(17, CLIENT, RESOLVER, payload);
    packet[6..8].copy_from_slice(&place.to_be_bytes());
    packet[10..12].fill(0);
    let mut header: Vec<u8> = packet.drain(..20).collect();
    seal(&mut header);
    header.extend(packet);
    header
}

/// Sets the header's checksum.
fn seal(header: &mut [u8]) {
    let sum: u32 = header.chunks(2).map(|pair| u32::from(u16::from_be_bytes([pair[0], pair[1]]))).sum();
    let sum = !((sum & 0xffff) + (sum >> 16)) as u16;
    header[10..12].copy_from_slice(&sum.to_be_bytes());
}

fn ipv6(next: u8, payload: &[u8]) -> Vec<u8> {
    let mut packet = vec![0x60, 0, 0, 0];
    packet.extend((payload.len() as u16).to_be_bytes());
    packet.extend([next, 255]);
    for end in [CLIENT, SERVER] {
        packet.extend([0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, end]);
    }
    packet.extend(payload);
    eth(0x86dd, &packet)
}

fn udp([from, to]: [u16; 2], payload: &[u8]) -> Vec<u8> {
    let numbers = [from, to, 8 + payload.len() as u16, 0];
    let mut packet: Vec<u8> = numbers.iter().flat_map(|number| number.to_be_bytes()).collect();
    packet.extend(payload);
    packet
}

pub(crate) fn udp_between(from: u8, to: u8, ports: [u16; 2], payload: &[u8]) -> Vec<u8> {
    eth(0x0800, &ipv4(17, from, to, &udp(ports, payload)))
}

pub(crate) fn tcp_between(from: u8, to: u8, ports: [u16; 2], numbers: [u32; 2], flags: u8, payload: &[u8]) -> Vec<u8> {
    let options: &[u8] =
        if flags & SYN != 0 { b"\x02\x04\x05\xb4\x04\x02\x08\x0a\0\0\0\x01\0\0\0\0\x01\x03\x03\x07" } else { b"" };
    let mut packet: Vec<u8> = ports.iter().flat_map(|port| port.to_be_bytes()).collect();
    packet.extend(numbers.iter().flat_map(|number| number.to_be_bytes()));
    packet.extend([0x50 + (options.len() as u8 / 4) * 16, flags, 0xff, 0xff, 0, 0, 0, 0]);
    packet.extend(options);
    packet.extend(payload);
    eth(0x0800, &ipv4(6, from, to, &packet))
}

/// A question, or an answer with compressed names, an alias and EDNS.
fn dns(answer: bool) -> Vec<u8> {
    let mut message = if answer { b"\x12\x34\x81\x80" } else { b"\x12\x34\x01\0" }.to_vec();
    message.extend(if answer { b"\0\x01\0\x02\0\0\0\x01" } else { b"\0\x01\0\0\0\0\0\x01" });
    message.extend(b"\x04shop\x04test\0\0\x01\0\x01");
    if answer {
        message.extend(b"\xc0\x0c\0\x05\0\x01\0\0\0\x3c\0\x06\x03www\xc0\x0c");
        message.extend(b"\xc0\x27\0\x01\0\x01\0\0\0\x3c\0\x04\x0a\0\0\x07");
    }
    message.extend(b"\0\0\x29\x04\xd0\0\0\0\0\0\x08\0\x0a\0\x04abcd");
    message
}

fn dhcp() -> Vec<u8> {
    let mut message = b"\x01\x01\x06\0\0\0\x12\x34\0\0\x80\0".to_vec();
    message.resize(28, 0);
    message.extend([2, 0, 0, 0, 0, CLIENT]);
    message.resize(236, 0);
    message.extend(b"\x63\x82\x53\x63\x35\x01\x01\x0c\x06laptop\x37\x03\x01\x03\x06\x3d\x07\x01\x02\0\0\0\0\x01\xff");
    message
}

fn ntp() -> Vec<u8> {
    let mut message = vec![0x23, 0, 6, 0xec];
    message.resize(40, 0);
    message.extend(b"\xe9\0\0\0\x80\0\0\0");
    message
}

/// A record with a ClientHello: SNI, ALPN, versions, groups, a key share.
fn client_hello() -> Vec<u8> {
    let extensions: &[(u16, &[u8])] = &[
        (0, b"\0\x0c\0\0\x09shop.test"),
        (16, b"\0\x0c\x02h2\x08http/1.1"),
        (43, b"\x04\x03\x04\x03\x03"),
        (10, b"\0\x04\0\x1d\0\x17"),
        (13, b"\0\x04\x04\x03\x08\x04"),
        (51, b"\0\x0a\0\x1d\0\x06abcdef"),
    ];
    let mut body = b"\x03\x03".to_vec();
    body.extend([7; 32]);
    body.extend(b"\0\0\x04\x13\x01\xc0\x2f\x01\0");
    let mut list = Vec::new();
    for (kind, value) in extensions {
        list.extend(kind.to_be_bytes());
        list.extend((value.len() as u16).to_be_bytes());
        list.extend(*value);
    }
    body.extend((list.len() as u16).to_be_bytes());
    body.extend(list);
    let mut record = b"\x16\x03\x01".to_vec();
    record.extend((body.len() as u16 + 4).to_be_bytes());
    record.extend([1, 0]);
    record.extend((body.len() as u16).to_be_bytes());
    record.extend(body);
    record
}
