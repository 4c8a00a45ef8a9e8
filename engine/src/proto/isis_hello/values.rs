//! Names of values of IS-IS.

values! {
    CIRCUIT_TYPE {
        0 => "Reserved 0 (discard PDU)", 1 => "Level 1 only", 2 => "Level 2 only", 3 => "Level 1 and 2",
    }
    MTID {
        0 => "Standard topology", 1 => "IPv4 In-Band Management", 2 => "IPv6 routing topology",
        3 => "IPv4 multicast routing topology", 4 => "IPv6 multicast routing topology",
        5 => "IPv6 in-band management", 6..=3995 => "Reserved for IETF Consensus",
        3996..=4095 => "Development, Experimental and Proprietary features",
    }
    CHECKSUM_STATUS {
        0 => "Bad", 1 => "Good", 2 => "Unverified", 3 => "Not present", 4 => "Illegal",
    }
    ADJACENCY_STATE {
        0 => "Up", 1 => "Initializing", 2 => "Down",
    }
    BFD_ENABLED_NLPID {
        0 => "NULL", 1 => "X.29", 3 => "X.633", 8 => "Q.931", 9 => "Q.2931", 12 => "Q.2119", 128 => "SNAP",
        129 => "CLNP", 130 => "ESIS", 131 => "ISIS", 133 => "IDRP", 143 => "Avaya SPBM Fabric IPVPN",
        138 => "ESIS (X.25)", 140 => "ISO 10030", 141 => "ISO 11577", 176 => "Data compression protocol", 204 => "IP",
        192 => "TRILL", 193 => "SubNetwork Dependent Convergence Function", 142 => "IPv6", 207 => "PPP",
    }
}
