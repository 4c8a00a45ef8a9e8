//! Fields of `sll`.

use super::{
    super::{arp::HW_TYPE, ethertype::ETHERTYPE},
    values,
};

fields! { crate::proto::Proto::Sll =>
    PKTTYPE: "sll.pkttype", "Packet type", u16().values(&values::PKTTYPE);
    IFINDEX: "sll.ifindex", "Interface index", u32();
    HATYPE: "sll.hatype", "Link-layer address type", u16().values(&HW_TYPE);
    HALEN: "sll.halen", "Link-layer address length", u16();
    SRC_ETH: "sll.src.eth", "Source", ether();
    ETYPE: "sll.etype", "Protocol", u16().hex().values(&ETHERTYPE);
    GRETYPE: "sll.gretype", "Protocol", u16().hex().values(&values::GRETYPE);
    LTYPE: "sll.ltype", "Protocol", u16().hex().values(&values::LTYPE);
    RESERVED: "sll.reserved", "Reserved", bytes();
    SRC_IPV4: "sll.src.ipv4", "Source", ipv4();
    SRC_OTHER: "sll.src.other", "Source", bytes();
    TRAILER: "sll.trailer", "Trailer", bytes();
    UNUSED: "sll.unused", "Unused", bytes();
}
