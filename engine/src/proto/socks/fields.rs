//! Fields of SOCKS.

use super::values;

fields! { crate::proto::Proto::Socks =>
    VERSION: "socks.version", "Version", u8();
    DST: "socks.dst", "Remote Address", ipv4();
    DSTV6: "socks.dstV6", "Remote Address(ipv6)", ipv6();
    GSSAPI_DATA: "socks.gssapi.data", "GSSAPI data", bytes();
    GSSAPI_COMMAND: "socks.gssapi.command", "SOCKS/GSSAPI command", u8().values(&values::GSSAPI_COMMAND);
    GSSAPI_LENGTH: "socks.gssapi.length", "SOCKS/GSSAPI data length", u16();
    V4A_DNS_NAME: "socks.v4a_dns_name", "SOCKS v4a Remote Domain Name", str();
    DSTPORT: "socks.dstport", "Remote Port", u16();
    COMMAND: "socks.command", "Command", u8().values(&values::COMMAND);
    RESULTS: "socks.results", "Results(V4)", u8().values(&values::RESULTS);
    AUTH_METHOD_COUNT: "socks.auth_method_count", "Authentication Method Count", u8();
    AUTH_METHOD: "socks.auth_method", "Method", u8();
    RESERVED: "socks.reserved", "Reserved", u8();
    PORT: "socks.port", "Port", u16();
    AUTH_ACCEPTED_METHOD: "socks.auth_accepted_method", "Accepted Auth Method", u8();
    AUTH_STATUS: "socks.auth_status", "Status", u8();
    REMOTE_HOST_PORT: "socks.remote_host_port", "Remote Host Port", u16();
    SUBNEGOTIATION_VERSION: "socks.subnegotiation_version", "Subnegotiation Version", u8();
    USERNAME: "socks.username", "User name", str();
    PASSWORD: "socks.password", "Password", str();
    REMOTE_NAME: "socks.remote_name", "Remote name", str();
    ADDRESS_TYPE: "socks.address_type", "Address Type", u8().values(&values::ADDRESS_TYPE);
    FRAGMENT_NUMBER: "socks.fragment_number", "Fragment Number", u8();
    PING_END_COMMAND: "socks.ping_end_command", "Ping: End command", none();
    PING_RESULTS: "socks.ping_results", "Ping Results", none();
    TRACEROUTE_END_COMMAND: "socks.traceroute_end_command", "Traceroute: End command", none();
    TRACEROUTE_RESULTS: "socks.traceroute_results", "Traceroute Results", none();
}
