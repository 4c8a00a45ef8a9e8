//! pcapng files, draft-ietf-opsawg-pcapng.

use super::{Capture, packets, pcap::Order};

/// A section being written.
struct Section<'c> {
    capture: &'c mut Capture,
    order: Order,
}

impl<'c> Section<'c> {
    fn start(capture: &'c mut Capture, order: Order) -> Self {
        let mut section = Self { capture, order };
        let mut body = order.u32(0x1a2b_3c4d).to_vec();
        body.extend(order.u16(1));
        body.extend(order.u16(0));
        body.extend(order.u64(u64::MAX));
        body.extend(section.options(&[(2, b"generated"), (4, b"sample")]));
        section.block(0x0a0d_0d0a, &body, 0);
        section
    }

    fn block(&mut self, block_type: u32, body: &[u8], frames: u64) {
        let len = (12 + body.len().next_multiple_of(4)) as u32;
        self.capture.bytes.extend(self.order.u32(block_type));
        self.capture.bytes.extend(self.order.u32(len));
        self.capture.bytes.extend(padded(body));
        self.capture.bytes.extend(self.order.u32(len));
        self.capture.ended(frames);
    }

    fn options(&self, options: &[(u16, &[u8])]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (code, value) in options.iter().chain([&(0u16, &b""[..])]) {
            bytes.extend(self.order.u16(*code));
            bytes.extend(self.order.u16(value.len() as u16));
            bytes.extend(padded(value));
        }
        bytes
    }

    fn interface(&mut self, link_type: u16, options: &[(u16, &[u8])]) {
        let mut body = self.order.u16(link_type).to_vec();
        body.extend([0, 0]);
        body.extend(self.order.u32(0));
        body.extend(self.options(options));
        self.block(1, &body, 0);
    }

    fn packet(&mut self, interface: u32, time: u64, data: &[u8], options: &[(u16, &[u8])]) {
        let len = data.len() as u32;
        let numbers = [interface, (time >> 32) as u32, time as u32, len, len];
        let mut body: Vec<u8> = numbers.iter().flat_map(|number| self.order.u32(*number)).collect();
        body.extend(padded(data));
        if !options.is_empty() {
            body.extend(self.options(options));
        }
        self.block(6, &body, 1);
    }

    fn simple_packet(&mut self, data: &[u8]) {
        let mut body = self.order.u32(data.len() as u32).to_vec();
        body.extend(data);
        self.block(3, &body, 1);
    }

    fn obsolete_packet(&mut self, time: u64, data: &[u8]) {
        let len = data.len() as u32;
        let mut body = [self.order.u16(0), self.order.u16(7)].concat();
        for number in [(time >> 32) as u32, time as u32, len, len] {
            body.extend(self.order.u32(number));
        }
        body.extend(padded(data));
        self.block(2, &body, 1);
    }

    /// Two names, a decryption secret, statistics, an unknown block.
    fn others(&mut self) {
        let mut names = Vec::new();
        for (kind, value) in [(1u16, &b"\x0a\0\0\x07shop.test\0"[..]), (0, b"")] {
            names.extend(self.order.u16(kind));
            names.extend(self.order.u16(value.len() as u16));
            names.extend(padded(value));
        }
        self.block(4, &names, 0);
        let secrets = b"CLIENT_RANDOM 00 11\n";
        let mut body = self.order.u32(0x544c_534b).to_vec();
        body.extend(self.order.u32(secrets.len() as u32));
        body.extend(secrets);
        self.block(10, &body, 0);
        let mut statistics: Vec<u8> = [0u32, 1, 2].iter().flat_map(|number| self.order.u32(*number)).collect();
        statistics.extend(self.options(&[(4, &self.order.u64(99))]));
        self.block(5, &statistics, 0);
        self.block(0x7fff_1234, b"nobody knows", 0);
    }

    /// A journal entry, a custom block and an event: frames that are no packets.
    fn events(&mut self) {
        self.block(9, b"__REALTIME_TIMESTAMP=1700000000123456\nMESSAGE=link up\n\n", 1);
        let mut custom = self.order.u32(37244).to_vec();
        custom.extend(b"something");
        self.block(0xbad, &custom, 1);
        let mut event = self.order.u16(1).to_vec();
        event.extend(self.order.u64(1_700_000_000_000_000_000));
        event.extend(self.order.u64(4321));
        event.extend(self.order.u32(26));
        event.extend(self.order.u16(3));
        event.extend([0; 8]);
        self.block(0x204, &event, 1);
    }
}

fn padded(bytes: &[u8]) -> Vec<u8> {
    let mut padded = bytes.to_vec();
    padded.resize(bytes.len().next_multiple_of(4), 0);
    padded
}

pub(super) fn sections() -> Capture {
    let mut capture = Capture::default();
    let web = packets::web();
    let mut section = Section::start(&mut capture, Order::Little);
    section.interface(1, &[(2, b"eth0"), (9, &[9])]);
    for (i, packet) in web.iter().take(5).enumerate() {
        section.packet(0, 1_700_000_000_000_000_000 + i as u64, packet, &[(1, b"a comment")]);
    }
    let mut section = Section::start(&mut capture, Order::Big);
    section.interface(101, &[(2, b"tun0"), (9, &[0x8a]), (14, &60u64.to_be_bytes())]);
    section.interface(1, &[(2, b"eth1"), (13, &[4])]);
    for (i, packet) in packets::secure().iter().take(4).enumerate() {
        // Without its Ethernet header it is raw IP.
        section.packet(0, (1_700_000_000 << 10) + i as u64, packet.get(14..).unwrap_or_default(), &[]);
        section.packet(1, 1_700_000_000_000_000 + i as u64, packet, &[]);
    }
    let mut section = Section::start(&mut capture, Order::Little);
    section.interface(1, &[]);
    for packet in web.iter().take(3) {
        section.simple_packet(packet);
        section.obsolete_packet(1_700_000_000_000_000, packet);
    }
    capture
}

pub(super) fn big_endian() -> Capture {
    let mut capture = Capture::default();
    let mut section = Section::start(&mut capture, Order::Big);
    section.interface(1, &[(2, b"eth0"), (3, b"first"), (9, &[6]), (11, b"\0port 53"), (12, b"Linux")]);
    for (i, packet) in packets::tunnels().iter().enumerate() {
        let flags = 1u32.to_be_bytes();
        section.packet(0, 1_700_000_000_000_000 + i as u64, packet, &[(1, b"why"), (2, &flags)]);
        if i == 2 {
            section.others();
            section.events();
        }
    }
    capture
}
