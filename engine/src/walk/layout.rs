//! Where the fields of walked layers live: read off the protocols' declarations.

use strato_filter_jit::layout::{Edge, Layout, Place, Slot};
use strato_filter_lang::schema::{FieldId, Source};

use crate::proto::{Proto, registry};

/// A protocol whose layers are walked.
struct Walked {
    proto: Proto,
    /// Bytes of its fixed header.
    header_len: u16,
    /// Bytes that its own item covers, where they are known.
    item: Option<(Edge, Edge)>,
}

const HEADER: Option<(Edge, Edge)> = Some((Edge::Start, Edge::Payload));
const WHOLE: Option<(Edge, Edge)> = Some((Edge::Start, Edge::End));

/// All of them; a protocol's slot is its row.
static WALKED: [Walked; 11] = [
    Walked { proto: Proto::Frame, header_len: 0, item: WHOLE },
    Walked { proto: Proto::Eth, header_len: 14, item: HEADER },
    Walked { proto: Proto::Vlan, header_len: 4, item: HEADER },
    Walked { proto: Proto::Ip, header_len: 20, item: HEADER },
    Walked { proto: Proto::Ipv6, header_len: 40, item: HEADER },
    Walked { proto: Proto::Tcp, header_len: 20, item: HEADER },
    Walked { proto: Proto::Udp, header_len: 8, item: HEADER },
    Walked { proto: Proto::Icmp, header_len: 4, item: None },
    Walked { proto: Proto::Icmpv6, header_len: 4, item: None },
    Walked { proto: Proto::Arp, header_len: 8, item: None },
    Walked { proto: Proto::Vxlan, header_len: 8, item: HEADER },
];

pub(super) const FRAME: Slot = Slot(0);
pub(super) const ETH: Slot = Slot(1);
pub(super) const VLAN: Slot = Slot(2);
pub(crate) const IP: Slot = Slot(3);
pub(crate) const IPV6: Slot = Slot(4);
pub(crate) const TCP: Slot = Slot(5);
pub(crate) const UDP: Slot = Slot(6);
pub(super) const ICMP: Slot = Slot(7);
pub(super) const ICMPV6: Slot = Slot(8);
pub(super) const ARP: Slot = Slot(9);
pub(super) const VXLAN: Slot = Slot(10);

/// The slot of a walked protocol.
pub(super) fn slot_of(proto: Proto) -> Option<Slot> {
    WALKED.iter().position(|walked| walked.proto == proto).map(|row| Slot(row as u8))
}

/// The protocol of a slot.
pub(crate) fn proto_of(slot: Slot) -> Option<Proto> {
    WALKED.get(usize::from(slot.0)).map(|walked| walked.proto)
}

/// The places of all fields.
pub struct FrameLayout;

impl Layout for FrameLayout {
    fn places(&self, field: FieldId) -> Vec<Place> {
        let registry = registry::registry();
        let proto = registry.proto_of(field);
        let Some(slot) = slot_of(proto) else { return vec![Place::Beyond] };
        let declared = registry.schema().field(field);
        let lent = registry::protocol(proto).lent.iter().filter(|(name, _)| *name == declared.name);
        let lent: Vec<Place> = lent.map(|(_, other)| slot_of(*other).map_or(Place::Beyond, Place::Hidden)).collect();
        if !lent.is_empty() {
            return lent.into_iter().chain([Place::Hidden(slot)]).collect();
        }
        if !declared.occurs_as.is_empty() {
            let parts = declared.occurs_as.iter().map(|name| registry.schema().resolve(name));
            return parts.flat_map(|part| part.map_or(vec![Place::Beyond], |part| self.places(part.id))).collect();
        }
        if !declared.also.is_empty() {
            return vec![Place::Hidden(slot)];
        }
        vec![match declared.source {
            _ if registry.protocol_id(proto) == field => {
                match WALKED.get(usize::from(slot.0)).and_then(|walked| walked.item) {
                    Some((from, to)) => Place::Span { slot, from, to },
                    None => Place::Hidden(slot),
                }
            }
            Source::Header { offset, width, order } if offset + u16::from(width) <= self.header_len(slot) => {
                Place::Header { slot, offset, width, order, mask: declared.mask, ty: declared.ty }
            }
            Source::Payload => Place::Span { slot, from: Edge::Payload, to: Edge::End },
            Source::Record(record) => Place::Record(record),
            Source::Header { .. } | Source::Computed | Source::Event { .. } | Source::Resolved { .. } => {
                Place::Hidden(slot)
            }
        }]
    }

    fn presence(&self, field: FieldId) -> Option<Slot> {
        let registry = registry::registry();
        let proto = registry.proto_of(field);
        slot_of(proto).filter(|_| registry.protocol_id(proto) == field)
    }

    fn header_len(&self, slot: Slot) -> u16 {
        WALKED.get(usize::from(slot.0)).map_or(0, |walked| walked.header_len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_rows() {
        let rows = [
            (FRAME, Proto::Frame),
            (ETH, Proto::Eth),
            (VLAN, Proto::Vlan),
            (IP, Proto::Ip),
            (IPV6, Proto::Ipv6),
            (TCP, Proto::Tcp),
            (UDP, Proto::Udp),
            (ICMP, Proto::Icmp),
            (ICMPV6, Proto::Icmpv6),
            (ARP, Proto::Arp),
            (VXLAN, Proto::Vxlan),
        ];
        assert_eq!(rows.len(), WALKED.len());
        for (slot, proto) in rows {
            assert_eq!(slot_of(proto), Some(slot), "{proto:?}");
        }
    }
}
