//! What runs inside TLS, told by ALPN or by port; Wireshark's names of the protocols.

/// Names by ALPN.
pub(super) fn by_alpn(name: &[u8]) -> Option<&'static str> {
    Some(match name {
        b"http/1.1" | b"http/1.0" => "Hypertext Transfer Protocol",
        b"h2" | b"h2-14" | b"h2-15" | b"h2-16" => "HyperText Transfer Protocol 2",
        _ if name == b"h3" || name.starts_with(b"h3-") => "HTTP3",
        b"dot" => "Domain Name System",
        b"mqtt" => "MQ Telemetry Transport Protocol",
        b"imap" => "Internet Message Access Protocol",
        b"pop3" => "Post Office Protocol",
        _ => return None,
    })
}

/// Names by the server's TCP port.
pub(super) fn by_port(port: u16) -> Option<&'static str> {
    Some(match port {
        324 => "RPKI-Router Protocol",
        443 => "Hypertext Transfer Protocol",
        465 => "Simple Mail Transfer Protocol",
        636 => "Lightweight Directory Access Protocol",
        802 => "Modbus/TCP",
        853 => "Domain Name System",
        993 => "Internet Message Access Protocol",
        995 => "Post Office Protocol",
        1300 => "Q.931",
        2221 => "EtherNet/IP (Industrial Protocol)",
        2443 => "Skinny Client Control Protocol",
        3249..=3252 => "Opa Fabric Executive 0",
        3389 => "TPKT - ISO on TCP - RFC1006",
        3496 => "DoIP (ISO13400) Protocol",
        5061 => "Session Initiation Protocol",
        5671 => "Advanced Message Queueing Protocol",
        5684 => "Constrained Application Protocol",
        5868 => "Diameter Protocol",
        8883 => "MQ Telemetry Transport Protocol",
        11207 => "Couchbase Protocol",
        19999 => "Distributed Network Protocol 3.0",
        27017 => "Mongo Wire Protocol",
        _ => return None,
    })
}
