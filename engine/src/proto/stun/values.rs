//! Names of values of STUN.

values! {
    TYPE_METHOD_ASSIGNMENT {
        0 => "IETF Review", 1 => "Designated Expert",
    }
    ATT_TYPE_COMPREHENSION {
        0 => "Required", 1 => "Optional",
    }
    ATT_FAMILY {
        1 => "IPv4", 2 => "IPv6",
    }
    ATT_CRC32_STATUS {
        0 => "Bad", 1 => "Good", 2 => "Unverified", 3 => "Not present", 4 => "Illegal",
    }
    ATT_PW_ALG {
        0 => "Reserved", 1 => "MD5", 2 => "SHA-256",
    }
    ATT_EVEN_PORT_RESERVE_NEXT {
        0 => "No reservation", 1 => "Reserve next port number",
    }
    ATT_TRANSP {
        17 => "UDP", 6 => "TCP",
    }
    ATT_MS_VERSION {
        1 => "ICE", 2 => "MS-ICE2", 3 => "MS-ICE2 with SHA256", 4 => "MS-ICE2 with SHA256 and IPv6",
        5 => "MULTIPLEXED TURN over UDP only", 6 => "MULTIPLEXED TURN over UDP and TCP",
    }
    ATT_MS_VERSION_ICE {
        0..=2 => "Supports only RFC3489bis-02 message formats", 3..=4294967295 => "Supports RFC5389 message formats",
    }
    ATT_MS_STREAM_TYPE {
        1 => "Audio", 2 => "Video", 3 => "Supplemental Video", 4 => "Data",
    }
    ATT_MS_SERVICE_QUALITY {
        0 => "Best effort delivery", 1 => "Reliable delivery",
    }
    ATT_BANDWIDTH_ACM_TYPE {
        0 => "Reservation Check", 1 => "Reservation Commit", 2 => "Reservation Update",
    }
    ATT_LP_PEER_LOCATION {
        0 => "Unknown", 1 => "Internet", 2 => "Intranet",
    }
    ATT_LP_FEDERATION {
        0 => "No Federation", 1 => "Enterprise Federation", 2 => "Public Cloud Federation",
    }
    ATT_GOOGLE_NETWORK_COST {
        0 => "Min", 10 => "Low", 50 => "Unknown", 250 => "Cellular5G", 500 => "Cellular4G", 900 => "Cellular",
        910 => "Cellular3G", 980 => "Cellular2G", 999 => "Max",
    }
    NETWORK_VERSION {
        1 => "MS-TURN", 2 => "RFC-3489 and earlier", 3 => "RFC-5389/8489",
    }
}
