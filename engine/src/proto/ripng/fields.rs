//! Fields of RIPng.

use super::values as v;

fields! { crate::proto::Proto::Ripng =>
    CMD: "ripng.cmd", "Command", u8().values(&v::CMD).at(0);
    VERSION: "ripng.version", "Version", u8().at(1);
    RESERVED: "ripng.reserved", "Reserved", bytes();
    RTE: "ripng.rte", "Route Table Entry", none();
    RTE_IPV6_PREFIX: "ripng.rte.ipv6_prefix", "IPv6 Prefix", ipv6();
    RTE_ROUTE_TAG: "ripng.rte.route_tag", "Route Tag", u16().hex();
    RTE_PREFIX_LENGTH: "ripng.rte.prefix_length", "Prefix Length", u8();
    RTE_METRIC: "ripng.rte.metric", "Metric", u8();
}
