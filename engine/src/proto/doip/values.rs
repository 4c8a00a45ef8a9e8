//! Names of values of DoIP.

values! {
    VERSION {
        0 => "Reserved", 1 => "DoIP ISO/DIS 13400-2:2010", 2 => "DoIP ISO 13400-2:2012", 3 => "DoIP ISO 13400-2:2019",
        4 => "DoIP ISO 13400-2:2019 Amd1 (experimental)",
        255 => "Default value for vehicle identification request messages",
    }
    TYPE {
        0 => "Generic DoIP header NACK", 1 => "Vehicle identification request",
        2 => "Vehicle identification request with EID", 3 => "Vehicle identification request with VIN",
        4 => "Vehicle announcement message/vehicle identification response message",
        5 => "Routing activation request", 6 => "Routing activation response", 7 => "Alive check request",
        8 => "Alive check response", 16385 => "DoIP entity status request", 16386 => "DoIP entity status response",
        16387 => "Diagnostic power mode information request", 16388 => "Diagnostic power mode information response",
        32769 => "Diagnostic message", 32770 => "Diagnostic message ACK", 32771 => "Diagnostic message NACK",
    }
    NACK_CODE {
        0 => "Incorrect pattern format", 1 => "Unknown payload type", 2 => "Message too large", 3 => "Out of memory",
        4 => "Invalid payload length",
    }
    FUTHER_ACTION {
        0 => "No further action required", 1 => "Reserved by ISO 13400", 2 => "Reserved by ISO 13400",
        3 => "Reserved by ISO 13400", 4 => "Reserved by ISO 13400", 5 => "Reserved by ISO 13400",
        6 => "Reserved by ISO 13400", 7 => "Reserved by ISO 13400", 8 => "Reserved by ISO 13400",
        9 => "Reserved by ISO 13400", 10 => "Reserved by ISO 13400", 11 => "Reserved by ISO 13400",
        12 => "Reserved by ISO 13400", 13 => "Reserved by ISO 13400", 14 => "Reserved by ISO 13400",
        15 => "Reserved by ISO 13400", 16 => "Routing activation required to initiate central security",
    }
    SYNC_STATUS {
        0 => "VIN and/or GID are synchronized", 1 => "Reserved by ISO 13400", 2 => "Reserved by ISO 13400",
        3 => "Reserved by ISO 13400", 4 => "Reserved by ISO 13400", 5 => "Reserved by ISO 13400",
        6 => "Reserved by ISO 13400", 7 => "Reserved by ISO 13400", 8 => "Reserved by ISO 13400",
        9 => "Reserved by ISO 13400", 10 => "Reserved by ISO 13400", 11 => "Reserved by ISO 13400",
        12 => "Reserved by ISO 13400", 13 => "Reserved by ISO 13400", 14 => "Reserved by ISO 13400",
        15 => "Reserved by ISO 13400", 16 => "Incomplete: VIN and GID are NOT synchronized",
    }
    POWER_MODE {
        0 => "not ready", 1 => "ready", 2 => "not supported",
    }
    NODE_TYPE {
        0 => "DoIP gateway", 1 => "DoIp node",
    }
    ACTIVATION_TYPE {
        0 => "Default", 1 => "WWH-OBD", 224 => "Central security",
    }
    RESPONSE_CODE {
        0 => "Routing activation denied due to unknown source address.",
        1 => "Routing activation denied because all concurrently supported TCP_DATA sockets are registered and active.",
        2 => "Routing activation denied because an SA different from the table connection entry was received on the already activated TCP_DATA socket.",
        3 => "Routing activation denied because the SA is already registered and active on a different TCP_DATA socket.",
        4 => "Routing activation denied due to missing authentication.",
        5 => "Routing activation denied due to rejected confirmation.",
        6 => "Routing activation denied due to unsupported routing activation type.",
        7 => "Routing activation denied due to request for encrypted connection via TLS.",
        8 => "Reserved by ISO 13400.", 9 => "Reserved by ISO 13400.", 10 => "Reserved by ISO 13400.",
        11 => "Reserved by ISO 13400.", 12 => "Reserved by ISO 13400.", 13 => "Reserved by ISO 13400.",
        14 => "Reserved by ISO 13400.", 15 => "Reserved by ISO 13400.", 16 => "Routing successfully activated.",
        17 => "Routing will be activated; confirmation required.",
    }
    DIAG_ACK_CODE {
        0 => "ACK",
    }
    DIAG_NACK_CODE {
        0 => "Reserved by ISO 13400", 1 => "Reserved by ISO 13400", 2 => "Invalid source address",
        3 => "Unknown target address", 4 => "Diagnostic message too large", 5 => "Out of memory",
        6 => "Target unreachable", 7 => "Unknown network", 8 => "Transport protocol error",
    }
}
