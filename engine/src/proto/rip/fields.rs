//! Fields of RIP.

use super::values as v;

fields! { crate::proto::Proto::Rip =>
    COMMAND: "rip.command", "Command", u8().values(&v::COMMAND).at(0);
    VERSION: "rip.version", "Version", u8().values(&v::VERSION).at(1);
    ROUTING_DOMAIN: "rip.routing_domain", "Routing Domain", u16();
    IP: "rip.ip", "IP Address", ipv4();
    NETMASK: "rip.netmask", "Netmask", ipv4();
    NEXT_HOP: "rip.next_hop", "Next Hop", ipv4();
    METRIC: "rip.metric", "Metric", u16();
    AUTH_TYPE: "rip.auth.type", "Authentication type", u16().values(&v::AUTH_TYPE);
    AUTH_PASSWD: "rip.auth.passwd", "Password", str();
    FAMILY: "rip.family", "Address Family", u16().values(&v::FAMILY);
    ROUTE_TAG: "rip.route_tag", "Route Tag", u16();
    ZERO_PADDING: "rip.zero_padding", "Zero adding", str();
    DIGEST_OFFSET: "rip.digest_offset", "Digest Offset", u16();
    KEY_ID: "rip.key_id", "Key ID", u8();
    AUTH_DATA_LEN: "rip.auth_data_len", "Auth Data Len", u8();
    SEQ_NUM: "rip.seq_num", "Seq num", u32();
    AUTHENTICATION_DATA: "rip.authentication_data", "Authentication Data", bytes();
    UNKNOWN_ADDRESS_FAMILY: "rip.unknown_address_family", "Unknown address family", none();
}
