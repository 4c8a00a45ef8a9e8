//! Fields of the NetBIOS datagram service.

use super::values;

fields! { crate::proto::Proto::Nbdgm =>
    TYPE: "nbdgm.type", "Message Type", u8().values(&values::TYPE);
    FLAGS: "nbdgm.flags", "Flags", u8().hex();
    NEXT: "nbdgm.next", "More fragments follow", bool().mask(0x1).words("Yes", "No");
    FIRST: "nbdgm.first", "This is first fragment", bool().mask(0x2).words("Yes", "No");
    NODE_TYPE: "nbdgm.node_type", "Node Type", u8().mask(0xc).values(&values::NODE_TYPE);
    DGRAM_ID: "nbdgm.dgram_id", "Datagram ID", u16().hex();
    SRC_IP: "nbdgm.src.ip", "Source IP", ipv4();
    SRC_PORT: "nbdgm.src.port", "Source Port", u16();
    DGRAM_LEN: "nbdgm.dgram_len", "Datagram length", u16();
    PKT_OFFSET: "nbdgm.pkt_offset", "Packet offset", u16();
    ERROR_CODE: "nbdgm.error_code", "Error code", u8().hex().values(&values::ERROR_CODE);
    SOURCE_NAME: "nbdgm.source_name", "Source name", str();
    DESTINATION_NAME: "nbdgm.destination_name", "Destination name", str();
}
