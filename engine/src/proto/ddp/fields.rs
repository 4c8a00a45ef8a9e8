//! Fields of DDP.

use super::values;

fields! { crate::proto::Proto::Ddp =>
    HOPCOUNT: "ddp.hopcount", "Hop count", u16().mask(0x3c00);
    LEN: "ddp.len", "Datagram length", u16().mask(0x3ff);
    CHECKSUM: "ddp.checksum", "Checksum", u16();
    DST: "ddp.dst", "Destination address", str();
    DST_NET: "ddp.dst.net", "Destination Net", u16();
    SRC: "ddp.src", "Source address", str();
    SRC_NET: "ddp.src.net", "Source Net", u16();
    DST_NODE: "ddp.dst.node", "Destination Node", u8();
    SRC_NODE: "ddp.src.node", "Source Node", u8();
    DST_SOCKET: "ddp.dst_socket", "Destination Socket", u8();
    SRC_SOCKET: "ddp.src_socket", "Source Socket", u8();
    TYPE: "ddp.type", "Protocol type", u8().values(&values::TYPE);
    LEN_INVALID: "ddp.len_invalid", "Invalid length", none();
}
