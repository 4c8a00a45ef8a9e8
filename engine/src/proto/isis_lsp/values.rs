//! Names of values of IS-IS.

values! {
    CHECKSUM_STATUS {
        0 => "Bad", 1 => "Good", 2 => "Unverified", 3 => "Not present", 4 => "Illegal",
    }
    IS_TYPE {
        0 => "Unused 0x0 (invalid)", 1 => "Level 1", 2 => "Unused 0x2 (invalid)", 3 => "Level 2",
    }
    SL_SUB_TLV_TYPE {
        1 => "SID/Label", 3 => "Prefix SID", 31 => "Adjacency SID", 32 => "LAN-Adjacency SID",
    }
    MTID {
        0 => "Standard topology", 1 => "IPv4 In-Band Management", 2 => "IPv6 routing topology",
        3 => "IPv4 multicast routing topology", 4 => "IPv6 multicast routing topology",
        5 => "IPv6 in-band management", 6..=3995 => "Reserved for IETF Consensus",
        3996..=4095 => "Development, Experimental and Proprietary features",
    }
    EXT_IP_REACHABILITY_CODE {
        1 => "32-bit Administrative Tag", 2 => "64-bit Administrative Tag", 3 => "Prefix-SID",
        4 => "Prefix Attribute Flags", 32 => "BIER Info",
    }
    GRP_TYPE {
        1 => "MAC address", 2 => "IPv4 address", 3 => "IPv6 address",
    }
    EXT_IS_REACHABILITY_CODE {
        3 => "Administrative group (color)", 4 => "Link Local/Remote Identifiers", 6 => "IPv4 interface address",
        8 => "IPv4 neighbor address", 9 => "Maximum link bandwidth", 10 => "Maximum reservable link bandwidth",
        11 => "Unreserved bandwidth", 12 => "IPv6 Interface Address", 13 => "IPv6 Neighbor Address",
        14 => "Extended Administrative Group", 15 => "Link Maximum SID Depth",
        16 => "Application-Specific Link Attributes", 18 => "TE Default metric", 19 => "Link-attributes",
        20 => "Link Protection Type", 21 => "Interface Switching Capability Descriptor",
        22 => "Bandwidth Constraints", 23 => "Unconstrained TE LSP Count (sub-)TLV", 24 => "remote AS number",
        25 => "IPv4 remote ASBR Identifier", 26 => "IPv6 remote ASBR Identifier",
        27 => "Interface Adjustment Capability Descriptor (IACD)", 28 => "MTU", 29 => "SPB-Metric",
        30 => "SPB-A-OALG", 31 => "Adj-SID", 32 => "LAN-Adj-SID", 33 => "Unidirectional Link Delay",
        34 => "Min/Max Unidirectional Link Delay", 35 => "Unidirectional Delay Variation",
        36 => "Unidirectional Link Loss", 37 => "Unidirectional Residual Bandwidth",
        38 => "Unidirectional Available Bandwidth", 39 => "Unidirectional Utilized Bandwidth", 43 => "SRv6 End.X SID",
        44 => "SRv6 LAN End.X SID", 250 => "Reserved for Cisco-specific extensions",
        251 => "Reserved for Cisco-specific extensions", 252 => "Reserved for Cisco-specific extensions",
        253 => "Reserved for Cisco-specific extensions", 254 => "Reserved for Cisco-specific extensions",
    }
    SR_ALG {
        0 => "Shortest Path First (SPF)", 1 => "Strict Shortest Path First (SPF)",
    }
    SRV6_LOCATOR_SUB_TLV_TYPE {
        5 => "SRv6 End SID",
    }
    SRV6_END_SID_ENDPOINT_FUNCTION {
        1 => "End", 2 => "End (PSP)", 3 => "End (USP)", 4 => "End (PSP/USP)", 5 => "End.X", 6 => "End.X (PSP)",
        7 => "End.X (USP)", 8 => "End.X (PSP/USP)", 9 => "End.T", 10 => "End.T (PSP)", 11 => "End.T (USP)",
        12 => "End.T (PSP/USP)", 13 => "End.B6", 14 => "End.B6.Encaps", 15 => "End.BM", 16 => "End.DX6",
        17 => "End.DX4", 18 => "End.DT6", 19 => "End.DT4", 20 => "End.DT46", 21 => "End.DX2", 22 => "End.DX2V",
        23 => "End.DT2U", 24 => "End.DT2M", 25 => "End.S", 26 => "End.B6.Red", 27 => "End.B6.Encaps.Red",
    }
    IGP_MSD_TYPE {
        0 => "Reserved", 1 => "Base MPLS Imposition", 41 => "Maximum Segments Left", 42 => "Maximum End Pop",
        43 => "Maximum T.Insert", 44 => "Maximum T.Encaps", 45 => "Maximum End D",
    }
    FLEX_ALGORITHM_METRIC_TYPE {
        0 => "IGP Metric", 1 => "Min Unidirectional Link Delay", 2 => "TE Metric",
    }
    BIER_ALG {
        0 => "No BIER specific algorithm is used", 240..=255 => "Experimental Use",
    }
    BIER_SUBSUB_TYPE {
        1 => "BIER MPLS Encapsulation",
    }
    AVAYA_IPVPN_SUBTLVTYPE {
        1 => "IPv4 Metric Type", 135 => "IPv4 Reachability", 236 => "IPv6 Reachability",
    }
}
