//! EtherTypes: what Ethernet, VLAN tags, cooked captures and tunnels carry.

mod values;

use super::{
    Protocol, Table,
    dissect::Cx,
    lldp,
    tvb::Tvb,
};

pub(super) use self::values::ETHERTYPE;

/// EtherType of IPv4.
pub(super) const IPV4: u16 = 0x0800;

/// EtherType: a pseudo-protocol that only shows in `frame.protocols`.
pub static PSEUDO: Protocol = Protocol { name: "ethertype", title: "Ethertype", ..Protocol::DEFAULT };

/// Hands bytes to the protocol of an EtherType.
pub(super) fn call<'f>(cx: &mut Cx<'f>, kind: u16, payload: Tvb<'f>) {
    if cx.out.plan.everything {
        cx.protocols.push("ethertype");
    }
    if !cx.call_table(Table::EtherType, kind.into(), payload) {
        cx.call_data(payload);
    }
}

/// How many bytes a payload says it has; what follows is the trailer of the frame.
pub(super) fn payload_len(kind: u16, payload: Tvb<'_>) -> Option<usize> {
    let len = match kind {
        0x0800 => match usize::from(payload.u16(2).ok()?) {
            // Segmentation offload: the length is not filled in.
            0 => return None,
            // A header that is not one.
            len if len < 20 || len < 4 * usize::from(payload.u8(0).ok()? & 0xf) => return None,
            len => len,
        },
        0x86dd => match payload.u16(4).ok()? {
            // A jumbogram, or segmentation offload.
            0 => return None,
            len => 40 + usize::from(len),
        },
        0x0806 | 0x8035 => 8 + 2 * (usize::from(payload.u8(4).ok()?) + usize::from(payload.u8(5).ok()?)),
        0x8864 => 6 + usize::from(payload.u16(4).ok()?),
        0x88cc => lldp::unit_len(payload)?,
        0x888e => 4 + usize::from(payload.u16(2).ok()?),
        _ => return None,
    };
    (len <= payload.reported_len()).then_some(len)
}

