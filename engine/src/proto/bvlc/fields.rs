//! Fields of BACnet's virtual link.

use super::values;

fields! { crate::proto::Proto::Bvlc =>
    TYPE: "bvlc.type", "Type", u8().hex().values(&values::TYPE);
    FUNCTION: "bvlc.function", "Function", u8().hex().values(&values::FUNCTION);
    FUNCTION_IPV6: "bvlc.function_ipv6", "Function", u8().hex().values(&values::FUNCTION_IPV6);
    LENGTH: "bvlc.length", "BVLC-Length", u16();
    VIRTUAL_SOURCE: "bvlc.virtual_source", "BVLC-Virtual-Source", u24().hex();
    VIRTUAL_DEST: "bvlc.virtual_dest", "BVLC-Virtual-Destination", u24().hex();
    RESULT: "bvlc.result", "Result", u16().hex().values(&values::RESULT);
    BDT_IP: "bvlc.bdt_ip", "IP", ipv4();
    BDT_PORT: "bvlc.bdt_port", "Port", u16();
    BDT_MASK: "bvlc.bdt_mask", "Mask", bytes();
    REG_TTL: "bvlc.reg_ttl", "TTL", u16();
    FDT_IP: "bvlc.fdt_ip", "IP", ipv4();
    FDT_IPV6: "bvlc.fdt_ipv6", "IP", ipv6();
    FDT_PORT: "bvlc.fdt_port", "Port", u16();
    FDT_TTL: "bvlc.fdt_ttl", "TTL", u16();
    FDT_TIMEOUT: "bvlc.fdt_timeout", "Timeout", u16();
    FWD_IP: "bvlc.fwd_ip", "IP", ipv4();
    FWD_PORT: "bvlc.fwd_port", "Port", u16();
    ORIG_SOURCE_ADDR: "bvlc.orig_source_addr", "IP", ipv6();
    ORIG_SOURCE_PORT: "bvlc.orig_source_port", "Port", u16();
}
