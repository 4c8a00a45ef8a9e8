//! Names of values in ICMPv6.

values! {
    N6LOWPANND_DA_STATUS {
        0 => "Success", 2 => "Neighbor Cache Full", 1 => "Duplicate Address", 1 => "Duplicate Exists",
    }
    CHECKSUM_STATUS {
        0 => "Bad", 1 => "Good", 2 => "Unverified", 3 => "Not present", 4 => "Illegal",
    }
    EXT_ECHO_RSP_STATE {
        0 => "Reserved", 1 => "Incomplete", 2 => "Reachable", 3 => "Stale", 4 => "Delay", 5 => "Probe", 6 => "Failed",
    }
    FMIP6_SUBTYPE {
        2 => "Router Solicitation for Proxy Advertisement", 3 => "Proxy Router Advertisement",
        4 => "Handover Initiate", 5 => "Handover Acknowledge",
    }
    MLDR_MAR_RECORD_TYPE {
        1 => "Include", 2 => "Exclude", 3 => "Changed to include", 4 => "Changed to exclude",
        5 => "Allow new sources", 6 => "Block old sources",
    }
    MPL_SEED_INFO_S {
        0 => "0 bit, not included in MPL Seed Info", 1 => "16 bits", 2 => "64 bits", 3 => "128 bits",
    }
    ND_RA_FLAG_PRF {
        0 => "Medium", 1 => "High", 2 => "Reserved", 3 => "Low",
    }
    NI_QTYPE {
        0 => "NOOP", 1 => "Supported query types (Obsolete)", 2 => "Node Name", 3 => "Node addresses",
        4 => "IPv4 node addresses",
    }
    OPT_ARO_STATUS {
        0 => "Success", 2 => "Neighbor Cache Full", 1 => "Duplicate Address", 3 => "Moved", 4 => "Removed",
        5 => "Validation Requested", 6 => "Duplicate Source Address", 7 => "Invalid Source Address",
        8 => "Registered Address Topologically Incorrect", 9 => "6LBR Registry Saturated", 10 => "Validation Failed",
        11 => "Registration Refresh Request", 12 => "Invalid Registration", 1 => "Duplicate Exists",
    }
    OPT_CERT_TYPE {
        1 => "X.509v3 Certificate",
    }
    OPT_DNSSL_LIFETIME {
        0 => "DNSSL domain name MUST no longer be used", 4294967295 => "Infinity",
    }
    OPT_EARO_FLAG_I {
        0 => "Default",
    }
    OPT_EARO_FLAG_P {
        0 => "Unicast", 1 => "Multicast", 2 => "Anycast",
    }
    OPT_HAI_OPTION_CODE {
        1 => "Access Network Identifier (AN ID)", 2 => "Sector ID",
    }
    OPT_IPA_OPTION_CODE {
        1 => "Old Care-of Address", 2 => "New Care-of Address", 3 => "NAR's IP address",
        4 => "NAR's Prefix (sent in PrRtAdv)",
    }
    OPT_LLA_OPTION_CODE {
        0 => "Wildcard", 1 => "Link-layer Address of the New Access Point", 2 => "Link-layer Address of the MN",
        3 => "Link-layer Address of the NAR", 4 => "Link-layer Address of the source",
        5 => "The AP belongs to the current interface of the router", 6 => "No prefix information available",
        7 => "No fast handovers support available",
    }
    OPT_MN_OPTION_CODE {
        1 => "NAI", 2 => "IMSI",
    }
    OPT_NAACK_STATUS {
        1 => "New CoA is invalid, perform address configuration", 2 => "New CoA is invalid, use the supplied CoA",
        3 => "NCoA is invalid, use NAR's IP address as NCoA in FBU", 4 => "PCoA supplied, do not send FBU",
        128 => "LLA is unrecognized",
    }
    OPT_NAME_TYPE {
        1 => "DER Encoded X.501 Name", 2 => "FQDN", 3 => "SHA-1 Subject Key Identifier (SKI)",
        4 => "SHA-224 Subject Key Identifier (SKI)", 5 => "SHA-256 Subject Key Identifier (SKI)",
        6 => "SHA-384 Subject Key Identifier (SKI)", 7 => "SHA-512 Subject Key Identifier (SKI)",
        253 => "Reserved for Experimental Use", 254 => "Reserved for Experimental Use", 255 => "Reserved",
        1 => "X.509v3 Certificate",
    }
    OPT_PREF64_PLC {
        0x0 => "96 bits prefix length", 0x1 => "64 bits prefix length", 0x2 => "56 bits prefix length",
        0x3 => "48 bits prefix length", 0x4 => "40 bits prefix length", 0x5 => "32 bits prefix length",
    }
    OPT_PREFIX_PREFERRED_LIFETIME {
        4294967295 => "Infinity",
    }
    OPT_RDNSS_LIFETIME {
        0 => "RDNSS address MUST no longer be used", 4294967295 => "Infinity",
    }
    OPT_TYPE {
        1 => "Source link-layer address", 2 => "Target link-layer address", 3 => "Prefix information",
        4 => "Redirected header", 5 => "MTU", 6 => "NBMA Shortcut Limit Option", 7 => "Advertisement Interval",
        8 => "Home Agent Information", 9 => "Source Address List", 10 => "Target Address List", 11 => "CGA",
        12 => "RSA Signature", 13 => "Timestamp", 14 => "Nonce", 15 => "Trust Anchor", 16 => "Certificate",
        17 => "IP Address/Prefix Option", 18 => "New Router Prefix Information", 19 => "Link-layer Address",
        20 => "Neighbor Advertisement Acknowledgment", 23 => "MAP", 24 => "Route Information",
        25 => "Recursive DNS Server", 26 => "RA Flags Extension", 27 => "Handover Key Request",
        28 => "Handover Key Reply", 29 => "Handover Assist Information", 30 => "Mobile Node Identifier Option",
        31 => "DNS Search List Option", 32 => "Proxy Signature (PS)", 33 => "Address Registration Option",
        34 => "6LoWPAN Context Option", 35 => "Authoritative Border Router",
        36 => "6LoWPAN Capability Indication Option", 37 => "DHCP Captive-Portal", 38 => "PREF64 Option",
        138 => "CARD Request", 139 => "CARD Reply", 253 => "RFC3692-style Experiment 1",
        254 => "RFC3692-style Experiment 2", 21 => "PvD ID", 39 => "Crypto-ID Parameters Option (CIPO)",
        40 => "NDP Signature Option (NDPSO)", 41 => "Resource Directory Address Option",
        42 => "Consistent Uptime Option", 144 => "Encrypted DNS Option",
    }
    RPL_DIO_FLAG_MOP {
        0x0 => "No Downward routes maintained by RPL", 0x1 => "Non-Storing Mode of Operation",
        0x2 => "Storing Mode of Operation with no multicast support",
        0x3 => "Storing Mode of Operation with multicast support", 0x4 => "P2P Route Discovery Mode of Operation",
    }
    RPL_OPT_CONFIG_OCP {
        0 => "Objective Function Zero (OF0)", 1 => "Minimum Rank with Hysteresis Objective Function (MRHOF)",
    }
    RPL_OPT_METRIC_TYPE {
        1 => "Node State and Attribute", 2 => "Node Energy", 3 => "Hop Count", 4 => "Link Throughput",
        5 => "Link Latency", 6 => "Link Quality Level", 7 => "Link ETX", 8 => "Link Color",
    }
    RPL_OPT_TYPE {
        0 => "1-byte padding", 1 => "n-byte padding", 2 => "DAG Metric container", 3 => "Routing Information",
        4 => "DODAG configuration", 5 => "RPL Target", 6 => "Transit Information", 7 => "Solicited Information",
        8 => "Prefix Information", 9 => "RPL Target Descriptor", 10 => "P2P Route Discovery",
    }
    RPL_SECURE_ALGORITHM {
        0 => "Encryption: CCM with AES-128 / Signature: RSA with SHA-256",
    }
    RR_PCO_MP_OPCODE {
        1 => "Add", 2 => "Change", 3 => "Set Global",
    }
    TYPE {
        1 => "Destination Unreachable", 2 => "Packet Too Big", 3 => "Time Exceeded", 4 => "Parameter Problem",
        100 => "Private experimentation", 101 => "Private experimentation",
        127 => "Reserved for expansion of ICMPv6 error messages", 128 => "Echo (ping) request",
        129 => "Echo (ping) reply", 130 => "Multicast Listener Query", 131 => "Multicast Listener Report",
        132 => "Multicast Listener Done", 133 => "Router Solicitation", 134 => "Router Advertisement",
        135 => "Neighbor Solicitation", 136 => "Neighbor Advertisement", 137 => "Redirect",
        138 => "Router Renumbering", 139 => "Node Information Query", 140 => "Node Information Reply",
        141 => "Inverse Neighbor Discovery Solicitation", 142 => "Inverse Neighbor Discovery Advertisement",
        143 => "Multicast Listener Report Message v2", 144 => "Home Agent Address Discovery Request",
        145 => "Home Agent Address Discovery Reply", 146 => "Mobile Prefix Solicitation",
        147 => "Mobile Prefix Advertisement", 148 => "Certification Path Solicitation",
        149 => "Certification Path Advertisement", 150 => "Experimental Mobility",
        151 => "Multicast Router Advertisement", 152 => "Multicast Router Solicitation",
        153 => "Multicast Router Termination", 154 => "FMIPv6", 155 => "RPL Control", 156 => "Locator Update",
        157 => "Duplicate Address Request", 158 => "Duplicate Address Confirmation", 159 => "MPL Control Message",
        160 => "Extended Echo request", 161 => "Extended Echo reply", 200 => "Private experimentation",
        201 => "Private experimentation", 255 => "Reserved for expansion of ICMPv6 informational messages",
    }
    X509_NAME {
        0 => "rdnSequence",
    }
}
