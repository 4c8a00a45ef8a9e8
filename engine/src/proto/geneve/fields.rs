//! Fields of `geneve`.

use strato_filter_lang::schema::Display::HexDec;

use super::{super::ethertype::ETHERTYPE, values};

fields! { crate::proto::Proto::Geneve =>
    VERSION: "geneve.version", "Version", u8().mask(0xc0).at(0);
    FLAGS: "geneve.flags", "Flags", u8().hex().at(1);
    FLAGS_OAM: "geneve.flags.oam", "Operations, Administration and Management Frame", bool().mask(0x80).at(1);
    FLAGS_CRITICAL: "geneve.flags.critical", "Critical Options Present", bool().mask(0x40).at(1);
    FLAGS_RESERVED: "geneve.flags.reserved", "Reserved", bool().mask(0x3f).at(1);
    PROTO_TYPE: "geneve.proto_type", "Protocol Type", u16().hex().values(&ETHERTYPE).at(2);
    VNI: "geneve.vni", "Virtual Network Identifier (VNI)", u24().display(HexDec).at(4);
    RESERVED: "geneve.reserved", "Reserved", u8().hex().at(7);
    OPTION: "geneve.option", "Option", bytes();
    OPTION_CPACKET_DEVICE_ID: "geneve.option.cPacket.device_id", "cPacket Device ID", u16();
    OPTION_CPACKET_ORIG_LEN: "geneve.option.cPacket.orig_len", "cPacket Original length", u16();
    OPTION_CPACKET_PACKETID: "geneve.option.cPacket.packetid", "cPacket Packet ID", u32();
    OPTION_CPACKET_PORT_ID: "geneve.option.cPacket.port_id", "cPacket Port ID", u16();
    OPTION_CPACKET_RESERVED: "geneve.option.cPacket.reserved", "cPacket Reserved", u8().hex();
    OPTION_CPACKET_TIMESTAMP: "geneve.option.cPacket.timestamp", "cPacket Timestamp", abs_time();
    OPTION_CPACKET_TS_FRACNS: "geneve.option.cPacket.ts_fracns", "cPacket Timestamp (frac. ns)", u16();
    OPTION_CPACKET_TS_NSEC: "geneve.option.cPacket.ts_nsec", "cPacket Timestamp (ns)", u32();
    OPTION_CPACKET_TS_SEC: "geneve.option.cPacket.ts_sec", "cPacket Timestamp (s)", u48();
    OPTION_CPACKET_VERSION: "geneve.option.cPacket.version", "cPacket Metadata version", u8();
    OPTION_CILIUM_SERVICE_IPV4: "geneve.option.cilium.service.ipv4", "Cilium Service IPv4", ipv4();
    OPTION_CILIUM_SERVICE_IPV6: "geneve.option.cilium.service.ipv6", "Cilium Service IPv6", ipv6();
    OPTION_CILIUM_SERVICE_PAD: "geneve.option.cilium.service.pad", "Pad", bytes();
    OPTION_CILIUM_SERVICE_PORT: "geneve.option.cilium.service.port", "Cilium Service Port", u16();
    OPTION_CLASS: "geneve.option.class", "Class", u16().hex().values(&values::OPTION_CLASS);
    OPTION_FLAGS: "geneve.option.flags", "Flags", u8().hex();
    OPTION_FLAGS_RESERVED: "geneve.option.flags.reserved", "Reserved", bool().mask(0xe0);
    OPTION_GCP_DIRECTION: "geneve.option.gcp.direction", "GCP Traffic Direction", bool().mask(0x1).words("Egress", "Ingress");
    OPTION_GCP_ENDPOINT: "geneve.option.gcp.endpoint", "GCP Endpoint ID", bytes();
    OPTION_GCP_PROFILE: "geneve.option.gcp.profile", "GCP Profile ID", u64();
    OPTION_GCP_RESERVED: "geneve.option.gcp.reserved", "GCP Reserved bits", bool().mask(0xe);
    OPTION_GCP_VNID: "geneve.option.gcp.vnid", "GCP Virtual Network ID", u32();
    OPTION_LENGTH: "geneve.option.length", "Length", u8();
    OPTION_LENGTH_INVALID: "geneve.option.length.invalid", "Invalid length for option", none();
    OPTION_TYPE: "geneve.option.type", "Type", u8().hex();
    OPTION_TYPE_CRITICAL: "geneve.option.type.critical", "Critical Option", bool().mask(0x80);
    OPTION_UNKNOWN_DATA: "geneve.option.unknown.data", "Unknown Option Data", bytes();
    OPTIONS: "geneve.options", "Geneve Options", bytes();
    VERSION_UNKNOWN: "geneve.version.unknown", "Unknown version", none();
}
