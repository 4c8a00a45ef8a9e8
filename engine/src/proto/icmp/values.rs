//! Names of values in ICMP.

values! {
    CHECKSUM_STATUS {
        0 => "Bad", 1 => "Good", 2 => "Unverified", 3 => "Not present", 4 => "Illegal",
    }
    EXT_CLASS {
        1 => "MPLS Label Stack Class", 2 => "Interface Information Object", 3 => "Interface Identification Object",
    }
    EXT_ECHO_RSP_STATE {
        0 => "Reserved", 1 => "Incomplete", 2 => "Reachable", 3 => "Stale", 4 => "Delay", 5 => "Probe", 6 => "Failed",
    }
    INT_IDENT_AFI {
        0 => "Reserved", 1 => "IPv4", 2 => "IPv6", 3 => "NSAP", 4 => "HDLC (8-bit multidrop)", 5 => "BBN 1822",
        6 => "802 (includes all 802 media plus Ethernet)", 7 => "E.163", 8 => "E.164 (SMDS, Frame Relay, ATM)",
        9 => "F.69 (Telex)", 10 => "X.121 (X.25, Frame Relay)", 11 => "IPX", 12 => "Appletalk", 13 => "Decnet IV",
        14 => "Banyan Vines", 15 => "E.164 with NSAP subaddress", 16 => "DNS (Domain Name System)",
        17 => "Distinguished Name", 18 => "AS Number", 19 => "XTP over IP version 4", 20 => "XTP over IP version 6",
        21 => "XTP native mode XTP", 22 => "Fibre Channel World-Wide Port Name",
        23 => "Fibre Channel World-Wide Node Name", 24 => "GWID", 25 => "Layer-2 VPN", 196 => "Layer-2 VPN (old)",
        26 => "MPLS-TP Section Endpoint Identifier", 27 => "MPLS-TP LSP Endpoint Identifier",
        28 => "MPLS-TP Pseudowire Endpoint Identifier", 29 => "MT IP: Multi-Topology IP version 4",
        30 => "MT IPv6: Multi-Topology IP version 6", 16384 => "EIGRP Common Service Family",
        16385 => "EIGRP IPv4 Service Family", 16386 => "EIGRP IPv6 Service Family",
        16387 => "LISP Canonical Address Format (LCAF)", 16388 => "BGP-LS", 16389 => "48-bit MAC Address",
        16390 => "64-bit MAC Address", 16391 => "OUI", 16392 => "MAC/24", 16393 => "MAC/40", 16394 => "IPv6/64",
        16395 => "RBridge Port ID", 16396 => "TRILL Nickname", 65535 => "Reserved",
    }
    INT_INFO_ROLE {
        0 => "IP interface upon which datagram arrived",
        2 => "IP interface through which datagram would be forwarded",
        3 => "IP next-hop to which datagram would be forwarded",
        1 => "Sub-IP component of an IP interface upon which datagram arrived",
        1 => "sub-IP component of an IP interface upon which datagram arrived",
    }
    MIP_TYPE {
        0 => "One byte padding extension", 16 => "Mobility Agent Advertisement Extension",
        19 => "Prefix Lengths Extension", 24 => "Challenge Extension",
    }
    TYPE {
        0 => "Echo (ping) reply", 1 => "Reserved", 2 => "Reserved", 3 => "Destination unreachable",
        4 => "Source quench (flow control)", 5 => "Redirect", 6 => "Alternate host address",
        8 => "Echo (ping) request", 9 => "Router advertisement", 10 => "Router solicitation",
        11 => "Time-to-live exceeded", 12 => "Parameter problem", 13 => "Timestamp request", 14 => "Timestamp reply",
        15 => "Information request", 16 => "Information reply", 17 => "Address mask request",
        18 => "Address mask reply", 19 => "Reserved (for security)", 30 => "Traceroute",
        31 => "Datagram Conversion Error", 32 => "Mobile Host Redirect", 33 => "IPv6 Where-Are-You",
        34 => "IPv6 I-Am-Here", 35 => "Mobile Registration Request", 36 => "Mobile Registration Reply",
        37 => "Domain Name Request", 38 => "Domain Name Reply", 39 => "SKIP", 40 => "Photuris",
        41 => "Experimental mobility protocols", 42 => "Extended Echo request", 43 => "Extended Echo reply",
    }
}
