//! Names of its values.

values! {
    KNXIP_SERVICE {
        513 => "Search Request",
        514 => "Search Response",
        515 => "Description Request",
        516 => "Description Response",
        517 => "Connect Request",
        518 => "Connect Response",
        519 => "Connection State Request",
        520 => "Connection State Response",
        521 => "Disconnect Request",
        522 => "Disconnect Response",
        523 => "Search Request Extended",
        524 => "Search Response Extended",
        784 => "Configuration Request",
        785 => "Configuration Acknowledgement",
        1056 => "Tunneling Request",
        1057 => "Tunneling Acknowledgement",
        1058 => "Tunneling Feature Get",
        1059 => "Tunneling Feature Response",
        1060 => "Tunneling Feature Set",
        1061 => "Tunneling Feature Info",
        1328 => "Routing Indication",
        1329 => "Routing Loss",
        1330 => "Routing Busy",
        1331 => "Routing System Broadcast",
        1856 => "Remote Diagnostic Request",
        1857 => "Remote Diagnostic Response",
        1858 => "Remote Configuration Request",
        1859 => "Remote Reset Request",
        2384 => "Secure Wrapper",
        2385 => "Session Request",
        2386 => "Session Response",
        2387 => "Session Authenticate",
        2388 => "Session Status",
        2389 => "Timer Notify",
    }
    KNXIP_SERVICE_FAMILY {
        2 => "Core",
        3 => "Device Management",
        4 => "Tunneling",
        5 => "Routing",
        6 => "Remote Logging",
        7 => "Remote Diag And Config",
        8 => "Object Server",
        9 => "Security",
    }
    KNXIP_HOSTPROTOCOL {
        1 => "IPv4 UDP",
        2 => "IPv4 TCP",
    }
    KNXIP_DIBTYPE {
        1 => "Device Information",
        2 => "Supported Service Families",
        3 => "IP Configuration",
        4 => "Current Configuration",
        5 => "KNX Addresses",
        6 => "Secured Service Families",
        7 => "Tunneling Information",
        8 => "Extended Device Information",
        254 => "Manufacturer Data",
    }
    KNXIP_MEDIUM {
        1 => "TP0",
        2 => "TP1",
        4 => "PL110",
        8 => "PL132",
        16 => "RF",
        32 => "IP",
    }
    KNXIP_CONN_TYPE {
        3 => "Device Management Connection",
        4 => "Tunneling Connection",
        6 => "Remote Logging Connection",
        7 => "Remote Configuration Connection",
        8 => "Object Server Connection",
    }
    KNXIP_TUNNEL_LAYER {
        2 => "LinkLayer",
        4 => "Raw",
        128 => "Busmonitor",
    }
    KNXIP_STATUS {
        0 => "OK",
        33 => "E_CONNECTION_ID",
        34 => "E_CONNECTION_TYPE",
        35 => "E_CONNECTION_OPTION",
        36 => "E_NO_MORE_CONNECTIONS",
        37 => "E_NO_MORE_UNIQUE_CONNECTIONS",
        38 => "E_DATA_CONNECTION",
        39 => "E_KNX_CONNECTION",
        41 => "E_TUNNELING_LAYER",
    }
    KNXIP_SESSION_STATUS {
        0 => "STATUS_AUTHENTICATION_SUCCESS",
        1 => "STATUS_AUTHENTICATION_FAILED",
        2 => "STATUS_UNAUTHENTICATED",
        3 => "STATUS_TIMEOUT",
        4 => "STATUS_KEEPALIVE",
        5 => "STATUS_CLOSE",
    }
}
