//! Fields of VRRP.

use super::values as v;

fields! { crate::proto::Proto::Vrrp =>
    TYPEVER: "vrrp.typever", "VRRP message version and type", u8().at(0);
    VERSION: "vrrp.version", "VRRP protocol version", u8().mask(0xf0).at(0);
    TYPE: "vrrp.type", "VRRP packet type", u8().mask(0xf).values(&v::TYPE).at(0);
    VIRT_RTR_ID: "vrrp.virt_rtr_id", "Virtual Rtr ID", u8().at(1);
    PRIO: "vrrp.prio", "Priority", u8().at(2);
    ADDR_COUNT: "vrrp.addr_count", "Addr Count", u8().at(3);
    CHECKSUM: "vrrp.checksum", "Checksum", u16().hex().at(6);
    CHECKSUM_STATUS: "vrrp.checksum.status", "Checksum Status", u8().values(&v::CHECKSUM_STATUS);
    AUTH_TYPE: "vrrp.auth_type", "Auth Type", u8().values(&v::AUTH_TYPE);
    ADVER_INT: "vrrp.adver_int", "Adver Int", u8();
    RESERVED_MBZ: "vrrp.reserved_mbz", "Reserved", u8().mask(0xf0);
    SHORT_ADVER_INT: "vrrp.short_adver_int", "Adver Int", u16().mask(0xfff);
    IP_ADDR: "vrrp.ip_addr", "IP Address", ipv4();
    IPV6_ADDR: "vrrp.ipv6_addr", "IPv6 Address", ipv6();
    AUTH_STRING: "vrrp.auth_string", "Authentication String", str();
    MD5_AUTH_DATA: "vrrp.md5_auth_data", "MD5 Authentication Data", bytes();
    CHECKSUM_BAD_EXPERT: "vrrp.checksum_bad.expert", "Bad checksum", none();
}
