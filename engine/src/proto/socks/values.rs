//! Value names of SOCKS.

values! {
    GSSAPI_COMMAND {
        1 => "Authentication",
        255 => "Failure",
    }
    COMMAND {
        1 => "Connect",
        2 => "Bind",
        3 => "UdpAssociate",
        128 => "Ping",
        129 => "Traceroute",
    }
    RESULTS {
        90 => "Granted",
        91 => "Rejected or Failed",
        92 => "Rejected because SOCKS server cannot connect to identd on the client",
        93 => "Rejected because the client program and identd report different user-ids",
        0 => "Succeeded",
        1 => "General SOCKS server failure",
        2 => "Connection not allowed by ruleset",
        3 => "Network unreachable",
        4 => "Host unreachable",
        5 => "Connection refused",
        6 => "TTL expired",
        7 => "Command not supported",
        8 => "Address type not supported",
    }
    ADDRESS_TYPE {
        1 => "IPv4",
        3 => "Domain Name",
        4 => "IPv6",
    }
}
