//! From a frame to its TCP header, past VLAN tags and through VXLAN.

/// Whether the flag SYN is set in a TCP header of the frame.
#[inline]
pub(super) fn has_syn(frame: &[u8]) -> bool {
    ethernet(frame, true).unwrap_or(false)
}

/// `None` where a header is cut short.
#[inline]
fn ethernet(frame: &[u8], may_be_outer: bool) -> Option<bool> {
    let mut at = 12;
    loop {
        let kind = frame.get(at..at + 2)?;
        at += 2;
        match [kind[0], kind[1]] {
            [0x81, 0x00] | [0x88, 0xa8] => at += 2,
            [0x08, 0x00] => return ipv4(frame.get(at..)?, may_be_outer),
            [0x86, 0xdd] => return ipv6(frame.get(at..)?, may_be_outer),
            _ => return Some(false),
        }
    }
}

#[inline]
fn ipv4(packet: &[u8], may_be_outer: bool) -> Option<bool> {
    let (header, _) = packet.split_first_chunk::<20>()?;
    let later_fragment = (header[6] & 0x1f) | header[7] != 0;
    if later_fragment {
        return Some(false);
    }
    transport(header[9], packet.get(usize::from(header[0] & 0x0f) * 4..)?, may_be_outer)
}

#[inline]
fn ipv6(packet: &[u8], may_be_outer: bool) -> Option<bool> {
    transport(*packet.get(6)?, packet.get(40..)?, may_be_outer)
}

#[inline]
fn transport(protocol: u8, segment: &[u8], may_be_outer: bool) -> Option<bool> {
    const TCP: u8 = 6;
    const UDP: u8 = 17;
    const VXLAN_PORT: [u8; 2] = 4789_u16.to_be_bytes();
    match protocol {
        TCP => Some(segment.get(13)? & 0x02 != 0),
        UDP if may_be_outer && segment.get(2..4)? == VXLAN_PORT => ethernet(segment.get(16..)?, false),
        _ => Some(false),
    }
}
